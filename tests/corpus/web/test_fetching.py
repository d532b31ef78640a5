"""Articles of feeds and pages."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from corpus.article import Rejection
from corpus.collection import Collection
from corpus.importing import Imported
from corpus.web.client import Client
from corpus.web.fetching import Fetcher
from corpus.web.visits import FILE
from tests.corpus.web.server import FakeClock, Page, Site

TODAY = date(2026, 11, 1)

SENTENCES = (
    "Le port de pêche sera construit au nord de la capitale avant la fin de l'année prochaine.",
    "La ministre Awa Sidibé a salué une étape décisive pour toute la région et ses pêcheurs.",
    "Les travaux, estimés à douze milliards, commenceront après la saison des pluies.",
)


def page(title: str = "Un port", *, head: str = "", sentences: tuple[str, ...] = SENTENCES) -> str:
    body = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    return (
        f"<html><head><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


def entry(link: str, title: str = "Un port", full: str = "") -> str:
    content = f"<content:encoded><![CDATA[{full}]]></content:encoded>" if full else ""
    return (
        f"<item><title>{title}</title><link>{link}</link><guid>{link}</guid>"
        f"<pubDate>Sun, 03 Mar 2024 08:00:00 GMT</pubDate>"
        f"<description>Un résumé.</description>{content}</item>"
    )


def feed(*entries: str) -> Page:
    text = (
        '<?xml version="1.0"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>La Tribune du Fleuve</title>{''.join(entries)}</channel></rss>"
    )
    return Page(text.encode(), "application/rss+xml", headers={"ETag": f'"{hash(text)}"'})


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "into"


def fetched(site: Site, path: str, into: Path) -> list[Imported | Rejection]:
    client = Client(FakeClock(), [site.address])
    fetcher = Fetcher(client, Collection(into), TODAY)
    return list(fetcher.fetch(site.address + path, lambda done, total: None))


def texts(into: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(into.glob("*.md"))}


def told(items: list[Imported | Rejection]) -> Iterator[str]:
    return (item.reason.format_map(item.values) for item in items if isinstance(item, Rejection))


def test_a_page_becomes_a_file(site: Site, into: Path) -> None:
    head = '<meta property="article:published_time" content="2024-03-03T08:00:00Z">'
    url = site.put("/un-port", page(head=head))
    assert fetched(site, "/un-port", into) == [Imported("2024-03-03-un-port.md")]
    [text] = texts(into).values()
    front, _, body = text.partition("\n---\n")
    assert front.splitlines()[1:4] == ["title: Un port", "date: 2024-03-03", f"url: {url}"]
    assert body.strip() == "\n\n".join(SENTENCES)


def test_what_is_there_is_not_asked_for_again(site: Site, into: Path) -> None:
    site.put("/un-port", page())
    fetched(site, "/un-port", into)
    before = texts(into)
    assert fetched(site, "/un-port", into) == [Imported(None)]
    assert (site.asked, texts(into)) == (["/un-port"], before)


def test_a_feed_that_sums_up_has_its_pages_fetched(site: Site, into: Path) -> None:
    for name in ("a", "b"):
        site.put(f"/{name}", page(f"Le {name}"))
    site.put("/feed", feed(entry("/a", "Le a"), entry(site.address + "/b", "Le b")))
    assert fetched(site, "/feed", into) == [
        Imported("2024-03-03-le-a.md"),
        Imported("2024-03-03-le-b.md"),
    ]
    assert site.asked == ["/feed", "/a", "/b"]
    text = texts(into)["2024-03-03-le-a.md"]
    assert "source: La Tribune du Fleuve\n" in text  # the page says none
    assert f"url: {site.address}/a\n" in text
    assert SENTENCES[2] in text
    assert "résumé" not in text


def test_a_feed_that_is_whole_needs_no_pages(site: Site, into: Path) -> None:
    full = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    site.put("/feed", feed(entry("/a", full=full)))
    fetched(site, "/feed", into)
    assert site.asked == ["/feed"]
    assert SENTENCES[1] in texts(into)["2024-03-03-un-port.md"]


def test_a_feed_gives_only_what_is_new(site: Site, into: Path) -> None:
    site.put("/a", page("Le a"))
    site.put("/b", page("Le b"))
    site.put("/feed", feed(entry("/a")))
    fetched(site, "/feed", into)
    site.put("/feed", feed(entry("/b"), entry("/a")))
    assert fetched(site, "/feed", into) == [Imported("2024-03-03-le-b.md"), Imported(None)]
    assert site.asked == ["/feed", "/a", "/feed", "/b"]


def test_a_feed_that_has_not_changed_is_not_sent_again(site: Site, into: Path) -> None:
    site.put("/a", page())
    site.put("/feed", feed(entry("/a")))
    fetched(site, "/feed", into)
    assert (into / FILE).is_file()
    assert fetched(site, "/feed", into) == [Imported(None)]
    assert "if-none-match" in site.headers[-1]


def test_a_page_that_failed_is_tried_again(site: Site, into: Path) -> None:
    site.put("/feed", feed(entry("/a"), entry("/b")))
    site.put("/b", page("Le b"))
    assert list(told(fetched(site, "/feed", into))) == ["the server answers 404"]
    site.put("/a", page("Le a"))
    assert fetched(site, "/feed", into) == [Imported("2024-03-03-le-a.md"), Imported(None)]


def test_the_folder_is_the_truth(site: Site, into: Path) -> None:
    site.put("/a", page())
    site.put("/feed", feed(entry("/a")))
    fetched(site, "/feed", into)
    for path in into.iterdir():
        path.unlink()
    assert fetched(site, "/feed", into) == [Imported("2024-03-03-un-port.md")]


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"a": 1}', '{"URL": {"validators": {}}}',
                                  '{"URL": {"validators": {"etag": "a\\nb", "last_modified": ""}, '
                                  '"articles": 1}}'])  # fmt: skip
def test_a_broken_file_of_visits_does_no_harm(site: Site, into: Path, kept: str) -> None:
    site.put("/a", page())
    url = site.put("/feed", feed(entry("/a")))
    into.mkdir()
    (into / FILE).write_text(kept.replace("URL", url))
    assert fetched(site, "/feed", into) == [Imported("2024-03-03-un-port.md")]


def test_the_links_of_a_feed_do_not_leave_the_web(site: Site, into: Path) -> None:
    site.put("/feed", feed(*map(entry, ["file:///etc/passwd", "http://[", "http://127.0.0.1:9/a"])))
    first, second, third = told(fetched(site, "/feed", into))
    assert "no address of the web" in first
    assert "no address of the web" in second
    assert third == "no connection to the server"
    assert site.asked == ["/feed"]


@pytest.mark.parametrize(
    ("data", "kind", "reason"),
    [
        ("<html><body></body></html>", "text/html", "without the text"),
        ("", "text/html", "no text"),
        (b"%PDF-1.4 broken", "application/pdf", "damaged"),
        (b"\x89PNG\r\n\x1a\n\x00", "image/png", ""),
    ],
)
def test_what_is_no_article_is_told(
    site: Site, into: Path, data: str | bytes, kind: str, reason: str
) -> None:
    body = data.encode() if isinstance(data, str) else data
    site.put("/a", Page(body, kind))
    [item] = fetched(site, "/a", into)
    assert isinstance(item, Rejection)
    assert item.file == site.address + "/a"
    assert list(into.iterdir()) == []


def test_other_formats_are_read_by_their_readers(site: Site, into: Path) -> None:
    rows = '[{"titre": "Un", "texte": "Un texte."}, {"titre": "Deux", "texte": "Un autre."}]'
    site.put("/api", Page(rows.encode(), "application/json"))
    site.put("/note.txt", Page(b"Un titre\n\nUn texte.", "text/plain"))
    assert fetched(site, "/api", into) == [
        Imported("undated-un.md"), Imported("undated-deux.md"),
    ]  # fmt: skip
    assert len(fetched(site, "/note.txt", into)) == 1
    assert fetched(site, "/api", into) == [Imported(None)] * 2


def test_a_page_that_misstates_its_address_goes_by_where_it_was(site: Site, into: Path) -> None:
    url = site.put("/a", page(head='<meta property="og:url" content="http://[oups">'))
    fetched(site, "/a", into)
    assert f"url: {url}\n" in texts(into)["undated-un-port.md"]


def test_the_address_tells_the_day_where_the_page_does_not(site: Site, into: Path) -> None:
    site.put("/2024/03/03/un-port", page())
    assert fetched(site, "/2024/03/03/un-port", into) == [Imported("2024-03-03-un-port.md")]
