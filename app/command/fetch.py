"""visavis fetch: articles from the web, each as a Markdown file."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from app.command.intake import Tally, into_folder, open_collection, tell
from app.command.options import as_json
from app.command.progress import ProgressLine
from app.command.session import UNREADABLE, USAGE, fail
from app.locale import _


@click.command(
    help=_(
        "Write the articles of feeds and pages of the web into FOLDER, each as a Markdown file "
        "with front matter. Where a feed only sums up its articles, their pages are fetched. What "
        "is there already is not fetched again.\n\n"
        "This is the only verb that touches the network. It asks a host once a second, says who "
        "it is, and takes nothing that a robots.txt does not want taken.\n\n"
        "Exit status 1 when something could not be fetched.\n\n"
        "Example:\n\n"
        "  visavis fetch https://example.org/feed.xml --into press"
    )
)
@click.argument("urls", metavar=_("FEED|URL…"), nargs=-1, required=True)
@into_folder
@as_json
def fetch(urls: tuple[str, ...], into: Path, **given: Any) -> None:
    """Run the verb."""
    from corpus.web.address import FetchError, checked
    from corpus.web.client import Client
    from corpus.web.fetching import Fetcher
    from corpus.web.pace import SystemClock

    try:
        wanted = list(dict.fromkeys(map(checked, urls)))
    except FetchError as error:
        fail(USAGE, error.reason, **error.values)
    fetcher = Fetcher(Client(SystemClock(), wanted), open_collection(into), date.today())
    tally, progress = Tally(), ProgressLine("fetched {done} of {total} articles")
    try:
        for url in wanted:
            for item in fetcher.fetch(url, progress):
                tally.count(item)
    except OSError:
        progress.end()
        fail(UNREADABLE, "{path} cannot be written", path=str(into))
    progress.end()
    tell(tally, as_json=given["as_json"])
