"""Outside text in Markdown (CommonMark, with the signs that common programs add to it)."""

import re

# Signs that mean nothing where they stand are left alone: such a file is read as plain text too.
_SPECIAL = re.compile(
    r"[\\`*\[\]<>#|$^{}]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~|=(?==)|(?<==)=|&(?=#?\w+;)"
)
_BEGINNING = re.compile(r"(?m)^(\d*)([-+=.)~])")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def escaped(text: str) -> str:
    """Return `text` so that nothing in it is read as Markdown, where it does not begin a line."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def escaped_lines(text: str) -> str:
    """Return what `escaped` gave so that no line of it begins a list, a rule or a block of code."""
    return _BEGINNING.sub(r"\1\\\2", "\n".join(line.lstrip() for line in text.split("\n")))


def unescaped(text: str) -> str:
    """Return the text that was escaped (CommonMark 2.4)."""
    return _ESCAPE.sub(r"\1", text)
