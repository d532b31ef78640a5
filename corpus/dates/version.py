"""What the dates that texts speak of depend on beside the texts.

Apart from what reads them, so that an unchanged corpus is told without loading any of that.
"""

EVENTS = 1
"""Raised whenever the rules change which dates are read, or what they mean."""
