"""What an index was built from: files, the articles in them, what was rejected.

Kept as a file of the generation it tells of.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.article import Kind, Rejection
from corpus.corrections import Correction, Corrections
from corpus.folder import FileState
from corpus.values import frozen

if TYPE_CHECKING:
    from corpus.actors.ledger import Entry

_NAME = "catalogue.json"
_FILES = "files.json"
"""What came out of each file, which is much, and only changes with the text."""
_CHANGED_FILES = "changed-files.json"
"""The same of files that have changed since that was written; null where one is gone."""
_FEW = 0.1
"""Up to which share of the files it is worth writing these alone."""


@dataclass(slots=True)
class FileEntry:
    """One file as it was when it was read."""

    size: int
    mtime_ns: int
    articles: dict[str, str] = field(default_factory=dict)
    """From an article's id to the fingerprint of its content."""
    rejections: list[Rejection] = field(default_factory=list)
    format: str | None = None
    """The name of its format, a key of the message catalogue; None where it has none."""
    complete: bool = True
    """False while only a part of the file has been taken in."""

    def is_of(self, state: FileState) -> bool:
        """Return whether the file has not changed since."""
        return self.complete and (self.size, self.mtime_ns) == (state.size, state.mtime_ns)

    def state(self, file: str) -> FileState:
        """Return the state in which the file of that name was read."""
        return FileState(file, self.size, self.mtime_ns)

    def as_list(self) -> list[object]:
        """Return what JSON keeps of the entry, without names: there may be 100,000 of them."""
        rejections = [asdict(rejection) for rejection in self.rejections] if self.rejections else []
        return [self.size, self.mtime_ns, self.articles, rejections, self.format, self.complete]

    @classmethod
    def from_list(cls, kept: list[Any]) -> "FileEntry":
        """Return the entry that `as_list` gave."""
        size, mtime_ns, articles, rejections, kind, complete = kept
        rejected = [Rejection(**rejection) for rejection in rejections] if rejections else []
        return cls(size, mtime_ns, articles, rejected, kind, complete)


@frozen
class Changes:
    """What the index is to be brought to, where it differs from what it was built from."""

    gone: list[str]
    """Files that are no longer there."""
    changed: list[FileState]
    """Files that are new or have changed."""
    rejections: list[Rejection]
    """As the scan of the folder gave them."""
    actors_version: str
    corrections: Corrections
    """What the reader has set right."""
    others: bool
    """Whether the rejections, the version or the corrections differ."""

    def __bool__(self) -> bool:
        """Return whether anything differs."""
        return bool(self.gone or self.changed or self.others)


