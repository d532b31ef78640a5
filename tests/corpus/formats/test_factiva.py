"""Exports of Factiva."""

from pathlib import Path

import pytest

from corpus.dates.expressions import read
from tests.corpus.formats.reading import taken_from

NUMBER = "TRIBFL0020240303ek3300001"


def row(code: str, value: str) -> str:
    return (
        f'<tr><td align="right" class="index"><b>{code}</b>&nbsp;</td><td>{value}</td></tr>'
        if value
        else ""
    )


def paragraph(text: str) -> str:
    return f'<p class="articleParagraph frarticleParagraph">{text}</p>\n'


def article(
    *, last: bool = False, language: str = "fr", day: str = "3 mars 2024", lead: str = "Un."
) -> str:
    outer = "lastarticle" if last else "article"
    inner = ' id="lastArticle"' if last else ""
    return (
        f'<div id="article-{NUMBER}" class="{outer}">'
        f'<div{inner} class="article {language}Article"><table>'
        + row("SE", "Économie")
        + row("HD", f"<b class='{language}Headline'>Un port\nau nord</b>")
        + row("BY", "Awa Diarra")
        + row("WC", "12 mots")
        + row("PD", day)
        + row("ET", "15:32")
        + row("SN", "La Tribune du Fleuve")
        + row("LP", paragraph(lead) if lead else "")
        + row("TD", paragraph("Deux.") + paragraph("Trois.") if lead else "")
        + row("NS", "gcat : Political/General News")
        + f'<tr><td class="index"><br/><b>AN</b>&nbsp;</td><td><br/>Document {NUMBER}</td></tr>'
        + "</table><br/></div></div><br/><span></span>"
    )


def page(*articles: str) -> str:
    return (
        "<!DOCTYPE html><html><head><title>Factiva</title></head><body><form>"
        f"{''.join(articles)}<div id='pageFooter'>© 2024 Factiva, Inc.</div></form></body></html>"
    )


def test_rows_of_codes_are_fields_and_text(tmp_path: Path) -> None:
    known, [found], rejections = taken_from(tmp_path, "factiva.html", page(article()))
    assert (known, rejections) == ("Factiva export", [])
    assert found.declared == {
        "title": "Un port au nord",
        "author": "Awa Diarra",
        "date": "3 mars 2024",
        "source": "La Tribune du Fleuve",
        "id": NUMBER,
    }
    assert found.text == "Un.\n\nDeux.\n\nTrois."


def test_the_last_article_is_counted_once_like_the_others(tmp_path: Path) -> None:
    _, articles, rejections = taken_from(
        tmp_path, "a.html", page(article(), article(), article(last=True))
    )
    assert (len(articles), rejections) == (3, [])
    assert "Factiva" not in articles[-1].text


@pytest.mark.parametrize(
    ("language", "day"), [("en", "3 March 2024"), ("fr", "3 mars 2024"), ("en", "March 3, 2024")]
)
def test_months_follow_the_language_of_the_interface(
    language: str, day: str, tmp_path: Path
) -> None:
    _, [found], _ = taken_from(tmp_path, "a.html", page(article(language=language, day=day)))
    assert str(read(found.declared["date"])) == "2024-03-03"


def test_a_headline_alone_is_a_stub(tmp_path: Path) -> None:
    _, [found], _ = taken_from(tmp_path, "a.html", page(article(lead="")))
    assert (found.stub, found.text) == (True, "")


def test_articles_shown_without_codes(tmp_path: Path) -> None:
    shown = (
        '<div id="article-1" class="article"><div class="article frArticle"><div></div>'
        '<div id="hd"><span class="frHeadline">Un port</span></div>'
        '<div class="author">Awa Diarra</div><div>12 mots</div><div>3 mars 2024</div>'
        "<div>15:32</div><div>La Tribune du Fleuve</div><div>TRIBFL</div><div>Français</div>"
        f"<div>(c) 2024</div>{paragraph('Un.')}{paragraph('Deux.')}"
        f"<p>Document {NUMBER}</p><div>Document {NUMBER}</div></div></div>"
    )
    _, [found], _ = taken_from(tmp_path, "a.html", page(shown))
    assert found.text == "Un.\n\nDeux."
    assert found.declared == {
        "title": "Un port",
        "author": "Awa Diarra",
        "date": "3 mars 2024",
        "source": "La Tribune du Fleuve",
        "id": NUMBER,
    }


def test_an_article_without_anything_is_rejected(tmp_path: Path) -> None:
    empty = '<div class="article frArticle"><table></table></div>'
    _, articles, [rejection] = taken_from(tmp_path, "a.html", page(article(), empty))
    assert len(articles) == 1
    assert (rejection.item, rejection.reason) == (2, "it holds no text")


def test_an_export_without_articles_is_told(tmp_path: Path) -> None:
    known, articles, [rejection] = taken_from(tmp_path, "a.html", page())
    assert (known, articles) == ("Factiva export", [])
    assert rejection.reason == "no article was found in it"
