"""What can be done with the article in view, in the search and on the reading screen.

Menus and screens are imported when they are opened: first paint is what counts.
"""

import asyncio
from abc import abstractmethod
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual.message import Message

from app.interface import questions
from app.interface.picked import Picked
from app.interface.screens.base import BaseScreen
from app.interface.session import Marked
from app.locale import _
from corpus.text import visible
from index.answer import Reading

if TYPE_CHECKING:
    from app.citation import Style
    from app.interface.page import Actor
    from app.interface.screens.said_menu import SaidLine
    from app.interface.screens.set_right import Values
    from app.interface.widgets.article_reader import ArticleReader
    from corpus.actors.ledger import Named
    from corpus.article import Article

_Result = TypeVar("_Result")


class Decided(Message):
    """The reader has decided about an actor: the index is to follow."""


class ArticleScreen(BaseScreen[_Result]):
    """A screen with an article on it."""

    class Corrected(Message):
        """Something was set right: the index is to be brought up to date."""

    @property
    @abstractmethod
    def reader(self) -> "ArticleReader":
        """The article in view."""

    @property
    def article_in_hand(self) -> Marked | None:
        """The article that a mark is meant for."""
        reading = self.reader.reading
        return Marked(reading.article.id, reading.article.headline) if reading else None

    @property
    @abstractmethod
    def present_query(self) -> str:
        """The query whose hits are shown."""

    def marks_changed(self) -> None:
        """Show which articles are marked."""

    @abstractmethod
    def pick_actor(self, picked: Picked) -> None:
        """Go to the articles of an actor."""

    def show_actor(self, actor: "Named") -> None:
        """Open the page of an actor."""
        from app.interface.screens.actor_page import ActorScreen, Left

        def after(left: Left | None) -> None:
            if left is not None and left.picked is not None:
                self.pick_actor(left.picked)
            elif left is not None and left.decided:
                self.post_message(Decided())
                self.say(_("Decided; “u” on an actor's page takes it back"))

        self.app.push_screen(ActorScreen(self.session, actor), after)

    def action_hit(self, direction: int) -> None:
        """Go to the next hit (1) or the one before (-1)."""
        self.reader.go_to_hit(direction)

    def action_left_out(self) -> None:
        """Show or hide what was left out of the article."""
        self.reader.toggle_left_out()

    def action_mark(self) -> None:
        """Mark the article for side by side, or take the mark back."""
        if self.article_in_hand is None:
            return
        now_marked = self.session.toggle_mark(self.article_in_hand)
        self.marks_changed()
        count, key = len(self.session.marked), self.session.keys.first("side_by_side")
        if not now_marked:
            self.say(_("The mark is taken back"))
        elif count == 1:
            self.say(
                _("Marked; mark another one, then {key} reads them side by side").format(key=key)
            )
        else:
            self.say(_("Two are marked; {key} reads them side by side").format(key=key))

    def action_side_by_side(self) -> None:
        """Open the marked articles, or the marked one and this one, side by side."""
        from app.interface.screens.side_by_side import SideBySideScreen

        ids = [article.id for article in self.session.marked]
        here = self.article_in_hand
        if len(ids) == 1 and here and here.id not in ids:
            ids.append(here.id)
        if len(ids) < 2:
            key = self.session.keys.first("mark")
            self.say(
                _("Mark two articles with {key}, or mark one and go to another").format(key=key)
            )
            return
        screen = SideBySideScreen(self.session, ids[0], ids[1], self.present_query)
        self.app.push_screen(screen, self._after_side_by_side)

    def action_nearest(self) -> None:
        """List what else tells what the article tells."""
        if here := self.article_in_hand:
            self.run_alone("nearest", partial(self._offer_nearest, here))

    async def _offer_nearest(self, here: Marked) -> None:
        from app.interface.screens.nearest_menu import NearestMenu

        found = await self.session.library.ask(questions.nearest, here.id)
        if found is None:
            self.say(_("This article is no longer in the folder"))
        elif not found:
            self.say(_("No other article tells anything of this"))
        else:
            menu = NearestMenu(here.title, found)
            self.app.push_screen(menu, partial(self._beside, here))

    def _beside(self, here: Marked, id: str | None) -> None:
        """Read an article that was offered beside the one in hand."""
        from app.interface.screens.side_by_side import SideBySideScreen

        if id:
            screen = SideBySideScreen(self.session, here.id, id, self.present_query)
            self.app.push_screen(screen, self._after_side_by_side)
        elif id is not None:
            self.session.marked = [here]
            self._after_side_by_side(here.id)

    def action_dossier(self) -> None:
        """Gather all articles on the event of the one in hand."""
        if here := self.article_in_hand:
            self.run_alone("dossier", partial(self._open_dossier, here))

    async def _open_dossier(self, here: Marked) -> None:
        from app.interface.screens.dossier import DossierScreen

        found = await self.session.library.ask(questions.dossier, [here.id])
        ids = [reading.article.id for reading in found.readings] if found else []
        ids += [id for id in sorted(self.session.marked_ids) if len(ids) == 1 and id not in ids]
        if not ids:
            self.say(_("This article is no longer in the folder"))
        elif len(ids) == 1:
            key = self.session.keys.first("mark")
            said = _("No other article was found that tells of this event; {key} marks one to add")
            self.say(said.format(key=key))
        else:
            screen = DossierScreen(self.session, ids, here.id, self.present_query)
            self.app.push_screen(screen, lambda _left: self.marks_changed())

    def action_actors(self) -> None:
        """List the actors of the article."""
        if actors := self._actors():
            self._choose_actor(actors)
        else:
            self.say(_("No actors are known in this article"))

    def action_quotations(self) -> None:
        """List who says what in the article."""
        from app.interface.screens.said_menu import SaidMenu, of_article

        reading = self.reader.reading
        if reading is None or not reading.quoted:
            self.say(_("Nobody is quoted in this article"))
            return
        lines = of_article(reading)
        menu = SaidMenu(reading.article.headline, lines, len(lines))
        self.app.push_screen(menu, self._after_quotations)

    def _after_quotations(self, line: "SaidLine | None") -> None:
        if line is not None:
            self.reader.go_to(line.span)

    def action_set_right(self) -> None:
        """Ask what is to be set right in the article."""
        if reading := self.reader.reading:
            from app.interface.screens.set_right import SetRight

            article = reading.article
            dialog = SetRight(article, self.session.library)
            self.app.push_screen(dialog, partial(self._after_setting, article))

    def action_open_file(self) -> None:
        """Open the article's file with the system's program."""
        if reading := self.reader.reading:
            self.open_article(reading.article)

    def action_copy(self) -> None:
        """Send what is selected, else the article, to the terminal's clipboard."""
        reading = self.reader.reading
        if reading is None:
            return
        self.app.copy_to_clipboard(self.get_selected_text() or _as_text(reading))
        self.say(
            _(
                "Sent to the terminal, which may or may not keep it; visavis show {id} prints it"
            ).format(id=visible(reading.article.id))
        )

    def action_cite(self) -> None:
        """Offer references to the article, to copy one."""
        from app.interface.screens.citation_menu import CitationMenu

        if reading := self.reader.reading:
            menu = CitationMenu(reading.article)
            self.app.push_screen(menu, partial(self._after_citing, reading.article))

    def _after_citing(self, article: "Article", style: "Style | None") -> None:
        from app.citation import cite

        if style is None:
            return
        self.app.copy_to_clipboard(cite(article, style))
        said = _(
            "Sent to the terminal, which may or may not keep it; visavis show {id} --cite {style} "
            "prints it"
        )
        self.say(said.format(id=visible(article.id), style=style))

    def on_article_reader_actor_picked(self, message: "ArticleReader.ActorPicked") -> None:
        """Go to the articles of an actor that was clicked."""
        if actors := [actor for actor in self._actors() if actor.name == message.name]:
            self._choose_actor(actors)

    def _actors(self) -> "list[Actor]":
        """Return the actors of the article in view."""
        from app.interface.page import actors_of

        reading = self.reader.reading
        return actors_of(reading) if reading else []

    def _choose_actor(self, actors: "list[Actor]") -> None:
        from app.interface.screens.actor_menu import ActorMenu

        self.app.push_screen(ActorMenu(actors), self._after_menu)

    def _after_setting(self, article: "Article", values: "Values | None") -> None:
        if values:
            self.run_alone("setting", partial(self._set_right, article, values))

    async def _set_right(self, article: "Article", values: "Values") -> None:
        from corpus.corrections_file import CorrectionsBroken, set_right

        try:
            await asyncio.to_thread(set_right, self.session.corpus, article, values)
        except CorrectionsBroken as error:
            problem = error.problem
            said = {name: visible(value) for name, value in problem.values.items()}
            place = problem.file if problem.line is None else f"{problem.file}:{problem.line}"
            self.say(f"{place}: {_(problem.reason).format(**said)}")
            return
        self.post_message(self.Corrected())
        self.say(_("Set right; visavis set {id} --undo takes it back").format(id=article.id))

    def _after_menu(self, picked: "Picked | Named | None") -> None:
        if isinstance(picked, Picked):
            self.pick_actor(picked)
        elif picked is not None:
            self.show_actor(picked)

    def _after_side_by_side(self, keep: str | None) -> None:
        if keep is not None:
            self.session.marked = [m for m in self.session.marked if m.id == keep]
            key = self.session.keys.first("side_by_side")
            self.say(_("Go to another article and press {key}").format(key=key))
        self.marks_changed()


def _as_text(reading: Reading) -> str:
    article = reading.article
    facts = " · ".join(
        part
        for part in (article.source, article.date and article.date.isoformat(), article.url)
        if part
    )
    return visible("\n".join([article.headline, facts, "", article.text]))
