"""visavis compare: two articles face to face."""

import shutil
import textwrap
from itertools import zip_longest
from typing import Any

import click

from app.command import completion
from app.command.options import as_json, no_update
from app.command.output import emit, heading, say, shown
from app.command.session import Session, fail_article
from app.locale import _
from corpus.article import Span
from corpus.compare import (
    ActorComparison,
    Comparison,
    Relation,
    compare_actors,
    compare_texts,
)
from index.answer import Reading
from index.store import AmbiguousArticle, UnknownArticle

_SIGNS = {
    Relation.SAME: ("=", "="),
    Relation.REWORDED: ("≈", "≈"),
    Relation.ONLY_LEFT: ("+", "·"),
    Relation.ONLY_RIGHT: ("·", "+"),
}


@click.command(
    help=_(
        "Print two articles side by side, aligned: = what both say in the same words, "
        "≈ in other words, + what only one says."
    )
)
@click.argument("left", shell_complete=completion.ids())
@click.argument("right", shell_complete=completion.ids())
@no_update
@as_json
@click.pass_obj
def compare(session: Session, /, **given: Any) -> None:
    """Run the verb."""
    reader = session.reader(update=given["update"])
    try:
        left, right = reader.read(given["left"]), reader.read(given["right"])
    except (UnknownArticle, AmbiguousArticle) as error:
        fail_article(error)
    texts = compare_texts(left.article.text, right.article.text)
    actors = compare_actors(
        (*left.title_mentions, *left.mentions), (*right.title_mentions, *right.mentions)
    )
    if given["as_json"]:
        emit(_as_json(left, right, texts, actors))
    else:
        _print(left, right, texts, actors)


def _as_json(
    left: Reading, right: Reading, texts: Comparison, actors: ActorComparison
) -> dict[str, Any]:
    return {
        "left": left.article.id,
        "right": right.article.id,
        "shared": round(texts.shared, 3),
        "passages": [
            {
                "left": passage.left,
                "right": passage.right,
                "relation": passage.relation,
                "similarity": round(passage.similarity, 3),
            }
            for passage in texts.passages
        ],
        "actors": {
            "both": actors.both,
            "only_left": actors.only_left,
            "only_right": actors.only_right,
        },
    }


def _print(left: Reading, right: Reading, texts: Comparison, actors: ActorComparison) -> None:
    width = max((min(shutil.get_terminal_size().columns, 160) - 3) // 2 - 2, 20)
    _row(width, " ", left.article.headline, " ", right.article.headline, bold=True)
    for reading_pair in (
        (str(left.article.date or _("undated")), str(right.article.date or _("undated"))),
        (left.article.source or "—", right.article.source or "—"),
        (_share(texts.shared_left), _share(texts.shared_right)),
    ):
        _row(width, " ", reading_pair[0], " ", reading_pair[1])
    say("─" * (2 * width + 7))
    for passage in texts.passages:
        signs = _SIGNS[passage.relation]
        _row(
            width,
            signs[0],
            _words(left.article.text, passage.left),
            signs[1],
            _words(right.article.text, passage.right),
        )
    say("─" * (2 * width + 7))
    for label, names in (
        (_("In both"), actors.both),
        (_("Only left"), actors.only_left),
        (_("Only right"), actors.only_right),
    ):
        say(f"{label}: {', '.join(map(shown, names)) or '—'}")


def _row(width: int, sign: str, left: str, other: str, right: str, *, bold: bool = False) -> None:
    left_lines = textwrap.wrap(shown(left), width) or [""]
    right_lines = textwrap.wrap(shown(right), width) or [""]
    signs = (sign, other)
    for a, b in zip_longest(left_lines, right_lines, fillvalue=""):
        line = f"{signs[0]} {a:<{width}} │ {signs[1]} {b}".rstrip()
        say(heading(line) if bold else line)
        signs = (" ", " ")


def _share(part: float) -> str:
    return _("{percent} % in both").format(percent=round(100 * part))


def _words(text: str, spans: tuple[Span, ...]) -> str:
    return " ".join(text[start:end] for start, end in spans)
