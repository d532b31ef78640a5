"""What the shell offers at Tab: names, words and ids out of the index as it is."""

import os
import re
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.locale import ngettext
from app.saved import SavedSearches
from index.filter import Facet

if TYPE_CHECKING:  # loaded at Tab, not with every verb
    from click.shell_completion import CompletionItem

    from index.reader import Reader

_Offered = tuple[str, int | None]
"""A text and how many articles have it, where that is known."""
Complete = Callable[[click.Context, click.Parameter, str], "list[CompletionItem[str]]"]

_SAFE = re.compile(r"[\w '’.,-]*\w[\w '’.,-]*")
"""Names come from articles: what means more to a shell or a terminal is not offered."""
_BASH = "bash_complete"
_TO_ESCAPE = re.compile(r"([ '])")


def names(facet: Facet | None) -> Complete:
    """Return what completes a name of `facet`, or of an actor of any kind."""
    return _from_index(
        lambda reader, start: ((n.value, n.count) for n in reader.names(start, facet))
    )


def words() -> Complete:
    """Return what completes a word of a query."""
    return _from_index(
        lambda reader, start: (
            (start[: c.start] + c.text, c.count) for c in reader.complete(start) if not c.facet
        )
    )


def saved() -> Complete:
    """Return what completes the name of a saved search."""
    return _quietly(
        lambda corpus, start: (
            (name, None) for name in SavedSearches(corpus).all() if name.startswith(start)
        )
    )


def ids() -> Complete:
    """Return what completes the id of an article."""
    return _from_index(lambda reader, start: ((id, None) for id in reader.ids(start)))


def _from_index(
    find: "Callable[[Reader, str], Iterable[_Offered]]",
) -> Complete:
    def read(corpus: Path, typed: str) -> list[_Offered]:
        from index.location import locate
        from index.reader import Reader

        reader = Reader.open(locate(corpus))
        if reader is None:
            return []
        with closing(reader):
            return list(find(reader, typed))

    return _quietly(read)


def _quietly(find: Callable[[Path, str], Iterable[_Offered]]) -> Complete:
    def complete(
        context: click.Context, _parameter: click.Parameter, typed: str
    ) -> "list[CompletionItem[str]]":
        from click.shell_completion import CompletionItem

        with suppress(Exception):  # a shell at Tab is no place for a complaint
            corpus = context.find_root().params["corpus"].expanduser()
            return [
                CompletionItem(_escaped(text), help=_articles(count))
                for text, count in find(corpus, typed)
                if _SAFE.fullmatch(text)
            ]
        return []

    return complete


def _articles(count: int | None) -> str | None:
    if count is None:
        return None
    return ngettext("{n} article", "{n} articles", count).format(n=count)


def _escaped(text: str) -> str:
    """Return `text` as the shell is to read it: zsh and fish see to that themselves."""
    if os.environ.get("_VISAVIS_COMPLETE") != _BASH:
        return text
    return _TO_ESCAPE.sub(r"\\\\\1", text)  # one of the two is taken by click's script
