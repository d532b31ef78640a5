"""What is settled before a verb is known: the language and the settings.

The interface is opened without click, which would take 10 ms of its first paint.
"""

import os
import sys
from itertools import pairwise
from pathlib import Path
from typing import NoReturn

from app.locale import LANGUAGES, use_language
from app.settings import SAMPLE, Settings, SettingsError, load_settings, settings_file
from index.collector import dismiss_collector

USAGE, INTERRUPTED = 2, 130
"""Exit statuses: wrong usage; left by a signal."""

_CORPUS_VARIABLE = "VISAVIS_CORPUS"
_COMPLETING = "_VISAVIS_COMPLETE"
"""Set where a shell asks click how a line may go on."""


def main() -> NoReturn:
    """Do what the arguments of the process ask for, and end it."""
    arguments = sys.argv[1:]
    use_language(_asked_for(arguments, "--lang"))
    try:
        settings = load_settings(settings_file())
    except SettingsError as error:
        from app.command.output import narrate

        narrate(error.reason, **error.values)
        sys.exit(USAGE)
    use_language(_asked_for(arguments, "--lang") or settings.language)
    status = _run(arguments, settings)
    dismiss_collector()
    sys.exit(status)


def _run(arguments: list[str], settings: Settings) -> int:
    corpus = corpus_to_open(arguments, settings)
    if corpus is None or not corpus.is_dir():
        from app.command import run

        return run(arguments, settings)
    try:
        open_interface(corpus, settings)
    except KeyboardInterrupt:  # before the keys are the interface's
        return INTERRUPTED
    return 0


def corpus_to_open(arguments: list[str], settings: Settings) -> Path | None:
    """Return the folder that the interface is to open; None where click is to say what is asked.

    Only `-C FOLDER` and `--lang LANGUAGE` are read here, written just so.
    """
    options = dict(zip(arguments[::2], arguments[1::2], strict=False))
    if _COMPLETING in os.environ or len(arguments) % 2 or not {"-C", "--lang"}.issuperset(options):
        return None
    if options.get("--lang", LANGUAGES[0]) not in LANGUAGES:
        return None
    return Path(options["-C"]) if "-C" in options else default_corpus(settings)


def default_corpus(settings: Settings) -> Path:
    """Return the folder to open where the arguments name none."""
    if named := os.environ.get(_CORPUS_VARIABLE):
        return Path(named).expanduser()
    return settings.corpus or SAMPLE


def open_interface(corpus: Path, settings: Settings) -> None:
    """Open the interface on a folder; returns when the reader leaves."""
    from app.interface import run
    from app.workspace import Workspace

    run(Workspace(corpus), settings)


def _asked_for(arguments: list[str], option: str) -> str | None:
    """Return what the arguments give an option, before they are read for good.

    The texts of the help are made while the command is, so that the language comes first.
    """
    for argument, following in pairwise([*arguments, ""]):
        if argument == option:
            return following if following in LANGUAGES else None
        if argument.startswith(f"{option}="):
            value = argument.removeprefix(f"{option}=")
            return value if value in LANGUAGES else None
    return None
