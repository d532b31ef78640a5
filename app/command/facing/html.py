"""A comparison as a web page."""

from collections.abc import Iterator
from html import escape

from app.command.facing.sheet import facts, legend, lines, remarks, titles
from app.pair import Pair
from app.web_page import PAGE_END, page_opening

_STYLE = """
:root { color-scheme: light dark; --ink: #1c1c1c; --ground: #fdfcf9; --faint: #666; --rule: #ddd;
  --mark: #fff0c2; --only: #e4eefb; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e3dc; --ground: #191919; --faint: #9a968d;
  --rule: #3a3a3a; --mark: #4d4122; --only: #1f2d40; } }
@media print { :root { --ink: #000; --ground: #fff; --faint: #444; --rule: #bbb; --mark: #fff;
  --only: #fff; } body { margin: 0; font-size: 10pt; } tr { break-inside: avoid; } }
body { color: var(--ink); background: var(--ground); font: 17px/1.5 Georgia, serif;
  max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { vertical-align: top; text-align: left; padding: .35rem .6rem; overflow-wrap: anywhere; }
thead th { font-size: 1.2rem; }
.fact td, .legend, .elsewhere td { color: var(--faint); font-size: .9rem; }
.sign { width: 2.2rem; color: var(--faint); text-align: right; white-space: nowrap; }
tbody.passages tr { border-top: 1px solid var(--rule); }
.same td { color: var(--faint); }
.only-left td:nth-child(2), .only-right td:nth-child(4) { background: var(--only); }
mark { color: inherit; background: var(--mark); text-decoration: underline; }
dt { font-weight: bold; } dd { margin: 0 0 .5rem; }
""".strip()


def as_html(pair: Pair) -> str:
    """Return a comparison as a page to keep, to send or to print."""
    return "\n".join(_page(pair))


def _page(pair: Pair) -> Iterator[str]:
    names = titles(pair)
    left, right = map(escape, names)
    yield page_opening(" / ".join(names), _STYLE) + "\n<table>"
    yield '<colgroup><col class="sign"><col><col class="sign"><col></colgroup>'
    yield f"<thead>\n<tr><td></td><th>{left}</th><td></td><th>{right}</th></tr>"
    for one, other in facts(pair):
        cells = f"<td></td><td>{escape(one)}</td><td></td><td>{escape(other)}</td>"
        yield f'<tr class="fact">{cells}</tr>'
    yield '</thead>\n<tbody class="passages">'
    for line in lines(pair, _write):
        cells = "".join(
            f'<td class="sign">{cell.sign}</td><td>{cell.text}</td>' for cell in line.cells
        )
        yield f'<tr class="{line.name}">{cells}</tr>'
    yield f'</tbody>\n</table>\n<p class="legend">{escape(legend())}</p>\n<dl>'
    for label, values in remarks(pair):
        yield f"<dt>{escape(label)}</dt><dd>{escape(', '.join(values))}</dd>"
    yield f"</dl>\n{PAGE_END}"


def _write(text: str, differs: bool) -> str:
    return f"<mark>{escape(text)}</mark>" if differs else escape(text)
