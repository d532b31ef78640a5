"""An article laid out in rows for a width: title, what is known of it, text, what was left out."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from app.copied import told
from app.interface.dates import day, number
from app.interface.painting import cells
from app.interface.wrapping import wrap
from app.locale import _, ngettext
from corpus.article import PARAGRAPH_BREAK, Article, Evidence, How, Kind, Span
from corpus.text import visible
from corpus.values import frozen
from index.answer import Reading

SYMBOLS = {Kind.PERSON: "◆", Kind.ORGANISATION: "■", Kind.PLACE: "▲"}
"""What tells kinds of actor apart beside their hue."""

_ACTORS_SHOWN = 12


class Role(StrEnum):
    """What a row is."""

    TITLE = "title"
    FACT = "fact"
    ACTORS = "actors"
    TEXT = "text"
    FOLD = "fold"
    LEFT_OUT = "left-out"
    BLANK = "blank"


@frozen
class Row:
    """One line of the page."""

    role: Role
    text: str = ""
    """As it is shown."""
    start: int = 0
    """Where it begins: in the article's text for TEXT, in its headline for TITLE."""
    paragraph: int = -1
    """Which paragraph of the text it belongs to, from 0."""
    names: tuple[tuple[int, int, str, Kind], ...] = ()
    """Actors on the row: [start, end) of it, name, kind."""


@frozen
class Actor:
    """An actor of an article and how often it is mentioned."""

    name: str
    kind: Kind
    count: int


@frozen
class Page:
    """The rows of an article, and where its hits stand among them."""

    rows: tuple[Row, ...]
    hit_rows: tuple[int, ...]
    """The row each hit starts on."""
    hit_paragraphs: frozenset[int]
    """The paragraphs that hold hits."""


def actors_of(reading: Reading) -> list[Actor]:
    """Return the actors of an article, kind by kind, the most mentioned first."""
    mentions = (*reading.title_mentions, *reading.mentions)
    counts = Counter((mention.actor, mention.kind) for mention in mentions)
    actors = [Actor(name, kind, count) for (name, kind), count in counts.most_common()]
    return sorted(actors, key=lambda actor: list(Kind).index(actor.kind))


def lay_out(reading: Reading, hits: Sequence[Span], width: int, *, unfolded: bool) -> Page:
    """Return the page at `width` cells; `unfolded` shows what was left out of the article."""
    article = reading.article
    head = [
        *_flow(Role.TITLE, visible(article.headline), width),
        *_flow(Role.FACT, date_fact(article), width),
        *_facts(article, width),
        *(_flow(Role.FACT, _stub(), width) if article.stub else ()),
        *_actor_rows(_most_mentioned(reading), width),
        *(_flow(Role.FACT, _("actors are not known yet"), width) if not reading.analysed else ()),
        *_copied(reading, width),
    ]
    body = [*_text_rows(article.paragraphs, width)]
    rows = (*head, Row(Role.BLANK), *body, *_left_out(article, width, unfolded))
    first = len(head) + 1
    starts = [row.start for row in body if row.role is Role.TEXT]
    places = [first + at for at, row in enumerate(body) if row.role is Role.TEXT]
    hit_rows = tuple(places[bisect_right(starts, hit[0]) - 1] for hit in hits) if starts else ()
    return Page(rows, hit_rows, frozenset(rows[at].paragraph for at in hit_rows))


def _most_mentioned(reading: Reading) -> list[Actor]:
    actors = actors_of(reading)
    most = sorted(actors, key=lambda actor: -actor.count)[:_ACTORS_SHOWN]
    return [actor for actor in actors if actor in most]


def date_fact(article: Article) -> str:
    """Return the date, a sign for how it is known, and the words that say so."""
    if article.date is None:
        return "? " + _("undated")
    evidence = _evidence(article, "date")
    text = day(article.date)
    if article.date_evidence is How.INFERRED:
        text += " ~"
    if evidence:
        text += f"  {_because(evidence)}"
    if article.date_candidates:
        others = ", ".join(day(other) for other in article.date_candidates)
        text += "  " + _("or {days}").format(days=others)
    return text


def short_date(article_date: str, how: How | None) -> str:
    """Return a day with the sign for how it is known, as lists show it."""
    return article_date + (" ~" if how is How.INFERRED else "")


def _facts(article: Article, width: int) -> Iterator[Row]:
    source = visible(article.source or "")
    evidence = _evidence(article, "source")
    if source and evidence and evidence.how is not How.DECLARED:
        source += f"  {_because(evidence, article.source)}"
    others = [article.agency, article.author]
    line = " · ".join([source, *(visible(other) for other in others if other)]).strip(" ·")
    if line:
        yield from _flow(Role.FACT, line, width)


def _copied(reading: Reading, width: int) -> Iterator[Row]:
    if reading.copied and (said := told(reading.article, reading.copied)):
        yield from _flow(Role.FACT, said, width)


def _stub() -> str:
    return _("A stub: its file holds only a reference, or the beginning.")


def _evidence(article: Article, field: str) -> Evidence | None:
    return next((e for e in article.evidence if e.field == field), None)


def _because(evidence: Evidence, value: str | None = None) -> str:
    """Return how a value is known, with the words that say so where they say more."""
    how = _how(evidence.how)
    if evidence.how is How.DECLARED or evidence.words in ("", value):
        return how
    words = visible(evidence.words).replace("\n", " ")
    return f"{how} " + _("“{words}”").format(words=words)


def _how(how: How) -> str:
    return {
        How.DECLARED: _("declared"),
        How.STATED: _("stated"),
        How.INFERRED: _("inferred"),
        How.SET: _("set"),
    }.get(how, how.value)


def _flow(role: Role, text: str, width: int, start: int = 0, paragraph: int = -1) -> Iterator[Row]:
    for left, right in wrap(text, width):
        yield Row(role, text[left:right], start + left, paragraph)


def _text_rows(paragraphs: Iterable[str], width: int) -> Iterator[Row]:
    start = 0
    for at, paragraph in enumerate(paragraphs):
        if at:
            yield Row(Role.BLANK)
        yield from _flow(Role.TEXT, visible(paragraph), width, start, at)
        start += len(paragraph) + len(PARAGRAPH_BREAK)


def _actor_rows(actors: Iterable[Actor], width: int) -> Iterator[Row]:
    text, names = "", list[tuple[int, int, str, Kind]]()
    for actor in actors:
        chunk = f"{SYMBOLS[actor.kind]} {visible(actor.name)} {number(actor.count)}"
        if text and cells(text) + 2 + cells(chunk) > width:
            yield Row(Role.ACTORS, text, names=tuple(names))
            text, names = "", []
        text += "  " if text else ""
        names.append((len(text), len(text) + len(chunk), actor.name, actor.kind))
        text += chunk
    if text:
        yield Row(Role.ACTORS, text, names=tuple(names))


def _left_out(article: Article, width: int, unfolded: bool) -> Iterator[Row]:
    if not article.dropped:
        return
    yield Row(Role.BLANK)
    count = len(article.dropped)
    said = ngettext(
        "{n} piece of the page left out", "{n} pieces of the page left out", count
    ).format(n=number(count))
    sign = "▾" if unfolded else "▸"
    yield from _flow(Role.FOLD, f"{sign} {said}", width)
    if unfolded:
        for dropped in article.dropped:
            yield from _flow(Role.LEFT_OUT, visible(dropped.text), width)
            yield from _flow(Role.FACT, f"({visible(dropped.rule)})", width)
