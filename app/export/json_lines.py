"""JSON lines: one object a match, with all that is known of it; read back as the same articles."""

from collections.abc import Iterable, Iterator
from typing import Any

from app.export import About
from app.export.content import actors, contexts
from app.machine import as_json
from corpus.formats.json_values import PLAIN
from corpus.text import visible
from index.answer import Reading


def pieces(readings: Iterable[Reading], about: About) -> Iterator[str]:
    """Yield the lines."""
    for reading in readings:
        yield as_json(_object(reading)) + "\n"


def _object(reading: Reading) -> dict[str, Any]:
    article = reading.article
    return {
        "id": article.id,
        "title": article.title,
        "date": article.date and article.date.isoformat(),
        "date_evidence": article.date_evidence,
        "source": article.source,
        "agency": article.agency,
        "author": article.author,
        "url": article.url,
        "stub": article.stub,
        "text_format": PLAIN,
        "text": article.text,
        "title_hits": reading.title_hits,
        # By hand: dataclasses.asdict takes as long as all the rest.
        "hits": [
            {"left": c.left, "hit": c.hit, "right": c.right, "start": c.start, "end": c.end}
            for c in contexts(reading)
        ],
        "actors": [
            {"name": name, "kind": kind, "mentions": count}
            for (kind, name), count in actors(reading).items()
        ],
        "evidence": [
            {
                "field": e.field,
                "how": e.how,
                "rule": e.rule,
                "words": e.words,
                "start": e.start,
                "end": e.end,
            }
            for e in article.evidence
        ],
        "origin": {"file": visible(article.origin.file), "position": article.origin.position},
    }
