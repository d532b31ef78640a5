"""Some sentences in place of a list that is empty."""

from textual.content import Content
from textual.widgets import Static


class Note(Static):
    """Plain sentences, a blank line between them."""

    def say(self, sentences: list[str]) -> None:
        """Show `sentences`."""
        self.update(Content("\n\n".join(sentences)))
