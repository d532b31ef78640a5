"""HTML as text: its paragraphs, and what stands in one of its elements."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.formats.fields import one_line
from corpus.text import normalise

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp"
    " small span strike strong sub sup time tt u var wbr nobr blink".split()
)
_UNSEEN = frozenset("script style head title noscript template svg object iframe select".split())
_HIDDEN = re.compile(r"(?:[0-9a-fA-F]{2}){2,200}")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_DATA_ADDRESS = re.compile(r"(?<=[\"'(])data:[^\"')]{200,}")


def parse(html: str) -> "HtmlElement | None":
    """Return the tree of a page or of a piece of one; None where there is nothing in it."""
    from lxml import etree
    from lxml import html as lxml_html

    # A NUL would end the page for libxml2, and pictures written into the page are no text.
    source = _DATA_ADDRESS.sub("", html.replace("\0", "\ufffd"))
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return lxml_html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def by_class(root: "HtmlElement", *names: str) -> list["HtmlElement"]:
    """Return the elements of one of the classes, whatever their case, in order."""
    wanted = {name.lower() for name in names}
    return [
        element
        for element in root.iter()
        if isinstance(element.tag, str) and wanted & set(element.get("class", "").lower().split())
    ]


def line_of(element: "HtmlElement") -> str:
    """Return the text in an element on one line."""
    return one_line(" ".join(paragraphs(element)))


def paragraphs(element: "HtmlElement") -> list[str]:
    """Return the text in an element: its blocks and broken lines, none of them blank."""
    lines = (_BLANKS.sub(" ", line).strip() for line in "".join(_pieces(element)).split("\0"))
    return [normalise(line) for line in lines if line.strip("\u00a0 ")]


def _pieces(root: "HtmlElement") -> Iterator[str]:
    """Yield the text under `root`, a NUL where a line ends."""
    # Walked without recursion: a page may be nested as deep as its author likes.
    stack: list[tuple[HtmlElement, bool]] = [(root, False)]
    while stack:
        element, leaving = stack.pop()
        breaks = element.tag not in _INLINE
        if leaving:
            yield "\0" if breaks else ""
            if element is not root:
                yield element.tail or ""
            continue
        if element.tag in _UNSEEN or not isinstance(element.tag, str):
            yield (element.tail or "") if element is not root else ""
            continue
        yield "\0" if breaks else ""
        yield address if (address := _hidden_address(element)) else element.text or ""
        stack.append((element, True))
        if not address:
            stack.extend((child, False) for child in reversed(element))


def _hidden_address(element: "HtmlElement") -> str:
    """Return the mail address that Cloudflare's mail protection has written as figures.

    The first byte is the key that the others are combined with by exclusive or.
    """
    code = element.get("data-cfemail")
    if code is None or not _HIDDEN.fullmatch(code):
        return ""
    key, *rest = bytes.fromhex(code)
    return bytes(byte ^ key for byte in rest).decode("utf-8", "replace").replace("\0", "\ufffd")
