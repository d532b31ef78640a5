"""From what a file holds to an article: cleaned, dated, with the evidence for each value."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from corpus.article import (
    CONFLICTING_DATE,
    PARAGRAPH_BREAK,
    UNREAD_DATE,
    Article,
    Evidence,
    How,
    Origin,
)
from corpus.cleaning import Cleaned, clean
from corpus.dates.published import Published, published
from corpus.description import Period
from corpus.formats import RawArticle
from corpus.identity import article_id
from corpus.paragraphs import split_paragraphs

_DECLARED = "declared"
_DECLARED_FIELDS = ("title", "source", "agency", "author", "url")


def read_article(
    raw: RawArticle,
    file: str,
    *,
    taken: Callable[[str], bool],
    period: Period | None,
    today: date,
) -> Article:
    """Return the article that `raw`, read from `file`, holds.

    `taken` as for `article_id`; `period` and `today` bound an inferred date.
    """
    title = raw.declared.get("title")
    if raw.is_clean:
        cleaned = Cleaned(title, tuple(split_paragraphs(raw.text)))
    else:
        cleaned = clean(raw.text, title)
    dating = _known_before(raw, today) or published(
        declared=raw.declared.get("date"),
        date_lines=(*raw.date_lines, *cleaned.date_lines),
        text=PARAGRAPH_BREAK.join(cleaned.paragraphs),
        file=file,
        period=period,
        today=today,
    )
    declared = tuple(
        Evidence(field, How.DECLARED, raw.rules.get(field, _DECLARED), raw.declared[field])
        for field in _DECLARED_FIELDS
        if raw.declared.get(field)
    )
    return Article(
        id=article_id(raw, file, taken=taken),
        title=cleaned.title,
        paragraphs=cleaned.paragraphs,
        origin=Origin(file, raw.position),
        date=dating.date,
        date_candidates=dating.candidates,
        source=raw.declared.get("source") or cleaned.source,
        agency=raw.declared.get("agency") or cleaned.agency,
        author=raw.declared.get("author") or cleaned.author,
        url=raw.declared.get("url"),
        stub=raw.stub,
        evidence=declared + cleaned.evidence + _date_evidence(dating, raw.rules.get("date")),
        dropped=raw.left_out + cleaned.dropped,
    )


def _known_before(raw: RawArticle, today: date) -> Published | None:
    """Return the date as a file of ours says that it was found; None where it does not."""
    if raw.dated is None:
        return None
    try:
        day = date.fromisoformat(raw.declared.get("date", ""))
        candidates = tuple(map(date.fromisoformat, raw.dated.candidates))
    except ValueError:  # written by hand since
        return None
    if day > today:
        return None
    evidence = Evidence("date", raw.dated.how, raw.dated.rule, raw.dated.words)
    return Published(day, (evidence,), candidates)


def _date_evidence(dating: Published, rule: str | None) -> tuple[Evidence, ...]:
    """Return the evidence for the date, by `rule` where it is declared; then what contradicts."""
    taken = tuple(
        replace(e, rule=rule) if rule and e.rule == _DECLARED else e for e in dating.evidence
    )
    against = []
    if dating.conflict:
        against.append(replace(dating.conflict, field=CONFLICTING_DATE))
    if dating.unread:
        against.append(Evidence(UNREAD_DATE, How.DECLARED, _DECLARED, dating.unread))
    return (*taken, *against)
