"""The command `visavis`: its verbs, its options, and what every verb shares."""

import os
import sys
from importlib import import_module
from pathlib import Path

import click

from app.locale import LANGUAGES, _
from app.settings import Settings
from app.start import INTERRUPTED, default_corpus, open_interface

_UNREADABLE = 3
_MODULES = {"import": "import_articles"}
"""Where a verb is whose name Python keeps for itself."""


def _verbs() -> dict[str, str]:
    """Return the verbs and what each does, in the order of the help."""
    return {
        "search": _("Print the articles that answer a query."),
        "concordance": _("Print the words of a query in context, one line a hit."),
        "quotes": _("Print who said what, where, when."),
        "facets": _("Count persons, places, sources, dates."),
        "timeline": _("Count the matches by day, month or year, as bars."),
        "actors": _("List the actors, show one, and decide which names are whose."),
        "table": _("Count the articles by two facets: source by month, person by place…"),
        "show": _("Print one article, to read."),
        "export": _("Write the articles that answer a query to a file, for other programs."),
        "set": _("Set the date, title, source, author or agency of an article right."),
        "compare": _("Print two articles side by side, aligned."),
        "dossier": _("Print all articles on one event, claim by claim."),
        "copies": _("List near-identical articles, the earliest in the folder first."),
        "saved": _("List the saved searches, or forget one."),
        "history": _("List the last searches."),
        "index": _("Bring the index up to date, actors included."),
        "import": _("Write the articles of files and folders as Markdown, one file each."),
        "fetch": _("Write the articles of feeds and pages of the web as Markdown."),
        "check": _("Say what is wrong with the corpus."),
        "locate": _("Say where corpus, index and configuration are."),
    }


class _Verbs(click.Group):
    """Imports a verb when it runs: help and completion need none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_verbs())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _verbs():
            return None
        name = _MODULES.get(cmd_name, cmd_name)
        command: click.Command = getattr(import_module(f"app.command.{name}"), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Verbs")):
            formatter.write_dl(list(_verbs().items()))


def run(arguments: list[str], settings: Settings) -> int:
    """Run the command with `arguments`; return its exit status."""
    try:
        status: int | None = make_command(settings).main(
            arguments, "visavis", standalone_mode=False
        )
    except click.ClickException as error:
        _refuse(error)
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
    except BrokenPipeError:  # whoever was reading has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status or 0


def _refuse(error: click.ClickException) -> None:
    """Print what is wrong with the arguments: click would print them as they are."""
    from corpus.text import visible

    if isinstance(error, click.UsageError) and error.ctx:
        click.echo(error.ctx.get_usage(), err=True)
    click.echo(visible(error.format_message()), err=True)


def make_command(settings: Settings) -> click.Group:
    """Return the command, its help in the language now spoken."""

    @click.group(
        cls=_Verbs,
        invoke_without_command=True,
        subcommand_metavar=_("[VERB [ARGUMENTS]…]"),
        context_settings={"help_option_names": ["-h", "--help"]},
        help=_(
            "Search a folder of French press articles, and read two of them face to face.\n\n"
            "Without a verb, opens the interface. “visavis VERB --help” tells more of a verb."
        ),
        epilog=_(
            "Exit status: 0 done; 1 nothing matched, or check found something; 2 wrong usage or "
            "a query that can't be read; 3 the corpus can't be read."
        ),
    )
    @click.option(
        "-C",
        "corpus",
        metavar=_("FOLDER"),
        type=click.Path(path_type=Path),
        default=lambda: default_corpus(settings),
        help=_("The folder of articles; else VISAVIS_CORPUS, the configuration, the sample."),
    )
    @click.option("--lang", type=click.Choice(LANGUAGES), help=_("The language to speak."))
    @click.version_option(package_name="visavis")
    @click.pass_context
    def visavis(context: click.Context, corpus: Path, lang: str | None) -> None:
        if context.invoked_subcommand is not None:
            from app.command.session import Session

            context.obj = Session(corpus)
        elif corpus.is_dir():
            open_interface(corpus, settings)
        else:
            from app.command.output import narrate

            narrate("{path} is not a folder", path=str(corpus))
            raise click.exceptions.Exit(_UNREADABLE)

    command: click.Group = visavis
    return command
