"""Moving, leaving, finding help: the same on every screen."""

from app.interface.commands.command import Command, Place, motion

EVERYWHERE = (
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
    motion("up", "up,k", "up", "up", "Go up"),
    motion("down", "down,j", "down", "down", "Go down"),
    motion("page_up", "pageup", "page(-1)", "page up", "Go a page up", Place.TIMELINE),
    motion("page_down", "pagedown", "page(1)", "page down", "Go a page down", Place.TIMELINE),
    motion("top", "home,g", "top", "top", "Go to the top", Place.TIMELINE),
    motion("bottom", "end,G", "bottom", "bottom", "Go to the end", Place.TIMELINE),
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
