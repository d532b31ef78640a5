"""The message catalogues: every word the program says, in English and French."""

import gettext
import os
from pathlib import Path

LANGUAGES = ("en", "fr")
_DOMAIN = "visavis"
_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def preferred_language() -> str:
    """Return the language that the environment asks for, "en" or "fr".

    Reads what gettext reads, in its order: LANGUAGE, LC_ALL, LC_MESSAGES, LANG.
    """
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "fr" if value.lower().startswith("fr") else "en"
    return "en"


def use_language(language: str | None) -> None:
    """Speak `language` from now on; None follows the environment."""
    global _catalogue
    wanted = language or preferred_language()
    os.environ["LANGUAGE"] = wanted  # for the processes that are started, and for click
    gettext.bindtextdomain(_DOMAIN, Path(__file__).parent)
    gettext.textdomain(_DOMAIN)  # where click looks its own texts up
    _catalogue = gettext.translation(
        _DOMAIN, Path(__file__).parent, languages=[wanted], fallback=True
    )


def current_language() -> str:
    """Return the language now spoken, "en" or "fr"."""
    return "fr" if _catalogue.info().get("language") == "fr" else "en"


def _(message: str) -> str:
    """Return `message` in the language now spoken."""
    return _catalogue.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Return the form of a message that fits the number `n`."""
    return _catalogue.ngettext(singular, plural, n)
