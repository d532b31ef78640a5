"""A lead that stands twice on the page."""

import pytest

from corpus.cleaning import clean
from tests.corpus.cleaning.pages import LEAD, SECOND, TITLE, page, rules


class TestLead:
    @pytest.mark.parametrize("mark", ["…", "...", " […]", " [...]", "… Lire la suite"])
    def test_cut_off_and_said_in_full_below_goes(self, mark: str) -> None:
        cut = LEAD[:60] + mark
        cleaned = clean(page(TITLE, cut, LEAD, SECOND), None)
        assert cleaned.paragraphs == (LEAD, SECOND)
        assert rules(cleaned) == ["lead_repeated"]

    def test_said_twice_goes_once(self) -> None:
        assert clean(page(TITLE, LEAD, LEAD, SECOND), None).paragraphs == (LEAD, SECOND)

    def test_cut_off_but_not_repeated_stays(self) -> None:
        cut = "Le marché de Gao a rouvert, mais les pêcheurs n'y croient pas…"
        assert clean(page(TITLE, cut, SECOND), None).paragraphs == (cut, SECOND)
