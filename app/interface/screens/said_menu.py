"""Who said what: the quotations of an article, or of an actor, to read one in its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from app.interface.dates import day, number
from app.interface.painting import clip
from app.interface.screens.dialogs import MenuDialog
from app.interface.wrapping import wrap
from app.locale import _, ngettext
from corpus.article import Span
from corpus.quotations.quotation import Quotation, QuotationKind
from corpus.text import visible
from index.answer import Reading

if TYPE_CHECKING:  # the index is imported on its own thread
    from index.said import Said

_WIDTH = 66  # cells of a line
_LINES = 3
_INDENT = "  "


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A quotation as the menu lists it."""

    head: str
    """Who speaks, or where and when; safe to show."""
    words: str
    """As shown, in marks where it is a direct one."""
    id: str
    """The article's."""
    span: Span
    """Its place in the article's text."""


class SaidMenu(MenuDialog[SaidLine | None]):
    """Dismissed with a quotation, or None to go back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,W", "dismiss"),
    ]

    def __init__(self, title: str, lines: Sequence[SaidLine], total: int) -> None:
        """`total`: how many quotations there are, of which `lines` are the first."""
        super().__init__()
        self._title, self._lines, self._total = title, lines, total

    def compose(self) -> ComposeResult:
        """Yield the list, and what can be done with it."""
        count = ngettext("{n} quotation", "{n} quotations", self._total)
        title = f"{clip(visible(self._title), _WIDTH - 20)} · {count.format(n=number(self._total))}"
        options = [Content("\n".join(_shown(line))) for line in self._lines]
        with Vertical(classes="dialog said"):
            yield Static(Content(title), classes="dialog-title")
            yield OptionList(*options, markup=False)
            yield Static(Content(_("Enter read it in its place · Esc back")), classes="dialog-foot")

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Leave with the quotation."""
        self.dismiss(self._lines[message.option_index])


def of_article(reading: Reading) -> list[SaidLine]:
    """Return what is quoted in an article, who speaks before the words."""
    text = reading.article.text
    return [
        SaidLine(
            head=visible(quotation.actor or _words_of(quotation, text)),
            words=_in_marks(text[quotation.start : quotation.end], quotation.kind),
            id=reading.article.id,
            span=quotation.span,
        )
        for quotation in reading.quoted
    ]


def in_article(said: "Said") -> SaidLine:
    """Return a quotation of an actor, the article before the words."""
    where = [day(said.date), said.source, said.title]
    return SaidLine(
        head=visible(" · ".join(part for part in where if part)),
        words=_in_marks(said.words, said.kind),
        id=said.id,
        span=(said.start, said.end),
    )


def _words_of(quotation: Quotation, text: str) -> str:
    speaker = quotation.speaker
    return text[speaker.start : speaker.end] if speaker else "—"


def _in_marks(words: str, kind: QuotationKind) -> str:
    return f"« {words} »" if kind is QuotationKind.DIRECT else words


def _shown(line: SaidLine) -> Iterator[str]:
    """Yield who or where, then the first lines of the words."""
    yield clip(" ".join(line.head.split()), _WIDTH)
    words = visible(" ".join(line.words.split()))
    rows = [words[start:end] for start, end in wrap(words, _WIDTH - len(_INDENT))]
    for at, row in enumerate(rows[:_LINES]):
        more = at == _LINES - 1 and len(rows) > _LINES
        yield _INDENT + (clip(f"{row} …", _WIDTH - len(_INDENT)) if more else row)
