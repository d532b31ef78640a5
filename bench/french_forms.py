"""Forms of French words to measure a stemmer on: groups that belong together, pairs that do not.

Two sets of different lemmas: rules may be changed for what DEV shows, never for what TEST shows.
"""

_DEV = """
accord accords
accuser accuse accusent accusé accusés accusée accusées accusait accuserait accusant
africain africaine africains africaines
agir agit agissent agissait agi agiront
aide aides
algérien algérienne algériens algériennes
allié alliée alliés alliées
ambassadeur ambassadeurs ambassadrice ambassadrices
ancien ancienne anciens anciennes
annoncer annonce annoncent annoncé annoncée annoncées annonçait annonça annonçant
appeler appelle appellent appelé appelés appelait appellera
apprendre apprend apprennent apprenait apprendra
armée armées
attaquer attaque attaquent attaqué attaquées attaquait attaquant
bancaire bancaires
bataille batailles
bilatéral bilatérale bilatéraux bilatérales
bureau bureaux
chanteur chanteuse chanteurs chanteuses
chef chefs
cheval chevaux
chinois chinoise chinoises
citoyen citoyenne citoyens citoyennes
complet complète complets complètes
confirmer confirme confirment confirmé confirmée confirmait confirmera
conflit conflits
conseil conseils
contenir contient contiennent contenait contenu contenue contenus
continuer continue continuent continué continuait continuera
coopération coopérations
créer crée créent créé créée créés créait créera
crise crises
dangereux dangereuse dangereuses
décision décisions
déclarer déclare déclarent déclaré déclarée déclarait déclara déclarant
défendre défend défendent défendu défendue défendait défendra
demander demande demandent demandé demandée demandait demandera
dernier dernière derniers dernières
différent différente différents différentes
directeur directrice directeurs directrices
dissident dissidente dissidents dissidentes
dirigeant dirigeants dirigeante dirigeantes
écrire écrit écrivent écrite écrits écrivait
élection élections
émeute émeutes
employer emploie emploient employé employée employait
enjeu enjeux
entreprise entreprises
étranger étrangère étrangers étrangères
étudiant étudiante étudiants étudiantes
étudier étudie étudient étudié étudiée étudiait
européen européenne européens européennes
expliquer explique expliquent expliqué expliquait expliquant
exprimer exprime expriment exprimé exprimée exprimait
finir finit finissent fini finie finis finissait finira
français française françaises
général générale généraux générales
gouvernement gouvernements
grand grande grands grandes
habitant habitants habitante habitantes
heureux heureuse heureuses
important importante importants importantes
intérieur intérieure intérieurs intérieures
international internationale internationaux internationales
interdire interdit interdisent interdite interdits interdisait
jihadiste jihadistes
journal journaux
joueur joueuse joueurs joueuses
juif juive juifs juives
lancer lance lancent lancé lancée lancés lançait lancera
léger légère légers légères
lieu lieux
loi lois
long longue longs longues
malien malienne maliens maliennes
menacer menace menacent menacé menacée menaçait
mercenaire mercenaires
militaire militaires
moment moments
mort morte morts mortes
national nationale nationaux nationales
nouveau nouvelle nouveaux nouvelles nouvel
ouvrir ouvre ouvrent ouvrait ouvrira
offensif offensive offensifs offensives
parlement parlements
payer paye payent payé payée payait
perdre perd perdent perdu perdue perdus perdait
permettre permet permettent permettait permettra
petit petite petits petites
président présidente présidents présidentes
prendre prend prennent prenait prendra
produire produit produisent produite produits produisait
public publique publics publiques
renforcer renforce renforcent renforcé renforcée renforcées renforcés renforçait
""".strip()

