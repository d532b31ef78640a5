"""Newsletters as mail: one message (`.eml`), or a mailbox of many (`.mbox`)."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path

from corpus.article import Rejection
from corpus.formats.fields import LARGEST, NO_TEXT, TOO_LARGE, RawArticle, declared_by
from corpus.formats.head import Head
from corpus.formats.json_values import plain_text
from corpus.messages import message
from corpus.text import NotText, normalise

_MAILBOX = re.compile(rb"From \S+.*\d{4}\s*\r?\n[\w-]+:")
_MESSAGE = re.compile(
    rb"(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*?(?:From|Subject|Date|MIME-Version):",
    re.IGNORECASE,
)
_FEWEST_WORDS = 30  # less says "read this in your browser"
_MOST_PARTS = 100  # nested in each other they take ever longer to read
_BROKEN = message("a message that cannot be read")


def recognises(head: Head) -> bool:
    """Tell a mailbox by the line before its first message, a message by its header."""
    return bool(_MAILBOX.match(head.data) or _MESSAGE.match(head.data[:_NEAR]))


_NEAR = 65_536


def read_articles(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield each message as an article."""
    head = Head.of(path)
    alone = not _MAILBOX.match(head.data)
    position = 0
    for number, data in enumerate([_whole(path)] if alone else _messages(path), start=1):
        try:
            yield _article(data, position, alone=alone)
            position += 1
        except NotText as error:
            yield Rejection(file, None, error.reason, item=number)
        except Exception:  # the parser of mail raises what it likes
            yield Rejection(file, None, _BROKEN, item=number)


def _whole(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(LARGEST + 1)


def _messages(path: Path) -> Iterator[bytes]:
    """Yield the messages of a mailbox, those over `LARGEST` bytes cut short."""
    with path.open("rb") as stream:
        lines: list[bytes] = []
        size, blank = 0, True
        while line := stream.readline(LARGEST):
            if blank and line.startswith(b"From ") and lines:
                yield b"".join(lines)
                lines, size = [], 0
            elif size <= LARGEST:
                lines.append(line)
                size += len(line)
            blank = not line.strip()
        if lines:
            yield b"".join(lines)


def _article(data: bytes, position: int, *, alone: bool) -> RawArticle:
    if len(data) > LARGEST:
        raise NotText(TOO_LARGE)
    if data.count(b"multipart/") > _MOST_PARTS:
        raise NotText(_BROKEN)
    mail = message_from_bytes(data, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    text = normalise(_body(mail)).strip()
    if not text:
        raise NotText(NO_TEXT)
    name, address = parseaddr(str(mail.get("From", "")))
    declared = declared_by(
        [
            ("title", str(mail.get("Subject", ""))),
            ("date", str(mail.get("Date", ""))),
            ("source", name or address),
        ]
    )
    return RawArticle(text, declared, position, alone=alone)


def _body(mail: EmailMessage) -> str:
    plain, page = (_content(mail, kind) for kind in ("plain", "html"))
    if len(plain.split()) >= _FEWEST_WORDS or not page:
        return plain
    return plain_text(page) or plain


def _content(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body(preferencelist=(kind,))
    if part is None:
        return ""
    try:
        return str(part.get_content())
    except (LookupError, ValueError):  # an encoding that nobody knows
        data = part.get_payload(decode=True)
        return data.decode("utf-8", "replace") if isinstance(data, bytes) else ""
