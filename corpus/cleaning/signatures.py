"""Who signed the article: bylines, agencies' sign-offs, outlets, rights."""

import re

from corpus.cleaning.furniture import is_particular
from corpus.cleaning.names import is_person, people, signature_of
from corpus.cleaning.outlets import (
    agency_list,
    is_acronym,
    is_generic,
    is_outlet,
    looks_like_outlet,
    looks_like_title_of_press,
)
from corpus.cleaning.rules import Given, Line, Rule, Zone, whole

_SIGNED = re.compile(
    r"[^\w\"«“©]*(?P<how>avec|with|sources? ?:|sources?|par|by|via|d'apres|"
    r")\s*(?P<who>[^:!?\"«»“”©]{2,80}?)[\s).\]*]*"
)
_COPYRIGHT = re.compile(
    r"[^\w©]*(?:©|\(c\)|copyright)[\s©]*(?:(?:19|20)\d\d[\s–-]*){0,2}"
    r"(?P<who>(?=[^\W_])(?:[^.|,:!?\d©]|\.(?=\w)){2,50}?)"
    r"[\s.,|–-]*(?:(?:19|20)\d\d[\s.,|–-]*){0,2}(?:tous (?:les )?droits.{0,80}|all "
    r"rights.{0,40})?\W*"
)
_YEAR_OR_RIGHTS = re.compile(r"\b(?:19|20)\d\d\b|tous (?:les )?droits|all rights")
_BYLINE = re.compile(
    r"[^\w\"«“]*(?:(?:ecrit|redige|publie|poste|texte|reportage|dossier|article|une enquete|"
    r"photos?)s?(?: realisee?)?"
    r" (?:par|de)|par|by|written by|posted by|auteur ?:|author ?[:,]|correspondance de|de notre "
    r"correspondante?e?"
    r"(?: (?:a|au|en) [\w' -]{2,30}?)?,?|propos recueillis (?:a [\w' -]{2,25} )?par|"
    r"(?:entretien|interview) (?:realisee?|mene|conduit)e? par|recueilli par|traduit par)\s*:?\s*"
)
_FOLLOW = re.compile(r"\s+(?:Suivre|Follow)\W*$")
_BRACKETS = re.compile(
    r"\((?:reportage|redacteur|redige|redaction|version francaise|edite|traduit|traduction|avec "
    r"(?:la|les) "
    r"contribution|montage|service)s?\b[^()]{5,200}\)\.?"
)
_EDITORS = ("la redaction", "redaction", "admin", "administrateur", "redacteur", "webmaster")
_EDITORIAL = rf"(?:par |by )?(?:{'|'.join(_EDITORS)})(?: (?:de |du |d')(?:\S+ ?){{1,3}})?"
_PRESS = ("Journal ", "Quotidien ", "Hebdomadaire ")
_ROLE = (
    r"(?:notre |nos )?(?:correspondante?(?: (?:regionale?|particulier|particuliere|permanente?|"
    r"locale?))?|envoyee? speciale?) (?:de |d'|du |a |au |en |pour )(?:[^.!?:]|\.(?=\w)){2,60}|"
    r"correspondance particuliere|correspondante?|stagiaire|envoyee? speciale?"
)
_ENDING_AGENCY = re.compile(
    r"^(?P<by>.{2,60}?),? (?:avec|with) (?P<agency>.{2,60}?)[\s).]*$", re.IGNORECASE
)
_SIGNED_OFF = re.compile(
    r"(?P<by>[^/,(|–]{3,40}?)\s*(?:[/,(|–]|-\s)\s*(?P<outlet>[^/,()|]{2,40})\)?\.?"
)


def read_agency(line: Line) -> Given | None:
    """Know "Avec AFP", "(Reuters)", "Source : Xinhua", "Le Monde avec AFP"."""
    match = _SIGNED.fullmatch(line.plain)
    if match is None:
        return None
    who = line.text[match.start("who") : match.end("who")]
    if agency_list(who):
        return {"agency": who}
    if match["how"] == "avec" and is_generic(who):
        return {}
    if match["how"] == "avec" and (is_outlet(who) or looks_like_outlet(who) or is_acronym(who)):
        return {"agency": who}
    return with_agency(who)


def with_agency(words: str) -> Given | None:
    """Read "Le Monde avec AFP", "Mamadou Diallo avec APA", "La Rédaction avec agences"."""
    match = _ENDING_AGENCY.match(words)
    if match is None or not (agency_list(match["agency"]) or is_generic(match["agency"])):
        return None
    if (given := author_or_source(match["by"])) is None:
        return None
    return given if is_generic(match["agency"]) else {**given, "agency": match["agency"]}


