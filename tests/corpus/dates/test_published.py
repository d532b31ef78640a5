from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import How
from corpus.dates.published import Published, published

TODAY = date(2026, 3, 1)


def when(
    text: str = "",
    *,
    declared: str | None = None,
    lines: tuple[str, ...] = (),
    file: str = "a.txt",
    period: tuple[date, date] | None = None,
    today: date = TODAY,
) -> Published:
    return published(declared, lines, text, file, period, today)


def how(found: Published) -> tuple[How, str] | None:
    return (found.evidence[0].how, found.evidence[0].rule) if found.evidence else None


class TestDeclared:
    def test_a_header_gives_the_day(self) -> None:
        found = when(declared="3 mars 2019 à 10:21")
        assert found.date == date(2019, 3, 3)
        assert how(found) == (How.DECLARED, "declared")
        assert found.evidence[0].words == "3 mars 2019 à 10:21"
        assert found.unread is None

    def test_a_document_number_gives_the_day(self) -> None:
        found = when(declared="news·20231023·JX·45012")
        assert found.date == date(2023, 10, 23)
        assert how(found) == (How.DECLARED, "document number")

    @pytest.mark.parametrize(
        "value",
        [
            "Tue, 05 Mar 2024 10:11:12 GMT",
            "Tue Mar  5 10:11:12 2024",
            "Tue Mar 05 10:11:12 +0000 2024",
            "2024-03-05T10:11:12+01:00",
            "20240305",
            "March 5, 2024",
            "5th of March 2024",
            "05-Mar-2024",
            "mar. 05/03/24",
            "5 mars, 2024",
            "05 03 2024",
            "5 mars 24",
        ],
    )
    def test_in_any_form_that_press_uses(self, value: str) -> None:
        assert when(declared=value).date == date(2024, 3, 5)

    @pytest.mark.parametrize("value", ["5 fevreir 2024", "5 fèvrier 2024", "5 févr. 2024"])
    def test_a_month_misspelt_or_shortened(self, value: str) -> None:
        assert when(declared=value).date == date(2024, 2, 5)

    @pytest.mark.parametrize("value", ["bientôt", "31/04/2024", "2 mars 2026"])
    def test_a_value_that_gives_no_possible_day_is_said_to_be_unread(self, value: str) -> None:
        found = when(declared=value)
        assert found.date is None
        assert found.unread == value

    def test_an_unread_value_leaves_the_word_to_the_text(self) -> None:
        found = when("Kayes, le 4 mai 2022 – La pluie.", declared="s.d.")
        assert found.date == date(2022, 5, 4)
        assert found.unread == "s.d."

    @pytest.mark.parametrize("value", ["", "  "])
    def test_an_empty_value_is_none(self, value: str) -> None:
        assert when(declared=value).unread is None

    def test_it_wins_over_a_dateline_that_contradicts_it_and_says_so(self) -> None:
        found = when("Kayes, le 4 mai 2022 – La pluie.", declared="2022-05-09")
        assert found.date == date(2022, 5, 9)
        assert found.conflict is not None
        assert found.conflict.words == "4 mai 2022"

    def test_a_day_between_writing_and_publishing_is_no_contradiction(self) -> None:
        assert when("Kayes, le 4 mai 2022 – La pluie.", declared="2022-05-05").conflict is None


class TestFileName:
    @pytest.mark.parametrize(
        "file",
        [
            "2023-10-12-titre.txt",
            "x/20231012_titre.md",
            "2023_10_12 titre.TXT",
            "2023-10-12.txt",
            "mali/2023/10/12/titre.txt",
        ],
    )
    def test_a_full_date_that_leads_the_name(self, file: str) -> None:
        found = when(file=file)
        assert found.date == date(2023, 10, 12)
        assert how(found) == (How.DECLARED, "file name")

    @pytest.mark.parametrize(
        "file",
        [
            "2023-10-12.csv",
            "2023-10-12-export.jsonl",
            "2023-13-12-x.txt",
            "2023-10-123.txt",
            "2030-01-01-x.txt",
            "2023.txt",
            "62719012_x.txt",
            "004_6271921a21323ba8.txt",
        ],
    )
    def test_other_names_give_no_day(self, file: str) -> None:
        assert when(file=file).date is None

    def test_what_the_page_states_is_trusted_more(self) -> None:
        found = when(file="2023-10-12-titre.txt", lines=("Publié le 3 mars 2023",))
        assert found.date == date(2023, 3, 3)
        assert found.conflict is not None


