"""What can be done with a key: one definition a command.

Bindings, footer, help, palette and the names of keys in the settings all come from here. Labels
and sentences are keys of the message catalogue, translated where they are shown.
"""

from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType
from textual.screen import Screen


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


@dataclass(frozen=True, slots=True)
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
_ARTICLE = (Place.SEARCH, Place.READING)


def _motion(id: str, keys: str, action: str, label: str, sentence: str, *others: Place) -> Command:
    places = (*_LISTS, *others)
    return Command(id, keys, action, label, sentence, places, footer=False, palette=False)


COMMANDS: tuple[Command, ...] = (
    Command(
        "matches",
        "down,enter",
        "leave",
        "matches",
        "Go from the query to the matches",
        (Place.QUERY,),
        palette=False,
    ),
    Command(
        "recall",
        "up",
        "recall",
        "last query",
        "Bring the last query back; once more the one before",
        (Place.QUERY,),
        footer=False,
        palette=False,
    ),
    Command(
        "complete",
        "tab",
        "complete(1)",
        "complete",
        "Take the first word or name offered; once more the next one",
        (Place.QUERY,),
        palette=False,
    ),
    Command(
        "complete_back",
        "shift+tab",
        "complete(-1)",
        "complete",
        "Take the one before of the words or names offered",
        (Place.QUERY,),
        footer=False,
        palette=False,
    ),
    Command("query", "slash", "query", "query", "Type a query", (Place.SEARCH,)),
    Command("find", "slash,ctrl+f", "find", "find", "Find words in this article", (Place.READING,)),
    Command(
        "open",
        "enter",
        "open",
        "read",
        "Open the article on the whole screen",
        (Place.MATCHES,),
        palette=False,
    ),
    Command(
        "unfold_copies",
        "right,l",
        "copies(True)",
        "near-identical",
        "Show the near-identical articles under this one",
        (Place.MATCHES,),
        footer=False,
        palette=False,
    ),
    Command(
        "fold_copies",
        "left,h",
        "copies(False)",
        "fold",
        "Hide them again",
        (Place.MATCHES,),
        footer=False,
        palette=False,
    ),
    Command(
        "choose",
        "space,enter",
        "choose",
        "choose",
        "Keep only articles with this value; once more takes it back",
        (Place.FACETS,),
        palette=False,
    ),
    Command(
        "exclude",
        "x",
        "exclude",
        "exclude",
        "Leave out articles with this value; once more takes it back",
        (Place.FACETS,),
        palette=False,
    ),
    Command(
        "unfold",
        "right,l",
        "unfold",
        "unfold",
        "Show the months of a year, or all values of a facet",
        (Place.FACETS,),
        palette=False,
    ),
    Command(
        "fold",
        "left,h",
        "fold",
        "fold",
        "Hide them again",
        (Place.FACETS,),
        footer=False,
        palette=False,
    ),
    Command(
        "any_actor",
        "u",
        "any_actor",
        "all or any",
        "Ask for all chosen actors together, or for any of them",
        (Place.FACETS,),
        palette=False,
    ),
    Command(
        "who",
        "i",
        "inspect",
        "who it is",
        "Show who the actor is, and decide about its names",
        (Place.FACETS,),
        footer=False,
        palette=False,
    ),
    Command(
        "remove",
        "delete,backspace,x,enter,space",
        "remove",
        "remove",
        "Take this filter away",
        (Place.CHIPS,),
        palette=False,
    ),
    Command(
        "previous_filter",
        "left,h",
        "move(-1)",
        "previous",
        "Go to the filter before",
        (Place.CHIPS,),
        footer=False,
        palette=False,
    ),
    Command(
        "next_filter",
        "right,l",
        "move(1)",
        "next",
        "Go to the next filter",
        (Place.CHIPS,),
        footer=False,
        palette=False,
    ),
    Command(
        "facets",
        "f",
        "facets",
        "facets",
        "Go to persons, organisations, places, dates, events and sources, or back",
        (Place.SEARCH,),
    ),
    Command(
        "next_hit",
        "n",
        "hit(1)",
        "next hit",
        "Go to the next hit",
        (*_ARTICLE, Place.SIDE_BY_SIDE),
    ),
    Command(
        "previous_hit",
        "N",
        "hit(-1)",
        "previous hit",
        "Go to the hit before",
        (*_ARTICLE, Place.SIDE_BY_SIDE),
        footer=False,
    ),
    Command(
        "next_article",
        "right,l",
        "turn(1)",
        "next article",
        "Read the next match",
        (Place.READING,),
    ),
    Command(
        "previous_article",
        "left,h",
        "turn(-1)",
        "previous article",
        "Read the match before",
        (Place.READING,),
        footer=False,
    ),
    Command(
        "actors",
        "a",
        "actors",
        "actors",
        "List the actors of this article, and go to their articles",
        _ARTICLE,
    ),
    Command(
        "left_out",
        "e",
        "left_out",
        "left out",
        "Show or hide what was left out of the page around the article",
        _ARTICLE,
        footer=False,
    ),
    Command(
        "set_right",
        "C",
        "set_right",
        "set right",
        "Set the date, title, source or author of this article right",
        _ARTICLE,
        footer=False,
    ),
    Command(
        "mark",
        "m",
        "mark",
        "mark",
        "Mark this article for side by side; once more takes the mark back",
        _ARTICLE,
    ),
    Command(
        "side_by_side",
        "v",
        "side_by_side",
        "side by side",
        "Read the marked articles side by side",
        _ARTICLE,
    ),
    Command(
        "nearest",
        "t",
        "nearest",
        "what else",
        "What else tells this? List the nearest articles, to read one side by side",
        _ARTICLE,
        footer=False,
    ),
    Command(
        "dossier",
        "d",
        "dossier",
        "dossier",
        "Gather all articles on this event, and show what each of them says",
        _ARTICLE,
        footer=False,
    ),
    Command(
        "sort",
        "s",
        "sort",
        "sort",
        "Order the matches by relevance, newest or oldest first",
        (Place.SEARCH,),
    ),
    Command(
        "any_word",
        "w,ctrl+t",
        "any_word",
        "all or any words",
        "Ask for articles with all the words, or with any of them",
        (Place.SEARCH,),
    ),
    Command(
        "explain",
        "p",
        "explain",
        "why here",
        "Say why this match is where it is: its words, fields and weights",
        (Place.SEARCH,),
    ),
    Command(
        "distinct",
        "equals_sign",
        "distinct",
        "count texts",
        "Count distinct texts, near-identical articles as one, or every article",
        (Place.SEARCH,),
        footer=False,
    ),
    Command(
        "searches",
        "b,ctrl+r",
        "searches",
        "searches",
        "List the saved searches and the last ones, to open one again",
        (Place.SEARCH,),
        footer=False,
    ),
    Command(
        "save_search",
        "S,ctrl+s",
        "save_search",
        "save",
        "Save this search under a name",
        (Place.SEARCH,),
        footer=False,
    ),
    Command(
        "concordance",
        "c",
        "concordance",
        "in context",
        "Show every hit on a line of its own, in context",
        (Place.SEARCH,),
    ),
    Command(
        "read_line",
        "enter",
        "open",
        "read",
        "Read the article from this hit on",
        (Place.LINES,),
        palette=False,
    ),
    Command(
        "sort_left",
        "left,h",
        "order('left')",
        "by words before",
        "Order the lines by the words before the hit, the nearest first",
        (Place.CONCORDANCE,),
    ),
    Command(
        "sort_right",
        "right,l",
        "order('right')",
        "by words after",
        "Order the lines by the words after the hit",
        (Place.CONCORDANCE,),
    ),
    Command(
        "sort_lines",
        "s",
        "next_order",
        "sort",
        "Order the lines by relevance, words before, words after, date or source",
        (Place.CONCORDANCE,),
    ),
    Command(
        "timeline",
        "D",
        "timeline",
        "timeline",
        "Show the matches along time, by day, month or year",
        (Place.SEARCH,),
    ),
    Command(
        "begin_range",
        "space",
        "begin_range",
        "range",
        "Begin a range here; once more drops it",
        (Place.TIMELINE,),
    ),
    Command(
        "take_range",
        "enter",
        "take_range",
        "filter",
        "Keep only the articles of the range, or of what is under the cursor",
        (Place.TIMELINE,),
    ),
    Command(
        "other_dates",
        "tab",
        "other_dates",
        "other dates",
        "Count the dates that the articles speak of, or those of publication",
        (Place.TIMELINE,),
    ),
    Command(
        "finer",
        "plus,up,k",
        "zoom(-1)",
        "finer",
        "Show months instead of years, days instead of months",
        (Place.TIMELINE,),
    ),
    Command(
        "coarser",
        "minus,down,j",
        "zoom(1)",
        "coarser",
        "Show months instead of days, years instead of months",
        (Place.TIMELINE,),
    ),
    Command(
        "earlier",
        "left,h",
        "move(-1)",
        "earlier",
        "Go to the day, month or year before",
        (Place.TIMELINE,),
        footer=False,
        palette=False,
    ),
    Command(
        "later",
        "right,l",
        "move(1)",
        "later",
        "Go to the next day, month or year",
        (Place.TIMELINE,),
        footer=False,
        palette=False,
    ),
    Command(
        "other_side",
        "tab",
        "other_side",
        "other side",
        "Go to the other article",
        (Place.SIDE_BY_SIDE,),
    ),
    Command(
        "next_difference",
        "d",
        "relation('different', 1)",
        "next difference",
        "Go to the next passage that is not the same",
        (Place.SIDE_BY_SIDE,),
    ),
    Command(
        "previous_difference",
        "D",
        "relation('different', -1)",
        "previous difference",
        "Go to the passage before that is not the same",
        (Place.SIDE_BY_SIDE,),
        footer=False,
    ),
    Command(
        "next_reworded",
        "c",
        "relation('reworded', 1)",
        "reworded",
        "Go to the next passage that both say in other words",
        (Place.SIDE_BY_SIDE,),
    ),
    Command(
        "previous_reworded",
        "C",
        "relation('reworded', -1)",
        "previous reworded",
        "Go to the passage before that both say in other words",
        (Place.SIDE_BY_SIDE,),
        footer=False,
    ),
    Command(
        "next_only",
        "u",
        "relation('only', 1)",
        "only here",
        "Go to the next passage that only one of the two has",
        (Place.SIDE_BY_SIDE,),
    ),
    Command(
        "previous_only",
        "U",
        "relation('only', -1)",
        "previous only here",
        "Go to the passage before that only one of the two has",
        (Place.SIDE_BY_SIDE,),
        footer=False,
    ),
    Command(
        "next_same",
        "s",
        "relation('same', 1)",
        "next same",
        "Go to the next passage that is the same",
        (Place.SIDE_BY_SIDE,),
        footer=False,
    ),
    Command(
        "previous_same",
        "S",
        "relation('same', -1)",
        "previous same",
        "Go to the passage before that is the same",
        (Place.SIDE_BY_SIDE,),
        footer=False,
    ),
    Command(
        "fold_same",
        "equals_sign",
        "fold_same",
        "fold the same",
        "Hide or show the passages that are the same",
        (Place.SIDE_BY_SIDE,),
    ),
    Command(
        "swap",
        "x",
        "swap",
        "swap",
        "Change left and right",
        (Place.SIDE_BY_SIDE,),
    ),
    Command(
        "replace",
        "r",
        "replace",
        "replace",
        "Choose another article for this side, among those nearest to the other",
        (Place.SIDE_BY_SIDE,),
    ),
    Command(
        "open_claim",
        "enter",
        "open",
        "face to face",
        "Read what is said here face to face in two articles, or in the one that says it",
        (Place.CLAIMS,),
        palette=False,
    ),
    Command(
        "claims_or_columns",
        "tab",
        "other_view",
        "claims or columns",
        "Show the articles as columns, or what they say as a list",
        (Place.DOSSIER,),
    ),
    Command(
        "next_account",
        "right,l",
        "turn(1)",
        "next article",
        "Go to the next article of the dossier",
        (Place.DOSSIER,),
    ),
    Command(
        "previous_account",
        "left,h",
        "turn(-1)",
        "previous article",
        "Go to the article of the dossier before",
        (Place.DOSSIER,),
        footer=False,
    ),
    Command(
        "drop_article",
        "x,delete",
        "drop",
        "drop",
        "Take this article out of the dossier",
        (Place.DOSSIER,),
    ),
    Command(
        "add_marked",
        "m",
        "add_marked",
        "add the marked",
        "Put the marked articles into the dossier",
        (Place.DOSSIER,),
    ),
    Command(
        "open_file",
        "o",
        "open_file",
        "open the file",
        "Open the file with the program the system has for it",
        (*_ARTICLE, Place.SIDE_BY_SIDE, Place.DOSSIER),
        footer=False,
    ),
    Command(
        "copy",
        "y",
        "copy",
        "copy",
        "Copy what is selected, else the article",
        (*_ARTICLE, Place.SIDE_BY_SIDE),
        footer=False,
    ),
    Command(
        "cite",
        "Y",
        "cite",
        "cite",
        "Copy a reference to this article, by ISO 690 or APA",
        _ARTICLE,
        footer=False,
    ),
    Command(
        "export",
        "E",
        "export",
        "write to a file",
        "Write the matches to a file: CSV, JSON, references, HTML, TXM, IRaMuTeQ",
        (Place.SEARCH,),
        footer=False,
    ),
    Command(
        "table",
        "T",
        "table",
        "table",
        "Count the matches in rows and columns: sources by months, persons by places",
        (Place.SEARCH,),
        footer=False,
    ),
    Command(
        "choose_cell",
        "enter",
        "open",
        "only these",
        "Keep only the articles of this cell",
        (Place.CELLS,),
        palette=False,
    ),
    Command(
        "table_rows",
        "r",
        "rows",
        "rows",
        "Take another facet for the rows",
        (Place.TABLE,),
    ),
    Command(
        "table_columns",
        "c",
        "columns",
        "columns",
        "Take another facet for the columns, or none",
        (Place.TABLE,),
    ),
    Command(
        "table_share",
        "p",
        "share",
        "shares",
        "Show shares of all articles that pass the filters, or counts again",
        (Place.TABLE,),
    ),
    Command(
        "table_sort",
        "s",
        "order",
        "sort",
        "Order the rows by the column under the cursor; once more as they were",
        (Place.TABLE,),
    ),
    Command(
        "previous_column",
        "left,h",
        "sideways(-1)",
        "previous",
        "Go to the column before",
        (Place.CELLS,),
        footer=False,
        palette=False,
    ),
    Command(
        "next_column",
        "right,l",
        "sideways(1)",
        "next",
        "Go to the next column",
        (Place.CELLS,),
        footer=False,
        palette=False,
    ),
    Command(
        "back",
        "escape",
        "back",
        "back",
        "Go back; in the search, clear the filters, then the query",
        (
            Place.SEARCH,
            Place.READING,
            Place.SIDE_BY_SIDE,
            Place.CONCORDANCE,
            Place.TIMELINE,
            Place.TABLE,
            Place.DOSSIER,
        ),
        palette=False,
    ),
    _motion("up", "up,k", "up", "up", "Go up"),
    _motion("down", "down,j", "down", "down", "Go down"),
    _motion("page_up", "pageup", "page(-1)", "page up", "Go a page up", Place.TIMELINE),
    _motion("page_down", "pagedown", "page(1)", "page down", "Go a page down", Place.TIMELINE),
    _motion("top", "home,g", "top", "top", "Go to the top", Place.TIMELINE),
    _motion("bottom", "end,G", "bottom", "bottom", "Go to the end", Place.TIMELINE),
    Command(
        "palette",
        "ctrl+p",
        "command_palette",
        "commands",
        "Search all commands",
        (Place.EVERYWHERE,),
        palette=False,
    ),
    Command(
        "help",
        "question_mark,f1",
        "help",
        "help",
        "Show all keys and how to write a query",
        (Place.EVERYWHERE,),
    ),
    Command(
        "receipt",
        "I",
        "receipt",
        "receipt",
        "Show what came out of each file: articles taken and rejected, stubs, dates",
        (Place.EVERYWHERE,),
        footer=False,
    ),
    Command("quit", "q,ctrl+q", "quit", "quit", "Leave the program", (Place.EVERYWHERE,)),
)

BY_ID = {command.id: command for command in COMMANDS}


def bindings(*places: Place) -> list[BindingType]:
    """Return the bindings of the commands that apply in any of `places`."""
    return [command.binding for command in COMMANDS if set(command.places) & set(places)]


def commands_of(place: Place) -> list[Command]:
    """Return the commands of `place`, in the order people should meet them."""
    return [command for command in COMMANDS if place in command.places]


def run_command(screen: Screen[object], id: str) -> None:
    """Do what the command `id` does on `screen`, whatever has the focus."""
    command = BY_ID[id]
    nodes = [a.node for a in screen.active_bindings.values() if a.binding.id == id]
    everywhere = Place.EVERYWHERE in command.places
    node = nodes[0] if nodes else screen.app if everywhere else screen
    screen.app.call_later(screen.app.run_action, command.action, node)
