"""Phrases around a verb of saying: where a name, a function, a complement ends.

Nothing is parsed: words are told by their kind, endings and the names found. All patterns are for
plain text, see `speech.plain`; offsets are in code points.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from corpus.actors.vocabulary import KIN, TITLES
from corpus.article import Kind, Mention

DETERMINER = (
    r"(?:(?:les?|la|une?|des|cet?|cette|ces|son|sa|ses|leurs?|plusieurs|certaine?s|quelques"
    r"|de nombreu(?:x|ses)|deux|trois|l'une? des|beaucoup de) |l')"
)
ADDRESS = r"(?:mm?\.|mr|mmes?|mlle|me|dr|pr|mgr|monsieur|madame|maitre) "
WEEKDAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"

HEAD = re.compile(rf"{DETERMINER}|{ADDRESS}|(?:celui|celle|ceux|celles)(?: |-ci|-la)")
"""What a phrase for somebody begins with, if not with a name."""

_LONGEST = 200
"""How many characters a verb's complements may have, or the words that name a speaker."""
_BACK = 70
"""How many characters before a name are looked at."""

_DETERMINERS = re.compile(rf"(?:{DETERMINER})+")
_ADDRESSED = re.compile(ADDRESS)
WHEN = re.compile(
    rf"(?:ce |le )?{WEEKDAY}"
    r"(?: (?:matin|midi|soir|dernier|apres-midi|\d\d?(?:er)?(?: [a-z]+)?(?: \d{4})?))*"
    r"|hier(?: (?:matin|soir))?|aujourd'hui|ce (?:matin|midi|soir|jour)|cet apres-midi|cette nuit"
    r"|plus tot|plus tard|le lendemain|la veille|a l'epoque|le \d\d?(?:er)? [a-z]+(?: \d{4})?"
)
_ADVERB = re.compile(
    r"(?:[a-z]+ment|aussi|encore|ainsi|alors|ensuite|enfin|toutefois|cependant|pourtant|deja|puis"
    r"|par ailleurs|en outre|de plus|au passage|(?:de|a) (?:son|leur) (?:cote|tour)"
    r"|pour (?:sa|leur) part|quant a (?:lui|elle|eux|elles)|[ad]e? nouveau|elle aussi|lui aussi"
    r"|quand meme|tout de meme|d'emblee|d'abord|en substance|en resume)(?![a-z])"
)
_PREPOSITION = re.compile(
    r"(?:a|aux?|dans|sur|devant|en|pour|avec|par|apres|avant|pendant|via|depuis|chez|sous|contre"
    r"|face (?:a|aux?)|en reponse (?:a|aux?)"
    r"|(?:lors|aupres|au micro|a l'occasion|a propos|a l'issue|en marge|au cours|a la suite"
    r"|au sujet) d[eu']s?)(?: |(?<='))"
)
_OF = re.compile(r"de l'|de la |du |des |de |d'|en |et |a l'|a la |au ")
_WORD = re.compile(r"[\w'.-]*[\w-]")
_NOUN = re.compile(
    r"(?:(?:premiere?|jeune|ancien(?:ne)?|ex|vice|nouve(?:au|lle)|nombreu(?:x|ses)|petite?|grande?"
    r"|autres?|deux|trois|principaux|meme) )*(?:mm?\. |mmes? |me )?[\w'-]*[\w]"
)
_THAT = re.compile(r"(?:que|qui|dont|ou) |qu'")
_ADJECTIVE = re.compile(
    r"(?:[a-z-]+(?:ie(?:n|nne)s?|aise?s?|oise?s?|aine?s?|als?|aux|ales?|iques?|aires?|i(?:f|ve)s?"
    r"|eux|euses?|els?|elles?|[ai]bles?|istes?|ante?s?|ees?|ee(?:n|nne)s?|eure?s?|ine?s?|es)"
    r"|allemande?s?|espagnole?s?|afghane?s?|catalane?s?|normande?s?|flamande?s?|tcheques?|serbes?"
    r"|croates?|bulgares?|malgaches?|perses?|touaregs?"
    r"|russes?|suisses?|belges?|tur(?:c|que)s?|grecs?|par interim|en chef|adjointe?s?|jeunes?"
    r"|numero \w+|local|(?:ouest|sud|nord)-\w+|corse|basque|kurde|arabe|vert|de (?:gauche|droite)"
    r")(?![\w'-])"
)
"""What may follow a noun and belong to it, by its ending."""
_NO_ADJECTIVE = re.compile(
    r"(?:etait|avait|serait|aurait|elles|dans|les|des|mais|sans|tres|apres|pres|alors|lors|mars"
    r"|mercredis?|ses|ces|puis|depuis|entre)(?![\w'-])"
)
_GENITIVE = re.compile(
    r"de l'|de la |du |des |de |d'|en charge d[eu']s? ?(?:la |l')?|a l'|a la |aux? "
    r"|et (?=d[eu']|ministre|president)"
)
_CAPITALS = re.compile(
    r"[A-ZÀ-Þ][\w'’-]*(?:[ \u00a0](?:(?:de|du|la|le|ben|ag|ould|al|van|von) )?[A-ZÀ-Þ][\w'’-]*)*"
)
_PREPOSED = re.compile(
    r"(?:^|[ ,(])(?:de |d'|du |des |a |aux? |par |avec |pour |contre |sur |chez |de l'|de la |et )$"
)
"""What stands before a name of which something else is said."""
_TITLE_OF_OTHER = re.compile(
    r"(?:du|de la|de l'|au|a la|d'une?) ?"
    rf"(?:{'|'.join(sorted(TITLES | KIN, key=len, reverse=True))})(?: [a-z-]+){{0,2}} $"
)
"""Whose title stands before a name is another: "le fils du sénateur centriste Bockel"."""
_ADDRESS_BEFORE = re.compile(rf"\.? ?,? ?(?:{ADDRESS})?")
_CLAUSE_BEFORE = re.compile(rf"(?:^|[,;:] |que |qu'|ou |et )(?:{DETERMINER})?$")


