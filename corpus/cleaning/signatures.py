"""Who signed the article, and when: bylines, sign-offs, initials, dates of publication."""

import re
from collections.abc import Callable

from corpus.cleaning.furniture import is_particular
from corpus.cleaning.names import DATE, STAMP, TIME, is_person, people
from corpus.cleaning.outlets import (
    agency_list,
    is_agency,
    is_generic,
    is_outlet,
    looks_like_outlet,
)
from corpus.cleaning.rules import Given, Line, Rule, Zone, whole

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

_SIGNED = re.compile(
    r"[^\w\"«“©]*(?P<how>avec|with|sources? ?:|sources?|par|by|via|d'apres|"
    r")\s*(?P<who>[^:!?\"«»“”]{2,80}?)[\s).\]*]*"
)
_COPYRIGHT = re.compile(
    r"\W*(?:©|\(c\)|copyright)[\s©]*(?:(?:19|20)\d\d[\s–-]*){0,2}(?P<who>[^.|,:!?\d]{2,50}?)"
    r"[\s.,|–-]*(?:(?:19|20)\d\d[\s.,|–-]*){0,2}(?:tous (?:les )?droits.{0,80}|all "
    r"rights.{0,40})?\W*"
)
_YEAR_OR_RIGHTS = re.compile(r"\b(?:19|20)\d\d\b|tous (?:les )?droits|all rights")
_INITIAL = r"(?:[a-zà-ÿ]{1,5}|[A-ZÀ-Þ]{1,5}|[A-ZÀ-Þ][a-zà-ÿ]{1,2})"
_INITIALS = re.compile(
    rf"\W*(?=[^/]+/)(?:{_INITIAL}[/-])+(?P<last>{_INITIAL}|[A-Z][A-Za-z]{{3,7}})\W*"
)
_POINTED = re.compile(r"\W*(?:[A-Z]\. ?){1,3}[A-Z]?\.?\W*|\([A-Z]{2,3}\)")
_BYLINE = re.compile(
    r"[^\w\"«“]*(?:(?:ecrit|redige|publie|poste|texte|reportage|dossier|article|une enquete|"
    r"photos?)s?(?: realisee?)?"
    r" (?:par|de)|par|by|written by|posted by|auteur ?:|author ?:|correspondance de|de notre "
    r"correspondante?e?"
    r"(?: (?:a|au|en) [\w' -]{2,30}?)?,?|propos recueillis (?:a [\w' -]{2,25} )?par|"
    r"(?:entretien|interview) (?:realisee?|mene|conduit)e? par|recueilli par|traduit par)\s*:?\s*"
)
_FOLLOW = re.compile(r"\s+(?:Suivre|Follow)\W*$")
_BRACKETS = re.compile(
    r"\((?:reportage|redige|redaction|version francaise|edite|traduit|traduction|avec (?:la|les) "
    r"contribution|montage|service)s?\b[^()]{5,200}\)\.?"
)
_EDITORS = ("la redaction", "redaction", "admin", "administrateur", "redacteur", "webmaster")
_EDITORIAL = rf"(?:par |by )?(?:{'|'.join(_EDITORS)})(?: (?:de |du |d')(?:\S+ ?){{1,3}})?"
_ENDING_AGENCY = re.compile(
    r"^(?P<by>.{2,60}?),? (?:avec|with) (?P<agency>.{2,60}?)[\s).]*$", re.IGNORECASE
)
_SIGNED_OFF = re.compile(
    r"(?P<by>[^/,(|–]{3,40}?)\s*(?:[/,(|–]|-\s)\s*(?P<outlet>[^/,()|]{2,40})\)?\.?"
)


def _agency(line: Line) -> Given | None:
    """Know "Avec AFP", "(Reuters)", "Source : Xinhua", "Le Monde avec AFP"."""
    match = _SIGNED.fullmatch(line.plain)
    if match is None:
        return None
    who = line.text[match.start("who") : match.end("who")]
    if agency_list(who):
        return {"agency": who}
    if match["how"] == "avec" and is_generic(who):
        return {}
    if match["how"] == "avec" and (is_outlet(who) or looks_like_outlet(who)):
        return {"agency": who}
    return _with_agency(who)


