"""Exports of Europresse: three generations, and what is odd in them."""

from datetime import date
from pathlib import Path

import pytest

from corpus.article import CONFLICTING_DATE
from corpus.formats import RawArticle
from corpus.reading import read_article
from tests.corpus.formats.reading import taken_from

NUMBER = "news·20240303·TF·0tf_12"


def first(body: str, *, number: str = NUMBER) -> str:
    """Return an article as exports had it about 2012."""
    return (
        '<table align="center"><tr><td><table id="tbHeaderImages"><tr><td><img src="x.gif"><br>'
        '</td></tr></table><span class="DocPublicationName">La Tribune du Fleuve, no. 12</span><br>'
        '<span class="DocHeader">Économie, </span><span class="DocHeader">dimanche </span>'
        '<span class="DocHeader">3 mars 2024</span><span class="DocHeader">, p. 3</span><br><br>'
        f"{body}<p></p><b><i>© 2024 La Tribune du Fleuve. Tous droits réservés.</i></b><p></p>"
        f'Numéro de document : {number}<br><table><tr><td align="center"><img src="x.gif">{number}'
        "</td></tr><tr><td>Ce certificat est émis à <b>X</b>.</td></tr></table></td></tr></table>"
    )


def second(body: str = "<p>Un texte.</p>", *, head: str = "<div>Awa Diarra</div>") -> str:
    """Return an article as exports had it about 2015."""
    return (
        '<article> <header> <img sourcecode="TF" src="x.gif" /> <div> '
        '<span class="DocPublicationName">La Tribune du Fleuve   </span> </div> <div> '
        '<span class="DocHeader">Économie, dimanche 3 mars 2024, p. MDE6</span> </div> '
        '<div><p>ÉCONOMIE</p></div> <div class="titreArticle"> '
        f'<p class="titreArticleVisu">Un <mark>port</mark></p> </div> {head} </header> <section> '
        f"<div class=\"DocText\"><div class='docOcurrContainer'>{body}</div></div> </section> "
        "<aside><div><p><b>Illustration(s) : </b></p><p>Le quai.</p></div></aside> <footer> "
        f"<small>© 2024</small> <p>Numéro de document : {NUMBER}</p> "
        f'<span id="PubliC_lblNodoc">{NUMBER}</span> </footer> </article>'
    )


def third(
    body: str = "<p>Un texte.</p>",
    *,
    name: str = "La Tribune du Fleuve",
    header: str = "Économie, dimanche 3 mars 2024 295 mots, p. 7",
    head: str = '<div class="docAuthors">Awa Diarra</div>',
    number: str = NUMBER,
) -> str:
    """Return an article as exports have it since 2021."""
    return (
        '<article> <header> <img src="x.gif" /><span class="" sourcecode="TF"></span> '
        f'<div class="rdp__DocPublicationName"> <span class="DocPublicationName"> {name} </span> '
        f'</div> <div class="rdp__DocHeader"> <span class="DocHeader"> {header} </span> </div> '
        '<div class="titreArticle"> <p class="sm-margin-bottom">Enquête</p> '
        '<p class="titreArticleVisu rdp__articletitle">Un <mark>port</mark> au nord</p> '
        f'<p class="rdp__subtitle">Le chantier commence.</p> </div> {head} </header> <section> '
        f"<div class=\"DocText clearfix\"><div class='docOcurrContainer'>{body}</div></div> "
        f'</section> <aside></aside> <footer> <div class="publiC-lblNodoc">{number}</div> '
        "</footer> </article>"
    )


def page(*articles: str) -> str:
    style = "<style>.DocPublicationName{color:#736a63}</style>"
    return f"<!DOCTYPE html><html><head>{style}</head><body>{''.join(articles)}</body></html>"


def only(folder: Path, article: str) -> RawArticle:
    known, [found], rejections = taken_from(folder, "export.html", page(article))
    assert known == "Europresse export"
    assert rejections == []
    return found


def dated(raw: RawArticle) -> tuple[date | None, str, list[str]]:
    """Return the day of publication, the rule that gave it, and what contradicts it."""
    article = read_article(
        raw, "export.html", taken=lambda _: False, period=None, today=date(2026, 11, 1)
    )
    rule = next((e.rule for e in article.evidence if e.field == "date"), "")
    return article.date, rule, [e.words for e in article.evidence if e.field == CONFLICTING_DATE]


def test_loose_text_between_empty_paragraphs(tmp_path: Path) -> None:
    title = '<span class="TitreArticleVisu">Un <span style="color:red">port</span> au nord</span>'
    data = first(f'{title}<br><br>Awa Diarra<br><p></p><font>Un é</font> <span style="color:red">é'
                 "lan</span>.<p></p>Deux.")  # fmt: skip
    _, [article], [] = taken_from(tmp_path, "a.html", page(data).encode("iso-8859-1"))
    assert article.declared == {
        "id": NUMBER,
        "title": "Un port au nord",
        "date": NUMBER,
        "source": "La Tribune du Fleuve",
        "author": "Awa Diarra",
    }
    assert article.text == "Un é élan.\n\nDeux."


