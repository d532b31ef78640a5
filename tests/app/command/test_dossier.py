"""All articles on one event, printed claim by claim."""

import re
from pathlib import Path

import pytest

from tests.app.command.running import Run, as_json

UN = """Le port de Labé a rouvert lundi matin, après neuf jours de grève des dockers.

Trois cargos chargés de blé attendaient au large depuis la semaine dernière.
"""
DEUX = """Lundi matin, le port de Labé a rouvert : neuf jours de grève des dockers sont finis.

Le maire réclame une médiation permanente entre les deux syndicats rivaux | <b>du port</b>.
"""
AUTRE = """La rivière est sortie de son lit dans la nuit de samedi, et trois hameaux sont isolés.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("port")
    for name, title, day, text in (
        ("un", "Le port de Labé rouvre", "2024-03-05", UN),
        ("deux", "Labé : fin de la grève au port", "2024-03-06", DEUX),
        ("autre", "Une crue", "2024-03-05", AUTRE),
        ("copie", "Encore le port de Labé", "2024-03-29", UN),
    ):
        head = f"---\ntitle: {title!r}\ndate: {day}\nsource: Le Quai\n---\n"
        (folder / f"{name}.md").write_text(head + text, encoding="utf-8")
    return folder


def test_one_id_finds_the_others_on_its_event(run: Run) -> None:
    for id in ("un", "deux"):
        lines = run("dossier", id).stdout.splitlines()
        assert re.match(r"A +2024-03-05 +Le Quai +Le port de Labé rouvre", lines[0])
        assert re.match(r"B +2024-03-06 +Le Quai +Labé : fin de la grève", lines[1])
        assert "AB  in all 2" in lines and "A·  only in A" in lines and "·B  only in B" in lines


def test_several_ids_are_taken_as_they_are(run: Run) -> None:
    found = as_json(run("dossier", "un", "autre", "un", "--json"))
    assert [article["id"] for article in found["articles"]] == ["autre", "un"]
    assert all(claim["carried"] == 1 for claim in found["claims"])


def test_json_says_where_each_claim_stands(run: Run) -> None:
    found = as_json(run("dossier", "un", "--json"))
    assert set(found) == {"articles", "distinct", "claims", "omissions"}
    own = {"id", "title", "date", "date_evidence", "source", "agency", "near_identical_to"}
    assert set(found["articles"][0]) == own
    shared = found["claims"][0]
    assert shared["carried"] == 2 and shared["missing"] == []
    texts = {"un": UN, "deux": DEUX}
    for place in shared["in"]:
        (start, end), *_more = place["spans"]
        assert "port de Labé" in texts[place["id"]][start:end]
    assert [claim["missing"] for claim in found["claims"][1:]] == [["deux"], ["un"]]


def test_copies_count_as_one_text_and_what_two_texts_say_comes_first(
    run: Run, folder: Path
) -> None:
    found = as_json(run("dossier", "un", "deux", "copie", "--json"))
    assert found["distinct"] == 2
    assert [a["near_identical_to"] for a in found["articles"]] == [None, None, "un"]
    assert [(claim["carried"], claim["texts"]) for claim in found["claims"]] == [
        (3, 2), (2, 1), (1, 1),
    ]  # fmt: skip
    output = run("dossier", "un", "deux", "copie").stdout
    assert "Encore le port de Labé (near-identical to A)" in output
    assert "A·C  in 2 of 3, missing in B · 1 of 2 texts" in output


def test_copies_leave_room_for_what_others_tell(run: Run, tmp_path: Path) -> None:
    head = "---\ntitle: Le port de Labé rouvre\ndate: 2024-03-05\n---\n"
    for number in range(14):
        (tmp_path / f"copie-{number}.md").write_text(head + UN, encoding="utf-8")
    (tmp_path / "deux.md").write_text(head + DEUX, encoding="utf-8")
    found = as_json(run("dossier", "copie-3", "--json", corpus=tmp_path))
    assert (len(found["articles"]), found["distinct"]) == (12, 2)
    assert {"copie-3", "deux"} <= {article["id"] for article in found["articles"]}


def test_markdown_is_escaped(run: Run) -> None:
    output = run("dossier", "un", "--markdown").stdout
    rows = [line for line in output.splitlines() if line.startswith("|")]
    assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows[:4]}) == 1
    assert r"rivaux \| \<b\>du port" in output
    assert r"| AB | in all 2 | Le port" in output


def test_an_article_that_nobody_else_tells_ends_with_1(run: Run) -> None:
    result = run("dossier", "autre", status=1)
    assert "No other article was found" in result.stderr
    assert "La rivière" in result.stdout
    assert len(as_json(run("dossier", "autre", "--json", status=1))["articles"]) == 1


def test_wrong_usage_ends_with_2(run: Run) -> None:
    assert "nowhere" in run("dossier", "nowhere", status=2).stderr
    assert "exclude each other" in run("dossier", "un", "--json", "--markdown", status=2).stderr
    run("dossier", status=2)
