"""What the site says of itself: follow us, subscribe, cookies, advertisements, rights."""

from corpus.cleaning.rules import LONG, Rule, Zone, whole

_CHANNEL = (
    r"(?:whats ?app|telegram|facebook|twitter|instagram|you ?tube|tik ?tok|linked ?in|google "
    r"(?:actualites?|news)|messenger|chaine|canal|groupe|page|newsletters?|lettres? d'information|"
    r"infolettre|reseaux sociaux|appli(?:cation)?s?|notifications?|google play|app store|flux rss|"
    r"compte x|sur x\b|smartphone|par (?:e-?)?mail)"
)
_CALL = (
    r"(?:suivez|rejoignez|retrouvez|abonnez|inscrivez|recevez|telechargez|installez|likez|aimez|"
    r"activez|"
    r"connectez|restez|emportez|ne (?:manquez|ratez)|integrez|adherez|visitez|follow us|join us|"
    r"subscribe)"
)

RULES = (
    Rule(
        "follow_us",
        Zone.ANYWHERE,
        whole(
            rf"{_CALL}\b(?!.*[»\"”]).{{0,200}}\b{_CHANNEL}\b.{{0,120}}",
            r"(?:suivez|rejoignez|contactez|retrouvez)[ -]nous(?: sur| ici| aussi "
            r"sur)?(?:\W+\w+){0,4}",
            r"(?:cliquez|clique|appuyez) (?:ici|sur (?:ce|le) (?:lien|bouton)|"
            r"ci-dessous)?.{0,30}pour "
            r"(?:vous |nous |t')?(?:suivre|rejoindre|recevoir|abonner|inscrire|telecharger|"
            r"integrer)\b.{0,150}",
            r"pour (?:ne (?:rien |pas )?(?:manquer|rater|perdre)|suivre|recevoir|etre informe|"
            r"rester informe)"
            r"\b(?!.*[»\"”]).{0,120}\b(?:abonnez|inscrivez|rejoignez|suivez|telechargez|"
            r"cliquez|activez)\b.{0,150}",
            r"(?:rejoindre|integrer|suivre) (?:notre |nos |la |le |les )(?:chaine|groupe|canal|"
            r"page|compte)s? .{0,60}",
            r"(?:notre |nos )(?:chaine|groupe|canal|page)s? (?:whats ?app|telegram|facebook|you "
            r"?tube)\W*.{0,60}",
            r"(?:pour plus de contenus?,? )?n'hesitez pas a (?:telecharger|suivre|rejoindre|vous "
            r"abonner"
            r"|consulter)\b(?!.*[»\"”]).{0,120}",
            r"nous suivre(?: sur .{2,60})?|suivez-moi|follow(?: us)?|suivre(?: l'auteur)?",
        ),
        longest=LONG,
    ),
    Rule(
        "newsletter",
        Zone.ANYWHERE,
        whole(
            r"newsletters?\W*(?:recevez|abonnez|inscrivez|ne (?:manquez|ratez))\b.{0,200}",
            r"chaque (?:jour|matin|semaine|soir|midi),? (?:recevez|"
            r"retrouvez)\b(?!.*[»\"”]).{0,150}",
            r"(?:tous les|chaque) (?:jours?|matins?|soirs?|lundis?|mardis?|mercredis?|jeudis?|"
            r"vendredis?|"
            r"samedis?|dimanches?)(?: et .{4,9})? a (?:partir de )?\d{1,2} ?h ?(?:\d\d)?",
            r"recevez (?:toute |toutes |le meilleur de )?(?:l'(?:actu|actualite|info|information|"
            r"essentiel)|nos (?:infos|actualites|alertes))\b(?!.*[»\"”]).{0,120}",
            r"merci\W+votre (?:inscription|abonnement) (?:a|est) .{2,120}",
            r"(?:pour )?(?:decouvrir|gerer|decouvrez|gerez|voir) (?:toutes )?(?:nos|vos|les)(?: "
            r"autres)? "
            r"newsletters.{0,80}",
            r"en (?:vous inscrivant|cliquant sur .{2,40}),? vous acceptez .{5,250}",
            r"le resume de la semaine\W*france 24 vous propose .{5,120}",
            r"newsletters?|(?:notre |la )newsletter\W.{0,100}|(?:s')?abonner(?: (?:a|"
            r"pour).{0,60})?|"
            r"abonnez-vous\b(?!.*[»\"”]).{0,150}",
            r"(?:s'inscrire|inscription|inscrivez-vous) (?:a (?:la |notre |nos |"
            r"l')?)(?:newsletters?|"
            r"infolettre|lettre d'information).{0,80}",
            r"(?:je m'(?:abonne|inscris)|s'inscrire|se connecter|se desinscrire)(?: "
            r"(?:gratuitement|a .{2,40}))?",
            r"(?:recevez|obtenez)\b(?!.*[»\"”]).{3,150}(?:par e-?mail|dans votre boite(?: mail| "
            r"de reception)?|"
            r"gratuitement|"
            r"chaque (?:jour|matin|semaine|soir)|en temps reel).{0,80}",
            r"(?:entrez|saisissez|votre|indiquez)(?: votre)? (?:adresse )?(?:e-?mail|"
            r"courriel)\W{0,4}"
            r"(?:pour .{3,100})?",
            r"(?:merci|felicitations)\W.{0,40}(?:inscription|"
            r"abonnement)\b.{0,100}newsletter.{0,40}",
        ),
        longest=LONG,
    ),
    Rule(
        "paywall",
        Zone.ANYWHERE,
        whole(
            r"(?:cet |ce |l'|la suite de (?:cet |l'))?(?:article|contenu|service)(?: complet)? "
            r"(?:est "
            r")?(?:exclusivement |"
            r"uniquement )?"
            r"reserve (?:aux|a nos) (?:abonnes|lecteurs|membres).{0,120}",
            r"(?:exclusivement |uniquement )?reservee? (?:aux|a nos) abonnes|(?:article|contenu) "
            r"(?:exclusif|premium|verrouille)",
            r"l'espace des contributions est .{3,60}|reutiliser ce contenu|contribuer|s'identifier",
            r"(?:la |pour lire la )suite (?:de (?:cet|l')\s?article )?(?:est )?(?:reservee|"
            r"abonnez|accessible)"
            r".{0,150}",
            r"il vous reste \d+[ .,\d]*% (?:de cet article|de ce contenu|a lire|du contenu).{0,80}",
            r"(?:deja|pas encore) (?:abonnee?|inscrite?|un compte|membre) ?(?:\(e\))? ?\?.{0,80}",
            r"(?:abonnez-vous|s'abonner|abonnement|profitez|accedez) (?:pour|a partir|des|a "
            r"l'integralite|"
            r"a tous (?:les|nos) (?:articles|contenus))\b.{0,120}",
            r"(?:article |contenu |edition |acces )?(?:abonnes?|premium|reserve|payant|offert)|"
            r"acces illimite.{0,60}",
        ),
        longest=LONG,
    ),
    Rule(
        "cookies",
        Zone.ANYWHERE,
        whole(
            r"(?:nous (?:et nos partenaires )?utilisons|ce site (?:web )?utilise|notre site "
            r"utilise) "
            r"(?:des |les |ses )?(?:cookies|traceurs).{0,450}",
            r"nous (?:respectons|accordons de l'importance a|protegeons) (?:le respect de )?votre "
            r"vie "
            r"privee|(?:le )?respect de votre vie privee.{0,60}",
            r"(?:nous et nos|avec nos) (?:\d+ )?partenaires\W.{0,40}(?:stockons|utilisons|accedons|"
            r"traitons)\b.{0,450}",
            r"en (?:poursuivant|continuant) (?:votre |la |sur |a |de )?(?:navigation|naviguer|"
            r"utiliser)?.{0,60}"
            r"vous acceptez.{0,350}",
            r"(?:tout )?(?:accepter|refuser)(?: (?:(?:et|&) (?:fermer|continuer)|tout|les cookies|"
            r"tous "
            r"les cookies))?|"
            r"continuer sans accepter|j'accepte|gerer (?:mes|les) (?:cookies|preferences|choix)|"
            r"parametre[rs](?: (?:les|des|mes))? ?cookies|personnaliser (?:mes choix|les cookies)",
            r"pour afficher ce contenu.{0,80}il est necessaire d'autoriser.{0,150}",
            r"une extension de votre navigateur semble bloquer.{0,250}|accepter gerer mes choix",
            r"ce contenu (?:est bloque|n'est pas disponible|provient de).{0,200}cookies.{0,100}",
        ),
        longest=LONG,
    ),
    Rule(
        "advertisement",
        Zone.ANYWHERE,
        whole(
            r"(?:- )?publicites?(?: -)?|pub|annonces?|advertisements?|sponsorise|(?:contenu|"
            r"article) "
            r"(?:sponsorise|partenaire|de marque)|publi-?(?:reportage|communique|redactionnel)",
            r"(?:la |lire la )?suite (?:de l'article )?(?:apres|sous|ci-dessous apres) "
            r"(?:la|cette|une) (?:publicite|pub|annonce)",
            r"(?:espace|encart|bandeau) (?:publicitaire|pub)|faire de la publicite.{0,40}|ads by "
            r".{2,40}",
        ),
    ),
    Rule(
        "rights",
        Zone.ANYWHERE,
        whole(
            r"(?:©|copyright|\(c\))?.{0,60}\btous (?:les )?droits (?:sont |de reproduction.{0,60} "
            r")?reserves?"
            r"(?:\W+(?:a |par |pour |©)?.{0,60})?",
            r"(?:©|copyright|\(c\)).{0,80}all rights reserved.{0,40}|all rights reserved.{0,40}",
            r"(?:toute )?(?:reproduction|rediffusion|utilisation)(?: (?:totale|meme|partielle|"
            r"integrale|ou|et)|,)*"
            r".{0,80}\b(?:est |sont )?(?:strictement |formellement )?interdites?\b.{0,150}",
            r"reproduction (?:autorisee|soumise a).{0,120}",
        ),
        longest=LONG,
    ),
    Rule(
        "not_found",
        Zone.ANYWHERE,
        whole(
            r"page (?:non trouvee|introuvable)",
            r"le contenu auquel vous tentez d'acceder n'existe pas.{0,60}",
        ),
    ),
    Rule(
        "part_of_dispatches",
        Zone.ANYWHERE,
        whole(
            r"seulement une partie des depeches, que l'agence .{2,30} diffuse a ses "
            r"abonnes.{10,300}"
        ),
        longest=LONG,
    ),
    Rule(
        "slogan",
        Zone.EDGES,
        whole(
            r"(?:toute )?l'(?:actualite|actu|info|information)s?\b[^,;]{0,60}\b(?:24 ?h(?:eures)? "
            r"?(?:/|sur) "
            r"?24|7 ?j(?:ours)? ?(?:/|sur) ?7|en (?:continu|temps reel)|en un clic)h?"
        ),
    ),
    Rule(
        "site_pages",
        Zone.EDGES,
        whole(
            r"(?:(?:mentions legales|politique de (?:confidentialite|cookies)|conditions generales"
            r"(?: d'utilisation| de vente)?|cgu|cgv|plan du site|qui sommes-nous|nous contacter|"
            r"contactez-nous|"
            r"contacts?|a propos(?: de nous)?|publicite|partenaires|archives|faire un don|aide|"
            r"faq|equipe|"
            r"donnees personnelles|gestion des cookies|recrutement|annonceurs)(?:[\s|·•/-]+|$))+",
            r"(?:accueil|home|menu|rechercher|recherche|search|fermer|close|haut de page|"
            r"(?:retour|revenir) (?:en haut|a l'accueil|a la page.{2,20})|"
            r"aller au (?:contenu|menu)(?: principal)?|skip to content|precedent|suivant|previous|"
            r"next|"
            r"(?:article|post) (?:precedent|suivant)|(?:next|previous) (?:post|article))(?: \W? "
            r"?)?",
        ),
    ),
)
