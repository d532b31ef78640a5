"""Whether an actor is a woman or a man, by the words around the name."""

import re
from collections.abc import Iterable

from corpus.article import Kind, Mention
from corpus.quotations.speech import plain
from corpus.quotations.voices import is_personal

_REACH = 60
_ADDRESSED = re.compile(r"\b(?:(mm?\.|mr|monsieur)|mmes?|mlle|madame) $")
_BEFORE = re.compile(
    r"(?:(?P<of>\b(?:de|a) )?\b(?:(?P<male>le|un|ce)|la|une|cette)|(?P<contracted>du|au))"
    r" (?P<noun>[a-z-]+)(?: [a-z'-]+){0,4}(?P<comma> ?,)? ?$"
)
_MALE_AFTER = re.compile(r"(?: \([^)]{1,30}\))?, (?:\d\d? ans, )?(?:un|le) ")
_FEMALE_AFTER = re.compile(r"(?: \([^)]{1,30}\))?, (?:\d\d? ans, )?(?:une|la) |.{0,12}\bagee ")
_FEMALE_NAME = re.compile(
    r"(?!jean-|pierre-|antoine|maxence|terence|etienne|clive)[a-z-]*"
    r"(?:ine|elle|ette|ienne|anne|otte|ence|yne|ise|ane|nie|rie|lie|sie|phie)"
)


def is_woman(actor: str, mentions: Iterable[Mention], plain_text: str) -> bool | None:
    """Return whether `actor` is a woman, by the words around all mentions; None: unknown."""
    votes = 0
    for mention in mentions:
        if mention.actor == actor and mention.kind is Kind.PERSON:
            before = plain_text[max(0, mention.start - _REACH) : mention.start]
            after = plain_text[mention.end : mention.end + _REACH]
            votes += _vote_before(before)
            votes += bool(_FEMALE_AFTER.match(after)) - bool(_MALE_AFTER.match(after))
    if votes:
        return votes > 0
    first, _, rest = plain(actor).partition(" ")
    return True if rest and _FEMALE_NAME.fullmatch(first) else None


def _vote_before(before: str) -> int:
    """Return 1 where the words right before a name are a woman's, -1 a man's, else 0.

    Of "la ministre du Travail Anne Martin" the first noun is hers: one after "du" or "de la", or
    before a comma, must be for a person.
    """
    if addressed := _ADDRESSED.search(before):
        return -1 if addressed[1] else 1
    found = _BEFORE.search(before)
    if found is None:
        return 0
    is_told = not (found["of"] or found["contracted"] or found["comma"])
    if not (is_told or is_personal(found["noun"])):
        return 0
    return -1 if found["male"] or found["contracted"] else 1
