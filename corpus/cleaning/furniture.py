"""What frames an article on its page: rubric, breadcrumb, tags, counters, photo credits."""

import re

from corpus.cleaning.outlets import is_agency
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
    r"information|paix et securite|les plus recents|derniere minute|revue de presse|presse|focus|"
    r"zoom|grand format|premium"
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

_TOPIC = re.compile(_ANY)

# The mottoes of the states, and who speaks in a communiqué, in capitals.
_LETTERHEAD = re.compile(
    r"(?:(?:LE |LA )?(?:MINIST[EÈ]RE|PR[EÉ]SIDENCE|PRIMATURE|SECR[EÉ]TARIAT G[EÉ]N[EÉ]RAL|CABINET|"
    r"DIRECTION|[EÉ]TAT-MAJOR|GOUVERNORAT|AMBASSADE|HAUTE AUTORIT[EÉ])\b[^a-zß-ÿ:.!?]{0,100}|"
    r"R[EÉ]PUBLIQUE (?:DU |DE |D['’]|ISLAMIQUE|D[EÉ]MOCRATIQUE|GABONAISE|TOGOLAISE|CENTRAFRICAINE|"
    r"ALG[EÉ]RIENNE|TUNISIENNE|FRAN[CÇ]AISE)[^a-zß-ÿ:.!?]{0,40}|"
    r"BURKINA FASO|ROYAUME DU MAROC)"
)
_VIRTUE = (
    r"(?:unite|travail|progres|justice|solidarite|fraternite|discipline|union|patrie|paix|liberte|"
    r"dignite|honneur|egalite|democratie|un peuple|un but|une foi|developpement)"
)
_MOTTO = whole(
    rf"{_VIRTUE}(?:\W+{_VIRTUE}){{2}}",
    r"la patrie ou la mort,? nous vaincrons",
)

_COUNTED = (
    r"(?:vues?|lectures?|partages?|visites?|visiteurs?|likes?|abonnes?|reactions?|"
    r"commentaires?(?:\(s\))?|views?|comments?)"
)
_COUNTERS = (
    rf"(?:total )?\d[\d .,]*k? {_COUNTED}(?: aujourd'hui)?(?:\W+\d[\d .,]*k? {_COUNTED})*",
    rf"{_COUNTED}\s*:\s*\d[\d .,]*k?",
    r"(?:vue?|lue?|consultee?) \d[\d .,]* fois",
    r"vues?|views|lectures|likes",
    r"\(?\d+ votes?\)?|evaluer cet (?:element|article)",
)
_MINUTES = r"(?:min(?:utes?|s)?\.?|mn)"
_READING_TIMES = (
    rf"(?:temps|duree|min(?:utes)?) (?:estimee? )?de lecture\s*:?\s*(?:moins d'une minute|\W*\d+ "
    rf"?(?:{_MINUTES}|'))?(?: de lecture)?",
    rf"(?:lecture\s*:?\s*)?\W?\d+ ?{_MINUTES}(?: (?:de|temps de) lecture| lues?| lire| read| of "
    r"reading)",
    rf"lecture\s*:?\s*\d+ ?{_MINUTES}|reading time.{{0,20}}|\d+ ?(?:second|sec) read",
)
_BARE_NUMBER = re.compile(
    r"(?:\d{1,3} )?\d{1,3}(?:[ .,]\d{3})*k?|\d{1,2} ?(?:min|mn)\.?|\d\d?:\d\d"
)
_SLUG = re.compile(r"[^\W\d_][\w'.]*(?:-[^\W_][\w'.]*){2,}")
_CRUMB_MARK = re.compile(r"\s*[>›»/→]+\s*")


def _letterhead(line: Line) -> Given | None:
    """Know what stands above a communiqué: the state, its motto, the ministry."""
    return {} if _LETTERHEAD.fullmatch(line.text) or _MOTTO(line) is not None else None


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


