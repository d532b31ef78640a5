"""The fields of an article as files name them, in French and English."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from corpus.article import Dropped, How
from corpus.folding import fold_name
from corpus.messages import message
from corpus.text import NotText, normalise

LARGEST = 20 * 1024 * 1024
"""How many bytes an article's file, how many characters a line or cell of a table may hold."""

NO_TEXT = message("it holds no text")
"""Why an article is not read."""

TOO_LARGE = message("larger than 20 MB")
"""Why a file that can only be read at once is not."""

NO_COLUMN = message("no column of texts; it needs one called text, texte, body, content or contenu")
"""Why a table is not read."""

_LONGEST_NAME = 60
_NULS = message("it holds NUL characters")

# In order of preference: the first that is not blank gives the value.
_NAMES = {
    "text": "text texte body content contenu fulltext textetintegral articlebody articletext"
    " maintext corps corpsdutexte article",
    "title": "title titre headline articletitle head heading",
    "date": "date published datepublished publisheddate publicationdate datepublication"
    " datedepublication pubdate publishedat publieele publiele dateparution datedeparution",
    "source": "source sourcename outlet journal newspaper publication publicationname media"
    " publisher",
    "agency": "agency newsagency agence agencedepresse",
    "author": "author authors auteur auteurs byline signature journaliste",
    "url": "url link lien href permalink sourceurl articleurl",
    "id": "id docid documentid articleid identifiant uid guid",
}
_FIELD_OF = {name: field for field, names in _NAMES.items() for name in names.split()}
_RANK = {name: rank for names in _NAMES.values() for rank, name in enumerate(names.split())}


@dataclass(frozen=True, slots=True)
class Dated:
    """How the declared date became known, where the file was written by this program."""

    how: How
    rule: str
    words: str
    """Those that justify it."""
    candidates: tuple[str, ...] = ()
    """Other days that they allow (ISO 8601)."""


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article as its file holds it, before the page around it is cleaned away."""

    text: str
    """In NFC, line ends "\\n"; blank only in a stub."""
    declared: Mapping[str, str]
    """What the file says of it: title, date, source, agency, author, url, id; none blank."""
    position: int
    """Which article of the file, from 0."""
    alone: bool = False
    """Whether its file holds nothing else, so that the file's name tells of it."""
    stub: bool = False
    """Whether the file holds only a reference to the article, or its beginning."""
    date_lines: tuple[str, ...] = ()
    """What else in the file states the date: a check, or the date where none is declared."""
    rules: Mapping[str, str] = field(default_factory=dict)
    """How a declared value was found, where it is not simply written as one: by field."""
    left_out: tuple[Dropped, ...] = ()
    """What the file holds beside the article: captions, notes, a rubric."""
    is_clean: bool = False
    """Whether the page around the article is gone already, and its text stays as it is."""
    dated: Dated | None = None
    """How the declared date is known, where it is not simply declared."""


def name_key(name: str) -> str:
    """Return the form that names are compared by: "Date_Published" → "datepublished"."""
    return fold_name(name).replace(" ", "")


@lru_cache(maxsize=1_024)
def field_of(name: str) -> str | None:
    """Return the field that a column, key or header line called `name` gives; None if unknown."""
    return _FIELD_OF.get(name_key(name)) if len(name) <= _LONGEST_NAME else None


@lru_cache(maxsize=256)
def columns(names: tuple[str, ...]) -> Mapping[str, tuple[int, ...]]:
    """Return the places in `names` that give each field, best first."""
    places: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        if field := field_of(name):
            places.setdefault(field, []).append(place)
    return {
        field: tuple(sorted(found, key=lambda place: _RANK[name_key(names[place])]))
        for field, found in places.items()
    }


def article_of(
    names: tuple[str, ...], values: Sequence[str], position: int, *, stub: bool = False
) -> RawArticle:
    """Return the article of one row of a table, whose columns are called `names`.

    Raises `NotText` for a row without a text, where it is not a stub with a title, or with NULs.
    """
    found = {field: _first_filled(values, places) for field, places in columns(names).items()}
    text = found.pop("text", "")
    if not text and not (stub and found.get("title")):
        raise NotText(NO_TEXT)
    if any("\0" in value for value in (text, *found.values())):
        raise NotText(_NULS)
    return RawArticle(normalise(text), declared_by(found.items()), position, stub=stub)


def _first_filled(values: Sequence[str], places: Iterable[int]) -> str:
    return next((values[place] for place in places if values[place].strip()), "")


def declared_by(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the fields, text aside, that names and values give; the first of a field counts."""
    declared: dict[str, str] = {}
    for name, value in pairs:
        field, line = field_of(name), one_line(value)
        if field and field != "text" and line:
            declared.setdefault(field, line)
    return declared


def one_line(value: str) -> str:
    """Return `value` normalised and stripped, its line ends made spaces."""
    return " ".join(filter(None, map(str.strip, normalise(value).split("\n"))))
