"""One line of names out of two: those a model recognised and those the authority knows."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.actors.authority import Actor, Authority, media, parties
from corpus.actors.gazetteer import Gazetteer, Sighting
from corpus.actors.scraps import is_quoted_thing
from corpus.actors.sifting import Name
from corpus.actors.spans import Row, Span
from corpus.actors.usage import Usage, opens_sentence
from corpus.actors.vocabulary import (
    CALENDAR,
    DETERMINERS,
    DIRECTIONS,
    EVENTS,
    HOUSES,
    INSTITUTIONS,
    OPENERS,
    PORTFOLIOS,
    TITLES,
)
from corpus.article import Kind
from corpus.folding import fold_word, words

_STATE = re.compile(
    r"(?:république|fédération|royaume|sultanat|émirat|principauté)"
    r"(?: (?:islamique|démocratique|populaire|fédérale|socialiste|unie))*"
    r" (?:du |de |de la |des |de l['’]|d['’])$",
    re.IGNORECASE,
)
"""What makes a state's short name its long one: "république du Mali"."""

_PROSECUTOR = re.compile(
    r"(?:procureure?s?|parquet|médiat(?:eur|rice)|président)[\w ]{0,20} de la $"
)
"""Whose republic is the State, and the place behind it their seat."""

_HEAD = re.compile(r"([A-ZÀ-Þ]\w+)(?: [a-zà-ÿ]+)? (?:du |de |de la |des |de l['’]|d['’])$")
_GOES_ON = re.compile(
    rf"[ \u00a0](?:contre|pour|face|après|avant|depuis|selon|dans|{'|'.join(sorted(CALENDAR))}"
    r"|de|du|des|d['’]|sur|par)(?![\w-])[^A-ZÀ-Þ]*"
)
"""The sentence behind a known organisation, which the model took for a part of its name."""
_SMALL_NAME = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:['’-][A-ZÀ-Þa-zà-ÿ][a-zà-ÿ]+)*"
_SOMEBODY = re.compile(
    rf"[ \u00a0](?:(?:MM?\.|Mmes?|Mlle|Me|Dr|Pr)[ \u00a0]{_SMALL_NAME}(?: {_SMALL_NAME})?"
    rf"|(?P<given>{_SMALL_NAME})(?: (?:van|von|ben|al|el|le|la))? {_SMALL_NAME}(?: {_SMALL_NAME})?)"
)
"""Who speaks to a medium, or is of a party, named right after it: "à l'AFP Jeanne Martin"."""
_SECTIONS = frozenset("sport sports news world nightly radio police info matin soir week".split())
_BEFORE = re.compile(r"(\w+)([ \u00a0]|[-‐‑])$")
_AFTER = re.compile(r"([ \u00a0]|[-‐‑])([\w'’]+)")
_NOTHING: Gazetteer[Actor] = Gazetteer()
_BESIDE_NAMES = TITLES | DETERMINERS | DIRECTIONS | OPENERS | CALENDAR


def merge(
    names: Sequence[Name],
    text: str,
    authority: Authority,
    usage: Usage,
    explained: Gazetteer[Actor] = _NOTHING,
) -> list[Span]:
    """Return the names of `text` in order, none overlapping another.

    What the authority knows has its actor, and so has what the article itself has
    `explained`. A known name inside a longer name is part of that ("Banque de France"), unless
    the longer is only a row of known names ("Mali-Russie").
    """
    kinds = {(name.start, name.end): name.kind for name in names}
    sighted = _sighted(text, authority, explained)
    sighted = [replace(span, recognised=kinds.get((span.start, span.end))) for span in sighted]
    spans = [Span(name.start, name.end, name.kind) for name in names]
    recognised = Row(_without_medium(span, text, Row(sighted)) for span in spans)
    beside = (Row(sighted), recognised)
    known = Row(
        span
        for span in sighted
        if _is_trusted(span, text, beside, usage) and not _is_event(span, text)
    )
    kept = Row(span for span in recognised.spans if not _is_replaced(span, text, known, usage))
    added = [span for span in known.spans if not kept.overlapping(span)]
    return sorted([*kept.spans, *added], key=lambda span: span.start)


def _sighted(text: str, authority: Authority, explained: Gazetteer[Actor]) -> list[Span]:
    found = [_known(sighting, text) for sighting in explained.find(text)]
    own = Row(found)
    known = (_known(sighting, text) for sighting in authority.sightings(text))
    return [*found, *(span for span in known if not own.overlapping(span))]


def _known(sighting: Sighting[Actor], text: str) -> Span:
    actor = sighting.value
    span = Span(sighting.start, sighting.end, actor.kind, actor)
    if actor.kind is not Kind.PLACE:
        return span
    before = text[max(0, span.start - 60) : span.start]
    state = _STATE.search(before)
    if state and _PROSECUTOR.search(before, 0, state.start()) is None:
        return replace(span, start=span.start - len(before) + state.start())
    house = _HEAD.search(before)
    if house and fold_word(house[1]) in HOUSES:
        return Span(span.start - len(before) + house.start(), span.end, Kind.ORGANISATION)
    return span


def _without_medium(name: Span, text: str, sighted: Row) -> Span:
    """Return a name without the medium or party in front of it, if somebody's is left then."""
    first = next((s for s in sighted.overlapping(name) if s.start == name.start), None)
    if first is None or first.actor is None or first.actor.name not in media() | parties():
        return name
    somebody = _SOMEBODY.fullmatch(text, first.end, name.end)
    if somebody is None:
        return name
    given = fold_word(somebody["given"] or "")
    if given in _SECTIONS | PORTFOLIOS | INSTITUTIONS:
        return name
    return Span(first.end + 1, name.end, Kind.PERSON)


def _is_event(span: Span, text: str) -> bool:
    """Tell whether a place stands in an event's name: "la Coupe d'Afrique"."""
    if span.kind is not Kind.PLACE:
        return False
    head = _HEAD.search(text, max(0, span.start - 60), span.start)
    return head is not None and fold_word(head[1]) in EVENTS


def _is_replaced(name: Span, text: str, known: Row, usage: Usage) -> bool:
    """Tell whether known names say better what a recognised name is."""
    touching = known.overlapping(name)
    inside = [span for span in touching if name.covers(span)]
    if not inside:
        return bool(touching)
    rest = _words_beside(name, text, inside)
    if all(word in DETERMINERS or word == "et" for word in rest):
        return True
    if name.kind is Kind.PLACE:
        return rest <= DIRECTIONS | DETERMINERS
    if name.kind is Kind.PERSON:
        return any(span.kind is Kind.PERSON for span in inside) or rest <= TITLES | DETERMINERS
    if inside[0].start == name.start and _GOES_ON.fullmatch(text, inside[0].end, name.end):
        return inside[0].kind is Kind.ORGANISATION
    is_noun_before = len(rest) == 1 and rest <= usage.small  # "Grève SNCF" opens a headline
    return is_noun_before and opens_sentence(text, name.start)


def _words_beside(name: Span, text: str, inside: list[Span]) -> frozenset[str]:
    return frozenset(
        word.folded
        for word in words(text[name.start : name.end])
        if not any(
            span.start <= word.start + name.start and word.end + name.start <= span.end
            for span in inside
        )
    )


def _is_trusted(span: Span, text: str, beside: Sequence[Row], usage: Usage) -> bool:
    """Tell whether a known name may be taken for itself: so recognised, or standing alone."""
    if span.actor is None or span.kind is Kind.PERSON or span.recognised:
        return True
    if " " in text[span.start : span.end]:  # several words in a row are no coincidence
        return True
    return stands_alone(span, text, beside, usage) and not is_quoted_thing(
        text, span.start, span.end
    )


def stands_alone(span: Span, text: str, beside: Sequence[Row], usage: Usage) -> bool:
    """Tell whether a name is no part of a longer one that nobody recognised.

    "Air Sénégal" and "Paris-Match" are no places. A name of `beside` may stand next to it.
    """
    return not (_is_led(span, text, beside, usage) or _is_followed(span, text, beside))


def _is_led(span: Span, text: str, beside: Sequence[Row], usage: Usage) -> bool:
    before = _BEFORE.search(text, max(0, span.start - 40), span.start)
    if before is None or not before[1][0].isupper():
        return False
    if any(row.has_end(before.end(1)) for row in beside):
        return False
    word = fold_word(before[1])
    owes_capital = word in usage.small and opens_sentence(text, before.start())
    return word not in _BESIDE_NAMES and not owes_capital


def _is_followed(span: Span, text: str, beside: Sequence[Row]) -> bool:
    after = _AFTER.match(text, span.end)
    if after is None or any(row.has_start(after.start(2)) for row in beside):
        return False
    return after[2][0].isupper() or (after[1] in "-‐‑" and after[2][0].isalpha())
