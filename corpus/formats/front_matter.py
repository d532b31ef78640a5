"""The names and values of a front matter block in YAML."""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

_FAST: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SHALLOW = 1_000  # characters; the loader in C, ten times as fast, crashes on deep nesting
_MOST_ITEMS = 50  # an alias could stand for a long value thousands of times
_NULL = "tag:yaml.org,2002:null"
_TEXT = "tag:yaml.org,2002:str"
_NEXT_LINE = "\x85"
_ONE_LINE = 10**9

Pairs = list[tuple[str, str]]


class _Dumper(yaml.SafeDumper):
    """One that writes a next-line character so that it is read back: escaped, in quotes."""


def _quoted(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar(_TEXT, text, style='"' if _NEXT_LINE in text else None)


_Dumper.add_representer(str, _quoted)


def as_yaml(values: Mapping[str, Any]) -> str:
    """Return the block of `values`, one line each, that `yaml_pairs` reads back."""
    return yaml.dump(
        dict(values), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_ONE_LINE
    )


def yaml_pairs(block: str) -> Pairs | None:
    """Return the pairs of a mapping, as written; None for what is no YAML.

    Lists are joined by commas; what is no text, number or list of them has an empty value.
    """
    # Nodes, not objects: "2024-03-05", "007", "non" and "20:30" stay the words they are.
    try:
        root = yaml.compose(block, Loader=_FAST if len(block) < _SHALLOW else yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None
    return list(_pairs(root)) if isinstance(root, yaml.MappingNode) else []


def _pairs(root: yaml.MappingNode) -> Iterator[tuple[str, str]]:
    for key, value in root.value:
        yield _words(key), _words(value)


def _words(node: yaml.Node) -> str:
    if isinstance(node, yaml.SequenceNode):
        return ", ".join(filter(None, map(_scalar, node.value[:_MOST_ITEMS])))
    return _scalar(node)


def _scalar(node: yaml.Node) -> str:
    return node.value if isinstance(node, yaml.ScalarNode) and node.tag != _NULL else ""
