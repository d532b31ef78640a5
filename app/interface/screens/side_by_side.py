"""Two articles side by side, scrolling together passage by passage."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from app.interface import questions
from app.interface.commands import Place, bindings
from app.interface.dates import number
from app.interface.screens.base import BaseScreen
from app.interface.screens.nearest_menu import ANOTHER, NearestMenu
from app.interface.session import Session
from app.interface.widgets.facing_head import FacingHead
from app.interface.widgets.facing_text import FacingText
from app.interface.widgets.lines import TitleLine
from app.locale import _
from corpus.compare import Relation

_ONLY = frozenset({Relation.ONLY_LEFT, Relation.ONLY_RIGHT})
_RELATIONS = {
    "same": frozenset({Relation.SAME}),
    "reworded": frozenset({Relation.REWORDED}),
    "only": _ONLY,
    "different": _ONLY | {Relation.REWORDED},
}


class SideBySideScreen(BaseScreen[str | None]):
    """Dismissed with the id of the article to keep when the other is to be replaced."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.SIDE_BY_SIDE)
    PLACES = (Place.SIDE_BY_SIDE,)
    AUTO_FOCUS = "#facing"

    def __init__(
        self, session: Session, left: str, right: str, query: str, start: int | None = None
    ) -> None:
        """`start`: begin at the passage that holds this place of the left article's text."""
        super().__init__(session)
        self.ids = [left, right]
        self._query = query
        self._start = start
        self._place = ""

    def compose(self) -> ComposeResult:
        """Yield what is known of both, and their passages."""
        yield TitleLine(id="title")
        yield FacingHead(id="facing-head")
        yield FacingText(id="facing")
        yield from self.compose_foot()

    def on_mount(self) -> None:
        """Compare the two."""
        self.query_one(TitleLine).left = self._query.strip()
        self._compare()

    def on_resize(self) -> None:
        """Show both sides, or one at a time, as the width allows."""
        self.call_after_refresh(self._show_sides)

    def index_changed(self) -> None:
        """Compare again only when an article is shown that is not yet whole."""
        if self._text.pair is None:
            self._compare()

    def on_facing_text_moved(self, message: FacingText.Moved) -> None:
        """Count the passages; the mouse may have changed the side."""
        self._place = _("passage {at} of {n}").format(
            at=number(min(message.at + 1, message.of)), n=number(message.of)
        )
        self._show_state()

    def action_other_side(self) -> None:
        """Go to the other article."""
        self._text.show_sides(side=1 - self._text.side, single=self._text.single)
        self._show_state()

    def action_relation(self, name: str, direction: int) -> None:
        """Go to the next (1) or previous (-1) passage of a name in `_RELATIONS`."""
        if not self._text.go_to_relation(_RELATIONS[name], direction):
            self.say(_("No more of these this way"))

    def action_hit(self, direction: int) -> None:
        """Go to the next passage with a hit (1), or the one before (-1)."""
        if not self._text.go_to_hit(direction):
            self.say(_("No more hits this way"))

    def action_fold_same(self) -> None:
        """Fold the passages that are the same, or show them."""
        self._text.toggle_same()

    def action_swap(self) -> None:
        """Change left and right."""
        self.ids.reverse()
        self._compare()

    def action_replace(self) -> None:
        """Offer the articles nearest to the one that stays."""
        self.run_alone("nearest", partial(self._offer, self.ids[1 - self._text.side]))

    async def _offer(self, kept: str) -> None:
        pair, found = self._text.pair, await self.session.library.ask(questions.nearest, kept)
        if pair is None or found is None:
            self.say(_("This article is no longer in the folder"))
            return
        side = self._text.side
        others = [match for match in found if match.id not in self.ids]
        title = pair.readings[1 - side].article.headline
        self.app.push_screen(NearestMenu(title, others), partial(self._replace, side))

    def _replace(self, side: int, id: str | None) -> None:
        if id == ANOTHER:
            self.dismiss(self.ids[1 - side])
        elif id is not None:
            self.ids[side] = id
            self._compare()

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)

    def action_open_file(self) -> None:
        """Open the file of the side in use with the system's program."""
        if pair := self._text.pair:
            self.open_article(pair.readings[self._text.side].article)

    def action_copy(self) -> None:
        """Send the passage under the cursor, on the side in use, to the terminal's clipboard."""
        if text := self._text.passage_text():
            self.app.copy_to_clipboard(text)
            self.say(_("The passage was sent to the terminal, which may or may not keep it"))

    @property
    def _text(self) -> FacingText:
        return self.query_one(FacingText)

    def _compare(self) -> None:
        self.run_alone("compare", partial(self._show_pair, *self.ids))

    async def _show_pair(self, left: str, right: str) -> None:
        pair = await self.session.library.ask(questions.compare, left, right, self._query)
        if pair is None:
            self.say(_("One of the two is no longer in the folder"))
            return
        self._text.show(pair)
        self._show_sides()
        if self._start is not None:
            self._text.go_to_place(self._start)
            self._start = None

    def _show_sides(self) -> None:
        self._text.show_sides(side=self._text.side, single=not self.has_class("-wide"))
        self._show_state()

    def _show_state(self) -> None:
        text = self._text
        head = self.query_one(FacingHead)
        head.show(text.pair, side=text.side, single=text.single)
        self.query_one(TitleLine).right = " · ".join(
            part for part in (self._side_shown(), self._place) if part
        )

    def _side_shown(self) -> str:
        if not self._text.single:
            return ""
        side = _("right side, {key}: left") if self._text.side else _("left side, {key}: right")
        return side.format(key=self.session.keys.first("other_side"))
