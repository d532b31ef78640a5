"""Widgets of a line or a few that draw themselves."""

from abc import abstractmethod

from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from app.interface.painting import Piece, strip_of


class Painted(Widget):
    """Draws what `lines` gives."""

    ALLOW_SELECT = False

    def mark_style(self, name: str) -> Style:
        """Return what the component class `name` adds to the widget's own style."""
        return self.get_component_rich_style(name, partial=True)

    @abstractmethod
    def lines(self, width: int) -> list[list[Piece]]:
        """Return the lines at `width` cells."""

    def render_line(self, y: int) -> Strip:
        """Draw the line at `y`."""
        drawn = self.lines(self.size.width)
        return strip_of(drawn[y] if y < len(drawn) else [], self.size.width, self.rich_style)
