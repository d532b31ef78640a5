"""What frames an article on its page: rubric, breadcrumb, tags, counters, photo credits."""

import re

from corpus.cleaning.outlets import is_agency, is_outlet
from corpus.cleaning.rules import LONG, Given, Line, Rule, Zone, whole

_RUBRICS = (
    r"actus?|actualites?|a la une|a la une du monde|afriques?|africa|afrique (?:de l'ouest|"
    r"centrale|australe|"
    r"du nord|de l'est|subsaharienne)|afrique sub-?saharienne|maghreb|sahel|monde|international|"
    r"internationale|"
    r"nationale?|regions?|region|local|europe|asie|ameriques?|moyen-orient|proche-orient|france|"
    r"politiques?|"
    r"societe|economies?|eco|finances?|business|entreprises?|marches|culture|arts?|sports?|"
    r"football|"
    r"sante|education|environnement|climat|planete|sciences?|technologies?|tech|high-tech|medias?|"
    r"people|religion|justice|police-justice|faits?[ -]divers|securite|defense|diplomatie|"
    r"cooperation "
    r"internationale|agriculture|mines|energie|transports?|opinions?|tribunes?|editoriaux|"
    r"editorial|edito|analyses?|"
    r"enquetes?|reportages?|dossiers?|interviews?|entretiens?|chroniques?|portraits?|breves?|"
    r"depeches?|"
    r"flash(?: infos?)?|direct|en direct|videos?|podcasts?|idees|debats?|decryptages?|news|"
    r"featured|headline|"
    r"non classe|uncategorized|divers|communiques?|accueil|histoire|elections?|presidentielle|"
    r"terrorisme|"
    r"droits de l'homme|crise|conflits?|geopolitique|infrastructures?|humanitaire|urgent|exclusif|"
    r"les plus recents|derniere minute|revue de presse|presse|focus|zoom|grand format|premium"
)
_COUNTRIES = (
    r"mali|niger|burkina(?: faso)?|senegal|cote d'ivoire|guinee(?:-bissau| equatoriale)?|togo|"
    r"benin|mauritanie|"
    r"tchad|cameroun|centrafrique|gabon|congo|rdc|rd congo|congo-brazzaville|madagascar|comores|"
    r"djibouti|"
    r"burundi|rwanda|algerie|maroc|tunisie|libye|egypte|soudan|nigeria|ghana|gambie|ethiopie|haiti|"
    r"belgique|suisse|canada|quebec|russie|ukraine|chine|etats-unis"
)
_JOINT = r"(?: ?[,/|&>»›•·+–-] ?| et | )"
_RUBRIC = rf"(?:{_RUBRICS})"
_ANY = rf"(?:{_RUBRICS}|{_COUNTRIES})"
_RUBRIC_LINE = rf"(?:rubriques?\s*:\s*)?(?:{_ANY}{_JOINT}){{0,4}}{_RUBRIC}(?:{_JOINT}{_ANY}){{0,4}}"

_COUNTED = (
    r"(?:vues?|lectures?|partages?|visites?|visiteurs?|likes?|abonnes?|reactions?|"
    r"commentaires?|views?|comments?)"
)
_COUNTERS = (
    rf"(?:total )?\d[\d .,]*k? {_COUNTED}(?: aujourd'hui)?(?:\W+\d[\d .,]*k? {_COUNTED})*",
    rf"{_COUNTED}\s*:\s*\d[\d .,]*k?",
    r"(?:vue?|lue?|consultee?) \d[\d .,]* fois",
    r"(?:temps|duree|min(?:utes)?) (?:estimee? )?de lecture\s*:?\s*(?:moins d'une minute|\W*\d+ "
    r"?(?:min(?:utes?|s)?\.?|mn|'))?",
    r"(?:lecture\s*:?\s*)?\W?\d+ ?(?:min(?:utes?|s)?\.?|mn)(?: de lecture| lues?| read| of "
    r"reading)",
    r"lecture\s*:?\s*\d+ ?(?:min(?:utes?|s)?\.?|mn)|reading time.{0,20}|\d+ min(?:s|utes?)? read|"
    r"\d+ ?(?:second|sec) read",
)
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
    r"sipa|pixabay|unsplash))\W*"
)
_CRUMB_MARK = re.compile(r"\s*[>›»/→]+\s*")


