"""The articles nearest to one, to read one of them beside it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from app.interface.dates import day
from app.interface.page import short_date
from app.interface.painting import clip
from app.interface.screens.dialogs import MenuDialog
from app.locale import _
from corpus.text import visible
from index.answer import Match

ANOTHER = ""
"""What the menu is left with when none of its articles will do."""

_WIDTH = 54  # cells of a title


class NearestMenu(MenuDialog[str | None]):
    """Dismissed with the id of an article, `ANOTHER`, or None to go back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,w,r", "dismiss"),
    ]

    def __init__(self, title: str, matches: Sequence[Match]) -> None:
        super().__init__()
        self._title = title
        self._matches = matches

    def compose(self) -> ComposeResult:
        """Yield the list, and what can be done with it."""
        options = [_option(match) for match in self._matches]
        another = Content(_("another one: mark it in the search"))
        with Vertical(classes="dialog"):
            yield Static(Content(_("What else tells this?")), classes="dialog-title")
            yield Static(Content(clip(visible(self._title), _WIDTH)))
            yield OptionList(*options, another, markup=False)
            yield Static(Content(_("Enter side by side · Esc back")), classes="dialog-foot")

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Leave with the article."""
        at = message.option_index
        self.dismiss(self._matches[at].id if at < len(self._matches) else ANOTHER)


def _option(match: Match) -> Content:
    origin = " · ".join(visible(part) for part in (match.source, match.agency) if part)
    when = short_date(day(match.date), match.date_evidence)
    return Content(
        f"{clip(visible(match.title), _WIDTH)}\n  {' · '.join(filter(None, (when, origin)))}"
    )
