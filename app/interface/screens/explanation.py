"""Why a match is where it is: what each part of the query adds to its score."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from app.interface.screens.dialogs import TextDialog
from app.locale import _
from app.reasons import in_field, rarity
from corpus.text import visible
from index.answer import Contribution, Match

_BAR = 24
"""Cells of the bar of the part that adds most."""


class ExplanationScreen(TextDialog):
    """Esc or i leave it; arrows scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,i,q,enter", "dismiss")]

    def __init__(
        self, match: Match, reasons: Sequence[Contribution], *, by_relevance: bool
    ) -> None:
        super().__init__()
        self._match = match
        self._reasons = reasons
        self._by_relevance = by_relevance

    def compose(self) -> ComposeResult:
        """Yield the title and score, a paragraph for each part, and how to read them."""
        with Vertical(classes="dialog explanation"):
            yield Static(Content(visible(self._match.title)), classes="dialog-title")
            with VerticalScroll():
                for reason, words in zip(self._reasons, _labels(self._reasons), strict=True):
                    yield Static(self._head(reason, words), classes="reason-words")
                    for line in _lines(reason):
                        yield Static(Content(line), classes="reason-field")
                yield Static(Content(" ".join(self._reading())), classes="reason-note")
            yield Static(Content(_("↑ ↓ scroll · Esc back")), classes="dialog-foot")

    def _head(self, reason: Contribution, words: str) -> Content:
        most = max(r.score for r in self._reasons)
        bar = "▇" * max(round(_BAR * reason.score / most), 1)
        return Content.assemble(
            (visible(words), "bold"), f"  {reason.score:.2f}  ", (bar, "$accent")
        )

    def _reading(self) -> Iterator[str]:
        total = sum(reason.score for reason in self._reasons)
        yield _("Together {score}.").format(score=f"{total:.2f}")
        yield _(
            "A word adds the more, the fewer articles have it and the more often it stands here; "
            "the form asked for counts beside its other forms, and a short text more than a long "
            "one."
        )
        if not self._by_relevance:
            yield _("The matches now stand by date, whatever they add up to.")


def _lines(reason: Contribution) -> Iterator[str]:
    yield rarity(reason)
    if reason.importance < 1:
        yield _("a word that holds others together: it weighs little")
    yield from (in_field(part) for part in reason.fields)


def _labels(reasons: Sequence[Contribution]) -> list[str]:
    """Return the words of each part; what is being typed also counts as a beginning."""
    labels = [reason.words for reason in reasons]
    if len(labels) > 1 and labels[-1] == labels[-2]:
        labels[-1] += "*"
    return labels
