"""Common nouns for those who speak in the press. Plain, see `speech.plain`."""

import re

from corpus.actors.vocabulary import KIN, TITLES

_SOURCE = r"""
    acteur actrice afp agence analystes? armee association autorites? avocate avocats? bilan
    biologiste bureau candidate? capitainerie chaine chanteur chanteuse chef chercheurs? chiffres
    colonel comite commission communiques? conseil cour decompte depute\w* directeur direction
    directrice dirigeants? documents? donnees economistes? elue elus? elysee enquete enqueteurs?
    entourage entraineur entreprise equipe texte collectif societe municipalite multinationale
    constructeur compagnie marque club plateforme region executif diplomatie banque fondation ligue
    chambre assemblee caisse jury defense accusation tete exploitant hommes? femmes jeunes collegues
    freres soeurs parents amis estimations? etudes? experts? famille federation femme gendarmerie
    gendarmes general gouvernement groupe habitants hebdomadaire homme informations? institut
    interesse\w* jeune joueur journal journaliste\w* juges? justice lettre magazine
    maire maires mairie manifestants medecins? medias? mere militants? ministere ministre
    observateurs observatoire oms ong onu opposants opposition organisateurs organisations? otan
    parquet patron\w* peloton pere police pompiers porte-parole prefecture premier_ministre
    presidence president\w* presse proches procureur procureure? professeure? quotidien radio
    rapporteure? rapports? responsables? scientifiques? secours secretaire senat\w* site sondages?
    sources? specialistes? syndicats? temoignages? temoins? tribunal union voisins
"""
SOURCES = re.compile(
    r"(?:(?:les?|la|l'|une?|des|ces?|cette|plusieurs|certaine?s|son|sa|ses|leurs?|de) ?)*"
    r"(?:premier(?:s|es)? |derni\w+ |different\w* |propres? |deux |trois |quatre |autres )?"
    rf"(?:{'|'.join(_SOURCE.split())})(?![a-z])"
)
"""Words for somebody or something that may be cited without a name, with their article."""

_NOBODY = frozenset(
    """
    secteur moteur constructeur operateur distributeur assureur editeur fournisseur serveur
    diffuseur transporteur vecteur facteur coeur honneur bonheur malheur ailleurs plusieurs
    valeur erreur peur couleur douleur chaleur hauteur longueur ampleur heure meilleur exterieur
    interieur superieur inferieur anterieur serieux liste piste
    """.split()
)
_PERSONAL = (
    TITLES
    | KIN
    | frozenset(
        """
    homme femme elu elue star interprete champion championne numero auteur auteure autrice
    responsable proprietaire locataire milliardaire suspect suspecte accuse accusee prevenu
    assaillant retraite retraitee habitant habitante chef juge maire athlete attaquant gardien
    defenseur chroniqueur jeune quadragenaire quinquagenaire trentenaire sexagenaire
    octogenaire septuagenaire comique humoriste politologue sociologue economiste cineaste adjoint
    adjointe edile voisin voisine comedien comedienne vedette idole legende icone romancier
    romanciere ecrivaine poete philosophe historien magistrat magistrate policier policiere pompier
    infirmier infirmiere medecin chirurgien prof enseignant enseignante etudiant etudiante lyceen
    eleveuse cuisinier couturier mannequin miss pape pretre rabbin pasteur archeveque defunt defunte
    client cliente passager passagere militaire soldat opposante cadre parlementaire eurodepute
    eurodeputee frontiste insoumis insoumise entrepreneuse pilote judoka compagnon compagne detenu
    detenue plaignant plaignante temoin survivant survivante rescape rescapee chauffeuse tenniswoman
    tennisman milieu nonagenaire centenaire gerant gerante commercant commercante
    avocate consultant consultante conseiller conseillere couple riverain riveraine
    """.split()
    )
    - frozenset(["capitaine general generale delegue feu"])
)
NEWCOMERS = frozenset(
    """
    avocat avocate procureur procureure juge magistrat magistrate expert experte porte-parole parole
    voisin voisine temoin riverain riveraine habitant habitante medecin docteur prefet prefete
    substitut policier policiere gendarme enqueteur enquetrice client cliente commercant
    commercante passager passagere etudiant etudiante infirmier infirmiere pompier professeur
    enseignant enseignante directeur directrice secretaire commissaire adjoint adjointe consul
    ambassadeur ambassadrice conseiller conseillere gerant gerante pere mere frere soeur fils fille
    epouse epoux mari veuve compagne compagnon oncle tante cousin cousine consultant consultante
    rapporteur rapporteure couple
    """.split()
)
"""Functions of people whom press brings in without a name: they are no one told before."""

HEAD_OF_STATE = "chefdetat"
_OFFICES = (
    (
        re.compile(
            r"(?:chef|tete) de l'etat|president de la republique|(?:locataire|hote) de l'elysee"
        ),
        HEAD_OF_STATE,
    ),
    (re.compile(r"chef du gouvernement|locataire de matignon"), "premier ministre"),
    (re.compile(r"garde des sceaux"), "ministre justice"),
    (re.compile(r"(?:locataire|patron|hote) de (?:la )?(?:place )?beauvau"), "ministre interieur"),
)


def offices(words: str) -> str:
    """Return plain words with offices by one name each: "le chef de l'etat" is a president."""
    for office, name in _OFFICES:
        words = office.sub(name, words)
    return words


_ROLE = re.compile(
    r"(?:le|la|l'|ce|cet|cette|un|une|son|sa|notre|leur) ?"
    r"(?:(?:ex|ancien|ancienne|jeune|premier|premiere"
    r"|nouveau|nouvelle|vice|celebre|futur|future|grand|grande|petit|petite)[ -])*([a-z-]+)"
)
_ENDINGS = ("eur", "euse", "trice", "iste", "ienne", "cien", "rien", "logue")


def is_personal(noun: str) -> bool:
    """Tell whether a common noun is for one person: "ministre", "chanteuse"."""
    last = noun.rpartition("-")[2]
    return last in _PERSONAL or (last.endswith(_ENDINGS) and last not in _NOBODY)


def is_personal_role(words: str) -> bool:
    """Tell whether words with their article are for one person: "l'ancien ministre"."""
    noun = noun_of(words)
    return noun is not None and is_personal(noun)


def noun_of(words: str) -> str | None:
    """Return the noun of a function with its article: "ministre" of "l'ancien ministre"."""
    role = _ROLE.match(words)
    return role[1] if role else None
