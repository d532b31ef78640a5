"""Acronyms with what they stand for."""

import pytest

from corpus.actors.acronyms import expansions
from corpus.actors.authority import Actor
from corpus.article import Kind


@pytest.mark.parametrize(
    ("text", "acronym", "full"),
    [
        ("la Ligue des pêcheurs du Sud (LPS) proteste", "LPS", "Ligue des pêcheurs du Sud"),
        ("la LPS (Ligue des pêcheurs du Sud) proteste", "LPS", "Ligue des pêcheurs du Sud"),
        ("l'Union pour l'eau et l'élevage (UEE)", "UEE", "Union pour l'eau et l'élevage"),
        (
            "le Conseil national pour la défense de l'eau (CNDE)",
            "CNDE",
            "Conseil national pour la défense de l'eau",
        ),
    ],
)
def test_initials_tell_what_an_acronym_stands_for(text: str, acronym: str, full: str) -> None:
    assert list(expansions(text)) == [Actor(acronym, Kind.ORGANISATION, (full,))]


@pytest.mark.parametrize(
    "text",
    [
        "a dit Jeanne Martin (PS) hier",
        "la Société d'aménagement du fleuve (Samafle)",
        "dans la ligue du sud (LS)",
        "La Ligue des pêcheurs, puis du Sud, arrive (LPS)",
        "il en a deux (2) ou trois",
        "()",
    ],
)
def test_other_brackets_explain_nothing(text: str) -> None:
    assert list(expansions(text)) == []
