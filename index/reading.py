"""Takes the text of new and changed files into the index, and what is gone out of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import blake2b

from corpus.actors.difference import touched_forms
from corpus.actors.finder import ActorFinder
from corpus.actors.version import same_rules
from corpus.article import Article, Rejection
from corpus.corrections import Corrections, corrected
from corpus.dates.version import EVENTS
from corpus.description import describe
from corpus.folder import FileState
from corpus.identity import free_id
from index.articles import Bounds, Candidate, FileRead, read_files
from index.catalogue import Catalogue, Changes, FileEntry
from index.document import Document, article_json
from index.draft import Draft
from index.generation import Generation
from index.location import Location
from index.state import open_state
from index.touched import articles_with
from index.workers import Workers

_FIRST_COMMIT = 500
"""After how many articles the first can be searched."""
_GROWTH = 4
_LARGEST_COMMIT = 32_000


def take_in(
    location: Location,
    base: Generation | None,
    catalogue: Catalogue,
    changes: Changes,
    finder: ActorFinder,
    workers: Workers,
    today: date,
    on_progress: Callable[[int, int], None],
) -> Generation:
    """Bring the text of the index to what the folder holds, and `catalogue` with it.

    Actors that `finder` knows already go with the text; all other articles are pending. Returns
    the generation in force.
    """
    catalogue.rejections = changes.rejections
    if catalogue.actors_version != changes.actors_version:
        catalogue.pending = sorted(_to_be_named(base, catalogue, changes, finder))
        catalogue.actors_version = changes.actors_version
        catalogue.ledger = list(finder.ledger.entries)
    catalogue.corrections = changes.corrections.all()
    if not catalogue.files:
        catalogue.events_version = EVENTS
    intake = _Intake(location, base, catalogue, finder, workers)
    for file in changes.gone:
        intake.forget(file)
    bounds = Bounds(describe(location.corpus).period, today)
    readings = read_files(location.corpus, changes.changed, bounds, workers)
    for done, (state, reading) in enumerate(zip(changes.changed, readings, strict=True)):
        on_progress(done, len(changes.changed))
        intake.take_file(state, reading)
    base = intake.finish()
    on_progress(len(changes.changed), len(changes.changed))
    return base


def _to_be_named(
    base: Generation | None, catalogue: Catalogue, changes: Changes, finder: ActorFinder
) -> set[str]:
    """Return the articles whose actors are not known, or no longer: a decision touches few."""
    if base is None or not same_rules(catalogue.actors_version, changes.actors_version):
        return set(catalogue.article_ids())
    forms = touched_forms(catalogue.ledger, finder.ledger.entries)
    return {*catalogue.pending, *articles_with(open_state(base.path), forms)}


class _Intake:
    """Writes articles, committing every so often."""

    def __init__(
        self,
        location: Location,
        base: Generation | None,
        catalogue: Catalogue,
        finder: ActorFinder,
        workers: Workers,
    ) -> None:
        self._location = location
        self._base = base
        self._catalogue = catalogue
        self._workers = workers
        self._corrections = Corrections(catalogue.corrections)
        self._finder = finder
        self._ids = set(catalogue.article_ids())
        self._pending = set(catalogue.pending)
        self._events_pending = set(catalogue.events_pending)
        self._quotations_pending = set(catalogue.quotations_pending)
        self._draft = Draft(location, base, workers)
        self._commit_at = _FIRST_COMMIT
        self._has_other_text = False

    def forget(self, file: str) -> None:
        """Take the articles of a file out."""
        self._catalogue.file_changed(file)
        for id in self._catalogue.files.pop(file).articles:
            self._remove(id)

    def take_file(self, state: FileState, reading: FileRead) -> None:
        """Take in what is new or changed in a file, and out what is no longer there."""
        before = self._catalogue.files.get(state.file, FileEntry(0, 0)).articles
        entry = FileEntry(state.size, state.mtime_ns, dict(before), complete=False)
        self._catalogue.files[state.file] = entry
        self._ids.difference_update(before)
        left = set(before)
        entry.format = reading.format
        for item in reading.items:
            self._catalogue.file_changed(state.file)  # it may be committed before it is complete
            if isinstance(item, Rejection):
                entry.rejections.append(item)
                continue
            article = self._set_right(self._identified(item))
            left.discard(article.id)
            self._ids.add(article.id)
            fingerprint = _fingerprint(article)
            if before.get(article.id) != fingerprint:
                entry.articles[article.id] = fingerprint
                self._put(article, known=article.id in before)
        for id in left:
            del entry.articles[id]
            self._remove(id)
        entry.complete = True
        self._catalogue.file_changed(state.file)

    def finish(self) -> Generation:
        """Commit what is left and return the generation in force."""
        if self._has_other_text:
            self._catalogue.settled = not self._catalogue.undecided
            self._catalogue.kinds_voted = False
        self._catalogue.pending = sorted(self._pending)
        self._catalogue.events_pending = sorted(self._events_pending)
        self._catalogue.quotations_pending = sorted(self._quotations_pending)
        self._base = self._draft.commit(self._catalogue)
        return self._base

    def _identified(self, candidate: Candidate) -> Article:
        article = candidate.article
        id = free_id(candidate.ids, self._ids.__contains__)
        return article if id == article.id else replace(article, id=id)

    def _set_right(self, article: Article) -> Article:
        named = self._corrections.id_for(article)
        if named is None:
            self._catalogue.corrected.pop(article.id, None)
            return article
        self._catalogue.corrected[article.id] = named
        return corrected(article, self._corrections.of(article))

    def _put(self, article: Article, *, known: bool) -> None:
        document = Document(article)
        if found := self._finder.known(article):
            document = document.naming(found)
            self._pending.discard(article.id)
            self._quotations_pending.add(article.id)
        else:
            self._pending.add(article.id)
            self._quotations_pending.discard(article.id)
        self._events_pending.add(article.id)
        if article.date_candidates:
            self._catalogue.undecided = True
        self._has_other_text = True
        self._draft.put(document, known=known)
        if self._draft.count >= self._commit_at:
            self._commit_at = min(self._commit_at * _GROWTH, _LARGEST_COMMIT)
            self._draft = Draft(self._location, self.finish(), self._workers)

    def _remove(self, id: str) -> None:
        self._ids.discard(id)
        self._pending.discard(id)
        self._events_pending.discard(id)
        self._quotations_pending.discard(id)
        self._catalogue.corrected.pop(id, None)
        self._has_other_text = True
        self._draft.remove(id)


def _fingerprint(article: Article) -> str:
    content = article_json(article) + article.text
    return blake2b(content.encode(errors="replace"), digest_size=12).hexdigest()
