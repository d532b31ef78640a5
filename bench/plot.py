"""Draws how long answers take by the number of articles, as SVG, from runs of `bench.speed`.

    python -m bench.plot RUN [RUN …] --out FIGURE.svg

RUN holds what a run printed; of each the last line counts. One panel a kind of work, both axes
logarithmic. The colours can be told from a light and from a dark page; each engine also has a mark
of its own. The last line is one JSON object: the file, and how many articles each run had.
"""

import argparse
import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

Run = Mapping[str, Any]
Scale = Callable[[float], float]

_KINDS = {
    "keystrokes": "Every keystroke",
    "queries": "Whole queries",
    "common": "Common words",
    "phrases": "Phrases",
    "filtered": "With filters",
    "keystrokes_cold": "Every keystroke, asked for the first time",
}
_ENGINES = {"visavis": "visavis", "fts5": "SQLite FTS5", "tantivy": "tantivy"}
_MARKS = {"visavis": "circle", "fts5": "square", "tantivy": "triangle"}

_COLUMNS = 2
_PANEL, _ROW = 380, 250
"""The width and height of a panel and what is around it, in pixels."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 18, 40, 34
"""The room that a panel leaves for its title and numbers."""
_HEAD = 34

_STYLE = """
text { font: 12px system-ui, sans-serif; fill: #6b7280 }
.title { font-weight: 600 }
.grid { stroke: #8b949e; stroke-opacity: .3; fill: none }
.line { fill: none; stroke-width: 2 }
.half { stroke-dasharray: 3 4; stroke-width: 1.5 }
.visavis { stroke: #c2410c; fill: #c2410c }
.fts5 { stroke: #6b7280; fill: #6b7280 }
.tantivy { stroke: #2563eb; fill: #2563eb }
@media (prefers-color-scheme: dark) {
  text { fill: #c9d1d9 }
  .visavis { stroke: #fb923c; fill: #fb923c }
  .fts5 { stroke: #9ca3af; fill: #9ca3af }
  .tantivy { stroke: #60a5fa; fill: #60a5fa }
}
"""


def main() -> None:
    """Draw the runs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("runs", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    runs = read_runs(args.runs)
    args.out.write_text(plot(runs), encoding="utf-8")
    print(json.dumps({"plot": str(args.out), "articles": [run["articles"] for run in runs]}))


def read_runs(paths: Sequence[Path]) -> list[Run]:
    """Return the figures of each run, the smallest corpus first."""
    runs = [json.loads(path.read_text(encoding="utf-8").splitlines()[-1]) for path in paths]
    return sorted(runs, key=lambda run: run["articles"])


def plot(runs: Sequence[Run]) -> str:
    """Return the figure, an SVG document."""
    width = _PANEL * _COLUMNS
    height = _HEAD + _ROW * math.ceil(len(_KINDS) / _COLUMNS)
    parts = [*_legend()]
    for place, (kind, title) in enumerate(_KINDS.items()):
        row, column = divmod(place, _COLUMNS)
        parts.append(f'<g transform="translate({column * _PANEL} {_HEAD + row * _ROW})">')
        parts += _panel(runs, kind, title)
        parts.append("</g>")
    label = "Milliseconds of an answer by the number of articles, for three search engines"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}" role="img" aria-label="{label}">\n'
        f"<style>{_STYLE}</style>\n" + "\n".join(parts) + "\n</svg>\n"
    )


def _legend() -> Iterator[str]:
    for place, (engine, name) in enumerate(_ENGINES.items()):
        x = _LEFT + place * 120
        yield _mark(engine, x, 18)
        yield f'<text x="{x + 10}" y="22">{name}</text>'
    x = _LEFT + len(_ENGINES) * 120
    yield f'<text x="{x}" y="22">milliseconds by articles: p95, dashed p50</text>'


def _panel(runs: Sequence[Run], kind: str, title: str) -> Iterator[str]:
    low, high = _powers(runs)
    sizes = [run["articles"] for run in runs]
    across = _logarithmic(min(sizes), max(sizes), _LEFT, _PANEL - _RIGHT)
    up = _logarithmic(10**low, 10**high, _ROW - _BOTTOM, _TOP)
    yield f'<text class="title" x="{_LEFT}" y="{_TOP - 12}">{title}</text>'
    for power in range(low, high + 1):
        y = up(10**power)
        yield f'<path class="grid" d="M{_LEFT} {y:.1f}H{_PANEL - _RIGHT}"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g}</text>'
    for size in sizes:
        x, y = across(size), _ROW - _BOTTOM + 18
        yield f'<text x="{x:.1f}" y="{y}" text-anchor="middle">{_short(size)}</text>'
    for engine in _ENGINES:
        for share, line in (("p50", "line half"), ("p95", "line")):
            points = [(across(run["articles"]), up(run[kind][engine][share])) for run in runs]
            path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
            yield f'<path class="{line} {engine}" style="fill: none" d="M{path}"/>'
            if share == "p95":
                yield from (_mark(engine, x, y) for x, y in points)


def _powers(runs: Sequence[Run]) -> tuple[int, int]:
    """Return the powers of ten, of milliseconds, that all panels go from and to."""
    shown = [
        run[kind][engine][share]
        for run in runs
        for kind in _KINDS
        for engine in _ENGINES
        for share in ("p50", "p95")
    ]
    low = math.floor(math.log10(min(shown)))
    return low, max(math.ceil(math.log10(max(shown))), low + 1)


def _logarithmic(low: float, high: float, start: float, end: float) -> Scale:
    span = math.log(high / low) or 1.0  # one run only
    return lambda value: start + (end - start) * math.log(value / low) / span


def _mark(engine: str, x: float, y: float) -> str:
    shape = {
        "circle": f'circle cx="{x:.1f}" cy="{y:.1f}" r="3.5"',
        "square": f'rect x="{x - 3:.1f}" y="{y - 3:.1f}" width="6" height="6"',
        "triangle": f'path d="M{x - 4:.1f} {y + 3:.1f}h8l-4 -7z"',
    }[_MARKS[engine]]
    return f'<{shape} class="{engine}"/>'


def _short(number: int) -> str:
    return f"{number / 1000:.0f}k" if number >= 1000 else str(number)


if __name__ == "__main__":
    main()