def _with_agency(words: str) -> Given | None:
    """Read "Le Monde avec AFP", "Mamadou Diallo avec APA", "La Rédaction avec agences"."""
    match = _ENDING_AGENCY.match(words)
    if match is None or not (agency_list(match["agency"]) or is_generic(match["agency"])):
        return None
    if (given := _author_or_source(match["by"])) is None:
        return None
    return given if is_generic(match["agency"]) else {**given, "agency": match["agency"]}


def _author_or_source(words: str) -> Given | None:
    """Tell what a byline names: nobody ("la rédaction"), an agency, an outlet, or its author."""
    if words.lower().replace("é", "e") in _EDITORS:
        return {}
    if agency_list(words):
        return {"agency": words}
    if is_outlet(words) or looks_like_outlet(words):
        return {"source": words}
    if names := people(words):
        return {"author": names} if " " in names else {}
    return None


def _rights_holder(line: Line) -> Given | None:
    """Know "© AFP", "Copyright 2024 Jeune Afrique - Tous droits réservés"."""
    match = _COPYRIGHT.fullmatch(line.plain)
    if match is None:
        return None
    who = line.text[match.start("who") : match.end("who")]
    if agency_list(who):
        return {"agency": who}
    return {"source": who} if is_outlet(who) or looks_like_outlet(who) else {}


def _full_copyright(line: Line) -> Given | None:
    """Know a copyright line by its year or its "tous droits réservés"."""
    return _rights_holder(line) if _YEAR_OR_RIGHTS.search(line.plain) else None


def _outlet(line: Line) -> Given | None:
    """Know "Source : Le Républicain", and "Maliweb.net" alone."""
    match = _SIGNED.fullmatch(line.plain)
    if match is None or match["how"] in ("avec", "with", "d'apres"):
        return None
    who = line.text[match.start("who") : match.end("who")]
    cued = bool(match["how"]) and looks_like_outlet(who)
    return {"source": who} if is_outlet(who) or cued else None


def _byline(line: Line) -> Given | None:
    """Know "Par Mamadou Diallo, à Gao", "Propos recueillis par Awa Traoré"."""
    opening = _BYLINE.match(line.plain)
    if opening is None or len(line.text) > 120:
        return None
    rest = _FOLLOW.sub("", line.text[opening.end() :]).strip(" .()*–-")
    return _with_agency(rest) or _author_or_source(rest)


def _bracketed_credits(line: Line) -> Given | None:
    """Know "(Reportage de Awa Traoré, version française Jean Petit)"."""
    return {} if _BRACKETS.fullmatch(line.plain) else None


def _initials(line: Line) -> Given | None:
    """Know the initials of those who wrote and edited, with or without their agency after them."""
    if match := _INITIALS.fullmatch(line.text):
        if is_agency(match["last"]):
            return {"agency": match["last"]}
        return {} if re.fullmatch(_INITIAL, match["last"]) else None
    parts = [part for part in re.split(r"[/\s-]+", line.text.strip(" ()")) if part]
    if len(parts) > 1 and is_agency(parts[0]) and all(len(part) <= 4 for part in parts[1:]):
        return {"agency": parts[0]}
    return {} if _POINTED.fullmatch(line.text) else None


def _author_and_outlet(line: Line) -> Given | None:
    """Know "Mamadou Diallo/Maliweb", "Awa Traoré (Le Courrier du Fleuve)"."""
    match = _SIGNED_OFF.fullmatch(line.text)
    if match is None or not people(match["by"]):
        return None
    if agency_list(match["outlet"]):
        return {"author": match["by"], "agency": match["outlet"]}
    if is_outlet(match["outlet"]) or looks_like_outlet(match["outlet"]):
        return {"author": match["by"], "source": match["outlet"]}
    return None


