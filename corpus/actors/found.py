"""What is found of an article's actors."""

from dataclasses import dataclass

from corpus.article import Mention


@dataclass(frozen=True, slots=True)
class Found:
    """The actors that an article names, each where it names them."""

    title_mentions: tuple[Mention, ...]
    mentions: tuple[Mention, ...]
