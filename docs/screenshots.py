"""Draws the pictures of the README from the shipped corpus, into docs/images.

usage: python docs/screenshots.py
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.interface.app import Visavis
from app.locale import use_language
from app.settings import SAMPLE, Settings
from app.workspace import Workspace
from index.update import bring_up_to_date

IMAGES = Path(__file__).parent / "images"


@dataclass(frozen=True, slots=True)
class Picture:
    """One screen, and how one comes to it."""

    name: str
    title: str
    size: tuple[int, int]
    keys: Sequence[str]
    theme: str = "visavis-dark"


PICTURES = (
    Picture("search", "visavis", (140, 36), (*"russie cooper", "down", "f", "down", "space")),
    Picture("search-light", "visavis", (140, 36), (*"lavrov", "down"), theme="visavis-light"),
    Picture("search-80", "visavis", (80, 24), (*"lavrov", "down", "f")),
    Picture("reading", "visavis", (100, 32), (*"wagner", "down", "enter", "n")),
    Picture(
        "side-by-side",
        "visavis",
        (140, 36),
        (*"date:2024-08", "down", "m", "down", "m", "v", "d", "d", "d"),
    ),
    Picture("dossier", "visavis", (120, 30), (*"date:2024-08", "down", "d", "down")),
    Picture("help", "visavis", (100, 40), ("down", "question_mark")),
)


async def draw(picture: Picture) -> None:
    """Draw one picture."""
    app = Visavis(Workspace(SAMPLE), Settings(theme=picture.theme))
    async with app.run_test(size=picture.size) as pilot:
        await _settled(app)
        for key in picture.keys:
            await pilot.press(key)
            await pilot.pause()
            await _settled(app)
        await pilot.pause()
        drawn = app.export_screenshot(title=picture.title)
    (IMAGES / f"{picture.name}.svg").write_text(drawn, encoding="utf-8")


async def _settled(app: Visavis) -> None:
    """Wait for what a key has begun; the folder is watched for as long as the program runs."""
    while waited := [w for w in app.workers if w.group != "update" and not w.is_finished]:
        await app.workers.wait_for_complete(waited)


def main() -> None:
    """Draw all pictures, in English."""
    use_language("en")
    bring_up_to_date(SAMPLE)
    IMAGES.mkdir(exist_ok=True)
    for picture in PICTURES:
        asyncio.run(draw(picture))


if __name__ == "__main__":
    main()
