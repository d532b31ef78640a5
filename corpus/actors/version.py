"""What the actors of a corpus depend on beside its articles: model, rules, authority.

Apart from what it tells of, so that an unchanged corpus is told without loading any of that.
"""

from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

MODEL = "fr_core_news_sm"

RECOGNITION = 2
"""Raised whenever preparation or sifting changes what is found: names kept are then stale."""

JOINING = 2
"""Raised whenever the base authority or the joining changes what actors names refer to."""

ACTORS_FILE = "actors.toml"
"""The corpus's own authority."""


@cache
def recogniser_version() -> str:
    """Return what tells model and rules: equal versions find equal names."""
    return f"{MODEL} {version(MODEL)} rules {RECOGNITION}"


def actors_version(corpus: Path) -> str:
    """Return what tells how actors are found in `corpus`: equal versions find equal actors."""
    try:
        own = (corpus / ACTORS_FILE).read_bytes()
    except OSError:
        own = b""
    digest = blake2b(own, digest_size=8).hexdigest()
    return f"{recogniser_version()} joining {JOINING} authority {digest}"
