"""A corpus as a folder: which files may hold articles, in which state, and what is in them."""

import os
import stat
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import registry
from corpus.article import Rejection
from corpus.messages import message
from corpus.values import frozen

if TYPE_CHECKING:  # loaded for a file that is read
    from corpus import formats

_PAGE_FOLDERS = ("files", "fichiers")

_READ_ALREADY = message("a link to what is read already, or to a folder around it")
_LEADS_NOWHERE = message("a link that leads nowhere")
_NO_FILE = message("neither a file nor a folder")
_EMPTY = message("an empty file")
_CLOSED = message("a folder that cannot be opened")
_UNKNOWN = message("its state cannot be read")


class CorpusError(Exception):
    """A corpus that cannot be read; `reason` is a sentence whose fields `values` fill."""

    def __init__(self, reason: str, folder: Path) -> None:
        self.reason = reason
        self.values = {"folder": str(folder)}
        super().__init__(reason.format_map(self.values))


@frozen
class FileState:
    """A file that may hold articles, and what tells that it has changed."""

    file: str
    """Path relative to the corpus, with forward slashes."""
    size: int
    """In bytes."""
    mtime_ns: int
    """Time of the last change, of it or of the metadata beside it, in nanoseconds since 1970."""


def scan(
    root: Path, go_on: Callable[[], None] = lambda: None
) -> tuple[list[FileState], list[Rejection]]:
    """Return the files under `root` that may hold articles, and what is left aside; both sorted.

    Opens no file. Links to files and folders are followed, but nothing is read twice. Dot files,
    README, LICENSE and TOML files are passed over in silence, and so is the folder that a browser
    saved with a page. Raises `CorpusError`, and what `go_on` raises, called again and again.
    """
    walk = _open(root, go_on)
    walk.run()
    return (
        sorted(_as_late_as_metadata(walk.files), key=lambda state: state.file),
        sorted(walk.rejections, key=lambda rejection: rejection.file),
    )


def look_at(root: Path, files: Iterable[str]) -> dict[str, FileState | None] | None:
    """Return the state that `scan` would give each of these files; None of those that it would not.

    `files` are paths relative to `root`. Returns None where only a scan can tell: of folders,
    links, and tables of metadata with what is beside them.
    """
    seen: dict[str, FileState | None] = {}
    for file in files:
        folders = file.split("/")[:-1]
        if registry.is_no_article(file) or any(folder.startswith(".") for folder in folders):
            continue
        try:
            state = (root / file).lstat()
        except FileNotFoundError:
            seen[file] = None
            continue
        except OSError:
            return None
        if not (stat.S_ISREG(state.st_mode) and state.st_nlink == 1 and _is_plain(root, folders)):
            return None
        taken = FileState(file, state.st_size, state.st_mtime_ns)
        seen[file] = None if _why_not(file, state) else taken
    return seen


def _is_plain(root: Path, folders: Iterable[str]) -> bool:
    """Tell whether a walk goes down these folders, one in the other, and finds no metadata."""
    folder = root
    for name in folders:
        pages = {page for page in _pages(name) if (folder / page).exists()}
        folder /= name
        if folder.is_symlink() or _belongs_to_page(name, pages):
            return False
    return not (folder / registry.METADATA).exists()


def _as_late_as_metadata(files: list[FileState]) -> list[FileState]:
    """Return the files, each as late as the table of metadata beside it if that is later."""
    tables = {
        folder: state.mtime_ns
        for state in files
        for folder, _, name in [state.file.rpartition("/")]
        if name == registry.METADATA
    }
    if not tables:
        return files
    return [
        replace(state, mtime_ns=max(state.mtime_ns, tables.get(state.file.rpartition("/")[0], 0)))
        for state in files
    ]


def _open(root: Path, go_on: Callable[[], None]) -> "_Walk":
    try:
        if not root.is_dir():
            if root.exists():
                raise CorpusError(message("{folder} is not a folder"), root)
            raise CorpusError(message("there is no folder {folder}"), root)
        os.scandir(root).close()
        return _Walk(root, go_on)
    except (OSError, ValueError) as error:  # ValueError: a NUL in its name
        raise CorpusError(message("the folder {folder} cannot be opened"), root) from error


