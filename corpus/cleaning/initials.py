"""The initials of those who wrote and edited a dispatch, with the agency after them or before."""

import re

from corpus.cleaning.outlets import agency_list, is_acronym, is_agency
from corpus.cleaning.rules import Given, Line, Rule, Zone

_INITIAL = r"(?:[a-zà-ÿ]{1,5}|[A-ZÀ-Þ]{1,5}|[A-ZÀ-Þ][a-zà-ÿ]{1,2})"
_INITIALS = re.compile(
    rf"\W*(?=[^/]+/)(?:{_INITIAL}[/-])+(?P<last>{_INITIAL}|[A-Z][A-Za-z]{{3,7}})\W*"
)
_SMALL_INITIALS = re.compile(r"\b[a-z]{1,4}[/-]")
_WITH_AGENCY = re.compile(rf"\W*(?:{_INITIAL}[/-])*{_INITIAL} ?\((?P<agency>[^()/]{{2,30}})\)\W*")
_POINTED = re.compile(r"\W*(?:[A-Z]\. ?){1,3}[A-Z]?\.?\W*|\([A-Z]{2,3}\)")


def _initials(line: Line) -> Given | None:
    """Know the initials of those who wrote and edited, with or without their agency after them."""
    if match := _INITIALS.fullmatch(line.text):
        last = match["last"]
        if is_agency(last) or (is_acronym(last) and _SMALL_INITIALS.search(line.text)):
            return {"agency": last}
        return {} if re.fullmatch(_INITIAL, last) else None
    if (match := _WITH_AGENCY.fullmatch(line.text)) and agency_list(match["agency"]):
        return {"agency": match["agency"]}
    parts = [part for part in re.split(r"[/\s-]+", line.text.strip(" ()")) if part]
    if len(parts) > 1 and is_agency(parts[0]) and all(len(part) <= 4 for part in parts[1:]):
        return {"agency": parts[0]}
    return {} if _POINTED.fullmatch(line.text) else None


RULES = (Rule("initials", Zone.TAIL, _initials),)
