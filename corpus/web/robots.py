"""What a site asks of programs in its robots.txt (RFC 9309)."""

from collections.abc import Callable
from urllib.parse import urljoin

from protego import Protego

from corpus.messages import message
from corpus.web.address import FetchError, Origin, origin_of
from corpus.web.pace import INTERVAL

NAME = "visavis"
"""What the program is called in a robots.txt."""

_LONGEST_DELAY = 30.0

_FORBIDDEN = message("the site's robots.txt does not want it taken by programs")
UNKNOWN = message("the site's robots.txt cannot be had, so that nothing is taken from it")
"""Why nothing is taken from a site whose rules its server fails to give."""


class Robots:
    """The rules of each site, asked for once."""

    def __init__(self, text_of: Callable[[str], str | None]) -> None:
        """`text_of` returns the text at an address, None where there is none.

        Where it raises FetchError, nothing is taken from the site.
        """
        self._text_of = text_of
        self._rules: dict[tuple[str, Origin], Protego | FetchError] = {}

    def check(self, url: str) -> float:
        """Return how many seconds to leave between two requests. Raises FetchError if forbidden."""
        rules = self._rules_of(url)
        if isinstance(rules, FetchError):
            raise rules
        if not rules.can_fetch(url, NAME):
            raise FetchError(_FORBIDDEN)
        delay = rules.crawl_delay(NAME)
        return min(max(INTERVAL, float(delay or 0)), _LONGEST_DELAY)

    def _rules_of(self, url: str) -> Protego | FetchError:
        site = url.partition(":")[0], origin_of(url)
        if site not in self._rules:
            self._rules[site] = self._read(urljoin(url, "/robots.txt"))
        return self._rules[site]

    def _read(self, url: str) -> Protego | FetchError:
        try:
            return Protego.parse(self._text_of(url) or "")
        except FetchError as error:
            return error
