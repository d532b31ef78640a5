"""What a misspelt query is taken to mean."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.filter import Choice, Facet, Filter
from index.query.language import QueryError
from index.reader import Reader
from index.suggest import MOST
from tests.index.support import article, document, reader_of

TEXTS = {
    "a": ("Accord sur la coopération", "La coopération militaire reprend entre Bamako et Moscou."),
    "b": ("Le président à Tinzaouaten", "Le président Goïta salue l'hôpital et ses médecins."),
    "c": ("Un port au Sénégal", "Le port de Dakar attend le président, une résidante et un pont."),
    "d": ("Une élection au Mali", "Le Mali votera en juin, dit le président."),
}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    documents = [
        document(article(id, text, title=title, source="La Dépêche"))
        for id, (title, text) in TEXTS.items()
    ]
    documents.append(
        document(
            article("e", "Ils se sont parlé."),
            person=["Sergueï Lavrov", "Abdoulaye Diop"],
            place=["Côte d'Ivoire"],
        )
    )
    documents.append(document(article("g", "Un autre port.")))
    documents += [
        document(article(f"f{n}", "Une résidente du fleuve."), person=["Sergueï Lavrov"])
        for n in range(60)
    ]
    reader = reader_of(tmp_path_factory.mktemp("presse"), documents, segments=2)
    yield reader
    reader.close()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("cooperaton", "coopération"),  # a letter less
        ("coopérrration", "coopération"),  # two more
        ("presidant", "président"),  # another
        ("presidnet", "président"),  # two swapped
        ("rpesident", "président"),  # the first two
        ("mlai", "mali"),  # a short word
        ("Tinzawaten", "Tinzaouaten"),  # the capital it was typed with; only in a title
        ("l'hopitl", "l'hôpital"),
        ("=cooperaton", "=coopération"),
        ('"coopration militaire" bamako', '"coopération militaire" bamako'),
        ("« cooperaton militare »", "« coopération militaire »"),
        ('"militaire cooperaton"~3', '"militaire coopération"~3'),
        ("titre:coopration -moscow", "titre:coopération -moscow"),
        ("(presidnt OU xyzzy) ET  dakar", "(président OU xyzzy) ET  dakar"),
        ("personne:lavrof", "personne:Lavrov"),
        ('acteur:"sergei lavrov"', 'acteur:"Sergueï lavrov"'),
        ("lieu:(ivoir)", "lieu:(Ivoire)"),
        ("source:depeshe", "source:Dépêche"),
    ],
)
def test_a_misspelt_word_is_put_right_and_nothing_else(
    reader: Reader, query: str, first: str
) -> None:
    assert reader.did_you_mean(query)[0] == first


@pytest.mark.parametrize(
    "query",
    [
        "",
        "???",
        "coopération",
        "renforcer cooperations",  # the one word has nothing near it
        "presidents",  # found by its stem
        "mx",  # too short to tell
        "mxii",  # two edits in a short word
        "2031",
        "presidnet tinzaouaten dakar",  # each is there, never together
        "-presidnet",
        "presidn*",
        "presidnet~",
        "titre:hopitl",  # not in a title
        "personne:presidnet",  # no name
        "personne:diop",
        "date:2023",
    ],
)
def test_there_is_nothing_to_put_right(reader: Reader, query: str) -> None:
    assert reader.did_you_mean(query) == ()


def test_nearer_words_come_first_then_those_of_more_articles(reader: Reader) -> None:
    assert reader.did_you_mean("poot") == ("port", "pont")
    assert reader.did_you_mean("ponr") == ("pont",)


def test_a_rare_word_beside_a_frequent_one_is_likely_misspelt(reader: Reader) -> None:
    assert reader.did_you_mean("résidante") == ("résidente",)
    assert reader.did_you_mean("pont") == ()  # "port" is not that much more frequent


def test_a_suggestion_passes_the_filter(reader: Reader) -> None:
    lavrov = Filter((Choice(Facet.PERSON, "Sergueï Lavrov"),))
    assert reader.did_you_mean("fleuvve", lavrov) == ("fleuve",)
    assert reader.did_you_mean("presidnet", lavrov) == ()


def test_a_query_that_cannot_be_read_is_refused(reader: Reader) -> None:
    with pytest.raises(QueryError):
        reader.did_you_mean("presidnet (")


WORDS = st.sampled_from(["presidnet", "mlai", "dakr", "OU", "-", '"', "titre:", "acteur:", "port"])


@given(st.lists(WORDS, max_size=6).map(" ".join))
def test_every_suggestion_finds_something(reader: Reader, query: str) -> None:
    try:
        meant = reader.did_you_mean(query)
    except QueryError:
        return
    assert len(meant) <= MOST
    assert all(reader.search(other).total for other in meant)
    assert query not in meant
