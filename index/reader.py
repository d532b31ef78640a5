"""One committed state of the index, to search and to read."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from corpus.article import Article, Mention, Rejection, Spans
from index.answer import Answer, Contribution, Match, Matches, Reading, Sort
from index.arrays import Integers
from index.catalogue import OpenCatalogue
from index.collector import calm_collector
from index.facets import Facets
from index.filter import ACTOR_FACETS, NO_FILTER, Facet, Filter
from index.generation import (
    ATTEMPTS,
    Generation,
    Untrusted,
    current_generation,
    current_number,
)
from index.interpretation import interpret
from index.location import Location
from index.query.syntax import Node
from index.search import Asked, Search
from index.snippets import MOST
from index.state import open_state

if TYPE_CHECKING:  # what few searches need is loaded when it is asked for
    from corpus.actors.authority import Authority
    from index.completion import Completer, Completion, Name
    from index.nearest import Nearness
    from index.receipt import Receipt
    from index.reports import Reports


_AT_ONCE = 200
"""Of how many matches the hits are looked for together; no more are in memory."""


class Reader:
    """Reads one generation of an index; belongs to one thread."""

    def __init__(self, location: Location, generation: Generation) -> None:
        self._location = location
        self._generation = generation
        # Opened now: the generation's folder may go before its catalogue is read.
        self._catalogue = OpenCatalogue(generation.path)
        state = open_state(generation.path)
        self._postings, self._store = state.postings, state.store
        self._facets = Facets(
            state.names,
            state.store.dates,
            state.store.events(),
            state.postings.live,
            self._names_of,
        )
        self._search = Search(self._postings, self._facets, self._store, state.copies)
        self._copies, self._overlaps = state.copies, state.overlaps

    @classmethod
    def open(cls, location: Location, known: Generation | None = None) -> "Reader | None":
        """Return a reader of the state in force, None where nothing has been indexed yet.

        `known` was in force a moment ago. Raises Untrusted when the index must be built anew.
        """
        calm_collector()
        for _ in range(ATTEMPTS):
            generation = known or current_generation(location)
            if generation is None:
                return None
            try:
                return cls(location, generation)
            except OSError:
                if current_number(location) == generation.number:
                    raise Untrusted from None
                known = None  # another process has gone on to the next, and removed this one
        raise Untrusted

    @property
    def generation(self) -> int:
        """The number of the state that is read."""
        return self._generation.number

    @property
    def article_count(self) -> int:
        """How many articles there are."""
        return self._postings.live_count

    @property
    def pending(self) -> int:
        """How many articles' actors are not known yet."""
        return len(self._catalogue.brief.pending)

    @property
    def events_pending(self) -> int:
        """How many articles' texts have not been asked yet which dates they speak of."""
        return len(self._catalogue.brief.events_pending)

    @property
    def quotations_pending(self) -> int:
        """In how many articles, whose actors are known, it is not known yet who says what."""
        return len(self._catalogue.brief.quotations_pending)

    @property
    def rejections(self) -> list[Rejection]:
        """What could not be read, by file and line."""
        return self._catalogue.whole.all_rejections()

    @cached_property
    def reports(self) -> "Reports":
        """What is told of many articles at once: concordances, timelines, tables, copies."""
        from index.reports import Reports

        return Reports(
            self._search,
            self._postings,
            self._facets,
            self._store,
            self._copies,
            self._overlaps,
        )

    def is_current(self) -> bool:
        """Return whether no newer state has been committed."""
        return current_number(self._location) == self._generation.number

    def search(
        self,
        query: str,
        filter: Filter = NO_FILTER,
        *,
        sort: Sort = Sort.RELEVANCE,
        limit: int = 20,
        facets: Collection[Facet] = (),
        facet_limit: int | None = None,
        snippets: int = MOST,
        typing: bool = False,
        any_word: bool = False,
        most_words: bool = False,
        fold: bool = False,
        unfolded: Collection[str] = (),
        distinct: bool = False,
        actors: bool = True,
    ) -> Answer:
        """Return the first `limit` articles that answer `query` and pass `filter`, and all counts.

        Of each facet of names at most `facet_limit` values are given, the most frequent first; of
        each match at most `snippets`. `most_words`: where no article has all words, those that
        have most of them are given, and `Answer.words` says so. `fold`: of near-identical matches
        the first alone is given, but for those under the ids `unfolded`, which follow theirs.
        `distinct`: facets count texts, near-identical articles as one. `actors`: whether each match
        names its actors.
        `typing` and `any_word` as for `interpret`. Raises QueryError.
        """
        asked = Asked(
            query,
            filter,
            sort,
            limit,
            snippets,
            facets,
            facet_limit,
            fold,
            unfolded,
            actors,
            distinct,
        )
        node = interpret(query, typing=typing, any_word=any_word)
        answer = self._search.answer(asked, node)
        if answer.total or not most_words:
            return answer
        return self._search.answer_most(asked, node) or answer

    def read(self, id: str, query: str = "", *, typing: bool = False) -> Reading:
        """Return one article, with the hits of `query`; `typing` as for `search`.

        `id` may be the unambiguous beginning of one. Raises UnknownArticle, AmbiguousArticle,
        QueryError.
        """
        number = self._store.number(id)
        return self._reading(number, self._search.marks(interpret(query, typing=typing), number))

    def matches(
        self,
        query: str,
        filter: Filter = NO_FILTER,
        *,
        sort: Sort = Sort.RELEVANCE,
        limit: int | None = None,
        typing: bool = False,
        any_word: bool = False,
    ) -> Matches:
        """Return the first `limit` matches (None: all), each as `read` gives it, one by one.

        `typing` and `any_word` as for `interpret`. Raises QueryError.
        """
        node = interpret(query, typing=typing, any_word=any_word)
        documents = self._search.in_order(node, filter, sort, limit)
        return Matches(len(documents), self._readings(node, documents))

    def nearest(self, id: str, limit: int = 12) -> tuple[Match, ...]:
        """Return at most `limit` articles that share something with one, the nearest first.

        By words, actors and dates; `Match.score` is how near. Raises UnknownArticle,
        AmbiguousArticle.
        """
        return self._nearness.nearest(self._store.number(id), limit)

    def same_event(self, id: str, limit: int = 12) -> tuple[Match, ...]:
        """Return those of the `nearest` that tell the event that an article tells."""
        from index.nearest import SAME_EVENT

        return tuple(match for match in self.nearest(id, limit) if match.score >= SAME_EVENT)

    def explain(
        self, id: str, query: str, *, typing: bool = False, any_word: bool = False
    ) -> tuple[Contribution, ...]:
        """Return why an article is where it is: what each part of `query` adds to its score.

        `typing` and `any_word` as for `interpret`. Raises UnknownArticle, AmbiguousArticle,
        QueryError.
        """
        node = interpret(query, typing=typing, any_word=any_word)
        return self._search.explain(node, self._store.number(id))

    def did_you_mean(self, query: str, filter: Filter = NO_FILTER) -> tuple[str, ...]:
        """Return at most three queries with misspelt words put right, the likeliest first.

        Each finds something that passes `filter`. Raises QueryError.
        """
        from index.suggest import Suggestions

        suggestions = Suggestions(self._postings, self._facets, self._total)
        return suggestions.did_you_mean(query, filter)

    def complete(self, text: str, limit: int = 8) -> "tuple[Completion, ...]":
        """Return at most `limit` ways to complete the last word of a query, most frequent first.

        A word of the articles, or a name after a field such as `lieu:`.
        """
        return self._completer.complete(text, limit)

    def names(self, start: str, facet: Facet | None, limit: int = 8) -> "tuple[Name, ...]":
        """Return at most `limit` names with a word that starts so, the most frequent first.

        `facet` None: actors of any kind.
        """
        return self._completer.names(start, (facet,) if facet else ACTOR_FACETS, limit)

    def ids(self, start: str, limit: int = 8) -> tuple[str, ...]:
        """Return at most `limit` ids that start so, in order."""
        return tuple(self._store.ids(start)[:limit])

    def articles(self) -> list[Article]:
        """Return every article, in the order of files."""
        numbers = self._postings.live.nonzero()[0].tolist()
        articles = (self._store.document(number).article for number in numbers)
        return sorted(articles, key=lambda a: (a.origin.file, a.origin.position))

    def receipts(self, articles: list[Article] | None = None) -> "tuple[Receipt, ...]":
        """Return what came out of each file; `articles` are all there are, if read already."""
        from index.receipt import receipts

        return receipts(self._catalogue.whole, self.articles() if articles is None else articles)

    def close(self) -> None:
        """Close the files."""
        self._catalogue.close()

    def _readings(self, node: Node, documents: Integers) -> Iterator[Reading]:
        for start in range(0, len(documents), _AT_ONCE):
            batch = documents[start : start + _AT_ONCE]
            marks = self._search.marks_of_all(node, batch)
            yield from map(self._reading, batch.tolist(), marks)

    def _reading(self, number: int, marks: tuple[Spans, Spans]) -> Reading:
        """Return a document, with its hits in headline and text."""
        document = self._store.document(number)
        return Reading(
            article=document.article,
            mentions=self._shown(document.mentions),
            title_mentions=self._shown(document.title_mentions),
            hits=marks[1],
            title_hits=marks[0],
            analysed=document.analysed,
        )

    def _shown(self, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        return tuple(
            replace(m, actor=self._facets.name_shown(Facet(m.kind), m.actor)) for m in mentions
        )

    def _total(self, query: str, filter: Filter) -> int:
        return self.search(query, filter, limit=0).total

    def _names_of(self, value: str) -> list[str]:
        return [actor.name for actor in self._authority.matching(value)]

    @cached_property
    def _completer(self) -> "Completer":
        from index.completion import Completer

        return Completer(self._postings, self._facets)

    @cached_property
    def _nearness(self) -> "Nearness":
        from index.nearest import Nearness

        return Nearness(self._postings, self._facets, self._store)

    @cached_property
    def _authority(self) -> "Authority":
        from corpus.actors.authority import load_authority  # 40 ms that few searches need

        return load_authority(self._location.corpus)
