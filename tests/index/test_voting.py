"""The corpus votes on kinds of names: the same outcome by whatever way it came together."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Kind, KindFrom, Mention
from index.catalogue import Catalogue
from index.document import Document
from index.draft import Draft
from index.generation import Generation
from index.location import Location
from index.state import open_state
from index.voting import vote_on_kinds
from tests.index.support import article

PERSON, PLACE = Kind.PERSON, Kind.PLACE

mentions = st.builds(
    lambda kind, actor, by: Mention("Doun", 0, 4, kind, actor, kind is PERSON, by),
    st.sampled_from([PLACE, PLACE, PLACE, PERSON]),
    st.sampled_from(["Doun", "DOUN", "Le Rail"]),
    st.sampled_from([KindFrom.MODEL, KindFrom.MODEL, KindFrom.MODEL, *KindFrom]),
)


def naming(id: str, *found: Mention) -> Document:
    return Document(article(id, "Doun"), found, analysed=True)


def doun(kind: Kind, by: KindFrom = KindFrom.MODEL) -> Mention:
    return Mention("Doun", 0, 4, kind, "Doun", kind is PERSON, by)


class Corpus:
    """An index that is voted on after each step."""

    def __init__(self, folder: Path) -> None:
        self._location = Location(folder, folder / "index")
        self._location.prepare()
        self._base: Generation | None = None

    def change(self, documents: Sequence[Document], gone: Sequence[str] = ()) -> None:
        draft = Draft(self._location, self._base)
        for document in documents:
            draft.put(document, known=self._base is not None)
        for id in gone:
            draft.remove(id)
        base = draft.commit(Catalogue(kinds_voted=False))
        self._base = vote_on_kinds(self._location, base, Catalogue.load(base.path))
        assert Catalogue.load(self._base.path).kinds_voted

    def document(self, id: str) -> Document:
        assert self._base is not None
        store = open_state(self._base.path).store
        return store.document(store.number(id))


def test_most_articles_decide_and_namesakes_stay(tmp_path: Path) -> None:
    corpus = Corpus(tmp_path)
    places = [naming(f"lieu{n}", doun(PLACE)) for n in range(16)]
    person = naming("personne", doun(PERSON, KindFrom.CONTEXT))
    corpus.change([*places, person, naming("erreur", doun(PERSON))])
    assert [m.kind for m in corpus.document("erreur").mentions] == [PLACE]
    assert corpus.document("personne") == person
    corpus.change([], gone=["lieu0", "lieu1"])
    assert corpus.document("erreur") == naming("erreur", doun(PERSON))


@settings(max_examples=30)
@given(st.lists(st.lists(mentions, max_size=3), max_size=12), st.integers(0, 12), st.randoms())
def test_the_outcome_does_not_depend_on_the_way(
    named: list[list[Mention]], cut: int, random: object
) -> None:
    documents = [naming(f"a{n}", *some) for n, some in enumerate(named)]
    others = [naming(f"b{n}", doun(PERSON)) for n in range(5)]
    with TemporaryDirectory() as folder:
        at_once, in_steps = Corpus(Path(folder, "once")), Corpus(Path(folder, "steps"))
        at_once.change(documents)
        shuffled = list(documents)
        random.shuffle(shuffled)  # type: ignore[attr-defined]
        in_steps.change([*others, *shuffled[cut:]])
        in_steps.change(shuffled[:cut], gone=[other.article.id for other in others])
        for document in documents:
            id = document.article.id
            assert in_steps.document(id) == at_once.document(id)
