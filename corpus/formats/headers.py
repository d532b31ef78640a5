"""What a text file declares above its article: front matter, header lines, a Markdown title."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.folding import fold_name
from corpus.formats.fields import declared_by, field_of, name_key

_FENCE = re.compile(r"---[ \t]*")
_END_FENCE = re.compile(r"(?:---|\.\.\.)[ \t]*")
_LARGEST_FRONT = 64 * 1024
_NAMED = re.compile(r"[ \t]*(?P<name>[^\W\d_][^:\n]{0,29}):(?P<value>.*)")
_CONTINUED = re.compile(r"\s*|#.*|(?:\s|-\s).*")
_QUOTED = re.compile(r"([\"'])(?P<value>.*)\1")
_MARKDOWN_TITLE = re.compile(r"#[ \t]+(?P<title>[^\s#].{0,300}?)(?:[ \t]+#*)?[ \t]*")

# Fewer than name a column: "Journal :" or "Contenu :" may well begin an article.
_LINE_NAMES = re.compile(
    "titre|title|headline|date|datedepublication|published|publiele|source|auteurs?|authors?"
    "|url|lien|link|agence|agency|texte?"
)
# A longer value is a sentence of the article: "Source : le ministre a déclaré mardi que…"
_LONGEST = {"title": 300, "date": 60, "source": 100, "agency": 60, "author": 200, "url": 2_000}


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands above an article, and the article."""

    declared: dict[str, str]
    body: str
    broken_line: int | None = None
    """The first line of the front matter, from 1, that could not be understood."""


def read_opening(text: str) -> Opening:
    """Return what `text` (line ends "\\n") declares in its first lines, and the rest of it.

    Front matter that is not YAML is read line by line, for "titre: Mali : la suite" is common
    and no YAML; what stands in other lines is lost, and `broken_line` tells the first.
    """
    lines = text.split("\n")
    first = _first_filled(lines)
    return _markdown_title(_front_matter(lines, first) or _header_lines(lines, first))


def _first_filled(lines: Sequence[str]) -> int:
    return next((i for i, line in enumerate(lines) if line.strip()), len(lines))


def _front_matter(lines: Sequence[str], first: int) -> Opening | None:
    end = _end_of_front(lines, first)
    if end is None:
        return None
    block = lines[first + 1 : end]
    from corpus.formats.front_matter import yaml_pairs  # PyYAML costs a search 20 ms

    broken = None
    pairs = yaml_pairs("\n".join(block))
    if pairs is None:
        pairs = list(_named_lines(block))
        broken = next((first + 2 + i for i, line in enumerate(block) if _is_broken(line)), None)
    if not any(field_of(name) for name, _ in pairs):
        return None  # sentences between two rules
    return Opening(declared_by(pairs), "\n".join(lines[end + 1 :]), broken)


def _end_of_front(lines: Sequence[str], first: int) -> int | None:
    if first == len(lines) or not _FENCE.fullmatch(lines[first]):
        return None
    size = 0
    for i in range(first + 1, len(lines)):
        if _END_FENCE.fullmatch(lines[i]):
            return i
        size += len(lines[i]) + 1
        if size > _LARGEST_FRONT:
            break
    return None


def _named_lines(block: Sequence[str]) -> Iterator[tuple[str, str]]:
    for line in block:
        if named := _NAMED.fullmatch(line):
            value = named["value"].strip()
            quoted = _QUOTED.fullmatch(value)
            yield named["name"], quoted["value"] if quoted else value


def _is_broken(line: str) -> bool:
    return not (_NAMED.fullmatch(line) or _CONTINUED.fullmatch(line))


def _header_lines(lines: Sequence[str], first: int) -> Opening:
    pairs: list[tuple[str, str]] = []
    seen: set[str] = set()
    for i in range(first, len(lines)):
        if not lines[i].strip():
            continue
        header = _header(lines[i])
        if header is None or header[0] in seen:
            return Opening(declared_by(pairs), "\n".join(lines[i:]))
        field, value = header
        if field == "text":
            body = [value, *lines[i + 1 :]] if pairs else lines[i:]
            return Opening(declared_by(pairs), "\n".join(body))
        seen.add(field)
        pairs.append(header)
    return Opening(declared_by(pairs), "")


def _header(line: str) -> tuple[str, str] | None:
    """Return the field and value of a header line such as "Auteur : A. Cissé"."""
    named = _NAMED.fullmatch(line)
    if not named or not _LINE_NAMES.fullmatch(name_key(named["name"])):
        return None
    field, value = field_of(named["name"]), named["value"].strip()
    if field is None or len(value) > _LONGEST.get(field, len(value)):
        return None
    return field, value


def _markdown_title(opening: Opening) -> Opening:
    lines = opening.body.split("\n")
    first = _first_filled(lines)
    heading = _MARKDOWN_TITLE.fullmatch(lines[first]) if first < len(lines) else None
    if not heading:
        return opening
    title = heading["title"]
    if fold_name(opening.declared.get("title", title)) != fold_name(title):
        return opening
    declared = {"title": title} | opening.declared
    return replace(opening, declared=declared, body="\n".join(lines[first + 1 :]))
