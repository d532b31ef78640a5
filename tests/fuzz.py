"""Looks for files that a reader does not survive, by mutation steered by coverage (atheris).

    pip install atheris
    python -m tests.fuzz europresse-3.html --seconds 60

The seeds are the whole files of `tests/corpus/formats/test_robustness.py`, whose names it takes.
What it finds is left in the present folder (`crash-…`, `timeout-…`, `oom-…`), and becomes a test.
"""

import argparse
import pkgutil
import sys
import tempfile
from importlib import import_module
from pathlib import Path


def main() -> None:
    """Fuzz the reader of one file; ends with status 1 or above when something was found."""
    import atheris

    with atheris.instrument_imports(include=["corpus"]):
        from corpus import formats

        for module in pkgutil.iter_modules(formats.__path__):  # else imported when first needed
            import_module(f"corpus.formats.{module.name}")
        from tests.corpus.formats.test_robustness import WHOLE, check

    parser = argparse.ArgumentParser()
    parser.add_argument("name", choices=sorted(WHOLE))
    parser.add_argument("--seconds", type=int, default=60)
    given = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="visavis-fuzz-"))
    seeds = folder / "seeds"
    seeds.mkdir()
    (seeds / given.name).write_bytes(WHOLE[given.name])
    options = [
        f"-max_total_time={given.seconds}",
        "-timeout=10",  # seconds for one file
        "-rss_limit_mb=2048",
        "-max_len=20000",
    ]
    atheris.Setup([sys.argv[0], *options, str(seeds)], lambda data: check(folder, given.name, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
