"""visavis set: what the program has wrong of an article, set right."""

from collections.abc import Mapping, Sequence
from typing import Any

import click

from app.command import completion
from app.command.options import as_json
from app.command.output import emit, say, sentence, shown
from app.command.session import QUICK, UNREADABLE, USAGE, Session, fail, fail_article
from app.locale import _
from corpus.article import Article, Rejection
from corpus.corrections import FIELDS, WrongValue, read_value, value_of
from corpus.corrections_file import CorrectionsBroken, set_right
from index.store import AmbiguousArticle, UnknownArticle


@click.command(
    help=_(
        "Set fields of the article of that ID right: date=2024-02-28, title=…, source=…, author=…, "
        "agency=…. An empty value takes a correction back. It is kept in corrections.toml beside "
        "the articles, with what was there before."
    )
)
@click.argument("id", shell_complete=completion.ids())
@click.argument("values", nargs=-1, metavar=_("FIELD=VALUE…"))
@click.option("--undo", is_flag=True, help=_("Take back all that was set right in the article."))
@as_json
@click.pass_obj
def set(session: Session, /, **given: Any) -> None:  # noqa: A001 — the verb's name
    """Run the verb."""
    values = _values(given["values"], undo=given["undo"])
    before = _article(session, given["id"])
    try:
        set_right(session.corpus, before, values)
    except CorrectionsBroken as error:
        fail(UNREADABLE, "{place}: {problem}", **_told(error.problem))
    after = _article(session, before.id)
    if given["as_json"]:
        emit({"id": after.id, **{field: value_of(after, field) for field in FIELDS}})
        return
    for field in values:
        old, new = (shown(value_of(article, field) or "–") for article in (before, after))
        if old != new or not given["undo"]:
            say(f"{_(field)}: {old} → {new}")


def _values(given: Sequence[str], *, undo: bool) -> Mapping[str, str | None]:
    if bool(given) == undo:
        fail(USAGE, "Say what to set, such as date=2024-02-28, or --undo")
    if undo:
        return dict.fromkeys(FIELDS)
    values = {}
    for assignment in given:
        field, sign, value = assignment.partition("=")
        if not sign:
            fail(USAGE, "Say what to set, such as date=2024-02-28, or --undo")
        try:
            values[field] = read_value(field, value)
        except WrongValue as error:
            fail(USAGE, error.reason, **error.values)
    return values


def _article(session: Session, id: str) -> Article:
    generation = session.update(most_pending=QUICK)
    try:
        return session.open(generation).read(id).article
    except (UnknownArticle, AmbiguousArticle) as error:
        fail_article(error)


def _told(problem: Rejection) -> dict[str, str]:
    place = problem.file
    if problem.line is not None:
        place += ", " + _("line {line}").format(line=problem.line)
    return {"place": place, "problem": sentence(problem.reason, **problem.values)}
