"""What the index knows of one actor, and of who is named with whom."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from corpus.actors.ledger import Named
from corpus.article import Kind, Mention
from index.actors import Impact, actors, find_actors, impact, page_of
from index.document import Document
from index.network import Tie, as_gexf, as_graphml, network_of
from index.reader import Reader
from tests.index.support import article, reader_of

AWA, RAIL, DOUN = (
    Named("Awa Sidibé", Kind.PERSON),
    Named("Le Rail", Kind.ORGANISATION),
    Named("Doun", Kind.PLACE),
)
OUMAR = Named("Oumar Sidibé", Kind.PERSON)
FORMS = {"Awa Sidibé": AWA, "Mme Sidibé": AWA, "Le Rail": RAIL, "Doun": DOUN, "Oumar Sidibé": OUMAR}


def named(id: str, text: str, day: date | None = None) -> Document:
    """Return a document that mentions whatever of `FORMS` stands in `text`."""
    found = []
    for form, actor in FORMS.items():
        at = text.find(form)
        while at >= 0:
            uncertain = form.startswith("Mme")
            found.append(Mention(form, at, at + len(form), actor.kind, actor.name, uncertain))
            at = text.find(form, at + 1)
    mentions = tuple(sorted(found, key=lambda mention: mention.start))
    return Document(article(id, text, title=id.title(), day=day), mentions, analysed=True)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    documents = [
        named(
            "un", "Awa Sidibé arrive à Doun. Le Rail attend. Mme Sidibé parle.", date(2024, 3, 1)
        ),
        named("deux", "Le Rail licencie Oumar Sidibé.", date(2024, 1, 2)),
        named("trois", "Awa Sidibé quitte Le Rail.", date(2024, 3, 9)),
        named("quatre", "À Doun, Mme Sidibé se tait."),
    ]
    reader = reader_of(tmp_path_factory.mktemp("actors"), documents)
    yield reader
    reader.close()


def test_a_page_tells_what_was_outvoted(tmp_path: Path) -> None:
    doun = Mention("Doun", 2, 6, Kind.PLACE, "Doun", outvoted=Kind.PERSON)
    reader = reader_of(tmp_path, [Document(article("un", "À Doun."), (doun,), analysed=True)])
    assert page_of(reader, DOUN).voted == ((Kind.PERSON, 1),)
    reader.close()


def test_every_actor_is_listed_the_most_frequent_first(reader: Reader) -> None:
    assert actors(reader) == [(AWA, 3), (RAIL, 3), (DOUN, 2), (OUMAR, 1)]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("awa sidibe", [AWA]),
        ("Sidibé", [AWA, OUMAR]),
        ("person:sidibé", [AWA, OUMAR]),
        ("place:sidibé", []),
        ("rail", [RAIL]),
        ("nobody", []),
        ("", []),
        ("person:", []),
    ],
)
def test_a_name_is_found_in_full_or_by_its_words(
    reader: Reader, name: str, found: list[Named]
) -> None:
    assert [actor for actor, _ in find_actors(reader, name)] == found


def test_an_actors_page(reader: Reader) -> None:
    page = page_of(reader, AWA)
    assert (page.articles, page.mentions, page.uncertain) == (3, 4, 2)
    assert page.forms == (("Awa Sidibé", 2), ("Sidibé", 2))
    assert [(m.value, m.count) for m in page.months] == [("undated", 1), ("2024-03", 2)]
    assert page.first is not None and page.last is not None
    assert (page.first.id, page.first.sentence) == ("un", "Awa Sidibé arrive à Doun.")
    assert (page.last.id, page.last.sentence) == ("trois", "Awa Sidibé quitte Le Rail.")


def test_company_is_counted_by_articles_and_by_sentences(reader: Reader) -> None:
    doun, rail = page_of(reader, AWA).beside
    assert (doun.name, doun.articles, doun.sentences) == ("Doun", 2, 2)
    assert doun.cosine == pytest.approx(2 / (3 * 2) ** 0.5, abs=1e-4)
    assert doun.sentence_cosine == pytest.approx(2 / (4 * 2) ** 0.5, abs=1e-4)
    assert (rail.name, rail.articles, rail.sentences) == ("Le Rail", 2, 1)
    assert rail.cosine == pytest.approx(2 / (3 * 3) ** 0.5, abs=1e-4)


def test_what_a_decision_changes_is_counted(reader: Reader) -> None:
    assert impact(reader, [AWA]) == Impact(articles=3, mentions=4)
    assert impact(reader, [AWA], ["Sidibé"]) == Impact(articles=2, mentions=2)
    assert impact(reader, [RAIL, DOUN]) == Impact(articles=4, mentions=5)
    assert impact(reader, [Named("Nobody", Kind.PERSON)]) == Impact(0, 0)


def test_a_network_ties_who_is_named_together(reader: Reader) -> None:
    network = network_of(reader)
    assert [actor for actor, _ in network.actors] == [AWA, RAIL, DOUN, OUMAR]
    assert network.ties == (Tie(0, 1, 2, 0.6667), Tie(0, 2, 2, 0.8165))


def test_a_network_of_some(reader: Reader) -> None:
    persons = network_of(reader, "rail", kinds=[Kind.PERSON], fewest=1)
    assert persons.actors == ((AWA, 2), (OUMAR, 1))
    assert persons.ties == ()
    assert len(network_of(reader, limit=2).actors) == 2


def test_a_network_as_gexf(reader: Reader) -> None:
    root = Xml.fromstring(as_gexf(network_of(reader)))
    space = {"g": "http://gexf.net/1.3"}
    labels = [node.get("label") for node in root.iterfind(".//g:node", space)]
    assert labels == ["Awa Sidibé", "Le Rail", "Doun", "Oumar Sidibé"]
    edges = [(e.get("source"), e.get("target")) for e in root.iterfind(".//g:edge", space)]
    assert edges == [("0", "1"), ("0", "2")]


def test_a_network_as_graphml(reader: Reader) -> None:
    root = Xml.fromstring(as_graphml(network_of(reader)))
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    keys = {key.get("id") for key in root.iterfind("g:key", space)}
    used = {data.get("key") for data in root.iterfind(".//g:data", space)}
    assert used == keys
    assert len(root.findall(".//g:edge", space)) == 2


@pytest.mark.parametrize("write", [as_gexf, as_graphml])
def test_names_from_outside_break_no_document(tmp_path: Path, write: object) -> None:
    hostile = Mention("x", 0, 1, Kind.PERSON, "<b>&\x1b]\x00 Doun")
    reader = reader_of(tmp_path, [Document(article("x", "x"), (hostile,), analysed=True)])
    assert callable(write)
    assert "<b>" not in Xml.tostring(Xml.fromstring(write(network_of(reader))), encoding="unicode")
