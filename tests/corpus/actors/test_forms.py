"""The form of a name to show."""

from collections import Counter

import pytest

from corpus.actors.forms import best_form


@pytest.mark.parametrize(
    ("written", "best"),
    [
        (["Sangaré", "Awa Sangaré"], "Awa Sangaré"),
        (["Awa Sangare", "Awa Sangare", "Awa Sangaré"], "Awa Sangaré"),
        (["A. Sangaré", "Awa Sangare"], "Awa Sangare"),
        (["Awa SANGARÉ"], "Awa Sangaré"),
        (["AWA SANGARÉ", "Awa Sangare"], "Awa Sangare"),
        (["FC Doun"], "FC Doun"),
        (["Val d’Or", "Val d'Or"], "Val d'Or"),
        (["Val\u00a0d’Or"], "Val d'Or"),
        (["Doun", "Doune", "Doune"], "Doune"),
    ],
)
def test_the_best_form(written: list[str], best: str) -> None:
    assert best_form(Counter(written)) == best
