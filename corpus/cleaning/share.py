"""Buttons around an article: to share it, print it, send it, like it."""

from corpus.cleaning.rules import Rule, Zone, whole

_NETWORK = (
    r"(?:facebook|fb|twitter|tweeter|x|whats ?app|linked ?in|telegram|pinterest|instagram|"
    r"messenger|"
    r"you ?tube|tik ?tok|viber|tumblr|reddit|threads|bluesky|mastodon|skype|pocket|vkontakte|"
    r"google ?\+?|"
    r"flipboard|snapchat|e-?mail|courriel|mail|sms|rss|print|imprimer|"
    r"copier le lien|copy link|lien)"
)
_WHAT = (
    r"(?: (?:cet |l'|la |cette |le |ceci|l')?(?:article|page|info|information|publication|contenu|"
    r"lien|"
    r"post|video|photo|ceci))?"
)
_COUNT = r"(?:\d[\d .,]*k? ?)?"

RULES = (
    Rule(
        "share",
        Zone.ANYWHERE,
        whole(
            rf"(?:cliquez pour )?(?:re)?partage[rz]?(?:-le)?{_WHAT}"
            rf"(?: (?:sur|via|par|avec|a) (?:votre |vos |un |une |les )?(?:{_NETWORK}|amis?|"
            rf"contacts|"
            r"reseaux(?: sociaux)?|proches)(?:[ ,/|]+(?:et )?"
            rf"{_NETWORK})*)?(?: ?\(ouvre dans une nouvelle fenetre\))?",
            rf"(?:partage[rz]?|share)\s*[:!|>-]*\s*(?:{_COUNT}{_NETWORK}[ ,/|·•]*)+",
            rf"(?:re)?partage[rz]?{_WHAT} (?:sur|via|par)\s*:?|{_COUNT}(?:partages?|shares?)",
            rf"share(?: this(?: article| post| page)?)?(?: (?:on|via) {_NETWORK})?",
            r"click to (?:share on|email a link|print).{0,60}",
            r"cliquez pour (?:imprimer|envoyer (?:un lien )?par e-mail).{0,60}",
            rf"(?:sauvegarder|enregistrer|mettre en favoris?|ajouter (?:aux|a mes) favoris){_WHAT}",
            r"partagez l'information autour de vous",
        ),
    ),
    Rule(
        "print_or_send",
        Zone.ANYWHERE,
        whole(
            rf"imprimer{_WHAT}|version imprimable|imprimer (?:envoyer|partager).{{0,40}}",
            rf"envoyer (?:un |par |une )?(?:courriel|e-?mail|mail)|envoyer{_WHAT}(?: (?:par|a|via) "
            rf"(?:un ami|une? e-?mail|e-?mail|mail|courriel))",
            r"(?:copier|copy) (?:le |the )?(?:lien|link|url)",
            r"telecharger (?:en pdf|le pdf|l'article(?: en pdf)?)|format pdf",
        ),
    ),
    Rule(
        "like",
        Zone.ANYWHERE,
        whole(
            rf"tweete[rz]{_WHAT}|tweet(?: this)?|epingler|pin it",
            r"j'aime ca|j'aime(?: ceci)?\s*:?\s*(?:j'aime )?(?:chargement|loading)\W*|like this\W*|"
            r"like (?:loading|chargement)\W*"
            r"(?:like loading\W*)?|chargement|loading",
            rf"like|j'aime(?: \d+)?|{_COUNT}(?:likes?|j'aime)",
        ),
    ),
    Rule(
        "network_names",
        Zone.ANYWHERE,
        whole(rf"{_COUNT}{_NETWORK}(?:[ |/·•-]+{_COUNT}{_NETWORK})+"),
    ),
    Rule(
        "network_names_glued",
        Zone.ANYWHERE,
        whole(
            r"(?:facebook|twitter|whats ?app|linkedin|telegram|pinterest|tweet|e-?mail|print|share|"
            r"partager|imprimer|messenger|like|x){2,}"
        ),
    ),
    Rule("network_name", Zone.EDGES, whole(rf"{_COUNT}{_NETWORK}")),
    Rule(
        "reading_tools",
        Zone.EDGES,
        whole(
            r"ecouter(?: l'article| cet article)?(?:\W+\d+:\d\d)?|lire l'article|lecture audio|"
            r"agrandir(?: "
            r"l'image)?",
            r"a ?[+-] ?a ?[+-]|(?:a\W+){1,3}a|taille (?:du texte|de (?:la )?police)\W*(?:a\W*)*|"
            r"(?:reduire|augmenter|agrandir|diminuer)(?: la taille(?: (?:de la police|du "
            r"texte))?)?",
            r"offrir(?: l'article| cet article)?|lire plus tard|(?:ajouter|mettre) (?:a|dans) mes "
            r"favoris|google (?:news|actualites)|lecture zen|mode zen|signaler une "
            r"erreur",
            r"ecouter l'article \d+ ?(?:min|minutes)|resume ia|traduire",
        ),
    ),
)
