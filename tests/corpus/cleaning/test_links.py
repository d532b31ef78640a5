"""Lists of other articles, in and below the text."""

from corpus.cleaning import clean
from tests.corpus.cleaning.pages import LEAD, SECOND, TITLE, page, rules


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
