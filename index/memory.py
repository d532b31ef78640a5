"""Memory that is no longer used, given back to the system."""

import sys


def give_back() -> None:
    """Give back what has been freed between what is still in use: the GNU C library keeps it else.

    The texts and records of a segment leave some 70 MB so, in each process.
    """
    if sys.platform == "linux":
        import ctypes  # what only reads does without

        if trim := getattr(ctypes.CDLL(None), "malloc_trim", None):
            trim(0)