def author_or_source(words: str) -> Given | None:
    """Tell what a byline names: nobody ("la rédaction"), an agency, an outlet, or its author."""
    if words.lower().replace("é", "e") in _EDITORS:
        return {}
    if agency_list(words):
        return {"agency": words}
    if is_outlet(words) or looks_like_outlet(words) or looks_like_title_of_press(words):
        return {"source": words}
    if names := people(words):
        return {"author": names} if " " in names else {}
    return None


def read_rights_holder(line: Line) -> Given | None:
    """Know "© AFP", "Copyright 2024 Jeune Afrique - Tous droits réservés"."""
    match = _COPYRIGHT.fullmatch(line.plain)
    if match is None:
        return None
    who = line.text[match.start("who") : match.end("who")]
    if agency_list(who):
        return {"agency": who}
    return {"source": who} if is_outlet(who) or looks_like_outlet(who) else {}


def _agency_and_place(line: Line) -> Given | None:
    """Know "AA / Ouagadougou / Awa Traoré", which stands above the dispatches of some agencies."""
    parts = [part.strip() for part in line.text.split("/")]
    if not 2 <= len(parts) <= 3 or not agency_list(parts[0]) or not people(parts[1]):
        return None
    author = people(parts[2]) if len(parts) > 2 else None
    return {"agency": parts[0], **({"author": author} if author else {})}


def _full_copyright(line: Line) -> Given | None:
    """Know a copyright line by its year or its "tous droits réservés"."""
    return read_rights_holder(line) if _YEAR_OR_RIGHTS.search(line.plain) else None


def read_outlet(line: Line) -> Given | None:
    """Know "Source : Le Républicain", and "Maliweb.net" alone."""
    match = _SIGNED.fullmatch(line.plain)
    if match is None or match["how"] in ("avec", "with", "d'apres"):
        return None
    who = line.text[match.start("who") : match.end("who")]
    named = is_outlet(who) and not is_particular(line)
    if match["how"]:
        named |= looks_like_outlet(who)
    if match["how"].startswith("source") or who.startswith(_PRESS):
        named |= looks_like_title_of_press(who)
    return {"source": who} if named else None


def read_byline(line: Line) -> Given | None:
    """Know "Par Mamadou Diallo, à Gao", "Propos recueillis par Awa Traoré"."""
    opening = _BYLINE.match(line.plain)
    if opening is None or len(line.text) > 120:
        return None
    rest = _FOLLOW.sub("", line.text[opening.end() :]).strip(" .*–-_")
    if "(" not in rest:
        rest = rest.rstrip(") ")
    for given in (with_agency(rest), author_or_source(rest), _author_and_outlet(Line(rest))):
        if given is not None:
            return given
    return None


def _bracketed_credits(line: Line) -> Given | None:
    """Know "(Reportage de Awa Traoré, version française Jean Petit)"."""
    return {} if _BRACKETS.fullmatch(line.plain) else None


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


RULES = (
    Rule("copyright", Zone.ANYWHERE, _full_copyright),
    Rule("rights_holder", Zone.TAIL, read_rights_holder),
    Rule("agency_sign_off", Zone.ANYWHERE, read_agency),
    Rule("bracketed_credits", Zone.TAIL, _bracketed_credits),
    Rule("byline", Zone.EDGES, read_byline),
    Rule("outlet_line", Zone.EDGES, read_outlet),
    Rule("author_and_outlet", Zone.EDGES, _author_and_outlet),
    Rule("editors", Zone.EDGES, whole(_EDITORIAL, r"(?:par|by|auteurs?|authors?) ?:?")),
    Rule("agency_and_place", Zone.HEAD, _agency_and_place),
    Rule("role", Zone.EDGES, whole(_ROLE)),
    Rule(
        "particulars",
        Zone.EDGES,
        whole(
            r"(?:role|reporting from|fonction|twitter|x), (?P<source>bbc(?: news)? afrique)",
            r"(?:role|reporting from|fonction|twitter), .{2,60}",
            r"article information|informations? sur l'article",
        ),
    ),
)


def signed_by(line: str, text: str) -> str | None:
    """Return the name by which `line`, above or below `text`, signs it; None if it does not.

    A name that the text speaks of is one of its people, and no line of the page. Where the author
    writes from may follow ("Awa Traoré, à Gao").
    """
    name = line if is_person(line) else signature_of(line)
    return name if name and name.split()[-1].lower() not in text.lower() else None
