r"""References in BibTeX and BibLaTeX, in UTF-8; the opening is the abstract.

The letters that mean something to TeX are written as commands. Braces too: bibtexparser's own
encoder writes "\}", which BibTeX counts as the end of a field.
"""

from collections.abc import Iterable, Iterator

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field

from app.export import About
from app.export.content import names, one_line, opening
from corpus.bylines import Author, authors
from corpus.text import visible
from index.answer import Reading

_COMMANDS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
_IN_URL = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"})


def pieces(readings: Iterable[Reading], about: About) -> Iterator[str]:
    """Yield the entries."""
    for reading in readings:
        yield write_string(Library([_entry(reading)])) + "\n"


def _entry(reading: Reading) -> Entry:
    article = reading.article
    fields = {
        "author": " and ".join(map(_name, authors(article.author or ""))),
        # In braces of its own: BibTeX would put its capitals into small letters.
        "title": f"{{{_escaped(article.title)}}}" if article.title else "",
        "journal": _escaped(article.source or ""),
        "date": article.date.isoformat() if article.date else "",
        "year": f"{article.date.year:04}" if article.date else "",
        "month": str(article.date.month) if article.date else "",
        "url": visible(article.url or "").translate(_IN_URL),
        "langid": "french",
        "entrysubtype": "newspaper",
        "keywords": _escaped(", ".join(names(reading))),
        "abstract": _escaped(opening(reading)),
    }
    known = [Field(name, value) for name, value in fields.items() if value]
    return Entry("article", article.id, known)


def _name(author: Author) -> str:
    if author.given:
        return f"{_escaped(author.name)}, {_escaped(author.given)}"
    return f"{{{_escaped(author.name)}}}"


def _escaped(text: str) -> str:
    return one_line(text).translate(_COMMANDS)
