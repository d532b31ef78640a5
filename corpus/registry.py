"""The registry of formats: which module reads each, and which files may hold articles.

Apart from the readers, which a folder in which nothing has changed does without.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from corpus.messages import message

if TYPE_CHECKING:
    from corpus.article import Rejection
    from corpus.formats.fields import RawArticle
    from corpus.formats.head import Head


class Reader(Protocol):
    """What the module of a format gives."""

    def recognises(self, head: "Head") -> bool:
        """Tell whether a file that begins so is of the format."""

    def read_articles(self, path: Path, file: str) -> "Iterator[RawArticle | Rejection]":
        """Yield the articles of a file, and what of it could not be read."""


@cache
def _imported(module: str) -> Reader:
    return cast(Reader, import_module(f"corpus.formats.{module}"))


class Format(NamedTuple):
    """A format, and where its reader is."""

    module: str
    """Of `corpus.formats`; imported when the first file that may be of the format is read."""
    name: str
    suffixes: str
    """Files of other suffixes are not of the format."""
    may_be_empty: bool = False
    """Whether a file without articles is no fault."""

    @property
    def reader(self) -> Reader:
        """The module."""
        return _imported(self.module)


# The first that recognises a file reads it; so the strict ones come before those that take all.
_FORMATS = (
    Format("europresse", message("Europresse export"), ".html .htm .xhtml .txt"),
    Format("factiva", message("Factiva export"), ".html .htm .xhtml .txt"),
    Format("lexisnexis", message("LexisNexis export"), ".txt .html .htm"),
    Format("nexis_uni", message("Nexis Uni export"), ".docx"),
    Format("word", message("Word document"), ".docx"),
    Format("factiva_xml", message("Factiva export"), ".xml"),
    Format("feed", message("feed"), ".xml .rss .atom .rdf"),
    Format("web_page", message("web page"), ".html .htm .xhtml"),
    Format("mhtml", message("web page"), ".mhtml .mht"),
    Format("warc", message("web archive"), ".warc .gz"),
    Format("epub", message("electronic book"), ".epub"),
    Format("pdf", message("PDF"), ".pdf"),
    Format("mail", message("mail"), ".eml .mbox .mbx"),
    Format("packed", message("archive"), ".zip .gz"),
    Format("ris", message("references in RIS"), ".ris .txt"),
    Format("iramuteq", message("IRaMuTeQ corpus"), ".txt"),
    Format("json_lines", message("JSON lines"), ".jsonl .ndjson .json"),
    Format("json_file", message("JSON file"), ".json"),
    Format("txm", message("TXM metadata"), ".csv", may_be_empty=True),
    Format("tables", message("table"), ".csv .tsv"),
    Format("article_file", message("article in Markdown"), ".md"),
    Format("plain", message("text file"), ".txt .md"),
)

_BY_SUFFIX: dict[str, tuple[Format, ...]] = {
    suffix: tuple(f for f in _FORMATS if suffix in f.suffixes.split())
    for suffix in " ".join(f.suffixes for f in _FORMATS).split()
}
_NOT_ARTICLES = re.compile(r"\.|README|LICENSE|(?i:README|LICENSE)(?:\.|\Z)")
_OWN_FILES = ".toml"

METADATA = "metadata.csv"
"""A table of this name may tell of the text files beside it (TXM)."""

NOT_READ = message("not a format that is read")
"""Why a file of another suffix is left aside."""


def suffix_of(path: Path | str) -> str:
    """Return the last suffix of a name, in lower case, with its dot; "" where it has none."""
    _, dot, suffix = str(path).rpartition(".")  # an eighth of the time of Path.suffix
    return dot + suffix.lower()


def is_candidate(path: Path | str) -> bool:
    """Tell by its suffix whether the file at `path` may hold articles."""
    return suffix_of(path) in _BY_SUFFIX


def is_no_article(file: str) -> bool:
    """Tell by its name whether `file` is passed over in silence: a README, a dot file, TOML."""
    if _NOT_ARTICLES.match(file, file.rfind("/") + 1):
        return True
    return file.endswith(_OWN_FILES) or file.startswith("__MACOSX/")


def candidates(path: Path) -> tuple[Format, ...]:
    """Return the formats that the file at `path` may be of, by its suffix, the strictest first."""
    return _BY_SUFFIX.get(suffix_of(path), ())
