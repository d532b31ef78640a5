"""Who is named with whom over many articles: a graph, as GEXF and GraphML for Gephi and others.

GEXF 1.3 (gexf.net) and GraphML (graphml.graphdrawing.org).
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from xml.etree import ElementTree as Xml

from corpus.actors.ledger import Named
from corpus.article import Kind
from corpus.text import visible
from index.actors import EVERY
from index.filter import NO_FILTER, Filter
from index.reader import Reader

_GEXF = "http://gexf.net/1.3"
_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors that articles name together."""

    left: int
    """The place of one in the network's actors."""
    right: int
    articles: int
    cosine: float
    """`articles` by the geometric mean of those that name each (Salton's cosine)."""


@dataclass(frozen=True, slots=True)
class Network:
    """Actors with how many articles name them, and their ties."""

    actors: tuple[tuple[Named, int], ...]
    ties: tuple[Tie, ...]


def network_of(
    reader: Reader,
    query: str = "",
    filter: Filter = NO_FILTER,
    *,
    kinds: Iterable[Kind] = Kind,
    fewest: int = 2,
    limit: int = 500,
) -> Network:
    """Return the network of the articles that answer `query` and pass `filter`.

    The `limit` most frequent actors of `kinds` are in it, and ties of at least `fewest` articles.
    Raises QueryError.
    """
    wanted = frozenset(kinds)
    rows = [
        [actor for actor in named if actor.kind in wanted]
        for named in _named(reader, query, filter)
    ]
    counts = Counter(actor for row in rows for actor in row)
    most = sorted(counts.items(), key=lambda item: (-item[1], item[0].name))[:limit]
    places = {actor: place for place, (actor, _) in enumerate(most)}
    pairs = Counter(
        pair
        for row in rows
        for pair in combinations(sorted(places[actor] for actor in row if actor in places), 2)
    )
    ties = [
        Tie(left, right, articles, round(articles / sqrt(most[left][1] * most[right][1]), 4))
        for (left, right), articles in sorted(pairs.items())
        if articles >= fewest
    ]
    return Network(tuple(most), tuple(ties))


def _named(reader: Reader, query: str, filter: Filter) -> Iterator[set[Named]]:
    for match in reader.search(query, filter, limit=EVERY).matches:
        reading = reader.read(match.id)
        yield {Named(m.actor, m.kind) for m in (*reading.title_mentions, *reading.mentions)}


def as_gexf(network: Network) -> str:
    """Return the network as a GEXF document."""
    root = Xml.Element("gexf", {"xmlns": _GEXF, "version": "1.3"})
    graph = Xml.SubElement(root, "graph", {"defaultedgetype": "undirected"})
    for of, names in (("node", ("kind", "articles")), ("edge", ("articles",))):
        attributes = Xml.SubElement(graph, "attributes", {"class": of})
        for name in names:
            kind = "string" if name == "kind" else "integer"
            Xml.SubElement(attributes, "attribute", {"id": name, "title": name, "type": kind})
    nodes = Xml.SubElement(graph, "nodes")
    for place, (actor, articles) in enumerate(network.actors):
        node = Xml.SubElement(nodes, "node", {"id": str(place), "label": visible(actor.name)})
        _values(node, {"kind": actor.kind.value, "articles": str(articles)})
    edges = Xml.SubElement(graph, "edges")
    for place, tie in enumerate(network.ties):
        ends = {"source": str(tie.left), "target": str(tie.right)}
        edge = Xml.SubElement(edges, "edge", {"id": str(place), **ends, "weight": str(tie.cosine)})
        _values(edge, {"articles": str(tie.articles)})
    return _document(root)


def as_graphml(network: Network) -> str:
    """Return the network as a GraphML document."""
    root = Xml.Element("graphml", {"xmlns": _GRAPHML})
    keys = (
        ("node", "label", "string"),
        ("node", "kind", "string"),
        ("node", "articles", "int"),
        ("edge", "weight", "double"),
        ("edge", "articles", "int"),
    )
    for of, name, kind in keys:
        key = {"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": kind}
        Xml.SubElement(root, "key", key)
    graph = Xml.SubElement(root, "graph", {"edgedefault": "undirected"})
    for place, (actor, articles) in enumerate(network.actors):
        node = Xml.SubElement(graph, "node", {"id": f"n{place}"})
        _data(node, "node-label", visible(actor.name))
        _data(node, "node-kind", actor.kind.value)
        _data(node, "node-articles", str(articles))
    for tie in network.ties:
        ends = {"source": f"n{tie.left}", "target": f"n{tie.right}"}
        edge = Xml.SubElement(graph, "edge", ends)
        _data(edge, "edge-weight", str(tie.cosine))
        _data(edge, "edge-articles", str(tie.articles))
    return _document(root)


def _values(element: Xml.Element, values: dict[str, str]) -> None:
    listed = Xml.SubElement(element, "attvalues")
    for name, value in values.items():
        Xml.SubElement(listed, "attvalue", {"for": name, "value": value})


def _data(element: Xml.Element, key: str, value: str) -> None:
    Xml.SubElement(element, "data", {"key": key}).text = value


def _document(root: Xml.Element) -> str:
    Xml.indent(root)
    return _DECLARATION + Xml.tostring(root, encoding="unicode") + "\n"
