"""The values of what is quoted. Offsets are code points of the article's text."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.article import Mention, Span


class QuotationKind(StrEnum):
    """How somebody's words are given."""

    DIRECT = "direct"
    """In quotation marks."""
    INDIRECT = "indirect"
    """Reported: after "selon", after "a déclaré que", before ", a indiqué le ministre"."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is quoted: the words of the text that say so, and the actor where they tell one."""

    start: int
    """Where the words begin; a pronoun's own place."""
    end: int
    mention: Mention | None = None
    """A mention of the actor, which may stand elsewhere in the text."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words at [start, end) of a text that are somebody's; without the marks around them."""

    start: int
    end: int
    kind: QuotationKind
    speaker: Speaker | None = None
    """None where the text does not tell."""

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return self.start, self.end

    @property
    def actor(self) -> str | None:
        """The name of the actor who speaks, where it is known."""
        mention = self.speaker and self.speaker.mention
        return mention.actor if mention else None
