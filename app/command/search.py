"""visavis search: the articles that answer a query."""

from dataclasses import asdict
from typing import Any

import click

from app.command import completion
from app.command.options import (
    QueryCommand,
    any_word,
    as_json,
    describe_filter,
    filters,
    make_filter,
    no_update,
)
from app.command.output import emit, faint, heading, marked, say, shown
from app.command.session import Session, end_with_nothing, fail_query
from app.locale import _, ngettext
from app.reasons import in_field, rarity
from corpus.article import How
from index.answer import Answer, Contribution, Match, Snippet, Sort
from index.query.language import QueryError

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
@click.argument("query", nargs=-1, shell_complete=completion.words())
@filters
@any_word
@click.option(
    "--sort",
    type=click.Choice([sort.value for sort in Sort]),
    default=Sort.RELEVANCE.value,
    show_default=True,
    help=_("By relevance, oldest first (date) or newest first (-date)."),
)
@click.option(
    "--limit", type=click.IntRange(0), default=20, show_default=True, help=_("How many to print.")
)
@click.option("--explain", is_flag=True, help=_("Say why each article is where it is."))
@no_update
@as_json
@click.pass_obj
def search(session: Session, /, **given: Any) -> None:
    """Run the verb."""
    query = " ".join(given["query"])
    reader = session.reader(update=given["update"])
    try:
        answer = reader.search(
            query,
            make_filter(given),
            sort=Sort(given["sort"]),
            limit=given["limit"],
            any_word=given["any_word"],
        )
    except QueryError as error:
        fail_query(query, error)
    reasons = (
        {m.id: reader.explain(m.id, query, any_word=given["any_word"]) for m in answer.matches}
        if given["explain"]
        else {}
    )
    meant = () if answer.total else reader.did_you_mean(query, answer.filter)
    if given["as_json"]:
        found = _as_json(answer, reasons, describe_filter(given), reader.pending)
        emit(found if answer.total else found | {"did_you_mean": meant})
    else:
        _print(answer, reasons)
    if not answer.total:
        end_with_nothing(meant)


def _as_json(
    answer: Answer, reasons: Reasons, filters: dict[str, Any], pending: int
) -> dict[str, Any]:
    return {
        "query": answer.query,
        "filters": filters,
        "total": answer.total,
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
        "snippets": [{"text": s.text, "start": s.start, "spans": s.spans} for s in match.snippets],
    }


def _print(answer: Answer, reasons: Reasons) -> None:
    for match in answer.matches:
        say(f"{heading(marked(match.title, match.title_hits))}  {faint(shown(match.id))}")
        say("  " + faint(" · ".join(_particulars(match))))
        for snippet in match.snippets if match.hits else match.snippets[:1]:
            say(f"  {_cut(snippet)}")
        for reason in reasons.get(match.id, ()):
            say("  " + faint(_reason(reason)))
        say()
    articles = ngettext("{n} article", "{n} articles", answer.total).format(n=answer.total)
    hits = ngettext("{n} hit", "{n} hits", answer.hits).format(n=answer.hits)
    left = answer.total - len(answer.matches)
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
