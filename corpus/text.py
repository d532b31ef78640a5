"""Text from outside: decoded, made safe to show."""

import codecs
import re
import unicodedata
from functools import cache

from corpus.messages import message

ERRORS = "corpus.text.byte"
"""Error handler that reads bytes which do not fit their encoding as Windows-1252."""

BINARY = message("not text, but binary data")
"""Why data is refused."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # starts like the mark of UTF-16, so it is tried first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UTF8 = "utf-8-sig"
_SAMPLE = 65_536
_DAMAGED = re.compile("[\udc80-\udcff]")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_SOUND_FOR_ONE_DAMAGED = 10
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_MOST_CONTROLS = 0.05  # random bytes hold 11 %
_NOT_A_CHARACTER = re.compile("[\ud800-\udfff]")

# Signs of other scripts that stand before digits are visible, though counted as format characters.
_INVISIBLE = (
    "\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e007f"
)
_EMOJI = "\u2190-\u2bff\U0001f000-\U0001faff"
_UNSAFE = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200d\u2028\u2029\ud800-\udfff{_INVISIBLE}]")
_JOINER = "\u200d"
_JOINED_EMOJI = re.compile(f"(?<=[{_EMOJI}\ufe0f])\u200d(?=[{_EMOJI}])")
_LINE_SEPARATORS = "\u2028\u2029"
_PICTURES = 0x2400
_DELETE = "\x7f"


class NotText(ValueError):
    """Data that holds no text; `reason` is an English clause, a key of the message catalogue."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def decode(data: bytes) -> str:
    """Return the text of `data` in NFC, its line ends made "\\n".

    A byte order mark decides, then strict UTF-8, then the NULs of UTF-16; all else is read as
    Windows-1252, whose five undefined bytes become the C1 characters of their number. Raises
    `NotText` for binary data.
    """
    encoding = encoding_of(data)
    text = data.decode(encoding, ERRORS)
    if "\0" in text or (encoding != _UTF8 and is_binary(text)):
        raise NotText(BINARY)
    return normalise(text)


def encoding_of(data: bytes) -> str:
    """Return the codec to read `data` with, and with `ERRORS`; its first megabyte is enough."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding
    if wide := _told_by_nuls(data[:_SAMPLE]):
        return wide
    return _UTF8 if _is_utf8(data) else "cp1252"


def _told_by_nuls(sample: bytes) -> str | None:
    """Return the UTF-16 of `sample`, where NULs fill the upper half of most characters."""
    upper_first, upper_last = sample[0::2].count(0), sample[1::2].count(0)
    most = len(sample) / 4
    if upper_last > most and upper_first < upper_last / 10:
        return "utf-16-le"
    if upper_first > most and upper_last < upper_first / 10:
        return "utf-16-be"
    return None


def _is_utf8(data: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)  # a last character may be cut in two
    except UnicodeDecodeError:
        # One lost byte in a long article must not turn all its accents into two letters each.
        escaped = data.decode("utf-8", "surrogateescape")
        damaged = len(_DAMAGED.findall(escaped))
        sound = len(_NOT_ASCII.findall(escaped)) - damaged
        return sound >= _SOUND_FOR_ONE_DAMAGED * damaged
    return True


def _read_byte(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if error.encoding.startswith(("utf-16", "utf-32", "utf16", "utf32")):
        return "\ufffd", error.end
    damaged = error.object[error.start : error.end]
    return "".join(map(_windows_1252, damaged)), error.end


@cache
def _windows_1252(byte: int) -> str:
    return bytes([byte]).decode("cp1252", "ignore") or chr(byte)


codecs.register_error(ERRORS, _read_byte)


def is_binary(text: str) -> bool:
    """Tell whether decoded data holds more control characters than any text does."""
    return len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text)


def normalise(text: str) -> str:
    """Return `text` in NFC, line ends made "\\n", halves of surrogate pairs joined or replaced.

    JSON and YAML can write half a character ("\\ud83d"), which no file could be saved with.
    """
    if _NOT_A_CHARACTER.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def visible(text: str) -> str:
    """Return `text` safe to show, one character for one character.

    Control characters (but newline and tab), bidirectional controls, invisible format characters
    and lone surrogates become symbols of one cell. No-break spaces, soft hyphens and the joiners
    inside emoji stay.
    """
    return _UNSAFE.sub(_symbol, text)


def _symbol(match: re.Match[str]) -> str:
    character = match.group()
    if character == _JOINER and _JOINED_EMOJI.match(match.string, match.start()):
        return character
    if character < " ":
        return chr(_PICTURES + ord(character))
    if character == _DELETE:
        return "␡"
    return "↵" if character in _LINE_SEPARATORS else "\ufffd"
