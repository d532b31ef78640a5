"""visavis search: the articles that answer a query."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.command.names import unknown_names
from app.command.options import (
    QueryCommand,
    any_word,
    as_json,
    at_most,
    filters,
    from_saved,
    make_filter,
    no_update,
    query_argument,
    sort_by,
)
from app.command.output import emit, faint, heading, marked, say, shown
from app.command.saved import save_search, saved_search
from app.command.session import Session, end_with_nothing, fail_query
from app.copied import distinct_texts, near_identical
from app.history import History
from app.kept import describe
from app.locale import _, ngettext
from app.reasons import in_field, rarity
from app.request import Request
from corpus.article import How
from index.answer import Answer, Contribution, Match, Snippet, Sort
from index.query.language import QueryError
from index.reader import Reader

if TYPE_CHECKING:
    from app.command.record import Record

Reasons = dict[str, tuple[Contribution, ...]]
"""Why each match is where it is, by its id; empty where nobody asked."""

_OPENING = "«“\"'‘(–—-"
_CLOSING = '.!?…»”")'


@click.command(
    cls=QueryCommand,
    help=_(
        "Print the articles that answer QUERY, best first.\n\n"
        "All words must stand in an article; accents, case and inflection do not matter. "
        'AND/ET, OR/OU, NOT/SAUF or a leading -, parentheses, "a phrase", begin*, fuzzy~, '
        'field:word. An empty query ("") means every article, newest first.\n\n'
        "Examples:\n\n"
        "  visavis search goita cooperation\n\n"
        "  visavis search '\"levée des sanctions\" SAUF niger' --from 2023"
    ),
)
@query_argument
@filters
@any_word
@sort_by
@at_most(20, _("How many to print."))
@click.option(
    "--fold/--no-fold",
    default=None,
    help=_(
        "Of near-identical articles print the first alone, and how many others there are "
        "(default), or print all (default with --json)."
    ),
)
@click.option("--explain", is_flag=True, help=_("Say why each article is where it is."))
@click.option("--save", metavar=_("NAME"), help=_("Save the search under this name."))
@from_saved
@click.option(
    "--record",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar=_("FILE"),
    help=_("Add a record of this search to a TOML file, for a methods section."),
)
@no_update
@as_json
@click.pass_obj
def search(session: Session, /, **given: Any) -> None:
    """Run the verb."""
    request = request_of(session, given)
    record = _record(given["record"])
    reader = session.reader(update=given["update"])
    try:
        answer = reader.search(
            request.query,
            request.filter,
            sort=request.sort,
            limit=request.limit,
            any_word=request.any_word,
            fold=_folds(given),
        )
    except QueryError as error:
        fail_query(request.query, error)
    _keep(session, request, given)
    if record:
        record.add(session.corpus, reader, request, answer)
    unknown = unknown_names(reader, request.filter)
    meant = () if answer.total else reader.did_you_mean(request.query, answer.filter)
    reasons = _reasons(reader, request, answer) if given["explain"] else {}
    most = _with_most(reader, request, fold=_folds(given)) if not answer.total else None
    if given["as_json"]:
        found = _as_json(answer, reasons, describe(request), reader.pending)
        emit(found | ({} if answer.total else _otherwise(meant, most)) | unknown.as_json())
    elif most:
        _print_most(most, fold=_folds(given))
    else:
        _print(answer, reasons, fold=_folds(given))
    unknown.tell()
    if not answer.total:
        end_with_nothing(meant)


def _folds(given: dict[str, Any]) -> bool:
    """Return whether near-identical articles are one line: as a rule for people, not for JSON."""
    return not given["as_json"] if given["fold"] is None else bool(given["fold"])


def _with_most(reader: Reader, request: Request, *, fold: bool) -> Answer | None:
    """Return the articles with most of the words, where none has all and some have any."""
    answer = reader.search(
        request.query,
        request.filter,
        sort=request.sort,
        limit=request.limit,
        most_words=True,
        fold=fold,
    )
    return answer if answer.words else None


def _otherwise(meant: Sequence[str], most: Answer | None) -> dict[str, Any]:
    """Return what is said of a search that finds nothing."""
    if most is None or most.words is None:
        return {"did_you_mean": meant}
    has, asked = most.words
    matches = list(map(_match_as_json, most.matches))
    found = {"words": has, "of": asked, "total": most.total, "matches": matches}
    return {"did_you_mean": meant, "with_most_words": found}


def _print_most(answer: Answer, *, fold: bool) -> None:
    assert answer.words
    has, asked = answer.words
    said = _("No article has all {all} words; these have {some} of them:")
    say(said.format(all=asked, some=has))
    say()
    _print(answer, {}, fold=fold)


def _record(path: Path | None) -> "Record | None":
    if path is None:
        return None
    from app.command.record import Record  # 30 ms that other searches need not spend

    return Record(path)


def request_of(session: Session, given: dict[str, Any]) -> Request:
    """Return what is asked for: by the arguments, or by a saved search that they narrow."""
    query = given["query"]
    filter = make_filter(given)
    sort, limit = Sort(given["sort"] or Sort.RELEVANCE), given["limit"]
    if given["saved"] is None:
        return Request(query, filter, sort, given["any_word"], limit)
    if query.strip():
        raise click.UsageError(_("--saved brings a query of its own: leave out the other"))
    saved = saved_search(session.corpus, given["saved"])
    return Request(
        saved.query,
        saved.filter & filter,
        sort if given["sort"] else saved.sort,
        saved.any_word or given["any_word"],
        limit,
    )


def _keep(session: Session, request: Request, given: dict[str, Any]) -> None:
    """Save the search if that is asked for, and remember what a person has asked."""
    if given["save"] is not None:
        save_search(session.corpus, given["save"], request)
    if not given["as_json"]:
        History(session.corpus).add(request)


def _reasons(reader: Reader, request: Request, answer: Answer) -> Reasons:
    return {
        match.id: reader.explain(match.id, request.query, any_word=request.any_word)
        for match in answer.matches
    }


def _as_json(
    answer: Answer, reasons: Reasons, asked: dict[str, Any], pending: int
) -> dict[str, Any]:
    return {
        "query": answer.query,
        "filters": {key: asked[key] for key in asked if key not in ("query", "any", "sort")},
        "total": answer.total,
        "distinct": answer.distinct,
        "took_ms": round(answer.took_ms, 1),
        "pending": pending,
        "matches": [
            _match_as_json(match)
            | ({"explanation": list(map(asdict, reasons[match.id]))} if reasons else {})
            for match in answer.matches
        ],
    }


def _match_as_json(match: Match) -> dict[str, Any]:
    return {
        "id": match.id,
        "title": match.title,
        "title_hits": match.title_hits,
        "date": match.date and match.date.isoformat(),
        "date_evidence": match.date_evidence,
        "source": match.source,
        "agency": match.agency,
        "actors": match.actors,
        "score": round(match.score, 3),
        "hits": match.hits,
        "copies": match.copies,
        "snippets": [{"text": s.text, "start": s.start, "spans": s.spans} for s in match.snippets],
    }


def _print(answer: Answer, reasons: Reasons, *, fold: bool) -> None:
    for match in answer.matches:
        say(f"{heading(marked(match.title, match.title_hits))}  {faint(shown(match.id))}")
        say("  " + faint(" · ".join(_particulars(match))))
        if fold and match.copies:
            say("  " + faint(near_identical(match.copies)))
        for snippet in match.snippets if match.hits else match.snippets[:1]:
            say(f"  {_cut(snippet)}")
        for reason in reasons.get(match.id, ()):
            say("  " + faint(_reason(reason)))
        say()
    articles = ngettext("{n} article", "{n} articles", answer.total).format(n=answer.total)
    hits = ngettext("{n} hit", "{n} hits", answer.hits).format(n=answer.hits)
    if answer.distinct < answer.total:
        articles += f", {distinct_texts(answer.distinct)}"
    left = (answer.distinct if fold else answer.total) - len(answer.matches)
    more = [_("{n} more with --limit").format(n=left)] if left else []
    say(" · ".join([articles, hits, *more]))


def _cut(snippet: Snippet) -> str:
    """Return a snippet, with "…" where it was cut out of a sentence."""
    before = "" if snippet.text[:1].isupper() or snippet.text[:1] in _OPENING else "… "
    after = "" if snippet.text[-1:] in _CLOSING else " …"
    return f"{before}{marked(snippet.text, snippet.spans)}{after}"


def _reason(reason: Contribution) -> str:
    """Return what a part of the query adds: "goita 2.31 · rarity 1.02 · text: 3 times …"."""
    parts = [rarity(reason), *map(in_field, reason.fields)]
    return f"{reason.words} {reason.score:.2f} · {' · '.join(parts)}"


def _particulars(match: Match) -> list[str]:
    hits = ngettext("{n} hit", "{n} hits", match.hits).format(n=match.hits)
    return [
        f"{match.date} ~"
        if match.date_evidence is How.INFERRED
        else str(match.date or _("undated")),
        *(shown(name) for name in (match.source, match.agency) if name),
        *([hits] if match.hits else []),
    ]
