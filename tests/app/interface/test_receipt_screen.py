"""The receipt: what came out of each file."""

from app.interface.screens.receipt import ReceiptScreen
from index.receipt import Receipt
from tests.app.interface.driving import opened, press, screen_text
from tests.app.interface.fakes import FakeReader, FakeWorkspace


async def test_it_lists_files_counts_and_reasons() -> None:
    async with opened() as pilot:
        await press(pilot, "down", "I")
        text = screen_text(pilot)
        assert "export[/b].html" in text and "Europresse export" in text
        assert "document number 425" in text
        assert "2 files" in text and "text file" in text
        assert "428" in text and "427" in text
        assert "export[/b].html, article 7: it holds no text" in text
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, ReceiptScreen)


async def test_without_an_index_it_says_so() -> None:
    async with opened(FakeWorkspace(None)) as pilot:
        await press(pilot, "down", "I")
        assert "no index yet" in screen_text(pilot)


async def test_an_index_in_trouble_is_told() -> None:
    class Troubled(FakeReader):
        def receipts(self) -> tuple[Receipt, ...]:
            raise OSError("disk gone")

    async with opened(FakeWorkspace(Troubled())) as pilot:
        await press(pilot, "down", "I")
        assert "disk gone" in screen_text(pilot)
