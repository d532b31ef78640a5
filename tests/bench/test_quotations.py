"""How quotations found are judged by gold."""

from bench.quotations import Row, measure, plain_rule
from corpus.article import Kind, Mention
from corpus.quotations.quotation import Quotation, QuotationKind, Speaker

TEXT = "Awa Diarra est venue. « Le pont sera rouvert », a dit Paul Keller."
DIARRA = Mention("Awa Diarra", 0, 10, Kind.PERSON, "Awa Diarra")
KELLER = Mention("Paul Keller", 54, 65, Kind.PERSON, "Paul Keller")
GOLD = {"start": 24, "end": 44, "kind": "direct", "words": [54, 65], "name": [54, 65]}
ROW = Row("a", TEXT, (DIARRA, KELLER), (GOLD,))


def test_a_quotation_with_its_speaker_is_right() -> None:
    right = Quotation(24, 44, QuotationKind.DIRECT, Speaker(54, 65, KELLER))
    figures = measure([ROW], lambda _text, _mentions: [right])["direct"]
    assert figures["recall"] == figures["speaker"] == figures["actor"] == 1


def test_another_speaker_is_wrong_and_less_than_half_is_not_found() -> None:
    other = Quotation(24, 44, QuotationKind.DIRECT, Speaker(0, 10, DIARRA))
    short = Quotation(24, 30, QuotationKind.DIRECT)
    assert measure([ROW], lambda _text, _mentions: [other])["direct"]["speaker"] == 0
    assert measure([ROW], lambda _text, _mentions: [short])["direct"]["recall"] == 0


def test_the_plain_rule_takes_the_person_before() -> None:
    (found,) = plain_rule(TEXT, ROW.mentions)
    assert found.actor == "Awa Diarra"
    assert TEXT[found.start : found.end].strip() == "Le pont sera rouvert"
