"""The query language: what each form means, and what is said of one that can't be read."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Kind
from index.query.language import MAX_DEPTH, MAX_LENGTH, MAX_OPERANDS, QueryError, parse
from index.query.syntax import (
    ActorIs,
    And,
    DatedBetween,
    Everything,
    Exact,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    SourceIs,
    SpeaksOf,
    TextField,
    Undated,
    Word,
)

A, B, C = Word("a"), Word("b"), Word("c")
MALI, RUSSIE = Word("mali"), Word("russie")
TITLE, TEXT = TextField.TITLE, TextField.TEXT


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("mali", MALI),
        ("GOÏTA", Word("goita")),
        (unicodedata.normalize("NFD", "goïta"), Word("goita")),
        ("œuvre", Word("oeuvre")),
        ("mali russie", And((MALI, RUSSIE))),
        ("mali mali", MALI),
        ("l’armée", Word("armee")),
        ("aujourd'hui", Word("aujourdhui")),
        ("O.N.U.", Word("onu")),
        ("al-qaida", Phrase(("al", "qaida"))),
        ("l'État-major", Phrase(("etat", "major"))),
        ("10/10", Phrase(("10", "10"))),
        ("?!?", Everything()),
        ("mali — russie", And((MALI, RUSSIE))),
        ("- mali", MALI),
        ("", Everything()),
        ("  \n ", Everything()),
        ("()", Everything()),
    ],
)
def test_words_are_folded_and_all_asked_for(query: str, tree: Node) -> None:
    assert parse(query) == tree


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("a AND b", And((A, B))),
        ("a ET b", And((A, B))),
        ("a b c", And((A, B, C))),
        ("a ET b c", And((A, B, C))),
        ("a OR b", Or((A, B))),
        ("a OU b OU c", Or((A, B, C))),
        ("a OU b c", Or((A, And((B, C))))),
        ("(a OU b) c", And((Or((A, B)), C))),
        ("a NOT b", And((A, Not(B)))),
        ("a AND NOT b", And((A, Not(B)))),
        ("a SAUF b", And((A, Not(B)))),
        ("a -b", And((A, Not(B)))),
        ("-a", Not(A)),
        ("NOT NOT a", A),
        ("-(a b)", Not(And((A, B)))),
        ('-"a b"', Not(Phrase(("a", "b")))),
        ("a OR -b", Or((A, Not(B)))),
        ("mali-russie", Phrase(("mali", "russie"))),
        ("a OU ???", A),
        ("a SAUF ???", A),
    ],
)
def test_operators(query: str, tree: Node) -> None:
    assert parse(query) == tree


@pytest.mark.parametrize("word", ["et", "ou", "sauf", "and", "or", "not", "Ou", "ET,"])
def test_operators_are_operators_in_capitals_alone(word: str) -> None:
    folded = word.lower().rstrip(",")
    assert parse(f"a {word} b") == And((A, Word(folded), B))


@pytest.mark.parametrize("quoted", ['"a b"', "«a b»", "« a b »", "“a b”", '"A, b !"'])
def test_quotations_are_phrases(quoted: str) -> None:
    assert parse(quoted) == Phrase(("a", "b"))
    assert parse(f"c{quoted}c") == And((C, Phrase(("a", "b"))))


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ('"mali"', MALI),
        ('""', Everything()),
        ('"a ET b"', Phrase(("a", "et", "b"))),
        ('"a (b)"', Phrase(("a", "b"))),
        ('"titre:a*"', Phrase(("titre", "a"))),
    ],
)
def test_inside_a_quotation_there_are_only_words(query: str, tree: Node) -> None:
    assert parse(query) == tree


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("arm*", Prefix("arm")),
        ("a*", Prefix("a")),
        ("l'ARM*", Prefix("arm")),
        ("al-qaïd*", And((Word("al"), Prefix("qaid")))),
        ("goita~", Fuzzy("goita", 1)),
        ("goita~1", Fuzzy("goita", 1)),
        ("goïta~2", Fuzzy("goita", 2)),
        ("-arm*", Not(Prefix("arm"))),
        ("titre:arm*", Prefix("arm", TITLE)),
        ("~ 20", Word("20")),
        ("~20", Word("20")),
    ],
)
def test_beginnings_and_misspellings(query: str, tree: Node) -> None:
    assert parse(query) == tree


@pytest.mark.parametrize(
    ("names", "tree"),
    [
        ("titre title TITRE Title", Word("x", TITLE)),
        ("texte text", Word("x", TEXT)),
        ("acteur actor", ActorIs("x")),
        ("personne person Personne", ActorIs("x", Kind.PERSON)),
        ("organisation organization", ActorIs("x", Kind.ORGANISATION)),
        ("lieu place", ActorIs("x", Kind.PLACE)),
        ("source SOURCE", SourceIs("x")),
    ],
)
def test_fields_have_french_and_english_names(names: str, tree: Node) -> None:
    for name in names.split():
        assert parse(f"{name}:x") == tree
        assert parse(f"{name}: x") == tree


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("titre:mali russie", And((Word("mali", TITLE), RUSSIE))),
        ("titre:(mali russie)", And((Word("mali", TITLE), Word("russie", TITLE)))),
        ("titre:(a OU -b)", Or((Word("a", TITLE), Not(Word("b", TITLE))))),
        ("titre:(a texte:b) c", And((And((Word("a", TITLE), Word("b", TEXT))), C))),
        ('titre:"a b"', Phrase(("a", "b"), TITLE)),
        ("titre:al-qaida", Phrase(("al", "qaida"), TITLE)),
        ("-titre:a", Not(Word("a", TITLE))),
        ("titre:-a", Not(Word("a", TITLE))),
        ('personne:"Sergueï Lavrov"', ActorIs("Sergueï Lavrov", Kind.PERSON)),
        ("personne:Goïta", ActorIs("Goïta", Kind.PERSON)),
        ("acteur:(goita OU diop)", Or((ActorIs("goita"), ActorIs("diop")))),
        ("source:rfi.fr", SourceIs("rfi.fr")),
    ],
)
def test_a_field_holds_for_the_word_quotation_or_parenthesis_after_it(
    query: str, tree: Node
) -> None:
    assert parse(query) == tree


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("Mali: accord", And((MALI, Word("accord")))),
        ("Mali : Diop", And((MALI, Word("diop")))),
        ("Titre : mali", And((Word("titre"), MALI))),
        ("Mali:accord", Phrase(("mali", "accord"))),
        ("http://rfi.fr/a-b", Phrase(("http", "rfi", "fr", "a", "b"))),
        ("mali, «a b» : c", And((MALI, Phrase(("a", "b")), C))),
        (":", Everything()),
    ],
)
def test_a_colon_after_another_word_is_punctuation(query: str, tree: Node) -> None:
    assert parse(query) == tree


@pytest.mark.parametrize(
    ("query", "since", "until"),
    [
        ("date:2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("date:2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("date:2023-10-10", date(2023, 10, 10), date(2023, 10, 10)),
        ("date:10/9/2023", date(2023, 9, 10), date(2023, 9, 10)),
        ("date:09/2023", date(2023, 9, 1), date(2023, 9, 30)),
        ('date:"octobre 2023"', date(2023, 10, 1), date(2023, 10, 31)),
        ('date:"October 2023"', date(2023, 10, 1), date(2023, 10, 31)),
        ('date:"1er août 2024"', date(2024, 8, 1), date(2024, 8, 1)),
        ("date:2023..2024-08", date(2023, 1, 1), date(2024, 8, 31)),
        ("date:2023…2024", date(2023, 1, 1), date(2024, 12, 31)),
        ('date:"3 mars 2023 .. mai 2023"', date(2023, 3, 3), date(2023, 5, 31)),
        ("date:..2023", None, date(2023, 12, 31)),
        ("date:2023..", date(2023, 1, 1), None),
        ("avant:2024", None, date(2023, 12, 31)),
        ("before:2024-03-01", None, date(2024, 2, 29)),
        ("après:2023", date(2024, 1, 1), None),
        ("Apres:2023-10", date(2023, 11, 1), None),
        ("after:2023-12-31", date(2024, 1, 1), None),
        ("depuis:2023", date(2023, 1, 1), None),
        ("since:2023-10", date(2023, 10, 1), None),
    ],
)
def test_dates(query: str, since: date | None, until: date | None) -> None:
    assert parse(query) == DatedBetween(since, until)
    if query.startswith("date:"):
        for name in ("event", "Événement", "evenement"):
            assert parse(query.replace("date", name, 1)) == SpeaksOf(since, until)


@pytest.mark.parametrize("value", ["inconnue", "undated", "none", "Inconnue", '"unknown"'])
def test_articles_without_a_date(value: str) -> None:
    assert parse(f"date:{value}") == Undated()
    assert parse(f"-date:{value}") == Not(Undated())


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("(", "("),
        ("a (b", "("),
        ("a ((b)", "("),
        ("a) b", ")"),
        ('a "sans fin', '"sans fin'),
        ("a «sans fin", "«sans fin"),
        ("AND", "AND"),
        ("ET a", "ET"),
        ("a OR", "OR"),
        ("OU a", "OU"),
        ("(OU a)", "OU"),
        ("a OU ET b", "OU"),
        ("a ET ET b", "ET"),
        ("a NOT", "NOT"),
        ("a (b OU)", "OU"),
        ("(a NOT)", "NOT"),
        ("-ET", "-"),
        ("person:", "person:"),
        ("titre:???", "titre:"),
        ("(titre:)", "titre:"),
        ("titre: OU a", "titre:"),
        ('personne:""', '""'),
        ("source:?", "?"),
        ("acteur:goi*", "goi*"),
        ("*", "*"),
        ("a ?*", "?*"),
        ("event:demain", "demain"),
        ("event:inconnue", "inconnue"),
        ("event:2024..2023", "2024..2023"),
        ("m*li", "m*li"),
        ("*stan*", "*stan*"),
        ("goita~3", "goita~3"),
        ('"a b"~', "~"),
        ('"a b"~100', "~"),
        ('"a b"*', "*"),
        ("date:[", "["),
        ("date:hier", "hier"),
        ("date:2023-13", "2023-13"),
        ("date:2023-02-30", "2023-02-30"),
        ("date:..", ".."),
        ("date:2024..2023", "2024..2023"),
        ("date:2023..x", "2023..x"),
        ("avant:2023..2024", "2023..2024"),
        ("après:inconnue", "inconnue"),
        ("date:٢٠٢٣٤", "٢٠٢٣٤"),
    ],
)
def test_what_cannot_be_read_is_pointed_at(query: str, place: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse(query)
    error = raised.value
    assert query[error.start : error.end] == place
    assert str(error) and "{" not in str(error) and not str(error).endswith(".")


def test_places_count_in_the_composed_query() -> None:
    with pytest.raises(QueryError) as raised:
        parse(unicodedata.normalize("NFD", "éé ("))
    assert (raised.value.start, raised.value.end) == (3, 4)


def test_budgets() -> None:
    words = [f"mot{number}" for number in range(MAX_OPERANDS)]
    parse(" ".join(words))
    parse("x" * MAX_LENGTH)
    parse("(" * MAX_DEPTH + "a" + ")" * MAX_DEPTH)
    for query in (
        " ".join([*words, "mot"]),
        "x" * (MAX_LENGTH + 1),
        "(" * (MAX_DEPTH + 1) + "a" + ")" * (MAX_DEPTH + 1),
        "titre:" * (MAX_DEPTH + 1) + "a",
    ):
        with pytest.raises(QueryError, match=r"\d"):
            parse(query)


_PIECES = st.sampled_from(
    ["a", "mali", "l'armée", "al-qaida", "arm*", "*", "goita~", "~2", "~9", "é", "œ", "O.N.U."]
    + ["AND", "ET", "OR", "OU", "NOT", "SAUF", "-", "(", ")", '"', "«", "»", "“", "”", ":"]
    + [f"{name}:" for name in ("titre", "texte", "acteur", "personne", "lieu", "source", "xyz")]
    + [f"{name}:" for name in ("date", "avant", "après", "depuis")]
    + ["2023", "2023-10..2024", "..", "31/02/2024", "10/10/2023", "inconnue", "???", "—"]
    + ["http://a.b", "\u0301", "\u0000", "\udc80"]
)


def _assert_read_or_refused(query: str) -> None:
    try:
        tree = parse(query)
    except QueryError as error:
        length = len(unicodedata.normalize("NFC", query))
        assert 0 <= error.start < error.end <= length
        assert str(error)
    else:
        _assert_well_formed(tree)


def _assert_well_formed(tree: Node) -> None:
    match tree:
        case And(parts) | Or(parts):
            assert len(set(parts)) == len(parts) >= 2
            for part in parts:
                assert not isinstance(part, Everything)
                _assert_well_formed(part)
        case Not(part):
            assert not isinstance(part, Not | Everything)
            _assert_well_formed(part)
        case Phrase(words):
            assert len(words) >= 2 and all(words)
        case Word(folded) | Prefix(folded) | Fuzzy(folded):
            assert folded.isascii() and folded.isalnum()


@given(st.text(st.characters(), max_size=60))
def test_any_text_is_read_or_refused(query: str) -> None:
    _assert_read_or_refused(query)


_WORDS = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=5)
_LIKE_OTHERS = st.sampled_from(["ET", "et", "SAUF", "titre", "lʼan", "ʼ", "St", "ndjamena", "œ"])


@given(st.lists(_WORDS | _LIKE_OTHERS, max_size=MAX_OPERANDS).map(" ".join))
def test_words_alone_are_what_the_grammar_takes_them_for(query: str) -> None:
    def read(query: str) -> Node | str:
        try:
            return parse(query)
        except QueryError as error:
            return error.reason

    assert read(query) == read(f"({query})")


@given(st.lists(_PIECES, max_size=16), st.sampled_from(["", " "]))
@settings(max_examples=500)
def test_any_pieces_of_the_language_are_read_or_refused(pieces: list[str], gap: str) -> None:
    _assert_read_or_refused(gap.join(pieces))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("st*", Prefix("st")),
        ("=pêche", Exact("peche", "pêche")),
        ("=PÊCHE", Exact("peche", "pêche")),
        ("=L’Été", Exact("ete", "été")),
        ("titre:=pêche", Exact("peche", "pêche", TextField.TITLE)),
        ("=", Everything()),
        (
            "=al-qaïda",
            And((Phrase(("al", "qaida")), Exact("al", "al"), Exact("qaida", "qaïda"))),
        ),
        ('"accord pêche"~5', Near(("accord", "peche"), 5)),
        ('titre:"accord pêche"~0', Near(("accord", "peche"), 0, TextField.TITLE)),
        ("«accord pêche»~12 mali", And((Near(("accord", "peche"), 12), Word("mali")))),
        ('"accord"~5', Word("accord")),
        ('"accord accord"~5', Phrase(("accord", "accord"))),
    ],
)
def test_exact_forms_and_words_near_each_other(query: str, expected: Node) -> None:
    assert parse(query) == expected
