"""visavis quotes: who said what."""

import pytest

from tests.app.command.running import Run, as_json

pytestmark = pytest.mark.xdist_group("model")

WORDS = "une étape décisive pour toute la région"


def test_says_who_said_what_under_each_article_the_newest_first(run: Run) -> None:
    lines = run("quotes").stdout.splitlines()
    assert lines == [
        "2024-03-03 · La Tribune du Fleuve · Accord sur le fleuve (fleuve)",
        f"  Awa Sidibé : « {WORDS} »",
        "",
        "undated · Un port au nord de la capitale (port)",
        f"  Awa Sidibé : « {WORDS} »",
        "",
        "2 quotations · 2 articles",
    ]


def test_by_an_actor_with_words_and_filters_as_json(run: Run) -> None:
    found = as_json(run("quotes", "étape", "--by", "sidibé", "--place", "Mali", "--json"))
    assert {key: found[key] for key in ("query", "by", "filters", "articles", "total")} == {
        "query": "étape",
        "by": "sidibé",
        "filters": {"place": ["Mali"]},
        "articles": 1,
        "total": 1,
    }
    (said,) = found["quotations"]
    assert (said["id"], said["date"], said["kind"]) == ("fleuve", "2024-03-03", "direct")
    assert (said["words"], said["actor"]) == (WORDS, "Awa Sidibé")
    text = "\n\n".join(as_json(run("show", "fleuve", "--json"))["paragraphs"])
    assert text[said["start"] : said["end"]] == WORDS


def test_an_article_has_its_quotations(run: Run) -> None:
    (quotation,) = as_json(run("show", "port", "--json"))["quotations"]
    assert list(quotation) == ["start", "end", "kind", "speaker", "actor"]
    assert (quotation["speaker"], quotation["actor"]) == ("Awa Sidibé", "Awa Sidibé")


def test_what_is_left_is_told(run: Run) -> None:
    lines = run("quotes", "--limit", "1").stdout.splitlines()
    assert lines[-1] == "2 quotations · 2 articles · 1 more with --limit"


@pytest.mark.parametrize("arguments", [("--by", "nobody"), ("voisins",), ("xyzzy",)])
def test_nothing_said_is_status_1(run: Run, arguments: tuple[str, ...]) -> None:
    assert run("quotes", *arguments, status=1).stdout == ""


def test_a_query_that_cannot_be_read_is_status_2(run: Run) -> None:
    assert "^" in run("quotes", "(sidibé", status=2).stderr


def test_words_are_searched_in_what_somebody_says(run: Run) -> None:
    found = as_json(run("search", 'cite:sidibé "étape décisive"', "--json"))
    assert {match["id"] for match in found["matches"]} == {"fleuve", "port"}
    assert run("search", "cite:sidibé accord", status=1).stdout.strip() != "fleuve"
