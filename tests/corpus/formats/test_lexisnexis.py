"""Exports of LexisNexis: text, HTML, and the Word documents of Nexis Uni."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from tests.corpus.formats.reading import taken_from

ENGLISH = """
                               {n} of 2 DOCUMENTS



                            La Tribune du Fleuve (Kayes)

                            March 3, 2024 Sunday
                                   Edition 1;
                                    Nord

Un port au nord
de la capitale

BYLINE: By Awa Diarra

SECTION: ECONOMIE; Pg. 6

LENGTH: 355 words

Le chantier du port a commencé lundi, ont annoncé les autorités de la région
qui en attendent deux cents emplois.

Une route: la première depuis dix ans. LANGUAGE: mot du texte.

LOAD-DATE: March 4, 2024

LANGUAGE: FRENCH; FRANCAIS

PUBLICATION-TYPE: Newspaper


                       Copyright 2024 La Tribune du Fleuve
                              All Rights Reserved
"""

FRENCH = """
                               Document {n} de 2

                            La Tribune du Fleuve

                            3 mars 2024 dimanche

Un port

AUTEUR: Awa Diarra

LONGUEUR: 12 mots

ENCART: Le chantier commence.

Un texte.

LANGUE: FRENCH; FRANCAIS

                       Copyright 2024 La Tribune du Fleuve
                              Tous Droits Réservés
"""


def page(*bodies: str) -> str:
    articles = "".join(
        f"<a name='DOC_ID_0_{n}'></a><!-- Hide XML section from browser\n<DOC NUMBER={n}>\n"
        f"<DOCFULL> -->\n<br><div class='c0'><p><span>{n} of 2 DOCUMENTS</span></p></div>{body}"
        "<!-- Hide XML section from browser\n</DOCFULL>\n</DOC> -->"
        for n, body in enumerate(bodies, start=1)
    )
    return f"<html><body>\n<!-- LXNComment 1:2 -->\n{articles}</body></html>"


BODY = """<div><p>La Tribune du Fleuve</p></div><div><p>3 mars 2024 dimanche</p></div>
<div><p>Late Edition - Final</p></div><div><p><span>Un port</span></p></div>
<div><p><span>LONGUEUR: </span>12 mots</p></div>
<div><p>Un texte, où une ligne
est cassée.</p><p>Deux.</p></div><div><p>LANGUE: FRENCH</p></div>
<div><p>Copyright 2024 X<br>Tous Droits Réservés</p></div>"""


def test_text_in_english(tmp_path: Path) -> None:
    data = "Download Request: 1-2\n" + ENGLISH.format(n=1) + ENGLISH.format(n=2)
    known, articles, rejections = taken_from(tmp_path, "a.TXT", data)
    assert (known, len(articles), rejections) == ("LexisNexis export", 2, [])
    assert articles[0].declared == {
        "source": "La Tribune du Fleuve (Kayes)",
        "date": "March 3, 2024 Sunday Edition 1; Nord",
        "title": "Un port au nord de la capitale",
        "author": "Awa Diarra",
    }
    assert articles[0].text == (
        "Le chantier du port a commencé lundi, ont annoncé les autorités de la région qui en "
        "attendent deux cents emplois.\n\n"
        "Une route: la première depuis dix ans. LANGUAGE: mot du texte."
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_text_in_french(encoding: str, tmp_path: Path) -> None:
    data = (FRENCH.format(n=1) + FRENCH.format(n=2)).encode(encoding)
    _, [article, _], _ = taken_from(tmp_path, "a.txt", data)
    assert article.declared == {
        "source": "La Tribune du Fleuve",
        "date": "3 mars 2024 dimanche",
        "title": "Un port",
        "author": "Awa Diarra",
    }
    assert article.text == "Le chantier commence.\n\nUn texte."


def test_text_without_length_or_language(tmp_path: Path) -> None:
    data = "\n 1 of 1 DOCUMENTS\n\nLe Fleuve\n\n3 mars 2024\n\nUn port\n\nUn.\n\nDeux.\n"
    _, [article], _ = taken_from(tmp_path, "a.txt", data)
    assert (article.declared["title"], article.text) == ("Un port", "Un.\n\nDeux.")


def test_pages_of_the_same(tmp_path: Path) -> None:
    broken = "<div><p></p></div>"
    known, [article], [rejection] = taken_from(tmp_path, "a.html", page(BODY, broken))
    assert known == "LexisNexis export"
    assert article.declared == {
        "source": "La Tribune du Fleuve",
        "date": "3 mars 2024 dimanche",
        "title": "Un port",
    }
    assert article.text == "Un texte, où une ligne est cassée.\n\nDeux."
    assert (rejection.item, rejection.reason) == (2, "it holds no text")


def word(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    data = BytesIO()
    document.save(data)
    return data.getvalue()


UNI = ("Un port", "La Tribune du Fleuve", "March 3, 2024 Sunday 9:20 AM GMT", "",
       "\nCopyright 2024 La Tribune. All Rights Reserved", "Section:\xa0ECONOMIE",
       "Length:\xa012 words", "Byline:\xa0Awa Diarra", "Body", "", "Un texte.", "", "Deux.",
       "Classification", "Language:\xa0FRENCH", "\nLoad-Date:\xa0March 4, 2024",
       "\nEnd of Document")  # fmt: skip


def test_nexis_uni(tmp_path: Path) -> None:
    cover = ("Date and Time: Friday, 5. July 2024 09:31:00", "Documents (2)", "1. Un port", "")
    known, articles, rejections = taken_from(tmp_path, "a.DOCX", word(*cover, *UNI, *UNI))
    assert (known, len(articles), rejections) == ("Nexis Uni export", 2, [])
    assert articles[0].declared == {
        "title": "Un port",
        "source": "La Tribune du Fleuve",
        "date": "March 3, 2024 Sunday 9:20 AM GMT",
        "author": "Awa Diarra",
    }
    assert [article.text for article in articles] == ["Un texte.\n\nDeux."] * 2


def test_articles_that_nexis_uni_announces_and_lacks_are_told(tmp_path: Path) -> None:
    _, articles, [rejection] = taken_from(tmp_path, "a.docx", word("Documents (4)", *UNI))
    assert len(articles) == 1
    assert rejection.lost == 3
    assert rejection.values == {"announced": "4", "found": "1"}


def test_other_word_documents_are_one_article(tmp_path: Path) -> None:
    data = word("Titre : Un port", "Date : 3 mars 2024", "", "Un texte.", "Deux.")
    known, [article], _ = taken_from(tmp_path, "a.docx", data)
    assert known == "Word document"
    assert article.declared == {"title": "Un port", "date": "3 mars 2024"}
    assert article.text == "Un texte.\n\nDeux."
    assert article.alone


def test_an_empty_word_document_is_rejected(tmp_path: Path) -> None:
    assert [r.reason for r in taken_from(tmp_path, "a.docx", word())[2]] == ["it holds no text"]


def test_what_is_no_word_document_is_rejected(tmp_path: Path) -> None:
    for data in (b"PK\x03\x04 rien", b"du texte", word("Un.")[:-400]):
        known, articles, [rejection] = taken_from(tmp_path, "a.docx", data)
        assert (known, articles) == (None, [])
        assert rejection.reason == "its structure is that of no format that is read"