class Phrases:
    """The phrases of one text."""

    def __init__(self, text: str, plain: str, mentions: Sequence[Mention]) -> None:
        """`plain`: the text in plain form; `mentions`: the names in it, in order."""
        self._text, self._plain = text, plain
        self.mentions = mentions
        self._starts = [mention.start for mention in mentions]

    def past_complements(self, at: int, end: int) -> int:
        """Return where what belongs to a verb ends: when, where, to whom."""
        end = min(end, at + _LONGEST)
        for _ in range(8):
            while at < end and self._plain[at] in " ,":
                at += 1
            if found := WHEN.match(self._plain, at, end) or _ADVERB.match(self._plain, at, end):
                at = found.end()
            elif preposition := _PREPOSITION.match(self._plain, at, end):
                at = self._past_phrase(preposition.end(), end)
            else:
                break
        return at

    def role_end(self, place: int, last: int) -> int:
        """Return where the words for somebody without a name end: "le directeur du port"."""
        name = _CAPITALS.match(self._text, place, last)
        if name and not HEAD.match(self._plain, place, last):
            return name.end()
        at = self._past_noun(place, last)
        while at < last and self._plain[at] == " ":
            if of := _GENITIVE.match(self._plain, at + 1, last):
                at = self._past_noun(of.end(), last)
            elif name := _CAPITALS.match(self._text, at + 1, last):
                at = name.end()
            elif _NO_ADJECTIVE.match(self._plain, at + 1, last):
                break
            elif adjective := _ADJECTIVE.match(self._plain, at + 1, last):
                at = adjective.end()
            else:
                break
        return at

    def person_in(self, start: int, end: int) -> Mention | None:
        """Return the person whom a phrase names, after a function or title of theirs."""
        for mention in self._between(start, end):
            before = self._plain[start : mention.start]
            if mention.kind is Kind.PERSON and not _PREPOSED.search(before):
                return mention if self._is_title(start, mention.start) else None
        return None

    def first_person(self, start: int, end: int) -> Mention | None:
        """Return the first person named in [start, end) who is not spoken of after "de", "à"."""
        for mention in self._between(start, end):
            before = self._plain[max(start, mention.start - _BACK) : mention.start]
            other = _PREPOSED.search(before) or _TITLE_OF_OTHER.search(before)
            if mention.kind is Kind.PERSON and not other:
                return mention
        return None

    def mention_at(self, place: int, end: int) -> Mention | None:
        """Return the name that the words at `place` begin with, an article aside."""
        determiner = _DETERMINERS.match(self._plain, place, end)
        return self._starting(place) or (self._starting(determiner.end()) if determiner else None)

    def apposed(self, comma: int, end: int) -> Mention | None:
        """Return the person named right after a comma: "le directeur, Bassem al-Kaissi"."""
        place = comma + 1
        while place < end and self._plain[place] == " ":
            place += 1
        if address := _ADDRESSED.match(self._plain, place, end):
            place = address.end()
        mention = self._starting(place)
        return mention if mention and mention.kind is Kind.PERSON else None

    def mention_ending(self, start: int, end: int) -> Mention | None:
        """Return the name that ends at `end` and is no part of another phrase."""
        mention = self.ending_at(end)
        if mention is None or mention.start < start:
            return None
        before = self._plain[max(start, mention.start - _BACK) : mention.start]
        if _PREPOSED.search(before):
            return None
        alone = mention.kind is Kind.PERSON or _CLAUSE_BEFORE.search(before)
        return mention if alone else None

    def ending_at(self, end: int) -> Mention | None:
        """Return the name that ends at `end`, or right before a sign there."""
        number = bisect_left(self._starts, end) - 1
        mention = self.mentions[number] if number >= 0 else None
        return mention if mention and mention.end in (end, end - 1) else None

    def persons_before(self, at: int) -> Iterator[Mention]:
        """Yield the mentions of persons before `at`, the nearest first."""
        for number in range(bisect_left(self._starts, at) - 1, -1, -1):
            if self.mentions[number].kind is Kind.PERSON:
                yield self.mentions[number]

    def _past_phrase(self, at: int, end: int) -> int:
        """Return where the phrase after a preposition ends."""
        at = self._past_noun(at, end)
        while at < end and self._plain[at] == " ":
            after = at + 1
            if of := _OF.match(self._plain, after, end):
                at = self._past_noun(of.end(), end)
            elif self._begins_another(after, end):
                break
            elif word := _WORD.match(self._plain, after, end):
                at = word.end()
            else:
                break
        return at

    def _begins_another(self, at: int, end: int) -> bool:
        patterns = (_THAT, HEAD, WHEN, _PREPOSITION)
        return self._text[at : at + 1].isupper() or any(
            pattern.match(self._plain, at, end) for pattern in patterns
        )

    def _past_noun(self, at: int, end: int) -> int:
        if determiner := _DETERMINERS.match(self._plain, at, end):
            at = determiner.end()
        if mention := self._starting(at):
            return mention.end
        words = _NOUN.match(self._plain, at, end)
        return words.end() if words else at

    def _is_title(self, start: int, at: int) -> bool:
        """Tell whether the words from `start` to a name at `at` are the function of its bearer."""
        if at == start:
            return True
        rest = self._plain[self.role_end(start, at) : at]
        if rest.strip() and _ADDRESS_BEFORE.fullmatch(rest) is None:
            return False
        return _TITLE_OF_OTHER.search(self._plain[start:at]) is None

    def _between(self, start: int, end: int) -> Sequence[Mention]:
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _starting(self, at: int) -> Mention | None:
        number = bisect_left(self._starts, at)
        if number < len(self._starts) and self._starts[number] == at:
            return self.mentions[number]
        return None
