"""What the commands print: data on stdout, narration on stderr, nobody else's terminal escapes."""

import csv
import io
import os
import sys
from collections.abc import Iterable, Sequence

import click

from app.locale import _
from app.machine import as_json, cell
from corpus.article import Span
from corpus.text import visible

_ONE_LINE = str.maketrans("\n\t", "  ")


def say(line: str = "") -> None:
    """Print a line of data; what came from outside must have gone through `shown`."""
    click.echo(line, color=styled())


def narrate(message: str, **values: str) -> None:
    """Print a sentence about what is done, translated, on stderr."""
    click.echo(sentence(message, **values), err=True)


def narrate_place(text: str, start: int, end: int) -> None:
    """Print one line of outside text on stderr, with carets under [start, end)."""
    carets = " " * start + "^" * max(end - start, 1)
    click.echo(f"  {visible(text).translate(_ONE_LINE)}\n  {carets}", err=True)


def sentence(message: str, **values: str) -> str:
    """Return a translated message with its values, ended by a full stop and safe to show."""
    text = _(message).format(**{name: visible(value) for name, value in values.items()})
    text = shown(text)
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def shown(text: str) -> str:
    """Return outside text on one line, with control characters made visible."""
    return visible(" ".join(text.split()))


def emit(value: object) -> None:
    """Print one JSON object, days in ISO 8601; what a terminal could act on is escaped in it."""
    click.echo(as_json(value, ascii_only=_ascii_only()), color=False)


def emit_rows(rows: Iterable[Sequence[object]]) -> None:
    """Print rows as CSV (RFC 4180), safe for a terminal and for a spreadsheet; None is empty.

    A spreadsheet would run a cell that starts as a formula does: an apostrophe comes before it.
    """
    written = io.StringIO()
    csv.writer(written).writerows(map(cell, row) for row in rows)
    click.echo(written.getvalue(), nl=False, color=False)


def marked(text: str, spans: Iterable[Span]) -> str:
    """Return outside text on one line with `spans` of it marked, and safe to show.

    Marks are bold on a terminal, asterisks elsewhere.
    """
    text = visible(text).translate(_ONE_LINE)
    pieces, end = [], 0
    for start, stop in spans:
        pieces += [text[end:start], _mark(text[start:stop])]
        end = stop
    return "".join([*pieces, text[end:]])


def heading(text: str) -> str:
    """Return `text` as a heading."""
    return click.style(text, bold=True)


def faint(text: str) -> str:
    """Return `text` as an aside."""
    return click.style(text, dim=True)


def columns(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """Yield rows as lines, their cells aligned to the left."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))] if rows else []
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _mark(text: str) -> str:
    if not styled():
        return f"*{text}*"
    color = None if os.environ.get("NO_COLOR") else "yellow"
    return click.style(text, bold=True, underline=True, fg=color)


def styled() -> bool:
    """Return whether what is printed may have styles."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _ascii_only() -> bool:
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    return not encoding.startswith("utf")
