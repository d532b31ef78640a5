import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from corpus.article import Rejection
from corpus.formats import RawArticle, is_candidate, read
from corpus.formats.fields import LARGEST

BROKEN = "a broken row, left out with what follows up to the next whole row"


def read_bytes(folder: Path, name: str, data: bytes) -> list[RawArticle | Rejection]:
    path = folder / name
    path.write_bytes(data)
    return list(read(path, name))


def texts(results: Sequence[RawArticle | Rejection]) -> list[str]:
    return [result.text for result in results if isinstance(result, RawArticle)]


def rejections(results: Sequence[RawArticle | Rejection]) -> list[tuple[int | None, str]]:
    return [(r.line, r.reason) for r in results if isinstance(r, Rejection)]


@pytest.mark.parametrize(
    "name", ["a.txt", "a.TXT", "a.md", "a.jsonl", "a.csv", "a.b.tsv", "a.html"]
)
def test_known_suffixes_are_candidates(name: str) -> None:
    assert is_candidate(Path(name))


@pytest.mark.parametrize("name", ["a.png", "a", "a.tar", "txt"])
def test_other_files_are_not(name: str, tmp_path: Path) -> None:
    assert not is_candidate(Path(name))
    assert rejections(read_bytes(tmp_path, name, b"x")) == [(None, "not a format that is read")]


def test_a_text_file_is_one_article(tmp_path: Path) -> None:
    data = "Titre : Une visite\n\nLe ministre est arrivé.\n".encode("cp1252")
    [article] = read_bytes(tmp_path, "a.txt", data)
    assert isinstance(article, RawArticle)
    assert article.text.strip() == "Le ministre est arrivé."
    assert article.declared == {"title": "Une visite"}
    assert article.position == 0


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it holds no text"),
        (b" \n\xc2\xa0\n", "it holds no text"),
        (b"Titre : seul\n", "it holds no text"),
        (bytes(range(256)), "not text, but binary data"),
        (b"a" * (LARGEST + 1), "larger than 20 MB"),
    ],
    ids=["empty", "blank", "a header alone", "binary", "large"],
)
def test_a_text_file_without_an_article_is_rejected(
    data: bytes, reason: str, tmp_path: Path
) -> None:
    assert read_bytes(tmp_path, "a.txt", data) == [Rejection("a.txt", None, reason)]


