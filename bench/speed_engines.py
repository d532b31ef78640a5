"""The search engines that `bench.speed` compares, each with its index in a folder.

An answer is the same of all three: the best fifty with title and a marked snippet, how many match,
and of each facet the fifty most frequent values, all years and months. Words are folded (case,
accents) by each engine's own means; visavis alone also takes light inflection for the same word.
"""

from collections.abc import Callable
from pathlib import Path

from bench.speed_answer import Engine
from bench.speed_fts5 import Fts5
from bench.speed_tantivy import Tantivy
from bench.speed_visavis import Visavis

ENGINES: dict[str, Callable[[Path], Engine]] = {
    "visavis": Visavis,
    "fts5": Fts5,
    "tantivy": Tantivy,
}
