"""A Markdown table, as CommonMark with tables reads it. Differing words are bold."""

import re
from collections.abc import Iterator

from app.command.facing.sheet import facts, legend, lines, remarks, titles
from app.pair import Pair

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&$^=+])")


def as_markdown(pair: Pair) -> str:
    """Return a comparison as a document of its own."""
    return "\n".join(_document(pair))


def _document(pair: Pair) -> Iterator[str]:
    left, right = titles(pair)
    yield f"# {_escaped(left)} / {_escaped(right)}"
    yield ""
    yield f"| | {_escaped(left)} | | {_escaped(right)} |"
    yield "|---|---|---|---|"
    for one, other in facts(pair):
        yield f"| | {_escaped(one)} | | {_escaped(other)} |"
    for line in lines(pair, _write):
        cells = (part for cell in line.cells for part in (_escaped(cell.sign), cell.text))
        yield f"| {' | '.join(cells)} |"
    yield ""
    yield _escaped(legend())
    yield ""
    for label, values in remarks(pair):
        yield f"- {_escaped(label)}: {_escaped(', '.join(values))}"


def _write(text: str, differs: bool) -> str:
    return f"**{_escaped(text)}**" if differs else _escaped(text)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
