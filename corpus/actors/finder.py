"""The actors of articles: recognised once, kept, and joined by the authority at every reading."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path

from corpus.actors.authority import Authority, authority_with
from corpus.actors.cache import AnalysisCache, Names
from corpus.actors.found import Found
from corpus.actors.joining import join
from corpus.actors.ledger import Ledger
from corpus.actors.ledger_file import read_ledger
from corpus.actors.recognition import Recogniser
from corpus.article import Article

_BATCH = 32
"""Texts that go through the model, and into what is kept, at once."""


class ActorFinder:
    """Finds the actors of a corpus's articles; a context manager."""

    def __init__(self, corpus: Path, kept: Path) -> None:
        """Use the authority of the folder `corpus`; keep what is recognised in the file `kept`."""
        self._corpus = corpus
        self._cache = AnalysisCache(kept)
        self._recogniser = Recogniser(self._cache)

    def __enter__(self) -> "ActorFinder":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file of what is kept."""
        self._cache.close()

    @cached_property
    def ledger(self) -> Ledger:
        """The reader's decisions by which actors are found."""
        return read_ledger(self._corpus)

    def known(self, article: Article) -> Found | None:
        """Return the article's actors if its text has been analysed before."""
        names = self._cache.get_many([article.text_hash], self._recogniser.version)
        return self._join(article, names[article.text_hash]) if names else None

    def find(self, articles: Sequence[Article]) -> Iterator[Found]:
        """Yield the actors of each article; those never analysed go through the model."""
        rest = iter(articles)
        while batch := list(islice(rest, _BATCH)):
            names = self._names(batch)
            for article in batch:
                yield self._join(article, names[article.text_hash])

    def _names(self, articles: Sequence[Article]) -> dict[str, Names]:
        version = self._recogniser.version
        by_hash = {article.text_hash: article for article in articles}
        names = self._cache.get_many(by_hash, version)
        new = {key: article for key, article in by_hash.items() if key not in names}
        if new:
            texts = ((article.title or "", article.text) for article in new.values())
            recognised = dict(zip(new, self._recogniser.recognise(texts), strict=True))
            self._cache.put(version, recognised)
            names |= recognised
        return names

    def _join(self, article: Article, names: Names) -> Found:
        title_names, text_names = names
        joined = join(title_names, text_names, article.title or "", article.text, self._authority)
        return Found(*map(self._authority.settlement.settle, joined))

    @cached_property
    def _authority(self) -> Authority:
        return authority_with(self.ledger)
