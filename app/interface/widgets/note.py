"""Some sentences in place of a list that is empty."""

from textual.content import Content
from textual.widgets import Static


class Note(Static):
    """Plain sentences, a blank line between them."""

    _said = ""

    def say(self, sentences: list[str]) -> None:
        """Show `sentences`."""
        if (text := "\n\n".join(sentences)) != self._said:
            self._said = text
            self.update(Content(text))
