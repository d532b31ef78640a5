"""Whether words whose year or week is left open look back or ahead.

Press tells of what has been: of 18,445 weekdays whose date was known, "mardi" was the last Tuesday,
or the day itself, in 92 %. What is to come is told by tense ("se tiendra", "doit"), by words
("prochain", "dès"), and by nearness: on a Friday, "samedi" is as a rule tomorrow.
"""

import re

_BEFORE = 90
_AFTER = 60

_SENTENCE_END = re.compile(r"[.!?…]\s|\n")
_AHEAD = re.compile(
    r"\b(?:\w{2,}(?:era|ira|dra|tra|vra|rra|eront|iront|dront|tront|vront|rront)"
    r"|aura|auront|sera|seront|ira|va|vont|doit|doivent|devrait|devraient|pourrait|pourraient"
    r"|prévue?s?|attendue?s?|programmée?s?|prochaine?s?|à venir|à (?:partir|compter) d[eu]|dès"
    r"|d['’]ici|avant|jusqu['’]?(?:à|au)|rendez-vous|bientôt|demain|reporté|repoussé"
    r"|convoquée?s?|fixée?)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:a|ont|avait|avaient|était|étaient|est|sont|s'est|s’est|fut|furent|eu|dernier|dernière)\s+"
    r"(?:\w+ment\s+|été\s+|pas\s+)?\w+(?:é|és|ée|ées|i|is|ie|it|its|u|us|ue|ues|ert|aint|eint)\b"
    r"|\b(?:depuis|derni[eè]re?|selon|après)\b",
    re.IGNORECASE,
)


def leaning(text: str, start: int, end: int) -> int:
    """Return how much the sentence around [start, end) looks ahead (> 0) or back (< 0)."""
    before, after = _around(text, start, end)
    ahead = 2 * len(_AHEAD.findall(before[-40:])) + len(_AHEAD.findall(after))
    back = len(_BACK.findall(before)) + len(_BACK.findall(after))
    return ahead - back


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    before = text[max(0, start - _BEFORE) : start]
    after = text[end : end + _AFTER]
    ends = list(_SENTENCE_END.finditer(before))
    if ends:
        before = before[ends[-1].end() :]
    if stop := _SENTENCE_END.search(after):
        after = after[: stop.start()]
    return before, after
