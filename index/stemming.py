"""A light stemmer for folded French: one stem for the inflected forms of a word.

It undoes number, gender, and the common forms of regular verbs and of families such as *tenir*,
*prendre*, *produire*; it leaves derivation alone (*mali* and *malien*, *ministre* and
*ministère* stay apart). It reads folded words, since most queries bear no accents; the price is
that *port*, *porte* and *porté* are one. Stems are keys to compare, not words to show.
Measured in `bench/stemming.py`.
"""

import re
from functools import lru_cache

_KEPT = frozenset(  # look inflected, are not, and would meet another common word
    "annee armee assemblee bourse chaussee colere coree course danse dose epee france fumee "
    "fusee galere grece guinee idee journee lycee maine maree marie matinee medecine mere "
    "misere mosquee musee passager pensee poignee reine salle seine soiree toure tournee "
    "usager vallee vendee vente "
    # nouns and adjectives in -ent
    "absent accent accident adherent adjacent adolescent affluent agent antecedent apparent "
    "ardent argent client coefficient coherent competent concurrent conscient consequent content "
    "contingent continent convalescent couvent different dissident divergent efficient eloquent "
    "eminent equivalent evident excellent fervent florent frequent imminent impatient impotent "
    "imprudent incident incoherent incompetent inconscient inconvenient indecent indifferent "
    "indulgent ingredient inherent innocent insolent insurgent intelligent intermittent latent "
    "laurent mecontent negligent occident occurrent opulent orient paravent parent patient "
    "permanent pertinent pourcent precedent present president prudent quotient recent recipient "
    "recurrent referent regent resident reticent serment sergent serpent souvent subsequent "
    "talent torrent tourment transparent trident turbulent urgent vincent violent virulent "
    # nouns and adjectives in -ait, and what only looks like a form of tenir or venir
    "abstrait attrait avenir avenue bienfait distrait extrait forfait mefait parfait portrait "
    "satisfait souhait stupefait".split()
)

_INVARIABLE = frozenset(  # end in -s in the singular; without it another word
    "acces alors apres avis bois bras concours congres corps cours dans deces discours divers "
    "envers exces fils fois gens hors laos lors mais mars mois nous paris parcours pays pervers "
    "plus pres pris proces progres puis recours sans secours sens sous succes suis tous travers "
    "univers vers vous".split()
)

_IRREGULAR = {
    "beau": "bel",
    "belle": "bel",
    "blanche": "blanc",
    "bonne": "bon",
    "cieux": "ciel",
    "coraux": "corail",
    "eaux": "eau",
    "franche": "franc",
    "grecque": "grec",
    "grosse": "gros",
    "jumeau": "jumel",
    "laique": "laic",
    "longue": "long",
    "loyaux": "loyal",
    "maux": "mal",
    "nouveau": "nouvel",
    "royaux": "royal",
    "seche": "sec",
    "travaux": "travail",
    "turque": "turc",
    "vieil": "vieu",
    "vieille": "vieu",
    "vitraux": "vitrail",
    "yeux": "oeil",
}

_SECOND_GROUP = "bl|ch|nt|rt|ss|st|is|.g|.n"  # what the verbs in -ir have before it, often

_ENDINGS = (
    # what stands before the ending, the endings, what replaces them; the longest ending wins
    ("..t|..d", "rice", "eu"),  # directrice as directeur
    # families of irregular verbs
    ("[tv]", "ient iennent iendra iendront iendrait enir enu enue enait enaient", "en"),
    ("pre", "ndre nnent nait naient ndra ndront ndrait", "nd"),
    ("met|bat", "tre tent tu tue tait taient tra tront trait", ""),
    (".[eo]nd|.[eo]rd", "re u ue ra ront rait", ""),
    ("dui|trui", "re sent sait saient ra ront rait", "t"),
    ("cri", "re vent vait vaient ra ront rait", "t"),
    ("di", "re sent sait saient ra ront rait", "t"),
    (".c", "evoir oit oivent evait evaient evra evront", "ev"),
    ("[vf]r", "ir ira iront irait", ""),
    # second group
    (".[^aou]", "issent issait issaient", "i"),
    (f"{_SECOND_GROUP}|ll|rr|rs|.m", "it", "i"),
    (_SECOND_GROUP, "ira irait iront", "i"),
    (".[^o]", "ir", "i"),
    # first group
    ("...", "ait aient erait eraient eront", ""),
    ("....|cre", "era erent", ""),
    # of the words in -ment few are verbs
    ("(?:[pr]ri|sti|ani|iti|su|allu|rfu|hu|cla|nta|[^c]om|ram|[rl]|^ai)m", "ent", ""),
    ("..[^m]", "ent", ""),
    ("^.[^m]", "ent", "e"),  # tuent
)


def _by_ending() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    rules: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for before, endings, replacement in _ENDINGS:
        pattern = re.compile(f"(?:{before})$")
        for ending in endings.split():
            rules.setdefault(ending, []).append((pattern, replacement))
    return rules


_RULES = _by_ending()
_SIZES = {
    last: sorted({len(ending) for ending in _RULES if ending.endswith(last)}, reverse=True)
    for last in {ending[-1] for ending in _RULES}
}
"""How long the endings are that end in a letter, the longest first."""


@lru_cache(maxsize=200_000)
def stem(folded: str) -> str:
    """Return the stem of a folded word: lower-case ASCII letters and digits in, the same out.

    Words of up to three letters and words with digits come back as they are.
    """
    if len(folded) <= 3 or not folded.isalpha() or folded in _INVARIABLE:
        return folded
    word = folded if folded in _IRREGULAR else _singular(folded)
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _KEPT or len(word) <= 3:
        return word
    return _normal(_without_ending(word))


def _singular(word: str) -> str:
    if word.endswith("aux") and len(word) >= 5:
        return word[:-1] if word[-4] in "ey" else word[:-2] + "l"
    if word.endswith(("eux", "oux")) or (word.endswith("s") and not word.endswith("ss")):
        return word[:-1]
    return word


def _without_ending(word: str) -> str:
    for size in _SIZES.get(word[-1], ()):
        for before, replacement in _RULES.get(word[-size:], ()) if size < len(word) else ():
            if before.search(rest := word[:-size]):
                return rest + replacement
    return word


def _normal(word: str) -> str:
    """Bring what the endings leave to one form, so that every way to it ends in the same place."""
    word = _without_e_and_er(word)
    if word.endswith("eur") and len(word) >= 5:
        return word[:-1]  # chanteur, chanteuse; majeur, majeure
    if word.endswith("s") and len(word) >= 5 and word[-2] in "aeiouy":
        return word[:-1]  # française as français, dangereuse as dangereux
    if word.endswith("if"):
        return word[:-1] + "v"
    if word.endswith("iqu") and len(word) >= 6:
        return word[:-2] + "c"  # publique as public
    if word.endswith(("ell", "enn", "ett", "onn")) and len(word) >= 5:
        return word[:-1]
    return word


def _without_e_and_er(word: str) -> str:
    """Strip -e, -ée, -er, -ère as often as they follow (*considère*, *considérer*)."""
    while len(word) > 3:
        if word.endswith("e"):
            word = word[:-1]
        elif word.endswith("er") and len(word) > 4:
            word = word[:-2]
        elif word.endswith(("ier", "uer")):
            return word[:-1]  # tuer as tue
        else:
            break
    return word