class TestStated:
    @pytest.mark.parametrize(
        "text",
        [
            "Kayes, le 4 mai 2022 – La pluie est venue.",
            "KAYES, 4 mai 2022 (AFP) - La pluie est venue.",
            "KAYES (AFP) – 4 mai 2022 – La pluie est venue.",
            "APA-Kayes (Mali) le 4 mai 2022 - La pluie est venue.",
            "Le Caire, le 04/05/2022 : la pluie est venue.",
            "SAINT-LOUIS DU SÉNÉGAL, 4 mai 2022 /PRNewswire/ -- La pluie.",
            "Dakar, mercredi 4 mai 2022. (APS) La pluie est venue.",
            "Titre court\n\nKayes, le 4 mai 2022 — La pluie est venue.",
            "Kayes, le 4 mai 2022",
            "4 mai 2022 à 10h21",
            "Le 4 mai 2022\n\nLa pluie est venue.",
            "*Kayes, le 04/05/2022* – La pluie est venue.",
            "**Kayes**, le 4 mai 2022 – La pluie est venue.",
            "/Kayes, 4 mai 2022 (AIB)/- La pluie est venue.",
            "/Kayes, 4 mai 2022/ La pluie est venue.",
        ],
    )
    def test_a_dateline(self, text: str) -> None:
        found = when(text)
        assert found.date == date(2022, 5, 4)
        assert how(found) == (How.STATED, "dateline")
        (evidence,) = found.evidence
        assert text[evidence.start : evidence.end] == evidence.words

    @pytest.mark.parametrize("place", ["Kayes, le 4 mai 2022", "Fait à Kayes, le 4 mai 2022."])
    def test_the_day_below_a_statement(self, place: str) -> None:
        long = "Une phrase assez longue. " * 5
        text = "\n\n".join([long] * 5 + [place, "Le ministre,", "A. Diarra"])
        found = when(text)
        assert found.date == date(2022, 5, 4)
        assert how(found) == (How.STATED, "closing dateline")
        (evidence,) = found.evidence
        assert text[evidence.start : evidence.end] == evidence.words

    @pytest.mark.parametrize(
        "text",
        [
            "La pluie est venue le 4 mai 2022 – trop tard.",
            "Le 4 mai 2022 – jour de pluie – reste dans les esprits.",
            "À Kayes, le 4 mai 2022 – jour de pluie – on dansait.",
            "4 mai 2022 : la pluie vient. 5 mai 2022 : elle s'en va.",
            "Le ministre a reçu mercredi 4 mai 2022 les éleveurs.",
            "Kayes, le 4 mai 2027 – La pluie viendra.",
            "Kayes, le 31 avril 2022 – La pluie est venue.",
            "\n\n".join(["Une phrase assez longue. " * 5] * 3 + ["Kayes, le 4 mai 2022 – Pluie."]),
        ],
    )
    def test_a_full_date_elsewhere_is_an_event(self, text: str) -> None:
        assert when(text).date is None

    @pytest.mark.parametrize(
        ("lines", "day", "rule"),
        [
            (("Publié le 3 mars 2024 | Mis à jour le 5 mars 2024",), 3, "publication line"),
            (("Mis à jour le 5 mars 2024 - Publié le 3 mars 2024",), 3, "publication line"),
            (("MAJ : 05/03/2024", "Par A. Diarra, 03/03/2024"), 3, "publication line"),
            (("Mise à jour : 5 mars 2024 à 10:21",), 5, "update line"),
            (("Updated March 5, 2024",), 5, "update line"),
            (("05.03.20245 mars 2024",), 5, "publication line"),
        ],
    )
    def test_lines_beside_the_article(self, lines: tuple[str, ...], day: int, rule: str) -> None:
        found = when(lines=lines)
        assert found.date == date(2024, 3, day)
        assert how(found) == (How.STATED, rule)


