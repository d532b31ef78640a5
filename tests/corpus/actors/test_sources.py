"""Media as sources, and media that act."""

import pytest

from corpus.actors.sources import is_source


def told(text: str) -> bool:
    start = text.index("[")
    plain = text.replace("[", "").replace("]", "")
    return is_source(plain, start, text.index("]") - 1)


@pytest.mark.parametrize(
    "text",
    [
        "Selon [Le Progrès], il a plu.",
        "d’après le quotidien [Le Progrès], il a plu",
        "Il a plu, rapporte [Le Progrès].",
        "Il a plu, révèle ce vendredi [Le Progrès].",
        "a-t-il déclaré à l'[AFP]",
        "a-t-elle dit au [Progrès]",
        "interrogé par [RFI], il se tait",
        "Il a plu ([AFP])",
        "[Le Progrès] révèle qu'il a plu",
        "[Le Progrès] a révélé qu'il a plu",
    ],
)
def test_who_tells_the_news_is_a_source(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "[Le Progrès] licencie trente personnes.",
        "Le patron de [RFI] démissionne.",
        "Ils ont suspendu [RFI] et coupé son signal.",
        "Une émission diffusée sur [France 2] hier",
    ],
)
def test_who_acts_or_is_acted_upon_is_an_actor(text: str) -> None:
    assert not told(text)
