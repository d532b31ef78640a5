"""Where the files are that a reader makes: with the corpus, or in the user's data folder.

Saved searches travel with the corpus. The shipped sample and a folder that cannot be written to
leave them to the user's data folder, where the history always is.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_data_path

from app.settings import SAMPLE
from index.location import PRIVATE, locate

_LOCK_SECONDS = 10


def own_folder(corpus: Path) -> Path:
    """Return the user's folder for what belongs to `corpus` and is not in it; it may not exist."""
    return user_data_path("visavis") / "corpora" / locate(corpus).root.name


def may_write(corpus: Path) -> bool:
    """Return whether the reader's files can stand in the corpus."""
    return corpus.resolve() != SAMPLE.resolve() and os.access(corpus, os.W_OK)


@contextmanager
def writing(corpus: Path) -> Iterator[None]:
    """Keep other processes from changing the reader's files. Raises OSError."""
    from filelock import FileLock  # 20 ms that reading need not spend

    folder = own_folder(corpus)
    folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    with FileLock(folder / "lock", timeout=_LOCK_SECONDS):
        yield


def write_whole(path: Path, text: str, *, rights: int = 0o600) -> None:
    """Put `text` in the place of a file, at once or not at all; a link stays one. Raises OSError.

    A new file gets `rights`; one that is replaced keeps its own.
    """
    path = path.resolve()
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    written = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        written.chmod(path.stat().st_mode if path.exists() else rights)
        written.replace(path)
    except BaseException:
        written.unlink(missing_ok=True)
        raise
