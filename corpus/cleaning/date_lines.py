"""When the article was published and changed: lines that state a date, alone or among others."""

import re
from collections.abc import Callable

from corpus.cleaning.furniture import is_particular
from corpus.cleaning.names import DATE, STAMP, TIME, is_person
from corpus.cleaning.outlets import is_agency, is_outlet, looks_like_title_of_press
from corpus.cleaning.rules import Given, Line, Rule, Zone, whole
from corpus.cleaning.signatures import (
    author_or_source,
    read_agency,
    read_byline,
    read_outlet,
    read_rights_holder,
    with_agency,
)

_PUBLISHED = (
    r"(?:(?:article )?(?:publie|poste|paru|cree|ecrit|redige|mis(?:e)? en ligne|mise? a jour|"
    r"modifie|actualise|"
    r"derniere (?:modification|mise a jour)|mise a jour|maj|date(?: de (?:publication|parution))?|"
    r"updated|published|posted|last updated|first published)e?"
    r"(?: (?:le|on|at|du|sur))?\s*:?\s*(?:le )?)"
)
_MARKS = r"[\s|,;•·–—/()-]*(?:et )?"
_DATES = rf"{STAMP}(?:{_MARKS}{_PUBLISHED}?(?:{STAMP}|a \d{{1,2}} ?[h:] ?\d\d))*"
_PARTS = re.compile(r"\s+[|•·–—/-]\s+|\s*[|•·]\s*")


_FIGURES = re.compile(r"\d[^|]{0,20}\d\d")
_stated_date = whole(rf"{_PUBLISHED}{_DATES}", rf"{STAMP}{_MARKS}{_PUBLISHED}{_DATES}")
_bare_date = whole(_DATES)
_moment = whole(rf"{DATE}t?{_MARKS}(?:a )?{TIME}")
_dated_bylines = (
    re.compile(
        rf"[^\w\"«“]*(?:par|by)\s*:?\s+(?P<by>.{{2,80}}?)[\s|,•·–—-]+{_PUBLISHED}?{_DATES}\W*"
    ),
    re.compile(
        rf"[^\w\"«“]*{_PUBLISHED}?{STAMP}[\s|,•·–—-]*(?:par|by) (?P<by>[^.!?|]{{2,80}}?)\W*"
    ),
    re.compile(
        r"[^\w\"«“]*(?:publie|poste|ecrit|redige|posted|mis en ligne) (?:par|by) (?P<by>.{2,80}?)"
        rf"[\s|,•·–—-]+(?:le |on )?{STAMP}\W*"
    ),
    re.compile(rf"(?:source )?(?P<by>[^.!?|]{{2,60}}?)\s*[,|•·–—-]\s*{_PUBLISHED}{_DATES}\W*"),
)


_dates_and_outlets = (
    re.compile(rf"\W*{STAMP}\s*[,|–—-]\s*(?P<outlet>[^!?|]{{2,40}}?)\W*"),
    re.compile(rf"\W*(?P<outlet>[^!?|:]{{2,40}}?)\s*[:,|–—-]\s*{STAMP}\W*"),
)


def _date_line(line: Line) -> Given | None:
    """Know "Publié le 3 mars 2024 | Mis à jour le…", "Par Awa Traoré le 3 mars 2024"."""
    if _FIGURES.search(line.text) is None:
        return None
    if _stated_date(line) is not None:
        return {"date": line.text}
    for pattern in _dated_bylines:
        if match := pattern.fullmatch(line.plain):
            by = line.text[match.start("by") : match.end("by")].strip(" :")
            given = with_agency(by) or author_or_source(by)
            return None if given is None else {**given, "date": line.text}
    return _date_beside_outlet(line)


def _date_beside_outlet(line: Line) -> Given | None:
    """Know "23.04.2024, Le Monde"; in other words beside a date a chronology tells what was."""
    match = next(filter(None, (p.fullmatch(line.plain) for p in _dates_and_outlets)), None)
    if match is None:
        return None
    outlet = line.text[match.start("outlet") : match.end("outlet")]
    if not (is_outlet(outlet) or is_agency(outlet)):
        return None
    return {"agency" if is_agency(outlet) else "source": outlet, "date": line.text}


def _dated(read: Callable[[Line], Given | None]) -> Callable[[Line], Given | None]:
    return lambda line: None if read(line) is None else {"date": line.text}


_date_alone = _dated(_bare_date)


def _masthead(line: Line) -> Given | None:
    """Know a line of particulars parted by bars: "Politique | 3 mars 2024 | Par Awa Traoré"."""
    parts = [Line(part.strip()) for part in _PARTS.split(line.text) if part.strip()]
    if len(parts) < 2 or not re.search(rf"{DATE}|\b(?:par|by) ", line.plain):
        return None
    dated = any(_date_line(part) is not None or _date_alone(part) is not None for part in parts)
    given: dict[str, str] = {}
    for part in parts:
        read = _read_part(part, dated=dated)
        if read is None and not is_particular(part):
            return None
        given = {**(read or {}), **given}
    return {**given, "date": line.text} if "date" in given else given


def _read_part(part: Line, *, dated: bool) -> Given | None:
    for read in (_date_line, _date_alone, read_byline, read_agency, read_outlet):
        if (given := read(part)) is not None:
            return given
    if (given := read_rights_holder(part)) is not None:
        return given
    # Beside a date stands who wrote it, with no "par" before the name.
    if dated and (looks_like_title_of_press(part.text) or is_person(part.text)):
        return author_or_source(part.text)
    return None


RULES = (
    Rule("date_line", Zone.ANYWHERE, _date_line),
    Rule("date_and_time", Zone.EDGES, _dated(_moment)),
    # Between paragraphs a date alone is the heading of a chronology.
    Rule("date_alone", Zone.OPENING | Zone.TAIL, _date_alone),
    Rule("masthead", Zone.EDGES, _masthead),
    Rule(
        "date_of_day",
        Zone.HEAD,
        whole(
            r"(?:(?:publie|mise? a jour|modifie)e? )?il y a \d+ (?:minutes?|heures?|jours?|"
            r"semaines?|mois|ans?)",
            r"(?:aujourd'hui|hier) a .{3,8}",
        ),
    ),
)
