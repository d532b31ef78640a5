"""A record of searches for a methods section: what was asked, of what, when, and what it found.

TOML: as plain to read as a list, and to be read by a program. A file takes any number of searches,
each added at its end, so that it documents a whole enquiry; nothing in it is ever changed.
"""

import shlex
import sys
import tomllib
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, NoReturn

from app.command.query_words import in_words
from app.command.session import USAGE, fail
from app.kept import as_table
from app.request import Request
from corpus.readers_files import replace_file
from corpus.text import visible
from index.answer import Answer
from index.generation import FORMAT
from index.interpretation import interpret
from index.reader import Reader

_TABLE = "search"


class Record:
    """A file of searches, read before the search is made: what is no record is refused."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._before = self._read()

    def add(self, corpus: Path, reader: Reader, request: Request, answer: Answer) -> None:
        """Add a search and what it found at the end, or end with a sentence that says why not."""
        import tomlkit  # 30 ms that other searches need not spend

        searches = tomlkit.aot()
        searches.append(tomlkit.item(_entry(corpus, reader, request, answer)))
        document = tomlkit.document()
        document.add(_TABLE, searches)
        before = f"{self._before.rstrip()}\n\n" if self._before.strip() else ""
        try:
            self._path.parent.resolve(strict=True)
            replace_file(self._path, before + tomlkit.dumps(document))
        except OSError:
            fail(USAGE, "{path} cannot be written", path=str(self._path))

    def _read(self) -> str:
        try:
            text = self._path.read_bytes().decode("utf-8-sig")
            fields = tomllib.loads(text)
        except FileNotFoundError:
            return ""
        except (OSError, ValueError, RecursionError):
            self._refuse()
        if fields and not (fields.keys() == {_TABLE} and isinstance(fields[_TABLE], list)):
            self._refuse()
        return text

    def _refuse(self) -> NoReturn:
        fail(USAGE, "{path} is no record of searches, and stays as it is", path=str(self._path))


def _entry(corpus: Path, reader: Reader, request: Request, answer: Answer) -> dict[str, Any]:
    asked = as_table(request)
    filters = {key: asked[key] for key in asked if key not in ("query", "any", "sort")}
    return {
        "when": datetime.now().astimezone().replace(microsecond=0),
        "program": f"visavis {version('visavis')}",
        "command": visible(shlex.join(["visavis", *sys.argv[1:]])),
        "corpus": visible(str(corpus.resolve())),
        "articles": reader.article_count,
        "without_actors": reader.pending,
        "index": f"{FORMAT}, generation {reader.generation}",
        "query": visible(request.query),
        "read_as": in_words(interpret(request.query, any_word=request.any_word)),
        "any": request.any_word,
        "sort": request.sort.value,
        "matches": answer.total,
        "hits": answer.hits,
        "filters": filters,
    }
