"""Matches written for other programs: one module a format, and the registry of them.

A module has a function `pieces(readings, about)`, which yields what is to be written piece by
piece: a hundred thousand matches are never in memory together.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from app.request import Request
from index.answer import Reading


@dataclass(frozen=True, slots=True)
class About:
    """What is written, beside the matches."""

    request: Request
    total: int
    """How many matches are written."""
    separator: str = ","
    """What parts the cells of a table."""


class Writer(Protocol):
    """What the module of a format gives."""

    def pieces(self, readings: Iterable[Reading], about: About) -> Iterator[str]:
        """Yield the parts of the file."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format, and where its writer is."""

    name: str
    """What it is called on the command line."""
    label: str
    """What it is called in the interface; a name, not a word to be translated."""
    suffix: str
    """Of its file; empty where it is a folder."""
    module: str
    """Of `app.export`; imported when something is written."""

    def pieces(self, readings: Iterable[Reading], about: About) -> Iterator[str]:
        """Yield the parts of the file."""
        writer = cast(Writer, import_module(f"app.export.{self.module}"))
        return writer.pieces(readings, about)


TXM = Format("txm", "TXM (TXT + metadata.csv)", "", "txm")
"""The one format that is a folder: `txm.write_into` writes it."""

FORMATS: tuple[Format, ...] = (
    Format("csv", "CSV", ".csv", "table"),
    Format("jsonl", "JSON lines", ".jsonl", "json_lines"),
    Format("bibtex", "BibTeX", ".bib", "bibtex"),
    Format("ris", "RIS", ".ris", "ris"),
    Format("csl-json", "CSL JSON", ".json", "csl_json"),
    Format("markdown", "Markdown", ".md", "markdown"),
    Format("html", "HTML", ".html", "html"),
    TXM,
    Format("iramuteq", "IRaMuTeQ", ".txt", "iramuteq"),
)

BY_NAME = {known.name: known for known in FORMATS}
