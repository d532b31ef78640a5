"""To whom press gives words: the clauses after, before and around them. Offsets are code points."""

import re
from collections.abc import Iterator

from corpus.actors.vocabulary import is_people
from corpus.article import Kind, Span
from corpus.quotations.quotation import Speaker
from corpus.quotations.speakers import Speakers
from corpus.quotations.speech import (
    ACCORDING,
    FOR,
    GOES_ON,
    GOING_ON,
    INVERTED,
    PRESENT_PARTICIPLE,
    READ_IN,
    REPORTS,
    SAID,
    SAYING_ONE,
    SAYING_TAIL,
    THUS_SAID,
)
from corpus.quotations.voices import SOURCES, is_personal_role

Attributed = tuple[Speaker | None, bool]
"""Who speaks, if the text tells, and whether it says that somebody does."""

_CLAUSE = re.compile(r"""(?:^|(?<=["»”]))[\s,.!?…]*(?=[a-z])|, *""")
_COMMA = re.compile(r", *(?=[a-z])")
_NO_VERB_AFTER = re.compile(
    r"(?<![a-z])(?:les?|la|l'|une?|des?|du|d'|cet?|cette|ces|son|sa|ses|leurs?|pour|sans|a|de|par"
    r"|en|aux?|tres|trop|si|plus|peu|mon|ma|mes|notre|nos|bien|chaque|sous|comme|qu'"
    r"|(?:est|sont|etait|etaient|ete|etre|fut|soit|serait|sera)"
    r"(?: (?:[a-z]+ment|desormais|deja|aussi|toujours|souvent|parfois|plus))?) ?$"
)
"""After these a form of a verb is a noun or another verb's: "la demande", "est jugé"."""
_REACH = 30
_THAT = re.compile(r"que |qu'")
_DOING = re.compile(
    r"(?:s'|se |l'|y |en )?(?:avoir|etre|vouloir|pouvoir|[a-z]+(?:er|ir|oir))(?![a-z-])"
)
_PRONOUN_HEAD = re.compile(r"(?:(?:et|mais|puis|alors|ainsi|or) )?(ils?|elles?) ")
_PRONOUN_AFTER = re.compile(r'[^,:;"]{3,120}, (ils?|elles?) ')
"""A pronoun that is the subject after what leads a sentence in."""
_ALSO = re.compile(r"(?:^|[\s,\"»”])(?:et|puis|mais) $")
"""What stands before a verb that has the same subject as the one before."""
_STRESSED = re.compile(r"(?:lui|elle|eux|elles)(?![a-z-])")
_PRONOUN_OF = {"lui": "il", "elle": "elle", "eux": "ils", "elles": "elles"}


