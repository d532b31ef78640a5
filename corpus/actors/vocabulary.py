"""Words of French press that stand around names and are no names themselves. All folded."""

from corpus.folding import fold_name

TITLES = frozenset(
    """
    president presidente vice ministre ministres premier premiere chef cheffe secretaire general
    generale colonel major capitaine lieutenant commandant adjudant sergent caporal marechal
    amiral brigadier officier gouverneur gouverneure prefet prefete maire maires depute deputee
    senateur senatrice ambassadeur ambassadrice consul chancelier chanceliere commissaire
    conseiller conseillere delegue directeur directrice patron patronne pdg porte parole procureur
    procureure juge avocat avocate docteur professeur professeure maitre monsieur madame
    mademoiselle messieurs mesdames m mm mme mmes mlle dr pr me mgr monseigneur roi reine prince
    princesse emir sultan imam ayatollah cardinal eveque abbe pere frere soeur homologue candidat
    candidate leader dirigeant dirigeante opposant opposante entraineur entraineuse capitaine
    selectionneur acteur actrice chanteur chanteuse ecrivain journaliste militant militante expert
    experte ex ancien ancienne feu sir
    """.split()
)
"""Titles, functions and forms of address, which stand before a person's name."""

ADDRESSES = frozenset("m mm mme mmes mlle dr pr mgr".split())

PARTICLES = frozenset(
    """
    de du des d la le les von van der den di da del della dos das do al el ould ag ben bin ibn ben
    bint abou abu aboubacar wa mac mc saint san st
    """.split()
)
"""Small words inside a person's name."""

NAME_OPENERS = frozenset("von van der den al el ould ag ben bin ibn abou abu".split())
"""Particles that may open a surname though they are in lower case ("ben Salmane")."""

CALENDAR = frozenset(
    """
    lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin
    juillet aout septembre octobre novembre decembre ramadan noel paques
    """.split()
)

NOUN_PLACES = frozenset(
    """
    manche marne seine aube lot orne var cher creuse tarn landes alpes bouches reunion champagne
    bourgogne perche maine havre mans cap defense bourget touquet occident orient
    """.split()
)
"""Places with an article that are common nouns, too: "la Manche", "au Havre"."""

GEOGRAPHY = frozenset(
    """
    lac golfe mer ocean ile iles mont monts montagne fleuve riviere baie detroit canal col vallee
    peninsule cap plateau foret parc place rue avenue boulevard quai square route pont port
    aeroport gare stade quartier camp base prison cite village ville commune region province
    departement cercle district desert bassin archipel bande
    """.split()
)
"""Common nouns that may open a place's name in lower case ("lac Tchad", "rue de Rivoli")."""

INSTITUTIONS = frozenset(
    """
    ministere secretariat gouvernorat parti universite cour tribunal parquet banque mairie
    prefecture conseil comite commission agence autorite haut haute fondation federation ligue
    union syndicat association institut observatoire ambassade bureau direction armee brigade
    front mouvement coalition alliance organisation office ecole academie chambre centre musee
    theatre hopital orchestre
    """.split()
)
"""Common nouns that may open an organisation's name in lower case ("ministère de la Défense")."""

PORTFOLIOS = frozenset(
    """
    affaires defense interieur justice economie finances education sante culture travail budget
    transports agriculture environnement sports commerce industrie energie numerique logement
    etrangeres exterieur ecologie immigration cooperation comptes cohesion collectivites
    enseignement territoires armees solidarites droits
    """.split()
)
"""What ministers are in charge of; alone it names nobody."""

DETERMINERS = frozenset("le la les l un une des du de d au aux ce cet cette ces".split())

OPENERS = frozenset(
    """
    a apres avant avec car chez comme contre dans depuis des donc dont en entre et face grace hors
    lorsque mais malgre meme ni ou outre par parce pendant pour pourtant puis puisque quand quant
    que qui quoique sans sauf selon si sinon sous sur tandis vers via voici voila ainsi alors
    aussi or
    """.split()
)
"""Words that open a sentence before a name."""