@dataclass(slots=True)
class Catalogue:
    """All files of a corpus as they were when they were read."""

    files: dict[str, FileEntry] = field(default_factory=dict)
    rejections: list[Rejection] = field(default_factory=list)
    """Of what the folder holds beside files of articles."""
    pending: list[str] = field(default_factory=list)
    """The ids of the articles whose actors are not known yet."""
    undecided: bool = False
    """Whether an article has a date that its neighbours may know better."""
    settled: bool = True
    """Whether they have been asked since the text last changed."""
    kinds_voted: bool = True
    """Whether the corpus has voted on the kinds of names since they last changed."""
    actors_version: str = ""
    """Of the recogniser and the authority that the known actors come from."""
    ledger: "list[Entry]" = field(default_factory=list)
    """What the reader had decided about actors, as those that are known have it."""
    corrections: list[Correction] = field(default_factory=list)
    """Those in force when the articles were read."""
    corrected: dict[str, str] = field(default_factory=dict)
    """From the id of an article to the id by which its corrections name it."""
    events_pending: list[str] = field(default_factory=list)
    """The ids of the articles whose texts have not been asked yet which dates they speak of."""
    events_version: int = 0
    """Of the rules that the others were read by."""
    quotations_pending: list[str] = field(default_factory=list)
    """The ids of the articles whose actors are known, but not yet what they say."""

    changed_files: set[str] | None = None
    """Which of `files` are not as they were when all were written; None: they never were."""
    files_changed: bool = True
    """Whether these are not as they were loaded or saved last; not kept."""

    @classmethod
    def load(cls, folder: Path) -> "Catalogue":
        """Return the catalogue of the generation in `folder`."""
        with closing(OpenCatalogue(folder)) as opened:
            return opened.whole

    @classmethod
    def read(cls, fields: dict[str, Any]) -> "Catalogue":
        """Return the catalogue, without its files, that JSON has kept so."""
        return cls(
            rejections=[Rejection(**r) for r in fields["rejections"]],
            pending=fields["pending"],
            undecided=fields["undecided"],
            settled=fields["settled"],
            kinds_voted=fields["kinds_voted"],
            actors_version=fields["actors_version"],
            ledger=[_entry(entry) for entry in fields["ledger"]],
            corrections=[Correction(**c) for c in fields["corrections"]],
            corrected=fields["corrected"],
            events_pending=fields["events_pending"],
            events_version=fields["events_version"],
            quotations_pending=fields["quotations_pending"],
            files_changed=False,
        )

    def save(self, folder: Path) -> None:
        """Write the catalogue into the generation in `folder`."""
        _write(folder / _NAME, self._fields())
        if self.changed_files is None or not (folder / _FILES).exists():
            self.changed_files = set()
            self._write_files(folder / _FILES, self.files)
            (folder / _CHANGED_FILES).unlink(missing_ok=True)
        elif self.files_changed:
            self._write_files(folder / _CHANGED_FILES, self.changed_files)
        self.files_changed = False

    def file_changed(self, file: str) -> None:
        """Note that what is known of `file` is to be written again."""
        self.files_changed = True
        if self.changed_files is not None:
            self.changed_files.add(file)
            if len(self.changed_files) > _FEW * len(self.files):
                self.changed_files = None

    def _write_files(self, path: Path, names: Iterable[str]) -> None:
        found = ((name, self.files.get(name)) for name in names)
        _write(path, {name: entry and entry.as_list() for name, entry in found})

    def _fields(self) -> dict[str, object]:
        return {
            "rejections": [asdict(r) for r in self.rejections],
            "pending": self.pending,
            "undecided": self.undecided,
            "settled": self.settled,
            "kinds_voted": self.kinds_voted,
            "actors_version": self.actors_version,
            "ledger": [asdict(entry) for entry in self.ledger],
            "corrections": [asdict(c) for c in self.corrections],
            "corrected": self.corrected,
            "events_pending": self.events_pending,
            "events_version": self.events_version,
            "quotations_pending": self.quotations_pending,
        }

    def changes(
        self,
        seen: Mapping[str, FileState | None],
        rejections: list[Rejection],
        actors_version: str,
        corrections: Corrections,
    ) -> Changes:
        """Return how the folder differs from what is known of it.

        `seen`: the state of each file that was looked at, None for those that are not there; all
        others are taken to be as they were. A file has changed too when something else is set
        right in an article of it.
        """
        before = Corrections(self.corrections)
        changed = {s.file: s for s in seen.values() if s and not self._has(s)}
        for file in self._touched(before.differing(corrections)) - changed.keys():
            if state := seen.get(file, self.files[file].state(file)):
                changed[file] = state
        return Changes(
            gone=[file for file, state in seen.items() if state is None and file in self.files],
            changed=sorted(changed.values(), key=attrgetter("file")),
            rejections=rejections,
            actors_version=actors_version,
            corrections=corrections,
            others=(self.rejections, self.actors_version, before.all())
            != (rejections, actors_version, corrections.all()),
        )

    def all_seen(self, states: Iterable[FileState]) -> dict[str, FileState | None]:
        """Return `seen`, as `changes` takes it, where these are all files that there are."""
        seen: dict[str, FileState | None] = dict.fromkeys(self.files)
        seen.update((state.file, state) for state in states)
        return seen

    def _has(self, state: FileState) -> bool:
        entry = self.files.get(state.file)
        return entry is not None and entry.is_of(state)

    def _touched(self, ids: set[str]) -> set[str]:
        """Return the files of the articles that corrections under these ids may be of."""
        if not ids:
            return set()
        known = set(self.article_ids())
        if any(id not in known and id not in self.corrected.values() for id in ids):
            return set(self.files)  # it may be any article, by its text
        articles = ids | {id for id, named in self.corrected.items() if named in ids}
        return {
            file for file, entry in self.files.items() if not articles.isdisjoint(entry.articles)
        }

    def article_ids(self) -> Iterator[str]:
        """Yield the id of every article."""
        for entry in self.files.values():
            yield from entry.articles

    def all_rejections(self) -> list[Rejection]:
        """Return what was rejected, in the order of files and lines."""
        found: Iterable[Rejection] = (
            *self.rejections,
            *(r for entry in self.files.values() for r in entry.rejections),
        )
        return sorted(found, key=lambda r: (r.file, r.line or 0))


def _entry(kept: dict[str, Any]) -> "Entry":
    from corpus.actors.ledger import Entry  # most corpora have none

    forms = {name: tuple(kept[name]) for name in ("aliases", "apart")}
    return Entry(**{**kept, **forms, "kind": Kind(kept["kind"])})


def _write(path: Path, kept: object) -> None:
    path.unlink(missing_ok=True)  # it may be a link to the generation before
    path.write_text(json.dumps(kept), encoding="utf-8")


class OpenCatalogue:
    """The catalogue of a generation whose folder may be gone before it is read."""

    def __init__(self, folder: Path) -> None:
        """Open the files of the catalogue of the generation in `folder`. Raises OSError."""
        self._file, self._files = (folder / _NAME).open("rb"), (folder / _FILES).open("rb")
        changed = folder / _CHANGED_FILES
        self._changed = changed.read_bytes() if changed.exists() else b"{}"

    @cached_property
    def brief(self) -> Catalogue:
        """The catalogue without its files, which take most of the time to read."""
        return Catalogue.read(json.load(self._file))

    @cached_property
    def whole(self) -> Catalogue:
        """The catalogue."""
        files, changed = json.load(self._files), json.loads(self._changed)
        files |= changed
        entries = {n: FileEntry.from_list(entry) for n, entry in files.items() if entry}
        return replace(self.brief, files=entries, changed_files=set(changed))

    def close(self) -> None:
        """Close the files."""
        self._file.close()
        self._files.close()
