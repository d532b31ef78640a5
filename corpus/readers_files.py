"""The plain files that hold what a reader made: where they lie, and how they are written.

They lie beside the articles, to travel with them; for the shipped sample and a folder that cannot
be written to, in the user's data folder.
"""

import os
import tempfile
from hashlib import blake2b
from pathlib import Path

from platformdirs import user_data_path

_SAMPLE = Path(__file__).parent / "sample"


def readers_files(corpus: Path, name: str) -> tuple[Path, ...]:
    """Return where the reader's file of that name is read from; it is written to the last.

    What stands in the last comes before the others.
    """
    folder = corpus.resolve()
    beside = corpus / name
    if folder != _SAMPLE and os.access(corpus, os.W_OK):
        return (beside,)
    digest = blake2b(os.fsencode(folder), digest_size=6).hexdigest()
    return beside, user_data_path("visavis") / "corpora" / f"{folder.name}-{digest}" / name


def replace_file(path: Path, text: str) -> None:
    """Put `text` in the place of a file in one step, so that no half of it is ever seen.

    Raises OSError; the file is then as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=path.parent, prefix=".", delete=False
    ) as file:
        new = Path(file.name)
        try:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
            new.chmod(mode)
            new.replace(path)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
