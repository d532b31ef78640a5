"""Running the command in tests."""

import json
from collections.abc import Callable
from typing import Any

from click.testing import Result

Run = Callable[..., Result]
"""Runs a verb: `run(*arguments, corpus=…, status=0)`."""


def as_json(result: Result) -> Any:
    """Return the object that the verb printed."""
    return json.loads(result.stdout)
