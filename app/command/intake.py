"""What `visavis import` and `visavis fetch` share: where to, the sums, what could not be taken."""

from dataclasses import asdict, dataclass, field
from pathlib import Path

import click

from app import receipt
from app.command.options import Verb
from app.command.output import emit, heading, say, sentence
from app.command.session import NOTHING, UNREADABLE, fail
from app.locale import _
from corpus.article import Rejection
from corpus.collection import Collection
from corpus.folder import CorpusError
from corpus.importing import Imported


@dataclass(slots=True)
class Tally:
    """What came out so far."""

    written: list[str] = field(default_factory=list)
    """The names of the files, in order."""
    already_there: int = 0
    rejections: list[Rejection] = field(default_factory=list)
    rejected: int = 0
    """How many articles were lost by them."""

    def count(self, item: Imported | Rejection) -> None:
        """Take what has become of an article."""
        if isinstance(item, Rejection):
            self.rejections.append(item)
            self.rejected += item.lost
        elif item.file is None:
            self.already_there += 1
        else:
            self.written.append(item.file)

    @property
    def seen(self) -> int:
        """How many articles there were."""
        return len(self.written) + self.already_there + self.rejected


def into_folder(verb: Verb) -> Verb:
    """Add the option for where articles are written."""
    return click.option(
        "--into",
        metavar=_("FOLDER"),
        required=True,
        type=click.Path(path_type=Path),
        help=_("The folder to write into; it is made where there is none."),
    )(verb)


def open_collection(folder: Path) -> Collection:
    """Return the folder to write into, made where there is none; else end the command."""
    try:
        return Collection(folder)
    except (OSError, ValueError, CorpusError):
        fail(UNREADABLE, "{path} cannot be made or read", path=str(folder))


def tell(tally: Tally, *, as_json: bool) -> None:
    """Print what came out; exit status 1 where something was rejected."""
    if as_json:
        emit(
            {
                "seen": tally.seen,
                "written": len(tally.written),
                "already_there": tally.already_there,
                "rejected": tally.rejected,
                "files": tally.written,
                "rejections": [asdict(rejection) for rejection in tally.rejections],
            }
        )
    else:
        _say(tally)
    if tally.rejected:
        raise click.exceptions.Exit(NOTHING)


def _say(tally: Tally) -> None:
    counts = _("{seen} seen = {written} written + {there} there already + {rejected} rejected")
    say(
        counts.format(
            seen=tally.seen,
            written=len(tally.written),
            there=tally.already_there,
            rejected=tally.rejected,
        )
    )
    if tally.rejections:
        say(heading(f"{_('Not read')} ({len(tally.rejections)})"))
    for rejection in tally.rejections:
        reason = sentence(rejection.reason, **rejection.values)
        say(f"  {receipt.place(rejection)}: {reason}")
