"""One actor: its forms, months and company, and what may be decided about it."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from app.interface import questions
from app.interface.dates import number
from app.interface.library import IndexTrouble
from app.interface.page import SYMBOLS
from app.interface.picked import Picked
from app.interface.screens.decision import DecisionDialog
from app.interface.screens.dialogs import MenuDialog
from app.interface.session import Session
from app.locale import _, ngettext
from corpus.actors.ledger import Decide, Ledger, Named, Undecidable
from corpus.actors.ledger_file import decide
from corpus.text import visible
from index.filter import UNDATED, Facet

if TYPE_CHECKING:  # the index is imported on its own thread
    from app.interface.screens.said_menu import SaidLine
    from index.actors import ActorPage, Beside, Sight

_FORMS, _MONTHS, _BESIDE = 6, 12, 12
_BAR = 20


@dataclass(frozen=True, slots=True)
class Left:
    """How the page was left: for an actor's articles, or after a decision."""

    picked: Picked | None = None
    decided: bool = False


class ActorScreen(MenuDialog[Left]):
    """Enter goes to the articles or to another actor's page; letters decide."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "cancel"),
        Binding("x", "exclude"),
        Binding("s", "said"),
        Binding("m", "merge"),
        Binding("n", "rename"),
        Binding("r", "reject"),
        Binding("u", "undo"),
    ]

    def __init__(self, session: Session, actor: Named) -> None:
        super().__init__()
        self._session = session
        self._actor = actor
        self._goals: list[Named | None] = []
        """For each row, whose page it leads to; None: the articles."""

    def compose(self) -> ComposeResult:
        """Yield the name, what is known, and what can be done."""
        with Vertical(classes="dialog actor-page"):
            yield Static(id="actor-name", classes="dialog-title", markup=False)
            yield OptionList(markup=False)
            yield Static(
                Content(
                    _(
                        "Enter go · x those without · s what it says · m merge · n rename · "
                        "r reject · u undo · Esc back"
                    )
                ),
                classes="dialog-foot",
            )

    def on_mount(self) -> None:
        """Read the page."""
        self._show(self._actor)

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Go to the articles, or to another actor's page."""
        goal = self._goals[message.option_index]
        if goal is None:
            self._pick(excluded=False)
        else:
            self._show(goal)

    def action_exclude(self) -> None:
        """Go to the articles without the actor."""
        self._pick(excluded=True)

    def action_said(self) -> None:
        """List what the actor says."""
        self.run_worker(self._list_said(), group="said", exclusive=True)

    async def _list_said(self) -> None:
        from app.interface.screens.said_menu import SaidMenu, in_article

        try:
            found = await self._session.library.ask(questions.said_by, self._actor)
        except IndexTrouble:
            found = None
        if found is None or not found.total:
            foot = _("{name} is quoted nowhere").format(name=visible(self._actor.name))
            self.query_one(".dialog-foot", Static).update(Content(foot))
            return
        lines = [in_article(said) for said in found.quotations]
        self.app.push_screen(SaidMenu(self._actor.name, lines, found.total), self._read)

    def _read(self, line: "SaidLine | None") -> None:
        from app.interface.screens.reading import ReadingScreen

        if line is not None:
            self.app.push_screen(ReadingScreen(self._session, [line.id], 0, "", line.span))

    def action_cancel(self) -> None:
        """Go back."""
        self.dismiss(Left())

    def action_reject(self) -> None:
        """Say that this is no actor."""
        actor = self._actor
        title = _("{name} will be no actor").format(name=actor.name)
        self._ask(title, self._changes, None, lambda _name: self._ready(_rejecting(actor)))

    def action_rename(self) -> None:
        """Call the actor otherwise."""
        actor = self._actor
        title = _("{name} will be called:").format(name=actor.name)
        self._ask(
            title, self._changes, actor.name, lambda name: self._ready(_renaming(actor, name))
        )

    def action_merge(self) -> None:
        """Make the actor the same as another."""
        title = _("{name} is the same actor as:").format(name=self._actor.name)
        self._ask(title, self._merging_changes, "", self._merging)

    def action_undo(self) -> None:
        """Take the last decision back."""
        title = _("Take the last decision back")
        self._ask(title, _nothing_to_say, None, lambda _name: self._ready(Ledger.undo))

    def _show(self, actor: Named) -> None:
        async def shown() -> None:
            try:
                page = await self._session.library.ask(questions.actor_page, actor)
            except IndexTrouble:
                page = None
            if page is None:
                self.dismiss(Left())
            else:
                self._actor = page.actor
                self._fill(page)

        self.run_worker(shown(), group="page", exclusive=True)

    def _fill(self, page: "ActorPage") -> None:
        name = f"{SYMBOLS[page.actor.kind]} {visible(page.actor.name)}"
        self.query_one("#actor-name", Static).update(Content(name))
        rows = [_articles(page), *_facts(page)]
        self._goals = [None] * len(rows)
        for beside in page.beside[:_BESIDE]:
            rows.append(Option(Content(_beside(beside))))
            self._goals.append(Named(beside.name, beside.kind))
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(rows)
        options.highlighted = 0
        options.focus()

    def _pick(self, *, excluded: bool) -> None:
        actor = self._actor
        self.dismiss(Left(Picked(Facet(actor.kind.value), actor.name, excluded)))

    def _ask(
        self,
        title: str,
        preview: Callable[[str], Awaitable[str]],
        name: str | None,
        decision: Callable[[str], Awaitable[Decide | None]],
    ) -> None:
        async def carry_out(given: str) -> None:
            if (taken := await decision(given)) is not None:
                await self._decide(taken)

        def answered(given: str | None) -> None:
            if given is not None:
                self.run_worker(carry_out(given), group="decision", exclusive=True)

        self.app.push_screen(DecisionDialog(title, preview, name), answered)

    async def _decide(self, decision: Decide) -> None:
        try:
            await asyncio.to_thread(decide, self._session.corpus, decision)
        except Undecidable as error:
            reason = _(error.reason).format(**error.values)
            self.query_one(".dialog-foot", Static).update(Content(visible(reason)))
        else:
            self.dismiss(Left(decided=True))

    async def _ready(self, decision: Decide) -> Decide:
        return decision

    async def _merging(self, name: str) -> Decide | None:
        actor, target = self._actor, await self._session.library.ask(questions.find_actor, name)
        return None if target is None else lambda ledger: ledger.merge(target, [actor])

    async def _changes(self, _name: str) -> str:
        return _counted(await self._session.library.ask(questions.impact, self._actor))

    async def _merging_changes(self, name: str) -> str:
        if not name.strip():
            return ""
        target = await self._session.library.ask(questions.find_actor, name)
        if target is None:
            return _("No actor is called “{name}”").format(name=name)
        will = _("{names} will be {name}").format(names=self._actor.name, name=target.name)
        return f"{will} · {await self._changes(name)}"


