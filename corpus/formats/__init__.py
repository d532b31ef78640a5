"""The formats that articles come in, one reader each; the registry of them is `corpus.registry`.

A reader is a module with two functions: `recognises(head)` tells by the structure of a file's
beginning whether it is of the format, and `read_articles(path, file)` yields its articles in
order and what could not be read, naming the file by `file`. It may raise OSError and `NotText`.
"""

import logging
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.article import Rejection
from corpus.formats.fields import LARGEST, RawArticle
from corpus.formats.head import Head
from corpus.messages import message
from corpus.registry import METADATA, NOT_READ, Format, candidates, is_candidate, is_no_article
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


def read(path: Path, file: str) -> Reading:
    """Return what the file at `path` is, and its articles in order with what could not be read.

    Never raises for what the file holds or how it fails; rejections name it by `file`.
    """
    try:
        head = Head.of(path)
        found = next((f for f in candidates(path) if _recognises(f, head)), None)
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
        return next((f for f in candidates(inner.path) if _recognises(f, inner)), None)
    return None


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
