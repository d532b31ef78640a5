"""What of an article stands in others, in words."""

import pytest

from app.copied import near_identical, percent, told
from app.locale import use_language
from corpus.article import Article, Origin
from index.copied import Copied, Holder, Order

ARTICLE = Article("a", "Titre", ("Texte.",), Origin("a.txt"))
EARLIER, SAME_DAY, LATER, UNKNOWN = Order


@pytest.fixture(autouse=True)
def _english() -> None:
    use_language("en")


def copied(*holders: tuple[Order, int, float]) -> Copied:
    """Return what stands in so many articles of an order, and how much of it."""
    return Copied(
        tuple(
            Holder(f"{order}{n}", "", None, None, None, order, share, share)
            for order, count, share in holders
            for n in range(count)
        ),
        {order: share for order, _count, share in holders},
    )


@pytest.mark.parametrize(
    ("holders", "said"),
    [
        ([], ""),
        ([(EARLIER, 1, 0.09)], ""),
        (
            [(EARLIER, 3, 0.72)],
            "72 % of this stands in 3 earlier articles of this folder; agency credited: no",
        ),
        (
            [(EARLIER, 1, 0.4), (SAME_DAY, 2, 0.5)],
            "40 % of this stands in 1 earlier article of this folder; "
            "50 % of this stands in 2 articles of the same day; agency credited: no",
        ),
        (
            [(LATER, 2, 1.0)],
            "earliest in this folder; 100 % of this stands in 2 later articles; "
            "agency credited: no",
        ),
        (
            [(LATER, 2, 0.6), (UNKNOWN, 1, 0.6)],
            "60 % of this stands in 2 later articles; "
            "60 % of this stands in 1 article, earlier or later; agency credited: no",
        ),
    ],
)
def test_only_the_order_of_dates_is_told(
    holders: list[tuple[Order, int, float]], said: str
) -> None:
    assert told(ARTICLE, copied(*holders)) == said


def test_the_agency_is_told_that_the_article_names() -> None:
    credited = Article("a", "Titre", ("Texte.",), Origin("a.txt"), agency="AD\x1bF")
    assert told(credited, copied((EARLIER, 1, 0.5))).endswith("agency credited: AD␛F")


@pytest.mark.parametrize(
    ("share", "said"), [(0, "0 %"), (0.724, "72 %"), (0.999, "99 %"), (1, "100 %")]
)
def test_all_is_said_only_of_the_whole(share: float, said: str) -> None:
    assert percent(share) == said


def test_in_french() -> None:
    use_language("fr")
    assert near_identical(6) == "+ 6 presque identiques"
    said = told(ARTICLE, copied((EARLIER, 3, 0.72))).replace("\u00a0", " ")
    assert said == (
        "72 % de ce texte se trouve dans 3 articles antérieurs de ce dossier ; agence citée : non"
    )
