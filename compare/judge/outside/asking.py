"""Questions within a budget, each asked once: answers are kept under the model, the prompt and the two claims."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from compare.claims.reading import as_read
from compare.embed.cache import cache_folder
from compare.embed.store import Store
from compare.judge.outside.answer import Answer, AnswerError, read_answer
from compare.judge.outside.client import Client, NoAnswer, Reply
from compare.judge.outside.question import messages
from compare.settings import EmbedSettings, OutsideSettings

FORMAT = 1
"""Goes into every key: raise it when kept answers take another form."""

GIVE_UP = 3
"""Questions in a row without an answer after which no more are asked."""

LONGEST_NAME = 60
"""Characters of the model's name that are shown."""

UNNAMED = "the outside judge"


class NotJudged(Exception):  # noqa: N818  a finding without an opinion is no error
    """There is no usable answer; the message says why, in a few words."""


class Asking:
    """A judge with a budget and a memory.

    The budget counts pairs whether their answers were kept or not, so that a second run says what the first one did.

    Raises:
        JudgeError: The address is none.
    """

    def __init__(self, settings: OutsideSettings, key: str, cache: EmbedSettings) -> None:
        self._settings = settings
        self._client = Client(settings.url, key, settings.timeout)
        self._store = Store(cache_folder(cache), cache.cache_bytes) if cache.cache else None
        self._left = settings.budget
        self._failed = 0
        self._answered = ""

    @property
    def name(self) -> str:
        """What to call the judge: the model asked for, else the one that the server says has answered."""
        return " ".join((self._settings.model or self._answered or UNNAMED).split())[:LONGEST_NAME]

    def ask(self, pairs: Sequence[tuple[str, str]]) -> list[Answer]:
        """The answers about all the pairs of a finding.

        Raises:
            NotJudged: There isn't one for each of them.
            JudgeError: Nothing can be asked at that address.
        """
        if len(pairs) > self._left:
            raise NotJudged(f"the budget of {self._settings.budget} pairs is spent")
        self._left -= len(pairs)
        return [self._answer(as_read(a), as_read(b)) for a, b in pairs]

    def close(self) -> None:
        """Give the cache back."""
        if self._store is not None:
            self._store.close()

    def _answer(self, a: str, b: str) -> Answer:
        reply = self._reply(messages(a, b))
        self._answered = reply.model or self._answered
        try:
            return read_answer(reply.text, a, b)
        except AnswerError as error:
            raise NotJudged(str(error)) from error

    def _reply(self, question: Sequence[dict[str, str]]) -> Reply:
        key = self._key(question)
        kept = self._store.get([key]).get(key) if self._store is not None else None
        if kept is not None:
            return Reply(*json.loads(kept))
        if self._failed >= GIVE_UP:
            raise NotJudged(f"{GIVE_UP} questions in a row had no answer")
        try:
            reply = self._client.ask(self._settings.model, question)
        except NoAnswer as error:
            self._failed += 1
            raise NotJudged(str(error)) from error
        self._failed = 0
        if self._store is not None:
            self._store.put({key: json.dumps(reply).encode("ascii")})
        return reply

    def _key(self, question: Sequence[dict[str, str]]) -> bytes:
        """Of the model (of the server, where none is named) and of every word that it is sent."""
        parts = [f"outside {FORMAT}", self._settings.model or self._settings.url, json.dumps(question)]
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).digest()
