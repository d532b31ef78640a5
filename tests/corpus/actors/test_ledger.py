"""The alias ledger: decisions, their undoing, and what they make of mentions."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.actors.ledger import Entry, Ledger, Named, Settlement, Undecidable
from corpus.article import Kind, Mention

PERSON, ORGANISATION, PLACE = Kind.PERSON, Kind.ORGANISATION, Kind.PLACE
AWA = Named("Awa Sidibé", PERSON)
SIDIBE = Named("Sidibé", PERSON)
RAIL = Named("Le Rail", ORGANISATION)


def mention(actor: str, kind: Kind = PERSON, text: str = "") -> Mention:
    return Mention(text or actor, 0, len(text or actor), kind, actor)


def settled(ledger: Ledger, *mentions: Mention) -> list[tuple[str, Kind]]:
    return [(m.actor, m.kind) for m in Settlement(ledger.entries).settle(mentions)]


def test_merged_actors_are_one() -> None:
    ledger = Ledger().merge(AWA, [SIDIBE, RAIL])
    assert settled(ledger, mention("SIDIBE"), mention("Le Rail", ORGANISATION)) == [
        ("Awa Sidibé", PERSON),
        ("Awa Sidibé", PERSON),
    ]
    assert ledger.entries == (Entry("Awa Sidibé", PERSON, ("Sidibé", "Le Rail")),)


def test_what_had_been_merged_before_comes_along() -> None:
    ledger = Ledger().merge(SIDIBE, [RAIL]).merge(AWA, [SIDIBE])
    assert settled(ledger, mention("Le Rail", ORGANISATION)) == [("Awa Sidibé", PERSON)]
    assert len(ledger.entries) == 1


def test_a_rejected_name_is_no_actor() -> None:
    ledger = Ledger().reject(RAIL)
    assert settled(ledger, mention("Le Rail", ORGANISATION), mention("Awa Sidibé")) == [
        ("Awa Sidibé", PERSON)
    ]


def test_a_renamed_actor_keeps_its_old_name_as_an_alias() -> None:
    ledger = Ledger().rename(RAIL, "Compagnie du rail", PLACE)
    assert settled(ledger, mention("Le Rail", ORGANISATION)) == [("Compagnie du rail", PLACE)]


def test_a_form_split_from_an_actor_is_itself() -> None:
    ledger = Ledger().split(AWA, ["Sidibé"])
    assert settled(
        ledger, mention("Awa Sidibé", text="Mme Sidibé"), mention("Awa Sidibé", text="Awa Sidibé")
    ) == [("Sidibé", PERSON), ("Awa Sidibé", PERSON)]


def test_a_form_split_from_one_actor_may_be_anothers() -> None:
    ledger = Ledger().split(AWA, ["Sidibé"]).merge(Named("Oumar Sidibé", PERSON), [SIDIBE])
    assert settled(ledger, mention("Awa Sidibé", text="Sidibé")) == [("Oumar Sidibé", PERSON)]


def test_two_kinds_of_one_name_stay_two() -> None:
    ledger = Ledger((Entry("Wagner", ORGANISATION), Entry("Wagner", PERSON)))
    assert settled(ledger, mention("Wagner"), mention("Wagner", ORGANISATION)) == [
        ("Wagner", PERSON),
        ("Wagner", ORGANISATION),
    ]


def test_a_decision_makes_certain() -> None:
    bare = Mention("Sidibé", 0, 6, PERSON, "Sidibé", uncertain=True)
    [found] = Settlement(Ledger().merge(AWA, [SIDIBE]).entries).settle([bare])
    assert not found.uncertain


@pytest.mark.parametrize(
    "decide",
    [
        lambda ledger: ledger.merge(AWA, []),
        lambda ledger: ledger.merge(AWA, [Named("awa sidibe", PERSON)]),
        lambda ledger: ledger.split(AWA, ["AWA SIDIBÉ"]),
        lambda ledger: ledger.split(AWA, []),
        lambda ledger: ledger.rename(AWA, " … "),
        lambda ledger: ledger.reject(RAIL).rename(AWA, "Le rail", ORGANISATION),
        lambda ledger: ledger.undo(),
    ],
)
def test_what_cannot_be_decided_is_told(decide: Callable[[Ledger], Ledger]) -> None:
    with pytest.raises(Undecidable) as told:
        decide(Ledger())
    assert told.value.reason.format(**told.value.values)


_NAMES = st.sampled_from(["Awa", "Oumar", "Sira", "Doun", "Kati"]).map(lambda n: Named(n, PERSON))
_DECISIONS = st.one_of(
    st.tuples(st.just("merge"), _NAMES, _NAMES),
    st.tuples(st.just("split"), _NAMES, _NAMES),
    st.tuples(st.just("reject"), _NAMES, _NAMES),
    st.tuples(st.just("rename"), _NAMES, _NAMES),
)


def _taken(ledger: Ledger, decision: tuple[str, Named, Named]) -> Ledger | None:
    did, one, other = decision
    try:
        match did:
            case "merge":
                return ledger.merge(one, [other])
            case "split":
                return ledger.split(one, [other.name])
            case "reject":
                return ledger.reject(one)
        return ledger.rename(one, other.name)
    except Undecidable:
        return None


@given(st.lists(_DECISIONS, max_size=8))
def test_every_decision_can_be_taken_back(decisions: list[tuple[str, Named, Named]]) -> None:
    states = [Ledger((Entry("Sira", PERSON, ("Kati",)),))]
    for decision in decisions:
        if (after := _taken(states[-1], decision)) is not None:
            states.append(after)
    ledger = states[-1]
    for before in reversed(states[:-1]):
        ledger = ledger.undo()
        assert set(ledger.entries) == set(before.entries)
        assert ledger.decisions == before.decisions
