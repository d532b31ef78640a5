"""JSON files: an array of articles, an object that holds one, or an article alone.

Known besides column names: the answers of news services and of WordPress, whose texts are HTML,
and CSL JSON, whose references are stubs.
"""

import json
import re
from collections.abc import Iterator, Mapping
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

from corpus.article import Rejection
from corpus.formats.fields import LARGEST, NO_TEXT, TOO_LARGE, RawArticle, article_of, columns
from corpus.formats.head import Head
from corpus.formats.json_values import reference, values_of
from corpus.messages import message
from corpus.text import ERRORS, NotText, encoding_of

_NO_JSON = message("not JSON from here on")
_NO_OBJECT = message("not a JSON object")
_HEAD = 1024 * 1024
_CHUNK = 1024 * 1024
_LONGEST_TOKEN = 32  # characters of a word or number, or between two objects
_BETWEEN = re.compile(r"[\s,]*")
_NEXT_OBJECT = re.compile(r"\}\s*,\s*(?=\{)")
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=lambda _: None)


def recognises(head: Head) -> bool:
    """Tell JSON by its first character; lines of objects are another format."""
    return head.text.lstrip("\ufeff \t\r\n")[:1] in ("[", "{")


def read_articles(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield the articles of the file."""
    position = 0
    for number, value in enumerate(_values(path), start=1):
        try:
            if isinstance(value, NotText):
                raise value
            article = _article(value, position)
        except NotText as error:
            yield Rejection(file, None, error.reason, item=number)
        else:
            yield article
            position += 1


def _article(value: object, position: int) -> RawArticle:
    if not isinstance(value, dict):
        raise NotText(_NO_OBJECT)
    if found := reference(value, position):
        return found
    row = values_of(value)
    if "text" not in columns(tuple(row)):
        raise NotText(NO_TEXT)
    return article_of(tuple(row), tuple(row.values()), position)


def _values(path: Path) -> Iterator[object]:
    """Yield what may be articles, and errors for what is no JSON."""
    with path.open("rb") as raw:
        encoding = encoding_of(raw.read(_HEAD))
        raw.seek(0)
        stream = TextIOWrapper(raw, encoding, ERRORS)
        first = stream.read(_CHUNK).lstrip("\ufeff \t\r\n")
        if first.startswith("["):
            yield from _items(stream, first[1:])
            return
        whole = first + stream.read(LARGEST + 1)
    if len(whole) > LARGEST:
        yield NotText(TOO_LARGE)
        return
    try:
        value, _ = _DECODER.raw_decode(whole)
    except (ValueError, RecursionError):
        yield NotText(_NO_JSON)
        return
    yield from _within(value)


def _items(stream: TextIO, buffer: str) -> Iterator[object]:
    """Yield the items of an array one by one, going on at the next object after a broken one."""
    at = 0
    while True:
        at = _past_commas(buffer, at)
        if buffer.startswith("]", at):
            return
        try:
            value, at = _DECODER.raw_decode(buffer, at)
        except (ValueError, RecursionError) as error:
            rest = buffer[at:]
            more = stream.read(_CHUNK + len(rest)) if _may_go_on(error, buffer, at) else ""
            if more:
                buffer, at = rest + more, 0
                continue
            if not rest:
                return
            yield NotText(_NO_JSON if len(rest) <= LARGEST else TOO_LARGE)
            buffer, at = _next_object(stream, buffer, at)
        else:
            yield value


def _may_go_on(error: Exception, buffer: str, at: int) -> bool:
    """Tell whether an item is only not whole yet."""
    if not isinstance(error, json.JSONDecodeError) or len(buffer) - at > LARGEST:
        return False
    return error.msg.startswith("Unterminated") or error.pos > len(buffer) - _LONGEST_TOKEN


def _next_object(stream: TextIO, buffer: str, at: int) -> tuple[str, int]:
    """Return where the next object of the array begins, and in what; ("", 0) if there is none."""
    while True:
        if found := _NEXT_OBJECT.search(buffer, at):
            return buffer, found.end()
        chunk = stream.read(_CHUNK)
        if not chunk:
            return "", 0
        buffer, at = buffer[-_LONGEST_TOKEN:] + chunk, 0


def _past_commas(buffer: str, at: int) -> int:
    match = _BETWEEN.match(buffer, at)
    return match.end() if match else at


def _within(value: object) -> Iterator[object]:
    """Yield the articles of an object: itself, or the items of the longest list of objects."""
    lists = sorted(_lists(value), key=len, reverse=True)
    if isinstance(value, dict) and "text" not in columns(tuple(value)) and lists:
        yield from lists[0]
    else:
        yield value


def _lists(value: object, depth: int = 3) -> Iterator[list[Any]]:
    if isinstance(value, Mapping) and depth:
        for inner in value.values():
            if isinstance(inner, list) and any(isinstance(item, dict) for item in inner):
                yield inner
            yield from _lists(inner, depth - 1)
