"""The alias ledger: what a reader knows and has decided about actors, as values.

A decision gives a new ledger and remembers what it changed, so that it can be taken back. Nothing
here depends on what was recognised: a decision holds for every text, read before or after it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from enum import StrEnum

from corpus.actors.vocabulary import without_titles
from corpus.article import Kind, KindFrom, Mention
from corpus.folding import fold_name
from corpus.messages import message
from corpus.values import frozen


class Undecidable(Exception):
    """A decision that cannot be taken; `reason` is a key of the message catalogue."""

    def __init__(self, reason: str, **values: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


class Did(StrEnum):
    """What a decision did."""

    MERGED = "merged"
    SPLIT = "split"
    REJECTED = "rejected"
    RENAMED = "renamed"


@frozen
class Entry:
    """One actor of the ledger."""

    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    """Forms that are not this actor's, whatever the rules say."""
    rejected: bool = False
    """Whether the name is no actor at all."""

    def is_named(self, name: str, kind: Kind) -> bool:
        """Tell whether this is the actor of that name and kind, case and accents aside."""
        return kind is self.kind and fold_name(name) == fold_name(self.name)


@frozen
class Decision:
    """What was decided, and how to take it back."""

    did: Did
    name: str
    """The actor it was about, as it was then called."""
    names: tuple[str, ...]
    """The other names: what was merged into it, split from it, what it was renamed to."""
    before: tuple[Entry, ...]
    """The entries that were replaced."""
    after: tuple[str, ...]
    """The names of those that replaced them."""


@frozen
class Named:
    """An actor as it is known now."""

    name: str
    kind: Kind


@frozen
class LedgerProblem:
    """Something in an `actors.toml` that was left out."""

    reason: str
    """An English sentence without final stop, a key of the message catalogue."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What stands for the fields of the reason."""


@frozen
class Ledger:
    """The actors a reader has listed and the decisions taken, in the order of the file."""

    entries: tuple[Entry, ...] = ()
    decisions: tuple[Decision, ...] = ()
    problems: tuple[LedgerProblem, ...] = ()

    def entry(self, actor: Named) -> Entry:
        """Return the entry of an actor, a new one where it has none."""
        found = (e for e in self.entries if e.is_named(actor.name, actor.kind))
        return next(found, Entry(actor.name, actor.kind))

    def merge(self, into: Named, others: Sequence[Named]) -> "Ledger":
        """Return the ledger in which `others` are `into`. Raises Undecidable."""
        entry, merged = self.entry(into), [self.entry(other) for other in others]
        if not merged or any(other.is_named(into.name, into.kind) for other in merged):
            raise Undecidable(message("An actor is merged with others than itself"))
        forms = [form for other in merged for form in (other.name, *other.aliases)]
        taken = {fold_name(form) for form in forms}
        joined = replace(
            entry,
            aliases=_distinct((*entry.aliases, *forms), but=entry.name),
            apart=tuple(form for form in entry.apart if fold_name(form) not in taken),
            rejected=False,
        )
        names = tuple(other.name for other in others)
        return self._with(Did.MERGED, entry.name, names, [entry, *merged], [joined])

    def split(self, actor: Named, forms: Sequence[str]) -> "Ledger":
        """Return the ledger in which `forms` are no forms of `actor`. Raises Undecidable."""
        entry = self.entry(actor)
        folded = {fold_name(form) for form in forms}
        if not folded or fold_name(entry.name) in folded:
            raise Undecidable(message("Forms other than the name itself are split from an actor"))
        parted = replace(
            entry,
            aliases=tuple(alias for alias in entry.aliases if fold_name(alias) not in folded),
            apart=_distinct((*entry.apart, *forms)),
        )
        return self._with(Did.SPLIT, entry.name, tuple(forms), [entry], [parted])

    def reject(self, actor: Named) -> "Ledger":
        """Return the ledger in which `actor` is none."""
        entry = self.entry(actor)
        return self._with(Did.REJECTED, entry.name, (), [entry], [replace(entry, rejected=True)])

    def rename(self, actor: Named, name: str, kind: Kind | None = None) -> "Ledger":
        """Return the ledger in which `actor` is called `name`, and is of `kind` if one is given.

        Raises Undecidable.
        """
        entry = self.entry(actor)
        name = " ".join(name.split())
        if not fold_name(name):
            raise Undecidable(message("A name needs a letter or a digit"))
        if any(e.is_named(name, kind or actor.kind) and e != entry for e in self.entries):
            raise Undecidable(message("{name} is there already: merge the two"), name=name)
        renamed = replace(
            entry,
            name=name,
            kind=kind or entry.kind,
            aliases=_distinct((entry.name, *entry.aliases), but=name),
        )
        return self._with(Did.RENAMED, entry.name, (name,), [entry], [renamed])

    def undo(self) -> "Ledger":
        """Return the ledger as it was before the last decision. Raises Undecidable."""
        if not self.decisions:
            raise Undecidable(message("Nothing has been decided yet"))
        *decisions, last = self.decisions
        gone = {fold_name(name) for name in last.after}
        at = next((n for n, e in enumerate(self.entries) if fold_name(e.name) in gone), None)
        left = [entry for entry in self.entries if fold_name(entry.name) not in gone]
        place = len(left) if at is None else at
        entries = (*left[:place], *last.before, *left[place:])
        return replace(self, entries=entries, decisions=tuple(decisions))

    def _with(
        self,
        did: Did,
        name: str,
        names: tuple[str, ...],
        before: Sequence[Entry],
        after: Sequence[Entry],
    ) -> "Ledger":
        """Replace entries, the first of them in its place."""
        known = [entry for entry in before if entry in self.entries]
        entries = [entry for entry in self.entries if entry not in known]
        place = self.entries.index(known[0]) if known else len(entries)
        place = min(place, len(entries))
        decision = Decision(did, name, names, tuple(known), tuple(entry.name for entry in after))
        return replace(
            self,
            entries=(*entries[:place], *after, *entries[place:]),
            decisions=(*self.decisions, decision),
        )


