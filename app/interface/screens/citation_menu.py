"""A reference to the article in view, in each form, to copy one."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from app.citation import NAMES, Style, cite
from app.interface.screens.dialogs import MenuDialog
from app.locale import _
from corpus.article import Article

_STYLES = tuple(Style)


class CitationMenu(MenuDialog[Style | None]):
    """Dismissed with the form that is to be copied, or None to go back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,Y", "dismiss"),
    ]

    def __init__(self, article: Article) -> None:
        super().__init__()
        self._article = article

    def compose(self) -> ComposeResult:
        """Yield the references, and what can be done with them."""
        options = [
            Content.assemble((NAMES[style], "bold"), f"\n{cite(self._article, style)}\n")
            for style in _STYLES
        ]
        with Vertical(classes="dialog citation"):
            yield Static(Content(_("Cite this article")), classes="dialog-title")
            yield OptionList(*options, markup=False)
            yield Static(Content(_("Enter copy · Esc back")), classes="dialog-foot")

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Leave with the form."""
        self.dismiss(_STYLES[message.option_index])
