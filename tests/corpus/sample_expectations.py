"""What a careful reader finds in the shipped articles."""

import datetime
from dataclasses import dataclass

from corpus.article import How


@dataclass(frozen=True, slots=True)
class Expected:
    """One article of `corpus/sample`."""

    file: str
    title: str
    first_words: str
    """How the text begins once the page around it is gone."""
    last_words: str
    paragraphs: int
    date: datetime.date | None = None
    date_evidence: How | None = None
    source: str | None = None
    agency: str | None = None
    author: str | None = None
    dropped: tuple[str, ...] = ()
    """How each dropped piece begins, in order, with plain spaces and apostrophes."""
    persons: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


EXPECTED = (
    Expected(
        file="appel-poutine-goita-lutte-antiterroriste.txt",
        title="Entre Bamako et Moscou, un appel dominé par la lutte antiterroriste",
        first_words="C'est de Bamako qu'est venue la demande.",
        last_words="pour mesurer ce que cet élan aura changé.",
        paragraphs=11,
        dropped=(
            "Partager sur Facebook",
            "Partager sur X",
            "À LIRE AUSSI : Sénégal",
            "Laisser un commentaire",
            "Votre adresse de messagerie",
            "Enregistrer mon nom",
        ),
        persons=("Vladimir Poutine", "Assimi Goïta"),
        organisations=("CEDEAO",),
        places=("Bamako", "Moscou", "Mali", "Russie", "Niger", "France", "Burkina Faso"),
    ),
    Expected(
        file="goita-poutine-octobre.txt",
        title="Goïta et Poutine de nouveau au téléphone",
        first_words="Un mois après leur précédent échange,",
        last_words="ne sert plus seulement dans les moments de deuil.",
        paragraphs=9,
        date=datetime.date(2023, 10, 10),
        date_evidence=How.INFERRED,
        source="Le Fil de Bamako",
        agency="Liptako Presse",
        dropped=(
            "| Le Fil de Bamako",
            "Accueil > Afrique > Politique",
            "Goïta et Poutine",
            "Politique",
            "Lire aussi : Burkina Faso",
            "Avec Liptako Presse",
            "PARTAGER",
            "Laisser un commentaire",
            "Votre adresse de messagerie",
        ),
        persons=("Vladimir Poutine", "Assimi Goïta"),
        organisations=("Wagner", "Kremlin"),
        places=("Mali", "Russie", "Sahel", "Bamako", "Saint-Pétersbourg", "France"),
    ),
    Expected(
        file="diop-camara-moscou.md",
        title="Diop et Camara à Moscou : une coopération au-delà des armes",
        first_words="À Moscou, les ministres de Bamako plaident",
        last_words="Il reste, pour cela, une journée de travail.",
        paragraphs=10,
        date=datetime.date(2024, 2, 28),
        date_evidence=How.DECLARED,
        source="La Gazette du Djoliba",
        author="Rokia Sangaré",
        persons=("Abdoulaye Diop", "Sadio Camara", "Sergueï Lavrov"),
        organisations=("ONU",),
        places=("Moscou", "Mali", "Russie", "Burkina Faso", "Niger", "Chine", "Turquie", "Ukraine"),
    ),
    Expected(
        file="lavrov-diop-apres-tinzaouatene.txt",
        title="Après Tinzaouatène, Moscou renouvelle son appui à Bamako",
        first_words="Quelques jours après le revers essuyé",
        last_words="porterait la guerre entre Kiev et Moscou bien au-delà de leurs frontières.",
        paragraphs=8,
        date=datetime.date(2024, 8, 1),
        date_evidence=How.STATED,
        source="Le Fil de Bamako",
        dropped=(
            "- Le Fil de Bamako",
            "Après Tinzaouatène",
            "Publié le 1er août 2024",
            "Partager sur Facebook",
            "Envoyer par mail",
            "Lire aussi : Côte d'Ivoire",
            "KD/im",
            "© 2024 Le Fil de Bamako",
        ),
        persons=("Sergueï Lavrov", "Abdoulaye Diop"),
        places=("Tinzaouatène", "Mali", "Bamako", "Moscou", "Russie", "Algérie", "Kiev"),
    ),
    Expected(
        file="mali-russie-courrier-du-liptako.txt",
        title="Sécurité au Sahel : Bamako et Moscou resserrent les rangs",
        first_words="Former les soldats, les équiper, investir",
        last_words="un virage dans l'histoire que partagent les deux États.",
        paragraphs=12,
        date=datetime.date(2024, 8, 1),
        date_evidence=How.STATED,
        source="Le Courrier du Liptako",
        dropped=(
            "- Le Courrier du Liptako",
            "Sécurité au Sahel",
            "Bamako, le 1er août 2024",
            "Suivez-nous sur Facebook",
            "Rejoignez notre chaîne WhatsApp",
        ),
        persons=("Abdoulaye Diop", "Sergueï Lavrov"),
        organisations=("Al-Qaïda", "État islamique"),
        places=("Bamako", "Mali", "Russie", "Moscou", "Sahel"),
    ),
)
