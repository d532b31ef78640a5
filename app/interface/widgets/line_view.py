"""What the scrolling widgets share that draw their own lines."""

from abc import abstractmethod

from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from app.interface.painting import Piece, strip_of


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines drawn on demand: as fast with a hundred thousand as with ten."""

    ALLOW_SELECT = False

    virtual_size = Reactive(Size(0, 0))
    """Without the layout of the whole screen that Textual's own asks for: see `set_line_count`."""

    _base_style = Style.null()
    """The widget's own style, the same for all lines of one drawing."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._mark_styles: dict[str, Style] = {}
        """Of one drawing: Textual works each out anew."""

    def mark_style(self, name: str) -> Style:
        """Return what the component class `name` adds to the widget's own style."""
        found = self._mark_styles.get(name)
        if found is None:
            found = self._mark_styles[name] = self.get_component_rich_style(name, partial=True)
        return found

    def on_focus(self, _event: events.Focus) -> None:
        """Draw the cursor as that of the panel in use."""
        self.refresh()

    def on_blur(self, _event: events.Blur) -> None:
        """Draw the cursor as one that waits, or not at all."""
        self.refresh()

    def set_line_count(self, count: int) -> None:
        """Say how many lines there are now.

        The screen is laid out anew only where a scrollbar comes or goes: that, and painting every
        panel again, takes longer than a search.
        """
        self.virtual_size = Size(self.size.width, count)
        scrolls = count > self.size.height
        if scrolls and self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = count
        self.scroll_y = self.validate_scroll_y(self.scroll_y)
        self.refresh(layout=scrolls != self.show_vertical_scrollbar)

    def reveal(self, top: int, height: int = 1) -> None:
        """Scroll as little as brings the lines from `top` on into sight."""
        self.scroll_to_region(
            Region(0, top, 1, min(height, max(self.size.height, 1))),
            animate=False,
            force=True,
            immediate=True,
        )

    @abstractmethod
    def line(self, at: int, width: int) -> list[Piece]:
        """Return line `at` of the whole, from 0."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines of `crop`."""
        self._base_style = self.rich_style
        self._mark_styles.clear()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw the line at `y` of the window."""
        width = self.size.width
        at = self.scroll_offset.y + y
        pieces = self.line(at, width) if at < self.virtual_size.height else []
        return strip_of(pieces, width, self._base_style)

    def action_page(self, direction: int) -> None:
        """Go a page up (-1) or down (1)."""
        self.scroll_relative(y=direction * max(self.size.height - 2, 1), animate=False)

    def action_up(self) -> None:
        """Go a line up."""
        self.scroll_relative(y=-1, animate=False)

    def action_down(self) -> None:
        """Go a line down."""
        self.scroll_relative(y=1, animate=False)

    def action_top(self) -> None:
        """Go to the first line."""
        self.scroll_to(y=0, animate=False)

    def action_bottom(self) -> None:
        """Go to the last line."""
        self.scroll_to(y=self.max_scroll_y, animate=False)
