"""The actor that an argument of a verb means."""

from app.command.session import NOTHING, USAGE, fail
from app.locale import _
from corpus.actors.ledger import Named
from index.actors import find_actors
from index.reader import Reader

_SHOWN = 6


def the_actor(reader: Reader, name: str) -> Named:
    """Return the one actor that `name` means; end with a sentence where there is none or several.

    "person:Wagner" tells the kind, where two actors have one name.
    """
    found = find_actors(reader, name)
    if not found:
        fail(NOTHING, "No actor is called “{name}”", name=name)
    if len(found) > 1:
        several = [f"{actor.kind}:{actor.name}" for actor, _ in found[:_SHOWN]]
        names = _(", ").join(several) + ("…" if len(found) > _SHOWN else "")
        fail(USAGE, "“{name}” may be one of several: {names}", name=name, names=names)
    return found[0][0]
