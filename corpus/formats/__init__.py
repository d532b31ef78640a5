"""The formats that articles come in, one reader each, and the registry of them.

A reader is a module with two functions: `recognises(head)` tells by the structure of a file's
beginning whether it is of the format, and `read_articles(path, file)` yields its articles in
order and what could not be read, naming the file by `file`. It may raise OSError and `NotText`.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from corpus.article import Rejection
from corpus.formats.fields import LARGEST, RawArticle
from corpus.formats.head import Head, suffix_of
from corpus.messages import message
from corpus.text import NotText

__all__ = [
    "LARGEST",
    "METADATA",
    "NOT_READ",
    "RawArticle",
    "Reading",
    "is_candidate",
    "is_no_article",
    "read",
]


class Reader(Protocol):
    """What the module of a format gives."""

    def recognises(self, head: Head) -> bool:
        """Tell whether a file that begins so is of the format."""

    def read_articles(self, path: Path, file: str) -> Iterator[RawArticle | Rejection]:
        """Yield the articles of a file, and what of it could not be read."""


@cache
def _imported(module: str) -> Reader:
    return cast(Reader, import_module(f"corpus.formats.{module}"))


@dataclass(frozen=True, slots=True)
class Format:
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

_NO_PERMISSION = message("no permission to read it")
_UNREADABLE = message("it cannot be read from the disk")
_UNKNOWN = message("its structure is that of no format that is read")
_NOTHING = message("no article was found in it")
_BROKEN = message("it is damaged; what follows could not be read")

_NO_CHARACTER = "\ufffd"

_log = logging.getLogger(__name__)
for _library in ("trafilatura", "htmldate", "courlan", "justext", "pypdf", "charset_normalizer"):
    # Without a handler, what they say of a file would be written to the terminal.
    logging.getLogger(_library).addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Reading:
    """One file while it is read: what it is, and what comes out of it."""

    format: str | None
    """The name of its format; None where it has none."""
    items: Iterator[RawArticle | Rejection]

    def __iter__(self) -> Iterator[RawArticle | Rejection]:
        return self.items


def is_candidate(path: Path | str) -> bool:
    """Tell by its suffix whether the file at `path` may hold articles."""
    return suffix_of(path) in _BY_SUFFIX


def is_no_article(file: str) -> bool:
    """Tell by its name whether `file` is passed over in silence: a README, a dot file, TOML."""
    if _NOT_ARTICLES.match(file, file.rfind("/") + 1):
        return True
    return file.endswith(_OWN_FILES) or file.startswith("__MACOSX/")


def read(path: Path, file: str) -> Reading:
    """Return what the file at `path` is, and its articles in order with what could not be read.

    Never raises for what the file holds or how it fails; rejections name it by `file`.
    """
    try:
        head = Head.of(path)
        found = next((f for f in _candidates(path) if _recognises(f, head)), None)
    except OSError as error:
        return Reading(None, iter([Rejection(file, None, _why(error))]))
    if found is None:
        reason = _UNKNOWN if is_candidate(path) else NOT_READ
        return Reading(None, iter([Rejection(file, None, reason)]))
    return Reading((_within(head) or found).name, _items(found, path, file))


def _within(head: Head) -> Format | None:
    """Return the format of what a packed file holds, where its beginning tells."""
    inner = head.unpacked()
    if inner is None:
        return None
    with suppress(OSError):  # of formats that look further into the file
        return next((f for f in _candidates(inner.path) if _recognises(f, inner)), None)
    return None


def _candidates(path: Path) -> tuple[Format, ...]:
    return _BY_SUFFIX.get(suffix_of(path), ())


def _recognises(format_: Format, head: Head) -> bool:
    try:
        return format_.reader.recognises(head)
    except (OSError, ImportError):
        raise
    except Exception:
        _log.debug("%s: %s", head.path, format_.module, exc_info=True)
        return False


def _items(found: Format, path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    empty = True
    try:
        for item in found.reader.read_articles(path, file):
            empty = False
            yield _without_nuls(item) if isinstance(item, RawArticle) else item
    except NotText as error:
        yield Rejection(file, None, error.reason)
    except OSError as error:
        yield Rejection(file, None, _why(error))
    except ImportError:  # a broken installation is no fault of the file
        raise
    except Exception:  # parsers of others raise what they like, and no file may cost the folder
        _log.debug("%s: %s", file, found.module, exc_info=True)
        yield Rejection(file, None, _BROKEN)
    else:
        if empty and not found.may_be_empty:
            yield Rejection(file, None, _NOTHING)


def _without_nuls(article: RawArticle) -> RawArticle:
    """Return `article` with NULs, which ends and separators are made of further on, replaced."""
    if not any("\0" in value for value in (article.text, *article.declared.values())):
        return article
    declared = {
        field: value.replace("\0", _NO_CHARACTER) for field, value in article.declared.items()
    }
    return replace(article, text=article.text.replace("\0", _NO_CHARACTER), declared=declared)


def _why(error: OSError) -> str:
    return _NO_PERMISSION if isinstance(error, PermissionError) else _UNREADABLE
