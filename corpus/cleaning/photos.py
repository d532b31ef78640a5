"""Photographs: whose they are, and what stands under them."""

import re

from corpus.cleaning.outlets import is_outlet
from corpus.cleaning.rules import LONG, Given, Line, Rule, Zone, whole

_CREDIT = re.compile(
    r"\W*(?:credits?(?: ?/? ?)(?:(?:de la )?(?:photos?|images?|illustrations?|visuel|video))?|"
    r"photos?(?: d'(?:archives?|illustration))?|ph|images?(?: d'(?:archives?|illustration))?|"
    r"illustration|visuel|legende photo|photo by|photo credit)\s*(?P<mark>[:;.,/©|-]|\(c\)|"
    r")\W*(?P<whose>.{0,60}?)\W*"
)
_STOCK = re.compile(
    r"\W*(?:dr|d\.r\.?|(?:photo|image|illustration)s? (?:d'archives?|d'illustration|utilisee a "
    r"titre d'illustration|"
    r"pretexte)|.{2,60} ?/ ?(?:getty images|shutterstock|afp(?: via getty images)?|ap|reuters|"
    r"sipa|pixabay|unsplash)|(?:images?|photos?|illustrations?) (?:par|de|by|via) (?:.{2,40} "
    r")?(?:de |"
    r"sur |via |on |from )?(?:pixabay|unsplash|pexels|freepik|canva))\W*"
)


_NOBODYS = re.compile(r"dr|d\.r\.?|droits (?:tiers|reserves|réservés)|archives?|illustration")
_CAPTION = re.compile(
    r".{10,300}?(?:[\s.)](?:©|\(c\)|credits?(?: photos?)? ?:)|(?<=\w)image ?:) ?"
    r"[a-z@][^©:.!?]{1,60}\W*|.{10,300}\b(?:afp|ap|epa)[ -]photo\b[^.!?]{0,40}"
)
_CAPTION_OPENING = re.compile(
    r"\W*(?:\d/\d )?(?:legende (?:de l'|de la |d'|)(?:image|photo|video)|file(?: photo)?|"
    r"(?:photo |image )?d'archives?|fichier)\s?[-–—:,|].{5,300}"
)


def _caption(line: Line) -> Given | None:
    """Know what stands under a photograph: it opens as captions do, or ends with a credit."""
    plain = line.plain
    if _CAPTION_OPENING.fullmatch(plain):
        return {}
    if plain.rstrip().endswith((".", "!", "?")):
        return None
    return {} if _CAPTION.fullmatch(plain) else None


def _credit(line: Line) -> Given | None:
    """Know whose the photograph is, where the line says nothing else."""
    if _STOCK.fullmatch(line.plain):
        return {}
    match = _CREDIT.fullmatch(line.plain)
    if match is None:
        return None
    whose = line.text[match.start("whose") : match.end("whose")]
    if not (match["mark"] or whose == "" or "©" in line.text or is_outlet(whose)):
        return None
    named = (
        not whose
        or whose[0].isupper()
        or whose[0].isdigit()
        or "@" in whose
        or is_outlet(whose)
        or _NOBODYS.fullmatch(whose.lower()) is not None
    )
    return {} if named and len(whose.split()) <= 7 else None


RULES = (
    Rule("photo_caption", Zone.ANYWHERE, _caption, longest=LONG),
    Rule("photo_credit", Zone.ANYWHERE, _credit),
    Rule(
        "photo_owner",
        Zone.HEAD | Zone.BODY,
        whole(r"(?:photo |image )?(?:©|\(c\))(?:[^.:]|\.(?=\w)|(?<=\s)\.(?=\s)){2,50}"),
    ),
)
