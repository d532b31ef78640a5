"""visavis show: one article, to read."""

import shutil
import textwrap
from dataclasses import asdict
from typing import Any

import click

from app.citation import Style, cite
from app.command import completion
from app.command.options import as_json, no_update
from app.command.output import emit, faint, heading, marked, say, shown
from app.command.session import Session, fail_article, fail_query
from app.copied import told
from app.locale import _
from app.suggested import in_one_line, last_named
from corpus.article import PARAGRAPH_BREAK, Article, Evidence, Mention, Span
from corpus.dates.events import Event, events
from corpus.quotations.quotation import Quotation
from index.answer import Reading
from index.copied import Copied
from index.query.language import QueryError
from index.reader import Reader
from index.store import AmbiguousArticle, UnknownArticle
from index.suggested_dates import suggest_dates

_MEASURE = 80


@click.command(help=_("Print the article of that ID (its beginning will do), to read."))
@click.argument("id", shell_complete=completion.ids())
@click.option("--query", default="", help=_("Mark what answers this query."))
@click.option(
    "--evidence", is_flag=True, help=_("Say where each value comes from, and what was left out.")
)
@click.option(
    "--cite",
    type=click.Choice([style.value for style in Style]),
    help=_("Print a reference to it instead, to cite it."),
)
@no_update
@as_json
@click.pass_obj
def show(session: Session, /, **given: Any) -> None:
    """Run the verb."""
    reader = session.reader(update=given["update"])
    try:
        reading = reader.read(given["id"], given["query"])
        copied = reader.reports.copied(reading.article.id)
    except QueryError as error:
        fail_query(given["query"], error)
    except (UnknownArticle, AmbiguousArticle) as error:
        fail_article(error)
    citation = cite(reading.article, Style(given["cite"])) if given["cite"] else None
    if given["as_json"]:
        cited = {"citation": citation} if citation else {}
        emit(_as_json(reading, copied) | _suggested_as_json(reader, reading.article) | cited)
        return
    if citation:
        say(citation)
        return
    _print_head(reading, copied)
    _print_text(reading)
    if given["evidence"]:
        _print_evidence(reading)
        _print_events(reading.article)
        _print_suggested(reader, reading.article)


def _as_json(reading: Reading, copied: Copied) -> dict[str, Any]:
    article = reading.article
    return {
        "id": article.id,
        "title": article.headline,
        "date": article.date and article.date.isoformat(),
        "date_evidence": article.date_evidence,
        "source": article.source,
        "stub": article.stub,
        "agency": article.agency,
        "author": article.author,
        "url": article.url,
        "origin": {"file": shown(article.origin.file), "position": article.origin.position},
        "paragraphs": article.paragraphs,
        "mentions": [_mention(m) for m in reading.mentions],
        "hits": reading.hits,
        "title_mentions": [_mention(m) for m in reading.title_mentions],
        "title_hits": reading.title_hits,
        "evidence": [_evidence(e) for e in article.evidence],
        "quotations": [_quotation(q, article.text) for q in reading.quotations()],
        "events": [_event(e) for e in events(article.text, article.date)],
        "dropped": [{"rule": d.rule, "text": d.text} for d in article.dropped],
        "copies": _copies(article, copied),
    }


def _copies(article: Article, copied: Copied) -> dict[str, Any]:
    return {
        "shares": copied.shares,
        "agency_credited": article.agency is not None,
        "articles": [
            asdict(holder) | {"date": holder.date and holder.date.isoformat()}
            for holder in copied.holders
        ],
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "kind": mention.kind,
        "actor": mention.actor,
        **({"uncertain": True} if mention.uncertain else {}),
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "field": evidence.field,
        "how": evidence.how,
        "rule": evidence.rule,
        "words": evidence.words,
        "start": evidence.start,
        "end": evidence.end,
    }


def _quotation(quotation: Quotation, text: str) -> dict[str, Any]:
    speaker = quotation.speaker
    return {
        "start": quotation.start,
        "end": quotation.end,
        "kind": quotation.kind,
        "speaker": text[speaker.start : speaker.end] if speaker else None,
        "actor": quotation.actor,
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "start": event.start,
        "end": event.end,
        "words": event.words,
        "value": event.value,
        "since": event.since.isoformat(),
        "until": event.until.isoformat(),
        "granularity": event.granularity,
    }


def _print_head(reading: Reading, copied: Copied) -> None:
    article = reading.article
    say(heading(marked(article.headline, reading.title_hits)))
    date = str(article.date or _("undated"))
    if article.date_evidence:
        date += f" ({_(article.date_evidence)})"
    known = (article.source, article.agency, article.author, article.url)
    if article.stub:
        say(faint(_("A stub: its file holds only a reference, or the beginning.")))
    say(faint(" · ".join([date, *(shown(value) for value in known if value)])))
    if actors := dict.fromkeys(m.actor for m in (*reading.title_mentions, *reading.mentions)):
        say(faint(_wrapped(", ".join(map(shown, actors)))))
    if said := told(article, copied):
        say(faint(_wrapped(said)))
    say()


def _print_text(reading: Reading) -> None:
    start = 0
    for paragraph in reading.article.paragraphs:
        end = start + len(paragraph)
        spans: list[Span] = [(s - start, e - start) for s, e in reading.hits if start <= s < end]
        say(_wrapped(marked(paragraph, spans)))
        say()
        start = end + len(PARAGRAPH_BREAK)


def _print_evidence(reading: Reading) -> None:
    say(heading(_("Evidence")))
    for evidence in reading.article.evidence:
        how = f"{_(evidence.field)}: {_(evidence.how)} ({evidence.rule})"
        say(f"  {how} “{shown(evidence.words)}”")
    if others := reading.article.date_candidates:
        say("  " + _("other dates possible: {dates}").format(dates=", ".join(map(str, others))))
    say(heading(_("Left out")))
    for dropped in reading.article.dropped:
        say(f"  ({dropped.rule}) {shown(dropped.text)}")


def _print_events(article: Article) -> None:
    say(heading(_("Dates in the text")))
    for event in events(article.text, article.date):
        say(f"  {event.value}  “{shown(event.words)}”")


def _suggested_as_json(reader: Reader, article: Article) -> dict[str, Any]:
    if article.date:
        return {"date_suggestions": [], "last_day_named": None}
    found = suggest_dates(reader, article.id)
    return {
        "date_suggestions": [asdict(each) for each in found.days],
        "last_day_named": found.last_named,
    }


def _print_suggested(reader: Reader, article: Article) -> None:
    if article.date:
        return
    found = suggest_dates(reader, article.id)
    say(heading(_("Dates suggested")))
    for line in [*map(in_one_line, found.days), last_named(found)]:
        if line:
            say(f"  {shown(line)}")


def _wrapped(text: str) -> str:
    width = min(shutil.get_terminal_size().columns, _MEASURE)
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)
