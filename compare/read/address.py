"""Articles from the web: an http(s) address, only when given as one."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
import zlib
from email.message import Message
from typing import IO
from urllib.parse import urlsplit

from compare.errors import InputError
from compare.read.document import Document, stem_of
from compare.read.files import too_large
from compare.read.formats import CONTENT_TYPES, SUFFIXES, is_address, sniff
from compare.settings import ReadSettings
from compare.web import http_opener

CHUNK = 65_536
"""Bytes read between two looks at the clock and the size."""

USER_AGENT = "claimcompare"
ACCEPT = "text/html, text/plain;q=0.9, text/markdown;q=0.9, application/json;q=0.8, */*;q=0.1"


def fetch(address: str, settings: ReadSettings) -> Document:
    """The document at an http(s) address.

    Raises:
        InputError: No answer in time, an error status, too many redirects, too large, or not a kind of text.
    """
    deadline = time.monotonic() + settings.timeout
    try:
        request = urllib.request.Request(address, headers={"User-Agent": USER_AGENT, "Accept": ACCEPT})
        with _opener(settings).open(request, timeout=settings.timeout) as answer:
            data = _stream(answer, address, deadline, settings)
            return _document(address, answer.geturl(), answer.headers, data)
    except urllib.error.HTTPError as error:
        raise InputError(f"{address}: {_refusal(error, settings)}") from error
    except urllib.error.URLError as error:
        raise InputError(f"{address}: {_why(error.reason, settings)}") from error
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        raise InputError(f"{address}: {_why(error, settings)}") from error


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects, to http(s) addresses only."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if not is_address(newurl):
            raise urllib.error.URLError(f"redirected to {newurl!r}, which is no http(s) address")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener(settings: ReadSettings) -> urllib.request.OpenerDirector:
    """Follows redirects, as many as the settings allow and to http(s) addresses only."""
    redirects = _Redirects()
    redirects.__dict__.update(max_redirections=settings.max_redirects, max_repeats=settings.max_redirects)
    return http_opener(redirects)


def _stream(
    answer: http.client.HTTPResponse,
    address: str,
    deadline: float,
    settings: ReadSettings,
) -> bytes:
    """The body of the answer, never more of it in memory than the limit, never longer than the time-out."""
    packed = (answer.headers.get("Content-Encoding") or "").lower()
    unpack = zlib.decompressobj(wbits=47) if packed in ("gzip", "deflate", "x-gzip") else None
    data = bytearray()
    while chunk := answer.read1(CHUNK):
        data += unpack.decompress(chunk, settings.max_bytes + 1) if unpack else chunk
        if len(data) > settings.max_bytes:
            raise InputError(too_large(address, settings))
        if time.monotonic() > deadline:
            raise TimeoutError
    return bytes(data)


def _document(address: str, final: str, headers: Message, data: bytes) -> Document:
    if not data.strip():
        raise InputError(f"{address}: the page is empty")
    kind = headers.get_content_type() if headers.get("Content-Type") else ""
    if kind in ("", "application/octet-stream", "text/plain"):
        suffix = "." + urlsplit(final).path.rsplit(".", 1)[-1].lower()
        chosen = SUFFIXES.get(suffix) or sniff(data)
    elif kind in CONTENT_TYPES:
        chosen = CONTENT_TYPES[kind]
    else:
        raise InputError(
            f"{address}: is {kind}, not an article; HTML, plain text, Markdown, JSON, CSV and Parquet are read"
        )
    stem = stem_of(urlsplit(final).path) or urlsplit(final).hostname or "page"
    return Document(address, stem, data, chosen, declared=headers.get_content_charset(), url=final)


def _refusal(error: urllib.error.HTTPError, settings: ReadSettings) -> str:
    if "infinite loop" in str(error.reason):
        return f"redirects in a circle, or more than {settings.max_redirects} times"
    return f"the server answered {error.code} {' '.join(str(error.reason).split())}"


def _why(reason: object, settings: ReadSettings) -> str:
    if isinstance(reason, TimeoutError) or "timed out" in str(reason):
        return (
            f"no full answer within {settings.timeout:g} s; try again, or raise read.timeout in the settings"
        )
    if isinstance(reason, ConnectionRefusedError):
        return "the connection was refused"
    text = " ".join(str(reason).split()) or type(reason).__name__
    return f"could not be fetched: {text}"
