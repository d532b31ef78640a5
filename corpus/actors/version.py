"""What the actors of a corpus depend on beside its articles: model, rules, authority.

Apart from what it tells of, so that an unchanged corpus is told without loading any of that.
"""

import os
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from platformdirs import user_data_path

MODEL = "fr_core_news_sm"

RECOGNITION = 3
"""Raised whenever preparation or sifting changes what is found: names kept are then stale."""

JOINING = 2
"""Raised whenever the base authority or the joining changes what actors names refer to."""

ACTORS_FILE = "actors.toml"
"""The corpus's own authority."""


_SAMPLE = Path(__file__).parent.parent / "sample"


def ledger_files(corpus: Path) -> tuple[Path, ...]:
    """Return where the alias ledger of `corpus` is read from; it is written to the last.

    That is the user's data folder for the sample and for a folder that cannot be written to.
    """
    beside = corpus / ACTORS_FILE
    if corpus.resolve() != _SAMPLE and os.access(corpus, os.W_OK):
        return (beside,)
    digest = blake2b(os.fsencode(corpus.resolve()), digest_size=6).hexdigest()
    name = f"{corpus.resolve().name}-{digest}"
    return beside, user_data_path("visavis") / "corpora" / name / ACTORS_FILE


@cache
def recogniser_version() -> str:
    """Return what tells model and rules: equal versions find equal names."""
    return f"{MODEL} {version(MODEL)} rules {RECOGNITION}"


def actors_version(corpus: Path) -> str:
    """Return what tells how actors are found in `corpus`: equal versions find equal actors."""
    own = b"\0".join(_bytes(path) for path in ledger_files(corpus))
    digest = blake2b(own, digest_size=8).hexdigest()
    return f"{recogniser_version()} joining {JOINING} authority {digest}"


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
