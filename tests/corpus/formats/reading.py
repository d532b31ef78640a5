"""Help for the tests of readers: a file written, and what comes out of it."""

from pathlib import Path

from corpus import formats
from corpus.article import Rejection
from corpus.formats import RawArticle


def taken_from(
    folder: Path, name: str, data: str | bytes
) -> tuple[str | None, list[RawArticle], list[Rejection]]:
    """Return the format of a file called `name` that holds `data`, its articles, its rejections."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    reading = formats.read(path, name)
    items = list(reading)
    articles = [item for item in items if isinstance(item, RawArticle)]
    assert [article.position for article in articles] == list(range(len(articles)))
    return reading.format, articles, [item for item in items if isinstance(item, Rejection)]


def texts(articles: list[RawArticle]) -> list[str]:
    return [article.text for article in articles]
