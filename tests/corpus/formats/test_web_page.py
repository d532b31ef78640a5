"""Saved web pages."""

import json
from pathlib import Path

import pytest

from corpus.formats.fields import LARGEST
from corpus.formats.markup import parse
from corpus.formats.page_fields import page_fields
from tests.corpus.formats.reading import taken_from

FIRST = "Le chantier du port a commencé lundi au nord de la capitale, ont annoncé les autorités. "
SECOND = "Deux cents emplois sont attendus, selon le ministère des transports et la chambre. "
ARTICLE = f"<article><h1>Un port au nord</h1><p>{FIRST * 3}</p><p>{SECOND * 3}</p></article>"
LD = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": ["NewsArticle"],
            "headline": "Un port au nord &amp; une route",
            "datePublished": "2024-03-03T08:00:00+01:00",
            "dateModified": "2024-03-05",
            "author": [{"@type": "Person", "name": "Awa Diarra"}, {"@id": "#moussa"}],
            "publisher": {"@id": "https://example.org/#org"},
            "url": "https://example.org/port#page",
        },
        {"@type": "Organization", "@id": "https://example.org/#org", "name": "La Tribune"},
        {"@type": "Person", "@id": "#moussa", "name": "Moussa Sissoko"},
    ],
}


def page(head: str = "", body: str = ARTICLE) -> str:
    menu = "<nav><ul><li><a href='/'>Accueil</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
    foot = "<footer><p>Suivez-nous sur les réseaux sociaux</p></footer>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{menu}{body}{foot}</body></html>"


def ld(block: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(block)}</script>'


def fields(head: str, body: str = "") -> tuple[dict[str, str], dict[str, str]]:
    root = parse(page(head, body))
    assert root is not None
    return page_fields(root)


def test_a_page_is_one_article_without_what_stands_around_it(tmp_path: Path) -> None:
    known, [article], rejections = taken_from(tmp_path, "port.html", page(ld(LD)))
    assert (known, rejections) == ("web page", [])
    assert article.alone
    paragraphs = article.text.split("\n\n")
    assert paragraphs[-2:] == [(FIRST * 3).strip(), (SECOND * 3).strip()]
    assert "Accueil" not in article.text
    assert "réseaux" not in article.text
    assert article.declared["date"].startswith("2024-03-03")
    assert article.rules["date"] == "JSON-LD"


def test_json_ld_tells_most(tmp_path: Path) -> None:
    found, rules = fields(ld(LD))
    assert found == {
        "title": "Un port au nord & une route",
        "date": "2024-03-03T08:00:00+01:00",
        "source": "La Tribune",
        "author": "Awa Diarra, Moussa Sissoko",
        "url": "https://example.org/port",
    }
    assert set(rules.values()) == {"JSON-LD"}


@pytest.mark.parametrize(
    "block",
    ["{", "[" * 5_000, '{"@type": "WebSite", "name": "x"}', '{"@type": 3}', '{"@type": []}'],
)
def test_json_ld_that_tells_nothing(block: str) -> None:
    assert fields(f'<script type="application/ld+json">{block}</script>') == ({}, {})


def test_meta_tags_tell_what_json_ld_does_not() -> None:
    head = (
        '<meta property="og:title" content="Un port">'
        '<meta property="og:site_name" content="La Tribune">'
        '<meta property="article:published_time" content="2024-03-03T08:00:00+01:00">'
        '<meta property="article:author" content="https://social.example/awa">'
        '<meta name="author" content="Awa Diarra"><link rel="canonical" href="https://e.org/p">'
    )
    found, rules = fields(head)
    assert found == {
        "title": "Un port",
        "date": "2024-03-03T08:00:00+01:00",
        "source": "La Tribune",
        "author": "Awa Diarra",
        "url": "https://e.org/p",
    }
    assert (rules["date"], rules["url"]) == ("meta tag", "page")


def test_a_date_that_is_none_gives_way_to_the_next() -> None:
    head = '<meta name="datePublished" content="hier"><meta name="date" content="2024-03-03">'
    assert fields(head)[0]["date"] == "2024-03-03"


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Un port au nord | La Tribune", "<h1>Un port au nord</h1>", "Un port au nord"),
        ("Un port - La Tribune", "<h1>La Tribune</h1>", "Un port"),
        ("Un port", "<h1>Un   PORT</h1>", "Un PORT"),
        ("Un port au nord", "<h1>Autre chose</h1>", "Un port au nord"),
        ("La Tribune", "", "La Tribune"),
        ("", "<h1></h1><h1>Un port</h1>", "Un port"),
    ],
)
def test_the_title_is_the_heading_without_the_site(title: str, body: str, expected: str) -> None:
    head = f'<meta property="og:site_name" content="La Tribune"><title>{title}</title>'
    assert fields(head, body)[0]["title"] == expected


def test_a_date_that_is_only_in_the_page_is_found(tmp_path: Path) -> None:
    body = ARTICLE.replace("</h1>", '</h1><time datetime="2024-03-03T10:00">3 mars 2024</time>')
    _, [article], _ = taken_from(tmp_path, "a.html", page(body=body))
    assert article.declared["date"] == "2024-03-03"
    assert article.rules["date"] == "htmldate"


@pytest.mark.parametrize(
    "data", ["<html></html>", "<p>", "<html><body><img src='x'></body></html>"]
)
def test_a_page_without_an_article_is_rejected(data: str, tmp_path: Path) -> None:
    _, articles, [rejection] = taken_from(tmp_path, "a.html", data)
    assert articles == []
    assert rejection.reason == "a page without the text of an article"


def test_what_is_no_page_is_told(tmp_path: Path) -> None:
    known, _, [rejection] = taken_from(tmp_path, "a.html", "Un texte, pas une page.")
    assert known is None
    assert rejection.reason == "its structure is that of no format that is read"


def test_old_encodings_are_read(tmp_path: Path) -> None:
    _, [article], _ = taken_from(tmp_path, "a.htm", page().encode("cp1252"))
    assert "commencé" in article.text


def test_pictures_in_the_page_do_not_count(tmp_path: Path) -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 100_000}">'
    _, [article], _ = taken_from(tmp_path, "a.html", page(body=picture + ARTICLE))
    assert "commencé" in article.text


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 20_000 + "Un texte.",
        "<p>" + "<b>" * 3_000 + "Un texte." * 50,
        f"<p title='{'a' * 2_000_000}'>Un texte.</p>",
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><p>&b;</p>",
        "<table>" * 2_000 + "<tr><td>x" * 2_000,
    ],
    ids=["deep", "emphasis", "attribute", "entities", "tables"],
)
def test_hostile_pages_give_an_article_or_a_rejection(body: str, tmp_path: Path) -> None:
    _, articles, rejections = taken_from(tmp_path, "a.html", page(body=body))
    assert len(articles) + len(rejections) == 1


def test_a_page_of_more_than_20_mb_is_rejected(tmp_path: Path) -> None:
    _, _, [rejection] = taken_from(tmp_path, "a.html", b"<html>" + b" " * LARGEST)
    assert rejection.reason == "larger than 20 MB"
