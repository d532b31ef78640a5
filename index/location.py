"""Where the index of a corpus lives: in the user's cache folder, for the user alone.

Whoosh unpickles parts of an index, so that an index someone else wrote could run their code: it is
never kept with the corpus, and a folder that others own or may write to is refused.
"""

import os
import stat
from pathlib import Path

from platformdirs import user_cache_path

from corpus.readers_files import corpus_key
from corpus.values import frozen

PRIVATE = 0o700


class LocationError(Exception):
    """The place for the index cannot be used."""

    def __init__(self, reason: str, path: Path) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = {"path": str(path)}


@frozen
class Location:
    """The place of one corpus's index."""

    corpus: Path
    """The folder of articles, absolute."""
    root: Path
    """The folder of its index."""

    @property
    def current_file(self) -> Path:
        """The file that holds the name of the generation in force."""
        return self.root / "current"

    @property
    def lock_file(self) -> Path:
        """The file that the one process holds that may write."""
        return self.root / "lock"

    @property
    def analysis_file(self) -> Path:
        """The names found in articles, by the hash of their text."""
        return self.root / "analysis.db"

    def prepare(self) -> None:
        """Make the folder, readable by the user alone. Raises LocationError."""
        try:
            self.root.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        except OSError as error:
            raise LocationError(
                "{path} cannot be made, and the index needs it", self.root
            ) from error
        self._refuse_foreign()
        self.root.chmod(PRIVATE)

    def _refuse_foreign(self) -> None:
        status = self.root.lstat()
        owned = not hasattr(os, "getuid") or status.st_uid == os.getuid()
        if not stat.S_ISDIR(status.st_mode) or not owned:
            raise LocationError("{path} belongs to someone else, and is not used", self.root)


def locate(corpus: Path, cache: Path | None = None) -> Location:
    """Return the place for the index of `corpus`, under `cache` or the user's cache folder."""
    folder = corpus.resolve()
    return Location(folder, (cache or user_cache_path("visavis")) / "index" / corpus_key(folder))
