"""Who signs an article, and the agency it names."""

import pytest

from corpus.article import PARAGRAPH_BREAK
from corpus.cleaning import clean
from tests.corpus.cleaning.pages import LAST, LEAD, SECOND, TITLE, page


class TestSignature:
    def test_a_name_below_the_article_is_its_author(self) -> None:
        cleaned = clean(page(LEAD, SECOND, "Awa Traoré"), None)
        assert (cleaned.author, cleaned.paragraphs) == ("Awa Traoré", (LEAD, SECOND))

    @pytest.mark.parametrize("line", ["Awa Traoré, à Gao", "Awa Traoré, Gao", "Awa Traoré – à Gao"])
    def test_may_tell_where_it_was_written(self, line: str) -> None:
        cleaned = clean(page(LEAD, SECOND, line), None)
        assert (cleaned.author, cleaned.paragraphs) == ("Awa Traoré", (LEAD, SECOND))

    def test_a_name_beside_the_date_is_the_author(self) -> None:
        cleaned = clean(page(TITLE, "Awa Traoré", "3 mars 2024", LEAD, SECOND), None)
        assert (cleaned.author, cleaned.paragraphs) == ("Awa Traoré", (LEAD, SECOND))

    def test_a_name_below_the_title_alone_may_be_a_section_title(self) -> None:
        assert clean(page(TITLE, "Awa Traoré", LEAD, SECOND), None).author is None

    def test_the_author_said_again_goes(self) -> None:
        more = page(TITLE, "Par Awa Traoré", LEAD, SECOND, "AWA TRAORÉ", LAST)
        assert clean(more, None).paragraphs == (LEAD, SECOND, LAST)

    def test_what_is_said_of_the_author_goes_with_its_heading(self) -> None:
        life = "Awa Traoré est journaliste à Gao. Elle suit le fleuve."
        cleaned = clean(page(LEAD, SECOND, "À propos de l'auteur", "Awa Traoré", life), None)
        assert cleaned.paragraphs == (LEAD, SECOND)
        assert clean(page(LEAD, SECOND, life), None).paragraphs == (LEAD, SECOND, life)

    def test_a_name_above_the_article_is_its_author(self) -> None:
        cleaned = clean(page("Awa Traoré", LEAD, SECOND), None)
        assert (cleaned.title, cleaned.author) == (None, "Awa Traoré")

    def test_a_name_that_the_article_speaks_of_stays(self) -> None:
        told = "Awa Traoré a signé le registre du marché, devant les pêcheurs."
        assert clean(page(LEAD, told, "Awa Traoré"), None).paragraphs[-1] == "Awa Traoré"


class TestAgencyInTheText:
    @pytest.mark.parametrize(
        ("text", "agency"),
        [
            (f"GAO (Reuters) - {LEAD}", "Reuters"),
            (f"GAO, 3 mars (Xinhua) -- {LEAD}", "Xinhua"),
            (f"APA-Gao (Mali) - {LEAD}", "APA"),
            (f"GAO, 3 mars. /TASS/. {LEAD}", "TASS"),
            (f"/Gao, 3 mars 2024 (AIB)/- {LEAD}", "AIB"),
            (f"Gao, 03 mars (AMAP) {LEAD}", "AMAP"),
            (f"{LEAD} (AFP)", "AFP"),
            (f"{LEAD} (avec AFP)", "AFP"),
        ],
    )
    def test_is_found_and_left_in_place(self, text: str, agency: str) -> None:
        cleaned = clean(page(SECOND, text) if text.startswith("Le") else page(text, SECOND), None)
        (evidence,) = (e for e in cleaned.evidence if e.field == "agency")
        joined = PARAGRAPH_BREAK.join(cleaned.paragraphs)
        assert cleaned.agency == agency
        assert joined[evidence.start : evidence.end] == agency
        assert cleaned.dropped == ()

    @pytest.mark.parametrize(
        "text",
        ["Il l'a dit à la presse (AFP) mardi.", "Gao (Mali) - La crue.", "L'Agence (AFP) a dit."],
    )
    def test_is_not_any_word_in_brackets(self, text: str) -> None:
        assert clean(page(LEAD, text, SECOND), None).agency is None
