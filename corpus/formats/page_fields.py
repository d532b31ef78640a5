"""What a web page declares of its article: JSON-LD first, then meta tags, then the page itself."""

import json
from collections.abc import Iterator, Mapping
from html import unescape
from typing import TYPE_CHECKING

from corpus.dates.expressions import read
from corpus.folding import fold_name
from corpus.formats.fields import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle"
    " BackgroundNewsArticle AskPublicNewsArticle ReviewNewsArticle LiveBlogPosting BlogPosting"
    " Report SocialMediaPosting AdvertiserContentArticle SatiricalArticle".split()
)
_MOST_NODES = 2_000  # of one JSON-LD block; more is no description of an article
_MOST_NAMES = 20
_LONGEST_TITLE = 400
_MARKS = " |-–—·•:»"

_META = {
    "title": ("og:title", "twitter:title", "dc.title", "parsely-title"),
    "date": (
        "article:published_time", "datepublished", "og:article:published_time", "pubdate",
        "publishdate", "publish-date", "publication_date", "date.published", "dc.date.issued",
        "dcterms.date", "dcterms.created", "dc.date", "parsely-pub-date", "sailthru.date", "date",
    ),
    "source": ("og:site_name", "application-name", "publisher", "dc.publisher"),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author"),
    "url": ("og:url",),
}  # fmt: skip


_Fields = dict[str, str]


def page_fields(root: "HtmlElement") -> tuple[_Fields, _Fields]:
    """Return what a page declares, by field, and the rule that found each."""
    titles = [" ".join(h1.text_content().split()) for h1 in root.iter("h1")]
    found: _Fields = {}
    rules: _Fields = {}
    for rule, fields in (
        ("JSON-LD", _json_ld(root)),
        ("meta tag", _meta(root)),
        ("page", _of_page(root)),
    ):
        for field, value in fields.items():
            if value and field not in found:
                found[field], rules[field] = value, rule
    shown = _as_shown(found.get("title", ""), titles)
    found["title"] = _without_site(shown, found.get("source", ""))
    return {field: value for field, value in found.items() if value}, rules


def _as_shown(declared: str, headings: list[str]) -> str:
    """Return the heading that says the declared title, often without the name of the site."""
    if not declared:
        return next(filter(None, headings), "")
    key = fold_name(declared)
    for heading in headings:
        shown = fold_name(heading)
        if shown and len(heading) <= _LONGEST_TITLE and (shown in key or key in shown):
            return heading if len(shown.split()) > 2 or shown == key else declared
    return declared


def _without_site(title: str, source: str) -> str:
    bare = title.removesuffix(source) if source else title
    return bare.rstrip(_MARKS) if bare != title and bare[-1:] in _MARKS and bare.strip() else title


def _json_ld(root: "HtmlElement") -> _Fields:
    for script in root.iter("script"):
        if script.get("type", "").strip().lower() != "application/ld+json":
            continue
        try:
            block = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        nodes = list(_nodes(block))
        for node in nodes:
            if _types(node) & _ARTICLES:
                return _of_node(node, {_words(other.get("@id")): other for other in nodes[::-1]})
    return {}


def _nodes(block: object) -> Iterator[Mapping[str, object]]:
    """Yield the objects of a block, outer ones first."""
    waiting = [block]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, dict):
            yield node
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node


def _types(node: Mapping[str, object]) -> set[str]:
    types = node.get("@type")
    return {t for t in (types if isinstance(types, list) else [types]) if isinstance(t, str)}


def _of_node(node: Mapping[str, object], known: Mapping[str, Mapping[str, object]]) -> _Fields:
    date = _words(node.get("datePublished"))
    url = _words(node.get("url")) or _words(node.get("mainEntityOfPage"))
    return {
        "title": unescape(_words(node.get("headline"))),
        "date": date if read(date) else "",
        "source": _names(node.get("publisher"), known),
        "author": _names(node.get("author"), known),
        "url": _address(url).partition("#")[0],
    }


def _words(value: object) -> str:
    """Return a text, or the identifier of what is described elsewhere."""
    if isinstance(value, dict):
        value = value.get("@id")
    return one_line(value) if isinstance(value, str) else ""


def _names(value: object, known: Mapping[str, Mapping[str, object]]) -> str:
    """Return the names of whom `value` gives, by name or by an identifier that is `known`."""
    names = []
    for one in (value if isinstance(value, list) else [value])[:_MOST_NAMES]:
        described = one if isinstance(one, dict) else {"name": one}
        name = described.get("name") or known.get(_words(described), {}).get("name")
        if isinstance(name, str) and not name.startswith(("http://", "https://")):
            names.append(one_line(unescape(name)))
    return ", ".join(filter(None, names))


def _meta(root: "HtmlElement") -> _Fields:
    values: _Fields = {}
    for tag in root.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        if content := one_line(tag.get("content", "")):
            values.setdefault(name.strip().lower(), content)
    found = {
        field: next((values[name] for name in names if _is_value(field, values.get(name))), "")
        for field, names in _META.items()
    }
    return found | {"url": _address(found["url"])}


def _is_value(field: str, value: str | None) -> bool:
    if not value:
        return False
    if field == "date":
        return read(value) is not None
    return field == "url" or not value.startswith(("http://", "https://", "@"))


def _of_page(root: "HtmlElement") -> _Fields:
    titles = [one_line(title.text or "") for title in root.iter("title")]
    links = [
        link.get("href", "").strip()
        for link in root.iter("link")
        if link.get("rel", "").lower() == "canonical"
    ]
    times = [
        time.get("datetime", "")
        for time in root.iter("time")
        if time.get("itemprop") == "datePublished" or time.get("pubdate") is not None
    ]
    return {
        "title": next(filter(None, titles), ""),
        "url": next(filter(None, map(_address, links)), ""),
        "date": next(filter(read, times), ""),
    }


def _address(value: str) -> str:
    return value if value.startswith(("http://", "https://")) else ""
