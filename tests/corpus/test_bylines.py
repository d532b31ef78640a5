"""Who a byline names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.bylines import Author, authors


@pytest.mark.parametrize(
    ("byline", "found"),
    [
        ("Awa Sidibé", [("Sidibé", "Awa")]),
        ("Par Awa Sidibé", [("Sidibé", "Awa")]),
        ("Propos recueillis par : Awa Sidibé", [("Sidibé", "Awa")]),
        ("Awa SIDIBÉ", [("Sidibé", "Awa")]),
        ("SIDIBÉ Awa", [("Sidibé", "Awa")]),
        ("AWA SIDIBÉ", [("Sidibé", "Awa")]),
        ("Sidibé, Awa", [("Sidibé", "Awa")]),
        ("Le Roux, Jean-Marc", [("Le Roux", "Jean-Marc")]),
        ("Sidibé, Awa; Le Roux, Jean", [("Sidibé", "Awa"), ("Le Roux", "Jean")]),
        ("Moussa ag Alhassane", [("ag Alhassane", "Moussa")]),
        ("Jean d’Arvor", [("d’Arvor", "Jean")]),
        ("J. R. Diallo", [("Diallo", "J. R.")]),
        (
            "Awa Sidibé, Jean de la Tour et Ali Bâ",
            [("Sidibé", "Awa"), ("de la Tour", "Jean"), ("Bâ", "Ali")],
        ),
        ("Awa Sidibé (avec AFP)", [("Sidibé", "Awa"), ("AFP", "")]),
        ("Awa Sidibé, correspondante à Kayes", [("Sidibé", "Awa")]),
        ("Awa Sidibé, Directrice de la publication", [("Sidibé", "Awa")]),
        ("AFP", [("AFP", "")]),
        ("Agence du Fleuve-Presse", [("Agence du Fleuve-Presse", "")]),
        ("La rédaction du Rail", [("La rédaction du Rail", "")]),
        ("Le Rail avec AFP et Reuters", [("Le Rail", ""), ("AFP", ""), ("Reuters", "")]),
        ("A.S.", [("A.S.", "")]),
        ("A. S.", [("A. S.", "")]),
        ("Le Rail et Canal AFP", [("Le Rail", ""), ("Canal AFP", "")]),
        ("Source : Le Rail", [("Le Rail", "")]),
        (
            "AWA SIDIBÉ PROPOS RECUEILLIS PAR ALI BÂ",
            [("Sidibé", "Awa"), ("Bâ", "Ali")],
        ),
        ("N/A", []),
        ("M.-C. L.", [("M.-C. L.", "")]),
        ("Jean-Marc Saint-Luc", [("Saint-Luc", "Jean-Marc")]),
        ("Parfait Diallo", [("Diallo", "Parfait")]),
        ("", []),
        (" , ; ", []),
    ],
)
def test_persons_are_parted_and_bodies_kept_whole(
    byline: str, found: list[tuple[str, str]]
) -> None:
    assert authors(byline) == tuple(Author(name, given) for name, given in found)


@given(st.text())
def test_any_byline_gives_authors_with_names(byline: str) -> None:
    assert all(author.name for author in authors(byline))
