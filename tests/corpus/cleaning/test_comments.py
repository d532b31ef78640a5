"""Comments of readers below an article."""

import pytest

from corpus.cleaning import clean
from tests.corpus.cleaning.pages import LAST, LEAD, SECOND, TITLE, page


class TestComments:
    def test_of_readers_go(self) -> None:
        cleaned = clean(
            page(
                LEAD,
                SECOND,
                "2 commentaires",
                "Moussa dit :",
                "Bravo à la mairie de Gao !",
                "Enfin.",
            ),
            None,
        )
        assert cleaned.paragraphs == (LEAD, SECOND)

    @pytest.mark.parametrize(
        "first",
        [
            "Kassim 16 mai 2024 at 14:02",
            "1. Le 29 février à 09:11, par Kassim En réponse à : Gao : le marché rouvre",
            "En mars, 2024 (10:15 AM)",
            "0 #1",
        ],
    )
    def test_are_known_by_their_stamps(self, first: str) -> None:
        cleaned = clean(page(LEAD, SECOND, "Vos commentaires", first, "Bravo à la mairie !"), None)
        assert cleaned.paragraphs == (LEAD, SECOND)

    def test_a_stamp_below_the_lead_alone_is_no_comment(self) -> None:
        lines = (TITLE, LEAD, "3 commentaires", "Kassim 16 mai 2024 à 14:02", SECOND, LAST)
        assert {LEAD, SECOND, LAST} <= set(clean(page(*lines), None).paragraphs)

    def test_a_button_above_the_article_takes_nothing_with_it(self) -> None:
        cleaned = clean(page(TITLE, "Laisser un commentaire", LEAD, "Le maire dit :", SECOND), None)
        assert cleaned.paragraphs == (LEAD, "Le maire dit :", SECOND)