def test_broken_front_matter_is_told_and_the_article_is_read(tmp_path: Path) -> None:
    results = read_bytes(tmp_path, "a.md", b"---\ntitle: Une: visite\n]]\n---\nLe texte.")
    assert texts(results) == ["Le texte."]
    assert [line for line, _ in rejections(results)] == [3]


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.jsonl"])
def test_a_missing_or_closed_file_is_a_rejection(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert rejections(list(read(tmp_path / name, name))) == [
        (None, "it cannot be read from the disk")
    ]

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert rejections(list(read(tmp_path / name, name))) == [(None, "no permission to read it")]


def test_json_lines(tmp_path: Path) -> None:
    rows = [
        {"titre": "Une visite", "texte": "Un\u2028deux.", "id": 12, "auteurs": ["A", "B"]},
        {"text": ["Premier.", "Second."], "source": {"id": None, "name": "Le Fleuve"}},
    ]
    data = "\n\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    first, second = read_bytes(tmp_path, "a.jsonl", data.encode())
    assert isinstance(first, RawArticle)
    assert isinstance(second, RawArticle)
    assert first.text == "Un\u2028deux."
    assert first.declared == {"title": "Une visite", "id": "12", "author": "A, B"}
    assert second.text == "Premier.\n\nSecond."
    assert second.declared == {"source": "Le Fleuve"}
    assert (first.position, second.position) == (0, 1)


def test_broken_json_lines_are_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = [
        '{"text": "Un."}',
        '{"text": "Deux.',
        "[1, 2]",
        '{"title": "sans texte"}',
        '{"text": ""}',
        '{"text": "\\u0000"}',
        '{"text": NaN}',
        '{"a":' * 5_000,
        '{"text": "Trois \\ud83d"}',
    ]
    results = read_bytes(tmp_path, "a.jsonl", "\r\n".join(lines).encode())
    assert texts(results) == ["Un.", "Trois \ufffd"]
    assert sorted(line or 0 for line, _ in rejections(results)) == [2, 3, 4, 5, 6, 7, 8]


def test_a_table_without_a_column_of_texts_says_once_what_it_needs(tmp_path: Path) -> None:
    reason = "no column of texts; it needs one called text, texte, body, content or contenu"
    lines = b'{"title": "a"}\n{"title": "b"}\n'
    assert rejections(read_bytes(tmp_path, "a.jsonl", lines)) == [(1, reason)]
    assert rejections(read_bytes(tmp_path, "a.csv", b"title,date\na,b\nc,d\n")) == [(1, reason)]
    assert rejections(read_bytes(tmp_path, "a.csv", b"")) == [(1, reason)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_csv_of_any_delimiter_and_encoding(delimiter: str, encoding: str, tmp_path: Path) -> None:
    rows = [
        ("Titre", "Publié le", "Contenu"),
        ("Été", "5 mars", '"Un ""mot"".\r\n\r\nDeux, trois; quatre|cinq\tsix."'),
    ]
    data = "\r\n".join(map(delimiter.join, rows)).encode(encoding)
    [article] = read_bytes(tmp_path, "a.csv", data)
    assert isinstance(article, RawArticle)
    assert article.declared == {"title": "Été", "date": "5 mars"}
    assert article.text == 'Un "mot".\n\nDeux, trois; quatre|cinq\tsix.'


def test_excel_may_name_the_delimiter_first(tmp_path: Path) -> None:
    assert texts(read_bytes(tmp_path, "a.csv", b"sep=;\r\ntitre;texte\r\na;Un.\r\n")) == ["Un."]


def test_broken_csv_rows_are_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = [
        "titre,texte",
        "a,Un.",
        'b,"Un "mot" de trop"',
        "c,Deux.",
        "d,",
        "",
        "e,Trois\0.",
        "f,Quatre.,de trop",
        "g,Cinq.",
        'h,"jamais ferm\xe9',
        "i,Six.",
        "j,Sept.",
    ]
    results = read_bytes(tmp_path, "a.csv", "\n".join(lines).encode())
    assert texts(results) == ["Un.", "Deux.", "Cinq.", "Six.", "Sept."]
    assert rejections(results) == [
        (3, BROKEN),
        (5, "it holds no text"),
        (7, "it holds NUL characters"),
        (8, BROKEN),
        (10, BROKEN),
    ]


def test_the_rest_of_a_broken_text_makes_no_articles(tmp_path: Path) -> None:
    data = b'id,titre,texte\n1,a,"Un "mot" cit\xc3\xa9\n\nUne suite, longue\nfin"\n2,b,Deux.\n'
    results = read_bytes(tmp_path, "a.csv", data)
    assert texts(results) == ["Deux."]
    assert rejections(results) == [(2, BROKEN)]


def test_a_short_row_is_whole_if_it_reaches_its_text(tmp_path: Path) -> None:
    assert texts(read_bytes(tmp_path, "a.csv", b"texte,titre,date\nUn.\nDeux.,b\n")) == [
        "Un.",
        "Deux.",
    ]


def test_quotes_in_tsv_may_be_nothing_but_quotes(tmp_path: Path) -> None:
    lines = ["titre\ttexte", '"Un" titre\tUn.', '"Deux\tDeux.', "c\tTrois.", 'd\t"Quatre"', "e\tF."]
    results = read_bytes(tmp_path, "a.tsv", "\n".join(lines).encode())
    assert texts(results) == ["Un.", "Deux.", "Trois.", "Quatre", "F."]
    assert rejections(results) == []


def test_tsv_cells_may_hold_lines(tmp_path: Path) -> None:
    data = b'titre\ttexte\na\t"Un.\n\nDeux."\nb\tTrois.\n'
    assert texts(read_bytes(tmp_path, "a.tsv", data)) == ["Un.\n\nDeux.", "Trois."]


@pytest.mark.parametrize(
    ("name", "data", "after"),
    [
        ("a.jsonl", b'{"text": "' + b"a" * 1_000 + b'"}\n', b'{"text": "Un."}\n'),
        ("a.csv", b"text,id\n" + b"a" * 5_000 + b"\n", b"Un.,1\n"),
        ("b.csv", b'text,id\n"' + b"aaaaaaa\n" * 200 + b'",1\n', b"Un.,1\n"),
    ],
    ids=["line", "row", "cell of many lines"],
)
def test_a_row_over_20_mb_is_left_out(
    name: str, data: bytes, after: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.formats.lines.LARGEST", 1_000)
    results = read_bytes(tmp_path, name, data + after)
    assert [reason for _, reason in rejections(results)] == ["a row longer than 20 MB"]
    assert texts(results) == ["Un."]


def test_a_table_with_quotes_open_everywhere_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.formats.lines._MOST_READ_AGAIN", 1_000)
    results = read_bytes(tmp_path, "a.csv", b"text,id\nUn.,1\n" + b'z","\n' * 300)
    assert texts(results) == ["Un."]
    assert [reason for _, reason in rejections(results)] == [
        BROKEN,
        "too many broken rows; the rest of the table was not read",
    ]


def test_binary_tables_are_rejected(tmp_path: Path) -> None:
    for name in ("a.csv", "a.tsv", "a.jsonl"):
        results = read_bytes(tmp_path, name, bytes(range(256)) * 40)
        assert rejections(results) == [(None, "not text, but binary data")]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["a.txt", "a.md", "a.jsonl", "a.csv", "a.tsv"]),
    st.sampled_from([b"", b"---\n", b"Titre : ", b"text,title\n", b"text\ttitle\n", b'{"text": ']),
    st.one_of(
        st.binary(max_size=200),
        st.text(alphabet='a",;\t\n\r:-#[]{}\\é', max_size=80).map(str.encode),
    ),
)
@example("a.csv", b'text,title\n"', b"")
@example("a.md", b"---\n", b"titre: \xff\n---\n")
def test_nothing_that_a_file_holds_raises(
    tmp_path: Path, name: str, start: bytes, data: bytes
) -> None:
    results = read_bytes(tmp_path, name, start + data)
    assert all(text.strip() and "\0" not in text for text in texts(results))
    positions = [r.position for r in results if isinstance(r, RawArticle)]
    assert positions == list(range(len(positions)))


def test_a_reader_that_breaks_costs_its_file_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(path: Path, file: str) -> Iterator[RawArticle]:
        yield RawArticle("Un.", {}, position=0)
        raise RecursionError

    monkeypatch.setattr("corpus.formats.json_lines.read_articles", breaks)
    results = read_bytes(tmp_path, "a.jsonl", b"{}")
    assert texts(results) == ["Un."]
    assert rejections(results) == [(None, "it is damaged; what follows could not be read")]


def test_a_file_that_yields_nothing_is_told(tmp_path: Path) -> None:
    assert rejections(read_bytes(tmp_path, "a.jsonl", b"\n\n")) == [
        (None, "no article was found in it")
    ]


def test_a_reading_says_what_the_file_is(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("texte\nUn.\n")
    assert read(tmp_path / "a.csv", "a.csv").format == "table"
    assert read(tmp_path / "a.png", "a.png").format is None
