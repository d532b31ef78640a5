"""Keys a reader has chosen in the settings, checked before they are used.

Textual itself takes unknown names, keys that do not exist and clashes without a word.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import field

from textual.keys import KEY_TO_UNICODE_NAME, REPLACED_KEYS, Keys, format_key

from app.interface.commands import BY_ID, COMMANDS, Command, Place
from app.locale import _
from corpus.text import visible
from corpus.values import frozen

_MODIFIERS = frozenset({"ctrl", "shift", "alt", "super", "meta", "hyper"})
_NAMED = frozenset(key.value for key in Keys)
_SCREENS: dict[Place, frozenset[Place]] = {
    Place.SEARCH: frozenset({Place.QUERY, Place.CHIPS, Place.FACETS, Place.MATCHES, Place.TEXT}),
    Place.READING: frozenset({Place.TEXT}),
    Place.SIDE_BY_SIDE: frozenset({Place.PASSAGES}),
    Place.CONCORDANCE: frozenset({Place.LINES}),
    Place.TABLE: frozenset({Place.CELLS}),
}
"""The panels of a screen: their keys hide those of the screen."""


@frozen
class KeyMap:
    """Keys by command, and a sentence for each setting that was not taken."""

    keys: dict[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    def of(self, id: str) -> list[str]:
        """Return the keys of the command `id` as they are written for people."""
        return [shown(key) for key in self.keys.get(id, BY_ID[id].keys).split(",")]

    def first(self, id: str) -> str:
        """Return the key of the command `id` that people are told of."""
        return self.of(id)[0]


def read_keys(settings: Mapping[str, str]) -> KeyMap:
    """Return what `settings` asks for, as far as it makes sense; the rest keeps its default."""
    chosen: dict[str, str] = {}
    problems: list[str] = []
    for id, keys in settings.items():
        names = [_name(key) for key in _parted(keys)]
        if problem := _problem(id, keys, names):
            problems.append(problem)
        else:
            chosen[id] = ",".join(names)
    for id in list(chosen):
        if clash := _clash(id, chosen):
            problems.append(clash)
            del chosen[id]
    return KeyMap(chosen, tuple(problems))


def shown(key: str) -> str:
    """Return how `key`, in Textual's name, is written for people: "Ctrl+P", "?", "↓"."""
    *modifiers, name = key.split("+")
    plain = _spoken(name) or format_key(name)
    if _spoken(name) is None and plain.isascii() and (len(plain) > 1 or modifiers):
        plain = plain.capitalize()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), plain])


def _spoken(name: str) -> str | None:
    return {
        "escape": _("Esc"),
        "enter": _("Enter"),
        "space": _("Space"),
        "backspace": _("Backspace"),
        "delete": _("Del"),
        "home": _("Home"),
        "end": _("End"),
        "pageup": _("PgUp"),
        "pagedown": _("PgDn"),
        "equals_sign": "=",
    }.get(name)


def _parted(keys: str) -> list[str]:
    return [","] if keys.strip() == "," else [key.strip() for key in keys.split(",")]


def _name(key: str) -> str:
    """Return Textual's name for `key` ("?" → "question_mark"), in modifiers and key."""
    head, plus, last = key.rpartition("+") if len(key) > 1 else ("", "", key)
    if len(last) == 1 and not last.isalnum():
        name = unicodedata.name(last, "").lower().replace("-", "_").replace(" ", "_")
        last = {old: new for new, old in REPLACED_KEYS.items()}.get(name, name)
    return head.lower() + plus + last


def _problem(id: str, keys: str, names: list[str]) -> str | None:
    if id not in BY_ID:
        return _("Keys: there is no command “{id}”").format(id=visible(id))
    for name in names:
        if not _exists(name):
            return _("Keys: “{keys}” for {id} is no key").format(id=id, keys=visible(keys))
    return None


def _exists(name: str) -> bool:
    *modifiers, key = name.split("+")
    if not set(modifiers) <= _MODIFIERS:
        return False
    if len(key) == 1:
        return key.isprintable() and not key.isspace()
    return key in _NAMED or key in KEY_TO_UNICODE_NAME or key in REPLACED_KEYS or _spelt(key)


def _spelt(key: str) -> bool:
    try:
        unicodedata.lookup(key.replace("_", " "))
    except KeyError:
        return False
    return True


def _clash(id: str, chosen: Mapping[str, str]) -> str | None:
    command = BY_ID[id]
    for other in COMMANDS:
        if other.id == id or not _meet(command, other):
            continue
        theirs = set(chosen.get(other.id, other.keys).split(","))
        if both := set(chosen[id].split(",")) & theirs:
            return _("Keys: {key} for {id} already belongs to {other}").format(
                key=shown(min(both)), id=id, other=other.id
            )
    return None


def _meet(one: Command, other: Command) -> bool:
    """Return whether a key could mean both commands at one place."""
    if Place.EVERYWHERE in one.places or Place.EVERYWHERE in other.places:
        return True
    return any(
        a == b or b in _SCREENS.get(a, ()) or a in _SCREENS.get(b, ())
        for a in one.places
        for b in other.places
    )
