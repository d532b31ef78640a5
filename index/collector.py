"""When Python's collector of garbage looks at what there is."""

import gc
from functools import cache

_YOUNG = 10_000
"""How many objects there are to be before the collector looks at them."""


@cache
def calm_collector() -> None:
    """Have the collector of garbage pass over what is there now, most of it imported, and wait.

    Else it looks through it in the midst of a keystroke: 35 ms, which this saves. And an answer,
    of a thousand objects, is to be gone before it looks, else it keeps them all for later: of the
    longest keystrokes another 10 to 40 ms.
    """
    gc.freeze()
    gc.set_threshold(_YOUNG)