def _breadcrumb(line: Line) -> Given | None:
    """Know "Accueil > Politique > Mali" and other paths of three steps or more."""
    if len(line.text) > 200:
        return None
    steps = [step for step in _CRUMB_MARK.split(line.plain.strip()) if step]
    if steps and re.fullmatch(
        r"(?:vous etes ici\s*:?\s*)?(?:accueil|home|page d'accueil)", steps[0]
    ):
        return {} if len(steps) > 1 else None
    marked = re.search(r"\s[>›]\s.+\s[>›]\s", line.plain)
    return {} if marked and len(steps) > 2 and not line.text.endswith(".") else None


def _credit(line: Line) -> Given | None:
    """Know whose the photograph is, where the line says nothing else."""
    if _STOCK.fullmatch(line.plain):
        return {}
    match = _CREDIT.fullmatch(line.plain)
    if match is None or not (match["mark"] or match["whose"] == "" or "©" in line.text):
        return None
    whose = line.text[match.start("whose") : match.end("whose")]
    named = (
        not whose or whose[0].isupper() or whose[0].isdigit() or "@" in whose or is_outlet(whose)
    )
    return {} if named and len(whose.split()) <= 7 else None


def _bare_number(line: Line) -> Given | None:
    """Know the count beside a share or comment button; "1." and "5 %" are the article's."""
    return {} if re.fullmatch(r"\d{1,3}(?:[ .,]\d{3})*k?", line.plain) else None


RULES = (
    Rule("breadcrumb", Zone.HEAD, _breadcrumb),
    Rule("rubric", Zone.OPENING | Zone.TAIL, whole(_RUBRIC_LINE, _COUNTRIES)),
    Rule(
        "tags",
        Zone.EDGES,
        whole(
            r"(?:mots?[ -]cles?|tags?|etiquettes?|categories?|hashtags?|classe (?:dans|sous)|dans "
            r"la categorie|"
            r"filed under|tagged(?: with)?|rubriques?|themes? associes?|thematiques?|sujets? "
            r"(?:lies|associes))\s*[:>|].{0,300}",
            r"(?:mots?[ -]cles?|tags?|etiquettes?|categories?|tagged .{2,200})",
        ),
        longest=LONG,
    ),
    Rule("hashtags", Zone.TAIL, whole(r"(?:#[\w-]+[\s,]*)+")),
    Rule("counter", Zone.EDGES, whole(*_COUNTERS)),
    Rule("bare_number", Zone.OPENING, _bare_number),
    Rule("photo_credit", Zone.ANYWHERE, _credit),
    Rule(
        "photo_owner",
        Zone.HEAD | Zone.BODY,
        whole(r"(?:photo |image )?(?:©|\(c\))[^.:]{2,50}"),
    ),
    Rule(
        "media_button",
        Zone.ANYWHERE,
        whole(
            r"(?:lire|voir|regarder|ecouter|afficher) (?:la (?:video|galerie|photo|suite en "
            r"images)|le (?:diaporama|podcast)|"
            r"en plein ecran)|diaporama|plein ecran|lecture|play|video player|audio player|"
            r"lecteur (?:video|audio)",
            r"\[?(?:embed|video|iframe|image|gallery|caption)\]?(?: url=.{0,200})?|play video|"
            r"votre navigateur ne (?:peut|supporte)"
            r".{0,200}|utilisez les fleches (?:haut|gauche).{0,120}",
        ),
    ),
    Rule(
        "contact",
        Zone.TAIL,
        whole(
            r"(?:contacts?|tel|telephone|fax|whatsapp|e-?mail|courriel|bp|"
            r"adresse)\s*[.:]+\s*[+\d@][\w\s+@().,/:-]{5,100}",
            r"[\w.+-]+@[\w-]+\.[\w.]{2,12}|\+?\d[\d\s/.()-]{7,40}",
        ),
    ),
    Rule("ornament", Zone.EDGES, whole(r"(?:fin|end|\.)?")),
)

_particular = whole(
    rf"(?:{_ANY}{_JOINT}){{0,4}}{_ANY}", *_COUNTERS, r"\d{1,2} ?[h:] ?\d\d", r"il y a .{3,15}"
)


def is_particular(line: Line) -> bool:
    """Tell whether `line` is a rubric, a country, a counter or a time of day."""
    return _particular(line) is not None or is_agency(line.text)