def test_a_figure_in_the_place_of_a_name_begins_no_article(tmp_path: Path) -> None:
    title = '<span class="TitreArticleVisu">Un port</span>'
    figure = '<span class="DocPublicationName">2</span>'
    article = only(tmp_path, first(f"{figure}{title}<br><br>Un texte.<p></p>Fin."))
    assert article.declared["source"] == "La Tribune du Fleuve"


def test_loose_text_without_an_author(tmp_path: Path) -> None:
    title = '<span class="TitreArticleVisu">Un port</span>'
    article = only(tmp_path, first(f"{title}<br><br>Le port est ouvert depuis lundi.<p></p>Fin."))
    assert article.text == "Le port est ouvert depuis lundi.\n\nFin."
    assert "author" not in article.declared


def test_an_article_of_header_section_and_footer(tmp_path: Path) -> None:
    article = only(tmp_path, second("<p>Un.</p><p>Deux.</p>"))
    assert article.text == "Un.\n\nDeux."
    assert article.declared["title"] == "Un port"
    assert article.declared["author"] == "Awa Diarra"
    assert [dropped.text for dropped in article.left_out] == [
        "ÉCONOMIE",
        "Illustration(s) :",
        "Le quai.",
    ]


def test_the_standfirst_opens_the_text(tmp_path: Path) -> None:
    head = '<div class="docAuthors">Awa Diarra</div> <b><p>Un projet ancien.</p></b>'
    article = only(tmp_path, third(head=head))
    assert article.text == "Le chantier commence.\n\nUn projet ancien.\n\nUn texte."
    assert article.declared["author"] == "Awa Diarra"


def test_the_author_may_stand_in_a_bare_paragraph(tmp_path: Path) -> None:
    head = '<p class="sm-margin-bottomNews">Awa Diarra</p>'
    assert only(tmp_path, third(head=head)).declared["author"] == "Awa Diarra"


@pytest.mark.parametrize(
    "name",
    [
        "La Tribune du Fleuve",
        "La Tribune du Fleuve <br />Edition Principale",
        "La Tribune du Fleuve, no. 4881",
        "La Tribune du Fleuve (Mali)",
        "La Tribune du Fleuve (site web) - Économie",
        "La Tribune du Fleuve - Kayes",
        "Rapports - La Tribune du Fleuve",
    ],
)
def test_one_outlet_under_many_names(name: str, tmp_path: Path) -> None:
    assert only(tmp_path, third(name=name)).declared["source"] == "La Tribune du Fleuve"


@pytest.mark.parametrize(
    "header",
    [
        "dimanche 3 mars 2024 - 11:49:55 -0000 1455 mots",
        "Sports, dimanche 3 mars 2024 295 mots, p. RSL08",
        "Une;, dimanche 3 mars 2024 UTC +02:00 12 mots",
        "News, Sunday, March 3, 2024 295 words, p. 7",
        "mars 3, 2024",
    ],
)
def test_the_header_says_the_day_in_many_shapes(header: str, tmp_path: Path) -> None:
    without_number = only(tmp_path, third(header=header, number=""))
    assert dated(without_number)[:2] == (date(2024, 3, 3), "declared")
    assert "id" not in without_number.declared


def test_the_document_number_gives_the_day_and_the_header_checks_it(tmp_path: Path) -> None:
    assert dated(only(tmp_path, third())) == (date(2024, 3, 3), "document number", [])
    other = only(tmp_path, third(header="lundi 11 mars 2024, p. 2"))
    assert dated(other) == (date(2024, 3, 3), "document number", ["lundi 11 mars 2024"])
    assert dated(only(tmp_path, third(header="mars 2024")))[0] == date(2024, 3, 3)
    broken = only(tmp_path, third(number="news·20241399·TF·1"))
    assert dated(broken)[:2] == (date(2024, 3, 3), "declared")


def test_a_reference_without_a_text_is_a_stub(tmp_path: Path) -> None:
    link = '<p class="link-not-hosted"><a href="https://example.org/port">Lire sur le site</a></p>'
    article = only(tmp_path, third(link, number="web·20240303·TFW·8_x-1"))
    assert article.stub
    assert article.text == "Le chantier commence."  # the standfirst is all there is
    assert article.declared["url"] == "https://example.org/port"
    assert dated(article)[:2] == (date(2024, 3, 3), "document number")


def test_a_title_without_a_text_is_a_stub(tmp_path: Path) -> None:
    article = only(tmp_path, second("", head=""))
    assert (article.stub, article.text, article.declared["title"]) == (True, "", "Un port")