_TEST = """
accepter accepte acceptent accepté acceptée acceptait accepterait acceptant
actif active actifs actives
affirmer affirme affirment affirmé affirmait affirma affirmant
allemand allemande allemands allemandes
amende amendes
américain américaine américains américaines
année années
arrêter arrête arrêtent arrêté arrêtée arrêtés arrêtait
assassinat assassinats
attendre attend attendent attendu attendue attendait attendra
autorité autorités
avocat avocate avocats avocates
blesser blesse blessent blessé blessée blessés blessait
britannique britanniques
capital capitale capitaux capitales
cesser cesse cessent cessé cessait cessera
choisir choisit choisissent choisi choisie choisis choisissait
civil civile civils civiles
client cliente clients clientes
combattant combattante combattants combattantes
commander commande commandent commandé commandée commandait
communauté communautés
comparer compare comparent comparé comparée comparait
concret concrète concrets concrètes
condamner condamne condamnent condamné condamnée condamnés condamnait condamnera
conduire conduit conduisent conduite conduits conduisait
coréen coréenne coréens coréennes
couvrir couvre couvrent couvrait couvrira
critiquer critique critiquent critiqué critiquée critiquait
décider décide décident décidé décidée décidait décidera
découvrir découvre découvrent découvrait
dénoncer dénonce dénoncent dénoncé dénoncée dénonçait dénonçant
député députée députés députées
descendre descend descendent descendu descendue descendait
détruire détruit détruisent détruite détruits détruisait
devenir devient deviennent devenu devenue devenus devenait deviendra
diplomate diplomates
droit droits
économique économiques
égyptien égyptienne égyptiens égyptiennes
élever élève élèvent élevé élevée élevait
enfant enfants
entrer entre entrent entré entrée entrait entrera
espagnol espagnole espagnols espagnoles
estimer estime estiment estimé estimée estimait
établir établit établissent établi établie établis établissait
évoquer évoque évoquent évoqué évoquée évoquait évoquant
exceptionnel exceptionnelle exceptionnels exceptionnelles
fort forte forts fortes
fournir fournit fournissent fourni fournie fournis fournissait
frontière frontières
grossier grossière grossiers grossières
guerre guerres
hongrois hongroise hongroises
hôpital hôpitaux
identifier identifie identifient identifié identifiée identifiait
industriel industrielle industriels industrielles
inscrire inscrit inscrivent inscrite inscrits inscrivait
japonais japonaise japonaises
jeune jeunes
légal légale légaux légales
libérer libère libèrent libéré libérée libérés libérait libérera
manifestant manifestante manifestants manifestantes
marocain marocaine marocains marocaines
mesurer mesure mesurent mesuré mesurée mesurait
ministre ministres
montrer montre montrent montré montrée montrait montrera
mortel mortelle mortels mortelles
naval navale navals navales
négatif négative négatifs négatives
nigérian nigériane nigérians nigérianes
nombreux nombreuse nombreuses
obtenir obtient obtiennent obtenu obtenue obtenait obtiendra
officiel officielle officiels officielles
parisien parisienne parisiens parisiennes
policier policière policiers policières
préparer prépare préparent préparé préparée préparait
procureur procureure procureurs procureures
promettre promet promettent promettait
protéger protège protègent protégé protégée protégeait
raison raisons
rebelle rebelles
reconduire reconduit reconduisent reconduite
récent récente récents récentes
refuser refuse refusent refusé refusée refusait
répondre répond répondent répondu répondait répondra
réseau réseaux
réunir réunit réunissent réuni réunie réunis réunissait
social sociale sociaux sociales
soldat soldats
soutenir soutient soutiennent soutenu soutenue soutenait
suédois suédoise suédoises
tableau tableaux
tchadien tchadienne tchadiens tchadiennes
travailleur travailleuse travailleurs travailleuses
tuer tue tuent tué tuée tués tuées
utiliser utilise utilisent utilisé utilisée utilisait
vendre vend vendent vendu vendue vendait
violent violente violents violentes
voile voiles
""".strip()

_DEV_APART = """
mali malien · ministre ministère · russe russie · france français · niger nigeria
nigérien nigérian · algérie alger · armée arme · année an · franc france
grec grèce · chine chien · libye libre · syrie série · guinée guide
président présidence · parti particulier · police policier · pays payer · paris pari
mois moi · cours cour · course cours · mère mer · vente vent
salle sale · balle bal · colère col · reine rein · fois foi
état été · politique police · union unité · unis unité · violent viol
présent pression · content contenir · avenir avenue · argent arguer · parent parer
patient patin · restaurant restaurer · important importer · enfant enfer · pendant pendre
militant militaire · étudiant étude · commandant commande · habitant habitude · instant instance
moment momie · document documentaire · gouvernement gouverner · armement armée · sentiment sentir
touré tour · macron macro · poutine poulain · camara caméra · conakry congo
diop dion · goïta goitre · sall salle · déby débit · bazoum bazar
mine ministre · port portugal · paix paie · fils fil · sens sensible
corps corporel · temps tempête · mars marche · travail traverser · succès succéder
procès procéder · accès accéder · lieu lieutenant · bureau burlesque · niveau nivellement
""".strip()

_TEST_APART = """
sénégal sénégalais · togo togolais · maroc marocain · tunisie tunisien · égypte égyptien
italie italien · suisse suédois · belge belgique · turc turquie · iran iranien
irak irakien · israël israélien · ukraine ukrainien · inde index · japon japonais
burkina burundi · bénin bénir · ghana guyane · gabon gabarit · gambie jambe
terreur terre · terroriste territoire · guerre guérilla · juge jugement · justice juste
avocat avoir · procureur procurer · député dépôt · maire mari · mairie mariage
gouverneur gouvernement · général généreux · colonel colonie · capitaine capital · soldat solde
rebelle rebondir · frontière front · désert désertion · rivière rive · montagne montage
ville village · région régime · école écologie · hôpital hospitalier · santé sans
prison prise · otage otite · mort mortier · victime victoire · combat combien
accident accès · continent contenu · incident incinérer · client climat · agent agence
talent talon · urgent urgence · serpent serpe · torrent torride · couvent couver
lent lentille · vincent vaincre · laurent laurier · sarkozy sarcasme · merkel mercredi
biden bidon · zelensky zèle · sissi sis · kagame cage · ouattara attirer
cadeau cadet · château chatte · gâteau gâter · nouveau nouer · marteau marter
lundi lune · janvier jante · juin juive · août aoûtien · décembre décembriste
image imaginer · numéro numérique · marché marcheur · mesure messe · message messager
million milieu · milliard milice · quart quartier · tiers tir · double doublure
""".strip()


def groups(text: str) -> list[tuple[str, ...]]:
    """Return the groups of forms in `text`, one a line."""
    return [tuple(line.split()) for line in text.splitlines()]


def pairs(text: str) -> list[tuple[str, str]]:
    """Return the pairs of words in `text`, parted by points and lines."""
    found = (pair.split() for pair in text.replace("\n", " · ").split(" · "))
    return [(left, right) for left, right in found]


FORMS = {"dev": groups(_DEV), "test": groups(_TEST)}
"""Per set, groups of forms of one word, with their accents."""

APART = {"dev": pairs(_DEV_APART), "test": pairs(_TEST_APART)}
"""Per set, pairs of words that French readers keep apart."""
