"""Compiles the message catalogues when the package is built or installed."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface):  # type: ignore[type-arg]
    """Writes a `.mo` beside every `.po` under `app/locale`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run by hatchling before it collects the files of a wheel."""
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        for source in Path(self.root, "app", "locale").rglob("*.po"):
            with source.open("rb") as messages:
                catalogue = read_po(messages)
            with source.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, catalogue)
