"""A list of entries with a cursor, which keys and the mouse move."""

from abc import abstractmethod

from textual import events

from app.interface.widgets.line_view import LineView


class EntryList(LineView):
    """Every entry takes the same number of lines."""

    cursor = 0
    """The entry the cursor stands on, from 0."""
    entry_height = 1
    """Lines of an entry."""

    @property
    @abstractmethod
    def entry_count(self) -> int:
        """How many entries there are."""

    @abstractmethod
    def tell_cursor(self) -> None:
        """Tell where the cursor stands now."""

    @abstractmethod
    def action_open(self) -> None:
        """Open the entry under the cursor."""

    def move_to(self, at: int) -> None:
        """Put the cursor on the entry `at`, from 0, or the nearest there is."""
        target = max(0, min(at, self.entry_count - 1))
        if target != self.cursor:
            self.cursor = target
            self.follow()

    def follow(self) -> None:
        """Bring the cursor into sight."""
        self.reveal(self.cursor * self.entry_height, self.entry_height)
        self.refresh()
        self.tell_cursor()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a double click opens."""
        at = (event.y + self.scroll_offset.y) // self.entry_height
        if at < self.entry_count:
            self.move_to(at)
            if event.chain > 1:
                self.action_open()

    def action_up(self) -> None:
        """Go to the entry before."""
        self.move_to(self.cursor - 1)

    def action_down(self) -> None:
        """Go to the next entry."""
        self.move_to(self.cursor + 1)

    def action_page(self, direction: int) -> None:
        """Go on by as many entries as the window holds."""
        self.move_to(self.cursor + direction * max(self.size.height // self.entry_height, 1))

    def action_top(self) -> None:
        """Go to the first entry."""
        self.move_to(0)

    def action_bottom(self) -> None:
        """Go to the last entry that is here."""
        self.move_to(self.entry_count - 1)
