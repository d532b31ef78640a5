"""From a query to its hits in context."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.concordance import Line, LineSort, context_after, context_before
from index.filter import Filter
from index.query.language import QueryError
from index.reader import Reader
from tests.index.support import article, document, reader_of

GREVE = (
    "La grève de Kayes s’étend. Une grève brève, dit la mairie.\n\n"
    "Grève ou non, l’été sera long.\n\n"
    "Rien d'autre."
)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    reader = reader_of(
        tmp_path_factory.mktemp("index"),
        [
            document(article("greve", GREVE, day=date(2023, 5, 2), source="Le Rail")),
            document(
                article("titre", "Tout est calme.", title="La grève", day=date(2024, 1, 1)),
            ),
            document(
                article(
                    "autre",
                    "Selon Élise, grève et sit-in ont cessé : la grève est finie, la grève a payé.",
                    source="L’Écho",
                    day=date(2022, 1, 1),
                )
            ),
            document(article("sans", "Pas de grève annoncée à Ségou.", title="À Ségou")),
        ],
        segments=2,
    )
    yield reader
    reader.close()


def lines(reader: Reader, query: str, **options: object) -> tuple[Line, ...]:
    return reader.concordance(query, **options).lines  # type: ignore[arg-type]


def ids(found: tuple[Line, ...]) -> list[str]:
    return list(dict.fromkeys(line.id for line in found))


def test_a_line_holds_a_hit_and_the_article_around_it(reader: Reader) -> None:
    (line,) = lines(reader, "mairie")
    assert line == Line(
        id="greve",
        title=GREVE.split("\n")[0],
        date=date(2023, 5, 2),
        source="Le Rail",
        left="La grève de Kayes s’étend. Une grève brève, dit la ",
        hit="mairie",
        right=".",
        start=51,
        end=57,
    )


def test_every_hit_in_a_text_has_its_line_in_order_of_place(reader: Reader) -> None:
    found = lines(reader, "grève titre:grève OU grève", filter=Filter(until=date(2023, 12, 31)))
    starts = {id: [line.start for line in found if line.id == id] for id in ids(found)}
    assert starts == {
        id: [start for start, _ in reader.read(id, "grève").hits] for id in ("greve", "autre")
    }


def test_hits_in_titles_have_no_lines(reader: Reader) -> None:
    found = reader.concordance("grève")
    assert sorted(ids(found.lines)) == ["autre", "greve", "sans"]
    assert (found.total, found.hits) == (4, len(found.lines))
    in_titles = reader.concordance("titre:grève")
    assert (in_titles.total, in_titles.hits, in_titles.lines) == (1, 0, ())


def test_a_phrase_is_one_line_and_what_is_excluded_has_none(reader: Reader) -> None:
    assert [line.hit for line in lines(reader, '"grève brève" -cessé')] == ["grève brève"]
    assert ids(lines(reader, "grève -cessé -titre:segou")) == ["greve"]


def test_a_filter_alone_has_no_hits(reader: Reader) -> None:
    found = reader.concordance("source:rail")
    assert (found.total, found.hits, found.lines) == (1, 0, ())


def test_any_of_the_words_will_do_where_that_is_asked(reader: Reader) -> None:
    assert lines(reader, "kayes segou") == ()
    assert {line.hit for line in lines(reader, "kayes segou", any_word=True)} == {"Kayes", "Ségou"}


def test_a_query_that_cannot_be_read_is_refused(reader: Reader) -> None:
    with pytest.raises(QueryError):
        reader.concordance("grève (")


class TestOrder:
    def test_relevance_is_that_of_a_search(self, reader: Reader) -> None:
        searched = [match.id for match in reader.search("grève").matches if match.hits]
        assert ids(lines(reader, "grève")) == searched

    def test_left_is_from_the_nearest_word_outwards(self, reader: Reader) -> None:
        assert [line.left for line in lines(reader, "grève", sort=LineSort.LEFT)] == [
            "",  # the paragraph begins
            "Pas de ",
            "Selon Élise, ",  # É is e
            "La ",
            "Selon Élise, grève et sit-in ont cessé : la ",
            "Selon Élise, grève et sit-in ont cessé : la grève est finie, la ",
            "La grève de Kayes s’étend. Une ",
        ]

    def test_right_is_as_one_reads(self, reader: Reader) -> None:
        found = lines(reader, "grève", sort=LineSort.RIGHT, width=8)
        assert [line.right for line in found] == [
            " a payé.",
            "",  # " annoncée à" has no room, but its place
            " brève,",
            " de",
            " est",
            " et",
            " ou non,",
        ]

    def test_dates_rise_and_the_undated_come_last(self, reader: Reader) -> None:
        assert ids(lines(reader, "grève", sort=LineSort.DATE)) == ["autre", "greve", "sans"]

    def test_sources_are_in_the_order_of_their_folded_names(self, reader: Reader) -> None:
        assert ids(lines(reader, "grève", sort=LineSort.SOURCE)) == ["autre", "greve", "sans"]

    @pytest.mark.parametrize("sort", LineSort)
    def test_a_limit_keeps_the_first_and_still_counts_all(
        self, reader: Reader, sort: LineSort
    ) -> None:
        everything = reader.concordance("grève", sort=sort, limit=0)
        first = reader.concordance("grève", sort=sort, limit=3)
        assert first.lines == everything.lines[:3]
        assert (first.total, first.hits) == (everything.total, everything.hits)
        assert everything.hits == len(everything.lines) == 7

    @pytest.mark.parametrize(
        ("sort", "read"),
        [
            (LineSort.RELEVANCE, 1),
            (LineSort.DATE, 1),
            (LineSort.SOURCE, 1),
            (LineSort.LEFT, 3),
            (LineSort.RIGHT, 3),
        ],
    )
    def test_no_article_is_read_that_the_order_does_not_need(
        self, reader: Reader, monkeypatch: pytest.MonkeyPatch, sort: LineSort, read: int
    ) -> None:
        numbers: list[int] = []
        text = reader._postings.text

        def counting(number: int) -> str:
            numbers.append(number)
            return text(number)

        monkeypatch.setattr(reader._postings, "text", counting)
        reader.concordance("grève", sort=sort, limit=1)
        assert len(numbers) == read


class TestContext:
    TEXT = "Un deux trois.\n\nQuatre l’État cinq."
    START, END = TEXT.index("État"), TEXT.index(" cinq")

    @pytest.mark.parametrize(
        ("width", "before", "after"),
        [
            (0, "", ""),
            (1, "", ""),
            (2, "l’", ""),
            (3, "l’", ""),
            (8, "l’", " cinq."),
            (9, "Quatre l’", " cinq."),
            (10, "Quatre l’", " cinq."),
            (11, "Quatre l’", " cinq."),
            (99, "Quatre l’", " cinq."),
        ],
    )
    def test_is_whole_words_of_the_paragraph(self, width: int, before: str, after: str) -> None:
        assert context_before(self.TEXT, self.START, width) == before
        assert context_after(self.TEXT, self.END, width) == after

    def test_ends_with_the_paragraph(self) -> None:
        end = self.TEXT.index(" deux")
        assert [context_after(self.TEXT, end, width) for width in (6, 13, 14, 15, 30)] == [
            " deux",
            " deux trois.",
            " deux trois.",
            " deux trois.",
            " deux trois.",
        ]

    @given(st.text("ab  \n’é"), st.integers(0, 30), st.integers(0, 30))
    def test_is_what_stands_there_and_cuts_no_word(self, text: str, place: int, width: int) -> None:
        place = min(place, len(text))
        before, after = context_before(text, place, width), context_after(text, place, width)
        assert text[place - len(before) : place] == before
        assert text.startswith(after, place)
        assert max(len(before), len(after)) <= width
        assert "\n\n" not in before
        assert "\n\n" not in after
        outside = text[: place - len(before)][-1:] + text[place + len(after) :][:1]
        assert not before or outside[:1].isspace() or place == len(before)
        assert not after or outside[-1:].isspace() or place + len(after) == len(text)


@settings(max_examples=100)
@given(st.lists(st.sampled_from('grève mairie segou kayes OU - " * ( ) la sit-in'.split())))
def test_the_lines_are_the_marks_of_the_articles(reader: Reader, typed: list[str]) -> None:
    query = " ".join(typed)
    try:
        found = reader.concordance(query, limit=0)
    except QueryError:
        return
    matches = reader.search(query).matches
    assert [(line.id, (line.start, line.end)) for line in found.lines] == [
        (match.id, span) for match in matches for span in reader.read(match.id, query).hits
    ]
    for line in found.lines:
        text = reader.read(line.id).article.text
        assert text[line.start - len(line.left) :].startswith(line.left + line.hit + line.right)