class Settlement:
    """Puts mentions right by a ledger."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """`entries`: of the ledger, the most trusted first."""
        self._entries = tuple(entries)
        self._by_name: dict[tuple[str, Kind], Entry] = {}
        self._by_form: dict[str, Entry] = {}
        for entry in self._entries:
            self._by_name.setdefault((fold_name(entry.name), entry.kind), entry)
            for form in (entry.name, *entry.aliases):
                self._by_form.setdefault(fold_name(form), entry)
        self._apart = {
            (fold_name(entry.name), fold_name(form))
            for entry in self._entries
            for form in entry.apart
        }

    def settle(self, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
        """Return the mentions with the actors that the reader has decided on.

        Those of rejected actors are left out.
        """
        settled = (self._settled(mention) for mention in mentions)
        return tuple(mention for mention in settled if mention is not None)

    def _settled(self, mention: Mention) -> Mention | None:
        entry = self._entry(mention.actor, mention.kind)
        form = fold_name(without_titles(mention.text))
        name = entry.name if entry else mention.actor
        if (fold_name(name), form) in self._apart:
            other = self._by_form.get(form)
            entry = other if other and other.name != name else None
            mention = replace(mention, actor=without_titles(mention.text), uncertain=False)
        if entry is None:
            return mention
        if entry.rejected:
            return None
        return replace(
            mention,
            actor=entry.name,
            kind=entry.kind,
            uncertain=False,
            kind_from=KindFrom.AUTHORITY,
        )

    def _entry(self, name: str, kind: Kind) -> Entry | None:
        key = fold_name(name)
        return self._by_name.get((key, kind)) or self._by_form.get(key)


Decide = Callable[[Ledger], Ledger]
"""A decision, as it is taken on whatever the ledger then is."""


def _distinct(forms: Iterable[str], but: str = "") -> tuple[str, ...]:
    """Return the forms that differ by more than case and accents, the first of each."""
    kept: dict[str, str] = {}
    for form in forms:
        kept.setdefault(fold_name(form), form)
    kept.pop(fold_name(but), None)
    return tuple(kept.values())
