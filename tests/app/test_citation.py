"""References to copy."""

from collections.abc import Iterator
from datetime import date

import pytest

from app.citation import Style, cite
from app.locale import use_language
from corpus.article import Article, Evidence, How, Origin


@pytest.fixture(autouse=True)
def language() -> Iterator[None]:
    use_language("en")
    yield
    use_language(None)


def article(
    title: str | None = "Accord sur le fleuve",
    day: date | None = date(2024, 8, 1),
    how: How = How.STATED,
    source: str | None = "Le Rail",
    author: str | None = None,
    agency: str | None = None,
    url: str | None = None,
) -> Article:
    evidence = (Evidence("date", how, "dateline", str(day)),) if day else ()
    return Article(
        "a",
        title,
        ("Le texte.",),
        Origin("a.txt"),
        day,
        source=source,
        agency=agency,
        author=author,
        url=url,
        evidence=evidence,
    )


URL = "https://example.org/a"


@pytest.mark.parametrize(
    ("of", "english", "french"),
    [
        (
            article(author="Awa Sidibé", url=URL),
            "SIDIBÉ, Awa. Accord sur le fleuve. Le Rail [online]. 1 August 2024. "
            f"Available from: {URL}",
            "SIDIBÉ, Awa. Accord sur le fleuve. Le Rail [en ligne]. 1er août 2024. "
            f"Disponible à l’adresse : {URL}",
        ),
        (
            article(author="Awa Sidibé et Jean Le Roux"),
            "SIDIBÉ, Awa and LE ROUX, Jean. Accord sur le fleuve. Le Rail. 1 August 2024.",
            "SIDIBÉ, Awa et LE ROUX, Jean. Accord sur le fleuve. Le Rail. 1er août 2024.",
        ),
        (
            article(title="Un accord, enfin ?", agency="APA", day=date(2024, 3, 12)),
            "APA. Un accord, enfin ? Le Rail. 12 March 2024.",
            "APA. Un accord, enfin ? Le Rail. 12 mars 2024.",
        ),
        (
            article(how=How.INFERRED, agency="Le rail"),
            "Accord sur le fleuve. Le Rail. [1 August 2024?].",
            "Accord sur le fleuve. Le Rail. [1er août 2024 ?].",
        ),
        (
            article(title=None, day=None, source=None),
            "Le texte. [no date].",
            "Le texte. [sans date].",
        ),
        (
            article(author="Awa Sidibé, Ali Bâ, Ada Kéita et Ibra Sy"),
            "SIDIBÉ, Awa et al. Accord sur le fleuve. Le Rail. 1 August 2024.",
            "SIDIBÉ, Awa et al. Accord sur le fleuve. Le Rail. 1er août 2024.",
        ),
    ],
)
def test_iso_690(of: Article, english: str, french: str) -> None:
    assert cite(of, Style.ISO690) == english
    use_language("fr")
    assert cite(of, Style.ISO690) == french


@pytest.mark.parametrize(
    ("of", "english", "french"),
    [
        (
            article(author="Awa Sidibé", url=URL),
            f"Sidibé, A. (2024, August 1). Accord sur le fleuve. Le Rail. {URL}",
            f"Sidibé, A. (2024, 1er août). Accord sur le fleuve. Le Rail. {URL}",
        ),
        (
            article(author="Awa Sidibé, Ali Bâ et Jean-Marc Le Roux"),
            "Sidibé, A., Bâ, A., & Le Roux, J.-M. (2024, August 1). Accord sur le fleuve. Le Rail.",
            "Sidibé, A., Bâ, A. et Le Roux, J.-M. (2024, 1er août). Accord sur le fleuve. Le Rail.",
        ),
        (
            article(agency="APA", title=None, day=None),
            "APA. (n.d.). [Le texte.]. Le Rail.",
            "APA. (s. d.). [Le texte.]. Le Rail.",
        ),
        (
            article(),
            "Accord sur le fleuve. (2024, August 1). Le Rail.",
            "Accord sur le fleuve. (2024, 1er août). Le Rail.",
        ),
    ],
)
def test_apa(of: Article, english: str, french: str) -> None:
    assert cite(of, Style.APA) == english
    use_language("fr")
    assert cite(of, Style.APA) == french


def test_nothing_in_it_acts_on_a_terminal() -> None:
    assert "\x1b" not in cite(article(title="Un \x1b[2J titre"), Style.APA)
