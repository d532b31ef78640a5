"""All the rules, in the order in which they are tried."""

from corpus.cleaning import (
    comments,
    date_lines,
    furniture,
    initials,
    links,
    notices,
    photos,
    share,
    signatures,
)
from corpus.cleaning.rules import Rule, Zone

_SUBJECTS = (
    share,
    comments,
    date_lines,
    signatures,
    initials,
    links,
    notices,
    photos,
    furniture,
)

RULES: tuple[Rule, ...] = tuple(rule for subject in _SUBJECTS for rule in subject.RULES)

EVERYWHERE = tuple(rule for rule in RULES if rule.zone is Zone.ANYWHERE)
"""The rules that apply wherever a line stands."""

AT: dict[Zone, tuple[Rule, ...]] = {
    zone: tuple(rule for rule in RULES if rule.zone & zone and rule.zone is not Zone.ANYWHERE)
    for zone in (*Zone, Zone.EDGES)
}
"""The other rules, by where a line stands."""