def _rejecting(actor: Named) -> Decide:
    return lambda ledger: ledger.reject(actor)


def _renaming(actor: Named, name: str) -> Decide:
    return lambda ledger: ledger.rename(actor, name)


async def _nothing_to_say(_name: str) -> str:
    return ""


def _counted(counts: tuple[int, int] | None) -> str:
    articles, mentions = counts or (0, 0)
    return " · ".join(
        [
            ngettext("{n} article", "{n} articles", articles).format(n=number(articles)),
            ngettext("{n} mention", "{n} mentions", mentions).format(n=number(mentions)),
        ]
    )


def _articles(page: "ActorPage") -> Option:
    return Option(Content(f"→ {_counted((page.articles, page.mentions))}"))


def _facts(page: "ActorPage") -> Iterator[Option]:
    """Yield what only is to be read."""
    forms = " · ".join(f"{visible(form)} {number(n)}" for form, n in page.forms[:_FORMS])
    lines = [f"{_('Written')}: {forms}", *_months(page)]
    for title, sight in ((_("First"), page.first), (_("Last"), page.last)):
        if sight is not None:
            lines.append(f"{title}: {_sight(sight)}")
    if page.beside:
        lines.append(_("Named with"))
    return (Option(Content(line), disabled=True) for line in lines)


def _months(page: "ActorPage") -> Iterator[str]:
    months = page.months[-_MONTHS:]
    most = max((month.count for month in months), default=1)
    for month in months:
        name = _("undated") if month.value == UNDATED else month.value
        yield f"{name:9} {'█' * max(1, round(_BAR * month.count / most))} {number(month.count)}"


def _sight(sight: "Sight") -> str:
    return f"{sight.date} · {visible(sight.title)}"


def _beside(beside: "Beside") -> str:
    name = f"{SYMBOLS[beside.kind]} {visible(beside.name)}"
    return f"{beside.cosine:.2f}  {name}  {number(beside.articles)}/{number(beside.sentences)}"
