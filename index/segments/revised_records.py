"""Writes the records of a segment of which a few have changed.

What has not changed is copied in stretches, as it is: to read and write each record of 36,000
takes seconds.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from index.arrays import Array, ArrayWriter, ends, open_arrays
from index.segments.records import Record, record_arrays
from index.strings import StringTable, packed

_PARTS = {
    "cards": "cards_at",
    "details": "details_at",
    "quoted": "quoted_at",
    "times_since": "times_at",
    "times_until": "times_at",
    "units": "units_at",
    "named": "named_at",
    "voted": "voted_at",
}
"""What each document has any number of, and where it tells how many."""
_ONCE = ("dates", "hows")
_LISTED = {"named": ("name_codes", "names", "name_keys"), "voted": ("vote_codes", "vote_keys")}
"""What is listed by number, and the parts of what it is a number of, the code first."""


def write_revised(path: Path, before: Path, revised: Mapping[int, Record]) -> None:
    """Write the records of the file `before` into a new one, but for those in `revised`.

    These are of the same ids, by number of document.
    """
    arrays = dict(open_arrays(before))
    places = sorted(revised)
    new = record_arrays([revised[place] for place in places])
    for name, parts in _LISTED.items():
        added, numbers = _listed(arrays, new, parts)
        arrays |= added
        new[name] = numbers[new[name]]
    for name in _ONCE:
        arrays[name] = _replaced(arrays[name], places, new[name])
    counted = {at: _counted(arrays[at], places, new[at]) for at in _PARTS.values()}
    writer = ArrayWriter(path)
    for name, at in _PARTS.items():
        writer.stream(name, arrays[name].dtype, _spliced(arrays, new, name, at, places))
    rest = {name: values for name, values in arrays.items() if name not in _PARTS}
    writer.put_all(rest | counted)
    writer.close()


def _replaced(values: Array, places: Sequence[int], new: Array) -> Array:
    changed = values.copy()
    changed[places] = new
    return changed


def _counted(at: Array, places: Sequence[int], new_at: Array) -> Array:
    return ends(_replaced(np.diff(at), places, np.diff(new_at))).astype(at.dtype)


def _spliced(
    arrays: Mapping[str, Array],
    new: Mapping[str, Array],
    name: str,
    at_name: str,
    places: Sequence[int],
) -> Iterator[Array]:
    """Yield an array of parts, piece by piece, with those of some documents replaced."""
    values, at = arrays[name], arrays[at_name].tolist()
    new_values, new_at = new[name], new[at_name].tolist()
    width = len(values) // at[-1] if at[-1] else len(new_values) // max(new_at[-1], 1)
    low = 0
    for which, place in enumerate(places):
        yield values[at[low] * width : at[place] * width]
        yield new_values[new_at[which] * width : new_at[which + 1] * width]
        low = place + 1
    yield values[at[low] * width :]


def _listed(
    arrays: Mapping[str, Array], new: Mapping[str, Array], parts: Sequence[str]
) -> tuple[dict[str, Array], Array]:
    """Return the parts of what is listed, with what is new at their ends, and its numbers there."""
    codes, *strings = parts
    known = {value: number for number, value in enumerate(_values(arrays, parts))}
    size = len(known)
    numbers = [known.setdefault(value, len(known)) for value in _values(new, parts)]
    added = list(known)[size:]
    more = np.array([code for code, *_ in added], arrays[codes].dtype)
    listed = {codes: np.concatenate([arrays[codes], more])}
    for name, column in zip(strings, list(zip(*added, strict=True))[1:], strict=False):
        extra = packed(name, column)
        listed[name] = np.concatenate([arrays[name], extra[name]])
        at = arrays[f"{name}_at"]
        listed[f"{name}_at"] = np.concatenate([at, extra[f"{name}_at"][1:] + at[-1]])
    return listed, np.array(numbers, np.uint32)


def _values(arrays: Mapping[str, Array], parts: Sequence[str]) -> Iterator[tuple[object, ...]]:
    codes, *strings = parts
    tables = (StringTable.of(arrays, name) for name in strings)
    return zip(arrays[codes].tolist(), *tables, strict=True)
