"""A command: something a key does."""

from enum import StrEnum

from textual.binding import Binding

from corpus.values import frozen


class Place(StrEnum):
    """Where a command applies: a screen or a panel."""

    EVERYWHERE = "Everywhere"
    SEARCH = "Search"
    QUERY = "Query"
    CHIPS = "Filters"
    FACETS = "Facets"
    MATCHES = "Matches"
    TEXT = "Text"
    READING = "Reading"
    SIDE_BY_SIDE = "Side by side"
    PASSAGES = "Passages"
    CONCORDANCE = "Words in context"
    LINES = "Lines"
    DOSSIER = "Dossier"
    CLAIMS = "Claims"
    TIMELINE = "Timeline"
    TABLE = "Table"
    CELLS = "Cells"


@frozen
class Command:
    """Something a key does."""

    id: str
    """The name it has in the settings."""
    keys: str
    """Default keys, parted by commas, in Textual's names."""
    action: str
    label: str
    """One or two words for the footer."""
    help: str
    """One sentence for help, palette and tooltip."""
    places: tuple[Place, ...]
    footer: bool = True
    palette: bool = True

    @property
    def binding(self) -> Binding:
        """The command as Textual binds it."""
        return Binding(
            self.keys, self.action, self.label, show=self.footer, tooltip=self.help, id=self.id
        )


_LISTS = (
    Place.FACETS,
    Place.MATCHES,
    Place.TEXT,
    Place.PASSAGES,
    Place.LINES,
    Place.CELLS,
    Place.CLAIMS,
)
ARTICLE = (Place.SEARCH, Place.READING)


def motion(id: str, keys: str, action: str, label: str, sentence: str, *others: Place) -> Command:
    """Return a command that moves in every list, and in the `others`."""
    places = (*_LISTS, *others)
    return Command(id, keys, action, label, sentence, places, footer=False, palette=False)
