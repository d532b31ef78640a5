"""Sentences for people, said here and translated where they are shown."""


def message(text: str) -> str:
    """Return `text`, an English clause and key of the message catalogue, marked as one.

    It may hold `{fields}`, filled in after translation.
    """
    return text
