"""The one exception that reading a query raises."""


class QueryError(ValueError):
    """A query that can't be read, and where."""

    def __init__(self, reason: str, start: int, end: int, values: dict[str, str] | None = None):
        super().__init__(reason)
        self.reason = reason
        """One English sentence without a final stop, a key of the message catalogue."""
        self.start = start
        """The place, in code points of the query in NFC."""
        self.end = end
        self.values = values or {}
        """What stands for the `{fields}` of the reason."""

    def __str__(self) -> str:
        """Return the reason with its fields filled in."""
        return self.reason.format(**self.values)
