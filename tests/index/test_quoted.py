"""Words asked for in what somebody says, and who said what."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from corpus.article import Kind, Mention
from index.answer import Sort
from index.catalogue import Catalogue
from index.document import Document
from index.draft import Draft
from index.filter import Choice, Facet, Filter
from index.generation import current_generation
from index.location import Location
from index.query.error import QueryError
from index.query.language import parse
from index.query.syntax import And, Cited, Or, Phrase, TextField, Word
from index.quotation_reading import with_quotations
from index.reader import Reader
from index.segments.records import record_of
from tests.index.support import article, reader_of

ACTORS = {"Awa Sidibé": "Awa Sidibé", "Sidibé": "Awa Sidibé", "Paul Keller": "Paul Keller"}

PORT = (
    "Le port manque de grues, dit-on.\n\n"
    "« Il faut former le personnel du port », a déclaré la ministre Awa Sidibé. "
    "« Les grues attendront », a-t-elle ajouté."
)
RAIL = (
    "Awa Sidibé était à la gare. « Nous allons former le personnel du rail », a dit Paul Keller."
    "\n\nSelon Awa Sidibé, la ligne du fleuve sera prolongée en juin."
)
PLAIN = "Former le personnel du port coûte cher, et Awa Sidibé le sait."


def named(id: str, text: str, day: date | None, *, analysed: bool = True) -> Document:
    """Return a document that mentions whatever of `ACTORS` stands in `text`."""
    pattern = "|".join(sorted(ACTORS, key=len, reverse=True))
    mentions = tuple(
        Mention(m[0], *m.span(), Kind.PERSON, ACTORS[m[0]]) for m in re.finditer(pattern, text)
    )
    found = Document(article(id, text, title=id.title(), day=day), mentions, analysed=analysed)
    return with_quotations([found])[0] if analysed else found


DOCUMENTS = [
    named("port", PORT, date(2024, 3, 1)),
    named("rail", RAIL, date(2024, 5, 1)),
    named("plain", PLAIN, date(2024, 6, 1)),
    named("later", PORT, None, analysed=False),
]


@pytest.fixture(scope="module", params=[1, 3])
def reader(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reader]:
    found = reader_of(tmp_path_factory.mktemp("c"), DOCUMENTS, segments=request.param)
    yield found
    found.close()


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ('cite:sidibé "former le personnel"', ["port"]),
        ('cite:keller "former le personnel"', ["rail"]),
        ('cite:* "former le personnel"', ["port", "rail"]),
        ('cite:"Awa Sidibé" fleuve', ["rail"]),
        ("cite:sidibé (personnel port)", ["port"]),
        ("cite:sidibé (personnel grues)", []),  # not in one quotation
        ("cite:sidibé (personnel OU fleuve)", ["port", "rail"]),
        ("cite:sidibé (port -grues)", ["port"]),
        ("cite:sidibé gru*", ["port"]),
        ("cite:sidibé", ["port", "rail"]),
        ("gare cite:sidibé", ["rail"]),
        ("gare cite:sidibé grues", []),
        ("cite:sidibé fleuve OU cite:keller rail", ["rail"]),
        ("cite:* -cite:sidibé", []),
        ('cite:* rail -cite:sidibé "former le personnel"', ["rail"]),
        ("cite:nobody personnel", []),
        ("cite:sidibé manque", []),
    ],
)
def test_words_must_stand_in_what_the_speaker_says(
    reader: Reader, query: str, ids: list[str]
) -> None:
    assert sorted(match.id for match in reader.search(query).matches) == ids


def test_what_is_marked_is_what_matched(reader: Reader) -> None:
    reading = reader.read("port", "cite:sidibé port")
    assert [PORT[start:end] for start, end in reading.hits] == ["port"]
    assert reading.hits[0][0] > PORT.index("«")
    found = reader.search("cite:sidibé port")
    assert found.hits == found.matches[0].hits == 1


def test_what_is_said_weighs_in_the_score(reader: Reader) -> None:
    (match,) = reader.search("cite:sidibé grues").matches
    assert match.score > 0
    (part,) = reader.explain("port", "cite:sidibé grues")
    assert part.words == "grues"
    assert part.score == pytest.approx(match.score)


def test_a_filter_narrows(reader: Reader) -> None:
    wanted = Filter(since=date(2024, 4, 1))
    assert [m.id for m in reader.search("cite:* personnel", wanted).matches] == ["rail"]


def test_who_said_what_the_newest_first(reader: Reader) -> None:
    found = reader.reports.said()
    assert (found.total, found.articles) == (4, 2)
    assert [(said.id, said.actor) for said in found.quotations] == [
        ("rail", "Paul Keller"),
        ("rail", "Awa Sidibé"),
        ("port", "Awa Sidibé"),
        ("port", "Awa Sidibé"),
    ]
    first = found.quotations[0]
    assert first.words == RAIL[first.start : first.end] == "Nous allons former le personnel du rail"
    assert (first.kind, first.speaker, first.date) == ("direct", "Paul Keller", date(2024, 5, 1))


def test_of_one_speaker_with_words_and_in_part(reader: Reader) -> None:
    assert {said.actor for said in reader.reports.said(by="sidibé").quotations} == {"Awa Sidibé"}
    assert [said.words for said in reader.reports.said("grues", by="sidibé").quotations] == [
        "Les grues attendront"
    ]
    assert reader.reports.said("manque").total == 0
    limited = reader.reports.said(limit=1, sort=Sort.OLDEST)
    assert (limited.total, [said.id for said in limited.quotations]) == (4, ["port"])
    place = Filter((Choice(Facet.PERSON, "Paul Keller"),))
    assert {said.id for said in reader.reports.said(filter=place).quotations} == {"rail"}


def test_quotations_are_known_with_the_names_and_survive_merging(tmp_path: Path) -> None:
    reader_of(tmp_path, DOCUMENTS, segments=3).close()
    location = Location(tmp_path, tmp_path / "index")
    draft = Draft(location, current_generation(location))
    draft.revise(record_of(named("later", PORT, None)))
    draft.remove("rail")
    draft = Draft(location, draft.commit(Catalogue()))
    draft.compact()
    draft.commit(Catalogue())
    reader = Reader.open(location)
    assert reader
    found = reader.reports.said(by="sidibé")
    assert [said.id for said in found.quotations] == ["port", "port", "later", "later"]
    reader.close()


@pytest.mark.parametrize(
    ("query", "node"),
    [
        ("cite:lavrov", Cited("lavrov")),
        ("quote:lavrov", Cited("lavrov")),
        ("cite:*", Cited(None)),
        ("cite:lavrov port", Cited("lavrov", Word("port", TextField.TEXT))),
        (
            'cite:"Awa Diarra" "le port"',
            Cited("Awa Diarra", Phrase(("le", "port"), TextField.TEXT)),
        ),
        (
            "cite:lavrov (port OU rail) gare",
            And(
                (
                    Cited(
                        "lavrov",
                        Or((Word("port", TextField.TEXT), Word("rail", TextField.TEXT))),
                    ),
                    Word("gare"),
                )
            ),
        ),
        ("cite:lavrov ET port", And((Cited("lavrov"), Word("port")))),
        ("cite:lavrov titre:port", And((Cited("lavrov"), Word("port", TextField.TITLE)))),
    ],
)
def test_the_words_after_a_speaker_are_said(query: str, node: object) -> None:
    assert parse(query) == node


@pytest.mark.parametrize(
    "query", ["cite:", "cite:(a b)", "cite:-lavrov", "cite:lavrov (date:2023)", "cite:lavr*"]
)
def test_what_can_not_be_said_is_refused(query: str) -> None:
    with pytest.raises(QueryError):
        parse(query)
