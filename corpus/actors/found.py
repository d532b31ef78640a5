"""What is found of an article's actors."""

from corpus.article import Mention
from corpus.values import frozen


@frozen
class Found:
    """The actors that an article names, each where it names them."""

    title_mentions: tuple[Mention, ...]
    mentions: tuple[Mention, ...]
