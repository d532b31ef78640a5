"""Two articles printed face to face."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.app.command.running import Run, as_json

UN = """Trois cargos chargés de blé attendaient au large depuis la semaine dernière.

Le port de Labé a rouvert lundi matin, après neuf jours de grève des dockers, pour 45 euros.

« Nous tiendrons bon toujours », disait Awa Camara.

Le maire réclame une médiation permanente entre les deux syndicats rivaux du port.
"""
DEUX = """Le port de Labé a rouvert mardi matin, après dix jours de grève des dockers.

Le maire réclame une médiation permanente entre les deux syndicats rivaux du port.

<script>alert(1)</script> | [/b] **rien** &amp;

Trois cargos remplis de blé attendaient au large depuis huit jours.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("port")
    for name, title, text in (("un", "Un <b>port</b>", UN), ("deux", "Deux | ports", DEUX)):
        head = f'---\ntitle: "{title}"\ndate: 2024-03-05\nsource: Le Quai\n---\n'
        (folder / f"{name}.md").write_text(head + text, encoding="utf-8")
    return folder


def compare(run: Run, *options: str) -> str:
    return run("compare", "un", "deux", *options).stdout


def test_both_columns_have_their_signs_and_the_words_that_differ(run: Run) -> None:
    lines = compare(run).splitlines()
    port = next(line for line in lines if "rouvert [lundi]" in line)
    assert port.startswith("≈  Le port")
    assert "│ ≈  Le port de Labé a rouvert [mardi]" in port
    assert any(line.startswith("=  Le maire") and "│ =  Le maire" in line for line in lines)
    assert any(line.startswith("+  « Nous tiendrons") and line.endswith("│ ·") for line in lines)


def test_the_rule_between_the_columns_is_straight(run: Run) -> None:
    lines = compare(run).splitlines()
    start, end = (n for n, line in enumerate(lines) if line.startswith("───"))
    columns = {line.index("│") for line in lines[:start] + lines[start + 1 : end]}
    assert columns == {lines[start].index("┼")} == {lines[end].index("┴")}


def test_what_stands_elsewhere_is_told_at_both_places(run: Run) -> None:
    output = compare(run)
    assert re.search(r"^≈↕ Trois cargos \[chargés\].*│ ≈↕ Trois cargos \[remplis\]", output, re.M)
    assert re.search(r"^ +│ ↕  Trois cargos remplis", output, re.M)
    assert "(stands above)" in output


def test_figures_and_quotations_only_in_one(run: Run) -> None:
    output = compare(run)
    assert "Figures only left: 45 euros\n" in output
    assert "Quotations only left: “Nous tiendrons bon toujours”\n" in output


def test_as_markdown_every_row_has_four_cells(run: Run) -> None:
    output = compare(run, "--markdown")
    rows = [line for line in output.splitlines() if line.startswith("|")]
    assert len(rows) > 8
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {5}
    assert "rouvert **lundi** matin" in output
    assert r"\<script\>" in output and r"\*\*rien\*\* \&amp;" in output
    assert output.startswith(r"# Un \<b\>port\</b\> / Deux \| ports")


class _Page(HTMLParser):
    """Collects what could load or run, and whether every element that is opened is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _value in attrs}
        if tag not in ("meta", "col"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_as_html_a_page_of_its_own(run: Run) -> None:
    output = compare(run, "--html")
    page = _Page()
    page.feed(output)
    assert not page.open
    assert not page.tags & {"script", "link", "img", "a", "iframe", "b"}
    assert not page.attributes & {"src", "href", "style", "onload"}
    assert "url(" not in output and "@import" not in output and "://" not in output
    assert "<script>alert(1)</script> | [/b]" in page.text
    assert "<mark>lundi</mark>" in output
    assert "prefers-color-scheme: dark" in output and "@media print" in output
    assert 'class="elsewhere"' in output


def test_json_keeps_passages_in_the_order_of_the_left_side(run: Run) -> None:
    compared = as_json(run("compare", "un", "deux", "--json"))
    assert set(compared) == {"left", "right", "shared", "passages", "actors"}
    starts = [passage["left"][0][0] for passage in compared["passages"] if passage["left"]]
    assert starts == sorted(starts)
    assert set(compared["passages"][0]) == {"left", "right", "relation", "similarity"}


def test_one_form_at_a_time(run: Run) -> None:
    error = run("compare", "un", "deux", "--json", "--html", status=2).stderr
    assert "--json, --html and --markdown exclude each other" in error
