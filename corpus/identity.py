"""Ids of articles: short, typeable, unique in the corpus, the same on every reading."""

import re
from collections.abc import Callable, Sequence
from hashlib import blake2b
from itertools import count
from pathlib import PurePosixPath

from corpus.folding import fold
from corpus.formats import RawArticle

_FIRST_WORDS = 200
_LONGEST = 60
_NOT_TYPEABLE = re.compile(r"[^a-z0-9_.]+")


def article_id(raw: RawArticle, file: str, *, taken: Callable[[str], bool]) -> str:
    """Return the id of an article: its file's name, its own number, or a hash of its beginning.

    `taken` tells whether an id is another article's; then folders are put before a file's name,
    and numbers after whatever else.
    """
    return free_id(wanted_ids(raw, file), taken)


def wanted_ids(raw: RawArticle, file: str) -> tuple[str, ...]:
    """Return the ids that an article may have, the one it has if no other article has it first."""
    if number := plain(raw.declared.get("id", "")):
        return (number,)
    if not raw.alone:
        beginning = raw.declared.get("title", "") + "\0" + raw.text[:_FIRST_WORDS]
        return (blake2b(beginning.encode(errors="replace"), digest_size=5).hexdigest(),)
    path = PurePosixPath(file)
    parts = [*path.parts[:-1], path.stem]
    names = (plain("-".join(parts[depth:])) for depth in range(len(parts) - 1, -1, -1))
    return tuple(name or "article" for name in names)


def free_id(wanted: Sequence[str], taken: Callable[[str], bool]) -> str:
    """Return the first of `wanted` that is not taken, else the last with a number after it."""
    for name in wanted:
        if not taken(name):
            return name
    return next(name for n in count(2) if not taken(name := f"{wanted[-1]}-{n}"))


def plain(name: str) -> str:
    """Return `name` in lower-case ASCII letters, digits, "_", "-" and ".", shortened."""
    return _NOT_TYPEABLE.sub("-", fold(name)).strip("-.")[:_LONGEST].rstrip("-.")
