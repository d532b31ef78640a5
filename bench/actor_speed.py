"""How fast names are found: one process, and several, beside spaCy's own pipe."""

import os
import time
import warnings
from collections.abc import Sequence
from functools import cache
from typing import Any

from corpus.actors.recognition import Recogniser
from corpus.actors.version import MODEL
from index.workers import Workers

_GIVEN_OUT = 16
"""Texts that a process is given at once, as `index.naming` does."""


def load_spacy(*, whole: bool = False) -> Any:
    """Return the model as spaCy loads it; by default without what names do not depend on."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import spacy

        unused = ["morphologizer", "parser", "attribute_ruler", "lemmatizer"]
        return spacy.load(MODEL, exclude=[] if whole else unused)


def one_process(texts: Sequence[str]) -> dict[str, float]:
    """Return articles a second, each system on the second half after the first to warm up."""
    warm, timed = texts[: len(texts) // 2], texts[len(texts) // 2 :]
    recogniser = Recogniser()

    def visavis(some: Sequence[str]) -> None:
        list(recogniser.recognise(("", text) for text in some))

    figures = {"articles": float(len(timed)), "visavis": _rate(visavis, warm, timed)}
    for name, whole in (("spacy", True), ("spacy_names_only", False)):
        model = load_spacy(whole=whole)
        figures[name] = _rate(lambda some, model=model: list(model.pipe(some)), warm, timed)
    for name in ("spacy", "spacy_names_only"):
        figures[f"ratio_{name}"] = round(figures["visavis"] / figures[name], 2)
    return figures


def several_processes(texts: Sequence[str], processes: int) -> dict[str, float]:
    """Return articles a second of several processes, ours and spaCy's."""

    def visavis() -> None:
        batches = (texts[at : at + _GIVEN_OUT] for at in range(0, len(texts), _GIVEN_OUT))
        with Workers(processes) as workers:
            list(workers.in_order(_recognised, batches))

    def spacy() -> None:
        list(load_spacy(whole=True).pipe(texts, n_process=processes))

    figures = {"articles": float(len(texts)), "processes": float(processes)}
    for name, run in (("visavis", visavis), ("spacy", spacy)):
        started, worked = time.perf_counter(), _all_cpu()
        run()
        figures[f"{name}_per_s"] = round(len(texts) / (time.perf_counter() - started), 1)
        figures[f"{name}_per_cpu_s"] = round(len(texts) / (_all_cpu() - worked), 1)
    return figures


@cache
def _recogniser() -> Recogniser:
    return Recogniser()


def _recognised(texts: Sequence[str]) -> int:
    return sum(len(names) for _, names in _recogniser().recognise(("", text) for text in texts))


def _all_cpu() -> float:
    """Return the processor's seconds of this process and of those it started that have ended."""
    times = os.times()
    return sum(times[:4])


def _rate(run: Any, warm: Sequence[str], timed: Sequence[str]) -> float:
    run(warm)
    started = time.process_time()
    run(timed)
    return round(len(timed) / (time.process_time() - started), 1)
