"""spaCy's French model, loaded for its names alone.

Importing spaCy's French takes five seconds: it compiles one pattern of 1.4 million characters, in
which the range of small letters is spelt out 458 times, and loading the tokenizer compiles it
again. The model is loaded as of no language instead, and given its own tokenizer with that range
spelt for Western Europe; what it finds is the same.
"""

import re
import runpy
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from corpus.actors.usage import Lexicon
from corpus.actors.version import MODEL

_UNUSED = [
    "tok2vec",  # read by those below alone: the names have their own
    "morphologizer",
    "parser",
    "attribute_ruler",
    "lemmatizer",
    "tokenizer",
]
_SMALL_LETTERS = "a-zß-öø-ÿœ"


def load_model() -> Any:
    """Return the pipeline that finds names in a text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import spacy

        model = spacy.load(MODEL, exclude=_UNUSED, config={"nlp": {"lang": "xx"}})
    model.tokenizer = _tokenizer(model)
    return model


def load_lexicon(model: Any) -> Lexicon:
    """Return the common words that the model's own lemmatiser knows."""
    from spacy.lang import xx
    from spacy.lookups import Lookups

    tables = Lookups().from_disk(model.path / "lemmatizer" / "lookups")
    listed = tables.get_table("lemma_index").values()
    forms: set[str] = set()
    for lemmas_of in tables.get_table("lemma_exc").values():
        for form, lemmas in lemmas_of.items():
            forms.update((form, *lemmas))  # infinitives stand here alone
    languages = Path(xx.__file__).parent.parent
    grammar = runpy.run_path(str(languages / "fr" / "stop_words.py"))["STOP_WORDS"]
    return Lexicon({word for words in listed for word in words}, forms, grammar)


def _tokenizer(model: Any) -> Any:
    from spacy.lang.char_classes import ALPHA_LOWER
    from spacy.tokenizer import Tokenizer
    from srsly import msgpack_loads

    kept: Mapping[str, Any] = msgpack_loads((model.path / "tokenizer").read_bytes())
    return Tokenizer(
        model.vocab,
        rules=_rules(kept["exceptions"]),
        prefix_search=re.compile(kept["prefix_search"]).search,
        suffix_search=re.compile(kept["suffix_search"]).search,
        infix_finditer=re.compile(kept["infix_finditer"]).finditer,
        token_match=re.compile(kept["token_match"].replace(ALPHA_LOWER, _SMALL_LETTERS)).match,
        url_match=re.compile(kept["url_match"]).match,
        faster_heuristics=kept["faster_heuristics"],
    )


def _rules(exceptions: Mapping[str, list[dict[Any, str]]]) -> dict[str, list[dict[int, str]]]:
    return {
        word: [{int(attribute): value for attribute, value in part.items()} for part in parts]
        for word, parts in exceptions.items()
    }
