"""Outcomes that were made before: content-addressed, so an entry can't be out of date."""

from __future__ import annotations

import hashlib
import json
import zlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from compare.corpus.stories import Skipped, Story
from compare.embed.cache import cache_folder
from compare.embed.store import Store
from compare.settings import Settings

if TYPE_CHECKING:
    from compare.corpus.outcome import Outcome

FAST = 1
"""zlib's level: a story is a third of its size, packed in a few milliseconds."""

PARTS = ("read", "claims", "embed", "align", "judge", "corpus")
"""The folders whose files decide what an outcome is."""

WEIGHTS = ".onnx"
"""Ending of files that have a pinned hash of their own."""


class Kept:
    """Outcomes of stories, and what was worked out from them, between runs.

    Args:
        settings: What outcomes are made with, and where the cache is.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        embed = settings.embed
        self._store = Store(cache_folder(embed), embed.cache_bytes) if embed.cache else None
        self._maker = maker(settings) if embed.cache else ""

    def outcome(self, story: Story) -> Outcome | None:
        """What became of a story of these files, wherever it was."""
        data = self.get("outcome", story)
        if data is None:
            return None
        from compare.corpus.codec import decode
        from compare.corpus.outcome import Outcome, moved

        comparison, unreadable = json.loads(data)
        skipped = tuple(Skipped(path, why) for path, why in unreadable)
        return moved(Outcome(story, decode(comparison, self._settings), skipped), story)

    def keep(self, outcome: Outcome) -> None:
        """Keep what became of a story."""
        from compare.corpus.codec import encode

        unreadable = [(item.path, item.why) for item in outcome.unreadable]
        data = json.dumps([encode(outcome.comparison), unreadable], separators=(",", ":"))
        self.put("outcome", outcome.story, data.encode("ascii"))

    def get(self, what: str, story: Story) -> bytes | None:
        """What was kept of a story under a name."""
        if self._store is None:
            return None
        key = self.key(what, story)
        data = self._store.get([key]).get(key)
        return None if data is None else zlib.decompress(data)

    def put(self, what: str, story: Story, data: bytes) -> None:
        """Keep something of a story under a name."""
        if self._store is not None:
            self._store.put({self.key(what, story): zlib.compress(data, FAST)})

    def key(self, what: str, story: Story) -> bytes:
        """Of the articles' names and bytes, and of all that works on them; not of the story's place."""
        files = [f"{file.name}\x1e{file.sha256}" for file in story.files]
        parts = "\x1f".join((what, self._maker, *sorted(files)))
        return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).digest()

    def close(self) -> None:
        """Give the cache back."""
        if self._store is not None:
            self._store.close()


def maker(settings: Settings) -> str:
    """All that an outcome depends on besides the articles: program, settings and models."""
    from compare.embed import choose_engine
    from compare.embed import maker as embedding
    from compare.embed.models import find_model
    from compare.judge.relation.model import SHA256

    model = find_model(settings.embed)
    return "\n".join(
        (
            program_digest(),
            json.dumps(settings.to_json(), sort_keys=True),
            embedding(model, choose_engine(model, settings.embed.engine)),
            SHA256,
        )
    )


@cache
def program_digest() -> str:
    """The sha256 of the files that make outcomes, so that no other version's outcome is taken for this one's."""
    root = Path(__file__).resolve().parent.parent
    digest = hashlib.sha256()
    for path in sorted([*root.glob("*.py"), *(file for part in PARTS for file in (root / part).rglob("*"))]):
        if path.is_file() and path.suffix not in (WEIGHTS, ".pyc"):
            digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
