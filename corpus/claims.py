"""What several texts say, claim by claim: which of them carry each. Offsets in code points.

Each text is aligned with each other one (`corpus.compare`); what faces each other is linked, and
linked sentences are gathered, the closest first (agglomerative clustering). Two groups become one
only where most of the texts of one are linked to those of the other, so that a chain of neighbours
(B says what A says, and what C says) does not gather what A and C do not share.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product

from corpus.article import Span
from corpus.compare import align_units, units_of


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A sentence of one of the texts; of a text of very many, neighbours taken together."""

    text: int
    """Which text, from 0."""
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Its place in its text."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Claim:
    """Sentences that say the same, of one text or of several."""

    sentences: tuple[Sentence, ...]
    """In the order of the texts, then of their places."""
    typical: Sentence
    """The one most like the others, to stand for all."""

    @property
    def texts(self) -> tuple[int, ...]:
        """Which texts carry it, in order."""
        return tuple(dict.fromkeys(sentence.text for sentence in self.sentences))

    def spans(self, text: int) -> tuple[Span, ...]:
        """Return where a text says it; empty where it does not."""
        return tuple(sentence.span for sentence in self.sentences if sentence.text == text)


def claims(texts: Sequence[str]) -> tuple[Claim, ...]:
    """Return the claims of `texts`: those that most of them carry first, these in reading order.

    Each sentence of each text is in exactly one. In another order of the texts the same sentences
    are gathered.
    """
    units = [units_of(text) for text in texts]
    parted = [[Sentence(n, *unit.span) for unit in units[n]] for n in range(len(texts))]
    links: _Links = {sentence: {} for sentences in parted for sentence in sentences}
    for one, other in combinations(range(len(texts)), 2):
        swapped = texts[one] > texts[other]
        for pair in align_units(units[one], units[other], swapped=swapped):
            for left, right in product(pair.left, pair.right):
                links[parted[one][left]][parted[other][right]] = pair.similarity
                links[parted[other][right]][parted[one][left]] = pair.similarity
    found = [_claim(group, links) for group in _gathered(texts, links)]
    return tuple(sorted(found, key=lambda claim: _order(claim, texts)))


_Links = dict[Sentence, dict[Sentence, float]]
"""The sentences that each faces in other texts, and how alike the passages are."""


def _gathered(texts: Sequence[str], links: _Links) -> list[list[Sentence]]:
    """Return the sentences in groups, the most alike brought together first."""
    group_of = {sentence: [sentence] for sentence in links}
    for one, other in _closest_first(texts, links):
        group, joining = group_of[one], group_of[other]
        if group is not joining and _belong_together(group, joining, links):
            group += joining
            group_of |= dict.fromkeys(joining, group)
    return list({id(group): sorted(group) for group in group_of.values()}.values())


def _closest_first(texts: Sequence[str], links: _Links) -> list[tuple[Sentence, Sentence]]:
    """Return the linked pairs, the most alike first; of equal ones, by what the texts say."""

    def content(sentence: Sentence) -> tuple[str, str, int]:
        text = texts[sentence.text]
        return text[sentence.start : sentence.end], text, sentence.start

    def rank(pair: tuple[Sentence, Sentence]) -> tuple[object, ...]:
        one, other = pair
        return -links[one][other], *sorted((content(one), content(other)))

    pairs = sorted((one, other) for one in links for other in links[one] if one < other)
    return sorted(pairs, key=rank)


def _belong_together(group: Sequence[Sentence], joining: Sequence[Sentence], links: _Links) -> bool:
    """Return whether more than half of the pairs of texts, one of each group, are linked."""
    facing = {
        (one.text, other.text) for one in group for other in joining if one.text != other.text
    }
    linked = {(one.text, other.text) for one in group for other in links[one].keys() & set(joining)}
    return 2 * len(linked) > len(facing)


def _claim(group: Sequence[Sentence], links: _Links) -> Claim:
    def likeness(sentence: Sentence) -> float:
        return sum(links[sentence].get(other, 0.0) for other in group)

    return Claim(tuple(group), max(group, key=likeness))


def _order(claim: Claim, texts: Sequence[str]) -> tuple[int, int, float, Sentence]:
    """Return what the claims are sorted by: what one text says alone stands together."""
    places = [sentence.start / len(texts[sentence.text]) for sentence in claim.sentences]
    first = claim.sentences[0]
    alone = first.text if len(claim.texts) == 1 else -1
    return -len(claim.texts), alone, sum(places) / len(places), first
