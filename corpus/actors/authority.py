"""The authority of names: a general base, and what the reader's alias ledger says above it."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from corpus.actors.gazetteer import Gazetteer, Sighting
from corpus.actors.ledger import Ledger, Settlement
from corpus.actors.ledger_file import read_ledger
from corpus.article import Kind
from corpus.folding import fold_name

_MEDIA = ("agencies", "media", "french_press", "world_press")
"""The groups of the base that hold media."""

_PARTIES = ("parties", "more_parties")
"""Those that hold parties and unions."""

_NOT_TERRITORIES = frozenset("AC BV CP DG EA EU EZ GS HM IM IO QO SX TA UM UN XA XB ZZ".split())
"""CLDR codes that press does not mean as places: groups, tests, uninhabited islands."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Whom or what names refer to."""

    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


_NO_LEDGER = Ledger()


class Authority:
    """Known actors and their forms; earlier actors win over later ones."""

    def __init__(self, actors: Iterable[Actor] = (), ledger: Ledger = _NO_LEDGER) -> None:
        """Make the authority of `actors`, the one to trust most first, and a reader's decisions."""
        self.actors = tuple(actors)
        self.problems = ledger.problems
        self.settlement = Settlement(ledger.entries)

    @cached_property
    def _by_form(self) -> Mapping[str, list[Actor]]:
        by_form: dict[str, list[Actor]] = {}
        for actor in self.actors:
            for key in {fold_name(form) for form in actor.forms}:
                by_form.setdefault(key, []).append(actor)
        return by_form

    @cached_property
    def _by_surname(self) -> Mapping[str, list[Actor]]:
        by_surname: dict[str, list[Actor]] = {}
        for actor in self.actors:
            if surname := surname_of(actor.name, actor.kind):
                by_surname.setdefault(fold_name(surname), []).append(actor)
        return by_surname

    @cached_property
    def _gazetteer(self) -> Gazetteer[Actor]:
        return Gazetteer.of((form, actor) for actor in self.actors for form in actor.forms)

    def find(self, name: str) -> Actor | None:
        """Return the actor that has this name or alias, case and accents aside."""
        return next(iter(self.matching(name)), None)

    def matching(self, value: str) -> tuple[Actor, ...]:
        """Return every actor that has `value` as its name or alias, the most trusted first."""
        return tuple(self._by_form.get(fold_name(value), ()))

    def bearers(self, surname: str) -> tuple[Actor, ...]:
        """Return the persons of this surname."""
        return tuple(self._by_surname.get(fold_name(surname), ()))

    def sightings(self, text: str) -> Iterator[Sighting[Actor]]:
        """Yield the known names of `text` in order, with their places."""
        return self._gazetteer.find(text)


def surname_of(name: str, kind: Kind) -> str | None:
    """Return by which word alone a known person may be meant; None of what has no surname."""
    return name.rsplit(" ", 1)[1] if kind is Kind.PERSON and " " in name else None


def load_authority(corpus: Path) -> Authority:
    """Return the base authority with the ledger of the folder `corpus` above it.

    What is wrong in the ledger is left out and told in `problems`; nothing is raised.
    """
    return authority_with(read_ledger(corpus))


def authority_with(ledger: Ledger) -> Authority:
    """Return the base authority with a ledger above it."""
    own = [
        Actor(entry.name, entry.kind, entry.aliases)
        for entry in ledger.entries
        if not entry.rejected
    ]
    own_names = {(fold_name(actor.name), actor.kind): actor for actor in own}
    base = []
    for actor in base_actors():
        above = own_names.get((fold_name(actor.name), actor.kind))
        base.append(actor if above is None else Actor(above.name, above.kind, actor.forms))
    return Authority([*own, *base], ledger)


@cache
def base_actors() -> tuple[Actor, ...]:
    """Return the actors of the general base: territories, cities, regions, organisations."""
    base = _base()
    listed = [
        Actor(forms[0], kind, tuple(forms[1:]))
        for kind in (Kind.PLACE, Kind.ORGANISATION)
        for group in base[kind].values()
        for forms in group
    ]
    return (*_territories(base["state_forms"]), *listed)


@cache
def media() -> frozenset[str]:
    """Return the names of the base's media: newspapers, agencies, stations."""
    return _names_of(_MEDIA)


@cache
def parties() -> frozenset[str]:
    """Return the names of the base's parties and unions."""
    return _names_of(_PARTIES)


def _names_of(groups: Iterable[str]) -> frozenset[str]:
    base = _base()[Kind.ORGANISATION]
    return frozenset(forms[0] for group in groups for forms in base[group])


@cache
def _base() -> Mapping[str, Any]:
    return tomllib.loads(files("corpus.actors").joinpath("base.toml").read_text("utf-8"))


def _territories(forms: Mapping[str, list[str]]) -> Iterator[Actor]:
    from babel import Locale  # 30 ms that a process without analysis need not spend

    for code, name in Locale("fr").territories.items():
        if code in forms:
            yield Actor(forms[code][0], Kind.PLACE, tuple(forms[code][1:]))
        elif code.isalpha() and code not in _NOT_TERRITORIES:
            yield Actor(name.replace("’", "'"), Kind.PLACE)
