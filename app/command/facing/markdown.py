"""A Markdown table, as CommonMark with tables reads it. Differing words are bold."""

from collections.abc import Iterator

from app.command.facing.sheet import facts, legend, lines, remarks, titles
from app.pair import Pair
from corpus.markdown import escaped


def as_markdown(pair: Pair) -> str:
    """Return a comparison as a document of its own."""
    return "\n".join(_document(pair))


def _document(pair: Pair) -> Iterator[str]:
    left, right = titles(pair)
    yield f"# {escaped(left)} / {escaped(right)}"
    yield ""
    yield f"| | {escaped(left)} | | {escaped(right)} |"
    yield "|---|---|---|---|"
    for one, other in facts(pair):
        yield f"| | {escaped(one)} | | {escaped(other)} |"
    for line in lines(pair, _write):
        cells = (part for cell in line.cells for part in (escaped(cell.sign), cell.text))
        yield f"| {' | '.join(cells)} |"
    yield ""
    yield escaped(legend())
    yield ""
    for label, values in remarks(pair):
        yield f"- {escaped(label)}: {escaped(', '.join(values))}"


def _write(text: str, differs: bool) -> str:
    return f"**{escaped(text)}**" if differs else escaped(text)
