"""A corpus for IRaMuTeQ: "**** *id_x *source_y *date_2024-03-03", then title and text.

The variables hold letters, digits, dots and hyphens; what else a value holds becomes "_", and
is read back as a blank. http://www.iramuteq.org/documentation
"""

import re
from collections.abc import Iterable, Iterator

from app.export import About
from corpus.article import PARAGRAPH_BREAK, Article
from corpus.text import visible
from index.answer import Reading

_NOT_IN_VALUES = re.compile(r"[^\w.\-]+|_+")
_STAR = "⁎"
"""In place of "*", which begins a variable or a text wherever it stands."""


def pieces(readings: Iterable[Reading], about: About) -> Iterator[str]:
    """Yield the texts."""
    for reading in readings:
        article = reading.article
        paragraphs = [article.title, *article.paragraphs] if article.title else article.paragraphs
        text = visible(PARAGRAPH_BREAK.join(paragraphs)).replace("*", _STAR)
        yield f"**** {' '.join(_variables(article))}\n{text}\n\n"


def _variables(article: Article) -> Iterator[str]:
    values = {
        "id": article.id,
        "source": article.source,
        "date": article.date and article.date.isoformat(),
        "month": article.date and f"{article.date:%Y-%m}",
        "year": article.date and f"{article.date:%Y}",
        "author": article.author,
    }
    for name, value in values.items():
        if plain := _NOT_IN_VALUES.sub("_", value or "").strip("_"):
            yield f"*{name}_{plain}"