_FIGURES = re.compile(r"\d[^|]{0,20}\d\d")
_stated_date = whole(rf"{_PUBLISHED}{_DATES}", rf"{STAMP}{_MARKS}{_PUBLISHED}{_DATES}")
_bare_date = whole(_DATES)
_moment = whole(rf"{DATE}{_MARKS}(?:a )?{TIME}")
_dated_bylines = (
    re.compile(rf"[^\w\"«“]*(?:par|by) (?P<by>.{{2,80}}?)[\s|,•·–—-]+{_PUBLISHED}?{_DATES}\W*"),
    re.compile(
        rf"[^\w\"«“]*{_PUBLISHED}?{STAMP}[\s|,•·–—-]*(?:par|by) (?P<by>[^.!?|]{{2,80}}?)\W*"
    ),
    re.compile(
        r"[^\w\"«“]*(?:publie|poste|ecrit|posted) (?:par|by) (?P<by>.{2,80}?)[\s|,•·–—-]+"
        rf"(?:le )?{STAMP}\W*"
    ),
    re.compile(rf"(?:source )?(?P<by>[^.!?|]{{2,60}}?)\s*[,|•·–—-]\s*{_PUBLISHED}{_DATES}\W*"),
)


def _date_line(line: Line) -> Given | None:
    """Know "Publié le 3 mars 2024 | Mis à jour le…", "Par Awa Traoré le 3 mars 2024"."""
    if _FIGURES.search(line.text) is None:
        return None
    if _stated_date(line) is not None:
        return {"date": line.text}
    for pattern in _dated_bylines:
        if match := pattern.fullmatch(line.plain):
            by = line.text[match.start("by") : match.end("by")].strip()
            given = _with_agency(by) or _author_or_source(by)
            return None if given is None else {**given, "date": line.text}
    return None


def _dated(read: Callable[[Line], Given | None]) -> Callable[[Line], Given | None]:
    return lambda line: None if read(line) is None else {"date": line.text}


_date_alone = _dated(_bare_date)


def _masthead(line: Line) -> Given | None:
    """Know a line of particulars parted by bars: "Politique | 3 mars 2024 | Par Awa Traoré"."""
    parts = [Line(part.strip()) for part in _PARTS.split(line.text) if part.strip()]
    if len(parts) < 2 or not re.search(rf"{DATE}|\b(?:par|by) ", line.plain):
        return None
    given: dict[str, str] = {}
    for part in parts:
        read = (
            _date_line(part) or _date_alone(part) or _byline(part) or _agency(part) or _outlet(part)
        )
        if read is None and not is_particular(part):
            return None
        given = {**(read or {}), **given}
    return {**given, "date": line.text} if "date" in given else given


RULES = (
    Rule("date_line", Zone.ANYWHERE, _date_line),
    Rule("date_and_time", Zone.EDGES, _dated(_moment)),
    # Between paragraphs a date alone is the heading of a chronology.
    Rule("date_alone", Zone.OPENING | Zone.TAIL, _date_alone),
    Rule("masthead", Zone.EDGES, _masthead),
    Rule("copyright", Zone.ANYWHERE, _full_copyright),
    Rule("rights_holder", Zone.TAIL, _rights_holder),
    Rule("agency_sign_off", Zone.ANYWHERE, _agency),
    Rule("initials", Zone.TAIL, _initials),
    Rule("bracketed_credits", Zone.TAIL, _bracketed_credits),
    Rule("byline", Zone.EDGES, _byline),
    Rule("outlet_line", Zone.EDGES, _outlet),
    Rule("author_and_outlet", Zone.EDGES, _author_and_outlet),
    Rule("editors", Zone.EDGES, whole(_EDITORIAL)),
    Rule(
        "date_of_day",
        Zone.HEAD,
        whole(
            r"il y a \d+ (?:minutes?|heures?|jours?|semaines?|mois|ans?)",
            r"(?:aujourd'hui|hier) a .{3,8}",
        ),
    ),
)


def is_signature(name: str, text: str) -> bool:
    """Tell whether `name`, a line above or below `text`, signs it.

    A name that the text speaks of is one of its people, and no line of the page.
    """
    return is_person(name) and name.split()[-1].lower() not in text.lower()