ARTICLES = frozenset("le la les l un une des aux au du ce cet cette ces".split())
POSSESSIVES = frozenset("mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs".split())
BEFORE_PLACES = frozenset("a de d en vers pour entre depuis par sur sous et ou".split())
PLURALS = frozenset("les des aux ces nos vos leurs".split())

DIRECTIONS = frozenset("nord sud est ouest centre iles".split())
"""What may stand before a place's name without changing it."""

STREETS = frozenset(
    """
    rue avenue boulevard place quai square pont stade aeroport gare lycee college hopital allee
    impasse route promenade ecole
    """.split()
)
"""What bears a person's name without being the person."""

LOCALITIES = frozenset(
    """
    ville villes localite localites bourg bourgade village villages hameau commune communes region
    regions province departement district prefecture canton quartier banlieue capitale oasis
    frontiere lac golfe ile iles mont monts fleuve riviere baie detroit vallee peninsule plateau
    foret desert archipel
    """.split()
)
"""Common nouns that a place's name follows or that say beside a name that it is a place's."""

SIDES = DIRECTIONS | frozenset("abords environs alentours peripherie interieur pres loin".split())
"""What something is seen from or lies at, before "de" and a place's name."""

SAYING = frozenset(
    """
    dit declare affirme explique estime annonce assure ajoute indique souligne raconte confie
    precise rappelle rappele repond repondu lance juge promet promis admet admis reconnait poursuit
    conclut commente soupire regrette resume insiste temoigne martele previent prevenu denonce note
    observe plaisante pense croit veut souhaite demande propose souvient deplore confirme reagit
    reagi tempere ironise rencherit indigne insurge glisse fustige tacle conclu poursuivi soutient
    soutenu souffle justifie detaille analyse relate soupire avoue
    """.split()
)
"""Verbs of saying, in the present and as participles, whose subject is somebody."""

KIN = frozenset(
    """
    femme mari epouse epoux fille fils frere soeur mere pere oncle tante cousin cousine neveu niece
    veuve veuf compagne compagnon prenomme prenommee nomme nommee surnomme surnommee
    """.split()
)
"""Words before the name of somebody: kin, and what says that one is so named."""

MOVING = tuple(
    "arriv atterri decede deplac emmen install parven rend retour reuni revenu sejourn".split()
)
"""How words begin that "à" follows with a place: "s'est rendu à"."""

SPEAKING = tuple(
    "repon dit dire parl demand telephon ecri succed adress reproch rappel prom confi".split()
)
"""How words begin after which "à" stands before somebody rather than before a place."""

NAMED_THINGS = frozenset(
    """
    bateau navire paquebot ferry cargo petrolier fregate avions marin voilier chalutier film roman
    livre chanson album titre single serie piece tableau hotel restaurant bar jeu logiciel
    vaisseau sonde fusee satellite missile operation tempete ouragan cyclone typhon
    """.split()
)
"""Things that bear a quoted name: « Tombouctou » is a boat after "le bateau"."""

NATIONS = frozenset(
    """
    africain americain mexicain marocain cubain malgache malgaches russe russes turc turcs turque
    turques grec grecs grecque grecques belge belges arabe arabes kurde kurdes allemand allemands
    allemande espagnol espagnols touareg touaregs peul peuls occidentaux juif juifs musulman
    musulmans catholique catholiques chretien chretiens britannique britanniques asiatique
    asiatiques serbe serbes croate tcheque tcheques slave slaves americaine americaines africaine
    africaines mexicaine cubaine marocaine romaine sovietiques afghan afghans perse bulgare
    bulgares suedois ouzbek tchetchene tchetchenes ouighour ouighours argentin argentins
    catalan catalans kenyan kenyans qatari qataris emirati emiratis maya mayas inca incas
    normand normands normande normandes savoyard savoyards auvergnat auvergnats flamand flamands
    """.split()
)
"""Names of peoples that their ending does not tell."""

_PEOPLE_ENDINGS = (
    "ais", "aise", "aises", "ien", "iens", "ienne", "iennes", "ains", "aines", "ois",
    "oise", "oises", "een", "eens", "eenne", "eennes", "ian", "ians", "istes", "ites",
)  # fmt: skip

