"""Known names found in text."""

import pytest

from corpus.actors.gazetteer import Gazetteer, is_written_like

NAMES = Gazetteer.of(
    (form, form)
    for form in (
        "Mali",
        "Russie",
        "Union européenne",
        "Union",
        "Al-Qaïda",
        "CEDEAO",
        "UA",
        "N'Djamena",
        "L'Express",
        "Communauté économique des États de l'Afrique de l'Ouest",
        "la junte",
    )
)


def found(text: str) -> list[str]:
    return [text[name.start : name.end] for name in NAMES.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Mali et la Russie", ["Mali", "Russie"]),
        ("Mali-Russie", ["Mali", "Russie"]),
        ("L’Union européenne, puis l'Union", ["Union européenne", "Union"]),
        ("Al Qaida, al-Qaïda et AL-QAÏDA", ["Al Qaida", "AL-QAÏDA"]),
        ("la Cedeao et la C.E.D.E.A.O.", ["Cedeao", "C.E.D.E.A.O."]),
        ("l'UA sans Ua", ["UA"]),
        ("à N’Djamena", ["N’Djamena"]),
        ("un café express, L’Express", ["L’Express"]),
        (
            "la Communauté économique des États de l’Afrique de l’Ouest",
            ["Communauté économique des États de l’Afrique de l’Ouest"],
        ),
        ("La junte et la Junte", ["La junte", "la Junte"]),
        ("un mali, malien, Malienne", []),
        ("", []),
    ],
)
def test_names_are_found_by_words_and_capitals(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("gap", [", ", ". ", "\n", "\n\n", " et "])
def test_a_name_does_not_reach_over_punctuation(gap: str) -> None:
    assert found(f"Union{gap}européenne") == ["Union"]


def test_of_equal_forms_the_first_wins() -> None:
    names = Gazetteer.of([("Wagner", 1), ("wagner", 2)])
    assert [name.value for name in names.find("Wagner, wagner")] == [1, 2]


@pytest.mark.parametrize(
    ("shape", "written", "same"),
    [
        ("Mali", "Mali", True),
        ("Mali", "MALI", True),
        ("Mali", "mali", False),
        ("européenne", "Européenne", True),
        ("OTAN", "Otan", True),
        ("OTAN", "otan", False),
        ("UA", "Ua", False),
        ("G7", "G7", True),
    ],
)
def test_capitals_are_evidence(shape: str, written: str, same: bool) -> None:
    assert is_written_like(shape, written) is same
