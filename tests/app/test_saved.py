"""Saved searches: a file people can read, change and carry with the corpus."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from platformdirs import user_data_path

from app.kept import as_table, from_table
from app.request import Request
from app.saved import SavedError, SavedSearches
from app.settings import SAMPLE
from index.answer import Sort
from index.filter import Choice, Facet, Filter

FULL = Request(
    'sanctions "haut niveau"',
    Filter(
        (
            Choice(Facet.PERSON, "Awa Sidibé"),
            Choice(None, "onu", excluded=True, loose=True),
            Choice(Facet.YEAR, "2024"),
        ),
        since=date(2023, 1, 1),
        until=date(2024, 12, 31),
        any_actor=True,
    ),
    Sort.NEWEST,
    any_word=True,
)
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1)
CHOICES = st.builds(
    Choice,
    st.sampled_from([None, *Facet]),
    NAMES.filter(lambda name: not name.startswith("=")),
    st.booleans(),
    st.booleans(),
)
DAYS = st.none() | st.dates()
REQUESTS = st.builds(
    Request,
    NAMES | st.just(""),
    st.builds(
        Filter,
        st.lists(CHOICES, unique=True, max_size=4).map(
            lambda choices: tuple(sorted(choices, key=lambda c: (c.excluded, c.facet or "")))
        ),
        DAYS,
        DAYS,
        st.booleans(),
        st.booleans(),
        DAYS,
        DAYS,
    ),
    st.sampled_from(Sort),
    st.booleans(),
)


def test_a_search_is_a_table_to_read(tmp_path: Path) -> None:
    saved = SavedSearches(tmp_path)
    saved.save("sanctions 2023", FULL)
    saved.save("tout", Request())
    assert (tmp_path / "saved.toml").read_text(encoding="utf-8") == (
        '["sanctions 2023"]\n'
        'query = "sanctions \\"haut niveau\\""\n'
        "any = true\n"
        'person = ["=Awa Sidibé"]\n'
        'not_actor = ["onu"]\n'
        'year = ["=2024"]\n'
        "any_actor = true\n"
        "from = 2023-01-01\n"
        "to = 2024-12-31\n"
        'sort = "-date"\n'
        "\n"
        "[tout]\n"
        'query = ""\n'
        "\n"
    )
    assert saved.all() == {"sanctions 2023": FULL, "tout": Request()}


@given(REQUESTS)
def test_what_is_kept_is_what_was_asked(request: Request) -> None:
    back = from_table(as_table(request))
    assert isinstance(back, Request)
    assert set(back.filter.choices) == set(request.filter.choices)
    assert as_table(back) == as_table(request)


@given(st.lists(st.tuples(NAMES, REQUESTS), max_size=4))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_name_and_search_survive_the_file(
    tmp_path: Path, pairs: list[tuple[str, Request]]
) -> None:
    (tmp_path / "saved.toml").unlink(missing_ok=True)
    saved = SavedSearches(tmp_path)
    for name, request in pairs:
        saved.save(name, request, replace=True)
    kept = {name: as_table(request) for name, request in pairs}
    assert {name: as_table(request) for name, request in saved.all().items()} == kept


def test_comments_order_and_other_tables_stay(tmp_path: Path) -> None:
    file = tmp_path / "saved.toml"
    file.write_text('# mine\n[b]\nquery = "b" # first\n\n[a]\nquery = "a"\n', encoding="utf-8")
    saved = SavedSearches(tmp_path)
    saved.save("c", Request("c"))
    assert list(saved.all()) == ["b", "a", "c"]
    saved.delete("a")
    assert file.read_text(encoding="utf-8").startswith('# mine\n[b]\nquery = "b" # first\n')
    assert list(saved.all()) == ["b", "c"]


def test_a_name_may_be_taken_again_only_on_purpose(tmp_path: Path) -> None:
    saved = SavedSearches(tmp_path)
    saved.save("mer", Request("mer"))
    saved.save("mer", Request("mer"))
    with pytest.raises(SavedError, match="another saved search"):
        saved.save("mer", Request("port"))
    saved.save(" mer ", Request("port"), replace=True)
    assert saved.all() == {"mer": Request("port")}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("[a", "cannot be read as TOML"),
        ("a = 1", "must be a table"),
        ("[a]\nquery = 1", "must be a text"),
        ("[a]\nsort = 'up'", "must be relevance, date or -date"),
        ("[a]\nany = 'yes'", "must be true or false"),
        ("[a]\nfrom = 'today'", "must be a day"),
        ("[a]\nperson = [1]", "must be a list of names"),
        ("[a]\nquerry = 'x'", "is unknown"),
    ],
)
def test_a_broken_file_is_one_sentence_and_stays_as_it_is(
    tmp_path: Path, content: str, reason: str
) -> None:
    file = tmp_path / "saved.toml"
    file.write_text(content, encoding="utf-8")
    saved = SavedSearches(tmp_path)
    for act in (saved.all, lambda: saved.save("b", Request("b")), lambda: saved.delete("a")):
        with pytest.raises(SavedError, match=reason) as caught:
            act()
        assert str(file) in caught.value.reason.format(**caught.value.values)
    assert file.read_text(encoding="utf-8") == content


def test_by_hand_a_single_name_will_do(tmp_path: Path) -> None:
    (tmp_path / "saved.toml").write_text("[a]\nsource = 'rfi'\n", encoding="utf-8")
    assert SavedSearches(tmp_path).all()["a"].filter.choices == (
        Choice(Facet.SOURCE, "rfi", loose=True),
    )


def test_the_sample_stays_as_it_is_shipped() -> None:
    saved = SavedSearches(SAMPLE)
    saved.save("mer", Request("mer"))
    assert not (SAMPLE / "saved.toml").exists()
    assert saved.file.is_relative_to(user_data_path("visavis"))
    assert saved.all() == {"mer": Request("mer")}
    saved.delete("mer")
    assert saved.all() == {}


def test_a_corpus_of_others_brings_searches_and_ones_own_stand_beside_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "saved.toml").write_text("[theirs]\nquery = 'mer'\n", encoding="utf-8")
    monkeypatch.setattr("app.saved.may_write", lambda _corpus: False)
    saved = SavedSearches(tmp_path)
    saved.save("mine", Request("port"))
    saved.save("theirs", Request("fleuve"), replace=True)
    assert saved.all() == {"theirs": Request("fleuve"), "mine": Request("port")}
    with pytest.raises(SavedError, match="cannot be written"):
        saved.delete("theirs")
    assert (tmp_path / "saved.toml").read_text(encoding="utf-8") == "[theirs]\nquery = 'mer'\n"


def test_what_cannot_be_written_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = SavedSearches(tmp_path)
    saved.save("mer", Request("mer"))

    def full(_source: object, _target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(SavedError, match="cannot be written"):
        saved.save("port", Request("port"))
    assert saved.all() == {"mer": Request("mer")}
    assert [path.name for path in tmp_path.iterdir()] == ["saved.toml"]
