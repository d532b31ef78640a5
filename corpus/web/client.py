"""Asks for pages as a guest does: slowly, by name, within limits, where it is welcome."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.metadata import version

import urllib3
from urllib3 import exceptions

from corpus.formats.fields import LARGEST
from corpus.messages import message
from corpus.text import ERRORS
from corpus.web.address import FetchError, checked, joined, origin_of
from corpus.web.connections import connections_for
from corpus.web.pace import INTERVAL, Clock, Pace
from corpus.web.robots import NAME, UNKNOWN, Robots

USER_AGENT = f"{NAME}/{version('visavis')} (reads the press for one person; one request a second)"

_TIMEOUT = urllib3.Timeout(connect=10, read=30)
_LONGEST = 120.0  # seconds for one answer: a server may send a byte now and then
_CHUNK = 65_536
_MOST_REDIRECTS = 5
_MOVED = frozenset({301, 302, 303, 307, 308})
_UNCHANGED, _BUSY = 304, frozenset({429, 503})

_TOO_LARGE = message("larger than 20 MB")
_TOO_SLOW = message("no answer in time")
_TOO_FAR = message("it leads from one address to the next without end")
_NO_HOST = message("no host of that name is known")
_NO_TRUST = message("no secure connection: its certificate cannot be trusted")
_NO_CONNECTION = message("no connection to the server")
_BREAKS_OFF = message("the answer breaks off, or is damaged")
_ASKS_TO_WAIT = message("the server asks to come back later ({status})")
_STATUS = message("the server answers {status}")

_ERRORS: tuple[tuple[type[Exception], str], ...] = (
    (exceptions.NameResolutionError, _NO_HOST),
    (exceptions.SSLError, _NO_TRUST),
    (exceptions.NewConnectionError, _NO_CONNECTION),
    (exceptions.ProxyError, _NO_CONNECTION),
    (exceptions.URLSchemeUnknown, _NO_CONNECTION),  # of a proxy
    (exceptions.TimeoutError, _TOO_SLOW),
    (exceptions.HTTPError, _BREAKS_OFF),
    (OSError, _NO_CONNECTION),
)


@dataclass(frozen=True, slots=True)
class Validators:
    """What tells the server which state of a page is known (RFC 9110, 8.8)."""

    etag: str = ""
    last_modified: str = ""

    def headers(self) -> dict[str, str]:
        """Return the conditions of a request, of what can be sent in one."""
        found = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {
            name: value
            for name, value in found.items()
            if value and value.isascii() and value.isprintable()
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server has sent."""

    url: str
    """Where it came from, after redirects."""
    status: int
    data: bytes = b""
    kind: str = ""
    """The media type, in lower case, without parameters."""
    validators: Validators = Validators()

    @property
    def is_unchanged(self) -> bool:
        """Whether the state that was known still holds; there are no data then."""
        return self.status == _UNCHANGED


class Client:
    """Asks for pages; each host is asked once a second at most."""

    def __init__(self, clock: Clock, typed: Iterable[str]) -> None:
        """`typed` are the checked addresses that the reader gave: their hosts may be private."""
        self._clock = clock
        self._pace = Pace(clock)
        self._typed = {origin_of(url) for url in typed}
        self._robots = Robots(self._robots_txt)

    def get(self, url: str, known: Validators | None = None) -> Answer:
        """Return what is at an address. Raises FetchError."""
        answer = self._follow(url, known.headers() if known else {}, self._robots.check)
        if answer.status == 200 or (answer.is_unchanged and known):
            return answer
        raise FetchError(
            _ASKS_TO_WAIT if answer.status in _BUSY else _STATUS, status=str(answer.status)
        )

    def _robots_txt(self, url: str) -> str | None:
        answer = self._follow(url, {}, lambda _: INTERVAL)
        if answer.status >= 500 or answer.status in _BUSY:
            raise FetchError(UNKNOWN)
        return answer.data.decode("utf-8-sig", ERRORS) if answer.status == 200 else None

    def _follow(
        self, url: str, headers: dict[str, str], interval_of: Callable[[str], float]
    ) -> Answer:
        url = checked(url)
        for _ in range(_MOST_REDIRECTS + 1):
            interval = interval_of(url)
            self._pace.wait(origin_of(url)[0], interval)
            answer = self._ask(url, headers)
            if not isinstance(answer, str):
                return answer
            url = joined(url, answer)
        raise FetchError(_TOO_FAR)

    def _ask(self, url: str, headers: dict[str, str]) -> Answer | str:
        """Return the answer, or the address that it leads to."""
        sent = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip", **headers}
        try:
            connections = connections_for(url, is_typed=origin_of(url) in self._typed)
            response = connections.request(
                "GET",
                url,
                headers=sent,
                timeout=_TIMEOUT,
                retries=False,
                redirect=False,
                preload_content=False,
            )
            try:
                return self._read(url, response)
            finally:
                response.close()
        except (exceptions.HTTPError, OSError) as error:
            raise FetchError(
                next(reason for kind, reason in _ERRORS if isinstance(error, kind))
            ) from error

    def _read(self, url: str, response: urllib3.BaseHTTPResponse) -> Answer | str:
        headers = response.headers
        if response.status in _MOVED and (location := headers.get("Location")):
            return str(location)
        if response.status != 200:
            return Answer(url, response.status)
        return Answer(
            url,
            response.status,
            self._body(response),
            headers.get("Content-Type", "").partition(";")[0].strip().lower(),
            Validators(headers.get("ETag", ""), headers.get("Last-Modified", "")),
        )

    def _body(self, response: urllib3.BaseHTTPResponse) -> bytes:
        deadline = self._clock.now() + _LONGEST
        data = bytearray()
        while chunk := response.read1(_CHUNK):
            data += chunk
            if len(data) > LARGEST:
                raise FetchError(_TOO_LARGE)
            if self._clock.now() > deadline:
                raise FetchError(_TOO_SLOW)
        return bytes(data)
