"""Media that only tell the news: "selon Le Progrès", "a-t-il déclaré à l'AFP".

An article names them as its sources; they are actors where they act or where something befalls them
("Le Progrès licencie").
"""

import re

_MEDIUM = (
    r"(?:(?:quotidien|journal|hebdomadaire|magazine|site|radio|chaîne|agence)s?"
    r"(?: [a-zà-ÿ-]+){0,2} )?"
)
_ARTICLE = r"(?:le |la |les |l['’])?"
_TELLING = (
    r"(?:rév[éè]l|rapport|indiqu|précis|expliqu|affirm|assur|annonc|racont|rappel|soulign|relat|dévoil|"
    r"rela[iy]|détaill|confi|not|signal|préten|écri|croi[ts]|titr|avanc|cit)[a-zà-ÿ]*"
)
_ASKED = (
    r"(?:interrogé|interviewé|contacté|joint|consulté|relayé|rapporté|cité|révélé|publié|recueilli)"
    r"e?s?"
)
_WHEN = (
    r"(?: (?:ce |le )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: [\w ]{0,12})?)?"
)
_BEFORE = re.compile(
    rf"(?:(?:[sS]elon|[dD]['’]après|colonnes d[eu]|"
    rf"[iI]nformations? (?:de|du)|[jJ]ournalistes? (?:de|du)|[cC]orrespondante?s? (?:de|du)|"
    rf"[eE]ntretien (?:à|au)|site de|site du) {_ARTICLE}{_MEDIUM}"
    rf"|(?<![\w])(?:au |à l['’]|du journal |de l['’]agence )"
    rf"|{_ASKED} par {_ARTICLE}{_MEDIUM}"
    rf"|{_TELLING}{_WHEN} {_ARTICLE}{_MEDIUM}"
    r"|\((?:source ?: ?)?|©\s?|[-–—/] ?)$"
)
_AFTER = re.compile(
    rf",?\s+(?:(?:a|ont|avait|avaient|en|y|le|l['’]|qui|qu['’]il)\s?)*{_TELLING}(?![\w-])"
)
_ACTING = re.compile(
    r"(?:accusé|attaqué|condamné|racheté|vendu|visé|poursuivi|plainte)[a-zà-ÿ]* \S{0,8} ?$"
)


def is_source(text: str, start: int, end: int) -> bool:
    """Tell whether a medium's name at [start, end) of a text is there as the source alone."""
    before = text[max(0, start - 80) : start].replace("\u00a0", " ").replace("\n", " ")
    if _BEFORE.search(before):
        return _ACTING.search(before) is None
    return _AFTER.match(text, end, end + 60) is not None
