"""The actors of an article: one key to the articles of one of them."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from app.interface.dates import number
from app.interface.page import SYMBOLS, Actor
from app.interface.picked import Picked
from app.interface.screens.dialogs import MenuDialog
from app.locale import _
from corpus.actors.ledger import Named
from corpus.text import visible
from index.filter import Facet


class ActorMenu(MenuDialog[Picked | Named | None]):
    """Enter asks for the actor's articles, x for those without, i for all that is known of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,a,q", "dismiss"),
        Binding("x", "exclude"),
        Binding("i", "inspect"),
    ]

    def __init__(self, actors: Sequence[Actor]) -> None:
        super().__init__()
        self._actors = actors

    def compose(self) -> ComposeResult:
        """Yield the list, and what can be done with it."""
        with Vertical(classes="dialog"):
            yield Static(Content(_("Actors of this article")), classes="dialog-title")
            yield OptionList(*(self._option(actor) for actor in self._actors), markup=False)
            yield Static(
                Content(_("Enter their articles · x those without · i who it is · Esc back")),
                classes="dialog-foot",
            )

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Ask for the actor's articles."""
        self._pick(message.option_index, excluded=False)

    def action_exclude(self) -> None:
        """Ask for the articles without the actor."""
        at = self.query_one(OptionList).highlighted
        if at is not None:
            self._pick(at, excluded=True)

    def action_inspect(self) -> None:
        """Ask for all that is known of the actor."""
        at = self.query_one(OptionList).highlighted
        if at is not None:
            self.dismiss(Named(self._actors[at].name, self._actors[at].kind))

    def _option(self, actor: Actor) -> Content:
        return Content(f"{SYMBOLS[actor.kind]} {visible(actor.name)}  {number(actor.count)}")

    def _pick(self, at: int, *, excluded: bool) -> None:
        actor = self._actors[at]
        self.dismiss(Picked(Facet(actor.kind.value), actor.name, excluded))
