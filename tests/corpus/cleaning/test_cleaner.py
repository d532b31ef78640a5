"""Cleaning of whole pages: what goes, what stays, and what is learnt on the way."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from corpus.article import PARAGRAPH_BREAK
from corpus.cleaning import Cleaned, clean
from tests.corpus.cleaning.pages import LAST, LEAD, SECOND, TITLE, page, rules


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
