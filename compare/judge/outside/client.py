"""One question to a chat server: the address as given, no redirects, never longer than the time-out."""

from __future__ import annotations

import http.client
import json
import os
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from compare.errors import JudgeError
from compare.web import http_opener

KEY = "CLAIMCOMPARE_JUDGE_KEY"
"""The environment's name of the key. A key on the command line would be seen by every user of the machine."""

PATH = "/chat/completions"

LARGEST = 1_000_000
"""Bytes of an answer: what is asked for has some hundred."""

CHUNK = 65_536
"""Bytes read between two looks at the clock."""

WRONG = {
    401: f"the server wants another key; set {KEY}",
    403: f"the key may not be used for this; check {KEY} and --judge-model",
    404: "the server knows no such address or model; check --judge-url (it often ends in /v1) and --judge-model",
    405: "this is no address of a chat server; check --judge-url (it often ends in /v1)",
}
"""Statuses that every question would get, and what to do about them."""


class NoAnswer(Exception):  # noqa: N818  the next question may have one
    """No usable reply to this question; the message says why, in a few words."""


class Reply(NamedTuple):
    """What the model wrote, and what the server calls the model."""

    text: str
    model: str


def key_from_environment() -> str:
    """The key, or "" where there is none: servers on one's own machine want none.

    Raises:
        JudgeError: It can't be sent.
    """
    key = os.environ.get(KEY, "").strip()
    if not key.isascii() or not key.isprintable():
        raise JudgeError(f"{KEY}: holds more than a key; set it to the key alone")
    return key


def check_address(address: str) -> None:
    """Raise JudgeError unless it is an http(s) address without a key in it."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise JudgeError(f"--judge-url {address}: is no address ({error})") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise JudgeError(f"--judge-url {address}: give an http(s) address, as http://localhost:11434/v1")
    if not address.isascii() or any(char.isspace() for char in address):
        raise JudgeError(f"--judge-url {address}: has characters that no address has")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise JudgeError(f"--judge-url: leave out user, password and query; the key goes into {KEY}")


class Client:
    """A chat server.

    Args:
        address: Its base address, as `http://localhost:11434/v1`, or that of the chat interface itself.
        key: Sent as a bearer token if there is one.
        timeout: Seconds for one question.

    Raises:
        JudgeError: The address is none.
    """

    def __init__(self, address: str, key: str, timeout: float) -> None:
        check_address(address)
        base = address.rstrip("/")
        self._address = base if base.endswith(PATH) else base + PATH
        self._key = key
        self._timeout = timeout
        self._answered = False
        self._opener = http_opener()

    def ask(self, model: str, messages: Sequence[dict[str, str]]) -> Reply:
        """The reply to one question.

        Raises:
            NoAnswer: None came, or not in the form of the interface.
            JudgeError: No question can be asked there.
        """
        reply = _reply(self._send(model, messages))
        self._answered = True
        return reply

    def _send(self, model: str, messages: Sequence[dict[str, str]]) -> bytes:
        body = {"model": model, "messages": list(messages), "temperature": 0}
        headers = {
            "Content-Type": "application/json",
            "Accept": "application/json",
            "User-Agent": "claimcompare",
        }
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        request = urllib.request.Request(self._address, json.dumps(body).encode("ascii"), headers)
        deadline = time.monotonic() + self._timeout
        try:
            with self._opener.open(request, timeout=self._timeout) as answer:
                return _read(answer, deadline)
        except urllib.error.HTTPError as error:
            raise self._refusal(error.code) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise self._failure(getattr(error, "reason", error)) from error

    def _refusal(self, status: int) -> Exception:
        if status in WRONG:
            return JudgeError(f"{self._address}: {WRONG[status]} (status {status})")
        if 300 <= status < 400:
            return JudgeError(f"{self._address}: sends on to another address; give that one as --judge-url")
        return NoAnswer(f"the server answered {status}")

    def _failure(self, reason: object) -> Exception:
        if isinstance(reason, TimeoutError) or "timed out" in str(reason):
            return NoAnswer(f"no answer within {self._timeout:g} s")
        if self._answered or isinstance(reason, http.client.HTTPException | ConnectionResetError):
            return NoAnswer("the connection broke")
        why = _why(reason)
        return JudgeError(f"{self._address}: {why}; start the server or check --judge-url")


def _read(answer: http.client.HTTPResponse, deadline: float) -> bytes:
    data = bytearray()
    while chunk := answer.read1(CHUNK):
        data += chunk
        if len(data) > LARGEST:
            raise NoAnswer("its answer is too long")
        if time.monotonic() > deadline:
            raise TimeoutError
    return bytes(data)


def _reply(data: bytes) -> Reply:
    """The text of the first choice. Raises NoAnswer for anything else."""
    try:
        document: Any = json.loads(data)
        text = document["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise NoAnswer("the server didn't answer as a chat server does") from error
    if not isinstance(text, str):
        raise NoAnswer("the server didn't answer as a chat server does")
    model = document.get("model")
    return Reply(text, model if isinstance(model, str) else "")


def _why(reason: object) -> str:
    if isinstance(reason, ConnectionRefusedError):
        return "the connection was refused"
    if isinstance(reason, ssl.SSLError):
        return "the server has no certificate that can be trusted"
    return f"can't be reached ({' '.join(str(reason).split()) or type(reason).__name__})"
