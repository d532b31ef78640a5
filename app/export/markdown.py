"""A Markdown document to read on or to cut from: each match whole, its hits in bold."""

from collections.abc import Iterable, Iterator

from app.export import About
from app.export.content import address, asked, facts, heading, names, paragraphs, pieces_of
from corpus.article import Span
from corpus.markdown import escaped, escaped_lines
from corpus.text import visible
from index.answer import Reading


def pieces(readings: Iterable[Reading], about: About) -> Iterator[str]:
    """Yield a heading, then the articles."""
    yield f"# {heading(about.total)}\n\n"
    for asked_for in asked(about.request):
        yield f"- {_line(asked_for)}\n"
    for reading in readings:
        yield "".join(f"{block}\n\n" for block in _article(reading))


def _article(reading: Reading) -> Iterator[str]:
    article = reading.article
    yield f"\n## {_marked(article.headline, reading.title_hits)}"
    yield " · ".join(map(_line, facts(reading)))
    if url := address(reading):
        yield f"<{visible(url)}>"
    if actors := names(reading):
        yield f"*{_line(', '.join(actors))}*"
    for paragraph, hits in paragraphs(reading):
        yield escaped_lines(_marked(paragraph, hits))


def _marked(text: str, hits: Iterable[Span]) -> str:
    return "".join(
        f"**{escaped(piece)}**" if is_hit else escaped(piece)
        for piece, is_hit in pieces_of(text, hits)
    )


def _line(text: str) -> str:
    return escaped(visible(" ".join(text.split())))
