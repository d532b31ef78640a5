"""The plain files that hold what a reader made: where they lie, and how they are written.

They lie beside the articles, to travel with them; for the shipped sample and a folder that cannot
be written to, in the user's data folder.
"""

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import TextIO

from platformdirs import user_data_path

from corpus.folding import fold

_SAMPLE = Path(__file__).parent / "sample"
_PRIVATE = 0o700
_LOCK_SECONDS = 10


def corpus_key(corpus: Path) -> str:
    """Return what a corpus is called elsewhere: by its folder's name and a hash of its path."""
    folder = corpus.resolve()
    name = re.sub(r"[^a-z0-9]+", "-", fold(folder.name)).strip("-")[:40] or "corpus"
    return f"{name}-{blake2b(os.fsencode(folder), digest_size=6).hexdigest()}"


def own_folder(corpus: Path) -> Path:
    """Return the user's folder for what belongs to `corpus` and is not in it; it may not exist."""
    return user_data_path("visavis") / "corpora" / corpus_key(corpus)


def may_write(corpus: Path) -> bool:
    """Return whether the reader's files can stand in the corpus."""
    return corpus.resolve() != _SAMPLE and os.access(corpus, os.W_OK)


def readers_files(corpus: Path, name: str) -> tuple[Path, ...]:
    """Return where the reader's file of that name is read from; it is written to the last.

    What stands in the last comes before the others.
    """
    beside = corpus / name
    return (beside,) if may_write(corpus) else (beside, own_folder(corpus) / name)


@contextmanager
def writing(corpus: Path) -> Iterator[None]:
    """Keep other processes from changing the reader's files. Raises OSError."""
    from filelock import FileLock  # 20 ms that reading need not spend

    folder = own_folder(corpus)
    folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    with FileLock(folder / "lock", timeout=_LOCK_SECONDS):
        yield


def replace_file(path: Path, text: str, *, rights: int = 0o644) -> None:
    """Put `text` in the place of a file, at once or not at all; see `replacing`."""
    with replacing(path, rights=rights) as file:
        file.write(text)


@contextmanager
def replacing(path: Path, *, rights: int = 0o644) -> Iterator[TextIO]:
    """Put what is written, in UTF-8, in the place of a file, at once or not at all.

    A link stays one; line ends stay as they are written. A new file gets `rights`, one that is
    replaced keeps its own. Raises OSError; after any error the file is as it was.
    """
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    written = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        written.chmod(path.stat().st_mode & 0o777 if path.exists() else rights)
        written.replace(path)
    except BaseException:
        written.unlink(missing_ok=True)
        raise
