"""Text files of one article each: `.txt` and `.md`."""

from collections.abc import Iterator
from pathlib import Path

from corpus.article import Rejection
from corpus.formats.fields import LARGEST, NO_TEXT, TOO_LARGE, RawArticle
from corpus.formats.head import Head
from corpus.formats.headers import read_opening
from corpus.formats.txm import declared_beside
from corpus.messages import message
from corpus.text import NotText, decode

_BROKEN_FRONT = message("front matter with a line that cannot be understood; the article was read")


def recognises(head: Head) -> bool:
    """Take any text; what is none is told when it is read."""
    return True


def read_articles(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield the article of the file at `path`, and what of it could not be read.

    Rejections name the file by `file`. Raises OSError.
    """
    with path.open("rb") as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        yield Rejection(file, None, TOO_LARGE)
        return
    try:
        opening = read_opening(decode(data))
    except NotText as error:
        yield Rejection(file, None, error.reason)
        return
    if opening.broken_line is not None:
        yield Rejection(file, opening.broken_line, _BROKEN_FRONT, lost=0)
    if opening.body.strip():
        declared = {**declared_beside(path), **opening.declared}
        yield RawArticle(opening.body, declared, position=0, alone=True)
    else:
        yield Rejection(file, None, NO_TEXT)
