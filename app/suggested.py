"""In words: what day an article without a date may be of, and why."""

from collections.abc import Iterator

from app.locale import _, ngettext
from corpus.text import visible
from index.suggested_dates import DateSuggestion, Neighbour, Suggested

_LIKELY = 0.7


def reasons(suggestion: DateSuggestion) -> Iterator[str]:
    """Yield what speaks for a day, a line each, safe to show."""
    for neighbour in suggestion.neighbours:
        yield _same(neighbour)
    if suggestion.weekday:
        yield _("the weekday that the text names fits")


def strength(suggestion: DateSuggestion) -> str:
    """Return how much speaks for it, in a word."""
    return _("likely") if suggestion.likelihood >= _LIKELY else _("possible")


def in_one_line(suggestion: DateSuggestion) -> str:
    """Return a day and why: "2023-10-10, possible: “Title” (…) has 64 % of its telling words"."""
    return _("{day}, {strength}: {reasons}").format(
        day=suggestion.date,
        strength=strength(suggestion),
        reasons=" · ".join(reasons(suggestion)),
    )


def last_named(found: Suggested) -> str | None:
    """Return the sentence on the last day that the text names in full, if it names any."""
    if found.last_named is None:
        return None
    return _("The last day that it names in full is {day}").format(day=found.last_named)


def _same(neighbour: Neighbour) -> str:
    told = _("“{title}” ({day}) has {share} % of its telling words").format(
        title=visible(" ".join(neighbour.title.split())),
        day=neighbour.date,
        share=round(neighbour.shared * 100),
    )
    if not neighbour.both:
        return told
    days = ", ".join(map(str, neighbour.both))
    both = ngettext("both speak of {days}", "both speak of {days}", len(neighbour.both))
    return f"{told}, {both.format(days=days)}"
