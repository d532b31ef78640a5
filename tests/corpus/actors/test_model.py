"""The model as it is loaded here, beside the model as spaCy loads it."""

import pytest
import spacy

from corpus.actors.model import load_model
from corpus.actors.version import MODEL

TEXTS = [
    "L'ancien premier-ministre Moussa Keïta s'est rendu à Saint-Louis, aujourd'hui même.",
    "Les États-Unis, l'Union africaine et la Côte d'Ivoire n'ont pas réagi, a dit M. Traoré.",
    "Né en 120 av. J.-C., il fut – dit-on – le roi d'Aïn-el-Hadjar ; cf. http://exemple.ml/a-b.",
    "« Allez-y », lance Nana Akufo-Addo à l'ex-ministre du Burkina Faso (ex-Haute-Volta).",
    "Ségou–Bamako : 3,5 % de hausse, soit 12 000 F CFA de plus qu'en 2023…",
]


@pytest.mark.xdist_group("model")
def test_it_parts_words_and_finds_names_as_spacys_own_does() -> None:
    ours, reference = load_model(), spacy.load(MODEL, exclude=["parser", "lemmatizer"])
    for text in TEXTS:
        mine, theirs = ours(text), reference(text)
        assert [word.text for word in mine] == [word.text for word in theirs]
        assert [(e.text, e.label_) for e in mine.ents] == [(e.text, e.label_) for e in theirs.ents]
    assert any(ours(text).ents for text in TEXTS)
