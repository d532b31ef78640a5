"""Words that say how others hang together, not what an article is about; folded.

Rare ones ("lequel", "combien") are no better a sign than frequent ones, so that their rarity must
not count in full. Words that are as often something else (*or*, *entre*, *ete*) stay out.
"""

FUNCTION_WORDS = frozenset(
    # articles, determiners
    "le la les un une des du de au aux ce cet cette ces mon ma mes ton ta tes sa ses notre nos "
    "votre vos leur leurs quel quelle quels quelles tout tous toute toutes meme "
    # pronouns
    "je tu il elle on nous vous ils elles me te se lui eux moi toi soi y en qui que quoi dont ou "
    "lequel laquelle lesquels lesquelles cela ca ci "
    # prepositions, conjunctions, adverbs
    "a dans par pour sur sous sans chez vers avec et ni mais donc car si comme lors afin puis "
    "quand comment combien pourquoi ne pas plus moins tres aussi ainsi "
    # avoir, être
    "ai as ont avait avaient est es son sont etait etaient etant etre sera seront fut furent ayant "
    # what elision leaves behind where no apostrophe stands
    "c d j l m n qu s t".split()
)
