"""Who speaks: the subject of a verb of saying, in the words of the text. Offsets are code points.

French press puts the subject right before the verb, at the head of its sentence, or right after the
verb and what belongs to it ("a dit mardi à l'AFP le ministre Diop").
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.actors.vocabulary import is_people
from corpus.article import Kind, Mention
from corpus.quotations.gender import is_woman
from corpus.quotations.phrases import HEAD, WEEKDAY, WHEN, Phrases
from corpus.quotations.quotation import Speaker
from corpus.quotations.voices import HEAD_OF_STATE, NEWCOMERS, is_personal_role, noun_of, offices

_LONGEST = 200
"""How many characters the words that name a speaker may have."""
_RECENT = 12
"""How many subjects back a pronoun may reach."""
_JUST_BEFORE = 2
"""How many subjects back a function may stand for one of them, and within how many characters."""
_NEAR = 1_000
_DESCRIBED = 50
"""How many mentions back a function is looked for beside a name."""

_HARD_END = re.compile(r"""[;:!?"«“\n–—]|\.(?<!\bm\.)(?<!\bmm\.)(?<!\bdr\.)(?<!\b[a-z]\.)""")
_IN_BRACKETS = re.compile(r" ?\([^()\n]{1,40}\)")
_LEAD = re.compile(
    r"(?:mais|or|et|puis|car|pourtant) "
    r"|(?:ainsi|enfin|alors|cependant|toutefois|aussi|d'ailleurs|pourtant|et|puis),? (?!que |qu')"
)
_LEADING_PHRASE = re.compile(
    r"(?:dans|sur|selon|lors|pour|apres|avant|en|a|au|aux|interroge|invite|face|de|d'|quant|depuis"
    r"|cite|parmi|contacte|joint|questionne|alors|si|s'ils?|assise?|nee?|venue?s?|arrivee?s?|revenue?s?|entouree?s?|agee?s?|quand|lorsque?|comme|outre|malgre|devant"
    r"|pendant|par|avec|sans|chez|ce|le|cette|plus|peu|quelques|hier|visiblement|[a-z]+ant"
    rf"|[a-z]+ment|{WEEKDAY})(?![a-z-])"
)
_ANAPHOR = re.compile(r"(?:^|[ ,'(])(ils?|elles?|on|je|nous)(?: ne| n')?$")
_WHO = re.compile(r",? qui(?: ne| n')?$")
_DEFINITE = re.compile(r"le |la |l'|ce |cet |cette ")
_OFFICE_NOUNS = frozenset("depute deputee senateur senatrice maire chef".split())
"""Offices of which one person holds one: "la maire de Nantes" is no other mayor."""
_LEADING_OFFICES = frozenset("ministre president presidente patron patronne gouverneur".split())
"""Offices that press also names without their holder: "le ministre des Finances"."""
_SEVERAL = re.compile(r"(?:la|une|les?|des?|l') ?(?:famille|clan|camp|couple|freres|epoux)s? $")
"""What makes several people of a name: "la famille Martin"."""
_LONGEST_SEVERAL = 15
_OF_SOMETHING = re.compile(r" (?:du|des|de) |[ -]d'| de l'")
_PRESIDENT = re.compile(r"(?<!vice-)\bpresidente? (?:[a-z]+(?:ais|ain|ien|ois|sse|en|rc|que) )?$")
"""A head of state right before the name: "le président malien Awa Martin"."""
_DEMONYM = re.compile(r"(?:[LlCc]e |[Ll]a |[Ll]['’]|[Cc]ette |[Cc]et )([A-ZÀ-Þ][\w-]+)")
_PLURAL = re.compile(r"(?:les|des|ces|ses|leurs|plusieurs|certain|quelques|deux|mm\.|mmes)\b")
_FEMALE = re.compile(r"(?:la|une|cette|sa|mme) ")
_MALE = re.compile(r"(?:le|un|ce|cet|son|m\.) ")
_LETTERS = re.compile(r"[a-z-]{3,}")
_CLAUSE_START = re.compile(r'[.;:\n"]|, .*, ')
_APPOSITION = re.compile(r',[^,.;:\n"]*')
_NO_FUNCTION = frozenset(
    """
    les des cet cette ces son ses leur leurs une ancien ancienne ex-ministre pas que qui meme
    plusieurs certains certaines quelques
    """.split()
)