class TestInferred:
    def test_a_weekday_in_the_lead_leaves_few_years_and_the_latest_is_taken(self) -> None:
        text = "Le colonel a dit mardi 10 octobre qu'il viendrait."
        found = when(text)
        assert found.date == date(2023, 10, 10)
        assert found.candidates == tuple(date(year, 10, 10) for year in (2000, 2006, 2017))
        assert how(found) == (How.INFERRED, "weekday, latest year")
        (evidence,) = found.evidence
        assert text[evidence.start : evidence.end] == "mardi 10 octobre"

    def test_nothing_after_today(self) -> None:
        text = "Le colonel a dit mardi 10 octobre qu'il viendrait."
        assert when(text, today=date(2023, 10, 9)).date == date(2017, 10, 10)

    @pytest.mark.parametrize(
        ("more", "year"),
        [("Élu en 2015, il part.", 2017), ("Depuis 2019, il règne.", 2023), ("En 2006.", 2006)],
    )
    def test_the_years_in_the_text_choose(self, more: str, year: int) -> None:
        found = when(f"Le colonel a dit mardi 10 octobre qu'il viendrait. {more}")
        assert found.date == date(year, 10, 10)
        assert how(found) == (How.INFERRED, "weekday, year of the text")

    def test_the_path_chooses_before_the_text(self) -> None:
        found = when("Il a dit mardi 10 octobre que 2023 serait bon.", file="presse/2017/10/a.txt")
        assert found.date == date(2017, 10, 10)
        assert found.candidates == ()
        assert how(found) == (How.INFERRED, "weekday, year of the path")

    def test_a_path_that_fits_no_candidate_says_nothing(self) -> None:
        assert when("Il a dit mardi 10 octobre : non.", file="2019/a.txt").date == date(
            2023, 10, 10
        )

    def test_the_period_bounds_the_years(self) -> None:
        text = "Il a dit mardi 10 octobre : non."
        within = when(text, period=(date(2015, 1, 1), date(2019, 12, 31)))
        assert within.date == date(2017, 10, 10)
        assert how(within) == (How.INFERRED, "weekday, only year")
        assert when(text, period=(date(2018, 1, 1), date(2019, 12, 31))).date is None

    def test_ce_counts_wherever_it_stands_and_before_any_other_day(self) -> None:
        text = (
            "Il était venu lundi 29 juillet.\n\n"
            + "Une phrase. " * 80
            + "Il part ce jeudi 1er août."
        )
        assert when(text).evidence[0].words == "jeudi 1er août"

    def test_ce_with_the_year_leaves_one_day(self) -> None:
        found = when("Le ministre a reçu ce jeudi 1er août 2024 les éleveurs.")
        assert found.date == date(2024, 8, 1)
        assert how(found) == (How.INFERRED, "weekday, only year")

    @pytest.mark.parametrize("line", ["Publié le mardi 10 octobre", "mardi 10 octobre à 8h"])
    def test_lines_beside_the_article_come_first(self, line: str) -> None:
        found = when("Il part ce jeudi 1er août.", lines=(line,))
        assert found.evidence[0].words == "mardi 10 octobre"
        assert found.evidence[0].start is None

    @pytest.mark.parametrize(
        "text",
        [
            "KAYES, 2 août (Xinhua) -- Le ministre a dit vendredi que la pluie viendrait.",
            "MOSCOU, 2 août. /TASS/. La pluie est venue vendredi soir.",
            "**Kayes**, le 2 août – La pluie est venue dans la nuit de jeudi à vendredi.",
            "KAYES, 2 août (Reuters) - Absent depuis lundi, il est venu vendredi.",
        ],
    )
    def test_a_dateline_without_a_year_with_the_weekday_of_what_is_reported(
        self, text: str
    ) -> None:
        found = when(text, today=date(2026, 1, 1))
        assert found.date == date(2024, 8, 2)
        assert date(2025, 8, 2) in found.candidates  # a Saturday: told the day after
        assert how(found) == (How.INFERRED, "dateline and weekday, latest year")
        (evidence,) = found.evidence
        assert text[evidence.start : evidence.end] == evidence.words == "2 août"

    def test_a_dateline_that_is_a_day_younger_than_what_it_reports(self) -> None:
        text = "KAYES, 3 août (AMAP) Le ministre a dit vendredi que la pluie de 2024 viendrait."
        period = (date(2024, 1, 1), date(2024, 12, 31))
        assert when(text, period=period).date == date(2024, 8, 3)

    def test_a_dateline_may_name_its_weekday(self) -> None:
        found = when("Kayes, le mardi 10 octobre : la pluie est venue.")
        assert found.date == date(2023, 10, 10)
        assert how(found) == (How.INFERRED, "weekday, latest year")

    def test_a_dateline_without_weekday_is_dated_where_one_year_is_left(self) -> None:
        text = "KAYES, 2 août (AMAP) – La pluie est venue, après celle de 2019."
        assert when(text) == Published(None, ())
        by_path = when(text, file="2021/a.txt")
        assert by_path.date == date(2021, 8, 2)
        assert how(by_path) == (How.INFERRED, "dateline, year of the path")
        within = when(text, period=(date(2020, 9, 1), date(2022, 3, 1)))
        assert within.date == date(2021, 8, 2)
        assert how(within) == (How.INFERRED, "dateline, only year")

    @pytest.mark.parametrize(
        "text",
        [
            "KAYES, 2 août (AMAP) – Le marché ouvre tous les vendredis.",
            "KAYES, 2 août (AMAP) – Absent depuis vendredi, il reste introuvable.",
            "KAYES, 2 août (AMAP) – Il viendra vendredi prochain.",
            "2 août\n\nIl est venu vendredi.",
        ],
    )
    def test_other_weekdays_date_no_dateline(self, text: str) -> None:
        assert when(text) == Published(None, ())

    @pytest.mark.parametrize(
        "text",
        [
            "Il est venu mardi 10 octobre dernier.",
            "Il viendra jeudi 1er août prochain.",
            "Fermé du mardi 10 octobre au jeudi 12 octobre.",
            "Fermé depuis mardi 10 octobre.",
            "La fête du mardi 10 octobre fut belle.",
            "Il est venu le jeudi 1er août.",
            "Il est venu ce mercredi.",
            "L'attaque a frappé le nord le 7 septembre.",
            "Une phrase. " * 60 + "Il est venu mardi 10 octobre.",
            "\n\n".join(["Une phrase assez longue. " * 5] * 3 + ["Il est venu mardi 10 octobre."]),
            "",
        ],
    )
    def test_unknown_stays_unknown(self, text: str) -> None:
        assert when(text) == Published(None, ())

    def test_short_lines_before_the_lead_do_not_use_it_up(self) -> None:
        text = "Titre\n\nTitre encore\n\nAfrique\n\nIl est venu mardi 10 octobre."
        assert when(text).date == date(2023, 10, 10)


@given(
    st.none() | st.text(),
    st.lists(st.text(), max_size=3),
    st.text() | st.text("ce mardi10 octobre2023,–()\nABle"),
    st.text(),
    st.dates(date(1, 1, 1), date(9999, 12, 31)),
)
def test_anything_is_read_and_nothing_lies_in_the_future(
    declared: str | None, lines: list[str], text: str, file: str, today: date
) -> None:
    found = published(declared, lines, text, file, None, today)
    assert all(day <= today for day in (found.date, *found.candidates) if day)
    assert found.date not in found.candidates
    assert bool(found.date) == bool(found.evidence)
