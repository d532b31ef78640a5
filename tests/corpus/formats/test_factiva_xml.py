"""Exports of Factiva in XML."""

from pathlib import Path

import pytest

from tests.corpus.formats.reading import taken_from

NUMBER = "TRIBFL0020240303ek3300001"


def paragraph(text: str) -> str:
    return f'<paragraph display="Proportional" truncation="None">{text}</paragraph>'


def entry(
    *,
    headline: str = paragraph("\n  <hlt>Un port</hlt>\n  au nord"),
    lead: str = paragraph("Le port\u00a0: enfin\u00a0!"),
    tail: str = paragraph("Deux &amp; trois.") + paragraph("Quatre."),
    day: str = "<dateTime>2024-03-03T08:00:00Z</dateTime>",
) -> str:
    return (
        f"<ppsarticle><article><accessionNo>{NUMBER}</accessionNo>"
        f"<reference>distdoc:archive/ArchiveDoc::Article/{NUMBER}</reference>"
        f"<baseLanguage>FR</baseLanguage><byline>Awa Diarra</byline>"
        f"<headline>{headline}</headline><leadParagraph>{lead}</leadParagraph>"
        f"<publicationDate>{day}</publicationDate><publisherName>Un groupe</publisherName>"
        f"<sourceName>La Tribune du Fleuve</sourceName>"
        f'<region code="mali"><name>Mali</name></region>'
        f"<tailParagraphs>{tail}</tailParagraphs><notes>Une note</notes>"
        f"<wordCount>12</wordCount></article></ppsarticle>"
    )


def answer(*entries: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<PPSResponse>'
        '<ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0">'
        f'<ppsarticleResultSet count="{len(entries)}">{"".join(entries)}</ppsarticleResultSet>'
        "</ppsArticleResponse></PPSResponse>"
    )


def test_elements_are_fields_and_text(tmp_path: Path) -> None:
    known, [found], rejections = taken_from(tmp_path, "factiva.xml", "\ufeff" + answer(entry()))
    assert (known, rejections) == ("Factiva export", [])
    assert found.declared == {
        "title": "Un port au nord",
        "author": "Awa Diarra",
        "date": "2024-03-03T08:00:00Z",
        "source": "La Tribune du Fleuve",
        "id": NUMBER,
    }
    assert found.text == "Le port\u00a0: enfin\u00a0!\n\nDeux & trois.\n\nQuatre."
    assert [(piece.rule, piece.text) for piece in found.left_out] == [("notes", "Une note")]


def test_older_files_give_the_day_alone_and_no_paragraphs(tmp_path: Path) -> None:
    older = entry(headline="Un port", lead="Le port.", tail="", day="<date>2024-03-03</date>")
    _, [found], _ = taken_from(tmp_path, "factiva.xml", answer(older))
    assert (found.declared["date"], found.text) == ("2024-03-03", "Le port.")


def test_names_may_have_a_prefix(tmp_path: Path) -> None:
    text = answer(entry()).replace("</", "</pps:").replace("<p", "<pps:p")
    for name in ("article>", "headline", "leadP", "tailP", "accessionNo", "sourceName", "byline"):
        text = text.replace(f"<{name}", f"<pps:{name}")
    _, [found], _ = taken_from(tmp_path, "factiva.xml", text)
    assert found.declared["title"] == "Un port au nord"
    assert "Quatre." in found.text


def test_an_article_without_text_is_a_stub(tmp_path: Path) -> None:
    _, [found], _ = taken_from(tmp_path, "factiva.xml", answer(entry(lead="", tail="")))
    assert (found.stub, found.text) == (True, "")


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (entry(headline="", lead="", tail=""), "it holds no text"),
        ("<ppsarticle><article><headline>Un port</headline>", "damaged"),
    ],
)
def test_a_broken_article_costs_no_other(broken: str, reason: str, tmp_path: Path) -> None:
    _, articles, [rejection] = taken_from(tmp_path, "factiva.xml", answer(entry(), broken, entry()))
    assert [article.declared["title"] for article in articles] == ["Un port au nord"] * 2
    assert (rejection.item, reason in rejection.reason) == (2, True)


def test_entities_are_not_unfolded(tmp_path: Path) -> None:
    doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    text = answer(entry(lead=paragraph("Un &a; &b; deux.")))
    _, [found], _ = taken_from(tmp_path, "factiva.xml", text.replace("?>", f"?>{doctype}", 1))
    assert "aaaa" not in found.text
    assert "root" not in found.text
