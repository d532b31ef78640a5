"""visavis check: what is wrong with the corpus."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

import click

from app import receipt
from app.command.options import as_json, no_update
from app.command.output import emit, heading, say, sentence, shown
from app.command.session import NOTHING, Session
from app.locale import _, ngettext
from app.suggested import in_one_line, last_named
from corpus.article import Rejection
from index.check import DateFinding, Findings, inspect
from index.receipt import Receipt


@click.command(
    help=_(
        "Say what came out of each file, and what is wrong with the corpus: what could not be "
        "read and why, articles without a date, dates that contradict each other or are "
        "uncertain, stubs, duplicates. "
        "Exit status 1 when something is."
    )
)
@no_update
@as_json
@click.pass_obj
def check(session: Session, /, **given: Any) -> None:
    """Run the verb."""
    reader = session.reader(update=given["update"])
    findings = inspect(reader, session.corpus)
    if given["as_json"]:
        emit({"totals": _totals(findings.files), **asdict(findings)})
    else:
        _say_receipt(findings.files)
        for title, lines in _report(findings):
            say(heading(f"{title} ({len(lines)})"))
            for line in lines:
                say(f"  {line}")
            say()
        if not findings:
            say(_("Nothing is wrong."))
    if findings:
        raise click.exceptions.Exit(NOTHING)


def _report(findings: Findings) -> Iterator[tuple[str, list[str]]]:
    """Yield each kind of finding with its lines, where there are any."""
    sections = [
        (_("Not read"), [_rejection(r) for r in findings.rejections]),
        (_("Without a date"), list(map(shown, findings.undated))),
        (_("Dates suggested"), list(_suggested(findings))),
        (_("Dates that contradict each other"), list(map(_date, findings.contradictions))),
        (_("Declared dates that are no dates"), list(map(_date, findings.unread_dates))),
        (_("Dates inferred, and others possible"), list(map(_date, findings.uncertain))),
        (_("Stubs and articles of hardly any text"), list(map(shown, findings.stubs))),
        (_("Set right, but gone"), list(map(shown, findings.lost_corrections))),
        (_("The same text twice"), [", ".join(map(shown, ids)) for ids in findings.duplicates]),
    ]
    return ((title, lines) for title, lines in sections if lines)


def _suggested(findings: Findings) -> Iterator[str]:
    for id, found in findings.date_suggestions.items():
        told = [in_one_line(each) for each in found.days[:1]]
        yield f"{shown(id)}: {' · '.join(told) or last_named(found)}"


def _totals(files: Sequence[Receipt]) -> dict[str, int]:
    total = receipt.total(files)
    return {
        "files": len(files),
        "seen": total.seen,
        "taken": total.taken,
        "rejected": total.rejected,
        "stubs": total.stubs,
        "duplicates": total.duplicates,
    }


def _say_receipt(files: Sequence[Receipt]) -> None:
    if not files:
        return
    say(heading(f"{_('Files')} ({len(files)})"))
    for line in [*receipt.lines(files), receipt.total(files)]:
        say(f"  {_told(line)}")
    say()


def _told(line: receipt.Line) -> str:
    counts = _("{seen} seen = {taken} taken + {rejected} rejected").format(
        seen=line.seen, taken=line.taken, rejected=line.rejected
    )
    more = [
        ngettext("{n} stub", "{n} stubs", line.stubs).format(n=line.stubs) if line.stubs else "",
        ngettext("{n} said twice", "{n} said twice", line.duplicates).format(n=line.duplicates)
        if line.duplicates
        else "",
        _("dates: {counts}").format(counts=line.dates) if line.dates else "",
        _("without {counts}").format(counts=line.empty) if line.empty else "",
    ]
    name = f"{line.what}: {line.format}" if line.format else line.what
    return shown(" · ".join(filter(None, [name, counts, *more])))


def _rejection(rejection: Rejection) -> str:
    return f"{receipt.place(rejection)}: {sentence(rejection.reason, **rejection.values)}"


def _date(finding: DateFinding) -> str:
    taken = str(finding.date or _("undated"))
    return f"{shown(finding.id)}: {taken} · {', '.join(map(shown, finding.others))}"
