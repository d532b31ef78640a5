"""Links to other articles, and to the rest of this one."""

import re

from corpus.cleaning.rules import LONG, Given, Line, Rule, Zone, whole

_ALSO = (
    r"(?:(?:a )?(?:re)?(?:lire|voir|ecouter|regarder|decouvrir|consulter|lisez|voyez|ecoutez|"
    r"regardez)"
    r"[ -](?:aussi|egalement|encore)|(?:aussi|egalement) a (?:lire|voir|ecouter)|"
    r"(?:read|see|watch) (?:also|more)|also read)"
)
_READ = (
    r"(?:a (?:lire|voir|ecouter|regarder|relire|revoir|decouvrir)|relire|revoir|lire|voir|regarder)"
    r"(?: (?:sur le (?:meme )?sujet|sur le meme theme|absolument|plus|par ailleurs|"
    r"dans (?:notre|le) dossier|notre (?:dossier|enquete|article|reportage|analyse|entretien|"
    r"interview|decryptage)|l'article|l'interview|ici))?"
)
_OPEN = re.compile(rf"[^\w\"«“]*(?:{_ALSO})\s*")
_HEADINGS = (
    r"(?:sur|dans) le meme (?:sujet|theme|dossier)|dans la meme (?:rubrique|categorie)",
    r"(?:nos |les |d'autres |autres |plus d'|tous les )?articles? (?:similaires?|lie(?:s|es)?|"
    r"connexes?|recommandes?|recents?|associes?|populaires?|les plus lus|en relation|du meme "
    r"auteur|"
    r"a la une|suggeres?|precedents?|suivants?|complementaires?)",
    r"(?:les )?(?:autres )?articles du (?:meme )?dossier|infos? a la une|navigation de l'article|"
    r"nous vous (?:proposons|recommandons|suggerons) (?:aussi|egalement)|(?:la redaction (?:du "
    r".{2,20}"
    r" )?vous )(?:conseille|recommande)|dans l'actualite|a la une (?:aussi|egalement)",
    r"(?:les )?(?:derniers|autres|plus d'|nos autres) articles(?: (?:de|sur|dans) .{2,40})?",
    r"(?:ceci|cela|ca|ces articles|cet article) (?:pourrai(?:en)?t|peut|peuvent|va|devrait) "
    r"(?:aussi |egalement )?vous (?:aussi )?(?:interesser|plaire)",
    r"vous (?:aimerez|aimeriez|apprecierez|pourriez) (?:peut-etre )?(?:aussi |egalement )?"
    r"(?:peut-etre )?(?:aimer|apprecier|etre interesse\(?e?\)?s?(?: par)?|lire)?",
    r"nos lecteurs (?:ont|lisent) (?:aussi |egalement )?(?:lu|aime)?",
    r"(?:les )?(?:(?:plus|\+) recents|plus lus|plus consultes|plus populaires|plus commentes|plus "
    r"partages)",
    r"recommande(?:s|es)? (?:pour|par) (?:vous|nous|la redaction)|a ne pas (?:manquer|rater)",
    r"related|related (?:posts?|articles?|stories)|you may also like|recommended for you|more from "
    r".{2,30}",
    r"a decouvrir|a lire|a voir|(?:la )?selection de la redaction|sujets? (?:lies|associes|"
    r"similaires)",
    rf"{_ALSO} dans la (?:meme )?rubrique.{{0,40}}",
    _ALSO,
)
_PERHAPS_HEADINGS = (
    r"pour (?:aller plus loin|en savoir plus|approfondir)|en savoir plus(?: sur [^.:!?]{2,40})?|"
    r"notre dossier|"
    r"suggestions?",
)


def _also(line: Line) -> Given | None:
    """Know "Lire aussi" before a title, but not a sentence that begins with these words."""
    opening = _OPEN.match(line.plain)
    if opening is None:
        return None
    rest = line.text[opening.end() :]
    if not rest or not (rest[0].isalnum() or rest[0] in "'’"):
        return {}
    named = rest[0].isupper() or rest[0].isdigit()
    return {} if named and not rest.rstrip().endswith(".") else None


