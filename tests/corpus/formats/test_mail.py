"""Messages and mailboxes."""

from pathlib import Path

from corpus.dates.expressions import read as read_date
from tests.corpus.formats.making import PROSE, mail
from tests.corpus.formats.reading import taken_from, texts


def test_a_message(tmp_path: Path) -> None:
    known, [article], _ = taken_from(tmp_path, "a.eml", mail(f"{PROSE}\n\nFin."))
    assert known == "mail"
    assert article.text.endswith("Fin.")
    assert article.declared["title"] == "Un port à Kayes"
    assert article.declared["source"] == "La Tribune"
    assert str(read_date(article.declared["date"])) == "2024-03-03"
    assert article.alone


def test_html_is_read_where_the_plain_part_only_points_to_it(tmp_path: Path) -> None:
    data = mail("Lisez ce message dans votre navigateur.", f"<p>{PROSE}</p><p>Fin.</p>")
    _, [article], _ = taken_from(tmp_path, "a.eml", data)
    assert article.text == f"{PROSE.strip()}\n\nFin."


def test_a_mailbox(tmp_path: Path) -> None:
    line = b"From x@example.org Sun Mar  3 08:00:00 2024\n"
    data = line + mail("Un.\n\n>From ici.") + b"\n" + line + mail("") + b"\n" + line + mail("Deux.")
    _, articles, [rejection] = taken_from(tmp_path, "a.mbox", data)
    assert texts(articles) == ["Un.\n\n>From ici.", "Deux."]
    assert (rejection.item, rejection.reason) == (2, "it holds no text")


def test_encodings_that_nobody_knows(tmp_path: Path) -> None:
    data = mail("Un texte.").replace(b'charset="utf-8"', b'charset="x-rien"')
    assert texts(taken_from(tmp_path, "a.eml", data)[1]) == ["Un texte."]
