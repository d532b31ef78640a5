"""Text for other programs that no spreadsheet runs as a formula and no terminal obeys."""

import json
from datetime import date

from corpus.text import visible

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
"""What a cell begins with that a spreadsheet takes for a formula, full-width forms included:
https://owasp.org/www-community/attacks/CSV_Injection"""


def cell(value: object) -> str:
    """Return a value as a cell of CSV, None as an empty one.

    A spreadsheet would run a cell that starts as a formula does, blanks before it or not: an
    apostrophe comes before it.
    """
    text = "" if value is None else visible(str(value))
    risky = text.startswith("\t") or text.lstrip().startswith(_FORMULA_SIGNS)
    return f"'{text}" if risky else text


def as_json(value: object, *, ascii_only: bool = False) -> str:
    """Return a value as JSON on one line, days in ISO 8601.

    What a terminal could act on is escaped in it.
    """
    text = json.dumps(value, ensure_ascii=ascii_only, default=date.isoformat)
    safe = visible(text)
    if safe == text:
        return text
    return "".join(
        raw if raw == kept else json.dumps(raw)[1:-1] for raw, kept in zip(text, safe, strict=True)
    )
