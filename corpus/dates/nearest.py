"""Which day is meant where words leave the year or the week open."""

from datetime import date

from corpus.dates import periods
from corpus.dates.periods import DAY, DAYS_OF_WEEK, Period, valid_date

_YEARS_AROUND = 3  # within as many a weekday's year is looked for

_SAME_YEAR = 120  # days by which the year of publication is nearer: others are told with theirs
_PER_LEAN = 80
_MOST_LEAN = 2
_FAR = 200  # days from publication beyond which a date is rather of the year that the text tells of

_LAST_BACK = 4  # days: a weekday that many back is told of rather than the same to come
_MOST_BACK = 6


def weekday_near(weekday: int, published: date, lean: int) -> date:
    """Return the day of that weekday that is meant in what was written on `published`.

    `lean` as of `corpus.dates.leaning`.
    """
    back = (published.weekday() - weekday) % DAYS_OF_WEEK
    if lean > 0 and back > 1:
        ahead = True
    elif lean < 0 and back < _MOST_BACK:
        ahead = False
    else:
        ahead = back > _LAST_BACK
    return published + ((DAYS_OF_WEEK if ahead else 0) - back) * DAY


def day_near(
    month: int, day: int, weekday: int | None, published: date, told: int | None, lean: int
) -> date | None:
    """Return the day that day and month name, their year left open; None where none has it.

    Of the years around that of publication a weekday chooses; where it suits none, it is a slip.
    `told` is the year that the text tells of. Without a weekday `lean` counts.
    """
    around = range(published.year - _YEARS_AROUND, published.year + _YEARS_AROUND + 1)
    days = [found for year in around if (found := valid_date(year, month, day))]
    if weekday is None:
        return min(days, key=lambda found: _distance(found, published, lean), default=None)
    there = valid_date(told, month, day) if told else None
    fitting = [found for found in days if found.weekday() == weekday]
    fitting.sort(key=lambda found: abs((found - published).days))
    near = bool(fitting) and abs((fitting[0] - published).days) <= _FAR
    if there and there.weekday() == weekday and not near:
        return there
    return min(fitting or days, key=lambda found: abs((found - published).days), default=None)


def month_near(month: int, published: date, lean: int) -> Period:
    """Return the month of that name that is meant in what was written on `published`."""
    here = published.replace(day=15)
    days = [date(here.year + shift, month, 15) for shift in (-1, 0, 1)]
    day = min(days, key=lambda found: _distance(found, here, lean))
    return periods.month_of(day.year, month)


def _distance(day: date, published: date, lean: int) -> int:
    days = (day - published).days
    for_it = (lean if days > 0 else -lean) if days else 0
    same_year = day.year == published.year and for_it >= 0
    cue = max(-_MOST_LEAN, min(_MOST_LEAN, for_it)) * _PER_LEAN
    return abs(days) - (_SAME_YEAR if same_year else 0) - cue


def month_beside(month: int, published: date, *, back: bool) -> Period:
    """Return the last month of that name ("mai dernier"), or the next."""
    passed = month < published.month if back else month <= published.month
    year = published.year + (0 if passed else -1) if back else published.year + passed
    return periods.month_of(year, month)


def season_near(season: int, published: date) -> Period:
    """Return the season that `published` lies in, or the next of its name."""
    years = range(published.year, published.year + 2)
    seasons = [periods.season_of(year, season) for year in years]
    return next(found for found in seasons if found.until >= published)


def season_beside(season: int, published: date, *, back: bool) -> Period:
    """Return the last season of that name that is over, or the next that begins."""
    years = range(published.year - 1, published.year + 3)
    seasons = [periods.season_of(year, season) for year in years]
    if back:
        return [found for found in seasons if found.until < published][-1]
    return next(found for found in seasons if found.since > published)
