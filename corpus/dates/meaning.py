"""What each form of date means, by its name in `corpus.dates.grammar`."""

from collections.abc import Mapping

from corpus.dates import named, relative, stretches
from corpus.dates.phrase import Rule, whole
from corpus.dates.ranges import ranges

RULES: Mapping[str, Rule] = {
    "date": whole(named.day_of_phrase),
    "month first": whole(named.day_of_phrase),
    "short month first": whole(named.day_of_phrase),
    "numeric": whole(named.numeric),
    "iso": whole(named.numeric),
    "day and month": whole(named.day_and_month),
    "weekday and day": whole(named.weekday_and_day),
    "day": whole(named.day_alone),
    "days of this month": whole(named.days_of_this_month),
    "week of": named.week_of,
    "eve of": whole(named.eve_of),
    "list": named.listed,
    "range": ranges,
    "month and year": whole(stretches.month_and_year),
    "month in figures": whole(stretches.month_in_figures),
    "month": whole(stretches.month_alone),
    "year": whole(stretches.year_alone),
    "part": whole(stretches.part),
    "ordinal": whole(stretches.ordinal),
    "numbered": whole(stretches.numbered),
    "decade": whole(stretches.decade),
    "season": whole(stretches.season_and_year),
    "weekday": whole(relative.weekday_alone),
    "deictic": whole(relative.deictic),
    "eve": whole(relative.eve),
    "this": whole(relative.this),
    "this too": whole(relative.this),
    "near": whole(relative.near),
    "ago": whole(relative.ago),
    "ahead": whole(relative.ahead),
    "later": whole(relative.later),
    "counted from": relative.counted_from,
    "span": whole(relative.span),
}
"""The rule that tells what a phrase of each form means."""
