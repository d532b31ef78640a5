"""The formats that articles come in, one reader each."""

from collections.abc import Callable, Iterator
from pathlib import Path

from corpus.article import Rejection
from corpus.formats.fields import LARGEST, RawArticle
from corpus.formats.json_lines import read_json_lines
from corpus.formats.plain import TOO_LARGE, read_plain
from corpus.formats.tables import read_table
from corpus.messages import message
from corpus.text import NotText

__all__ = [
    "LARGEST",
    "NOT_READ",
    "TOO_LARGE",
    "RawArticle",
    "holds_one_article",
    "is_candidate",
    "read",
]

_READERS: dict[str, Callable[[Path, str], Iterator[RawArticle | Rejection]]] = {
    ".txt": read_plain,
    ".md": read_plain,
    ".jsonl": read_json_lines,
    ".csv": read_table,
    ".tsv": read_table,
}
NOT_READ = message("not a format that is read")
"""Why a file of another suffix is left aside."""

_NO_PERMISSION = message("no permission to read it")
_UNREADABLE = message("it cannot be read from the disk")


def is_candidate(path: Path | str) -> bool:
    """Tell by its suffix whether the file at `path` may hold articles."""
    return _suffix(path) in _READERS


def holds_one_article(path: Path | str) -> bool:
    """Tell by its suffix whether the file at `path` is one article, not a table of them."""
    return _READERS.get(_suffix(path)) is read_plain


def _suffix(path: Path | str) -> str:
    _, dot, suffix = str(path).rpartition(".")  # an eighth of the time of Path.suffix
    return dot + suffix.lower()


def read(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield the articles of the file at `path` in order, and what of it could not be read.

    Never raises for what the file holds or how it fails; rejections name it by `file`.
    """
    reader = _READERS.get(_suffix(path))
    if reader is None:
        yield Rejection(file, None, NOT_READ)
        return
    try:
        yield from reader(path, file)
    except NotText as error:
        yield Rejection(file, None, error.reason)
    except PermissionError:
        yield Rejection(file, None, _NO_PERMISSION)
    except OSError:
        yield Rejection(file, None, _UNREADABLE)
