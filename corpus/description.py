"""What the folder's `corpus.toml` says of the corpus as a whole: its name and its period."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.article import Rejection
from corpus.messages import message

FILE = "corpus.toml"

_MAX_BYTES = 64 * 1024

Period = tuple[date, date]
"""The first and the last day that articles may be from."""


@dataclass(frozen=True, slots=True)
class Description:
    """The corpus as a whole."""

    name: str
    period: Period | None = None
    problems: tuple[Rejection, ...] = ()
    """What in the file could not be used."""


def describe(corpus: Path) -> Description:
    """Return the name and period of the corpus in `corpus`; without a file, the folder's name."""
    try:
        fields = _read(corpus / FILE)
    except FileNotFoundError:
        return Description(corpus.resolve().name)
    except (OSError, ValueError, RecursionError):
        return _without_use(corpus, message("it is not a TOML file that can be read"))
    name = fields.get("name", corpus.resolve().name)
    if not isinstance(name, str):
        return _without_use(corpus, message("“name” must be a text"))
    try:
        return Description(name, _period(fields.get("period")))
    except ValueError:
        return Description(
            name,
            problems=(
                Rejection(
                    FILE, None, message("“period” must be two dates, the first not after the last")
                ),
            ),
        )


def _read(path: Path) -> dict[str, object]:
    with path.open("rb") as file:
        data = file.read(_MAX_BYTES + 1)
    if len(data) > _MAX_BYTES:
        raise ValueError
    return tomllib.loads(data.decode("utf-8-sig"))


def _period(value: object) -> Period | None:
    if value is None:
        return None
    match value:
        case [first, last] if type(first) is type(last) is date and first <= last:
            return first, last
    raise ValueError


def _without_use(corpus: Path, reason: str) -> Description:
    return Description(corpus.resolve().name, problems=(Rejection(FILE, None, reason),))
