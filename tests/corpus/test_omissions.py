from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Kind, Mention
from corpus.omissions import Omission, omissions

names = st.lists(st.lists(st.sampled_from("ABCD"), max_size=4), max_size=6)


def mentions(*actors: str) -> list[Mention]:
    return [
        Mention(actor, place, place + 1, Kind.PERSON, actor) for place, actor in enumerate(actors)
    ]


def test_who_leaves_out_whom_most_name() -> None:
    found = omissions([mentions("Awa Camara", "Labé"), mentions("awa camara"), mentions("Labé")])
    assert found == (
        Omission("Awa Camara", (0, 1), (2,)),
        Omission("Labé", (0, 2), (1,)),
    )


def test_whom_all_name_or_half_is_not_listed() -> None:
    articles = [mentions("A", "B"), mentions("A", "B"), mentions("A"), mentions("A")]
    assert omissions(articles) == ()


def test_two_articles_omit_nothing() -> None:
    assert omissions([mentions("A", "B"), mentions("A")]) == ()


@given(names)
def test_named_and_missing_are_all_and_most_are_named(actors: list[list[str]]) -> None:
    for omission in omissions([mentions(*named) for named in actors]):
        assert sorted(omission.named + omission.missing) == list(range(len(actors)))
        assert len(omission.named) > len(omission.missing) > 0
        assert all(omission.actor in actors[number] for number in omission.named)
        assert all(omission.actor not in actors[number] for number in omission.missing)
