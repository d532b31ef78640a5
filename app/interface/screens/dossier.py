"""All articles on one event: what each says, and which of the others carry it."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from app.copied import distinct_texts
from app.interface import questions
from app.interface.commands import Place, bindings
from app.interface.dates import number
from app.interface.screens.base import BaseScreen
from app.interface.screens.reading import ReadingScreen
from app.interface.screens.side_by_side import SideBySideScreen
from app.interface.session import Session
from app.interface.widgets.claim_list import ClaimList
from app.interface.widgets.dossier_columns import DossierColumns
from app.interface.widgets.dossier_head import DossierHead
from app.interface.widgets.lines import TitleLine
from app.locale import _, ngettext
from corpus.text import visible

if TYPE_CHECKING:  # numpy is imported on the search thread, after the first paint
    from app.dossier import Dossier

_FEWEST = 2


class DossierScreen(BaseScreen[None]):
    """State: the ids of the articles, what they say, the article and the claim in hand."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.DOSSIER)
    PLACES = (Place.DOSSIER,)
    AUTO_FOCUS = "#claims"

    def __init__(self, session: Session, ids: Sequence[str], first: str, query: str) -> None:
        """Begin with the article `first` of `ids`, in hand."""
        super().__init__(session)
        self.ids = list(ids)
        self.dossier: Dossier | None = None
        self.article = 0
        self.claim = 0
        self.in_columns = False
        self._first = first
        self._query = query

    def compose(self) -> ComposeResult:
        """Yield the articles, what they say in two views, the lines at the bottom."""
        yield TitleLine(id="title")
        yield DossierHead(id="dossier-head")
        yield ClaimList(id="claims")
        yield DossierColumns(id="columns")
        yield from self.compose_foot()

    def on_mount(self) -> None:
        """Gather what the articles say."""
        self.query_one(DossierColumns).display = False
        self._gather(self._first)

    def index_changed(self) -> None:
        """Gather again; the article in hand stays."""
        self._gather(self._present)

    def on_claim_list_moved(self, message: ClaimList.Moved) -> None:
        """Count the claims."""
        self.claim = message.claim
        self._show_state()

    def on_dossier_columns_moved(self, message: DossierColumns.Moved) -> None:
        """Follow the cursor into another article."""
        self.claim, self.article = message.claim, message.article
        self._show_state()

    def on_claim_list_opened(self, message: ClaimList.Opened) -> None:
        """Read a claim where it stands."""
        self._open_claim(message.claim)

    def on_dossier_columns_opened(self, message: DossierColumns.Opened) -> None:
        """Read a claim where it stands."""
        self._open_claim(message.claim)

    def action_other_view(self) -> None:
        """Show claims, or columns."""
        self.in_columns = not self.in_columns
        claims, columns = self.query_one(ClaimList), self.query_one(DossierColumns)
        claims.display, columns.display = not self.in_columns, self.in_columns
        (columns if self.in_columns else claims).focus()
        self.call_after_refresh(self._show)

    def action_turn(self, direction: int) -> None:
        """Take the next article (1) in hand, or the one before (-1)."""
        self.article = max(0, min(self.article + direction, len(self.ids) - 1))
        self._show()

    def action_drop(self) -> None:
        """Take the article in hand out."""
        if len(self.ids) <= _FEWEST:
            self.say(_("Two articles must stay"))
            return
        dropped = self.ids.pop(self.article)
        self._gather(self.ids[min(self.article, len(self.ids) - 1)])
        back, key = self.session.keys.first("back"), self.session.keys.first("dossier")
        said = _("{id} was taken out; {back} and {key} gather all again")
        self.say(said.format(id=visible(dropped), back=back, key=key))

    def action_add_marked(self) -> None:
        """Put the marked articles in."""
        new = [marked.id for marked in self.session.marked if marked.id not in self.ids]
        if not new:
            key = self.session.keys.first("mark")
            self.say(_("Mark an article in the search with {key} first").format(key=key))
            return
        self.ids += new
        self._gather(new[0])

    def action_open_file(self) -> None:
        """Open the file of the article in hand with the system's program."""
        if self.dossier:
            self.open_article(self.dossier.readings[self.article].article)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)

    @property
    def _present(self) -> str:
        return self.ids[self.article]

    def _gather(self, id: str) -> None:
        """Gather what the articles say; that of this id is then in hand."""
        self.query_one(TitleLine).right = _("gathering…")
        self.run_alone("dossier", partial(self._show_gathered, id))

    async def _show_gathered(self, id: str) -> None:
        found = await self.session.library.ask(questions.dossier, self.ids)
        if found is None:
            self.say(_("These articles are no longer in the folder"))
            return
        self.dossier = found
        self.ids = [reading.article.id for reading in found.readings]
        self.article = self.ids.index(id) if id in self.ids else 0
        self._show()

    def _show(self) -> None:
        if self.dossier is None:
            return
        if self.in_columns:
            self.query_one(DossierColumns).show(self.dossier, self.article, self.claim)
        else:
            self.query_one(ClaimList).show(self.dossier, self.article, self.claim)
        self._show_state()

    def _show_state(self) -> None:
        if self.dossier is None:
            return
        self.query_one(DossierHead).show(self.dossier, self.article)
        title, count = self.query_one(TitleLine), len(self.ids)
        title.left = ngettext(
            "{n} article on one event", "{n} articles on one event", count
        ).format(n=number(count))
        if self.dossier.distinct < count:
            title.left += f" · {distinct_texts(self.dossier.distinct)}"
        key = self.session.keys.first("claims_or_columns")
        if self.in_columns:
            view = _("{key}: what they say").format(key=key)
            where = self.query_one(DossierColumns).place_said()
        else:
            view = _("{key}: columns").format(key=key)
            where = _("{at} of {n}").format(
                at=number(min(self.claim + 1, len(self.dossier.claims))),
                n=number(len(self.dossier.claims)),
            )
        title.right = " · ".join(part for part in (where, view) if part)

    def _open_claim(self, at: int) -> None:
        """Read a claim face to face in two articles, or in the only one that has it."""
        assert self.dossier is not None
        claim = self.dossier.claims[at]
        here = self.article if self.article in claim.texts else claim.typical.text
        start, end = claim.spans(here)[0]
        others = [claim.typical.text, *claim.texts]
        beside = next((other for other in others if other != here), None)
        if beside is None:
            self.app.push_screen(
                ReadingScreen(self.session, self.ids, here, self._query, (start, end))
            )
        else:
            self.app.push_screen(
                SideBySideScreen(self.session, self.ids[here], self.ids[beside], self._query, start)
            )
