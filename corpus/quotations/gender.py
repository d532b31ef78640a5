"""Whether an actor is a woman or a man, by the words around the name."""

import re
from collections.abc import Iterable

from corpus.article import Kind, Mention
from corpus.quotations.speech import plain

_REACH = 60
_MALE_BEFORE = re.compile(
    r"(?:\bmm?\.|\bmr|\bmonsieur|\b(?:le|un|du|au|ce) [a-z-]+(?: [a-z'-]+){0,4}) ?,? ?$"
)
_FEMALE_BEFORE = re.compile(
    r"(?:\bmmes?|\bmlle|\bmadame|\b(?:la|une|cette) [a-z-]+(?: [a-z'-]+){0,4}) ?,? ?$"
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
            votes += bool(_FEMALE_BEFORE.search(before)) - bool(_MALE_BEFORE.search(before))
            votes += bool(_FEMALE_AFTER.match(after)) - bool(_MALE_AFTER.match(after))
    if votes:
        return votes > 0
    first, _, rest = plain(actor).partition(" ")
    return True if rest and _FEMALE_NAME.fullmatch(first) else None
