"""Quotations, and who is said to speak."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Kind, Mention
from corpus.quotations.finding import quotations
from corpus.quotations.quotation import Quotation, QuotationKind

NAMES = {
    "Awa Diarra": Kind.PERSON,
    "Diarra": Kind.PERSON,
    "Paul Keller": Kind.PERSON,
    "Keller": Kind.PERSON,
    "ONU": Kind.ORGANISATION,
    "Vigifleuve": Kind.ORGANISATION,
    "Ségou": Kind.PLACE,
}
ACTORS = {"Diarra": "Awa Diarra", "Keller": "Paul Keller"}


def named(text: str) -> list[Mention]:
    pattern = "|".join(sorted(NAMES, key=len, reverse=True))
    return [
        Mention(m[0], *m.span(), NAMES[m[0]], ACTORS.get(m[0], m[0]))
        for m in re.finditer(pattern, text)
    ]


def found(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (
            text[q.start : q.end],
            text[q.speaker.start : q.speaker.end] if q.speaker else None,
            q.actor,
        )
        for q in quotations(text, named(text))
    ]


def only(text: str) -> Quotation:
    (quotation,) = quotations(text, named(text))
    return quotation


@pytest.mark.parametrize(
    ("text", "speaker", "actor"),
    [
        ("« Le pont sera rouvert demain », a déclaré le ministre Paul Keller.",
         "le ministre Paul Keller", "Paul Keller"),
        ("« Le pont sera rouvert demain », a dit mardi à Ségou Mme Diarra.",
         "Mme Diarra", "Awa Diarra"),
        ('"Le pont sera rouvert demain" affirme le maire, Paul Keller.',
         "le maire, Paul Keller", "Paul Keller"),
        ("« Le pont sera rouvert demain », a pour sa part indiqué l'ONU dans un communiqué.",
         "l'ONU", "ONU"),
        ("« Le pont sera rouvert demain », explique un responsable du chantier, qui ne dit rien.",
         "un responsable du chantier", None),
        ("« Le pont sera rouvert demain », a estimé sur place une habitante de Ségou (centre), Awa "
         "Diarra.", "une habitante de Ségou (centre), Awa Diarra", "Awa Diarra"),
        ("« Le pont sera rouvert demain », selon Awa Diarra.", "Awa Diarra", "Awa Diarra"),
        ("« Le pont sera rouvert demain », peut-on lire dans un communiqué.",
         "un communiqué", None),
        ("Paul Keller a assuré : « Le pont sera rouvert demain ».", "Paul Keller", "Paul Keller"),
        ("Paul Keller, maire de Ségou, ironise : « Le pont sera rouvert demain ».",
         "Paul Keller", "Paul Keller"),
        ("Selon Awa Diarra, « le pont sera rouvert demain ».", "Awa Diarra", "Awa Diarra"),
        ("Pour Awa Diarra, « le pont sera rouvert demain ».", "Awa Diarra", "Awa Diarra"),
        ("« Le pont sera rouvert demain », font valoir des habitants du quartier.",
         "des habitants du quartier", None),
        ("« Le pont sera rouvert demain », s'est félicitée Awa Diarra.", "Awa Diarra",
         "Awa Diarra"),
        ("« Le pont sera rouvert demain », a tenu à préciser Paul Keller.", "Paul Keller",
         "Paul Keller"),
        ("L'ONU met en garde : « Le pont sera rouvert demain ».", "ONU", "ONU"),
        ("Les travaux avancent, selon Paul Keller : « le pont sera rouvert demain ».",
         "Paul Keller", "Paul Keller"),
        ("C'est l'avis de Paul Keller, qui dit que « le pont sera rouvert demain ».",
         "Paul Keller", "Paul Keller"),
        ("Arrivée hier à Ségou, Awa Diarra a vu « le pont qui sera rouvert demain ».",
         "Awa Diarra", "Awa Diarra"),
        ("La famille Keller espère que « le pont sera rouvert demain ».", "La famille Keller",
         None),
        ("L'équipe de Ségou estime que « le pont sera rouvert demain ».",
         "L'équipe de Ségou", None),
        ("Le préfet a jugé que le pont « sera rouvert demain matin ».", "Le préfet", None),
        ("Le fils du sénateur Paul Keller est là. « Le pont sera rouvert demain », dit le parquet.",
         "le parquet", None),
        ("« Le pont sera rouvert demain ».", None, None),
    ],
)  # fmt: skip
def test_the_speaker_of_words_in_marks(text: str, speaker: str | None, actor: str | None) -> None:
    ((_, words, who),) = found(text)
    assert (words, who) == (speaker, actor)
    assert only(text).kind is QuotationKind.DIRECT


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Le pont sera rouvert demain, a déclaré Awa Diarra.", "Le pont sera rouvert demain",
         "Awa Diarra"),
        ("Selon Paul Keller, le pont sera rouvert demain.", "le pont sera rouvert demain",
         "Paul Keller"),
        ("Le pont sera rouvert demain, selon Paul Keller.", "Le pont sera rouvert demain",
         "Paul Keller"),
        ("D'après un rapport, le pont sera rouvert demain.", "le pont sera rouvert demain", None),
        ("Paul Keller a déclaré mardi à la presse que le pont sera rouvert.",
         "le pont sera rouvert", "Paul Keller"),
        ("Awa Diarra estime que le pont sera rouvert.", "le pont sera rouvert", "Awa Diarra"),
        ("Awa Diarra affirme avoir vu le pont rouvert.", "avoir vu le pont rouvert", "Awa Diarra"),
    ],
)  # fmt: skip
def test_reported_words_and_their_speaker(text: str, words: str, actor: str | None) -> None:
    quotation = only(text)
    assert text[quotation.start : quotation.end] == words
    assert (quotation.kind, quotation.actor) == (QuotationKind.INDIRECT, actor)
    assert quotation.speaker is not None


@pytest.mark.parametrize(
    "text",
    [
        "Le bateau « Tombouctou » est reparti de Ségou.",
        "Les « gilets jaunes » ont manifesté à Ségou.",
        "Il chante « Le fleuve et la nuit » à Ségou.",
        "Le pont est considéré comme « dangereux ».",
        "Elle a dit avoir chanté au « Moulin » et dans « Rivages ».",
        "La demande de Paul Keller attend, plus tard que prévu sans doute.",
        "On apprend que rien ne change, a-t-on appris.",
    ],
)
def test_what_is_nobodys_words_is_no_quotation(text: str) -> None:
    assert found(text) == []


def test_a_few_words_beside_a_verb_of_saying_are_a_quotation() -> None:
    assert found("Awa Diarra juge la décision « trop tardive ».") == [
        ("trop tardive", "Awa Diarra", "Awa Diarra")
    ]


def test_a_pronoun_is_the_last_who_spoke() -> None:
    text = (
        "« Le pont sera rouvert demain », a dit Awa Diarra. Paul Keller écoutait. "
        "« Nous y veillerons tous ensemble », a-t-elle ajouté."
    )
    assert [actor for *_, actor in found(text)] == ["Awa Diarra", "Awa Diarra"]


def test_a_pronoun_agrees_with_whom_it_stands_for() -> None:
    text = (
        "Mme Diarra a reçu M. Keller. « Le pont sera rouvert demain », a-t-elle dit. "
        "« Il faut le rouvrir ce soir », a-t-il répondu."
    )
    assert [actor for *_, actor in found(text)] == ["Awa Diarra", "Paul Keller"]


def test_a_sentence_that_is_all_quotation_goes_on_with_the_speaker() -> None:
    text = "« Le pont sera rouvert demain », a dit Awa Diarra. « Nous y veillerons tous. »"
    assert [actor for *_, actor in found(text)] == ["Awa Diarra", "Awa Diarra"]


def test_a_paragraph_that_is_all_quotation_goes_on_but_a_heading_does_not() -> None:
    said = "« Le pont sera rouvert demain », a dit Awa Diarra."
    paragraph = f"{said}\n\n« Nous y veillerons tous ensemble. »"
    assert [actor for *_, actor in found(paragraph)] == ["Awa Diarra", "Awa Diarra"]
    heading = f"{said}\n\n« Nous y veillerons tous ensemble »\n\nLa suite viendra."
    assert [actor for *_, actor in found(heading)] == ["Awa Diarra", None]


def test_a_heading_is_whose_words_it_repeats() -> None:
    text = (
        "« Le pont sera rouvert »\n\nPaul Keller attend. Il doute.\n\n"
        "« Oui, le pont sera rouvert, demain », a dit Awa Diarra."
    )
    assert [actor for *_, actor in found(text)] == ["Awa Diarra", "Awa Diarra"]


@pytest.mark.parametrize(
    "after",
    [
        "Paul Keller était à Ségou mardi.",
        "Voilà ce qu'a dit Paul Keller à Ségou.",
        "« Nous y veillerons tous ensemble », dit Paul Keller.",
    ],
)
def test_else_a_heading_is_of_whom_is_spoken_right_after(after: str) -> None:
    assert found(f"« Le pont sera rouvert demain »\n\n{after}")[0][2] == "Paul Keller"


@pytest.mark.parametrize(
    ("between", "actor"),
    [
        ("Avant d'ajouter : ", "Awa Diarra"),
        ("Ce serait ", "Awa Diarra"),
        ("Les travaux avancent bien. ", "Awa Diarra"),
        ("Paul Keller n'y croit pas. ", "Paul Keller"),
        ("\n\nAutre chose : ", None),
    ],
)
def test_who_has_spoken_speaks_on_till_another_is_named(between: str, actor: str | None) -> None:
    text = (
        f"« Le pont sera rouvert demain », a dit Awa Diarra. {between}« un jour de fête à Ségou »."
    )
    assert found(text)[1][2] == actor


def test_words_parted_by_others_of_the_sentence_are_one_speakers() -> None:
    text = (
        "« Le pont sera rouvert demain matin » et il faut « que tout soit prêt », a dit Awa Diarra."
    )
    assert [actor for *_, actor in found(text)] == ["Awa Diarra"] * 2


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Paul Keller est venu. « Le pont sera rouvert », a dit le député de la rive gauche.",
         "Paul Keller"),
        ("Paul Keller est venu. « Le pont sera rouvert », a dit l'expert.", None),
        ("Paul Keller est venu. « Le pont sera rouvert », a dit le ministre des Routes.", None),
        ("Le député du Sud Paul Keller est là. « C'est fini », a dit le député du Nord.", None),
        ("Paul Keller est venu. « Le pont sera rouvert », a lancé le Ségovien.", "Paul Keller"),
        ("Paul Keller est venu. « Le pont sera rouvert », a lancé la chanteuse.", "Paul Keller"),
        ("M. Keller est venu. « Le pont sera rouvert », a lancé la chanteuse.", None),
        ("Le président Paul Keller est venu. « C'est fini », a dit le chef de l'Etat.",
         "Paul Keller"),
        ("Le sénateur Paul Keller est venu. « C'est fini », a dit le chef de l'Etat.", None),
        ("Le ministre allemand de l'Eau, Paul Keller, est là. « C'est fini », a dit le ministre.",
         "Paul Keller"),
        ("« C'est fini », a dit le chanteur. Paul Keller était à Ségou.", "Paul Keller"),
        ("« C'est fini », a dit le parquet. Paul Keller était à Ségou.", None),
    ],
)  # fmt: skip
def test_whom_a_function_stands_for(text: str, actor: str | None) -> None:
    assert found(text)[0][2] == actor


def test_a_womans_ministry_makes_no_man_of_her() -> None:
    text = (
        "La ministre du Travail Awa Diarra a reçu M. Keller, de la Société du fleuve. "
        "« Le pont sera rouvert demain », a-t-elle dit."
    )
    assert found(text)[0][2] == "Awa Diarra"


def test_a_function_is_the_person_whom_the_text_so_describes() -> None:
    text = (
        "Le préfet Paul Keller a reçu la maire Awa Diarra. "
        "« Le pont sera rouvert demain », a dit la maire."
    )
    assert found(text)[0][1:] == ("la maire", "Awa Diarra")


def test_without_names_the_words_of_the_text_say_who_speaks() -> None:
    text = "« Le pont sera rouvert demain », a déclaré le ministre Paul Keller."
    (quotation,) = quotations(text)
    assert quotation.speaker and quotation.actor is None
    assert text[quotation.speaker.start : quotation.speaker.end].startswith("le ministre")


PIECES = st.lists(
    st.sampled_from(
        [
            "« ", " »", '"', "“", "”", "\n\n", ". ", ", ", " : ", "selon ", "a déclaré ", "que ",
            "a-t-il dit", "poursuit-elle", "Awa Diarra", "Paul Keller", "le ministre ", "de Ségou",
            "Le pont sera rouvert demain", "il ", "Mme ", "(", ") ", "œuvre", "É", "dénonçant ",
        ]
    ),
    max_size=40,
)  # fmt: skip


@given(PIECES)
def test_places_are_of_the_text_in_order_and_apart(pieces: list[str]) -> None:
    text = "".join(pieces)
    last = 0
    for quotation in quotations(text, named(text)):
        assert last <= quotation.start < quotation.end <= len(text)
        last = quotation.end
        if speaker := quotation.speaker:
            assert 0 <= speaker.start < speaker.end <= len(text)


@given(st.text(max_size=200))
def test_no_text_is_refused(text: str) -> None:
    quotations(text)


@pytest.mark.parametrize(
    "said",
    [
        "« Le pont sera rouvert », a dit Awa Diarra, la maire de Ségou. ",
        "« Le pont sera rouvert demain »\n\n",
    ],
)
def test_time_grows_with_the_text_alone(said: str) -> None:
    def seconds(times: int) -> float:
        text = said * times
        mentions = named(text)
        taken = []
        for _ in range(3):
            started = time.thread_time()
            quotations(text, mentions)
            taken.append(time.thread_time() - started)
        return min(taken)  # on a busy machine each may take half as long again

    # eight times the text: by its square it would take sixty-four times as long
    assert seconds(1600) < 24 * max(seconds(200), 0.005)
