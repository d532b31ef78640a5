"""A folder of two articles, brought up to date, and what is then found."""

from datetime import date
from pathlib import Path

from corpus.article import How
from index.generation import current_number
from index.location import locate
from index.reader import Reader
from index.update import bring_up_to_date

TODAY = date(2026, 11, 1)

FLEUVE = "Accord sur le fleuve\n\nLe Mali a signé hier un accord sur le partage des eaux.\n"
PORT = "Un port pour la capitale\n\nLe Sénégal veut construire un port au nord de la capitale.\n"


def update(folder: Path, **options: object) -> None:
    bring_up_to_date(folder, today=TODAY, most_pending=0, **options)  # type: ignore[arg-type]


def found(folder: Path, query: str = "") -> list[str]:
    reader = Reader.open(locate(folder))
    assert reader is not None
    try:
        return sorted(match.id for match in reader.search(query).matches)
    finally:
        reader.close()


def generation(folder: Path) -> int | None:
    return current_number(locate(folder))


def dating_of(folder: Path, id: str) -> tuple[date | None, str]:
    reader = Reader.open(locate(folder))
    assert reader is not None
    article = reader.read(id).article
    reader.close()
    assert article.date_evidence is How.INFERRED
    return article.date, next(e.rule for e in article.evidence if e.field == "date")
