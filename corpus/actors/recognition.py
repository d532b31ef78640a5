"""Names in French text: spaCy's model on prepared text, then sifted."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, islice
from typing import Any

from corpus.actors.cache import AnalysisCache, Spans
from corpus.actors.cues import Found, departments, with_cues
from corpus.actors.model import load_lexicon, load_model
from corpus.actors.sifting import Name, Sieve
from corpus.actors.usage import Lexicon, Usage, prepare
from corpus.actors.version import model_version, recogniser_version
from corpus.article import PARAGRAPH_BREAK, Kind
from corpus.folding import fold_name

LONGEST_PIECE = 4_000
"""Characters the model reads at once; its memory grows with them."""

_KINDS = {"PER": Kind.PERSON, "ORG": Kind.ORGANISATION, "LOC": Kind.PLACE}
_HEADING_LENGTH = 120
_SENTENCE_END = re.compile(r"[.!?…][»”\")\s]*\s")
_BATCH = 256
"""Pieces that go through the model at once."""
_REMEMBERED = 50_000
"""Pieces whose names are remembered: some 50 MB."""

Names = tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    """One article on its way through the model."""

    number: int
    usage: Usage


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line of an article, as long as the model may read at once."""

    plan: _Plan
    text: str
    start: int
    in_title: bool
    is_heading: bool


class Recogniser:
    """Finds persons, organisations and places; the model is loaded when it is first needed."""

    def __init__(self, cache: AnalysisCache | None = None) -> None:
        """Use and keep what the model has read before, if there is a `cache` for it."""
        self._known: dict[str, Sequence[Found]] = {}
        self._cache = cache

    @property
    def version(self) -> str:
        """Tell model and rules: equal versions find equal names."""
        return recogniser_version()

    def recognise(self, texts: Iterable[tuple[str, str]]) -> Iterator[tuple[Names, Names]]:
        """Yield for each (headline, text) the names of both, in order of place.

        The text's paragraphs are parted by blank lines. Texts are read some ahead of what is
        yielded, so that the model works on batches; a paragraph read before is not read again.
        """
        pieces = (
            piece
            for number, (headline, text) in enumerate(texts)
            for piece in _pieces(number, headline, text)
        )
        lines = ((piece, names) for some in _batches(pieces) for piece, names in self._read(some))
        for _, article in groupby(lines, key=lambda line: line[0].plan.number):
            yield self._names(list(article))

    def _read(self, pieces: Sequence[_Piece]) -> Iterator[tuple[_Piece, list[Name]]]:
        prepared = [prepare(piece.text, piece.plan.usage, self._lexicon) for piece in pieces]
        self._recognise(prepared)
        for piece, text in zip(pieces, prepared, strict=True):
            yield piece, self._sift(text, self._known[text], piece)

    def _recognise(self, texts: Sequence[str]) -> None:
        """Let the model read what it has not read before: agency copy comes again and again."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if len(self._known) + len(new) > _REMEMBERED:
            self._known = {text: self._known[text] for text in texts if text in self._known}
        if self._cache:
            self._known |= self._cache.get_lines(new, model_version())
            new = [text for text in new if text not in self._known]
        if new:
            found = dict(
                zip(new, map(_spans, self._model.pipe(new, batch_size=_BATCH)), strict=True)
            )
            self._known |= found
            if self._cache:
                self._cache.put_lines(model_version(), found)

    def _sift(self, prepared: str, found: Sequence[Found], piece: _Piece) -> list[Name]:
        sieve = Sieve(piece.text, piece.plan.usage, self._lexicon, piece.is_heading)
        names = [*sieve.sift(with_cues(prepared, found)), *_departments(piece.text)]
        return [
            replace(name, start=name.start + piece.start, end=name.end + piece.start)
            for name in sorted(names, key=lambda name: name.start)
        ]

    def _names(self, lines: list[tuple[_Piece, list[Name]]]) -> tuple[Names, Names]:
        """Part title from text; of a section title keep only what the body names, too."""
        named = {
            word
            for piece, names in lines
            if not piece.is_heading
            for name in names
            for word in fold_name(name.text).split()
        }
        title = tuple(name for piece, names in lines if piece.in_title for name in names)
        text = tuple(
            name
            for piece, names in lines
            if not piece.in_title
            for name in names
            if not piece.is_heading or named.issuperset(fold_name(name.text).split())
        )
        return title, text

    @cached_property
    def _model(self) -> Any:
        return load_model()

    @cached_property
    def _lexicon(self) -> Lexicon:
        return load_lexicon(self._model)


def _spans(doc: Any) -> Spans:
    return tuple(
        (entity.start_char, entity.end_char, _KINDS[entity.label_])
        for entity in doc.ents
        if entity.label_ in _KINDS
    )


def _batches(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    rest = iter(pieces)
    while some := list(islice(rest, _BATCH)):
        yield some


def _departments(text: str) -> Iterator[Name]:
    return (Name(text[start:end], start, end, Kind.PLACE) for start, end in departments(text))


def _pieces(number: int, headline: str, text: str) -> Iterator[_Piece]:
    plan = _Plan(number, Usage.of(text))
    for piece, start in _short_enough(headline or " ", 0):
        yield _Piece(plan, piece, start, in_title=True, is_heading=True)
    at = 0
    for paragraph in text.split(PARAGRAPH_BREAK):
        heading = is_heading(paragraph)
        for piece, start in _short_enough(paragraph, at):
            yield _Piece(plan, piece, start, in_title=False, is_heading=heading)
        at += len(paragraph) + len(PARAGRAPH_BREAK)


def is_heading(paragraph: str) -> bool:
    """Tell whether a paragraph is a section's title: short, without a sentence's end."""
    line = paragraph.rstrip("»”\"'’)% \u00a0\u202f")
    return 0 < len(line) <= _HEADING_LENGTH and line[-1].isalnum()


def _short_enough(text: str, start: int) -> Iterator[tuple[str, int]]:
    at = 0
    while len(text) - at > LONGEST_PIECE:
        ends = [m.end() for m in _SENTENCE_END.finditer(text, at, at + LONGEST_PIECE)]
        cut = ends[-1] if ends else at + LONGEST_PIECE
        yield text[at:cut], start + at
        at = cut
    if at < len(text):
        yield text[at:], start + at
