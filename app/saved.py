"""Searches saved under a name, in `saved.toml`: a table each, to be read and changed by hand.

Comments and the order of the file are kept when it is written (tomlkit).
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.kept import Unfit, as_table, from_table
from app.request import Request
from corpus.messages import message
from corpus.readers_files import may_write, own_folder, replace_file, writing

FILE = "saved.toml"
_MAX_BYTES = 2**20


class SavedError(Exception):
    """Saved searches cannot be read or written; `reason` is a message for `values`."""

    def __init__(self, reason: str, **values: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


class SavedSearches:
    """The saved searches of one corpus; every call reads the files as they are."""

    def __init__(self, corpus: Path) -> None:
        self._corpus = corpus
        self._files = (corpus / FILE, own_folder(corpus) / FILE)

    @property
    def file(self) -> Path:
        """The file that new searches go to."""
        return self._files[0] if may_write(self._corpus) else self._files[1]

    def all(self) -> dict[str, Request]:
        """Return the searches by name, in the order of the file. Raises SavedError.

        A corpus that cannot be written to may bring some, and the user's own stand after them.
        """
        return {
            name: _request(path, name, table)
            for path in self._files
            for name, table in _read(path).items()
        }

    def save(self, name: str, request: Request, *, replace: bool = False) -> None:
        """Keep a search under `name`. Raises SavedError, also where another has that name."""
        name = " ".join(name.split())
        if not name:
            raise SavedError(message("A saved search needs a name"))
        present = self.all().get(name)
        if present == request:
            return
        if present and not replace:
            raise SavedError(message("There is another saved search “{name}”"), name=name)
        holder = self._holder(name) if present else self.file
        self._change(holder, name, as_table(request))

    def delete(self, name: str) -> None:
        """Forget the search saved under `name`. Raises SavedError."""
        if name not in self.all():
            raise SavedError(message("There is no saved search “{name}”"), name=name)
        for path in self._files:
            if name in _read(path):
                self._change(path, name, None)

    def _holder(self, name: str) -> Path:
        path = next(path for path in reversed(self._files) if name in _read(path))
        return path if path != self._files[0] else self.file

    def _change(self, path: Path, name: str, table: Mapping[str, Any] | None) -> None:
        import tomlkit  # 30 ms that reading need not spend

        if path == self._files[0] and not may_write(self._corpus):
            raise SavedError(message("{path} cannot be written"), path=str(path))
        try:
            with writing(self._corpus):
                document = tomlkit.parse(_text(path))
                if table is None:
                    del document[name]
                else:
                    document[name] = _laid_out(table)
                replace_file(path, tomlkit.dumps(document).lstrip("\n"))
        except OSError as error:
            raise SavedError(message("{path} cannot be written"), path=str(path)) from error


def _laid_out(table: Mapping[str, Any]) -> Any:
    import tomlkit

    laid_out = tomlkit.table()
    for key, value in table.items():
        laid_out[key] = value
    laid_out.add(tomlkit.nl())
    return laid_out


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_MAX_BYTES).decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:
        raise SavedError(
            message("{path} cannot be read as TOML: {error}"), path=str(path), error=str(error)
        ) from error


def _read(path: Path) -> dict[str, Any]:
    import tomllib  # most searches are not saved

    try:
        return tomllib.loads(_text(path))
    except (ValueError, RecursionError) as error:
        raise SavedError(
            message("{path} cannot be read as TOML: {error}"), path=str(path), error=str(error)
        ) from error


def _request(path: Path, name: str, table: object) -> Request:
    if not isinstance(table, dict):
        raise SavedError(
            message("“{name}” in {path} must be a table, [{name}]"), path=str(path), name=name
        )
    found = from_table(table)
    if isinstance(found, Unfit):
        raise SavedError(found.reason, path=str(path), name=name, key=found.key)
    return found
