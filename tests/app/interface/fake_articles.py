"""A few articles, and the actors that stand in them."""

import re
from dataclasses import replace
from datetime import date

from corpus.article import Article, Dropped, Evidence, How, Kind, Mention, Origin, Rejection
from index.receipt import Receipt

ACTORS = {
    "Vladimir Poutine": (Kind.PERSON, ("Vladimir Poutine", "Poutine")),
    "Assimi Goïta": (Kind.PERSON, ("Assimi Goïta", "Goïta")),
    "Sergueï Lavrov": (Kind.PERSON, ("Sergueï Lavrov", "Lavrov")),
    "Abdoulaye Diop": (Kind.PERSON, ("Abdoulaye Diop", "Diop")),
    "Wagner": (Kind.ORGANISATION, ("Wagner",)),
    "Mali": (Kind.PLACE, ("Mali", "Bamako")),
    "Russie": (Kind.PLACE, ("Russie", "Moscou")),
    "Ukraine": (Kind.PLACE, ("Ukraine",)),
}

RECEIPTS = (
    Receipt(
        "export[/b].html",
        "Europresse export",
        426,
        425,
        1,
        (Rejection("export[/b].html", None, "it holds no text", item=7),),
        ("a", "b"),
        (),
        {"document number": 425},
        {"author": 98},
    ),
    Receipt("a.txt", "text file", 1, 1, 0, (), (), (), {"dateline": 1}, {"url": 1}),
    Receipt("b.txt", "text file", 1, 1, 0, (), (), (), {"unknown": 1}, {"url": 1}),
)

LONG = tuple(
    f"Paragraphe {n} : la coopération se poursuit entre les deux capitales, où l’on répète que "
    f"« rien ne changera » avant {2000 + n}, et que 12 000 hommes resteront sur place."
    for n in range(1, 31)
)

ARTICLES = (
    Article(
        "appel-octobre",
        "Nouvel appel entre Bamako et Moscou",
        (
            "Le président de la transition malienne, Assimi Goïta, a fait état mardi 10 octobre "
            "d’un entretien avec Vladimir Poutine.",
            "Les deux hommes ont passé en revue la coopération entre le Mali et la Russie. Goïta a "
            "remercié Poutine « pour son soutien ».",
            "Le Mali dément la présence de Wagner sur son sol.",
        ),
        Origin("appel-octobre.txt"),
        date(2023, 10, 10),
        (date(2017, 10, 10),),
        source="Courrier du Liptako",
        evidence=(
            Evidence("date", How.INFERRED, "weekday", "mardi 10 octobre", 68, 84),
            Evidence("source", How.STATED, "title-suffix", "Courrier du Liptako"),
        ),
        dropped=(
            Dropped("share-buttons", "PARTAGEZ !"),
            Dropped("read-also", "Lire aussi : Niger, un sommet de plus"),
        ),
    ),
    Article(
        "lavrov-diop",
        "Lavrov et Diop se parlent",
        (
            "Le chef de la diplomatie russe, Sergueï Lavrov, s’est entretenu jeudi avec Abdoulaye "
            "Diop.",
            "Moscou continuera de former l’armée malienne.",
            "Des combats ont eu lieu à la frontière, et le rôle de l’Ukraine est évoqué.",
        ),
        Origin("lavrov-diop.txt"),
        date(2024, 8, 1),
        source="Agence du Fleuve",
        agency="ADF",
        evidence=(Evidence("date", How.STATED, "dateline", "Bamako, le 1er août 2024"),),
    ),
    Article(
        "partenariat",
        "Mali-Russie : un partenariat réaffirmé",
        (
            "Sergueï Lavrov s’est entretenu jeudi avec Abdoulaye Diop.",
            "La Russie formera l’armée malienne, promet Moscou.",
            "Ce partenariat a ses défis : les sanctions compliquent la coopération.",
        ),
        Origin("partenariat.md"),
        date(2024, 8, 1),
        source="Journal des Rives",
        evidence=(Evidence("date", How.DECLARED, "front-matter", "2024-08-01"),),
    ),
    Article("fleuve", None, LONG, Origin("export.jsonl", 3)),
)

COPIES = (
    *ARTICLES,
    replace(ARTICLES[2], id="reprise", title="Mali-Russie : on se parle"),
    replace(ARTICLES[2], id="reprise-2", title="Bamako et Moscou s’entendent"),
)
"""“partenariat”, the newest but for them, is printed by two others."""


def mentions(text: str) -> tuple[Mention, ...]:
    found = []
    for name, (kind, forms) in ACTORS.items():
        pattern = "|".join(re.escape(form) for form in forms)
        found += [
            Mention(m.group(), m.start(), m.end(), kind, name) for m in re.finditer(pattern, text)
        ]
    return tuple(sorted(found, key=lambda mention: mention.start))
