"""Which state of each feed was taken last, in a plain file beside the articles."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.readers_files import replace_file
from corpus.web.client import Validators

FILE = ".fetched.json"
"""In the folder, so that it goes where the articles go."""

_MOST_BYTES = 4_000_000


@dataclass(frozen=True, slots=True)
class Visit:
    """A feed all of whose articles were taken."""

    validators: Validators
    articles: int
    """How many it had."""


class Visits:
    """The last visit of each feed."""

    def __init__(self, folder: Path) -> None:
        """Read what is known; a file that cannot be read says nothing."""
        self._path = folder / FILE
        self._visits: dict[str, Visit] = {}
        with suppress(OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            if self._path.stat().st_size < _MOST_BYTES:
                table = json.loads(self._path.read_text(encoding="utf-8"))
                self._visits = {url: _visit(kept) for url, kept in table.items()}

    def of(self, url: str) -> Visit | None:
        """Return the last visit of a feed."""
        return self._visits.get(url)

    def keep(self, url: str, visit: Visit) -> None:
        """Write down a visit, where the server gave something to know it by. Raises OSError."""
        if visit.validators.headers():
            self._visits[url] = visit
            table = {url: asdict(visit) for url, visit in self._visits.items()}
            replace_file(self._path, json.dumps(table, indent=1) + "\n")


def _visit(kept: dict[str, dict[str, str]]) -> Visit:
    known = kept["validators"]
    values = [str(known[name]) for name in ("etag", "last_modified")]
    return Visit(Validators(*values), int(str(kept["articles"])))
