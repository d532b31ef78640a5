"""The fields of an article in a JSON object."""

import re
from collections.abc import Mapping
from typing import Any

from corpus.article import PARAGRAPH_BREAK
from corpus.formats.fields import RawArticle, declared_by, field_of
from corpus.text import normalise

_HTML = re.compile(r"</?(?:p|br|div|h[1-6]|li|ul|strong|em)\b[^<>]*>", re.IGNORECASE)
_CSL_TYPES = frozenset(
    "article article-newspaper article-magazine article-journal post post-weblog webpage".split()
)
_CSL_SIGNS = ("issued", "container-title")
"""What one of these says that others call so, too: "article", "post", "webpage"."""
_CSL_PRESS = "article-newspaper"


PLAIN = "plain"
"""What `text_format` says of an object whose texts are no HTML, whatever they look like."""


def values_of(value: Mapping[str, Any]) -> dict[str, str]:
    """Return the fields of an object under its names; what is no text or list of them is "".

    HTML becomes text: {"content": {"rendered": "<p>…</p>"}}, as WordPress answers; not where the
    object says that it is plain.
    """
    html = value.get("text_format") != PLAIN
    return {name: _words(name, inner, html) for name, inner in value.items() if field_of(name)}


def _words(name: str, value: object, html: bool) -> str:
    if isinstance(value, dict):
        value = value.get("rendered") or value.get("name")  # {"source": {"id": …, "name": …}}
    if isinstance(value, list):
        separator = PARAGRAPH_BREAK if field_of(name) == "text" else ", "
        value = separator.join(item for item in value if isinstance(item, str))
    if not isinstance(value, str):
        return ""
    return plain_text(value) if html and _HTML.search(value) else value


def plain_text(html: str) -> str:
    """Return the paragraphs of a piece of HTML, parted by blank lines."""
    from corpus.formats.markup import paragraphs, parse

    root = parse(html)
    return "" if root is None else PARAGRAPH_BREAK.join(paragraphs(root))


def reference(value: Mapping[str, Any], position: int) -> RawArticle | None:
    """Return the reference that an object in CSL JSON is, with its abstract; None for no such.

    https://docs.citationstyles.org/en/stable/specification.html
    """
    kind = value.get("type")
    is_sure = kind == _CSL_PRESS or any(sign in value for sign in _CSL_SIGNS)
    if not isinstance(kind, str) or kind not in _CSL_TYPES or not is_sure:
        return None
    declared = declared_by(
        [
            ("title", _text(value.get("title"))),
            ("date", _issued(value.get("issued"))),
            ("source", _text(value.get("container-title") or value.get("publisher"))),
            ("author", _names(value.get("author"))),
            ("url", _text(value.get("URL"))),
            ("id", _text(value.get("id"))),
        ]
    )
    text = normalise(_text(value.get("abstract"))).strip()
    if not text and "title" not in declared:
        return None
    return RawArticle(text, declared, position, stub=True)


def _text(value: object) -> str:
    return plain_text(value) if isinstance(value, str) and _HTML.search(value) else _string(value)


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _issued(value: object) -> str:
    """Return a date in the words or the parts that it is given in: [[2024, 3, 5]] → 2024-03-05."""
    if not isinstance(value, dict):
        return _string(value)
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        return "-".join(str(part).zfill(2) for part in parts[0][:3])
    return _string(value.get("raw")) or _string(value.get("literal"))


def _names(value: object) -> str:
    people = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    names = (
        _string(one.get("literal"))
        or " ".join(filter(None, (_string(one.get("given")), _string(one.get("family")))))
        for one in people
    )
    return ", ".join(filter(None, names))
