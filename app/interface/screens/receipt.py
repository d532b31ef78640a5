"""What came out of each file: a table, and under it what was rejected and why."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from app import receipt
from app.interface import questions
from app.interface.dates import number
from app.interface.library import IndexTrouble
from app.interface.screens.dialogs import TextDialog
from app.interface.session import Session
from app.locale import _
from corpus.article import Rejection
from corpus.text import visible
from index.receipt import Receipt

_MOST_REJECTIONS = 500
_WIDTH = 9  # columns of a count, and of the word over it
_INDENT = " " * 6


class ReceiptScreen(TextDialog):
    """Esc or q leave it; arrows scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss")]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def compose(self) -> ComposeResult:
        """Yield the table's place, filled when the index has answered."""
        with Vertical(classes="dialog help"):
            yield Static(Content(_("What came out of each file")), classes="dialog-title")
            with VerticalScroll():
                yield Static(Content(_("One moment…")), id="receipt")
            yield Static(Content(_("↑ ↓ scroll · Esc back")), classes="dialog-foot")

    async def on_mount(self) -> None:
        """Ask the index."""
        self.run_worker(self._show(), exclusive=True)

    async def _show(self) -> None:
        try:
            files = await self._session.library.ask(questions.receipts)
        except IndexTrouble as trouble:
            reason = visible(str(trouble)).replace("\n", " ")
            text = _("The index could not be read: {reason}").format(reason=reason)
        else:
            text = "\n".join(_report(files)) if files else _("no index yet")
        self.query_one("#receipt", Static).update(Content(text))


def _report(files: tuple[Receipt, ...]) -> Iterator[str]:
    heads = (_("seen"), _("taken"), _("rejected"), _("stubs"), _("twice"))
    yield _row(heads, _("file"))
    for line in [*receipt.lines(files), receipt.total(files)]:
        counts = (line.seen, line.taken, line.rejected, line.stubs, line.duplicates)
        yield _row(map(number, counts), line.what)
        if line.format:
            yield _INDENT + line.format
        if line.dates:
            yield _INDENT + _("dates: {counts}").format(counts=line.dates)
        if line.empty:
            yield _INDENT + _("without {counts}").format(counts=line.empty)
    yield ""
    rejections = [rejection for file in files for rejection in file.rejections]
    if rejections:
        yield _("Not read")
        yield from (f"  {_told(rejection)}" for rejection in rejections[:_MOST_REJECTIONS])


def _row(cells: Iterable[str], name: str) -> str:
    return "".join(cell.rjust(_WIDTH) for cell in cells) + f"  {name}"


def _told(rejection: Rejection) -> str:
    reason = _(rejection.reason).format(**{k: visible(v) for k, v in rejection.values.items()})
    return f"{receipt.place(rejection)}: {reason}"
