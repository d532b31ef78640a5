"""The panels of the search: facets, matches, the article under the cursor."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

if TYPE_CHECKING:  # imported when the panels are put up
    from app.interface.widgets.facet_list import FacetList
    from app.interface.widgets.match_list import MatchList
    from app.interface.widgets.note import Note
    from app.interface.widgets.reading_pane import ReadingPane


_STYLES = [
    Path(__file__).parent.parent / "styles" / name
    for name in ("screens.tcss", "lists.tcss", "reading.tcss", "dialogs.tcss")
]
"""Of the panels, and of all that is opened from them."""


class Panels(Horizontal):
    """Empty at first: what is put up later does not delay the first paint."""

    facets: "FacetList"
    matches: "MatchList"
    note: "Note"
    """Stands in the place of matches while there are none."""
    reading: "ReadingPane"

    async def fill(self) -> None:
        """Put the panels up."""
        from app.interface.widgets.facet_list import FacetList
        from app.interface.widgets.match_list import MatchList
        from app.interface.widgets.note import Note
        from app.interface.widgets.reading_pane import ReadingPane

        self.app.stylesheet.read_all(_STYLES)
        self.app.stylesheet.parse()
        self.facets, self.reading = FacetList(id="facets"), ReadingPane(id="reading")
        self.matches, self.note = MatchList(id="matches"), Note(id="nothing")
        found = Vertical(self.matches, self.note, id="found")
        await self.mount(self.facets, found, self.reading)
