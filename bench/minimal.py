"""The least that a Textual application can be: what `bench.startup` holds the interface against."""

from textual.app import App, ComposeResult
from textual.widgets import Static

PAINTED = "one line"


class Minimal(App[None]):
    """Paints one line."""

    def compose(self) -> ComposeResult:
        """Yield the line."""
        yield Static(PAINTED)


if __name__ == "__main__":
    Minimal().run()
