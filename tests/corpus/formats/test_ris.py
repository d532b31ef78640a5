"""References in RIS."""

from pathlib import Path

from tests.corpus.formats.reading import taken_from


def test_ris(tmp_path: Path) -> None:
    data = (
        "TY  - NEWS\r\nTI  - Un port\r\nAU  - Diarra, Awa\r\nAU  - Sissoko, M.\r\nT2  - La Tribune"
        "\r\nDA  - 2024/03/03/\r\nUR  - https://example.org\r\nAB  - Le chantier\r\ncommence.\r\n"
        "ER  - \r\n\r\nTY  - NEWS\r\nER  - \r\n"
    )
    known, [article], [rejection] = taken_from(tmp_path, "a.ris", data)
    assert known == "references in RIS"
    assert article.declared == {
        "title": "Un port",
        "author": "Diarra, Awa; Sissoko, M.",
        "source": "La Tribune",
        "date": "2024-03-03",
        "url": "https://example.org",
    }
    assert (article.text, article.stub) == ("Le chantier\ncommence.", True)
    assert rejection.item == 2
