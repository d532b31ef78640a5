"""A dialog to write the matches to a file: in which format, and where."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from app.export import FORMATS, Format
from app.export.writing import ExportError, Taken, check
from app.interface.dates import number
from app.interface.widgets.query_box import PlainInput
from app.locale import _, ngettext
from corpus.identity import plain
from corpus.text import visible

_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be written where."""

    format: Format
    path: Path
    force: bool
    """Whether a file that is there is to be replaced."""


class ExportScreen(ModalScreen[Chosen | None]):
    """Enter writes; a name that is taken is asked for twice."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss")]

    def __init__(self, query: str, total: int) -> None:
        super().__init__()
        self._stem = plain(query)[:_LONGEST].strip("-.") or "articles"
        self._total = total
        self._suffix = FORMATS[0].suffix
        self._taken: Path | None = None

    def compose(self) -> ComposeResult:
        """Yield the formats, a box for the file's name, and what can be done."""
        title = ngettext("Write {n} article to a file", "Write {n} articles to a file", self._total)
        with Vertical(classes="dialog"):
            yield Static(Content(title.format(n=number(self._total))), classes="dialog-title")
            yield OptionList(*(Content(known.label) for known in FORMATS), markup=False)
            yield Static(Content(_("File, in {folder}").format(folder=_folder())), id="where")
            name = f"{self._stem}{self._suffix}"
            yield PlainInput(name, compact=True, classes="dialog-input")
            yield Static(_foot(), classes="dialog-foot", markup=False)

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """Give the file the suffix of the format."""
        suffix, box = FORMATS[message.option_index].suffix, self.query_one(PlainInput)
        if box.value.endswith(self._suffix):
            box.value = box.value.removesuffix(self._suffix) + suffix
        self._suffix = suffix

    def on_option_list_option_selected(self) -> None:
        """Write."""
        self._finish()

    def on_input_submitted(self) -> None:
        """Write."""
        self._finish()

    def on_input_changed(self, _message: Input.Changed) -> None:
        """Forget what was wrong with another name."""
        self._taken = None
        self._say(_foot())

    def _finish(self) -> None:
        """Leave with what is chosen, or say what stands in the way."""
        wanted = FORMATS[self.query_one(OptionList).highlighted or 0]
        path = Path(self.query_one(PlainInput).value.strip()).expanduser()
        force = path == self._taken
        try:
            check(wanted, path, force=force)
        except Taken:
            self._taken = path
            said = _("{path} is there already; Enter again replaces it")
            self._say(said.format(path=visible(str(path))))
        except ExportError as error:
            self._say(_(error.reason).format(path=visible(str(path))))
        else:
            self.dismiss(Chosen(wanted, path, force))

    def _say(self, text: str) -> None:
        self.query_one(".dialog-foot", Static).update(Content(text))


def _foot() -> str:
    return _("↑ ↓ format · Tab file name · Enter writes · Esc back")


def _folder() -> str:
    return visible(str(Path.cwd()))
