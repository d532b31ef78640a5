"""Each rule alone: lines that it drops, and lines like them that are the article's."""

import pytest

from corpus.cleaning.catalogue import RULES
from corpus.cleaning.rules import SHORT, Line, Rule, Zone, plain

GOES: dict[str, tuple[str, ...]] = {
    "share": (
        "PARTAGEZ!",
        "Partager sur Facebook",
        "Partager cet article",
        "Cliquez pour partager sur X (ouvre dans une nouvelle fenêtre)",
        "Partagez : Facebook Twitter WhatsApp",
        "12 partages",
    ),
    "print_or_send": (
        "Imprimer",
        "Envoyer par mail",
        "Envoyer cet article à un ami".replace("à", "par"),
        "Copier le lien",
        "Télécharger en PDF",
    ),
    "like": ("Tweeter", "J’aime ça :", "J'aime chargement…", "128 likes"),
    "network_names": ("Facebook Twitter WhatsApp", "Facebook | X | LinkedIn | E-mail"),
    "network_name": ("WhatsApp", "3 Facebook"),
    "reading_tools": ("Écouter cet article", "Taille du texte A A A", "Offrir l'article"),
    "comment_invitation": (
        "Laisser un commentaire",
        "Laisser un commentaire Annuler la réponse",
        "Soyez le premier à commenter cet article",
        "Réagir à cet article",
    ),
    "comment_form": (
        "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
        "Enregistrer mon nom et mon e-mail dans le navigateur pour mon prochain commentaire.",
        "Prévenez-moi de tous les nouveaux commentaires par e-mail.",
        "Ce site utilise Akismet pour réduire les indésirables.",
        "Je ne suis pas un robot",
        "Veuillez saisir le code ci-dessous",
        "Vous devez être connecté pour publier un commentaire.",
        "Nom *",
    ),
    "comment_fields": ("Nom", "Site web", "Répondre", "Mot de passe oublié ?"),
    "comment_count": (
        "3 commentaires",
        "Commentaires (12)",
        "2 commentaires sur « Gao : le marché rouvre »",
    ),
    "comment_heading": (
        "Commentaires via Facebook :",
        "Aucun commentaire",
        "Vos réactions",
        "Les commentaires sont fermés.",
    ),
    "comment_policy": (
        "Charte de modération",
        "Les commentaires sont modérés avant leur publication.",
        "Les opinions exprimées dans cette tribune n'engagent que leur auteur.",
    ),
    "date_line": (
        "Publié le 3 mars 2024",
        "Publié le 3 mars 2024 à 10h25 | Mis à jour le 4 mars 2024 à 08h00",
        "Publié le : 03/03/2024 - 10:22Modifié le : 04/03/2024 - 08:00",
        "Dernière mise à jour : mardi 5 mars 2024",
        "AFP, publié le lundi 4 mars 2024 à 17h24",
        "Le Courrier du Fleuve avec AFP, publié le 4 mars 2024",
        "Par Awa Traoré le 3 mars 2024",
        "3 mars 2024 par Awa Traoré",
    ),
    "date_and_time": ("3 mars 2024 à 10h25", "03/03/2024 - 10:22", "lundi 4 mars 2024, 8 h"),
    "date_alone": ("Lundi 4 mars 2024", "mars 3, 2024", "03/03/2024"),
    "masthead": (
        "Politique | 3 mars 2024 | Par Awa Traoré",
        "Mali • Publié le 3 mars 2024 • 2 min de lecture",
    ),
    "copyright": ("© 2024 AFP", "© 2023 Le Courrier du Fleuve. Tous droits réservés."),
    "rights_holder": ("© AFP", "Copyright Jeune Afrique"),
    "agency_sign_off": (
        "Avec Apanews",
        "(avec AFP)",
        "Source : Xinhua",
        "AFP et Reuters",
        "avec agences",
        "La Rédaction avec AFP",
        "Jeune Afrique avec AFP",
    ),
    "initials": ("MD/ac/APA", "abc-de/fg/hij", "AIB/kd", "(A.T.)"),
    "bracketed_credits": (
        "(Reportage de Awa Traoré, version française Jean Petit)",
        "(Rédaction de Dakar)",
    ),
    "byline": (
        "Par : Awa Traoré Suivre",
        "Par Awa Traoré",
        "Par Awa Traoré, correspondante à Gao",
        "Par Awa Traoré et Jean de La Tour",
        "(Propos recueillis par Moussa Keïta)",
        "Par Le Monde avec AFP",
    ),
    "outlet_line": ("Source : Le Républicain", "Maliweb.net", "Source : Le Courrier du Fleuve"),
    "author_and_outlet": ("Moussa Keïta/Maliweb", "Awa Traoré (Le Républicain)"),
    "editors": ("La rédaction", "Par la rédaction", "La rédaction de Maliweb", "admin"),
    "date_of_day": ("Il y a 3 heures", "Hier à 18h30"),
    "related_heading": (
        "À lire aussi",
        "Lire aussi :",
        "Sur le même sujet",
        "Articles similaires",
        "Vous pourriez aussi être intéressés par :",
        "Ceci pourrait vous intéresser",
    ),
    "related_heading_perhaps": ("Pour aller plus loin", "Notre dossier"),
    "read_also": (
        "Lire aussi : Niger : la frontière rouvre",
        "A LIRE AUSSI: Tchad : ce que l'on sait des tirs",
        "► À lire aussi : Togo, une campagne sous tension.",
        "Lire aussi Niger : la frontière rouvre",
        "Voir aussi - Le Togo en campagne",
        "LIRE AUSSI « Le fleuve monte »",
    ),
    "read_other": (
        "Lire : La frontière rouvre",
        "À lire sur le même sujet : la frontière rouvre",
        "Notre dossier : les élections au Togo",
    ),
    "rest_of_article": (
        "Lire la suite",
        "Lire la suite sur Le Figaro",
        "Cliquez ici pour lire l'article complet",
        "Voir plus",
        "Read more",
    ),
    "appeared_first": (
        "L’article Gao : le marché rouvre est apparu en premier sur Le Courrier du Fleuve.",
        "The post Gao : le marché rouvre appeared first on Maliweb.",
        "Cet article est paru en premier sur Maliweb.",
    ),
    "address": ("https://exemple.ml/gao", "Source : https://exemple.ml/gao"),
    "follow_us": (
        "Suivez l'information en direct sur notre chaîne WHATSAPP",
        "Suivez-nous sur Facebook",
        "Rejoignez notre groupe Telegram pour ne rien manquer !",
        "Retrouvez toute l'actualité de Gao sur Google Actualités",
        "Cliquez ici pour rejoindre notre chaîne WhatsApp",
        "Pour ne rien manquer de l'actualité, abonnez-vous à notre chaîne",
    ),
    "newsletter": (
        "Newsletter",
        "Newsletter Recevez toute l'actualité dans votre boîte mail",
        "Chaque matin, recevez les nouvelles du fleuve.",
        "Abonnez-vous à notre newsletter",
        "Inscrivez-vous à la newsletter",
        "Recevez chaque matin nos articles par e-mail",
        "Je m'abonne",
    ),
    "paywall": (
        "Cet article est réservé aux abonnés.",
        "Il vous reste 84% de cet article à lire. La suite est réservée aux abonnés.",
        "Déjà abonné ? Connectez-vous",
        "Accès illimité",
    ),
    "cookies": (
        "Nous utilisons des cookies pour améliorer votre expérience.",
        "En poursuivant votre navigation sur ce site, vous acceptez l'utilisation de cookies.",
        "Tout accepter",
        "Pour afficher ce contenu YouTube, il est nécessaire d'autoriser les cookies de publicité.",
    ),
    "advertisement": (
        "Publicité",
        "- Publicité -",
        "La suite après cette publicité",
        "Contenu sponsorisé",
    ),
    "rights": (
        "Tous droits réservés",
        "Toute reproduction, même partielle, est strictement interdite sans autorisation.",
    ),
    "site_pages": (
        "Mentions légales | Contact | Plan du site",
        "Retour à l'accueil",
        "Article suivant",
    ),
    "breadcrumb": ("Accueil > Politique > Mali", "Accueil » Afrique", "Afrique › Mali › Politique"),
    "rubric": ("Afrique Politique", "POLITIQUE", "Société & Culture", "Mali"),
    "tags": ("Mots-clés : Mali, fleuve, marché", "Tags: Gao"),
    "hashtags": ("#Mali #Gao",),
    "counter": ("Temps de lecture : 3 min", "1 234 vues", "Lu 34 fois", "3 min de lecture"),
    "bare_number": ("0", "1 234", "12k"),
    "photo_credit": (
        "Crédit photo : Awa Traoré",
        "Photo : AFP",
        "Photo d'illustration",
        "DR",
        "Awa Traoré / Getty Images",
    ),
    "photo_owner": ("© Awa Traoré", "© AFP"),
    "media_button": ("Lire la vidéo", "Diaporama", '[EMBED url="'),
    "contact": ("Contact : +223 20 00 00 00", "redaction@exemple.ml"),
    "ornament": ("***", "…", "FIN", "-"),
}

