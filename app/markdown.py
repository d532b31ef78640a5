"""Outside text in a Markdown document (CommonMark with tables)."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&$^=+])")
_LIST = re.compile(r"(?m)^(\d*)([-.)])")


def escaped(text: str) -> str:
    """Return `text` so that nothing in it is read as Markdown, where it does not begin a line."""
    return _SPECIAL.sub(r"\\\1", text)


def escaped_lines(text: str) -> str:
    """Return what `escaped` gave so that no line of it begins a list, a rule or a block of code."""
    return _LIST.sub(r"\1\\\2", "\n".join(line.lstrip() for line in text.split("\n")))
