"""RSS and Atom."""

from pathlib import Path

from tests.corpus.formats.making import FULL, ITEM, PROSE, rss
from tests.corpus.formats.reading import taken_from, texts


def test_rss(tmp_path: Path) -> None:
    known, [full, short], _ = taken_from(
        tmp_path, "flux.xml", rss(ITEM.format(FULL), ITEM.format(""))
    )
    assert known == "feed"
    assert full.text == f"{PROSE.strip()}\n\nDeux."
    assert not full.stub
    assert (short.text, short.stub) == ("Le chantier commence.", True)
    assert full.declared == {
        "title": "Un port & une route",
        "date": "Sun, 03 Mar 2024 08:00:00 +0000",
        "source": "La Tribune",
        "url": "https://example.org/port",
        "id": "t-12",
    }


def test_atom(tmp_path: Path) -> None:
    data = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>La Tribune</title><entry>'
        "<title>Un port</title><id>urn:x:1</id><published>2024-03-03T08:00:00Z</published>"
        "<author><name>Awa Diarra</name></author>"
        f'<content type="html">&lt;p&gt;{PROSE}&lt;/p&gt;</content></entry></feed>'
    )
    _, [article], _ = taken_from(tmp_path, "a.atom", data)
    assert article.declared["author"] == "Awa Diarra"
    assert article.text == PROSE.strip()


def test_a_feed_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    data = rss(ITEM.format(FULL), ITEM.format(FULL)).rpartition("Deux")[0]
    _, articles, [rejection] = taken_from(tmp_path, "a.rss", data)
    assert len(articles) >= 1
    assert rejection.lost == 0


def test_entities_do_not_unfold(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = rss(ITEM.format("<content:encoded>&a11;</content:encoded>")).replace(
        "<rss", f'<!DOCTYPE rss [<!ENTITY a0 "aaaaaaaaaa">{entities}]><rss', 1
    )
    _, articles, rejections = taken_from(tmp_path, "a.xml", bomb)
    assert sum(map(len, texts(articles))) < 10_000
    assert len(articles) + len(rejections) >= 1


def test_other_xml_is_told(tmp_path: Path) -> None:
    known, _, [rejection] = taken_from(tmp_path, "a.xml", "<TEI><text>Un.</text></TEI>")
    assert known is None
    assert rejection.reason == "its structure is that of no format that is read"
