"""Which articles a decision about names can change: never one too few."""

import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.actors import authority, difference
from corpus.actors.authority import Actor, authority_with
from corpus.actors.difference import touched_forms
from corpus.actors.joining import join
from corpus.actors.ledger import Entry, Ledger
from corpus.actors.sifting import Name
from corpus.article import Article, Kind, Mention
from index.document import Document
from index.location import Location
from index.state import State, open_state
from index.touched import articles_with
from tests.index.support import article, commit

TEXTS = (
    "Le ministre Awa Sidibé a reçu Moussa Traoré. Sidibé part lundi. A. SIDIBÉ se tait.",
    "Dioncounda Traoré parle. La ville attend Traoré, a dit le président.",
    "Selon Traoré, le Rail de Doun sera vendu. L’Office du Rail (OR) se tait.",
    "Le chef de la junte a parlé à Doun. Le Mali attend, la RDC aussi.",
    "Bamako a réitéré sa demande au Mali. Wagner part.",
    "Richard Wagner est joué à Paris. On aime Wagner et d'Estaing.",
    "Rien ne se passe ici.",
    "Le Burkina et la République démocratique du Congo signent avec Sidibé Bamako.",
)
FORMS = (
    *("Awa Sidibé", "Sidibé", "A. Sidibé", "Moussa Traoré", "Dioncounda Traoré", "Traoré"),
    *("le chef de la junte", "Doun", "Rail", "Office du Rail", "OR", "Mali", "RDC", "Wagner"),
    *("Richard Wagner", "Bamako", "Burkina", "Estaing", "République du Mali", "Paris", "Congo"),
)
BASE = (
    Actor("Mali", Kind.PLACE, ("République du Mali", "Bamako")),
    Actor("République démocratique du Congo", Kind.PLACE, ("RDC", "Congo")),
    Actor("Wagner", Kind.ORGANISATION, ("groupe Wagner",)),
    Actor("Paris", Kind.PLACE),
    Actor("Burkina Faso", Kind.PLACE, ("Burkina",)),
)
_NAME = re.compile(r"[A-ZÀ-Þ][\w.]*(?: (?:[A-ZÀ-Þ][\w.]*))*")

entries = st.builds(
    Entry,
    name=st.sampled_from(FORMS),
    kind=st.sampled_from(list(Kind)),
    aliases=st.lists(st.sampled_from(FORMS), max_size=2).map(tuple),
    apart=st.lists(st.sampled_from(FORMS), max_size=1).map(tuple),
    rejected=st.sampled_from((False, False, True)),
)
ledgers = st.lists(entries, max_size=4)


def recognised(text: str) -> Iterator[Name]:
    """Every row of words with a capital, each of a kind of its own, as a careless model would."""
    for found in _NAME.finditer(text):
        yield Name(found[0], found.start(), found.end(), list(Kind)[len(found[0]) % 3])


@pytest.fixture(scope="module", autouse=True)
def small_base() -> Iterator[None]:
    """To make the whole authority for each example would take a tenth of a second."""
    difference._base_forms.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(authority, "base_actors", lambda: BASE)
        patch.setattr(difference, "base_actors", lambda: BASE)
        yield
    difference._base_forms.cache_clear()


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [
        article(f"a{number}", text, title=text.split(".")[0] if number % 2 else None)
        for number, text in enumerate(TEXTS)
    ]


@pytest.fixture(scope="module")
def state(articles: list[Article], tmp_path_factory: pytest.TempPathFactory) -> State:
    folder = tmp_path_factory.mktemp("touched")
    documents = [Document(one) for one in articles]
    return open_state(commit(Location(folder, folder / "index"), documents).path)


def joined(articles: list[Article], entries: Sequence[Entry]) -> dict[str, list[Mention]]:
    known = authority_with(Ledger(tuple(entries)))
    found = {}
    for one in articles:
        headline = one.title or ""
        names = list(recognised(headline)), list(recognised(one.text))
        title, text = join(*names, headline, one.text, known)
        found[one.id] = [*known.settlement.settle(title), *known.settlement.settle(text)]
    return found


@settings(max_examples=100)
@given(ledgers, ledgers, st.booleans())
@example(
    [Entry("Awa Sidibé", Kind.PERSON, ("le chef de la junte",))],
    [Entry("Bamako", Kind.PLACE, ("Awa Sidibé",))],
    True,
)
def test_an_article_that_is_not_touched_has_the_same_actors(
    state: State, articles: list[Article], before: list[Entry], others: list[Entry], goes_on: bool
) -> None:
    after = [*before[1:], *others] if goes_on else others
    touched = articles_with(state, touched_forms(before, after))
    old, new = joined(articles, before), joined(articles, after)
    assert {id for id in old if old[id] != new[id]} <= set(touched)


def test_few_are_touched(state: State) -> None:
    rejected = [Entry("Doun", Kind.PLACE, rejected=True)]
    assert articles_with(state, touched_forms([], rejected)) == ["a2", "a3"]
    assert articles_with(state, touched_forms(rejected, rejected)) == []


def test_entries_in_another_order_are_touched() -> None:
    doun, rail = Entry("Doun", Kind.PLACE), Entry("Rail", Kind.ORGANISATION, ("Doun",))
    assert touched_forms([doun, rail], [rail, doun]) == {"doun", "rail"}


def test_whom_a_surname_may_mean_is_touched() -> None:
    assert touched_forms([], [Entry("Awa Sidibé", Kind.PERSON)]) == {"awa sidibe", "sidibe"}


def test_what_shares_a_form_with_a_changed_actor_is_touched() -> None:
    forms = touched_forms([], [Entry("Pays du Mali", Kind.PLACE, ("Mali",))])
    assert {"pays du mali", "mali", "republique du mali"} <= forms
    assert "paris" not in forms
