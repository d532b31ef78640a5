"""A web page of its own, to read, to send or to print: each match whole, its hits marked."""

from collections.abc import Iterable, Iterator
from html import escape

from app.export import About
from app.export.content import address, asked, facts, heading, names, paragraphs, pieces_of
from app.web_page import PAGE_END, page_opening
from corpus.article import Span
from corpus.text import visible
from index.answer import Reading

_STYLE = """
:root { color-scheme: light dark; --ink: #1c1c1c; --ground: #fdfcf9; --faint: #666; --rule: #ddd;
  --mark: #fff0c2; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e3dc; --ground: #191919; --faint: #9a968d;
  --rule: #3a3a3a; --mark: #4d4122; } }
@media print { :root { --ink: #000; --ground: #fff; --faint: #444; --rule: #bbb; --mark: #fff; }
  body { margin: 0; font-size: 10pt; } header { break-after: avoid; } p { orphans: 3; widows: 3; } }
body { color: var(--ink); background: var(--ground); font: 17px/1.5 Georgia, serif;
  max-width: 42rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; line-height: 1.25; margin: 0; }
article { border-top: 1px solid var(--rule); margin-top: 2rem; padding-top: 1.5rem; }
.facts, .actors, .asked { color: var(--faint); font-size: .9rem; margin: .3rem 0; }
.actors { font-style: italic; }
mark { color: inherit; background: var(--mark); text-decoration: underline; }
a { color: inherit; }
""".strip()


def pieces(readings: Iterable[Reading], about: About) -> Iterator[str]:
    """Yield the page."""
    title = heading(about.total)
    yield f"{page_opening(title, _STYLE)}\n<h1>{_written(title)}</h1>\n"
    for asked_for in asked(about.request):
        yield f'<p class="asked">{_written(asked_for)}</p>\n'
    for reading in readings:
        yield "\n".join(_article(reading)) + "\n"
    yield f"{PAGE_END}\n"


def _article(reading: Reading) -> Iterator[str]:
    yield f"<article>\n<header>\n<h2>{_marked(reading.article.headline, reading.title_hits)}</h2>"
    yield f'<p class="facts">{" · ".join(map(_written, facts(reading)))}</p>'
    if url := address(reading):
        link = _written(url)
        yield f'<p class="facts"><a href="{link}" rel="noopener noreferrer">{link}</a></p>'
    if actors := names(reading):
        yield f'<p class="actors">{_written(", ".join(actors))}</p>'
    yield "</header>"
    for paragraph, hits in paragraphs(reading):
        yield f"<p>{_marked(paragraph, hits)}</p>"
    yield "</article>"


def _marked(text: str, hits: Iterable[Span]) -> str:
    return "".join(
        f"<mark>{escape(piece)}</mark>" if is_hit else escape(piece)
        for piece, is_hit in pieces_of(text, hits)
    )


def _written(text: str) -> str:
    return escape(visible(text))
