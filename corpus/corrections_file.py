"""Corrections as a file: `corrections.toml`, plain, in the order they were made.

[[correction]]
id = "le-fleuve"
text = "5f0c9a4be1d27c61a2b3c4d5"
field = "date"
value = "2024-02-28"
previous = "2023-02-28"
"""

import datetime
import re
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from corpus.article import Article, Rejection
from corpus.corrections import FIELDS, Correction, Corrections, text_key, value_of
from corpus.messages import message
from corpus.readers_files import readers_files, replace_file
from corpus.values import frozen

FILE = "corrections.toml"

_TABLE = "correction"
_MOST_BYTES = 4_000_000
_AT_LINE = re.compile(r"\(at line (\d+)")
_HEADING = re.compile(r"^[ \t]*(\[\[)\s*correction\s*\]\]", re.MULTILINE)
_INCOMPLETE = message(
    "a correction needs an “id”, a “field” that can be set and a “value” that fits"
)


@frozen
class CorrectionsRead:
    """What the files of corrections hold."""

    corrections: tuple[Correction, ...]
    problems: tuple[Rejection, ...]
    """What in them cannot be used, with file and line."""
    is_broken: bool = False
    """Whether one cannot be read at all: what it holds is then unknown, not nothing."""


class CorrectionsBroken(Exception):
    """The file cannot be written, for something in it cannot be read; it is left as it is."""

    def __init__(self, problem: Rejection) -> None:
        super().__init__(problem.reason)
        self.problem = problem


def read_corrections(corpus: Path) -> CorrectionsRead:
    """Return the corrections of the folder `corpus`; nothing is raised."""
    read = [_read(path) for path in readers_files(corpus, FILE)]
    return CorrectionsRead(
        tuple(correction for each in read for correction in each.corrections),
        tuple(problem for each in read for problem in each.problems),
        any(each.is_broken for each in read),
    )


def set_right(corpus: Path, article: Article, values: Mapping[str, str | None]) -> None:
    """Write down what the reader sets right in an article, by field; None takes it back.

    `article` is as the index has it, values as `read_value` gives them. What the program had is
    kept beside. All or nothing; what else stands in the file stays as it is written. Raises
    CorrectionsBroken.
    """
    known = Corrections(read_corrections(corpus).corrections)
    id = known.id_for(article) or article.id
    before = {correction.field: correction.previous for correction in known.of(article)}
    changes: dict[str, Correction | None] = {}
    for field, value in values.items():
        previous = before.get(field, value_of(article, field))
        changes[field] = (
            Correction(id, text_key(article), field, value, previous) if value else None
        )
    _put(corpus, id, changes)


def _put(corpus: Path, id: str, changes: Mapping[str, Correction | None]) -> None:
    path = readers_files(corpus, FILE)[-1]
    try:
        before = _content(path)
        after = _edited(before, id, changes)
        replace_file(path, after)
    except (OSError, ValueError, RecursionError) as error:
        raise CorrectionsBroken(_problem(error)) from error


def _edited(content: str, id: str, changes: Mapping[str, Correction | None]) -> str:
    import tomllib

    import tomlkit  # 30 ms that only a correction need spend

    tomllib.loads(content)  # says the line of what is wrong
    document = tomlkit.parse(content)
    rows = document.setdefault(_TABLE, tomlkit.aot())
    left = dict(changes)
    for at in range(len(rows) - 1, -1, -1):
        if rows[at].get("id") == id and rows[at].get("field") in changes:
            correction = left.pop(rows[at]["field"], None)
            if correction is None:
                del rows[at]
            else:
                rows[at]["value"] = correction.value
    for correction in filter(None, left.values()):
        rows.append(tomlkit.item({k: v for k, v in asdict(correction).items() if v is not None}))
    if not rows:
        del document[_TABLE]
    return tomlkit.dumps(document)


def _read(path: Path) -> CorrectionsRead:
    try:
        content = _content(path)
        rows = _tables(content) if content else []
    except (OSError, ValueError, RecursionError) as error:
        return CorrectionsRead((), (_problem(error),), is_broken=True)
    lines = [content.count("\n", 0, at.start(1)) + 1 for at in _HEADING.finditer(content)]
    good, bad = [], []
    for at, row in enumerate(rows if isinstance(rows, list) else [None]):
        try:
            good.append(_correction(row))
        except (KeyError, TypeError, ValueError):
            bad.append(Rejection(FILE, lines[at] if at < len(lines) else None, _INCOMPLETE))
    return CorrectionsRead(tuple(good), tuple(bad))


def _tables(content: str) -> Any:
    import tomllib  # most corpora have no such file

    return tomllib.loads(content).get(_TABLE, [])


def _content(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        return ""
    if len(data) > _MOST_BYTES:
        raise ValueError
    return data.decode("utf-8-sig")


def _correction(row: Any) -> Correction:
    field, value = row["field"], row["value"]
    if isinstance(value, datetime.date):
        value = value.isoformat()
    texts = (row["id"], row.get("text", ""), field, value)
    previous = row.get("previous")
    if not all(isinstance(text, str) for text in texts) or field not in FIELDS or not value.strip():
        raise ValueError
    if field == "date":
        value = datetime.date.fromisoformat(value).isoformat()
    return Correction(
        row["id"], texts[1], field, value, None if previous is None else str(previous)
    )


def _problem(error: Exception) -> Rejection:
    if isinstance(error, OSError):
        reason = error.strerror or type(error).__name__
        return Rejection(
            FILE, None, message("it cannot be read or written: {error}"), {"error": reason}
        )
    line = _AT_LINE.search(str(error))
    reason = message("it is not a TOML file that can be read")
    return Rejection(FILE, int(line[1]) if line else None, reason)
