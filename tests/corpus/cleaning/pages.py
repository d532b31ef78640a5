"""An article of four lines, and the page around it."""

from corpus.cleaning import Cleaned

LEAD = "Le marché de Gao a rouvert mardi, trois mois après la crue du fleuve qui l'avait emporté."
SECOND = "Les pêcheurs sont revenus les premiers, suivis des vendeuses de mil et de tissus."
LAST = "La mairie promet une digue avant la prochaine saison des pluies."
TITLE = "Gao : le marché rouvre après la crue"


def page(*lines: str) -> str:
    return "\n\n".join(lines)


def rules(cleaned: Cleaned) -> list[str]:
    return [dropped.rule for dropped in cleaned.dropped]