RULES = (
    Rule("related_heading", Zone.ANYWHERE, whole(*_HEADINGS)),
    Rule("related_heading_perhaps", Zone.EDGES, whole(*_PERHAPS_HEADINGS)),
    Rule(
        "read_also",
        Zone.ANYWHERE,
        _also,
        longest=LONG,
    ),
    Rule(
        "read_other",
        Zone.ANYWHERE,
        whole(
            rf"{_READ}(?: (?:ici|aussi))?\s*(?::|>|»|→|►|\|).{{3,250}}",
            r"(?:notre (?:dossier|reportage|enquete|decryptage|analyse|live|direct|article|video))"
            r"\s*(?::|>|→|►|\|).{3,200}",
            r"(?:sur le meme sujet|pour aller plus loin|pour en savoir plus|articles? lies?|"
            r"dans la meme rubrique|article (?:precedent|suivant))\s*(?::|>|→|►|\|).{3,250}",
        ),
        longest=LONG,
    ),
    Rule(
        "rest_of_article",
        Zone.ANYWHERE,
        whole(
            r"(?:lire|voir|decouvrir|cliquez(?: ici)? pour lire) (?:la suite|l'article"
            r"(?: (?:complet|original|en entier|en integralite))?|l'integralite(?: de l'article)?)"
            r"(?: (?:de l'article|sur|dans|ici|:).{0,80})?",
            r"lire (?:plus|davantage)|read (?:more|the full article).{0,40}|continuer la "
            r"lecture.{0,60}|"
            r"(?:la )?suite (?:de l'article )?(?:ici|en page \d+|page \d+)",
            r"(?:voir|afficher|lire) (?:plus|moins|tout)|cliquez ici(?: pour.{0,60}| et (?:abonnez|"
            r"inscrivez|suivez)-(?:vous|nous).{0,20})?",
        ),
    ),
    Rule(
        "all_articles",
        Zone.ANYWHERE,
        whole(
            r"(?:voir|retrouvez|decouvrez|consultez|lisez) (?:ici )?(?:tous|toutes|l'ensemble de|"
            r"l'integralite de) (?:les |nos |ses |mes )(?:articles|publications|contenus|"
            r"actualites|"
            r"analyses|reportages|dossiers|podcasts|infos)(?: (?:de|du|sur|par|dans) "
            r"[^.,:!?»]{2,50}?)?(?: ici)?",
            r"(?:plus|tous les|d'autres) articles (?:de|par) .{2,40}",
        ),
    ),
    Rule(
        "neighbour_article",
        Zone.TAIL,
        whole(r"[^\w]*(?:←|⟵|↤|<<).{3,200}|.{3,200}(?:→|⟶|>>)"),
        longest=LONG,
    ),
    Rule(
        "skip_link",
        Zone.ANYWHERE,
        whole(
            r"ignorer .{2,60} et continuer la lecture|passer la section .{2,60}",
            r"fin de (?:promotion .{2,40}|(?:les )?plus (?:lus|regardes|ecoutes).{0,20}|la section "
            r".{2,40})",
        ),
    ),
    Rule(
        "appeared_first",
        Zone.ANYWHERE,
        whole(
            r"(?:l'article|cet article|the post) .{3,250} (?:est apparu en premier sur|"
            r"appeared first on|est apparu d'abord sur) (?P<source>.{2,60}?)",
            r"(?:cet |l')article (?:est |a ete )(?:initialement |d'abord )?(?:publie|paru|apparu) "
            r"(?:en premier |initialement |d'abord )?(?:sur|dans|par) (?P<source_>[^.]{2,40})",
        ),
        longest=LONG,
    ),
    Rule(
        "address",
        Zone.EDGES,
        whole(
            r"(?:(?:source|lien|url|article original|lire sur|site(?: web)?|plus "
            r"d'infos?)\s*:?\s*)?"
            r"(?:https?://|www\.)\S+"
        ),
    ),
)
