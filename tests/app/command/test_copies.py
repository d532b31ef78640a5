"""visavis copies, and what other verbs say of near-identical articles."""

from pathlib import Path

import pytest

from tests.app.command.running import Run, as_json

pytestmark = pytest.mark.xdist_group("model")

DISPATCH = (
    "Le pont de la Mare a rouvert lundi matin après six semaines de travaux, a annoncé la mairie. "
    "Les piétons peuvent de nouveau passer d’une rive à l’autre, mais les camions attendront."
)
ARTICLES = {
    "agence": ("Le pont rouvert", "2024-05-02", "Agence du Fleuve", DISPATCH),
    "rives": ("On repasse", "2024-05-03", "Journal des Rives", f"{DISPATCH} Nous y étions."),
    "gare": ("La gare ferme", "2024-05-04", "Le Rail", "La gare ferme dimanche, faute de trains."),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("presse")
    for name, (title, day, source, text) in ARTICLES.items():
        head = f"---\ntitle: {title}\ndate: {day}\nsource: {source}\n---\n"
        (folder / f"{name}.md").write_text(f"{head}{text}\n", encoding="utf-8")
    return folder


def test_groups_are_printed_the_earliest_first(run: Run) -> None:
    assert run("copies").stdout.splitlines() == [
        "Le pont rouvert  2 articles",
        "  2024-05-02  agence  Agence du Fleuve   earliest in this folder",
        "  2024-05-03  rives   Journal des Rives  Jaccard 0.90, 90 % of it in the first",
        "",
        "1 group · 2 articles",
    ]


def test_as_json(run: Run) -> None:
    found = as_json(run("copies", "--json"))
    (group,) = found.pop("groups")
    assert found == {"query": "", "filters": {}, "total": 1, "articles": 2, "pending": 0}
    first, second = group["articles"]
    assert first == {
        "id": "agence",
        "title": "Le pont rouvert",
        "date": "2024-05-02",
        "source": "Agence du Fleuve",
        "agency": None,
        "jaccard": 1.0,
        "containment": 1.0,
    }
    assert second["id"] == "rives"
    (pair,) = group["pairs"]
    assert {pair["left"], pair["right"]} == {"agence", "rives"}
    assert pair["jaccard"] == second["jaccard"] == second["containment"]
    assert {pair["left_in_right"], pair["right_in_left"]} == {1.0, second["containment"]}


@pytest.mark.parametrize(
    ("arguments", "total"),
    [(["camions"], 1), (["gare"], 0), (["--source", "rives"], 1), (["--from", "2024-05-04"], 0)],
)
def test_a_query_and_filters_choose_the_groups(run: Run, arguments: list[str], total: int) -> None:
    result = run("copies", *arguments, "--json", status=0 if total else 1)
    assert as_json(result)["total"] == total


def test_a_query_that_cannot_be_read_is_status_2(run: Run) -> None:
    assert "parenthesis" in run("copies", "(pont", status=2).stderr


def test_a_search_prints_one_line_for_near_identical_articles(run: Run) -> None:
    printed = run("search", "pont", "--sort", "date").stdout
    assert "rives" not in printed
    assert "  + 1 near-identical\n" in printed
    assert printed.endswith("2 articles, 1 distinct text · 2 hits\n")
    every = run("search", "pont", "--no-fold").stdout
    assert "rives" in every and "near-identical" not in every


def test_json_gives_every_article_unless_it_is_asked_not_to(run: Run) -> None:
    found = as_json(run("search", "pont", "--json"))
    assert (found["total"], found["distinct"]) == (2, 1)
    assert [match["copies"] for match in found["matches"]] == [1, 1]
    folded = as_json(run("search", "pont", "--fold", "--json"))
    assert (folded["total"], folded["distinct"], len(folded["matches"])) == (2, 1, 1)


def test_an_article_says_what_of_it_stands_in_earlier_ones(run: Run) -> None:
    assert (
        "90 % of this stands in 1 earlier article of this folder; agency credited: no"
        in " ".join(run("show", "rives").stdout.split())
    )
    copies = as_json(run("show", "rives", "--json"))["copies"]
    assert list(copies["shares"]) == ["earlier"]
    assert copies["agency_credited"] is False
    (holder,) = copies["articles"]
    assert (holder["id"], holder["order"], holder["date"]) == ("agence", "earlier", "2024-05-02")
    assert as_json(run("show", "gare", "--json"))["copies"]["articles"] == []


def test_facets_count_articles_or_texts(run: Run) -> None:
    texts = as_json(run("facets", "--by", "year", "--distinct", "--json"))
    assert texts["facets"]["year"] == [{"value": "2024", "count": 2}]
    assert (texts["total"], texts["distinct"], texts["counted"]) == (3, 2, "texts")
    assert as_json(run("facets", "--by", "year", "--json"))["counted"] == "articles"
    assert run("facets", "--by", "year").stdout.endswith("counted: 3 articles\n")
    assert run("facets", "--by", "year", "--distinct").stdout.endswith(
        "counted: 2 distinct texts\n"
    )
