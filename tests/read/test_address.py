"""Articles from http(s) addresses, against a server on this machine."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from compare.errors import InputError
from compare.read import read_one
from compare.settings import ReadSettings

STORY = "Dam fails near Torvel\nThe dam failed on Monday. It’s gone.\n"
SETTINGS = ReadSettings(timeout=5, max_bytes=100_000)


class Site(BaseHTTPRequestHandler):
    """A few pages, each with one way to go right or wrong."""

    def do_GET(self) -> None:
        page = self.path.strip("/")
        getattr(self, f"get_{page}", self.get_missing)()

    def answer(
        self, body: bytes, kind: str = "text/plain; charset=utf-8", status: int = 200, **headers: str
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def get_story(self) -> None:
        self.answer(STORY.encode())

    def get_latin(self) -> None:
        self.answer(STORY.encode("cp1252"), "text/plain; charset=windows-1252")

    def get_packed(self) -> None:
        self.answer(gzip.compress(STORY.encode()), Content_Encoding="gzip")

    def get_bomb(self) -> None:
        self.answer(gzip.compress(b"word " * 1_000_000), Content_Encoding="gzip")

    def get_records(self) -> None:
        self.answer(b'[{"text": "It rained."}, {"text": "It snowed."}]', "application/json")

    def get_page(self) -> None:
        sentence = (
            "<p>The earthen dam above the town of Torvel gave way early on Wednesday, officials said.</p>"
        )
        self.answer(f"<html><body><article>{sentence * 4}</article></body></html>".encode(), "text/html")

    def get_picture(self) -> None:
        self.answer(b"\x89PNG", "image/png")

    def get_missing(self) -> None:
        self.answer(b"no", status=404)

    def get_empty(self) -> None:
        self.answer(b"")

    def get_moved(self) -> None:
        self.answer(b"", status=302, Location="/story")

    def get_circle(self) -> None:
        self.answer(b"", status=302, Location="/circle")

    def get_file(self) -> None:
        self.answer(b"", status=302, Location="file:///etc/hostname")

    def get_endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"word " * 1000)
        except OSError:
            return

    def get_drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"word ")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            return

    def get_silence(self) -> None:
        time.sleep(2)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.mark.parametrize("page", ["story", "latin", "packed", "moved"])
def test_a_page_of_text(page: str, site: str) -> None:
    article = read_one(f"{site}/{page}", SETTINGS)[0]
    assert article.text == STORY
    assert article.path == f"{site}/{page}"
    assert article.url == f"{site}/{'story' if page == 'moved' else page}"


def test_a_page_of_records(site: str) -> None:
    assert [article.id for article in read_one(f"{site}/records", SETTINGS)] == ["records-1", "records-2"]


def test_a_page_of_html(site: str) -> None:
    assert "earthen dam" in read_one(f"{site}/page", SETTINGS)[0].text


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("missing", "the server answered 404"),
        ("picture", "is image/png, not an article"),
        ("empty", "the page is empty"),
        ("circle", "redirects in a circle"),
        ("file", "is not allowed"),
        ("endless", "larger than 0.1 MB"),
        ("bomb", "larger than 0.1 MB"),
    ],
)
def test_what_is_no_article(page: str, message: str, site: str) -> None:
    with pytest.raises(InputError) as caught:
        read_one(f"{site}/{page}", SETTINGS)
    assert str(caught.value).startswith(f"{site}/{page}: ")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("page", ["silence", "drip"])
def test_a_server_that_is_too_slow(page: str, site: str) -> None:
    start = time.monotonic()
    with pytest.raises(InputError, match=r"no full answer within 0\.5 s"):
        read_one(f"{site}/{page}", ReadSettings(timeout=0.5))
    assert time.monotonic() - start < 4


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(InputError, match="connection was refused"):
        read_one("http://127.0.0.1:9/", SETTINGS)


@pytest.mark.parametrize("address", ["http://", "http://[::1", "https:// x", "http://no-such-host.invalid/"])
def test_an_address_that_leads_nowhere(address: str) -> None:
    with pytest.raises(InputError) as caught:
        read_one(address, SETTINGS)
    assert "\n" not in str(caught.value)
