"""Which words of a table are a few edits away from another: Levenshtein over all words at once."""

import numpy as np

from index.arrays import Array
from index.strings import StringTable


def words_within(table: StringTable, word: str, edits: int) -> list[int]:
    """Return the ordinals of the strings at most `edits` insertions, deletions or changes away.

    All strings are ASCII. The table of distances (Wagner and Fischer, "The string-to-string
    correction problem", 1974) is filled for all strings together, and only as far from its
    diagonal as `edits` allow.
    """
    sizes = np.diff(table.offsets).astype(np.int64)
    alike = np.flatnonzero(np.abs(sizes - len(word)) <= edits)
    if not len(alike):
        return []
    letters = _letters(table, alike, len(word) + edits)
    distances = _distances(letters, word.encode(), edits)
    near = distances[np.arange(len(alike)), sizes[alike]] <= edits
    return [int(ordinal) for ordinal in alike[near]]


def _letters(table: StringTable, ordinals: Array, width: int) -> Array:
    """Return one row of bytes a string; after a string's end, whatever follows in the table."""
    places = table.offsets[ordinals].astype(np.int64)[:, None] + np.arange(width)
    letters: Array = table.blob[np.minimum(places, len(table.blob) - 1)]
    return np.asfortranarray(letters)  # columns are what is compared


def _distances(letters: Array, word: bytes, edits: int) -> Array:
    """Return the distance of every beginning of every row from `word`; too far is far too far."""
    count, width = letters.shape
    far = edits + 1
    before = np.full((count, width + 1), far, np.int8, order="F")
    before[:, : edits + 1] = np.arange(edits + 1)
    for row, letter in enumerate(word, start=1):
        now = np.full((count, width + 1), far, np.int8, order="F")
        if row <= edits:
            now[:, 0] = row
        for column in range(max(1, row - edits), min(width, row + edits) + 1):
            changed = before[:, column - 1] + (letters[:, column - 1] != letter)
            moved = np.minimum(before[:, column], now[:, column - 1]) + 1
            now[:, column] = np.minimum(np.minimum(changed, moved), far)
        before = now
    return before
