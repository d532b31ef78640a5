"""The searches made in a corpus, the newest last, in the user's data folder: a line each."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from app.kept import Unfit, describe, from_table
from app.request import FIRST, Request
from corpus.readers_files import own_folder, replace_file, writing
from corpus.values import frozen

MOST = 500
"""How many searches are remembered."""

_LARGEST = 2**18
"""How many bytes the file may have before searches made again and old ones are taken out."""

_DAYS = ("from", "to")


@frozen
class Past:
    """A search that was made."""

    request: Request
    when: datetime
    """The last time it was made."""


_RIGHTS, _PRIVATE = 0o600, 0o700


class History:
    """What was searched for in one corpus; what cannot be read or written is passed over."""

    def __init__(self, corpus: Path) -> None:
        self._corpus = corpus
        self.file = own_folder(corpus) / "history.jsonl"

    def all(self) -> list[Past]:
        """Return the searches, the newest first."""
        try:
            lines = self.file.read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError):
            return []
        newest: dict[Request, Past] = {}
        for line in reversed(lines):
            if past := _past(line):
                newest.setdefault(past.request, past)
        return list(newest.values())[:MOST]

    def queries(self) -> list[str]:
        """Return what was asked for, the newest first, each once and without its filters."""
        queries = (past.request.query for past in self.all())
        return [query for query in dict.fromkeys(queries) if query]

    def add(self, request: Request, when: datetime | None = None) -> None:
        """Remember a search as the newest; one with neither words nor filters is not."""
        request = replace(request, query=request.query.strip(), limit=FIRST)
        if not request.query and not request.filter:
            return
        past = Past(request, when or datetime.now(UTC))
        with suppress(OSError):
            self._append(past)
            if self.file.stat().st_size > _LARGEST:
                with writing(self._corpus):
                    text = "".join(f"{_line(past)}\n" for past in reversed(self.all()))
                    replace_file(self.file, text, rights=_RIGHTS)

    def clear(self) -> None:
        """Forget all. Raises OSError."""
        self.file.unlink(missing_ok=True)

    def _append(self, past: Past) -> None:
        """Add a line in one piece: others may add theirs at the same time, without a lock.

        The lock, and writing all anew, take a search 30 ms.
        """
        self.file.parent.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
        with os.fdopen(os.open(self.file, flags, _RIGHTS), "a", encoding="utf-8") as file:
            file.write(f"{_line(past)}\n")


def _line(past: Past) -> str:
    when = past.when.isoformat(timespec="seconds")
    return json.dumps({"when": when, **describe(past.request)})


def _past(line: str) -> Past | None:
    try:
        fields = dict(_read(json.loads(line)))
        when = datetime.fromisoformat(fields.pop("when"))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    request = from_table(fields)
    return None if isinstance(request, Unfit) else Past(request, when)


def _read(fields: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in fields.items():
        yield key, date.fromisoformat(value) if key in _DAYS else value
