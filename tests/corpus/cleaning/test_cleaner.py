"""Cleaning of whole pages: what goes, what stays, and what is learnt on the way."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import PARAGRAPH_BREAK, How
from corpus.cleaning import Cleaned, clean

LEAD = "Le marché de Gao a rouvert mardi, trois mois après la crue du fleuve qui l'avait emporté."
SECOND = "Les pêcheurs sont revenus les premiers, suivis des vendeuses de mil et de tissus."
LAST = "La mairie promet une digue avant la prochaine saison des pluies."
TITLE = "Gao : le marché rouvre après la crue"


def page(*lines: str) -> str:
    return "\n\n".join(lines)


def rules(cleaned: Cleaned) -> list[str]:
    return [dropped.rule for dropped in cleaned.dropped]


def test_an_article_without_a_page_around_it_is_left_alone() -> None:
    cleaned = clean(page(LEAD, "Un fleuve capricieux", SECOND, LAST), None)
    assert cleaned == Cleaned(None, (LEAD, "Un fleuve capricieux", SECOND, LAST))


def test_an_empty_text_is_no_article() -> None:
    assert clean("", None) == Cleaned(None, ())


def test_a_single_line_is_text_and_no_title() -> None:
    assert clean("Le marché de Gao rouvre", None).paragraphs == ("Le marché de Gao rouvre",)


def test_the_whole_page_goes() -> None:
    cleaned = clean(
        page(
            "Accueil > Société > Mali",
            f"{TITLE} - Le Courrier du Fleuve",
            "Partager sur Facebook",
            "Gao : le grand marché rouvre après la crue",
            "Société",
            "Par Awa Traoré",
            "Publié le 3 mars 2024 | Mis à jour le 4 mars 2024",
            "Le marché de Gao a rouvert mardi, trois mois après la crue du…",
            LEAD,
            "Lire aussi : Niger : la frontière rouvre à Gaya",
            SECOND,
            LAST,
            "Avec Apanews",
            "Mots-clés : Gao, fleuve",
            "PARTAGEZ!",
            "Laisser un commentaire",
            "Votre adresse e-mail ne sera pas publiée.",
            "Nom *",
        ),
        None,
    )
    assert cleaned.title == TITLE
    assert cleaned.paragraphs == (LEAD, SECOND, LAST)
    assert (cleaned.source, cleaned.agency) == ("Le Courrier du Fleuve", "Apanews")
    assert cleaned.author == "Awa Traoré"
    assert cleaned.date_lines == ("Publié le 3 mars 2024 | Mis à jour le 4 mars 2024",)
    assert rules(cleaned) == [
        "breadcrumb",
        "site_suffix",
        "share",
        "title_repeated",
        "rubric",
        "byline",
        "date_line",
        "lead_repeated",
        "read_also",
        "agency_sign_off",
        "tags",
        "share",
        "comment_invitation",
        "comment_form",
        "comment_form",
    ]


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


class TestPlaceOnThePage:
    def test_a_rubric_is_one_only_above_the_article(self) -> None:
        cleaned = clean(page(TITLE, LEAD, "Politique", SECOND, LAST), None)
        assert "Politique" in cleaned.paragraphs

    def test_a_date_between_paragraphs_is_the_heading_of_a_chronology(self) -> None:
        cleaned = clean(page(TITLE, LEAD, "3 mars 2024", SECOND, "4 mars 2024", LAST), None)
        assert cleaned.paragraphs == (LEAD, "3 mars 2024", SECOND, "4 mars 2024", LAST)

    def test_initials_in_the_middle_stay(self) -> None:
        cleaned = clean(page(LEAD, SECOND, "et/ou", SECOND, LAST), None)
        assert "et/ou" in cleaned.paragraphs

    def test_a_byline_may_follow_the_lead(self) -> None:
        assert clean(page(TITLE, LEAD, "Par Awa Traoré", SECOND, LAST), None).author == "Awa Traoré"

    def test_a_notice_built_as_a_sentence_goes_at_the_end(self) -> None:
        notice = "Les commentaires sont modérés avant leur publication par nos soins."
        assert clean(page(LEAD, SECOND, notice), None).paragraphs == (LEAD, SECOND)


class TestOtherArticles:
    def test_a_list_of_links_goes_with_its_heading(self) -> None:
        links = ("Le fleuve monte encore à Mopti", "Que veulent les pêcheurs de Ségou ?")
        cleaned = clean(page(LEAD, SECOND, "Sur le même sujet", *links), None)
        assert cleaned.paragraphs == (LEAD, SECOND)
        assert rules(cleaned) == ["related_heading", "related_link", "related_link"]

    def test_a_link_inside_the_article_goes_with_its_heading(self) -> None:
        link = "Niger : la frontière rouvre à Gaya après un an"
        assert clean(page(LEAD, "À lire aussi", link, SECOND), None).paragraphs == (LEAD, SECOND)

    def test_the_title_of_the_next_section_stays(self) -> None:
        cleaned = clean(page(LEAD, "À lire aussi", "Un fleuve capricieux", SECOND), None)
        assert cleaned.paragraphs == (LEAD, "Un fleuve capricieux", SECOND)

    def test_of_several_links_in_a_row_the_last_may_be_a_section_title(self) -> None:
        links = ("Le fleuve monte à Mopti", "Niger : la frontière rouvre à Gaya")
        section = "Un fleuve capricieux"
        cleaned = clean(page(LEAD, "À lire aussi", *links, section, SECOND), None)
        assert cleaned.paragraphs == (LEAD, section, SECOND)

    def test_a_list_between_skip_links_goes(self) -> None:
        cleaned = clean(
            page(
                LEAD,
                "Ignorer Les plus lus et continuer la lecture",
                "Les plus lus",
                "1",
                "Niger : la frontière rouvre",
                "Fin de Les plus lus",
                "Un fleuve capricieux",
                SECOND,
            ),
            None,
        )
        assert cleaned.paragraphs == (LEAD, "Un fleuve capricieux", SECOND)

    def test_tags_below_share_buttons_go(self) -> None:
        cleaned = clean(page(LEAD, SECOND, "Partager :", "Gao", "Crues du fleuve"), None)
        assert cleaned.paragraphs == (LEAD, SECOND)
        assert rules(cleaned) == ["share", "tags", "tags"]

    def test_short_lines_below_the_article_alone_stay(self) -> None:
        assert clean(page(LEAD, SECOND, "Gao", "Mopti"), None).paragraphs[2:] == ("Gao", "Mopti")

    def test_a_newsletter_takes_its_name_with_it(self) -> None:
        box = ("La Matinale.", "Chaque matin, recevez les nouvelles du fleuve.")
        cleaned = clean(page(TITLE, LEAD, *box, SECOND), None)
        assert (cleaned.author, cleaned.paragraphs) == (None, (LEAD, SECOND))

    def test_a_section_title_above_a_newsletter_stays(self) -> None:
        box = ("Un fleuve capricieux", "Chaque matin, recevez les nouvelles du fleuve.")
        assert clean(page(TITLE, LEAD, *box, SECOND), None).paragraphs[1] == "Un fleuve capricieux"

    def test_text_below_a_heading_stays(self) -> None:
        assert clean(page(LEAD, "À lire aussi", SECOND), None).paragraphs == (LEAD, SECOND)


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


PIECES = st.sampled_from(
    [
        LEAD,
        SECOND,
        LAST,
        TITLE,
        f"{TITLE} - Jeune Afrique",
        LEAD[:60] + "…",
        "Politique",
        "PARTAGEZ!",
        "Lire aussi : Niger : la frontière rouvre",
        "À lire aussi",
        "2 commentaires",
        "Moussa dit :",
        "Avec Apanews",
        "MD/ac/APA",
        "Awa Traoré",
        "Par Awa Traoré",
        "Publié le 3 mars 2024",
        "Un fleuve capricieux",
        "© 2024 AFP",
    ]
)
LINES = st.lists(PIECES | st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))


@given(LINES, st.sampled_from(["\n", "\n\n"]), st.none() | PIECES)
def test_nothing_is_lost_or_rewritten(lines: list[str], end: str, declared: str | None) -> None:
    text = end.join(lines)
    cleaned = clean(text, declared)
    pieces = [*cleaned.paragraphs, *(d.text for d in cleaned.dropped)]
    pieces += [cleaned.title] if cleaned.title else []
    whole = text if declared is None else f"{text} {declared}"
    assert _characters(" ".join(pieces)) == _characters(whole)


@given(LINES)
def test_paragraphs_keep_their_order(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    place = 0
    for paragraph in clean(text, None).paragraphs:
        place = text.index(paragraph, place) + len(paragraph)


@given(LINES)
def test_a_cleaned_article_has_no_page_left(lines: list[str]) -> None:
    cleaned = clean("\n\n".join(lines), TITLE)
    again = clean(PARAGRAPH_BREAK.join(cleaned.paragraphs), TITLE)
    assert sum(len(p) for p in again.paragraphs) <= sum(len(p) for p in cleaned.paragraphs)


def _characters(text: str) -> Counter[str]:
    # Around a title, marks of emphasis are typography.
    return Counter(c for c in text if not c.isspace() and c not in "\ufeff*_")