class Speakers:
    """Tells the speakers in one text."""

    def __init__(self, text: str, plain: str, mentions: Sequence[Mention]) -> None:
        """`plain`: the text in `speech.plain` form; `mentions` of the text, in order."""
        self._text, self._plain = text, plain
        self._phrases = Phrases(text, plain, mentions)
        self._recent: list[tuple[Speaker, bool]] = []
        self._is_woman = lru_cache(maxsize=None)(lambda actor: is_woman(actor, mentions, plain))
        self._description = lru_cache(maxsize=None)(self._words_beside)

    def remember(self, speaker: Speaker, *, spoke: bool) -> None:
        """Keep somebody whom a pronoun further on may stand for; `spoke`: was quoted."""
        self._recent = [*self._recent[-_RECENT:], (speaker, spoke)]

    def last_to_speak(self) -> Speaker | None:
        """Return who was quoted last."""
        return next((speaker for speaker, spoke in reversed(self._recent) if spoke), None)

    def past_complements(self, at: int, end: int) -> int:
        """Return where what belongs to a verb that ends at `at` ends."""
        return self._phrases.past_complements(at, end)

    def subject_after(self, at: int, end: int) -> Speaker | None:
        """Return the subject that follows a verb which ends at `at`, before `end`."""
        return self.named_at(self._phrases.past_complements(at, end), end)

    def subject_before(self, start: int, at: int) -> Speaker | None:
        """Return the subject of a verb at `at`, in the sentence that begins at `start`."""
        end = start + len(self._plain[start:at].rstrip(" ,"))
        if pronoun := _ANAPHOR.search(self._plain, start, end):
            return self.pronoun(pronoun[1], pronoun.start(1))
        who = _WHO.search(self._plain, start, end)
        if mention := self._phrases.mention_ending(start, who.start() if who else end):
            several = self._are_several(mention)
            return Speaker(several.start(), mention.end) if several else _by_name(mention)
        if who:
            return self._antecedent(start, who.start())
        clause = max(self._plain.rfind(mark, start, end) + len(mark) for mark in _CLAUSES)
        nearest = self._head_at(clause, end) if clause > start else None
        if nearest and nearest.end == end:
            return nearest
        return self.head_of(start, end) or nearest

    def _are_several(self, mention: Mention) -> "re.Match[str] | None":
        """Return the words before a name that make several people of it."""
        return _SEVERAL.search(self._plain, max(0, mention.start - _LONGEST_SEVERAL), mention.start)

    def _antecedent(self, start: int, end: int) -> Speaker | None:
        """Return the person of whom ", qui dit" speaks, whatever stands before the name."""
        mention = self._phrases.ending_at(end)
        is_person = mention and mention.start >= start and mention.kind is Kind.PERSON
        return _by_name(mention) if mention and is_person else None

    def head_of(self, start: int, end: int) -> Speaker | None:
        """Return who stands at the head of a sentence, after what may lead it in."""
        place = start
        for _ in range(4):
            if lead := _LEAD.match(self._plain, place, end):
                place = lead.end()
            speaker = self._head_at(place, end)
            if _LEADING_PHRASE.match(self._plain, place, end) is None:
                return speaker
            is_time = WHEN.match(self._plain, place) is not None
            if speaker and speaker.mention and not is_time:
                return speaker
            comma = self._plain.find(", ", place, end)
            if comma < 0:
                return None if is_time else speaker
            place = comma + 2
        return None

    def first_person(self, start: int, end: int) -> Speaker | None:
        """Return the first person named in [start, end) who may be its subject."""
        mention = self._phrases.first_person(start, end)
        return _by_name(mention) if mention else None

    def named_at(self, place: int, end: int) -> Speaker | None:
        """Return whom the words at `place` name: a name, a function, both."""
        if place >= end:
            return None
        if not (self._text[place].isupper() or HEAD.match(self._plain, place, end)):
            return None
        hard = _HARD_END.search(self._plain, place, min(end, place + _LONGEST))
        last = hard.start() if hard else min(end, place + _LONGEST)
        comma = self._plain.find(",", place, last)
        phrase_end = comma if comma >= 0 else last
        phrases = self._phrases
        named = phrases.person_in(place, phrase_end) or phrases.mention_at(place, phrase_end)
        if named:
            return Speaker(place, named.end, None if self._are_several(named) else named)
        role_end = phrases.role_end(place, last)
        bracket = _IN_BRACKETS.match(self._plain, role_end, last)
        if (bracket.end() if bracket else role_end) == comma and (
            person := phrases.apposed(comma, last)
        ):
            return Speaker(place, person.end, person)
        return self._by_function(place, role_end)

    def pronoun(self, word: str, at: int, *, goes_on: bool = False) -> Speaker | None:
        """Return for whom "il", "elle", "ils", "elles" stands at `at`.

        `goes_on`: the verb says that somebody who spoke speaks further ("a-t-il ajouté").
        """
        if word not in ("il", "elle", "ils", "elles"):
            return None
        female, plural = word.startswith("elle"), word.endswith("s")
        recent = self._recent[::-1]
        if goes_on:
            recent.sort(key=lambda one: not one[1])
        for speaker, _ in recent:
            if self._agrees(speaker, female, plural):
                return speaker
        if plural:
            return None
        for mention in self._phrases.persons_before(at):
            if self._is_woman(mention.actor) in (None, female):
                return _by_name(mention)
        return None

    def _agrees(self, speaker: Speaker, female: bool, plural: bool) -> bool:
        words = self._plain[speaker.start : speaker.end]
        if bool(_PLURAL.match(words)) != plural:
            return False
        if speaker.mention and speaker.mention.kind is Kind.PERSON:
            return self._is_woman(speaker.mention.actor) in (None, female)
        return not (_MALE if female else _FEMALE).match(words)

    def _head_at(self, place: int, end: int) -> Speaker | None:
        """Return whom the words at the head of a sentence name: its capital names nobody."""
        if HEAD.match(self._plain, place, end) or self._phrases.mention_at(place, end):
            return self.named_at(place, end)
        return None

    def _by_function(self, place: int, end: int) -> Speaker | None:
        """Return who is called "le ministre": the one person whom the text so describes."""
        told = self._plain[place:end]
        words = self._function_words(told)
        if end <= place or not words:
            return None
        is_personal = is_personal_role(told) or self._is_demonym(place, end)
        if not is_personal or not _DEFINITE.match(told):
            return Speaker(place, end)
        named: dict[str, Mention] = {}
        for _, mention in zip(range(_DESCRIBED), self._phrases.persons_before(place), strict=False):
            if words <= self._description(mention):
                named.setdefault(mention.actor, mention)
        if named:
            return Speaker(place, end, next(iter(named.values())) if len(named) == 1 else None)
        if (noun_of(told) or "").rpartition("-")[2] in NEWCOMERS:
            return Speaker(place, end)
        return Speaker(
            place, end, self._just_spoken_of(place, told, words) or self._named_later(place)
        )

    def _function_words(self, told: str) -> frozenset[str]:
        """Return what a function's words say of somebody, nationality aside."""
        words = frozenset(_LETTERS.findall(offices(told))) - _NO_FUNCTION
        return frozenset(word for word in words if not is_people(word)) or words

    def _is_demonym(self, place: int, end: int) -> bool:
        """Tell whether somebody is called by the land: "le Marseillais"."""
        demonym = _DEMONYM.fullmatch(self._text, place, end)
        return demonym is not None and is_people(demonym[1]) and demonym[1] != "Parisien"

    def _just_spoken_of(self, place: int, told: str, words: frozenset[str]) -> Mention | None:
        """Return who was the last subject: press calls by a function whom it has just named."""
        persons = [speaker for speaker, _ in reversed(self._recent) if _is_person(speaker)]
        for speaker in persons[:_JUST_BEFORE]:
            mention = speaker.mention
            if mention is None or place - max(speaker.end, mention.end) >= _NEAR:
                continue
            if self._may_be_called(mention, told) and self._may_hold(mention, told, words):
                return mention
        return None

    def _may_hold(self, mention: Mention, told: str, words: frozenset[str]) -> bool:
        """Tell whether nothing says that somebody else holds this office."""
        described = self._description(mention)
        if HEAD_OF_STATE in words:
            return described.isdisjoint(_OFFICE_NOUNS | _LEADING_OFFICES)
        if not _OF_SOMETHING.search(told):
            return True
        return _LEADING_OFFICES & words <= described and not _OFFICE_NOUNS & words & described

    def _named_later(self, place: int) -> Mention | None:
        """Return who is named first, where a text begins with the function: "Le maire a …"."""
        if next(self._phrases.persons_before(place), None):
            return None
        mention = self._phrases.first_person(place, place + _NEAR)
        fits = mention and self._may_be_called(mention, self._plain[place : place + _LONGEST])
        return mention if fits else None

    def _may_be_called(self, mention: Mention, words: str) -> bool:
        female = self._is_woman(mention.actor)
        if _MALE.match(words):
            return female is not True
        return female is not False or not _FEMALE.match(words)

    def _words_beside(self, mention: Mention) -> set[str]:
        before = self._plain[max(0, mention.start - 70) : mention.start]
        after = _APPOSITION.match(self._plain, mention.end, mention.end + 80)
        beside = f"{_CLAUSE_START.split(before)[-1]} {after[0] if after else ''}"
        described = set(_LETTERS.findall(offices(beside)))
        return described | ({HEAD_OF_STATE} if _PRESIDENT.search(before) else set())


_CLAUSES = (", ", " que ", " ou ")


def _is_person(speaker: Speaker) -> bool:
    return speaker.mention is not None and speaker.mention.kind is Kind.PERSON


def _by_name(mention: Mention) -> Speaker:
    return Speaker(mention.start, mention.end, mention)
