"""A small corpus for the tests of the command."""

from pathlib import Path

FLEUVE = """Accord sur le fleuve - La Tribune du Fleuve

Accord sur le fleuve

Publié le 3 mars 2024

Le Mali et ses voisins ont signé un accord sur le partage des eaux du fleuve, après deux ans.

La ministre Awa Sidibé a salué « une étape décisive pour toute la région ».

Lire aussi : Une autre affaire qui n'a rien à voir
"""

PORT = """Un port au nord de la capitale

Le Sénégal veut construire un port de pêche au nord de Dakar, malgré l'accord sur la côte.

La ministre Awa Sidibé a salué « une étape décisive pour toute la région ».
"""

RAIL = """---
title: La ligne sera prolongée
date: 2023-05-12
source: Le Rail
---
La ligne de chemin de fer sera prolongée jusqu'à la frontière avant la fin de l'année prochaine.
"""


def write_corpus(folder: Path) -> Path:
    """Write three articles and an image into `folder`, and return it."""
    for name, content in {"fleuve.txt": FLEUVE, "port.txt": PORT, "rail.md": RAIL}.items():
        (folder / name).write_text(content, encoding="utf-8")
    (folder / "image.png").write_bytes(b"\x89PNG")
    return folder
