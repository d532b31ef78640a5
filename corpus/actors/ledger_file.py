"""The alias ledger as a file: `actors.toml`, read, written by hand, put under version control.

    [[actor]]
    name = "Assimi Goïta"
    kind = "person"
    aliases = ["le chef de la junte"]

    [[actor]]
    name = "Condoléances"
    kind = "person"
    rejected = true

    [[decision]]
    did = "rejected"
    name = "Condoléances"
    after = ["Condoléances"]

It stands beside the articles; for a folder that cannot be written to, in the user's data folder.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from corpus.actors.ledger import (
    Decide,
    Decision,
    Did,
    Entry,
    Ledger,
    LedgerProblem,
    Undecidable,
)
from corpus.actors.version import ledger_files
from corpus.article import Kind
from corpus.folding import fold_name
from corpus.messages import message
from corpus.readers_files import replace_file

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import AoT, Table

SIZE_LIMIT = 1_000_000
"""Bytes of an `actors.toml`; more is no list that somebody keeps."""

_BOM = "\ufeff"


def read_ledger(corpus: Path) -> Ledger:
    """Return the ledger of the folder `corpus`: the user's own file before that of the folder.

    What is wrong is left out and told in `problems`; nothing is raised.
    """
    ledgers = [_read(path) for path in reversed(ledger_files(corpus))]
    return Ledger(
        entries=tuple(entry for ledger in ledgers for entry in ledger.entries),
        decisions=ledgers[0].decisions,
        problems=tuple(problem for ledger in ledgers for problem in ledger.problems),
    )


def decide(corpus: Path, decision: Decide) -> Ledger:
    """Take a decision and write it down, all or nothing; return the ledger then in force.

    What the reader wrote beside stays as it is. Raises Undecidable, also when the file cannot be
    read as one or written.
    """
    path = ledger_files(corpus)[-1]
    before = _content(path)
    ledger = _ledger_of(before)
    decided = decision(ledger)
    text = _edited(before, ledger, decided)
    if _content(path) != before:
        raise Undecidable(message("actors.toml has been changed meanwhile: try again"))
    _write(path, text)
    return decided


def _ledger_of(content: str) -> Ledger:
    ledger = _parsed(content)
    if ledger.problems:
        problem = ledger.problems[0]
        raise Undecidable(problem.reason, **problem.values)
    return ledger


def _content(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise Undecidable(
            message("actors.toml cannot be read: {error}"), error=str(error)
        ) from error


def _read(path: Path) -> Ledger:
    try:
        if not path.exists():
            return Ledger()
        if path.stat().st_size > SIZE_LIMIT:
            return _unread(message("actors.toml is larger than 1 MB and was not read"))
        return _parsed(path.read_bytes().decode("utf-8"))
    except OSError as error:
        reason = message("actors.toml cannot be read: {error}")
        return _unread(reason, error=error.strerror or type(error).__name__)
    except UnicodeDecodeError as error:
        return _unread(message("actors.toml is not a TOML file: {error}"), error=str(error))


def _unread(reason: str, **values: str) -> Ledger:
    return Ledger(problems=(LedgerProblem(reason, values),))


def _parsed(text: str) -> Ledger:
    try:
        content = tomllib.loads(text.removeprefix(_BOM))
    except RecursionError:
        return _unread(message("actors.toml is nested too deeply and was not read"))
    except ValueError as error:
        return _unread(message("actors.toml is not a TOML file: {error}"), error=str(error))
    actors = content.get("actor", [])
    if not isinstance(actors, list):
        return _unread(message("actors.toml needs its actors as [[actor]] tables"))
    entries: list[Entry] = []
    problems: list[LedgerProblem] = []
    for number, fields in enumerate(actors, 1):
        entry = _entry(fields, number)
        if isinstance(entry, Entry):
            entries.append(entry)
        else:
            problems.append(entry)
    return Ledger(tuple(entries), tuple(_decisions(content)), tuple(problems))


def _entry(fields: object, number: int) -> Entry | LedgerProblem:
    values = {"number": str(number)}
    if not isinstance(fields, dict):
        return LedgerProblem(message("actor {number} of actors.toml is not a table"), values)
    name, kind = fields.get("name"), fields.get("kind")
    if not isinstance(name, str) or not fold_name(name):
        return LedgerProblem(message("actor {number} of actors.toml has no name"), values)
    values["name"] = name
    if kind not in list(Kind):
        return LedgerProblem(
            message(
                "actor {number} of actors.toml ({name}) needs a kind: person, organisation or place"
            ),
            values,
        )
    aliases, apart = fields.get("aliases", []), fields.get("apart", [])
    if not _are_names(aliases) or not _are_names(apart):
        return LedgerProblem(
            message(
                "actor {number} of actors.toml ({name}) needs its aliases as a list of strings"
            ),
            values,
        )
    rejected = fields.get("rejected", False) is True
    return Entry(name.strip(), Kind(kind), tuple(aliases), tuple(apart), rejected)


def _are_names(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _decisions(content: Mapping[str, Any]) -> Iterator[Decision]:
    """Yield the decisions that can be read; one that cannot is history, and nothing else."""
    rows = content.get("decision", [])
    for row in rows if isinstance(rows, list) else []:
        try:
            before = [_entry(fields, 0) for fields in row.get("before", [])]
            yield Decision(
                Did(row["did"]),
                str(row["name"]),
                tuple(map(str, row.get("names", []))),
                tuple(entry for entry in before if isinstance(entry, Entry)),
                tuple(map(str, row["after"])),
            )
        except (AttributeError, KeyError, TypeError, ValueError):
            continue


def _edited(text: str, before: Ledger, after: Ledger) -> str:
    """Return the file's text with the entries and decisions of `after` in it."""
    import tomlkit  # 30 ms that only a decision need spend

    document = tomlkit.parse(text.removeprefix(_BOM))
    _put_actors(document, before.entries, after.entries)
    kept = len(before.decisions)
    if len(after.decisions) < kept:
        rows = _tables(document, "decision")
        del rows[-1]
        if not rows:
            del document["decision"]
    for decision in after.decisions[kept:]:
        _tables(document, "decision").append(_decision_table(decision))
    return (_BOM if text.startswith(_BOM) else "") + tomlkit.dumps(document)


