import pytest

from corpus.formats.headers import read_opening

BODY = "Le ministre est arrivé mardi à Bamako."


def test_yaml_front_matter_declares_fields_as_they_are_written() -> None:
    opening = read_opening(
        "---\ntitle: Une visite\ndate: 2024-03-05\nauteurs: [A. Cissé, B. Traoré]\n"
        f'source: "Le Fleuve"\nid: 007\nurl: ~\ntags: [mali]\n---\n\n{BODY}\n'
    )
    assert opening.declared == {
        "title": "Une visite",
        "date": "2024-03-05",
        "author": "A. Cissé, B. Traoré",
        "source": "Le Fleuve",
        "id": "007",
    }
    assert opening.body.strip() == BODY
    assert opening.broken_line is None


def test_a_title_with_a_colon_is_understood_though_no_yaml() -> None:
    opening = read_opening(f"---\ntitre: Mali : la suite\ndate: '5 mars 2024'\n---\n{BODY}")
    assert opening.declared == {"title": "Mali : la suite", "date": "5 mars 2024"}
    assert opening.body == BODY
    assert opening.broken_line is None


def test_a_line_that_front_matter_cannot_hold_is_told_and_the_article_read() -> None:
    opening = read_opening(f"\n---\ntitre: Mali : la suite\n]] rien [[\n---\n{BODY}")
    assert opening.declared == {"title": "Mali : la suite"}
    assert opening.broken_line == 4
    assert opening.body == BODY


@pytest.mark.parametrize(
    "block",
    ["a: " + "[" * 900, "a: " + "[" * 1_100, "a:\n  " + "- " * 5_000 + "x", "a: &a [*a]", "a: *b"],
    ids=["nested", "deeply nested", "nested by dashes", "an alias in itself", "an unknown alias"],
)
def test_front_matter_made_to_harm_does_not(block: str) -> None:
    opening = read_opening(f"---\ntitle: Une visite\n{block}\n---\n{BODY}")
    assert opening.declared["title"] == "Une visite"
    assert opening.body == BODY


@pytest.mark.parametrize(
    "text",
    [
        f"---\n{BODY}\n---\nSuite.",
        f"---\n{BODY}",
        f"---\n\nMali : une visite\n\n---\n{BODY}",
        "---\ntitle: x\n" + "a: b\n" * 20_000 + f"---\n{BODY}",
    ],
    ids=["prose between rules", "one rule", "a headline between rules", "over 64 kB"],
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    opening = read_opening(text)
    assert opening.declared == {}
    assert opening.body == text


def test_header_lines_declare_fields_in_french_and_english() -> None:
    opening = read_opening(
        "TITRE : Une visite\nDate: 5 mars 2024\nSource : Le Fleuve\nAuthor: A. Cissé\n"
        f"Url: https://fleuve.example/une:visite\nAgence : APA\n\n{BODY}"
    )
    assert opening.declared == {
        "title": "Une visite",
        "date": "5 mars 2024",
        "source": "Le Fleuve",
        "author": "A. Cissé",
        "url": "https://fleuve.example/une:visite",
        "agency": "APA",
    }
    assert opening.body == BODY


def test_a_line_may_name_the_text_that_follows() -> None:
    opening = read_opening(f"Titre : Une visite\nTexte : {BODY}\nSuite.")
    assert opening.declared == {"title": "Une visite"}
    assert opening.body == f"{BODY}\nSuite."


@pytest.mark.parametrize(
    "first",
    [
        "Mali : Coopération nouvelle avec ses voisins",
        "Date limite : les candidats ont jusqu'à mardi",
        "Source : " + "le ministre a déclaré mardi que la route serait ouverte, " * 3,
        "Journal : la rédaction en grève",
        "Texte : ce que dit la loi",
        "Bamako, le 5 mars 2024 – Le ministre est arrivé.",
    ],
)
def test_a_first_line_of_the_article_is_no_header(first: str) -> None:
    opening = read_opening(f"{first}\n{BODY}")
    assert opening.declared == {}
    assert opening.body == f"{first}\n{BODY}"


def test_a_header_line_below_the_first_sentence_is_text() -> None:
    text = f"{BODY}\nSource : Le Fleuve"
    assert read_opening(text).body == text


def test_a_header_given_twice_is_text_the_second_time() -> None:
    opening = read_opening(f"Source : Le Fleuve\n\nSource : un proche\n{BODY}")
    assert opening.declared == {"source": "Le Fleuve"}
    assert opening.body == f"Source : un proche\n{BODY}"


@pytest.mark.parametrize("heading", ["# Une visite", "#  Une visite ##", "\n\n# Une visite "])
def test_a_markdown_heading_declares_the_title(heading: str) -> None:
    opening = read_opening(f"{heading}\n\n{BODY}")
    assert opening.declared == {"title": "Une visite"}
    assert opening.body.strip() == BODY


def test_a_heading_that_repeats_the_declared_title_goes() -> None:
    opening = read_opening(f"---\ntitle: Une visite\n---\n\n# UNE VISITE\n\n{BODY}")
    assert opening.declared == {"title": "Une visite"}
    assert opening.body.strip() == BODY


def test_another_heading_stays_as_it_is() -> None:
    opening = read_opening(f"---\ntitle: Une visite\n---\n# Le contexte\n{BODY}")
    assert opening.declared == {"title": "Une visite"}
    assert opening.body == f"# Le contexte\n{BODY}"


@pytest.mark.parametrize("line", ["#Mali", "## Un intertitre", "#", "# "])
def test_what_is_no_heading_of_the_article_is_text(line: str) -> None:
    assert read_opening(f"{line}\n{BODY}").declared == {}


def test_a_heading_keeps_a_sharp_that_belongs_to_it() -> None:
    assert read_opening(f"# Écrire en C#\n{BODY}").declared == {"title": "Écrire en C#"}