STAYS: dict[str, tuple[str, ...]] = {
    "share": (
        "Partager le pouvoir",
        "Partager l'eau du fleuve, une urgence",
        "« Partagez ! » lance-t-il.",
    ),
    "print_or_send": ("Imprimer sa marque", "Imprimer des billets n'est pas une politique."),
    "like": ("J'aime ce pays, dit-il.",),
    "network_names": (
        "Facebook et Twitter ont été coupés.",
        "Facebook suspend le compte du ministre",
    ),
    "network_name": ("WhatsApp bloqué à Gao",),
    "reading_tools": ("Écouter les victimes",),
    "comment_invitation": ("Laisser un commentaire lui a valu la prison.",),
    "comment_form": ("Le ministre a donné son nom *Awa* à la presse.",),
    "comment_fields": ("Nom de code : Gazelle",),
    "comment_count": (
        "Les commentaires du ministre ont surpris.",
        "Aucun commentaire n'a été fait par Bamako.",
    ),
    "comment_heading": ("Les commentaires du président",),
    "comment_policy": ("Les opinions exprimées par le ministre divisent.",),
    "date_line": (
        "Bamako, le 1er août 2024 – Le marché rouvre.",
        "Le 3 mars 2024, le marché a rouvert.",
        "3 mars 2024 : le marché rouvre",
    ),
    "date_and_time": ("Le 3 mars 2024 à 10h25, le marché rouvre", "3 mars 2024"),
    "date_alone": ("3 mars", "Mars 2024", "Le 3 mars 2024, le marché"),
    "masthead": ("Gao | Le marché rouvre | 3 000 clients",),
    "copyright": ("Le copyright de 2024 divise les auteurs.",),
    "rights_holder": ("Copyright : une loi contestée par les auteurs de la région",),
    "agency_sign_off": (
        "Avec Paul",
        "Avec la Russie",
        "Avec l'AFP, il a conclu un accord.",
        "Le ministre avec Reuters à Moscou",
        "« AFP »",
    ),
    "initials": (
        "et puis/ou bien encore",
        "Mali/Niger : la frontière rouvre",
        "2023/24",
        "Mali/Niger",
        "Saint-Louis",
    ),
    "bracketed_credits": ("(Le maire n'a pas répondu.)", "Rédaction de la loi"),
    "byline": (
        "Par ailleurs",
        "PAR LES TEMPS QUI COURENT",
        "Par la force des choses",
        "Par Gao passe la route du nord",
    ),
    "outlet_line": ("Le monde", "Source : ministère de la Santé", "Le pays"),
    "author_and_outlet": ("Awa Traoré (ministre de la Santé)", "Mali/Niger"),
    "editors": ("La rédaction de la loi a pris un an.",),
    "date_of_day": ("Il y a 3 blessés",),
    "related_heading": ("Lire aussi les silences", "Le même sujet"),
    "related_heading_perhaps": ("Pour aller plus loin, il faudrait des moyens.",),
    "read_also": (
        "Lire aussi les silences, c'est le travail de l'historien.",
        "Voir aussi loin demande du courage",
        "Lire aussi Proust a changé sa vie.",
    ),
    "read_other": ("Lire au Sahel : un luxe", "Voir Gao et revenir"),
    "rest_of_article": (
        "Lire la suite des négociations dans ce geste serait une erreur.",
        "Voir plus loin",
    ),
    "appeared_first": ("L'article 39 de la Constitution a été abrogé.",),
    "address": ("Le site https://exemple.ml est bloqué.",),
    "follow_us": (
        "« Suivez-nous sur Facebook », lance le candidat.",
        "Le ministre a parlé sur sa chaîne WhatsApp.",
        "Suivez en direct les résultats.",
        "Rejoindre Gao par le fleuve prend trois jours.",
    ),
    "newsletter": ("La lettre du ministre", "Recevoir chaque matin du lait change tout."),
    "paywall": ("Le club compte mille abonnés.", "Cet article de la loi est réservé aux mineurs."),
    "cookies": ("Les cookies publicitaires seront interdits.", "Accepter la défaite"),
    "advertisement": ("La publicité pour l'alcool est interdite", "Annonces de la présidence"),
    "rights": (
        "Les droits réservés aux femmes restent théoriques.",
        "La vente de carburant est interdite à Gao.",
    ),
    "site_pages": ("Contact rompu avec Bamako", "À propos de la grève"),
    "breadcrumb": ("Gao > Bamako : la route rouvre", "Accueil des réfugiés"),
    "rubric": (
        "La situation au Niger",
        "Mali et Russie",
        "Politique de la main tendue",
        "Crise au Mali",
    ),
    "tags": ("Thème : la paix", "Gao, Mali"),
    "hashtags": ("Gao #1", "#Gao se mobilise"),
    "counter": ("3 vues du fleuve", "10 minutes d'arrêt"),
    "bare_number": ("3 blessés", "2024", "1.", "5 000 €"),
    "photo_credit": (
        "Photo : le ministre arrive à Gao, mardi soir.",
        "Photos volées",
        "Image : un pays abîmé",
    ),
    "photo_owner": ("Awa Traoré à Gao",),
    "media_button": ("Lire la vidéo comme une preuve serait une erreur.",),
    "contact": ("Contact : il n'y en a plus depuis mardi.", "L'adresse : un mystère"),
    "ornament": ("Fin de partie",),
}


