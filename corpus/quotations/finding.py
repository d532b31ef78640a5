"""Quotations of an article's text with their speakers, by the ways of French press.

A speaker is looked for where press puts one: in a clause after the words ("…", a déclaré X), before
them (X a déclaré : "…"), after "selon", and, where a quotation is a sentence of its own, in the
sentence before. Pure, and linear in the text's length.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from corpus.article import PARAGRAPH_BREAK, Mention, Span
from corpus.quotations.attribution import Attributed, Attribution, is_person
from corpus.quotations.marks import Quoted, quoted
from corpus.quotations.quotation import Quotation, QuotationKind, Speaker
from corpus.quotations.speakers import Speakers
from corpus.quotations.speech import plain
from corpus.sentences import sentences

_FEW_WORDS = 3
"""Up to so many words in marks are a quotation only where a speaker is told."""
_SOME_WORDS = 6
"""Below so many, only where the text says that somebody speaks."""
_FEWEST_INDIRECT = 4
"""A reported clause has at least so many words."""

_WORDS = re.compile(r"\w+(?:['’-]\w+)*")
_MARK = re.compile('["«»“”]')
_ENDED = re.compile(r"""[.!?…]\s?["»”]?$|["»”]\s?[.!?…]$""")
_AROUND = ",;:.… \t\n\u00a0\u202f"
_NAMED_THING = re.compile(
    r"(?:chansons?|titres?|films?|albums?|livres?|romans?|series?|emissions?|magazines?|bateau"
    r"|documentaires?|operation|intitulee?s?|baptisee?s?|appelee?s?|nommee?s?|dite?s?|surnommee?s?"
    r"|titree?s?|termes?|mots?|expression|slogans?|inscription|pancartes?|hashtag|gilets|piece"
    r"|spectacle|single|tube|morceau|programme|jeu|collection|bd|journal|site|quotidien) ?,?\(? ?$"
)
"""After these, marks hold a name or the word itself."""
_DETERMINER = re.compile(r"(?:^|[ (])(?:le|la|les|l'|un|une|au|aux|du|des|dans|sur|avec|par) ?$")
_REACH = 25
_BESIDE = 300
"""Within so many characters somebody still speaks."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence around its quotations, which count as a word each."""

    start: int
    end: int
    quoted: tuple[Quoted, ...]

    @property
    def before(self) -> Span:
        """Where its own words before the first quotation stand."""
        return self.start, self.quoted[0].outer_start if self.quoted else self.end


def quotations(text: str, mentions: Sequence[Mention] = ()) -> tuple[Quotation, ...]:
    """Return the quotations of a text, in order; none overlaps another.

    `mentions`: the names in the text, which tell the actors who speak. Paragraphs of the text are
    parted by blank lines.
    """
    return tuple(_Finding(text, mentions).found())


