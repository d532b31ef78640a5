"""Articles as Markdown files: what is written is read back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article import Article, Evidence, How, Origin
from corpus.formats import RawArticle
from corpus.formats.article_file import as_file
from corpus.formats.fields import one_line
from corpus.identity import plain
from corpus.paragraphs import split_paragraphs
from corpus.reading import read_article
from corpus.text import NotText, normalise
from tests.corpus.formats.reading import taken_from

TODAY = date(2026, 11, 1)
KEY = "0123456789abcdef"

PORT = Article(
    id="news-20240303-tf-1",
    title="Un port : « enfin » ?",
    paragraphs=("- Un port sera construit au nord.", "PARTAGEZ !", "*Lire aussi* : autre chose"),
    origin=Origin("x.html"),
    date=date(2024, 3, 3),
    source="La Tribune du Fleuve",
    agency="APA",
    author="Awa Diarra, Jean Le Roux",
    url="https://example.org/port?a=1#b",
    evidence=(Evidence("date", How.DECLARED, "document number", "news·20240303·TF·1"),),
)


def back(article: Article, folder: Path) -> Article:
    known, [raw], rejections = taken_from(folder, "port.md", as_file(article, KEY))
    assert (known, rejections) == ("article in Markdown", [])
    return read_article(raw, "port.md", taken=set[str]().__contains__, period=None, today=TODAY)


def values(article: Article) -> dict[str, object]:
    names = "id title paragraphs date date_candidates date_evidence source agency author url stub"
    return {name: getattr(article, name) for name in names.split()}


def test_an_article_is_read_back_as_it_was(tmp_path: Path) -> None:
    assert values(back(PORT, tmp_path)) == values(PORT)


def test_a_next_line_character_in_a_field_is_read_back(tmp_path: Path) -> None:
    article = replace(PORT, author="Awa\x85Diarra")
    assert values(back(article, tmp_path)) == values(article)


def test_the_file_can_be_read_by_people_and_by_markdown(tmp_path: Path) -> None:
    assert as_file(replace(PORT, agency=None), KEY) == (
        "---\n"
        "title: 'Un port : « enfin » ?'\n"
        "date: 2024-03-03\n"
        "source: La Tribune du Fleuve\n"
        "author: Awa Diarra, Jean Le Roux\n"
        "url: https://example.org/port?a=1#b\n"
        "id: news-20240303-tf-1\n"
        f"imported: {KEY}\n"
        "---\n\n"
        "\\- Un port sera construit au nord.\n\nPARTAGEZ !\n\n\\*Lire aussi\\* : autre chose\n"
    )


def test_an_inferred_date_stays_inferred_with_its_words_and_the_other_days(tmp_path: Path) -> None:
    evidence = Evidence("date", How.INFERRED, "weekday", "mardi 10 octobre")
    other = date(2017, 10, 10)
    article = replace(PORT, date=date(2023, 10, 10), date_candidates=(other,), evidence=(evidence,))
    found = back(article, tmp_path)
    assert values(found) == values(article)
    assert [e for e in found.evidence if e.field == "date"] == [evidence]


def test_a_declared_date_that_is_none_stays_one(tmp_path: Path) -> None:
    unread = Evidence("unread date", How.DECLARED, "declared", "un jour")
    article = replace(PORT, date=None, evidence=(unread,))
    found = back(article, tmp_path)
    assert found.date is None
    assert unread in found.evidence


def test_a_stub_stays_one(tmp_path: Path) -> None:
    article = replace(PORT, paragraphs=(), stub=True)
    assert values(back(article, tmp_path)) == values(article)


def test_a_date_changed_by_hand_is_read_as_any_other(tmp_path: Path) -> None:
    evidence = Evidence("date", How.INFERRED, "weekday", "mardi 10 octobre")
    text = as_file(replace(PORT, evidence=(evidence,)), KEY)
    for day, expected in [("3 avril 2024", date(2024, 4, 3)), ("2031-01-01", None)]:
        changed = text.replace("2024-03-03", day)
        _, [raw], _ = taken_from(tmp_path, "port.md", changed)
        found = read_article(
            raw, "port.md", taken=set[str]().__contains__, period=None, today=TODAY
        )
        assert found.date == expected


@pytest.mark.parametrize(
    "broken",
    [
        ("title: 'Un port", "title: 'Un' port"),
        ("---\n\n", "\n"),
        ("imported", "brought"),
    ],
)
def test_front_matter_broken_by_hand_costs_no_article(
    broken: tuple[str, str], tmp_path: Path
) -> None:
    _, articles, _ = taken_from(tmp_path, "port.md", as_file(PORT, KEY).replace(*broken))
    assert [article.is_clean for article in articles] == [False]


def test_a_title_too_long_for_front_matter_is_refused() -> None:
    with pytest.raises(NotText, match="too long"):
        as_file(replace(PORT, title="a" * 70_000), KEY)


LINES = st.text(max_size=60).map(normalise).map(one_line).filter(lambda line: "\0" not in line)
OPTIONAL = st.none() | LINES.filter(bool)
TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("\n\n\n -#>*_[]`\\&;:'\"1.)=\t\u00a0\u2028\x85")),
    max_size=300,
).map(lambda text: normalise(text.replace("\0", "")))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    title=OPTIONAL,
    source=OPTIONAL,
    author=OPTIONAL,
    text=TEXTS,
    id=st.text(max_size=80).map(plain).filter(bool),
    day=st.none() | st.dates(date(1900, 1, 1), TODAY),
    how=st.sampled_from(How),
)
def test_any_article_is_read_back(
    tmp_path: Path,
    title: str | None,
    source: str | None,
    author: str | None,
    text: str,
    id: str,
    day: date | None,
    how: How,
) -> None:
    raw = RawArticle(text, {}, 0, is_clean=True)
    paragraphs = tuple(split_paragraphs(raw.text))
    article = Article(
        id, title, paragraphs, Origin("a"), date=day, source=source, author=author,
        stub=not paragraphs,
        evidence=(Evidence("date", how, "weekday", "lundi"),) if day else (),
    )  # fmt: skip
    found = back(article, tmp_path)
    if day is None:
        found = replace(found, date=None, date_candidates=(), evidence=())
    assert values(found) == values(article)
