"""What every verb works with: the corpus, brought up to date, and a reader of its index."""

from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn
from unicodedata import normalize

import click

from app.command.output import narrate, narrate_place
from app.command.progress import ProgressLine
from app.locale import _
from corpus.folder import CorpusError
from corpus.values import frozen
from index.generation import Generation, Untrusted, current_number
from index.location import LocationError, locate
from index.query.language import QueryError
from index.reader import Reader
from index.store import AmbiguousArticle, UnknownArticle
from index.update import Locked, bring_up_to_date

NOTHING, USAGE, UNREADABLE = 1, 2, 3
"""Exit statuses: nothing matched; wrong usage; the corpus can't be read."""

QUICK = 200
"""In how many articles a verb looks for actors before it answers."""


@frozen
class Session:
    """One run of the command on one corpus."""

    corpus: Path

    def reader(self, *, update: bool) -> Reader:
        """Return a reader of the index, brought up to date first if `update` says so."""
        generation = self.update(most_pending=QUICK) if update else None
        reader = self.open(generation)
        if reader.pending:
            narrate(
                "The actors of {pending} articles are not known yet: visavis index finds them",
                pending=str(reader.pending),
            )
        if reader.events_pending:
            narrate(
                "The dates in {pending} articles are not read yet: visavis index reads them",
                pending=str(reader.events_pending),
            )
        if reader.quotations_pending:
            narrate(
                "Who says what in {pending} articles is not read yet: visavis index reads it",
                pending=str(reader.quotations_pending),
            )
        return reader

    def update(
        self, *, rebuild: bool = False, most_pending: int | None = None
    ) -> Generation | None:
        """Bring the index up to date, telling how far it is; return the state in force.

        None where another process is writing: what it has committed so far can be read.
        """
        try:
            return self._update(rebuild=rebuild, wait=False, most_pending=most_pending)
        except Locked:
            if current_number(locate(self.corpus)) is None:
                narrate("Another process is reading the folder for the first time: waiting for it")
                return self._update(rebuild=rebuild, wait=True, most_pending=most_pending)
            narrate("Another process is reading the folder: this is what it has read so far")
            return None

    def open(self, generation: Generation | None) -> Reader:
        """Return a reader of a state just committed, else of the one in force."""
        location = locate(self.corpus)
        try:
            reader = Reader.open(location, generation)
        except Untrusted:
            fail(UNREADABLE, "The index is damaged; without --no-update it is built anew")
        if reader is None:
            fail(UNREADABLE, "There is no index of {corpus} yet", corpus=str(self.corpus))
        return reader

    def _update(self, *, rebuild: bool, wait: bool, most_pending: int | None) -> Generation:
        reading = ProgressLine("reading {done} of {total} files")
        dating = ProgressLine("reading the dates in {done} of {total} articles")
        analysing = ProgressLine("finding the actors of {done} of {total} articles")
        listening = ProgressLine("reading who says what in {done} of {total} articles")
        try:
            outcome = bring_up_to_date(
                self.corpus,
                rebuild=rebuild,
                wait=wait,
                most_pending=most_pending,
                on_reading=reading,
                on_events=dating,
                on_analysing=analysing,
                on_quotations=listening,
            )
        except (CorpusError, LocationError) as error:
            fail(UNREADABLE, error.reason, **error.values)
        finally:
            reading.end()
            dating.end()
            analysing.end()
            listening.end()
        if outcome.rebuilt:
            narrate("The index was damaged or of another version, and has been built anew")
        return outcome.generation


def end_with_nothing(meant: Sequence[str]) -> NoReturn:
    """End as when nothing matched, and ask whether one of the queries `meant` is."""
    if meant:
        queries = _(" or ").join(_("“{query}”").format(query=query) for query in meant)
        narrate("Did you mean {queries}?", queries=queries)
    raise click.exceptions.Exit(NOTHING)


def fail(status: int, message: str, **values: str) -> NoReturn:
    """End with a sentence on stderr and an exit status."""
    narrate(message, **values)
    raise click.exceptions.Exit(status)


def fail_query(query: str, error: QueryError) -> NoReturn:
    """End with a sentence about the query, and point at the place."""
    narrate(error.reason, **error.values)
    narrate_place(normalize("NFC", query), error.start, error.end)
    raise click.exceptions.Exit(USAGE)


def fail_article(error: UnknownArticle | AmbiguousArticle) -> NoReturn:
    """End with a sentence about an id that does not tell one article."""
    fail(USAGE, error.reason, **error.values)
