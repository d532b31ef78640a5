"""When Python's collector of garbage looks at what there is."""

import gc
from functools import cache

_STARTING = 100_000
_YOUNG, _OLD = 1_000, 1_000
"""How many new objects there are to be before the collector looks at them, and how often it does
so before it looks at older ones, too."""


def hold_collector() -> None:
    """Have the collector of garbage wait while the program starts, until `calm_collector`.

    What is imported is no garbage: looking at it seventy times took a fifteenth of a search.
    """
    gc.set_threshold(_STARTING)


@cache
def calm_collector() -> None:
    """Have the collector of garbage pass over what is there now, most of it imported.

    Else it looks through it in the midst of a keystroke: 35 ms, which this saves. What is young is
    looked at early, before it is much, as each object takes it a microsecond; older ones seldom,
    as what is kept for the next keystroke is no garbage: that took 40 to 60 ms.
    """
    gc.freeze()
    gc.set_threshold(_YOUNG, _OLD, _OLD)


def dismiss_collector() -> None:
    """Have the collector of garbage pass over all there is when the program ends.

    Python lets it look once more, at nothing that matters: an eighth of `visavis --help`.
    """
    gc.freeze()
