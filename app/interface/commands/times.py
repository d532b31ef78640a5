"""The matches along time."""

from app.interface.commands.command import Command, Place

TIMES = (
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
)
