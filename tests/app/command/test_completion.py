"""What the shell offers at Tab."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.shell_completion import CompletionItem, ShellComplete

from app.command import make_command
from app.locale import use_language
from app.settings import Settings
from index.location import locate
from tests.index.support import article, commit, document

Tab = Callable[..., list[CompletionItem[str]]]

VARIABLE = "_VISAVIS_COMPLETE"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "presse"
    folder.mkdir()
    documents = [
        document(
            article("accord", "Un accord de coopération.", source="L'Écho du Nord"),
            person=["Sergueï Lavrov", "Moussa Diop", "$(rm -rf .) Lavrov", "Lavr\x1b]0;x\x07"],
            place=["Sénégal"],
        ),
        document(article("accord-2", "La coopération reprend."), person=["Sergueï Lavrov"]),
        document(article("port", "Un port."), organisation=["Serge & Cie", "Sergent"]),
    ]
    commit(locate(folder), documents)
    return folder


@pytest.fixture
def tab(folder: Path) -> Tab:
    """Complete the last argument."""
    use_language("en")
    shell = ShellComplete(make_command(Settings()), {}, "visavis", VARIABLE)

    def tab(*arguments: str, corpus: Path = folder) -> list[CompletionItem[str]]:
        return shell.get_completions(["-C", str(corpus), *arguments[:-1]], arguments[-1])

    return tab


def values(items: list[CompletionItem[str]]) -> list[str]:
    return [item.value for item in items]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("search", "--person", "lav"), ["Sergueï Lavrov"]),
        (("search", "accord", "--person", "Mou"), ["Moussa Diop"]),
        (("facets", "--place", ""), ["Sénégal"]),
        (("facets", "--organisation", "serg"), ["Sergent"]),
        (("search", "--actor", "se"), ["Sergueï Lavrov", "Sergent", "Sénégal"]),
        (("search", "--not-actor", "mou"), ["Moussa Diop"]),
        (("search", "--source", "nord"), ["L'Écho du Nord"]),
        (("search", "--source", "zz"), []),
        (("search", "coo"), ["coopération"]),
        (("search", "mali", "-coo"), []),
        (("search", "--any", "ti"), []),
        (("show", "acc"), ["accord", "accord-2"]),
        (("compare", "port", "acc"), ["accord", "accord-2"]),
        (("show", "x"), []),
    ],
)
def test_names_words_and_ids_come_out_of_the_index(
    tab: Tab, arguments: tuple[str, ...], expected: list[str]
) -> None:
    assert values(tab(*arguments)) == expected


def test_how_many_articles_have_it_is_told(tab: Tab) -> None:
    assert [item.help for item in tab("search", "--person", "s")] == ["2 articles"]
    assert [item.help for item in tab("show", "p")] == [None]


def test_names_that_a_shell_or_a_terminal_could_act_on_are_not_offered(tab: Tab) -> None:
    assert values(tab("search", "--person", "")) == ["Sergueï Lavrov", "Moussa Diop"]


def test_without_an_index_or_with_a_broken_one_nothing_is_said(
    tab: Tab, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tab("search", "--person", "l", corpus=tmp_path / "nowhere") == []
    locate(folder).current_file.write_text("nonsense")
    assert tab("search", "--person", "l") == []
    assert capsys.readouterr() == ("", "")


def test_the_index_is_left_as_it_is(tab: Tab, folder: Path) -> None:
    (folder / "neuf.txt").write_text("Un texte tout neuf.\n\nIl parle du Burkina Faso.\n")
    before = locate(folder).current_file.read_text()
    assert values(tab("show", "neu")) == []
    assert locate(folder).current_file.read_text() == before


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
def test_bash_puts_a_name_of_several_words_on_the_line_as_one(folder: Path) -> None:
    script = f"""
        eval "$({VARIABLE}=bash_source visavis)"
        COMP_WORDS=(visavis -C "$1" search --person lav) COMP_CWORD=5
        _visavis_completion visavis
        printf '%s\\n' "${{COMPREPLY[@]}}"
        COMP_WORDS=(visavis -C "$1" search --source e) COMP_CWORD=5 COMPREPLY=()
        _visavis_completion visavis
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "--norc", "-c", script, "bash", str(folder)],
        env={**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("Sergueï\\ Lavrov\nL\\'Écho\\ du\\ Nord\n", "")


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
def test_fish_offers_names_with_how_many_articles_have_them(folder: Path) -> None:
    script = f"""
        {VARIABLE}=fish_source visavis | source
        complete -C 'visavis search --person lav'
        complete -C 'visavis search --source nord'
    """
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    variables = {"PATH": path, "LC_ALL": "C.UTF-8", "VISAVIS_CORPUS": str(folder)}
    done = subprocess.run(
        ["fish", "--no-config", "-c", script],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "Sergueï Lavrov\t2 articles\nL'Écho du Nord\t1 article\n"