def test_the_original_address_is_taken_and_its_line_left_out(tmp_path: Path) -> None:
    link = '<a href="https://example.org/port"> Cet article est paru dans Le Fleuve (site web)</a>'
    article = only(tmp_path, third(f"<p>Un texte.</p>{link}<p />"))
    assert article.declared["url"] == "https://example.org/port"
    assert article.text == "Le chantier commence.\n\nUn texte."


def test_only_addresses_of_the_web_are_taken(tmp_path: Path) -> None:
    link = '<a href="javascript:alert(1)"> Cet article est paru dans Le Fleuve</a>'
    assert "url" not in only(tmp_path, third(f"<p>Un texte.</p>{link}")).declared


def test_hidden_mail_addresses_are_shown(tmp_path: Path) -> None:
    hidden = '<a class="__cf_email__" data-cfemail="2a4b6a4804495f">[email&#160;protected]</a>'
    article = only(tmp_path, third(f"<p>Écrire à {hidden}.</p>"))
    assert article.text.endswith("Écrire à a@b.cu.")


def test_additional_text_that_repeats_the_body_is_left_out(tmp_path: Path) -> None:
    body = "<p>Le port ouvre.</p><p>Deux quais.</p><p>[Additional Text]: Le port ouvre. Deux quais."
    assert only(tmp_path, second(body)).text == "Le port ouvre.\n\nDeux quais."
    longer = "<p>Le port ouvre.</p><p>[Additional Text]:</p><p>Le port ouvre.</p><p>Deux quais.</p>"
    assert only(tmp_path, second(longer)).text == "Le port ouvre.\n\nDeux quais."
    other = "<p>Le port ouvre.</p><p>[Additional Text]: Tout autre chose.</p>"
    assert only(tmp_path, second(other)).text == "Le port ouvre.\n\nTout autre chose."


def test_sentences_glued_where_a_tag_was_lost_are_parted(tmp_path: Path) -> None:
    article = only(tmp_path, second("<p>Le port a ouvert.Une route suit. M.Diarra, lui.Non</p>"))
    assert article.text == "Le port a ouvert.\n\nUne route suit. M.Diarra, lui.Non"


def test_marks_and_emphasis_do_not_part_words(tmp_path: Path) -> None:
    article = only(tmp_path, second("<p>L'<mark>énerg</mark>ie, <em>dit-il</em>.</p>a<br></br>b"))
    assert article.text == "L'énergie, dit-il.\n\na\n\nb"


def test_what_has_also_been_printed_elsewhere_is_no_standfirst(tmp_path: Path) -> None:
    also = (
        '<div class="apd-wrapper"><span class="apd-label">Aussi paru dans</span>'
        "<table><tr><td>3 mars 2024</td></tr></table></div>"
    )
    article = only(tmp_path, third(head=also))
    assert article.text == "Le chantier commence.\n\nUn texte."


def test_every_article_is_taken_or_rejected(tmp_path: Path) -> None:
    empty = "<article><header><span class='DocPublicationName'>X</span></header></article>"
    _, articles, rejections = taken_from(
        tmp_path, "a.html", page(third(), empty, third(), "<article>")
    )
    assert len(articles) == 2
    assert [(r.item, r.reason, r.lost) for r in rejections] == [
        (2, "it holds no text", 1),
        (4, "it holds no text", 1),
    ]


def test_an_article_that_the_end_of_the_file_cuts_is_told(tmp_path: Path) -> None:
    cut = third("<p>Un texte.</p><p>Une suite.</p>").partition("suite")[0]
    _, articles, [rejection] = taken_from(tmp_path, "a.html", page(third()) + cut)
    assert len(articles) == 2
    assert (rejection.item, rejection.lost) == (2, 0)


def test_an_export_without_an_article_is_told(tmp_path: Path) -> None:
    known, articles, [rejection] = taken_from(tmp_path, "a.html", page())
    assert known == "Europresse export"
    assert articles == []
    assert rejection.reason == "no article was found in it"


def test_an_export_is_known_by_its_structure_whatever_its_name(tmp_path: Path) -> None:
    assert taken_from(tmp_path, "a.txt", page(third()))[0] == "Europresse export"
    assert taken_from(tmp_path, "a.htm", page(third()))[0] == "Europresse export"


def test_long_exports_are_read_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for size in (97, 1_500, 4_099):
        monkeypatch.setattr("corpus.formats.slices._CHUNK", size)
        _, articles, rejections = taken_from(tmp_path, "a.html", page(*[third()] * 9))
        assert [a.text for a in articles] == ["Le chantier commence.\n\nUn texte."] * 9
        assert rejections == []


def test_an_article_of_more_than_20_mb_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.formats.slices.LARGEST", 5_000)
    monkeypatch.setattr("corpus.formats.europresse.LARGEST", 5_000)
    long = third("<p>Un.</p>" * 2_000)
    _, articles, [rejection] = taken_from(tmp_path, "a.html", page(third(), long, third()))
    assert len(articles) == 2
    assert (rejection.item, rejection.reason) == (2, "an article longer than 20 MB")
