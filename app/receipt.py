"""The receipt of a corpus as people read it: one line a file, files of one article together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.locale import _, ngettext
from corpus.article import Rejection
from corpus.text import visible
from index.receipt import Receipt


@dataclass(frozen=True, slots=True)
class Line:
    """One file, or all files of a format that hold one article each."""

    what: str
    """The file's name, safe to show, or how many files."""
    format: str
    seen: int
    taken: int
    rejected: int
    stubs: int
    duplicates: int
    dates: str
    """How the dates were found, with counts."""
    empty: str
    """Which fields are empty, with counts."""


def lines(receipts: Sequence[Receipt]) -> list[Line]:
    """Return a line for each file of several articles, then one for all others of a format."""
    several = [receipt for receipt in receipts if receipt.seen != 1]
    single: dict[str | None, list[Receipt]] = {}
    for receipt in receipts:
        if receipt.seen == 1:
            single.setdefault(receipt.format, []).append(receipt)
    return [
        *(_line(visible(receipt.file), [receipt]) for receipt in several),
        *(_line(_files(len(group)), group) for group in single.values()),
    ]


def total(receipts: Sequence[Receipt]) -> Line:
    """Return the sums of all files."""
    return _line(_("all"), receipts)


def place(rejection: Rejection) -> str:
    """Return where a rejection is, safe to show: the file, what is in it, line or number."""
    parts = [visible(rejection.file)]
    if rejection.member is not None:
        parts.append(visible(rejection.member))
    if rejection.line is not None:
        parts.append(_("line {line}").format(line=rejection.line))
    if rejection.item is not None:
        parts.append(_("article {n}").format(n=rejection.item))
    return ", ".join(" ".join(part.split()) for part in parts)


def rule_name(rule: str) -> str:
    """Return the name of a rule that found a date."""
    names = {
        "document number": _("document number"),
        "declared": _("declared"),
        "JSON-LD": _("JSON-LD"),
        "meta tag": _("meta tag"),
        "page": _("page"),
        "htmldate": _("htmldate"),
        "publication line": _("publication line"),
        "update line": _("update line"),
        "dateline": _("dateline"),
        "closing dateline": _("closing dateline"),
        "file name": _("file name"),
        "unknown": _("unknown"),
    }
    return names.get(rule, rule)


def _line(what: str, group: Sequence[Receipt]) -> Line:
    formats = {receipt.format for receipt in group}
    name = formats.pop() if len(formats) == 1 else ""
    return Line(
        what,
        _("not recognised") if name is None else _(name) if name else "",
        sum(receipt.seen for receipt in group),
        sum(receipt.taken for receipt in group),
        sum(receipt.rejected for receipt in group),
        sum(len(receipt.stubs) for receipt in group),
        sum(len(receipt.duplicates) for receipt in group),
        _counts((rule_name(rule), n) for receipt in group for rule, n in receipt.dates.items()),
        _counts((_field(name), n) for receipt in group for name, n in receipt.empty.items()),
    )


def _counts(pairs: Iterable[tuple[str, int]]) -> str:
    counts: Counter[str] = Counter()
    for name, count in pairs:
        counts[name] += count
    return ", ".join(f"{name} {count}" for name, count in counts.most_common())


def _field(name: str) -> str:
    names = {
        "title": _("title"),
        "date": _("date"),
        "source": _("source"),
        "author": _("author"),
        "url": _("address"),
    }
    return names[name]


def _files(count: int) -> str:
    return ngettext("{n} file", "{n} files", count).format(n=count)
