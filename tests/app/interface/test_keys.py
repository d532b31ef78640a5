"""Keys from the settings: what makes no sense is said, and keeps its default."""

import pytest

from app.interface.commands import BY_ID, COMMANDS, Place
from app.interface.keys import KeyMap, _clash, read_keys, shown
from app.interface.widgets.match_list import MatchList
from app.settings import Settings
from tests.app.interface.driving import opened, press, screen_text


def test_defaults_do_not_clash() -> None:
    assert [_clash(c.id, {c.id: c.keys}) for c in COMMANDS if _clash(c.id, {c.id: c.keys})] == []


def test_defaults_need_no_alt_gr_on_azerty() -> None:
    awkward = set("[]{}|@#\\~`^") | {str(digit) for digit in range(10)}
    keys = {key for command in COMMANDS for key in command.keys.split(",")}
    assert not keys & awkward
    assert not keys & {"left_square_bracket", "at", "number_sign", "vertical_line"}


def test_every_command_has_a_place_in_the_help() -> None:
    assert all(command.places for command in COMMANDS)
    assert len(BY_ID) == len(COMMANDS)


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        ({"fly": "w"}, "Keys: there is no command “fly”"),
        ({"mark": "hyperspace"}, "Keys: “hyperspace” for mark is no key"),
        ({"mark": ""}, "Keys: “” for mark is no key"),
        ({"mark": "ctlr+m"}, "Keys: “ctlr+m” for mark is no key"),
        ({"mark": "s"}, "Keys: s for mark already belongs to sort"),
        ({"mark": "?"}, "Keys: ? for mark already belongs to help"),
    ],
)
def test_what_makes_no_sense_is_said_and_not_taken(settings: dict[str, str], problem: str) -> None:
    assert read_keys(settings) == KeyMap({}, (problem,))


@pytest.mark.parametrize(
    ("keys", "names"),
    [("M", "M"), ("ctrl+k", "ctrl+k"), ("f5, é", "f5,é"), ("+", "plus"), ("!", "exclamation_mark")],
)
def test_keys_are_taken_as_people_write_them(keys: str, names: str) -> None:
    assert read_keys({"mark": keys}).keys["mark"].lower().startswith(names[:1].lower())
    assert read_keys({"mark": keys}).problems == ()


def test_two_commands_may_change_keys_with_each_other() -> None:
    assert read_keys({"mark": "s", "sort": "m"}).problems == ()


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("ctrl+p", "Ctrl+P"),
        ("question_mark", "?"),
        ("equals_sign", "="),
        ("escape", "Esc"),
        ("N", "N"),
        ("n", "n"),
    ],
)
def test_keys_are_shown_as_people_write_them(key: str, text: str) -> None:
    assert shown(key) == text


async def test_a_key_of_ones_own_works_and_is_shown() -> None:
    async with opened(settings=Settings(keys={"sort": "z", "fly": "w"})) as pilot:
        assert "there is no command “fly”" in screen_text(pilot)
        await press(pilot, "down")
        assert "z sort" in screen_text(pilot)
        before = [m.id for m in pilot.app.screen.query_one(MatchList).matches]
        await press(pilot, "z", "z")
        assert [m.id for m in pilot.app.screen.query_one(MatchList).matches] != before


def test_places_are_those_the_help_names() -> None:
    assert {place for c in COMMANDS for place in c.places} == set(Place)
