"""What kind a name has where the articles of a corpus differ."""

import pytest

from corpus.actors.voting import Vote, by_itself, elected, voted, votes, weight
from corpus.article import Kind, KindFrom, Mention

PERSON, ORGANISATION, PLACE = Kind.PERSON, Kind.ORGANISATION, Kind.PLACE
MODEL, CONTEXT, AUTHORITY = KindFrom.MODEL, KindFrom.CONTEXT, KindFrom.AUTHORITY


def mention(actor: str, kind: Kind, by: KindFrom = MODEL, *, uncertain: bool = False) -> Mention:
    return Mention(actor, 0, len(actor), kind, actor, uncertain, by)


@pytest.mark.parametrize(
    ("weights", "kind"),
    [
        ({PERSON: 8, PLACE: 2}, PERSON),
        ({PERSON: 7, PLACE: 2}, None),
        ({PERSON: 3}, None),
        ({PERSON: 40}, None),  # nobody differs
        ({PERSON: 3, PLACE: 0}, None),
        ({PERSON: 2, PLACE: 1}, None),
        ({PLACE: 9, PERSON: 1, ORGANISATION: 1}, PLACE),
        ({PLACE: 8, PERSON: 2, ORGANISATION: 1}, None),
        ({PLACE: 5, PERSON: 5}, None),
    ],
)
def test_a_kind_is_elected_by_a_clear_majority(weights: dict[Kind, int], kind: Kind | None) -> None:
    assert elected(weights) is kind


def test_an_article_votes_once_for_each_name_and_kind() -> None:
    cast = votes([mention("Doun", PLACE), mention("DOUN", PLACE), mention("Doun", PERSON)])
    assert cast == (Vote("doun", PLACE, True, PLACE), Vote("doun", PERSON, True, PERSON))


def test_what_words_show_outweighs_the_model() -> None:
    cast = votes([mention("Doun", PLACE), mention("Doun", PLACE, CONTEXT)])
    assert cast == (Vote("doun", PLACE, False, PLACE),)
    assert weight(cast[0]) > weight(Vote("doun", PLACE, True, PLACE))


def test_of_known_actors_there_is_no_vote() -> None:
    assert votes([mention("Doun", PLACE), mention("Doun", PLACE, AUTHORITY)]) == ()


def test_the_model_is_outvoted() -> None:
    doun = mention("Doun", PERSON, uncertain=True)
    (settled,) = voted([doun], {"doun": PLACE}, votes([doun]))
    assert (settled.kind, settled.outvoted, settled.uncertain) == (PLACE, PERSON, False)
    assert by_itself(settled) == doun


def test_a_bare_name_voted_to_be_a_persons_is_uncertain() -> None:
    ferrand = mention("Ferrand", PLACE)
    assert voted([ferrand], {"ferrand": PERSON}, votes([ferrand]))[0].uncertain


@pytest.mark.parametrize("by", [CONTEXT, AUTHORITY])
def test_what_is_shown_or_known_stays(by: KindFrom) -> None:
    mentions = (mention("Doun", PERSON), mention("Doun", PERSON, by))
    assert voted(mentions, {"doun": PLACE}, votes(mentions)) == mentions


def test_a_vote_that_is_no_longer_clear_is_taken_back() -> None:
    doun = mention("Doun", PERSON, uncertain=True)
    outvoted = voted([doun], {"doun": PLACE}, votes([doun]))
    assert votes(outvoted) == (Vote("doun", PERSON, True, PLACE),)
    assert voted(outvoted, {}, votes(outvoted)) == (doun,)
