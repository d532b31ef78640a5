"""The whole path through the command: from a folder of files to what is printed."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from app.locale import use_language
from tests.app.command.running import Run, as_json

pytestmark = pytest.mark.xdist_group("model")


def ids(result: Result) -> list[str]:
    return [match["id"] for match in as_json(result)["matches"]]


class TestSearch:
    def test_prints_each_match_with_its_particulars_and_marks_the_hits(self, run: Run) -> None:
        output = run("search", "accord").stdout
        assert "*Accord* sur le fleuve" in output
        assert "2024-03-03" in output
        assert "un *accord* sur le partage" in output
        assert output.rstrip().endswith("2 articles · 2 hits")

    def test_as_json_gives_every_field_of_a_match(self, run: Run) -> None:
        answer = as_json(run("search", "fleuve", "--json"))
        assert (answer["query"], answer["filters"], answer["total"]) == ("fleuve", {}, 1)
        assert answer["pending"] == 0
        assert answer["took_ms"] >= 0
        (match,) = answer["matches"]
        assert match["id"] == "fleuve"
        assert match["title"][slice(*match["title_hits"][0])] == "fleuve"
        assert (match["date"], match["date_evidence"]) == ("2024-03-03", "stated")
        assert (match["source"], match["agency"]) == ("La Tribune du Fleuve", None)
        assert "Awa Sidibé" in match["actors"]
        assert match["hits"] == sum(len(s["spans"]) for s in match["snippets"])
        for snippet in match["snippets"]:
            assert all(snippet["text"][a:b] == "fleuve" for a, b in snippet["spans"])

    def test_an_empty_query_gives_every_article_newest_first_and_undated_last(
        self, run: Run
    ) -> None:
        assert ids(run("search", "", "--json")) == ["fleuve", "rail", "port"]

    @pytest.mark.parametrize(
        ("options", "expected"),
        [
            (["--actor", "sidibe"], ["fleuve", "port"]),
            (["--person", "Awa Sidibé", "--not-actor", "dakar"], ["fleuve"]),
            (["--place", "Sénégal"], ["port"]),
            (["--source", "tribune"], ["fleuve"]),
            (["--source", "tribune", "--source", "Le Rail"], ["fleuve", "rail"]),
            (["--from", "2024"], ["fleuve"]),
            (["--to", "2023-12"], ["rail"]),
            (["--from", "2023-05-01", "--to", "2023-05-31"], ["rail"]),
            (["--undated"], ["port"]),
            (["--sort", "date"], ["rail", "fleuve", "port"]),
            (["--sort", "-date", "--limit", "1"], ["fleuve"]),
        ],
    )
    def test_options_narrow_and_sort(
        self, run: Run, options: list[str], expected: list[str]
    ) -> None:
        assert ids(run("search", "", "--json", *options)) == expected

    def test_a_word_may_be_excluded_without_quotation_marks(self, run: Run) -> None:
        assert ids(run("search", "accord", "-fleuve", "--sort", "-date", "--json")) == ["port"]
        assert ids(run("search", "-accord", "--json")) == ["rail"]

    def test_explains_why_a_match_is_where_it_is(self, run: Run) -> None:
        output = run("search", "accord", "--explain").stdout
        assert "accord " in output
        assert " · rarity " in output
        assert "title: 1 time, 1 in this form" in output
        (first, *_) = as_json(run("search", "accord eau", "--explain", "--json"))["matches"]
        assert [part["words"] for part in first["explanation"]] == ["accord", "eau"]
        scores = [part["score"] for part in first["explanation"]]
        assert first["score"] == pytest.approx(sum(scores), abs=0.001)
        assert first["explanation"][1]["fields"][0]["exact"] == 0

    def test_any_word_will_do_where_that_is_asked(self, run: Run) -> None:
        assert ids(run("search", "frontière", "côte", "--any", "--json")) != []
        assert as_json(run("facets", "frontière", "côte", "--any", "--json"))["total"] == 2

    def test_an_option_that_is_none_is_told(self, run: Run) -> None:
        assert "--acteur" in run("search", "accord", "--acteur", "x", status=2).stderr

    def test_nothing_found_is_status_1_and_still_an_object(self, run: Run) -> None:
        assert as_json(run("search", "zeppelin", "--json", status=1))["total"] == 0
        assert as_json(run("search", "", "--actor", "Personne", "--json", status=1))["total"] == 0

    def test_a_misspelt_word_is_asked_about(self, run: Run) -> None:
        asked = run("search", "acord fleuve", status=1)
        assert asked.stderr == "Did you mean “accord fleuve”?\n"
        assert run("facets", "personne:sidibee", status=1).stderr == (
            "Did you mean “personne:Sidibé”?\n"
        )

    def test_as_json_what_may_be_meant_stands_in_an_answer_without_matches(self, run: Run) -> None:
        def meant(query: str, status: int) -> Any:
            return as_json(run("search", query, "--json", status=status)).get("did_you_mean")

        assert meant("acord", 1) == ["accord"]
        assert meant("zeppelin", 1) == []
        assert meant("accord", 0) is None

    def test_a_query_that_cannot_be_read_is_told_with_its_place(self, run: Run) -> None:
        stderr = run("search", "fleuve (", status=2).stderr
        assert "parenthesis" in stderr
        assert stderr.splitlines()[1:] == ["  fleuve (", "         ^"]

    def test_a_date_that_is_none_is_told(self, run: Run) -> None:
        assert "“soon” is not a date" in run("search", "", "--from", "soon", status=2).stderr


class TestFacets:
    def test_counts_follow_query_and_filters(self, run: Run) -> None:
        answer = as_json(run("facets", "--json"))
        counts = {
            facet: {value["value"]: value["count"] for value in values}
            for facet, values in answer["facets"].items()
        }
        assert counts["person"]["Awa Sidibé"] == 2
        assert counts["source"] == {"La Tribune du Fleuve": 1, "Le Rail": 1}
        assert counts["year"] == {"2024": 1, "2023": 1, "undated": 1}
        assert counts["month"] == {"2024-03": 1, "2023-05": 1, "undated": 1}
        narrowed = as_json(run("facets", "accord", "--by", "year", "--undated", "--json"))
        assert list(narrowed["facets"]) == ["year"]
        assert narrowed["total"] == 1

    def test_are_printed_with_their_names(self, run: Run) -> None:
        output = run("facets", "--by", "person").stdout
        assert output.splitlines()[0] == "Persons"
        assert "      2  Awa Sidibé" in output

    def test_of_nothing_is_status_1(self, run: Run) -> None:
        run("facets", "zeppelin", status=1)


class TestShow:
    def test_prints_the_article_with_hits_marked(self, run: Run) -> None:
        output = run("show", "fleuve", "--query", "eaux").stdout
        assert output.startswith("Accord sur le fleuve\n2024-03-03 (stated) · La Tribune")
        assert "*eaux*" in output
        assert "Lire aussi" not in output

    def test_evidence_tells_where_values_come_from_and_what_was_left_out(self, run: Run) -> None:
        output = run("show", "fleuve", "--evidence").stdout
        assert "“3 mars 2024”" in output
        assert "Lire aussi : Une autre affaire" in output

    def test_as_json_gives_offsets_that_hold(self, run: Run) -> None:
        shown = as_json(run("show", "fleuve", "--query", "accord", "--json"))
        text = "\n\n".join(shown["paragraphs"])
        assert [text[a:b] for a, b in shown["hits"]] == ["accord"]
        assert [shown["title"][a:b] for a, b in shown["title_hits"]] == ["Accord"]
        assert shown["origin"] == {"file": "fleuve.txt", "position": 0}
        assert all(text[m["start"] : m["end"]] == m["text"] for m in shown["mentions"])
        assert {m["actor"] for m in shown["mentions"]} >= {"Awa Sidibé", "Mali"}
        assert {e["field"] for e in shown["evidence"]} >= {"title", "date", "source"}
        assert any(d["text"].startswith("Lire aussi") for d in shown["dropped"])

    def test_the_dates_in_the_text_are_seen_from_its_day(self, run: Run) -> None:
        shown = as_json(run("show", "rail", "--json"))
        (event,) = shown["events"]
        text = "\n\n".join(shown["paragraphs"])
        assert text[event["start"] : event["end"]] == event["words"] == "fin de l'année prochaine"
        assert event["value"] == "2024-09-01/2024-12-31"
        assert (event["since"], event["until"]) == ("2024-09-01", "2024-12-31")
        assert event["granularity"] == "range"
        output = run("show", "rail", "--evidence").stdout
        assert "2024-09-01/2024-12-31  “fin de l'année prochaine”" in output

    def test_takes_the_beginning_of_an_id(self, run: Run) -> None:
        assert as_json(run("show", "fl", "--json"))["id"] == "fleuve"

    def test_an_id_unknown_or_ambiguous_is_status_2(self, run: Run) -> None:
        assert "No article has the id zz." in run("show", "zz", status=2).stderr


class TestCompare:
    def test_as_json_aligns_passages_and_tells_actors_apart(self, run: Run) -> None:
        compared = as_json(run("compare", "fleuve", "port", "--json"))
        assert (compared["left"], compared["right"]) == ("fleuve", "port")
        assert 0 <= compared["shared"] <= 1
        relations = {passage["relation"] for passage in compared["passages"]}
        assert {"same", "only-left", "only-right"} <= relations
        assert "Awa Sidibé" in compared["actors"]["both"]
        assert "Dakar" in compared["actors"]["only_right"]

    def test_prints_both_columns(self, run: Run) -> None:
        output = run("compare", "fleuve", "port").stdout
        assert "=  La ministre Awa Sidibé" in output
        assert "│ =  La ministre Awa Sidibé" in output
        assert "Actors in both: " in output


class TestCheck:
    def test_lists_what_is_wrong_and_is_status_1(self, run: Run) -> None:
        output = run("check", status=1).stdout
        assert "image.png: not a format that is read." in output
        assert "Without a date (1)\n  port" in output

    def test_as_json(self, run: Run) -> None:
        found = as_json(run("check", "--json", status=1))
        assert found["undated"] == ["port"]
        assert [r["file"] for r in found["rejections"]] == ["image.png"]

    def test_suggests_dates_with_their_reasons(self, run: Run, tmp_path: Path) -> None:
        text = "Le pont suspendu de Bellerive a cédé mardi au passage d'un convoi de betteraves."
        (tmp_path / "a.txt").write_text(f"Date: 2024-03-06\n\n{text}")
        (tmp_path / "b.txt").write_text(f"{text} Le préfet Lambert promet une enquête.")
        output = run("check", corpus=tmp_path, status=1).stdout
        assert "Dates suggested (1)\n  b: 2024-03-0" in output
        told = as_json(run("check", "--json", corpus=tmp_path, status=1))["date_suggestions"]
        assert told["b"]["days"][0]["neighbours"][0]["date"] == "2024-03-06"
        shown = as_json(run("show", "b", "--json", corpus=tmp_path))
        assert shown["date"] is None
        assert shown["date_suggestions"] == told["b"]["days"]
        assert "Dates suggested" in run("show", "b", "--evidence", corpus=tmp_path).stdout
        assert as_json(run("show", "a", "--json", corpus=tmp_path))["date_suggestions"] == []

    def test_uncertain_dates_are_told_as_json(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("Le pont a cédé mardi 10 octobre, dit le préfet.")
        (finding,) = as_json(run("check", "--json", corpus=tmp_path, status=1))["uncertain"]
        assert finding["id"] == "a" and finding["date"].endswith("-10-10")

    def test_tells_what_came_out_of_each_file(self, run: Run, tmp_path: Path) -> None:
        row = '{"text": "Un texte.", "date": "2024-03-03", "id": "%s"}\n'
        (tmp_path / "rows.jsonl").write_text(row % "a" + "{\n" + row % "b")
        (tmp_path / "port.txt").write_text("Date: 2024-03-03\n\nUn texte.")
        output = run("check", corpus=tmp_path, status=1).stdout
        assert "rows.jsonl: JSON lines · 3 seen = 2 taken + 1 rejected · 2 said twice" in output
        assert "1 file: text file · 1 seen = 1 taken + 0 rejected" in output
        assert "all · 4 seen = 3 taken + 1 rejected" in output
        assert "rows.jsonl, line 2: a line that is not a JSON object." in output
        told = as_json(run("check", "--json", corpus=tmp_path, status=1))
        counts = {"files": 2, "seen": 4, "taken": 3, "rejected": 1, "stubs": 0, "duplicates": 3}
        assert told["totals"] == counts
        found = told["files"]
        assert [(f["file"], f["seen"], f["taken"], f["rejected"]) for f in found] == [
            ("port.txt", 1, 1, 0),
            ("rows.jsonl", 3, 2, 1),
        ]
        assert found[1]["dates"] == {"declared": 2}
        assert found[1]["empty"] == {"title": 2, "source": 2, "author": 2, "url": 2}

    def test_stubs_are_told_by_their_files(self, run: Run, tmp_path: Path) -> None:
        reference = "TY  - NEWS\nTI  - Un port\nDA  - 2024/03/03\nID  - port\nER  - \n"
        (tmp_path / "a.ris").write_text(reference)
        found = as_json(run("check", "--json", corpus=tmp_path, status=1))
        assert found["stubs"] == found["files"][0]["stubs"] == ["port"]
        assert as_json(run("show", "port", "--json", corpus=tmp_path))["stub"] is True
        assert "A stub:" in run("show", "port", corpus=tmp_path).stdout
        assert as_json(run("search", "port", "--json", corpus=tmp_path))["total"] == 1

    def test_a_sound_corpus_is_status_0(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("Date: 2024-03-03\n\n" + "Un texte assez long. " * 20)
        assert "Nothing is wrong." in run("check", corpus=tmp_path).stdout


class TestIndexAndLocate:
    def test_index_tells_what_can_be_searched_and_what_was_not_read(self, run: Run) -> None:
        output = run("index").stdout
        assert output.startswith("3 articles can be searched.")
        assert "1 item could not be read" in output
        assert as_json(run("index", "--json")) == {
            "articles": 3,
            "pending": 0,
            "events_pending": 0,
            "quotations_pending": 0,
            "rejections": 1,
        }

    def test_locate_tells_where_everything_is(self, run: Run, folder: Path, cache: Path) -> None:
        places = as_json(run("locate", "--json"))
        assert places["corpus"] == str(folder)
        assert places["index"].startswith(str(cache))
        assert str(folder) in run("locate").stdout


class TestCorpus:
    def test_that_is_not_there_is_status_3(self, run: Run, tmp_path: Path) -> None:
        stderr = run("search", "x", corpus=tmp_path / "nowhere", status=3).stderr
        assert stderr.startswith("there is no folder")

    def test_that_is_empty_matches_nothing(self, run: Run, tmp_path: Path) -> None:
        run("search", "", corpus=tmp_path, status=1)

    def test_without_an_index_is_told_when_none_is_to_be_made(
        self, run: Run, tmp_path: Path
    ) -> None:
        assert "no index" in run("search", "x", "--no-update", corpus=tmp_path, status=3).stderr


def test_french_is_spoken_when_asked_for(run: Run) -> None:
    use_language("fr")
    try:
        assert "2 articles · 2 occurrences" in run("search", "accord").stdout
        assert "Aucun article" in run("show", "zz", status=2).stderr
    finally:
        use_language("en")