def read_file(root: Path, file: str) -> "formats.Reading":
    """Return what `file`, a path relative to `root`, is, and its articles with what is none."""
    from corpus import formats

    path = root / file
    try:
        is_file = stat.S_ISREG(path.stat().st_mode)
    except OSError:
        is_file = True  # it went away or is closed to us: reading it says which
    if is_file:
        return formats.read(path, file)
    return formats.Reading(None, iter([Rejection(file, None, _NO_FILE)]))


class _Walk:
    """One walk through a corpus: first all that is really in it, then what its links lead to."""

    def __init__(self, root: Path, go_on: Callable[[], None]) -> None:
        self._go_on = go_on
        self.files: list[FileState] = []
        self.rejections: list[Rejection] = []
        self._root = os.path.join(root, "")  # noqa: PTH118 — paths stay strings: 36,000 files
        self._folders: deque[str] = deque()
        self._links: deque[str] = deque()
        self._seen = {_place(folder.stat()) for folder in root.resolve().parents}
        self._enter("", root.stat())

    def run(self) -> None:
        """Walk until nothing is left; fills `files` and `rejections`."""
        while self._folders or self._links:
            if self._folders:
                self._list(self._folders.popleft())
            else:
                self._follow(self._links.popleft())

    def _list(self, folder: str) -> None:
        try:
            with os.scandir(self._root + folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            self._reject(folder, _CLOSED)
            return
        names = {entry.name for entry in found}
        for entry in found:
            self._go_on()
            if not entry.name.startswith(".") and not _belongs_to_page(entry.name, names):
                self._sort(entry, f"{folder}{entry.name}")

    def _sort(self, entry: os.DirEntry[str], file: str) -> None:
        try:
            if entry.is_symlink():
                self._links.append(file)
            elif entry.is_dir():
                self._enter(file, Path(entry.path).stat())
            else:
                self._take(file, entry.stat())
        except OSError:
            self._reject(file, _UNKNOWN)

    def _follow(self, link: str) -> None:
        try:
            state = Path(self._root, link).stat()
        except OSError:
            self._reject(link, _LEADS_NOWHERE)
            return
        if stat.S_ISDIR(state.st_mode):
            self._enter(link, state)
        elif _place(state) in self._seen:
            self._reject(link, _READ_ALREADY)
        else:
            self._take(link, state)

    def _enter(self, folder: str, state: os.stat_result) -> None:
        if _place(state) in self._seen:
            self._reject(folder, _READ_ALREADY)
            return
        self._seen.add(_place(state))
        self._folders.append(f"{folder}/" if folder else "")

    def _take(self, file: str, state: os.stat_result) -> None:
        if registry.is_no_article(file):
            return
        if reason := _why_not(file, state):
            self._reject(file, reason)
            return
        self._seen.add(_place(state))
        self.files.append(FileState(file, state.st_size, state.st_mtime_ns))

    def _reject(self, file: str, reason: str) -> None:
        self.rejections.append(Rejection(file.rstrip("/"), None, reason))


def _belongs_to_page(name: str, names: set[str]) -> bool:
    """Tell whether a folder is what a browser saved with a page: pictures, styles, frames."""
    return not names.isdisjoint(_pages(name))


def _pages(name: str) -> tuple[str, ...]:
    """Return what a page may be called whose pictures, styles, frames a folder so called holds."""
    page, mark, kind = name.rpartition("_")
    return (f"{page}.html", f"{page}.htm") if mark and kind in _PAGE_FOLDERS else ()


def _place(state: os.stat_result) -> tuple[int, int]:
    return state.st_dev, state.st_ino


def _why_not(file: str, state: os.stat_result) -> str | None:
    """Return why a file is left aside; None for one that may hold articles."""
    if not stat.S_ISREG(state.st_mode):
        return _NO_FILE
    if not registry.is_candidate(file):
        return registry.NOT_READ
    if state.st_size == 0:
        return _EMPTY
    return None
