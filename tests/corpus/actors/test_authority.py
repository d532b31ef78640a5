"""The general base and the folder's own actors."""

from pathlib import Path

import pytest

from corpus.actors.authority import Authority, base_actors, load_authority
from corpus.article import Kind


def own(corpus: Path, content: str) -> Authority:
    (corpus / "actors.toml").write_text(content, "utf-8")
    return load_authority(corpus)


@pytest.mark.parametrize(
    ("form", "name", "kind"),
    [
        ("Mali", "Mali", Kind.PLACE),
        ("fédération de russie", "Russie", Kind.PLACE),
        ("Etats-Unis", "États-Unis", Kind.PLACE),
        ("RDC", "République démocratique du Congo", Kind.PLACE),
        ("Cote d’Ivoire", "Côte d'Ivoire", Kind.PLACE),
        ("Kyiv", "Kiev", Kind.PLACE),
        ("Beijing", "Pékin", Kind.PLACE),
        ("St-Pétersbourg", "Saint-Pétersbourg", Kind.PLACE),
        ("O.N.U.", "ONU", Kind.ORGANISATION),
        ("Daech", "État islamique", Kind.ORGANISATION),
        ("Fonds monétaire international", "FMI", Kind.ORGANISATION),
        ("groupe Wagner", "Wagner", Kind.ORGANISATION),
    ],
)
def test_the_base_knows_forms(tmp_path: Path, form: str, name: str, kind: Kind) -> None:
    actor = load_authority(tmp_path).find(form)
    assert actor is not None
    assert (actor.name, actor.kind) == (name, kind)


def test_the_base_holds_no_persons() -> None:
    assert {actor.kind for actor in base_actors()} == {Kind.PLACE, Kind.ORGANISATION}


def test_the_base_has_no_typographic_doublets() -> None:
    assert not [actor.name for actor in base_actors() if "’" in actor.name]


@pytest.mark.parametrize("name", ["", "?", "Personne Inconnue"])
def test_an_unknown_name_finds_nobody(tmp_path: Path, name: str) -> None:
    authority = load_authority(tmp_path)
    assert authority.find(name) is None
    assert authority.matching(name) == ()


def test_the_folder_adds_actors(tmp_path: Path) -> None:
    authority = own(
        tmp_path,
        '[[actor]]\nname = "Awa Sangaré"\nkind = "person"\naliases = ["la Dame de Kati"]\n',
    )
    assert authority.problems == ()
    actor = authority.find("LA DAME DE KATI")
    assert actor is not None
    assert actor.name == "Awa Sangaré"
    assert authority.bearers("sangare") == (actor,)


def test_the_folder_wins_over_the_base(tmp_path: Path) -> None:
    authority = own(tmp_path, '[[actor]]\nname = "Lutèce"\nkind = "place"\naliases = ["Paris"]\n')
    assert [actor.name for actor in authority.matching("paris")] == ["Lutèce", "Paris"]
    assert [sighting.value.name for sighting in authority.sightings("à Paris")] == ["Lutèce"]


def test_an_actor_of_the_base_keeps_its_forms_under_the_folders_spelling(tmp_path: Path) -> None:
    authority = own(tmp_path, '[[actor]]\nname = "Cédéao"\nkind = "organisation"\n')
    actor = authority.find("Communauté économique des États de l'Afrique de l'Ouest")
    assert actor is not None
    assert actor.name == "Cédéao"


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "actors.toml").write_bytes(
        b'\xef\xbb\xbf[[actor]]\nname = "Radio Doun"\nkind = "organisation"\n'
    )
    assert load_authority(tmp_path).find("radio doun") is not None


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ('kind = "person"', "actor {number} of actors.toml has no name"),
        ('name = "…"\nkind = "person"', "actor {number} of actors.toml has no name"),
        ("name = 7", "actor {number} of actors.toml has no name"),
        (
            'name = "Doun"\nkind = "people"',
            "actor {number} of actors.toml ({name}) needs a kind: person, organisation or place",
        ),
        (
            'name = "Doun"\nkind = ["place"]',
            "actor {number} of actors.toml ({name}) needs a kind: person, organisation or place",
        ),
        (
            'name = "Doun"\nkind = "place"\naliases = "Doune"',
            "actor {number} of actors.toml ({name}) needs its aliases as a list of strings",
        ),
        (
            'name = "Doun"\nkind = "place"\naliases = [1]',
            "actor {number} of actors.toml ({name}) needs its aliases as a list of strings",
        ),
    ],
)
def test_a_wrong_entry_is_told_and_the_rest_holds(tmp_path: Path, entry: str, reason: str) -> None:
    good = '[[actor]]\nname = "Sira"\nkind = "person"\n'
    authority = own(tmp_path, f"{good}[[actor]]\n{entry}\n")
    assert authority.find("Sira") is not None
    assert [problem.reason for problem in authority.problems] == [reason]
    assert authority.problems[0].values["number"] == "2"
    assert reason.format(**authority.problems[0].values)


@pytest.mark.parametrize(
    "content",
    [
        b"actor = 3",
        b"actor = [3]",
        b"[[actor]\n",
        b"\xff\xfe\x00",
        b"x = " + b"[" * 20_000,
        b"#" * 1_000_001,
    ],
)
def test_a_broken_file_is_told_and_the_base_holds(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "actors.toml").write_bytes(content)
    authority = load_authority(tmp_path)
    assert len(authority.problems) == 1
    assert authority.find("Mali") is not None


def test_a_folder_in_the_files_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "actors.toml").mkdir()
    assert len(load_authority(tmp_path).problems) == 1
