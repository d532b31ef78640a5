"""Tables that tell of the text files beside them."""

from pathlib import Path

from tests.corpus.formats.reading import taken_from


def test_metadata_beside_text_files(tmp_path: Path) -> None:
    table = "id;Titre;Date;Source\nport;Un port;2024-03-03;La Tribune\nautre;Autre;;\n"
    known, articles, rejections = taken_from(tmp_path, "metadata.csv", table)
    assert (known, articles, rejections) == ("TXM metadata", [], [])
    _, [article], _ = taken_from(tmp_path, "port.txt", "Source : L'Écho\n\nUn texte.")
    assert article.declared == {"title": "Un port", "date": "2024-03-03", "source": "L'Écho"}
    assert taken_from(tmp_path, "sans.txt", "Un texte.")[1][0].declared == {}


def test_a_table_of_texts_may_be_called_metadata(tmp_path: Path) -> None:
    known, [article], _ = taken_from(tmp_path, "metadata.csv", "id,texte\n1,Un.\n")
    assert (known, article.text) == ("table", "Un.")
