"""visavis import: the articles of files and folders as Markdown, one file each."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from app.command.intake import Tally, into_folder, open_collection, tell
from app.command.options import as_json
from app.command.progress import ProgressLine
from app.command.session import UNREADABLE, USAGE, fail
from app.locale import _
from corpus.folder import CorpusError
from corpus.importing import import_articles as articles_of


@click.command(
    "import",
    help=_(
        "Write the articles of files and folders into FOLDER, cleaned and dated, each as a "
        "Markdown file with front matter. Nothing is replaced, and what is there already is not "
        "written again. A folder can be searched without this: it is for those who want plain "
        "files.\n\n"
        "Exit status 1 when something was rejected.\n\n"
        "Example:\n\n"
        "  visavis import europresse.html archives/ --into press"
    ),
)
@click.argument(
    "sources", metavar=_("SOURCE…"), nargs=-1, required=True, type=click.Path(path_type=Path)
)
@into_folder
@as_json
def import_articles(sources: tuple[Path, ...], into: Path, **given: Any) -> None:
    """Run the verb."""
    for source in sources:
        if not source.exists():
            fail(USAGE, "there is no file or folder {path}", path=str(source))
        if source.resolve() == into.resolve():
            fail(USAGE, "{path} cannot be imported into itself", path=str(source))
    collection = open_collection(into)
    tally, progress = Tally(), ProgressLine("articles read: {done}")
    try:
        for source in sources:
            for item in articles_of(source, collection, date.today()):
                tally.count(item)
                progress(tally.seen, tally.seen)
    except CorpusError as error:
        progress.end()
        fail(UNREADABLE, error.reason, **error.values)
    except OSError:
        progress.end()
        fail(UNREADABLE, "{path} cannot be written", path=str(into))
    progress.end()
    tell(tally, as_json=given["as_json"])