def _slug(line: Line) -> Given | None:
    """Know an agency's keywords, such as "SENEGAL-AGRICULTURE-SEMENCES"."""
    if not _SLUG.fullmatch(line.plain):
        return None
    topics = line.plain.split("-")
    return {} if any(_TOPIC.fullmatch(topic) for topic in topics) else None


def _bare_number(line: Line) -> Given | None:
    """Know counts beside share and comment buttons, and how long reading or hearing takes.

    "1." and "5 %" are the article's.
    """
    return {} if _BARE_NUMBER.fullmatch(line.plain.strip()) else None


RULES = (
    Rule("breadcrumb", Zone.HEAD, _breadcrumb),
    Rule("slug", Zone.OPENING, _slug),
    Rule("letterhead", Zone.OPENING, _letterhead),
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
    Rule(
        "tags_listed",
        Zone.TAIL,
        whole(
            r"(?:categories?|etiquettes?|mots[ -]cles|tags?|posted in|publie dans|classe dans) "
            r"[^.:!?]{2,150}"
        ),
    ),
    Rule("posted_in", Zone.HEAD, whole(r"posted in [^.:!?]{2,100}", rf"(?:dans|in) {_ANY}")),
    Rule("hashtags", Zone.ANYWHERE, whole(r"#[\w-]+(?:[\s,]+#[\w-]+)+")),
    Rule("hashtag", Zone.TAIL, whole(r"#[\w-]+")),
    Rule("reading_time", Zone.ANYWHERE, whole(*_READING_TIMES)),
    Rule("counter", Zone.EDGES, whole(*_COUNTERS)),
    Rule("bare_number", Zone.HEAD, _bare_number),
    Rule(
        "media_button",
        Zone.ANYWHERE,
        whole(
            r"(?:lire|voir|regarder|ecouter|afficher) (?:la (?:video|galerie|photo|suite en "
            r"images)|le (?:diaporama|podcast)|"
            r"en plein ecran)|diaporama|plein ecran|lecture|play|video player|audio player|"
            r"lecteur (?:video|audio)",
            r"(?:ecoutez|regardez|visionnez|voir|ecouter) (?:ici )?(?:le |la |l'|son |sa |notre |"
            r"cet? "
            r"|un extrait d)(?:reportage|entretien|interview|emission|podcast|extrait|element|"
            r"intervention|video|e l'entretien|e l'interview)\b[^.!?:]{0,100}",
            r"\[?(?:embed|video|iframe|image|gallery|caption)\]?(?: url=.{0,200})?|play video|"
            r"votre navigateur ne (?:peut|supporte)"
            r".{0,200}|utilisez les fleches (?:haut|gauche).{0,120}",
        ),
    ),
    Rule(
        "about_author",
        Zone.ANYWHERE,
        whole(r"(?:a propos de l'|qui est l'|l')auteure?|about the author|biographie"),
    ),
    Rule(
        "contact",
        Zone.TAIL,
        whole(
            r"(?:contacts?|tel|telephone|fax|whatsapp|e-?mail|courriel|bp|"
            r"adresse)\s*[.:]+\s*[+(\d@][\w\s+@().,/:-]{5,100}",
            r"(?:joindre|contacte[rz]) (?:la |notre )redaction\b.{0,120}",
            r"[\w.+-]+@[\w-]+\.[\w.]{2,12}|\+?\d[\d\s/.()-]{7,40}",
        ),
    ),
    Rule("ornament", Zone.EDGES, whole(r"(?:fin|end|\.)?|/|[aà] suivre|single post")),
)

_particular = whole(
    rf"(?:{_ANY}{_JOINT}){{0,4}}{_ANY}",
    *_COUNTERS,
    *_READING_TIMES,
    r"\d{1,2} ?[h:] ?\d\d",
    r"il y a .{3,15}",
)


def is_particular(line: Line) -> bool:
    """Tell whether `line` is a rubric, a country, a counter or a time of day."""
    return _particular(line) is not None or is_agency(line.text)