def _rule(name: str) -> Rule:
    return next(rule for rule in RULES if rule.name == name)


def _cases(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(name, line) for name, lines in table.items() for line in lines]


@pytest.mark.parametrize(("name", "line"), _cases(GOES))
def test_drops_lines_of_the_page(name: str, line: str) -> None:
    assert _rule(name).read(Line(line)) is not None
    assert len(line) <= _rule(name).longest


@pytest.mark.parametrize(("name", "line"), _cases(STAYS))
def test_leaves_lines_of_the_article(name: str, line: str) -> None:
    assert _rule(name).read(Line(line)) is None


@pytest.mark.parametrize("line", [line for _, line in _cases(STAYS) if len(line) > 35])
def test_no_rule_at_all_takes_a_longer_near_miss(line: str) -> None:
    assert [rule.name for rule in RULES if rule.read(Line(line)) is not None] == []


def test_every_rule_has_its_own_name_and_examples() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert set(names) == set(GOES) == set(STAYS)


def test_a_rule_of_long_notices_is_the_exception() -> None:
    assert sum(rule.longest == SHORT for rule in RULES) > len(RULES) / 2


@pytest.mark.parametrize(
    ("name", "line", "given"),
    [
        ("agency_sign_off", "Avec Apanews", {"agency": "Apanews"}),
        ("agency_sign_off", "Source : Xinhua", {"agency": "Xinhua"}),
        ("agency_sign_off", "AFP et Reuters", {"agency": "AFP et Reuters"}),
        ("agency_sign_off", "Jeune Afrique avec AFP", {"source": "Jeune Afrique", "agency": "AFP"}),
        ("agency_sign_off", "avec agences", {}),
        ("initials", "MD/ac/APA", {"agency": "APA"}),
        ("initials", "abc-de/fg/hij", {}),
        ("byline", "Par Awa Traoré, correspondante à Gao", {"author": "Awa Traoré"}),
        (
            "author_and_outlet",
            "Moussa Keïta/Maliweb",
            {"author": "Moussa Keïta", "source": "Maliweb"},
        ),
        ("copyright", "© 2024 AFP", {"agency": "AFP"}),
        ("outlet_line", "Source : Le Républicain", {"source": "Le Républicain"}),
        ("appeared_first", "The post Gao rouvre appeared first on Maliweb.", {"source": "Maliweb"}),
        ("date_line", "Publié le 3 mars 2024", {"date": "Publié le 3 mars 2024"}),
        (
            "date_line",
            "Par Awa Traoré le 3 mars 2024",
            {"author": "Awa Traoré", "date": "Par Awa Traoré le 3 mars 2024"},
        ),
    ],
)
def test_keeps_what_a_dropped_line_tells(name: str, line: str, given: dict[str, str]) -> None:
    assert _rule(name).read(Line(line)) == given


def test_zones_together_are_the_page() -> None:
    assert Zone.HEAD | Zone.BODY | Zone.TAIL == Zone.ANYWHERE


def test_plain_keeps_every_place() -> None:
    text = "L’Été\u00a0à Ségou : œuvre İstanbul"
    assert plain(text) == "l'ete a segou : œuvre istanbul"
    assert len(plain(text)) == len(text)
