"""The title of a page, and the site that is named after it."""

import pytest

from corpus.article import How
from corpus.cleaning import clean
from tests.corpus.cleaning.pages import LAST, LEAD, SECOND, TITLE, page, rules


class TestTitle:
    def test_is_the_first_line_when_it_is_built_as_one(self) -> None:
        cleaned = clean(page(TITLE, LEAD), None)
        assert (cleaned.title, cleaned.paragraphs) == (TITLE, (LEAD,))
        assert [(e.field, e.how, e.rule) for e in cleaned.evidence] == [
            ("title", How.INFERRED, "first_line")
        ]

    def test_needs_no_blank_line_below(self) -> None:
        assert clean(f"{TITLE}\n{LEAD}\n{SECOND}", None).title == TITLE

    @pytest.mark.parametrize(
        "first",
        [
            LEAD,
            "Un marché rouvre.",
            "le marché, encore",
            "Bamako, le 1er août 2024",
            "- Un point",
            "Le marché de Gao rouvre. Les pêcheurs reviennent les premiers, les vendeuses ensuite, "
            "puis les clients",
            "Voici ce que dit le maire :",
        ],
    )
    def test_is_none_where_the_first_line_is_text(self, first: str) -> None:
        cleaned = clean(page(first, SECOND, LAST), None)
        assert (cleaned.title, cleaned.paragraphs) == (None, (first, SECOND, LAST))

    def test_a_declared_one_wins(self) -> None:
        cleaned = clean(page("Un fleuve capricieux", LEAD), TITLE)
        assert (cleaned.title, cleaned.paragraphs) == (TITLE, ("Un fleuve capricieux", LEAD))

    @pytest.mark.parametrize(
        "again",
        [
            TITLE,
            TITLE.upper(),
            "Gao: le marché rouvre après la crue",
            "Gao : le marché de la ville rouvre après la crue",
            f"{TITLE} | Le Courrier du Fleuve",
        ],
    )
    @pytest.mark.parametrize("declared", [TITLE, None])
    def test_said_again_goes(self, again: str, declared: str | None) -> None:
        lines = (again, LEAD) if declared else (TITLE, again, LEAD)
        cleaned = clean(page(*lines), declared)
        assert (cleaned.title, cleaned.paragraphs) == (TITLE, (LEAD,))
        assert rules(cleaned) == ["title_repeated"]

    @pytest.mark.parametrize(
        "lead",
        [
            "Gao : le marché rouvre après la crue, et les pêcheurs reviennent.",
            "Les pêcheurs de Gao reviennent au marché",
        ],
    )
    def test_a_lead_that_says_more_stays(self, lead: str) -> None:
        assert clean(page(TITLE, lead, SECOND), None).paragraphs == (lead, SECOND)

    def test_with_a_final_stop_is_known_by_its_repetition(self) -> None:
        assert clean(page("Le marché rouvre.", "Le marché rouvre.", LEAD), None).title == (
            "Le marché rouvre."
        )

    def test_is_no_rubric_even_said_twice(self) -> None:
        assert clean(page("Politique", TITLE, "Politique", LEAD), None).title == TITLE

    @pytest.mark.parametrize(
        "above",
        [
            "Réservé aux abonnés",
            "GAO-MARCHE-CULTURE",
            "OPINION",
            "Nous respectons votre vie privée",
        ],
    )
    def test_stands_below_notices_and_keywords(self, above: str) -> None:
        cleaned = clean(page(above, TITLE, LEAD, SECOND), None)
        assert (cleaned.title, cleaned.paragraphs) == (TITLE, (LEAD, SECOND))

    def test_may_be_a_communique_of_a_day(self) -> None:
        title = "Communiqué du Conseil des ministres du mercredi 7 février 2024"
        cleaned = clean(page("MINISTERE DE LA COMMUNICATION", title, LEAD, SECOND), None)
        assert cleaned.title == title

    def test_is_shown_without_its_marks_of_emphasis(self) -> None:
        assert clean(page(f"**{TITLE}**", LEAD, SECOND), None).title == TITLE

    def test_stands_below_its_rubric(self) -> None:
        cleaned = clean(page("POLITIQUE", "3 mars 2024", TITLE, LEAD), None)
        assert (cleaned.title, cleaned.paragraphs) == (TITLE, (LEAD,))


class TestSiteAfterTheTitle:
    @pytest.mark.parametrize(
        ("printed", "title", "source"),
        [
            (f"{TITLE} - Jeune Afrique", TITLE, "Jeune Afrique"),
            (f"{TITLE} – RFI", TITLE, "RFI"),
            (f"{TITLE} | Le Courrier du Fleuve", TITLE, "Le Courrier du Fleuve"),
            (f"{TITLE} - gaoactu.com", TITLE, "gaoactu.com"),
            (f"{TITLE} | Djoliba", TITLE, "Djoliba"),
            (f"{TITLE} | Jeune Afrique | Société", TITLE, "Jeune Afrique"),
            (f"{TITLE} | Société | Jeune Afrique", TITLE, "Jeune Afrique"),
            (f"{TITLE} | Société", TITLE, None),
            (f"{TITLE} - Sahel Tribune", TITLE, "Sahel Tribune"),
            (f"{TITLE} - RFI - Jeune Afrique", TITLE, "Jeune Afrique"),
            (f"{TITLE} - 23.04.2024, Jeune Afrique", TITLE, "Jeune Afrique"),
        ],
    )
    @pytest.mark.parametrize("declared", [True, False])
    def test_is_the_source(
        self, printed: str, title: str, source: str | None, declared: bool
    ) -> None:
        cleaned = clean(LEAD if declared else page(printed, LEAD), printed if declared else None)
        assert (cleaned.title, cleaned.paragraphs) == (title, (LEAD,))
        assert cleaned.source == source
        assert rules(cleaned) == ["site_suffix"]

    def test_may_be_unknown_when_the_title_stands_again_without_it(self) -> None:
        cleaned = clean(page(f"{TITLE} - la voix du fleuve", TITLE, LEAD), None)
        assert (cleaned.title, cleaned.source) == (TITLE, "la voix du fleuve")

    @pytest.mark.parametrize(
        "title",
        [
            "Mali - Russie",
            "Guerre en Ukraine - Moscou dit vouloir négocier",
            "Coopération entre le Mali et la Russie - Une alliance",
            "Crue du fleuve à Gao - Le Monde rural en colère",
            "Sahel | Mali",
            "Le ministre sera ce soir en direct - Europe 1.",
            "Gao : le marché rouvre",
        ],
    )
    def test_half_a_title_is_not_a_site(self, title: str) -> None:
        cleaned = clean(LEAD, title)
        assert (cleaned.title, cleaned.source, cleaned.dropped) == (title, None, ())
