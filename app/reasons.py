"""Why a match is where it is, in words, for the command line and the interface alike."""

from app.locale import _, ngettext
from index.answer import Contribution, FieldWeight
from index.query.syntax import TextField


def rarity(reason: Contribution) -> str:
    """Return how rare a part of the query is: "rarity 1.02"."""
    return _("rarity {rarity}").format(rarity=f"{reason.rarity:.2f}")


def in_field(part: FieldWeight) -> str:
    """Return what a field adds: "text: 3 times, 1 in the lead, 2 in this form, weight 0.81"."""
    field = {TextField.TITLE: _("title"), TextField.TEXT: _("text")}[TextField(part.field)]
    times = ngettext("{field}: {n} time", "{field}: {n} times", part.frequency)
    lead = [_("{n} in the lead").format(n=part.lead)] if part.lead else []
    return ", ".join(
        [
            times.format(field=field, n=part.frequency),
            *lead,
            _("{n} in this form").format(n=part.exact),
            _("weight {weight}").format(weight=f"{part.weight:.2f}"),
        ]
    )
