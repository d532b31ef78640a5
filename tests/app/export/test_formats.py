"""What each format looks like, and that no text gets out of its place in it."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given, settings
from hypothesis import strategies as st

from app.export import BY_NAME, FORMATS, TXM, About
from app.locale import use_language
from app.request import Request
from corpus.article import How, Kind
from index.answer import Reading
from tests.app.export.support import made, written

FILES = [known.name for known in FORMATS if known is not TXM]
HIT = made(
    text="Le Mali a signé un accord sur le fleuve.\n\nL’accord tient.",
    hits=((19, 25), (44, 50)),
    actors=[(Kind.PERSON, "Awa Sidibé"), (Kind.PLACE, "Mali"), (Kind.PLACE, "Mali")],
)


@pytest.fixture(autouse=True)
def english() -> None:
    use_language("en")


def rows(text: str, separator: str = ",") -> list[dict[str, str]]:
    lines = io.StringIO(text.removeprefix("\ufeff"), newline="")
    return list(csv.DictReader(lines, delimiter=separator))


def test_csv_has_a_row_a_match_under_a_mark_for_spreadsheets() -> None:
    text = written("csv", [HIT])
    assert text.startswith("\ufeffid,title,date,") and text.count("\r\n") == 2
    (row,) = rows(text)
    assert (row["date"], row["date_evidence"]) == ("2024-03-05", "stated")
    assert (row["persons"], row["organisations"], row["places"]) == ("Awa Sidibé", "", "Mali")
    assert row["hits"] == "2"
    assert row["contexts"] == "Le Mali a signé un [accord] sur le fleuve. | L’[accord] tient."


def test_csv_may_part_its_cells_by_something_else() -> None:
    (row,) = rows(written("csv", [made(title="Un; deux, trois")], separator=";"), ";")
    assert row["title"] == "Un; deux, trois"


@pytest.mark.parametrize(
    "title", ["=1+1", "+1", "-1", "@SOMME(A1)", "\t=1", "  =1", "＝1", '=cmd|" /C calc"!A0']
)
def test_no_cell_is_a_formula(title: str) -> None:
    (row,) = rows(written("csv", [made(title=title)]))
    assert row["title"] == f"'{title}"


def test_jsonl_has_an_object_a_line_with_all_that_is_known() -> None:
    (line,) = written("jsonl", [HIT]).splitlines()
    found = json.loads(line)
    assert found["hits"][0] == {
        "left": "Le Mali a signé un ",
        "hit": "accord",
        "right": " sur le fleuve.",
        "start": 19,
        "end": 25,
    }
    assert found["actors"] == [
        {"name": "Awa Sidibé", "kind": "person", "mentions": 1},
        {"name": "Mali", "kind": "place", "mentions": 2},
    ]
    assert found["evidence"][0]["how"] == "stated"
    assert found["origin"] == {"file": "fleuve.txt", "position": 0}


def test_csl_json_tells_an_inferred_date() -> None:
    text = written(
        "csl-json", [made(how=How.INFERRED, author="Awa Sidibé"), made("b", author="AFP")]
    )
    first, second = json.loads(text)
    assert first["type"] == "article-newspaper"
    assert first["author"] == [{"family": "Sidibé", "given": "Awa"}]
    assert first["issued"] == {"date-parts": [[2024, 3, 5]], "circa": True}
    assert second["author"] == [{"literal": "AFP"}] and "circa" not in second["issued"]
    assert json.loads(written("csl-json", [])) == []


def test_ris_has_a_tag_a_line() -> None:
    reading = made(title="Un\nTI  - titre", author="Awa Sidibé et AFP", url="https://example.org/a")
    lines = written("ris", [reading, reading]).splitlines()
    assert lines[:8] == [
        "TY  - NEWS",
        "ID  - fleuve",
        "TI  - Un TI  - titre",
        "AU  - Sidibé, Awa",
        "AU  - AFP",
        "DA  - 2024/03/05/",
        "PY  - 2024",
        "T2  - La Tribune du Fleuve",
    ]
    assert lines.count("TY  - NEWS") == lines.count("ER  - ") == 2


@settings(max_examples=60)
@given(st.text(st.sampled_from('aé {}\\%&$#_~^"@=,\n'), min_size=1, max_size=30))
def test_bibtex_holds_any_title_in_its_field(title: str) -> None:
    text = written("bibtex", [made(title=f"x{title}x", author="Awa Sidibé et AFP"), made("b")])
    library = parse_string(text)
    assert not library.failed_blocks and [entry.key for entry in library.entries] == ["fleuve", "b"]
    fields = library.entries[0].fields_dict
    assert fields["author"].value == "Sidibé, Awa and {AFP}"
    assert (fields["journal"].value, fields["date"].value) == ("La Tribune du Fleuve", "2024-03-05")
    assert _read_tex(fields["title"].value) == re.sub("\n+", " ", f"x{title}x")


def _read_tex(value: str) -> str:
    """Return what TeX prints of a value in braces."""
    assert value.startswith("{") and value.endswith("}")
    commands = {
        "textbackslash": "\\",
        "textbraceleft": "{",
        "textbraceright": "}",
        "textasciitilde": "~",
        "textasciicircum": "^",
    }
    return re.sub(r"\\([a-z]+)\{\}|\\([&%$#_])|([&%$#_~^{}\\])", _printed(commands), value[1:-1])


def _printed(commands: dict[str, str]) -> Callable[[re.Match[str]], str]:
    def printed(match: re.Match[str]) -> str:
        assert not match[3], "a sign that TeX would obey"
        return commands[match[1]] if match[1] else match[2]

    return printed


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str | None] = []
        self.text = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value for name, value in attributes if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


HOSTILE = '<script>alert(1)</script> "><img src=x onerror=alert(1)> &amp; </p>'


def test_html_is_one_page_in_which_nothing_runs() -> None:
    reading = made(text=HOSTILE, title=HOSTILE, source=HOSTILE, author=HOSTILE, hits=((0, 8),))
    page = written("html", [reading, HIT], query=HOSTILE)
    parser = _Tags()
    parser.feed(page)
    assert not {"script", "img", "link", "iframe"} & set(parser.tags)
    assert page.count("default-src 'none'") == 1
    assert parser.text.count("alert(1)</script>") == 5
    assert "<mark>&lt;script&gt;</mark>" in page and "<mark>accord</mark>" in page
    assert "@media print" in page


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "https://a.b/ c", "x"]
)
def test_html_links_to_the_web_alone(url: str) -> None:
    parser = _Tags()
    parser.feed(written("html", [made(url=url), made("b", url="https://example.org/a?b=1&c")]))
    assert parser.links == ["https://example.org/a?b=1&c"]


def test_markdown_marks_hits_and_nothing_of_the_text_is_read_as_markdown() -> None:
    text = written("markdown", [HIT], query="accord *")
    assert text.startswith("# 1 article\n\n- accord \\*\n\n## Accord sur le fleuve\n\n")
    assert "Le Mali a signé un **accord** sur le fleuve.\n\nL’**accord** tient.\n" in text
    hostile = "- un\n1. deux\n    trois\n# quatre\n<b>[cinq](x)</b>\n---"
    assert written("markdown", [made(text=hostile)]).endswith(
        "\\- un\n1\\. deux\ntrois\n\\# quatre\n\\<b\\>\\[cinq\\](x)\\</b\\>\n\\---\n\n"
    )


def test_iramuteq_has_variables_of_letters_and_no_star_in_the_text() -> None:
    text = written(
        "iramuteq", [made("a_b", "Un texte *fort*.", source="L’Écho (du Sud)", day=None)]
    )
    assert (
        text == "**** *id_a_b *source_L_Écho_du_Sud\nAccord sur le fleuve\n\nUn texte ⁎fort⁎.\n\n"
    )


@pytest.mark.parametrize("name", FILES)
def test_nothing_of_an_article_acts_on_a_terminal(name: str) -> None:
    hostile = "Un \x1b]52;c;x\x07 texte \x9b2J \u202e et \ud800 fin."
    reading = made(text=hostile, title=hostile, source=hostile, author=hostile, url=hostile)
    text = written(name, [reading], query=hostile).removeprefix("\ufeff")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", text)


@pytest.mark.parametrize("name", FILES)
def test_matches_are_taken_one_by_one(name: str) -> None:
    taken = 0

    def readings() -> Iterator[Reading]:
        nonlocal taken
        for at in range(50):
            taken += 1
            yield made(f"n{at}", title=f"n{at}")

    pieces = BY_NAME[name].pieces(readings(), About(Request(), 50))
    for piece in pieces:
        if "n3" in piece:
            break
    assert taken <= 5