class _Finding:
    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._quoted = list(quoted(text))
        masked = _masked(text, self._quoted)
        self._plain = plain(masked)
        self._speakers = Speakers(masked, self._plain, _outside(mentions, self._quoted))
        self._attribution = Attribution(masked, self._plain, self._speakers)
        self._sentences = list(_sentences(masked, self._quoted))
        self._headings: list[tuple[int, Quoted]] = []

    def found(self) -> Iterator[Quotation]:
        """Yield the quotations in order."""
        found: list[Quotation] = []
        before: _Sentence | None = None
        for number, sentence in enumerate(self._sentences):
            last = found[-1] if found else None
            here = list(self._in(sentence, before, last))
            if sentence.quoted and not any(quote.speaker for quote in here):
                here = self._without_heading(number, sentence, here)
            found += here
            self._remember_subject(sentence)
            if here and here[-1].speaker:
                self._speakers.remember(here[-1].speaker, spoke=True)
            before = sentence
        found += list(self._heading_quotations(found))
        yield from sorted(found, key=lambda quotation: quotation.start)

    def _without_heading(
        self, number: int, sentence: _Sentence, here: list[Quotation]
    ) -> list[Quotation]:
        """Put a quotation aside that nothing stands beside: what follows may tell whose it is."""
        if len(sentence.quoted) > 1 or not self._stands_alone(sentence):
            return here
        self._headings.append((number, sentence.quoted[0]))
        return []

    def _heading_quotations(self, found: Sequence[Quotation]) -> Iterator[Quotation]:
        if not self._headings:
            return
        said = [self._plain_words(quotation.start, quotation.end) for quotation in found]
        ends = list(accumulate(map(len, said)))
        everything = "".join(said)
        starts = [quotation.start for quotation in found]
        for number, quote in self._headings:
            place = everything.find(self._plain_words(quote.start, quote.end))
            echoed = found[bisect_right(ends, place)].speaker if place >= 0 else None
            speaker = echoed or self._told_after(number, found, starts)
            if self._is_quotation(quote, speaker, said=True):
                yield Quotation(quote.start, quote.end, QuotationKind.DIRECT, speaker)

    def _plain_words(self, start: int, end: int) -> str:
        return f" {' '.join(_WORDS.findall(plain(self._text[start:end])))} "

    def _told_after(
        self, number: int, found: Sequence[Quotation], starts: Sequence[int]
    ) -> Speaker | None:
        """Return who speaks in the paragraph after a quotation, or is spoken of first."""
        if number + 1 == len(self._sentences):
            return None
        after = self._sentences[number + 1]
        if speaker := self._attribution.thus_said(*after.before):
            return speaker
        end = self._text.find(PARAGRAPH_BREAK, after.start)
        first = bisect_left(starts, after.start)
        if first < len(found) and (end < 0 or starts[first] < end) and found[first].speaker:
            return found[first].speaker
        subject = self._attribution.subject_of(*after.before)
        return subject if subject and is_person(subject) else None

    def _in(
        self, sentence: _Sentence, before: _Sentence | None, last: Quotation | None
    ) -> Iterator[Quotation]:
        if not sentence.quoted:
            yield from self._indirect(sentence)
            return
        given = self._given(sentence)
        if not any(said for _, said in given):
            if self._stands_alone(sentence):
                given = [(self._said_before(sentence, before, last), True)] * len(given)
            elif not any(speaker for speaker, _ in given) and self._goes_on(sentence, last):
                given = [(last.speaker if last else None, False)] * len(given)
        for quote, (speaker, said) in zip(sentence.quoted, given, strict=True):
            if self._is_quotation(quote, speaker, said):
                yield Quotation(quote.start, quote.end, QuotationKind.DIRECT, speaker)

    def _remember_subject(self, sentence: _Sentence) -> None:
        subject = self._attribution.subject_of(*sentence.before)
        if subject is None or not is_person(subject):
            subject = self._speakers.first_person(*sentence.before) or subject
        if subject and (is_person(subject) or self._attribution.is_source(subject)):
            self._speakers.remember(subject, spoke=False)

    def _given(self, sentence: _Sentence) -> list[Attributed]:
        """Return to whom each quotation of a sentence is given by the words around it."""
        found: list[Attributed] = []
        told: Speaker | None = None
        after = sentence.start
        for quote in sentence.quoted:
            speaker, said = self._attribution.after(quote.outer_end, sentence.end)
            if not said:
                span = sentence.start, sentence.end
                speaker, said = self._attribution.before(span, after, quote.outer_start, told)
            told, after = speaker or told, quote.outer_end
            found.append((speaker, said))
        for at in range(len(found) - 2, -1, -1):
            if found[at] == (None, False):  # "…" et "…", a dit X
                found[at] = found[at + 1][0], False
        return found

    def _goes_on(self, sentence: _Sentence, last: Quotation | None) -> bool:
        """Tell whether a sentence without a speaker stands beside what somebody has just said."""
        if last is None or last.speaker is None:
            return False
        between = self._text[last.end : sentence.start]
        return (
            PARAGRAPH_BREAK not in between
            and len(between) < _BESIDE
            and self._attribution.subject_of(*sentence.before) is None
            and self._speakers.first_person(sentence.start, sentence.end) is None
        )

    def _is_quotation(self, quote: Quoted, speaker: Speaker | None, said: bool) -> bool:
        words = len(_WORDS.findall(self._text, quote.start, quote.end))
        if words >= _SOME_WORDS:
            return speaker is not None or not self._is_name(quote, words)
        told = said and (speaker is not None or words > _FEW_WORDS)
        return told and not self._is_name(quote, words)

    def _is_name(self, quote: Quoted, words: int) -> bool:
        """Tell whether the words before a mark say that it holds a name or the word itself."""
        before = max(0, quote.outer_start - _REACH)
        is_name = _NAMED_THING.search(self._plain, before, quote.outer_start) is not None
        if words <= _SOME_WORDS and self._text[quote.start].isupper():  # au « Chat noir »
            is_name |= _DETERMINER.search(self._plain, before, quote.outer_start) is not None
        return is_name

    def _stands_alone(self, sentence: _Sentence) -> bool:
        """Tell whether nothing but quotations is in a sentence."""
        at = sentence.start
        for quote in sentence.quoted:
            if _WORDS.search(self._text, at, quote.outer_start):
                return False
            at = quote.outer_end
        return _WORDS.search(self._text, at, sentence.end) is None

    def _said_before(
        self, sentence: _Sentence, before: _Sentence | None, last: Quotation | None
    ) -> Speaker | None:
        """Return who goes on to speak in a sentence that is a quotation and nothing else."""
        if before is None:
            return None
        between = self._text[before.end : sentence.start]
        spoke = last is not None and last.end > before.start
        if PARAGRAPH_BREAK in between and self._text[before.end - 1] != ":":
            # A paragraph that is all quotation goes on; one without an end is a heading.
            ended = _ENDED.search(self._text, sentence.start, sentence.end) is not None
            return last.speaker if last and spoke and ended else None
        if last and spoke:
            return last.speaker
        cited = self._attribution.cited_in(*before.before)
        return cited or (last.speaker if last and self._goes_on(before, last) else None)

    def _indirect(self, sentence: _Sentence) -> Iterator[Quotation]:
        if _MARK.search(self._text, sentence.start, sentence.end):
            return
        for span, speaker in self._attribution.reported(sentence.start, sentence.end):
            start, end = self._trimmed(span)
            if len(_WORDS.findall(self._text, start, end)) >= _FEWEST_INDIRECT:
                yield Quotation(start, end, QuotationKind.INDIRECT, speaker)
                return

    def _trimmed(self, span: Span) -> Span:
        start, end = span
        while start < end and not self._text[start].isalnum():
            start += 1
        while end > start and self._text[end - 1] in _AROUND:
            end -= 1
        return start, end


def _sentences(masked: str, found: Sequence[Quoted]) -> Iterator[_Sentence]:
    number = 0
    for start, end in sentences(masked):
        first = number
        while number < len(found) and found[number].outer_start < end:
            number += 1
        yield _Sentence(start, end, tuple(found[first:number]))


def _masked(text: str, found: Sequence[Quoted]) -> str:
    """Return `text` with what is quoted made one word each, its length and last sign kept."""
    parts, at = [], 0
    for quote in found:
        parts.append(text[at : quote.start])
        size, sign = quote.end - quote.start, text[quote.end - 1]
        stops = size > 1 and sign in ".!?…"
        parts.append("Q" * (size - 1) + sign if stops else "Q" * size)
        at = quote.end
    parts.append(text[at:])
    return "".join(parts)


def _outside(mentions: Sequence[Mention], found: Sequence[Quoted]) -> list[Mention]:
    """Return the mentions outside quotation marks, in order: who is named inside is silent."""
    kept, number = [], 0
    for mention in sorted(mentions, key=lambda mention: mention.start):
        while number < len(found) and found[number].end <= mention.start:
            number += 1
        if number == len(found) or mention.end <= found[number].start:
            kept.append(mention)
    return kept
