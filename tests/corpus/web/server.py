"""A web server of the tests' own, and a clock that nobody waits for."""

import gzip
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

BROKEN_OFF = "X-Broken-Off"
"""A header of a `Page` that is not sent: the answer breaks off."""


@dataclass(frozen=True)
class Page:
    """What the server answers."""

    data: bytes = b""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Site:
    """The pages by their paths, and what was asked for."""

    address: str
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    """The paths, in order."""
    headers: list[dict[str, str]] = field(default_factory=list)

    def put(self, path: str, page: str | bytes | Page, **headers: str) -> str:
        """Put a page at a path, and return its address."""
        if not isinstance(page, Page):
            data = page.encode() if isinstance(page, str) else page
            page = Page(data, headers={name.replace("_", "-"): v for name, v in headers.items()})
        self.pages[path] = page
        return self.address + path

    def moved(self, path: str, to: str) -> str:
        """Have a path lead elsewhere, and return its address."""
        return self.put(path, Page(status=302, headers={"Location": to}))


@contextmanager
def serving() -> Iterator[Site]:
    """Serve on the loopback until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if not self.path.endswith("/robots.txt"):
                site.asked.append(self.path)
            site.headers.append({name.lower(): value for name, value in self.headers.items()})
            page = site.pages.get(self.path, Page(b"", status=404))
            etag = page.headers.get("ETag")
            if etag and self.headers.get("If-None-Match") == etag:
                page = Page(status=304)
            self._answer(page)

        def _answer(self, page: Page) -> None:
            data = page.data
            if page.headers.get("Content-Encoding") == "gzip":
                data = gzip.compress(data)
            self.send_response(page.status)
            self.send_header("Connection", "close")
            if page.status != 304:
                self.send_header("Content-Type", page.kind)
                is_whole = BROKEN_OFF not in page.headers
                self.send_header("Content-Length", str(len(data) + (not is_whole)))
            for name, value in page.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        site = Site(f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()


class FakeClock:
    """Sleeping moves it on; so does each look at it, by `step` seconds."""

    def __init__(self, step: float = 0.0) -> None:
        self.time = 100.0
        self.step = step
        self.slept: list[float] = []

    def now(self) -> float:
        """Return its time."""
        self.time += self.step
        return self.time

    def sleep(self, seconds: float) -> None:
        """Note the wait."""
        self.slept.append(seconds)
        self.time += seconds
