"""Common nouns for those who speak in the press. Plain, see `speech.plain`."""

import re

from corpus.actors.vocabulary import KIN, TITLES

_SOURCE = r"""
    acteur actrice afp agence analystes? armee association autorites? avocate avocats? bilan
    biologiste bureau candidate? capitainerie chaine chanteur chanteuse chef chercheurs? chiffres
    colonel comite commission communiques? conseil cour decompte depute\w* directeur direction
    directrice dirigeants? documents? donnees economistes? elue elus? elysee enquete enqueteurs?
    entourage entraineur entreprise estimations? etudes? experts? federation femme gendarmerie
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
    r"(?:premier(?:s|es)? |derni\w+ |different\w* |propres? )?"
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
    octogenaire septuagenaire comique humoriste politologue sociologue economiste cineaste
    """.split()
    )
    - frozenset(["capitaine general generale delegue feu"])
)
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
    role = _ROLE.match(words)
    return role is not None and is_personal(role[1])