class Attribution:
    """Tells to whom words of one text are given."""

    def __init__(self, text: str, plain: str, speakers: Speakers) -> None:
        """`plain`: the text in `speech.plain` form."""
        self._text, self._plain, self._speakers = text, plain, speakers

    def after(self, at: int, end: int) -> Attributed:
        """Return who is said to speak by a clause after words that end at `at`."""
        for clause in _CLAUSE.finditer(self._plain, at, end):
            place = clause.end()
            if verb := self._inverted(place, end):
                return self._pronoun_of(verb, place), _pronoun(verb) != "on"
            verb = SAID.match(self._plain, place, end)
            if verb and (speaker := self._speakers.subject_after(verb.end(), end)):
                return speaker, True
            if read := READ_IN.match(self._plain, place, end):
                return self._speakers.named_at(read.end(), end), True
            if according := ACCORDING.match(self._plain, place, end):
                return self._source(according.end(), end), True
        return None, False

    def before(self, sentence: Span, after: int, at: int, told: Speaker | None) -> Attributed:
        """Return who is said to speak before words that begin at `at`.

        `after`: where what was quoted before in the sentence ends; `told`: who spoke there.
        """
        start, end = sentence
        doing = PRESENT_PARTICIPLE.search(self._plain, after, at)
        if told and doing:
            return told, True
        if opening := self._opening(start, at):
            return opening, True
        verbs = [v for v in SAID.finditer(self._plain, start, at) if self._is_verb(v.start())]
        if source := self._last_source(after, at):
            return source, True
        for verb in reversed(verbs):
            near = max(after, verb.start() - len(" puis "))
            if not told and _ALSO.search(self._plain, near, verb.start()):
                told = self._speakers.last_to_speak()
                break
            speaker = self._speakers.subject_before(start, verb.start())
            if speaker and (speaker.mention or self.is_source(speaker)):
                return speaker, True
        if told:
            return told, True
        speaker = self.subject_of(start, at)
        if speaker is None and doing and doing.start() == start:
            comma = self._plain.find(", ", at, end)
            speaker = self._speakers.head_of(comma + 2, end) if comma >= 0 else None
        said = bool(verbs) or doing is not None
        if said or self._plain[start:at].rstrip().endswith(":"):
            return speaker, said or speaker is not None
        may_speak = speaker is not None and (is_person(speaker) or self._is_role(speaker))
        return (speaker if may_speak else None), False

    def cited_in(self, start: int, end: int) -> Speaker | None:
        """Return whose view a sentence tells: "Pour X, …", else its subject."""
        return self._opening(start, end) or self.subject_of(start, end)

    def subject_of(self, start: int, end: int) -> Speaker | None:
        """Return the subject of a sentence whatever its verb: "Bernard Tapie ironise : …"."""
        if pronoun := _PRONOUN_HEAD.match(self._plain, start, end):
            return self._speakers.pronoun(pronoun[1], start)
        speaker = self._speakers.head_of(start, end)
        if speaker is None and (pronoun := _PRONOUN_AFTER.match(self._plain, start, end)):
            return self._speakers.pronoun(pronoun[1], pronoun.start(1))
        return speaker if speaker and (speaker.mention or self.is_source(speaker)) else None

    def reported(self, start: int, end: int) -> Iterator[tuple[Span, Speaker]]:
        """Yield what a sentence without marks may report, the likeliest first, and whose it is."""
        if (according := ACCORDING.match(self._plain, start, end)) and (
            speaker := self._source(according.end(), end)
        ):
            comma = self._plain.find(",", speaker.end, end)
            if comma >= 0:
                yield (comma + 1, end), speaker
        for comma_match in _COMMA.finditer(self._plain, start, end):
            if speaker := self._reporter_after(comma_match.end(), end):
                yield (start, comma_match.start()), speaker
        for verb in SAID.finditer(self._plain, start, end):
            if REPORTS.search(verb[0]) and self._is_verb(verb.start()):
                yield from self._said_that(verb, start, end)

    def thus_said(self, start: int, end: int) -> Speaker | None:
        """Return whose a sentence says the quotation before it is: "Voilà ce qu'a dit X"."""
        if THUS_SAID.match(self._plain, start, end) is None:
            return None
        for verb in SAID.finditer(self._plain, start, end):
            if speaker := self._speakers.subject_after(verb.end(), end):
                return speaker
            return self._speakers.subject_before(start, verb.start())
        return self._speakers.first_person(start, end)

    def is_source(self, speaker: Speaker) -> bool:
        """Tell whether words without a name are for somebody who may speak."""
        words = self._plain[speaker.start : speaker.end]
        known = SOURCES.match(words) is not None or is_people(words) or is_personal_role(words)
        return speaker.mention is None and known

    def _is_role(self, speaker: Speaker) -> bool:
        return is_personal_role(self._plain[speaker.start : speaker.end])

    def _reporter_after(self, place: int, end: int) -> Speaker | None:
        if according := ACCORDING.match(self._plain, place, end):
            return self._source(according.end(), end)
        if verb := self._inverted(place, end):
            return self._pronoun_of(verb, place)
        verb = SAID.match(self._plain, place, end)
        if verb is None or not REPORTS.search(verb[0]):
            return None
        speaker = self._speakers.subject_after(verb.end(), end)
        return speaker if speaker and self._may_report(speaker) else None

    def _said_that(
        self, verb: "re.Match[str]", start: int, end: int
    ) -> Iterator[tuple[Span, Speaker]]:
        at = self._speakers.past_complements(verb.end(), end)
        that = _THAT.match(self._plain, at, end)
        if that or _DOING.match(self._plain, at, end):
            speaker = self._speakers.subject_before(start, verb.start())
            if speaker and (speaker.mention or self.is_source(speaker)):
                yield (that.end() if that else at, end), speaker

    def _last_source(self, start: int, at: int) -> Speaker | None:
        """Return whom words right before `at` cite: "…, selon lui : ", where `at` is."""
        for according in ACCORDING.finditer(self._plain, start, at):
            speaker = self._source(according.end(), at)
            if speaker and not self._plain[speaker.end : at].strip(' ,:"«“'):
                return speaker
        return None

    def _opening(self, start: int, at: int) -> Speaker | None:
        """Return whom a sentence cites at its head: "Selon X", "Pour X"."""
        if according := ACCORDING.match(self._plain, start, at):
            return self._source(according.end(), at)
        if GOING_ON.match(self._plain, start, at):
            return self._speakers.last_to_speak()
        if opening := FOR.match(self._plain, start, at):
            speaker = self._speakers.named_at(opening.end(), at)
            return speaker if speaker and speaker.mention else None
        return None

    def _source(self, at: int, end: int) -> Speaker | None:
        """Return whom "selon" names at `at`."""
        if word := _STRESSED.match(self._plain, at, end):
            return self._speakers.pronoun(_PRONOUN_OF[word[0]], at)
        speaker = self._speakers.named_at(at, end)
        if speaker is None and (source := SOURCES.match(self._plain, at, end)):
            return Speaker(at, source.end())
        return speaker if speaker and self._may_report(speaker) else None

    def _may_report(self, speaker: Speaker) -> bool:
        named = speaker.mention is not None or self._text[speaker.start].isupper()
        return named or self.is_source(speaker)

    def _inverted(self, place: int, end: int) -> "re.Match[str] | None":
        verb = INVERTED.match(self._plain, place, end)
        if verb is None or verb["pronoun"] or SAYING_ONE.fullmatch(verb["verb"]):
            return verb
        return verb if SAYING_TAIL.match(self._plain, verb.end(), end) else None

    def _pronoun_of(self, verb: "re.Match[str]", place: int) -> Speaker | None:
        goes_on = GOES_ON.search(verb[0]) is not None
        return self._speakers.pronoun(_pronoun(verb), place, goes_on=goes_on)

    def _is_verb(self, at: int) -> bool:
        return _NO_VERB_AFTER.search(self._plain, max(0, at - _REACH), at) is None


def is_person(speaker: Speaker) -> bool:
    """Tell whether a speaker is a person with a name."""
    return speaker.mention is not None and speaker.mention.kind is Kind.PERSON


def _pronoun(verb: "re.Match[str]") -> str:
    return verb["pronoun"] or verb["pronoun2"]
