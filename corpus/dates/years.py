"""Which year is meant by a day whose year is left open: what text, path and period tell of it."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date

_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?!\d|[.,]\d|\s*%|\s+(?:euros|dollars|personnes)\b)")
_PATH_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

# Press speaks of the years before its own far more than of those to come. Fitted on one half of
# 12,775 dated articles, and as good as a table of how often each distance occurs.
_FARTHEST_PAST = 12
_FARTHEST_FUTURE = 4
_FUTURE_COST = 4
_UNLIKELY_COST = 4


def years_in(text: str) -> frozenset[int]:
    """Return the years that `text` names."""
    return frozenset(map(int, _YEAR.findall(text)))


def years_of_path(file: str) -> frozenset[int]:
    """Return the years that stand in a path or a file's name (".../2023/10/titre.txt")."""
    return frozenset(map(int, _PATH_YEAR.findall(file)))


def cost(year: int, named: Iterable[int]) -> int:
    """Return how ill `year` suits, as the year of publication, a text that names these years."""
    return sum(
        min(year - other, _FARTHEST_PAST)
        if other <= year
        else _FUTURE_COST * min(other - year, _FARTHEST_FUTURE)
        for other in named
    )


def best_by_text(
    days: Sequence[date], named: frozenset[int], unlikely: Collection[date] = ()
) -> date:
    """Return the one of `days` whose year suits the years named best, of equals the latest.

    Where no year is named, later years suit better. Days that are `unlikely` for another reason
    are taken only when they suit better by some years.
    """
    latest = max(days).year

    def ill(day: date) -> int:
        by_year = cost(day.year, named) if named else latest - day.year
        return by_year + _UNLIKELY_COST * (day in unlikely)

    return min(days, key=lambda day: (ill(day), -day.toordinal()))
