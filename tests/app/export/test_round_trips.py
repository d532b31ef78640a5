"""What is written, a folder reads back, as far as the format carries it."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article, How
from corpus.bylines import authors
from index.answer import Reading
from tests.app.export.support import made, read_back

SENTENCES = (
    "Le gouvernement a signé un accord sur le partage des eaux du fleuve avec ses voisins.",
    "« Nous n’avons rien cédé », a répété la ministre, qui parle d’une étape décisive.",
    "Selon lui, 50 % des 12 000 hommes [dont des volontaires] {armés} sont restés à l'arrière.",
    "La pêche reste interdite jusqu’à l’été ; les pêcheurs, eux, n’y croient guère.",
    "Le budget = 3 * 4 milliards, écrit-il en \\note_1 & ~2, sans plus d’explication.",
    "Les œuvres d’Élise & Cie seront vendues à Ségou, puis à Kayes, avant la saison des pluies.",
)
_TEXTS = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True).map(" ".join),
    min_size=1,
    max_size=4,
    unique=True,
).map("\n\n".join)
_TITLES = (
    "L’accord, enfin ?",
    "Pêche\u00a0: 50 % de moins",
    "{Le} fleuve_noir & l’été",
    "La pluie arrive à Ségou",
)
_SOURCES = ("Le Rail", "L’Écho du Sud", "Mali-Info 24", "La Tribune du Fleuve")
_BYLINES = ("Awa Sidibé", "Awa Sidibé et Jean-Marc Le Roux", "AFP", "La rédaction du Rail")

_MATCHES = st.lists(
    st.builds(
        made,
        text=_TEXTS,
        title=st.sampled_from(_TITLES),
        day=st.none() | st.dates(date(1980, 1, 1), date(2025, 12, 31)),
        how=st.sampled_from([How.STATED, How.INFERRED]),
        source=st.sampled_from(_SOURCES) | st.none(),
        author=st.sampled_from(_BYLINES) | st.none(),
        url=st.just("https://example.org/a_b?c=1&d=%20#e") | st.none(),
        id=st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda reading: reading.article.id,
)


def same(value: object) -> object:
    return value


def its_words(value: object) -> object:
    return re.findall(r"[\w.-]+", value) if isinstance(value, str) else value


def people(value: object) -> object:
    return authors(value) if isinstance(value, str) else value


Carried = dict[str, Callable[[object], object]]

CARRIED: dict[str, Carried] = {
    "jsonl": dict.fromkeys(
        ("id", "title", "date", "source", "agency", "author", "url", "paragraphs", "stub"), same
    ),
    "csv": dict.fromkeys(
        ("id", "title", "date", "source", "agency", "author", "url", "paragraphs"), same
    ),
    "txm": dict.fromkeys(("id", "title", "date", "source", "author", "url", "paragraphs"), same),
    "ris": {**dict.fromkeys(("id", "title", "date", "source", "url"), same), "author": people},
    "csl-json": {**dict.fromkeys(("id", "title", "date", "source", "url"), same), "author": people},
    "iramuteq": {"id": same, "date": same, "source": its_words, "author": its_words},
}
"""What of an article each format carries, and as what it is the same."""


def values(articles: list[Article], carried: Carried) -> list[dict[str, object]]:
    by_id = sorted(articles, key=lambda article: article.id)
    return [
        {field: form(getattr(article, field)) for field, form in carried.items()}
        for article in by_id
    ]


@pytest.mark.parametrize("name", CARRIED)
@settings(max_examples=25)
@given(readings=_MATCHES)
def test_what_is_written_is_read_back(name: str, readings: list[Reading]) -> None:
    with TemporaryDirectory() as folder:
        back = read_back(name, readings, Path(folder) / "corpus")
    assert values(back, CARRIED[name]) == values([r.article for r in readings], CARRIED[name])


def test_jsonl_keeps_stubs_and_articles_without_a_title(tmp_path: Path) -> None:
    stub = made("renvoi", "", title="Un renvoi", stub=True)
    bare = made("sans-titre", SENTENCES[0], title=None, day=None, source=None)
    first, second = read_back("jsonl", [stub, bare], tmp_path / "corpus")
    assert (first.id, first.title, first.paragraphs, first.stub) == (
        "renvoi",
        "Un renvoi",
        (),
        True,
    )
    assert (second.title, second.paragraphs, second.stub) == (None, (SENTENCES[0],), False)


def test_jsonl_keeps_what_others_would_obey(tmp_path: Path) -> None:
    text = "Un texte <br>nu, \x9b2J avec \u202eun renversement et \u2028 une fin de ligne étrange."
    (back,) = read_back("jsonl", [made(text=text)], tmp_path / "corpus")
    assert back.text == text


@pytest.mark.parametrize("name", ["ris", "csl-json"])
def test_references_are_stubs_with_the_beginning_of_the_text(name: str, tmp_path: Path) -> None:
    long = "\n\n".join(SENTENCES * 3)
    (back,) = read_back(name, [made(text=long)], tmp_path / "corpus")
    assert back.stub
    assert long.replace("\n\n", " ").startswith(back.text.removesuffix(" …").replace("\n\n", " "))


def test_iramuteq_keeps_the_words_of_title_and_text(tmp_path: Path) -> None:
    (back,) = read_back("iramuteq", [made(text=SENTENCES[0])], tmp_path / "corpus")
    assert (back.title, back.paragraphs) == ("Accord sur le fleuve", (SENTENCES[0],))


def test_txm_writes_no_text_that_would_be_passed_over(tmp_path: Path) -> None:
    (back,) = read_back("txm", [made("readme")], tmp_path / "corpus")
    assert (back.title, back.source) == ("Accord sur le fleuve", "La Tribune du Fleuve")
