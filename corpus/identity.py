"""Ids of articles: short, typeable, unique in the corpus, the same on every reading."""

import re
from collections.abc import Callable
from hashlib import blake2b
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
    if number := plain(raw.declared.get("id", "")):
        return _free(number, taken)
    if not raw.alone:
        beginning = raw.declared.get("title", "") + "\0" + raw.text[:_FIRST_WORDS]
        return _free(blake2b(beginning.encode(errors="replace"), digest_size=5).hexdigest(), taken)
    path = PurePosixPath(file)
    parts = [*path.parts[:-1], path.stem]
    names = (plain("-".join(parts[depth:])) for depth in range(len(parts) - 1, -1, -1))
    wanted = [name or "article" for name in names]
    return next((name for name in wanted if not taken(name)), _free(wanted[-1], taken))


def plain(name: str) -> str:
    """Return `name` in lower-case ASCII letters, digits, "_", "-" and ".", shortened."""
    return _NOT_TYPEABLE.sub("-", fold(name)).strip("-.")[:_LONGEST].rstrip("-.")


def _free(wanted: str, taken: Callable[[str], bool]) -> str:
    name, number = wanted, 1
    while taken(name):
        number += 1
        name = f"{wanted}-{number}"
    return name