_GIVEN_NAMES = frozenset(
    """
    adrien anais aurelien bastien cyprien damien emilien fabien fabienne flavien francois francoise
    gatien julien julienne lucien lucienne maximilien sebastien valerien vivien vivienne ambroise
    """.split()
)
"""Given names that end like the names of peoples."""

HOUSES = frozenset(
    """
    banque journal radio television tele universite bourse ambassade institut ligue federation
    musee opera bibliotheque orchestre chambre tribune gazette voix echo nouvelles air croix
    """.split()
)
"""Nouns that, with a capital, make an organisation's name of a place's ("Journal du Niger")."""

FIRMS = frozenset(
    """
    fc cf club united sports entertainment pictures records airlines airways motors motorcars cars
    group groupe holding bank inc ltd corp corporation company university college institute
    foundation basket handball orchestra industries technologies helicopter engines systems studios
    network council association federation commission committee agency party congress
    """.split()
)
"""Words that end the name of a firm, a club, a school: "Saban Entertainment"."""

TEAMS = frozenset(
    """
    yankees mets dodgers giants phillies cardinals cubs braves marlins nationals astros angels
    athletics mariners rangers royals twins tigers indians guardians orioles rays padres rockies
    diamondbacks brewers pirates reds expos knicks nets celtics sixers raptors bulls cavaliers
    pistons pacers bucks hawks hornets heat magic wizards nuggets timberwolves thunder blazers jazz
    warriors clippers lakers suns kings mavericks rockets grizzlies pelicans spurs supersonics
    bobcats bruins sabres canadiens senateurs senators panthers lightning leafs hurricanes devils
    islanders flyers penguins capitals blackhawks avalanche stars wild predators blues jets ducks
    flames oilers sharks canucks coyotes kraken nordiques whalers bills dolphins patriots ravens
    bengals browns steelers texans colts jaguars titans broncos chiefs raiders chargers cowboys
    eagles redskins commanders bears lions packers vikings falcons saints buccaneers seahawks
    49ers sox jays alouettes argonauts sounders galaxy timbers whitecaps
    """.split()
)
"""What the teams of America call themselves, before "de" and their city's name."""

EVENTS = frozenset(
    """
    coupe championnat championnats mondial jeux tour tournoi rallye festival marathon open salon
    trophee supercoupe finale
    """.split()
)
"""Nouns that, with a capital, make an event's name: no actor, nor is the place in it."""

NOBODY = frozenset(
    """
    etat etats republique internet web dieu covid coronavirus pcr kwh nm km volts fcfa cfa tva pib
    smic pme pc gps ndlr nord sud est ouest adn vih sida euro euros ong cv bd tv hd xxe xixe xxie
    ier ebola zika omicron smartphone iphone ipad t shirt apl ttc hlm csg isf rsa sms dvd usb cdi
    cdd tgv ter suv vtc pib vip samu smur ehpad crs gps ca brexit frexit grexit dieselgate itt rer
    led ric qi gpa pma ivg avc pv rip rgpd lbd cpf tpe eti bmx vtt earl ghb bpa irm pcr pdf adsl tnt
    rtt ptz pel cice sdf dj bts dut bep qcm pvc ogm co2 sars cov mers mst opa cac wifi lgbt lgbtq
    ville
    """.split()
)
"""What looks like a name and is no actor: institutions at large, units, shortened nouns."""


def is_people(word: str) -> bool:
    """Tell whether a word looks like the name of a people: "Maliens", "Russe"."""
    last = fold_name(word).rpartition(" ")[2]
    return last in NATIONS or (last.endswith(_PEOPLE_ENDINGS) and last not in _GIVEN_NAMES)


def without_titles(name: str) -> str:
    """Return a person's name without the titles and functions before it.

    >>> without_titles("le colonel Assimi Goïta")
    'Assimi Goïta'
    """
    parts = name.split()
    while len(parts) > 1 and _is_title(parts[0]):
        parts.pop(0)
    return " ".join(parts)


def _is_title(part: str) -> bool:
    folded = fold_name(part)
    known = all(word in TITLES or word in DETERMINERS for word in folded.split())
    return known and not (part[0].isupper() and folded in PARTICLES)
