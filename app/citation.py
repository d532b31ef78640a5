"""References to an article in a newspaper, to copy into a text.

By hand, not by a library: a processor of CSL would need the styles themselves, whose licence (CC
BY-SA) asks for more than ours, and the two forms of one kind of source are a page of code. The
rules: ISO 690:2021 with the usage of French libraries, and the Publication Manual of the American
Psychological Association, 7th edition, section 10.1 (and its French adaptations).
"""

from datetime import date
from enum import StrEnum

from app.locale import current_language
from corpus.article import Article, How
from corpus.bylines import Author, authors
from corpus.folding import fold_name
from corpus.text import visible

_ENDS = (".", "?", "!", "…")
_MOST_AUTHORS = 3
"""ISO 690 names so many; of more the first."""


class Style(StrEnum):
    """A form of references."""

    ISO690 = "iso690"
    APA = "apa"


NAMES = {Style.ISO690: "ISO 690", Style.APA: "APA"}
"""What people call them."""


def cite(article: Article, style: Style) -> str:
    """Return a reference to `article` as plain text, in the language now spoken.

    An agency stands for a missing author. A date that was inferred is told from one that is
    printed in ISO 690, which puts it into brackets.
    """
    parts = (_iso690 if style is Style.ISO690 else _apa)(article, french=_french())
    return " ".join(visible(_ended(part)) for part in parts if part)


def _iso690(article: Article, *, french: bool) -> list[str]:
    people = [_capitals(author) for author in _authors(article)]
    medium = ("en ligne" if french else "online") if article.url else ""
    where = f"{article.source or ''} [{medium}]".strip() if medium else article.source or ""
    available = "Disponible à l’adresse :" if french else "Available from:"
    return [
        _listed(people, french=french),
        article.headline,
        where,
        _iso_date(article, french=french),
        f"{available} {article.url}" if article.url else "",
    ]


def _apa(article: Article, *, french: bool) -> list[str]:
    title = article.headline if article.title else f"[{article.headline}]"
    people = _joined([_initialled(a) for a in _authors(article)], french=french)
    when = f"({_apa_date(article.date, french=french)})"
    opening = [people, when, title] if people else [title, when]
    return [*opening, article.source or "", article.url or ""]


def _authors(article: Article) -> tuple[Author, ...]:
    if article.author:
        return authors(article.author)
    agency = article.agency
    if agency and fold_name(agency) != fold_name(article.source or ""):
        return (Author(agency),)
    return ()


def _capitals(author: Author) -> str:
    return f"{author.name.upper()}, {author.given}" if author.given else author.name.upper()


def _listed(people: list[str], *, french: bool) -> str:
    if len(people) > _MOST_AUTHORS:
        return f"{people[0]} et al."
    last = " et " if french else " and "
    return last.join([", ".join(people[:-1]), people[-1]]) if people[1:] else "".join(people)


def _initialled(author: Author) -> str:
    given = " ".join(
        "-".join(f"{part[0]}." for part in name.split("-") if part) for name in author.given.split()
    )
    return f"{author.name}, {given}" if given else author.name


def _joined(people: list[str], *, french: bool) -> str:
    last = " et " if french else ", & "
    return last.join([", ".join(people[:-1]), people[-1]]) if people[1:] else "".join(people)


def _iso_date(article: Article, *, french: bool) -> str:
    if article.date is None:
        return "[sans date]" if french else "[no date]"
    written = _day(article.date, french=french)
    if article.date_evidence is not How.INFERRED:
        return written
    return f"[{written} ?]" if french else f"[{written}?]"


def _apa_date(when: date | None, *, french: bool) -> str:
    if when is None:
        return "s. d." if french else "n.d."
    if french:
        return f"{when.year}, {_day(when, french=True).rsplit(' ', 1)[0]}"
    return f"{when.year}, {_month(when, french=False)} {when.day}"


def _day(when: date, *, french: bool) -> str:
    number = "1er" if french and when.day == 1 else str(when.day)
    return f"{number} {_month(when, french=french)} {when.year}"


def _month(when: date, *, french: bool) -> str:
    from babel.dates import get_month_names  # 80 ms that only references need

    name: str = get_month_names("wide", locale="fr" if french else "en")[when.month]
    return name


def _ended(part: str) -> str:
    # No full stop after an address, which it would become a part of.
    is_open = "://" in part.rpartition(" ")[2] or part.endswith(_ENDS)
    return part if is_open else f"{part}."


def _french() -> bool:
    return current_language() == "fr"
