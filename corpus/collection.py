"""A folder that articles are written into, one Markdown file each; nothing is overwritten.

Names are lower-case ASCII letters, digits, dots and hyphens, begin with a date or "undated" and
are shorter than a hundred characters: no system reserves one, folds two into one or cuts one off.
"""

import os
import re
import tempfile
import unicodedata
from collections import Counter
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from corpus.article import Article
from corpus.folder import scan
from corpus.formats import RawArticle
from corpus.formats.article_file import LONGEST_FRONT, SUFFIX, as_file
from corpus.identity import plain

_UNDATED = "undated"
_UNTITLED = "article"
_KNOWN = re.compile(r"^(imported|id|url): *[\"']?([^\n\"']+)[\"']?$", re.MULTILINE)
_LONGEST = 50  # characters; of a longer name the last word may have been cut
_RIGHTS = 0o644


def key_of(raw: RawArticle) -> str:
    """Return what tells an article from others, whatever rules clean and date it later."""
    declared = (f"{field}={value}" for field, value in sorted(raw.declared.items()))
    content = "\0".join((*declared, *raw.date_lines, raw.text))
    return digest(content)


def digest(content: str) -> str:
    """Return a hexadecimal digest for `imported`."""
    return blake2b(content.encode(errors="replace"), digest_size=10).hexdigest()


class Collection:
    """The articles written into a folder so far; one process at a time may write."""

    def __init__(self, folder: Path) -> None:
        """Make the folder where there is none, and look what is in it.

        Raises OSError and `corpus.folder.CorpusError`.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder.resolve()
        self._known: dict[str, set[str]] = {"imported": set(), "id": set(), "url": set()}
        self._names = {_portable(entry.name) for entry in self.folder.iterdir()}
        self._numbers: Counter[str] = Counter()
        for state in scan(self.folder)[0]:
            if state.file.endswith(SUFFIX):
                self._learn(self._front(state.file))

    def holds(self, key: str) -> bool:
        """Tell whether the article of this key was written, under whatever name it is now."""
        return key in self._known["imported"]

    def holds_address(self, url: str) -> bool:
        """Tell whether an article that was written has this address."""
        return url in self._known["url"]

    def is_id(self, id: str) -> bool:
        """Tell whether an article that was written has this id."""
        return id in self._known["id"]

    def add(self, article: Article, key: str) -> str:
        """Write an article, whole or not at all, and return the name of its file.

        Raises OSError, and `NotText` for what cannot be written so that it is read back.
        """
        text = as_file(article, key)
        base = _base(article)
        name = self._free(base)
        while not _create(self.folder / name, text):  # somebody else was faster
            self._names.add(name)
            name = self._free(base)
        self._names.add(name)
        self._learn(text[:LONGEST_FRONT])
        return name

    def _free(self, base: str) -> str:
        while True:
            self._numbers[base] += 1
            number = self._numbers[base]
            name = f"{base}{SUFFIX}" if number == 1 else f"{base}-{number}{SUFFIX}"
            if name not in self._names:
                return name

    def _front(self, file: str) -> str:
        with suppress(OSError), (self.folder / file).open(encoding="utf-8", errors="replace") as f:
            return f.read(LONGEST_FRONT)
        return ""

    def _learn(self, text: str) -> None:
        front = text.partition("\n---")[0]
        found = dict(_KNOWN.findall(front)) if text.startswith("---") else {}
        if "imported" in found:
            for name, value in found.items():
                self._known[name].add(value)


def _base(article: Article) -> str:
    day = article.date.isoformat() if article.date else _UNDATED
    words = plain(article.headline) or _UNTITLED
    whole = words if len(words) <= _LONGEST or "-" not in words else words.rsplit("-", 1)[0]
    return f"{day}-{whole}"


def _portable(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _create(path: Path, text: str) -> bool:
    """Write a new file at once; False where there is one of that name. Raises OSError."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.stem[:40]}.", dir=path.parent)
    written = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        written.chmod(_RIGHTS)
        return _publish(written, path)
    finally:
        written.unlink(missing_ok=True)


def _publish(written: Path, path: Path) -> bool:
    try:
        os.link(written, path)  # unlike a renaming, it replaces nothing
    except FileExistsError:
        return False
    except OSError:  # a disk without links
        if path.exists():
            return False
        written.replace(path)
    return True