def _put_actors(document: "TOMLDocument", before: Sequence[Entry], after: Sequence[Entry]) -> None:
    """Bring the [[actor]] tables to `after`; those that stay are left as they are written."""
    import tomlkit

    tables = _tables(document, "actor")
    gone = [at for at, entry in enumerate(before) if entry not in after]
    new = []
    for place, entry in enumerate(after):
        if entry not in before:
            same = (at for at in gone if fold_name(before[at].name) == fold_name(entry.name))
            at = next(same, gone[0] if len(gone) == 1 else None)
            if at is None:
                new.append((place, entry))
            else:
                _fill(tables[at], entry)
                gone.remove(at)
    for at in reversed(gone):
        del tables[at]
    for place, entry in new:
        if place and not tables[place - 1].as_string().endswith("\n\n"):
            tables[place - 1].add(tomlkit.nl())
        tables.insert(place, _filled(entry))
    if not tables:
        del document["actor"]


def _tables(document: "TOMLDocument", name: str) -> "AoT":
    import tomlkit

    if name not in document:
        document.append(name, tomlkit.aot())
    return cast("AoT", document[name])


def _filled(entry: Entry) -> "Table":
    import tomlkit

    table = tomlkit.table()
    _fill(table, entry)
    table.add(tomlkit.nl())
    return table


def _fill(table: "Table", entry: Entry) -> None:
    for key, value in _fields(entry).items():
        if value in ([], False):
            table.pop(key, None)
        elif table.get(key) != value:
            table[key] = value


def _fields(entry: Entry) -> dict[str, Any]:
    return {
        "name": entry.name,
        "kind": entry.kind.value,
        "aliases": list(entry.aliases),
        "apart": list(entry.apart),
        "rejected": entry.rejected,
    }


def _decision_table(decision: Decision) -> "Table":
    import tomlkit

    table = tomlkit.table()
    table["did"], table["name"] = decision.did.value, decision.name
    if decision.names:
        table["names"] = list(decision.names)
    if decision.before:
        entries = tomlkit.array()
        for entry in decision.before:
            fields = tomlkit.inline_table()
            fields.update({k: v for k, v in _fields(entry).items() if v not in ([], False)})
            entries.append(fields)
        table["before"] = entries
    table["after"] = list(decision.after)
    table.add(tomlkit.nl())
    return table


def _write(path: Path, text: str) -> None:
    """Put `text` in the place of the file in one step. Raises Undecidable."""
    try:
        replace_file(path, text)
    except OSError as error:
        raise Undecidable(
            message("{path} cannot be written: {error}"),
            path=str(path),
            error=error.strerror or type(error).__name__,
        ) from error
