"""Bytes to text: the encoding is detected, the newlines stay as they are, and what is odd is reported."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from compare.errors import InputError

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

KNOWN_BINARIES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
)
"""How files that are often passed by mistake begin."""

AS_BROWSERS_READ = dict.fromkeys(
    ("iso-8859-1", "iso8859-1", "latin-1", "latin1", "ascii", "us-ascii"), "cp1252"
)
"""Encodings that pages declare while they mean Windows-1252; browsers read them so (encoding.spec.whatwg.org)."""

GUESSED = (
    "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "iso8859_2", "koi8_r", "koi8_u",
    "big5", "euc_jp", "euc_kr", "gb18030", "iso2022_jp", "shift_jis",
)  # fmt: skip
"""Encodings that are looked for in bytes that say nothing about themselves: those that web pages use."""

MAX_CONTROL = 0.01
"""Share of control characters (other than white space) above which decoded text is taken for a binary file.
Text exported from old systems holds a stray one now and then; random bytes hold about 11 %."""

MAX_FOREIGN = 0.25
"""Share of non-ASCII bytes up to which undeclared bytes that aren't UTF-8 are read as Windows-1252. In the
languages it serves at most every eighth letter is accented; Cyrillic or Greek text is nearly all above 127."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_CONTINUATION = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_MOJIBAKE = re.compile(f"[Â-ß]{_CONTINUATION}|[à-ï]{_CONTINUATION}{{2}}|â€|ðŸ|ï¿½")
_META_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)|^<\?xml[^>]{0,80}?encoding=["']([\w:.-]+)""",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and what a reader should know about how it was decoded."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, path: str, declared: str | None = None) -> Decoded:
    """The text of `data`, without its byte order mark, newlines untouched.

    Tried in order: a byte order mark, UTF-8, the declared encoding, UTF-16 without a mark, Windows-1252, and
    what charset-normalizer finds. UTF-8 comes before what is declared: text in another encoding is all but
    never valid UTF-8, while pages often declare the wrong one.

    Args:
        path: Named in errors.
        declared: An encoding that an http header or a page itself claims.

    Raises:
        InputError: `data` isn't text.
    """
    _refuse_binary(data, path)
    text, note = _decode(data, declared)
    if text is None or _looks_binary(text):
        raise InputError(f"{path}: is not text; give plain text, Markdown, HTML, JSON, CSV or Parquet")
    notes = (note,) if note else ()
    return Decoded(text, notes + mojibake(text))


def declared_in_page(data: bytes) -> str | None:
    """The encoding that an HTML page names in its first 2,048 bytes."""
    found = _META_CHARSET.search(data[:2048])
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def mojibake(text: str) -> tuple[str, ...]:
    """A note when the text holds UTF-8 that was once read as Windows-1252 ("â€™" for "’"): it is left alone."""
    if text.isascii():
        return ()
    lines = [number for number, line in enumerate(text.splitlines(), 1) if _is_mojibake(line)]
    if not lines:
        return ()
    shown = ", ".join(map(str, lines[:5])) + (", …" if len(lines) > 5 else "")
    return (f"mojibake in line{'s' if len(lines) > 1 else ''} {shown}: left as it is",)


def _is_mojibake(line: str) -> bool:
    return any(_repairs(found[0]) for found in _MOJIBAKE.finditer(line))


def _repairs(piece: str) -> bool:
    """Whether the characters, put back into bytes, are UTF-8: an accident in real text is very rare."""
    if piece in ("â€", "ðŸ"):
        return True
    raw = bytearray()
    for character in piece:
        try:
            raw += character.encode("cp1252")
        except UnicodeEncodeError:
            if ord(character) > 255:
                return False
            raw.append(ord(character))
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _refuse_binary(data: bytes, path: str) -> None:
    for start, name in KNOWN_BINARIES:
        if data.startswith(start):
            raise InputError(f"{path}: is {name}; save its text as .txt, .md or .html and give that")


def _decode(data: bytes, declared: str | None) -> tuple[str | None, str | None]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return (
                text,
                None if encoding == "utf-8" else f"decoded as {encoding.upper()}",
            )
    plain = _try(data, "utf-8")
    if plain is not None and "\x00" not in plain and "\x1b" not in plain:
        return plain, None
    if declared and (named := _try(data, AS_BROWSERS_READ.get(declared.lower(), declared))) is not None:
        return named, None
    if plain is not None and "\x00" not in plain:
        return plain, None
    return _guess(data)


def _guess(data: bytes) -> tuple[str | None, str | None]:
    """Bytes that are not UTF-8 and say nothing about themselves."""
    if encoding := _utf16_without_mark(data):
        return _try(data, encoding), f"decoded as {encoding.upper()} (no byte order mark)"
    if b"\x00" in data:
        return None, None
    damaged = data.decode("utf-8", "replace")
    broken = damaged.count("\ufffd")
    if broken * 4 < sum(character > "\x7f" for character in damaged) - broken:
        return damaged, f"{broken} damaged UTF-8 byte(s) replaced by U+FFFD"
    foreign = sum(byte > 127 for byte in data) / len(data)
    if foreign <= MAX_FOREIGN and (text := _try(data, "cp1252")) is not None:
        return text, "decoded as Windows-1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(GUESSED)).best()
    return (str(best), f"decoded as {best.encoding} (a guess)") if best else (None, None)


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 text in a Latin script has a zero in every other byte."""
    sample = data[:4096]
    if len(sample) < 4:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _looks_binary(text: str) -> bool:
    return len(_CONTROL.findall(text)) > MAX_CONTROL * len(text)
