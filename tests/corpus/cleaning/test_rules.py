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
        "Partager sur :",
        "Partager cet article sur",
    ),
    "print_or_send": (
        "Imprimer",
        "Envoyer par mail",
        "Envoyer cet article à un ami".replace("à", "par"),
        "Copier le lien",
        "Télécharger en PDF",
        "Envoyer un courriel",
    ),
    "like": ("Tweeter", "J’aime ça :", "J'aime chargement…", "128 likes", "Like Loading..."),
    "network_names": ("Facebook Twitter WhatsApp", "Facebook | X | LinkedIn | E-mail"),
    "network_names_glued": ("WhatsAppTweetEmail", "FacebookTwitterPrint"),
    "network_name": ("WhatsApp", "3 Facebook"),
    "reading_tools": (
        "Écouter cet article",
        "Taille du texte A A A",
        "A A",
        "Offrir l'article",
        "Réduire la taille de la police",
        "Ajouter à mes favoris",
    ),
    "comment_invitation": (
        "Laisser un commentaire",
        "Laisser un commentaire Annuler la réponse",
        "Soyez le premier à commenter cet article",
        "Réagir à cet article",
        "Vos commentaires",
        "Commentaires via Facebook :",
        "Leave a Comment on Gao : le marché rouvre",
        "Que pensez-vous de cet article ?",
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
    "comment_fields": ("Nom", "Site web", "Répondre", "Mot de passe oublié ?", "Citer", "Annuler"),
    "comment_count": (
        "3 commentaires",
        "Commentaires (12)",
        "2 commentaires sur « Gao : le marché rouvre »",
    ),
    "comment_heading": (
        "Voir les commentaires (4)",
        "Aucun commentaire",
        "Vos réactions",
        "Les commentaires sont fermés.",
    ),
    "comment_policy": (
        "Charte de modération",
        "Les commentaires sont modérés avant leur publication.",
        "Les opinions exprimées dans cette tribune n'engagent que leur auteur.",
        "Les propos tenus dans cette tribune n'engagent que leur auteur.",
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
        "Par: Awa Traoré 3 mars 2024 à 13:07",
        "Rédigé par Awa Traoré le 3 mars 2024 à 18:22",
        "03.03.2024, Sputnik Afrique",
        "MAP: 03 mars 2024",
    ),
    "date_and_time": (
        "3 mars 2024 à 10h25",
        "03/03/2024 - 10:22",
        "lundi 4 mars 2024, 8 h",
        "2024-03-03T14:20+0200",
    ),
    "date_alone": ("Lundi 4 mars 2024", "mars 3, 2024", "03/03/2024"),
    "masthead": (
        "Politique | 3 mars 2024 | Par Awa Traoré",
        "Mali • Publié le 3 mars 2024 • 2 min de lecture",
        "Awa Traoré |03.03.2024 - Mise à jour : 04.03.2024",
        "Publié le lundi 4 mars 2024  |  Le Relais du Fleuve",
        "© Maliweb.net – lundi 4 mars 2024 à 10:12",
        "Rédigé par Maliweb le 3 mars 2024 à 18:22 | | 0 commentaire(s)|",
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
        "Avec ABCD",
        "_Avec AFP_",
    ),
    "initials": (
        "MD/ac/APA",
        "MD/ac/ABCD",
        "MD/AC/XYZ (AMAP)",
        "abc-de/fg/hij",
        "AIB/kd",
        "(A.T.)",
    ),
    "agency_and_place": ("AA / Gao / Awa Traoré", "AA/Gao"),
    "role": (
        "Correspondant régional de Maliweb.net à Gao",
        "Correspondance particulière",
        "Envoyée spéciale à Gao",
    ),
    "particulars": ("Role, BBC Afrique", "Reporting from, Gao", "Article Information"),
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
        "Par Awa Traoré – à Gao",
        "Par Awa Traoré (à Gao, pour Le Monde)",
        "Author, Awa Traoré",
        "Auteur: Awa Traoré - Maliweb.net",
    ),
    "outlet_line": (
        "Source : Le Républicain",
        "Maliweb.net",
        "Source : Le Courrier du Fleuve",
        "Source: Le Flambeau",
        "Journal L’Étoile du Fleuve",
    ),
    "author_and_outlet": ("Moussa Keïta/Maliweb", "Awa Traoré (Le Républicain)"),
    "editors": ("La rédaction", "Par la rédaction", "La rédaction de Maliweb", "admin", "Par :"),
    "date_of_day": ("Il y a 3 heures", "Mise à jour il y a 2 jours", "Hier à 18h30"),
    "related_heading": (
        "À lire aussi",
        "Lire aussi :",
        "Sur le même sujet",
        "Articles similaires",
        "Vous pourriez aussi être intéressés par :",
        "Ceci pourrait vous intéresser",
        "Les articles du dossier",
        "Infos à la une",
        "Related",
        "Les + récents",
        "Lire aussi dans la rubrique SOCIETE",
        "Navigation de l’article",
    ),
    "related_heading_perhaps": (
        "Pour aller plus loin",
        "Notre dossier",
        "En savoir plus sur Le Courrier du Fleuve",
    ),
    "all_articles": (
        "Voir tous les articles de Awa Traoré",
        "Retrouvez tous nos articles sur le Niger ici.",
    ),
    "neighbour_article": ("← Kati : la fête des récoltes", "Kita : un forage pour tous →"),
    "skip_link": (
        "Ignorer Les plus lus et continuer la lecture",
        "Fin de Promotion WhatsApp",
        "Passer la section Sur le même thème",
    ),
    "about_author": ("À propos de l'auteur", "About the author"),
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
        "Cliquez ici et abonnez-vous !",
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
        "Emportez l'actualité partout avec vous ! Téléchargez l'application Maliweb",
        "N'hésitez pas à télécharger l'application",
    ),
    "newsletter": (
        "Newsletter",
        "Newsletter Recevez toute l'actualité dans votre boîte mail",
        "Chaque matin, recevez les nouvelles du fleuve.",
        "Abonnez-vous à notre newsletter",
        "Inscrivez-vous à la newsletter",
        "Recevez chaque matin nos articles par e-mail",
        "Je m'abonne",
        "NewsletterRecevez toute l'actualité du fleuve",
        "Recevez l’actualité de l’Afrique",
        "Tous les jeudis à 11h30",
        "Merci ! Votre inscription a bien été prise en compte",
        "En vous inscrivant, vous acceptez les conditions générales d'utilisation.",
    ),
    "paywall": (
        "Cet article est réservé aux abonnés.",
        "Il vous reste 84% de cet article à lire. La suite est réservée aux abonnés.",
        "Déjà abonné ? Connectez-vous",
        "Accès illimité",
        "Réservé aux abonnés",
        "Article réservé aux abonnés",
        "Abonné",
        "Ce service est réservé aux abonnés.",
        "Cet article complet est réservé aux abonnés",
        "L’espace des contributions est réservé aux abonnés.",
    ),
    "cookies": (
        "Nous utilisons des cookies pour améliorer votre expérience.",
        "En poursuivant votre navigation sur ce site, vous acceptez l'utilisation de cookies.",
        "Tout accepter",
        "Accepter & Fermer",
        "Nous respectons votre vie privée",
        "Nous et nos 12 partenaires stockons des informations sur un appareil.",
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
    "not_found": ("Page non trouvée", "Page introuvable"),
    "part_of_dispatches": (
        "Seulement une partie des dépêches, que l'Agence Anadolu diffuse à ses abonnés via un "
        "système interne, est diffusée ici. Contactez-nous pour vous abonner.",
    ),
    "slogan": ("L'actualité du Burkina Faso 24h/24.", "Toute l'info du fleuve en continu"),
    "site_pages": (
        "Mentions légales | Contact | Plan du site",
        "Retour à l'accueil",
        "Article suivant",
    ),
    "breadcrumb": ("Accueil > Politique > Mali", "Accueil » Afrique", "Afrique › Mali › Politique"),
    "rubric": ("Afrique Politique", "POLITIQUE", "Société & Culture", "Mali"),
    "tags": ("Mots-clés : Mali, fleuve, marché", "Tags: Gao"),
    "slug": ("SENEGAL-AGRICULTURE-SEMENCES", "Burkina-Coton-Engrais"),
    "letterhead": (
        "MINISTERE DE LA COMMUNICATION",
        "RÉPUBLIQUE DU MALI",
        "Un Peuple – Un But – Une Foi",
        "Fraternité - Travail - Progrès",
    ),
    "tags_listed": ("Étiquettes Bangui, eau", "Catégories Actualités, Société"),
    "posted_in": ("Posted in Actualités, Société", "dans Santé"),
    "hashtags": ("#Mali #Gao",),
    "hashtag": ("#Mali",),
    "reading_time": (
        "Temps de lecture : 3 min",
        "3 min de lecture",
        "Lecture : 2 minutes.",
        "3 min Temps de lecture",
        "Durée de lecture 1 minutes de lecture",
    ),
    "counter": ("1 234 vues", "Lu 34 fois", "(1 Vote)", "VUES"),
    "bare_number": ("0", "1 234", "12k", "2 mn", "0 56", "03:24"),
    "photo_credit": (
        "Crédit photo : Awa Traoré",
        "Photo : AFP",
        "Photo d'illustration",
        "DR",
        "Awa Traoré / Getty Images",
        "Photo/ droits tiers",
        "Image par Joe de Pixabay",
    ),
    "photo_caption": (
        "Un marché à Gao, en 2019 (image d'illustration). © AFP/Archives",
        "Le marché rouvre. Crédit : Awa Traoré",
        "Des clients au marché de GaoImage : Awa Traoré/DW",
        "Les ministres à Gao, le 6 mars 2024. AFP PHOTO / STRINGER",
        "Légende image, Des femmes au marché de Gao",
        "FILE - Des sacs de mil au marché de Gao, le 12 janvier 2021.",
    ),
    "photo_owner": ("© Awa Traoré", "© AFP", "© maliweb.net par Awa", "© Sputnik . Awa Traoré"),
    "media_button": (
        "Lire la vidéo",
        "Diaporama",
        '[EMBED url="',
        "> Écoutez le reportage de notre correspondant à Mopti",
    ),
    "contact": (
        "Contact : +223 20 00 00 00",
        "Tél: (+223) 20 00 00 00",
        "redaction@exemple.ml",
        "Joindre la rédaction de Gao : +223 20 00 00 00",
    ),
    "ornament": ("***", "…", "FIN", "-", "/", "À suivre !"),
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
    "network_names_glued": ("Telegrammes", "X et Facebook bloqués"),
    "network_name": ("WhatsApp bloqué à Gao",),
    "reading_tools": ("Écouter les victimes", "Réduire la dette"),
    "comment_invitation": (
        "Laisser un commentaire lui a valu la prison.",
        "Que pensez-vous de la crue ?",
    ),
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
        "3 mars 2024 – Gao",
        "3 mars 2024, Le Grand Soir",
        "Gao, 3 mars 2024",
    ),
    "date_and_time": ("Le 3 mars 2024 à 10h25, le marché rouvre", "3 mars 2024"),
    "date_alone": ("3 mars", "Mars 2024", "Le 3 mars 2024, le marché"),
    "masthead": ("Gao | Le marché rouvre | 3 000 clients", "Gao - 3 mars 2024 - le marché rouvre"),
    "copyright": ("Le copyright de 2024 divise les auteurs.",),
    "rights_holder": ("Copyright : une loi contestée par les auteurs de la région",),
    "agency_sign_off": (
        "Avec Paul",
        "Avec LA paix retrouvée",
        "Avec la Russie",
        "Avec l'AFP, il a conclu un accord.",
        "Le ministre avec Reuters à Moscou",
        "« AFP »",
    ),
    "agency_and_place": ("Mali / Niger", "AFP/une agence", "Gao/Mopti/Kidal"),
    "role": ("Correspondant à Gao, il a vu la crue. Il témoigne.", "Envoyée en prison"),
    "particulars": ("Rôle de la BBC Afrique", "Informations sur la crue"),
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
    "outlet_line": (
        "Le monde",
        "Source : ministère de la Santé",
        "Source : Banque mondiale",
        "Le pays",
        "OPINION",
        "Le Flambeau",
    ),
    "author_and_outlet": ("Awa Traoré (ministre de la Santé)", "Mali/Niger"),
    "editors": ("La rédaction de la loi a pris un an.",),
    "date_of_day": ("Il y a 3 blessés",),
    "related_heading": ("Lire aussi les silences", "Le même sujet"),
    "related_heading_perhaps": ("Pour aller plus loin, il faudrait des moyens.",),
    "all_articles": (
        "Lire tous les articles de la loi ne suffit pas, dit-il, « loin s'en faut ».",
    ),
    "neighbour_article": ("De Gao à Kidal",),
    "skip_link": ("Fin de partie", "Fin de la crue", "Ignorer la crue et continuer"),
    "about_author": ("À propos de la grève", "L'auteur présumé"),
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
    "newsletter": (
        "La lettre du ministre",
        "Recevoir chaque matin du lait change tout.",
        "Tous les jeudis, le marché ouvre à 11h30.",
        "« Recevez l'actualité du fleuve », dit l'affiche.",
    ),
    "paywall": (
        "Le club compte mille abonnés.",
        "Cet article de la loi est réservé aux mineurs.",
        "Un marché réservé aux abonnés du fleuve",
    ),
    "cookies": (
        "Les cookies publicitaires seront interdits.",
        "Accepter la défaite",
        "Nous et nos partenaires du fleuve",
    ),
    "advertisement": ("La publicité pour l'alcool est interdite", "Annonces de la présidence"),
    "rights": (
        "Les droits réservés aux femmes restent théoriques.",
        "La vente de carburant est interdite à Gao.",
    ),
    "not_found": ("La page est tournée",),
    "part_of_dispatches": ("Seulement une partie des dépêches est parvenue à Gao.",),
    "slogan": ("L'actualité du fleuve, c'est la crue.", "Le marché ouvre 24h/24."),
    "site_pages": ("Contact rompu avec Bamako", "À propos de la grève"),
    "breadcrumb": ("Gao > Bamako : la route rouvre", "Accueil des réfugiés"),
    "rubric": (
        "La situation au Niger",
        "Mali et Russie",
        "Politique de la main tendue",
        "Crise au Mali",
    ),
    "tags": ("Thème : la paix", "Gao, Mali"),
    "slug": ("Mali-Russie", "Saint-Jean-Baptiste", "Mali-Russie-Niger : la suite"),
    "letterhead": (
        "Ministère de la Santé : la grève continue",
        "Le ministère de la Santé recrute",
        "RÉPUBLIQUE DU MALI : LE MARCHÉ ROUVRE",
        "Travail et patrie",
    ),
    "tags_listed": ("Catégories : la crue", "Les étiquettes du marché"),
    "posted_in": ("Postés à Gao", "Dans la rue"),
    "hashtags": ("Gao #1", "#Gao se mobilise"),
    "hashtag": ("#1 à Gao",),
    "reading_time": ("Le temps de la lecture", "Lecture : un luxe", "3 minutes d'arrêt"),
    "counter": ("3 vues du fleuve", "10 minutes d'arrêt"),
    "bare_number": ("3 blessés", "2024", "1.", "5 000 €"),
    "photo_credit": (
        "Photo : le ministre arrive à Gao, mardi soir.",
        "Photos volées",
        "Image : un pays abîmé",
    ),
    "photo_caption": (
        "Le marché rouvre : crédit accordé.",
        "Le copyright (c) Gao divise le marché.",
        "Le fichier du marché",
        "Il a dit : © Gao est à nous.",
    ),
    "photo_owner": ("Awa Traoré à Gao",),
    "media_button": (
        "Lire la vidéo comme une preuve serait une erreur.",
        "Écoutez la rivière, dit-il.",
    ),
    "contact": ("Contact : il n'y en a plus depuis mardi.", "L'adresse : un mystère"),
    "ornament": ("Fin de partie", "À suivre : la crue"),
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
        ("initials", "MD/ac/ABCD", {"agency": "ABCD"}),
        ("initials", "MD/AC/XYZ (AMAP)", {"agency": "AMAP"}),
        ("initials", "MD/AC/XYZ", {}),
        ("agency_sign_off", "Avec ABCD", {"agency": "ABCD"}),
        ("agency_and_place", "AA / Gao / Awa Traoré", {"agency": "AA", "author": "Awa Traoré"}),
        ("particulars", "Role, BBC Afrique", {"source": "BBC Afrique"}),
        ("rights_holder", "© Agence France-Presse", {"agency": "Agence France-Presse"}),
        ("byline", "Par Awa Traoré (à Gao, pour Le Monde)", {"author": "Awa Traoré"}),
        ("outlet_line", "Source: Le Flambeau", {"source": "Le Flambeau"}),
        ("date_line", "MAP: 03 mars 2024", {"agency": "MAP", "date": "MAP: 03 mars 2024"}),
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
