"""Asking for pages as a guest does."""

import pytest

from corpus.web.address import FetchError
from corpus.web.client import USER_AGENT, Answer, Client, Validators
from tests.corpus.web.server import BROKEN_OFF, FakeClock, Page, Site, serving


def get(site: Site, path: str, clock: FakeClock | None = None) -> Answer:
    return Client(clock or FakeClock(), [site.address]).get(site.address + path)


def refusal(site: Site, path: str, clock: FakeClock | None = None) -> str:
    with pytest.raises(FetchError) as caught:
        get(site, path, clock)
    return caught.value.reason.format_map(caught.value.values)


def test_it_gives_what_the_server_sent(site: Site) -> None:
    url = site.put("/a", "Un port", ETag='"1"', Last_Modified="Sun, 03 Mar 2024 08:00:00 GMT")
    answer = get(site, "/a")
    assert (answer.url, answer.status, answer.data, answer.kind) == (
        url, 200, b"Un port", "text/html",
    )  # fmt: skip
    assert answer.validators == Validators('"1"', "Sun, 03 Mar 2024 08:00:00 GMT")


def test_it_says_who_it_is(site: Site) -> None:
    site.put("/a", "Un")
    get(site, "/a")
    assert {headers["user-agent"] for headers in site.headers} == {USER_AGENT}
    assert USER_AGENT.startswith("visavis/")


def test_packed_answers_are_unpacked(site: Site) -> None:
    site.put("/a", "Un port " * 100, Content_Encoding="gzip")
    assert get(site, "/a").data == b"Un port " * 100


def test_a_host_is_asked_once_a_second(site: Site) -> None:
    for path in ("/a", "/b"):
        site.put(path, "Un")
    clock = FakeClock()
    client = Client(clock, [site.address])
    for path in ("/a", "/b"):
        client.get(site.address + path)
    assert clock.slept == [1.0, 1.0]  # robots.txt, /a, /b


def test_who_asks_for_more_time_gets_it_within_reason(site: Site) -> None:
    site.put("/a", "Un")
    for wanted, delay in [("5", 5.0), ("7200", 30.0), ("0", 1.0)]:
        site.put("/robots.txt", f"User-agent: *\nCrawl-delay: {wanted}\n")
        clock = FakeClock()
        get(site, "/a", clock)
        assert clock.slept == [delay]


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        (Page(b"User-agent: *\nDisallow: /prive/\n"), False),
        (Page(b"User-agent: visavis\nDisallow: /\n"), False),
        (Page(b"User-agent: autre\nDisallow: /\n"), True),
        (Page(b"User-agent: *\nAllow: /prive/\nDisallow: /\n"), True),
        (Page(b"User-agent: *\nDisallow: /*/a$\n"), False),
        (Page(b"User-agent: *\nDisallow: /*.pdf$\n"), True),
        (Page(b"User-agent: *\nDisallow: /\nAllow: /prive/\n"), True),
        (Page(status=404), True),
        (Page(status=403), True),
        (Page(status=500), False),
        (Page(status=503), False),
        (Page(b"\xff\xfe\x00" * 50), True),
    ],
)
def test_what_a_site_does_not_want_taken_is_not(site: Site, rules: Page, allowed: bool) -> None:
    site.put("/robots.txt", rules)
    site.put("/prive/a", "Un")
    if allowed:
        assert get(site, "/prive/a").data == b"Un"
    else:
        assert "robots.txt" in refusal(site, "/prive/a")
        assert site.asked == []


def test_the_rules_hold_for_where_a_page_leads_too(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /prive/\n")
    site.put("/prive/a", "Un")
    site.moved("/a", "/prive/a")
    assert "robots.txt" in refusal(site, "/a")
    assert site.asked == ["/a"]


def test_redirects_are_followed_to_their_end(site: Site) -> None:
    site.put("/c", "Un")
    site.moved("/a", "/b?x=é")
    site.moved("/b?x=%C3%A9", site.address + "/c")
    assert get(site, "/a").url == site.address + "/c"


def test_redirects_without_end_are_not(site: Site) -> None:
    site.moved("/a", "/a")
    assert "without end" in refusal(site, "/a")
    assert len(site.asked) == 6


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://127.0.0.1/", "http://u:p@a.org/", "http://[", "//a:b/"]
)
def test_no_redirect_leaves_the_web(site: Site, to: str) -> None:
    site.moved("/a", to)
    assert "no address of the web" in refusal(site, "/a")


def test_no_redirect_leads_into_a_private_network(site: Site) -> None:
    with serving() as private:
        private.put("/a", "Un secret")
        site.moved("/a", private.address + "/a")
        assert "private network" in refusal(site, "/a")
        assert (private.asked, private.headers) == ([], [])


@pytest.mark.parametrize(
    ("status", "words"), [(404, "answers 404"), (500, "answers 500"), (429, "later"), (204, "204")]
)
def test_other_answers_are_told(site: Site, status: int, words: str) -> None:
    site.put("/a", Page(status=status))
    assert words in refusal(site, "/a")


def test_an_answer_that_was_not_asked_for_is_no_page(site: Site) -> None:
    site.put("/a", Page(status=304))
    assert "304" in refusal(site, "/a")


def test_a_state_that_is_known_is_not_sent_again(site: Site) -> None:
    url = site.put("/a", "Un", ETag='"1"')
    client = Client(FakeClock(), [site.address])
    assert client.get(url, Validators(etag='"1"')).is_unchanged
    assert not client.get(url, Validators(etag='"2"')).is_unchanged


def test_large_answers_are_given_up(site: Site) -> None:
    site.put("/a", b" " * (20 * 1024**2 + 1))
    site.put("/b", b" " * (60 * 1024**2), Content_Encoding="gzip")
    assert refusal(site, "/a") == refusal(site, "/b") == "larger than 20 MB"


def test_slow_answers_are_given_up(site: Site) -> None:
    site.put("/a", b" " * 200_000)
    assert refusal(site, "/a", FakeClock(step=70)) == "no answer in time"


def test_answers_that_break_off_are_told(site: Site) -> None:
    site.put("/a", Page(b"Un", headers={BROKEN_OFF: "yes"}))
    site.put("/b", Page(b"\xff" * 50, headers={"Content-Encoding": "deflate"}))
    assert "breaks off" in refusal(site, "/a")
    assert "breaks off" in refusal(site, "/b")


def test_a_server_that_is_not_there_is_told() -> None:
    with serving() as gone:
        pass
    assert refusal(gone, "/a") == "no connection to the server"


def test_a_proxy_of_the_environment_is_asked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", site.address)
    site.put("http://journal.example/a", "Un port")
    answer = Client(FakeClock(), []).get("http://journal.example/a")
    assert answer.data == b"Un port"


def test_a_proxy_that_cannot_be_asked_is_told(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "gopher://127.0.0.1:9")
    assert refusal(site, "/a") == "no connection to the server"


@pytest.mark.parametrize("etag", ["", "é", "a\r\nX: y"])
def test_a_state_that_cannot_be_named_is_not(etag: str) -> None:
    assert Validators(etag=etag).headers() == {}
