"""How much memory it takes to read a file of each format, beside that of reading nothing.

    python -m bench.memory [--megabytes 500] [--most 1024] [--only FORMAT…]

Files are written for it; each is read in a process of its own, which may not take more than
`--most` megabytes of address space beyond what it has at the start. What is read at once (a page,
a feed, a text) has a file just under its limit, and one over it.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

_MEGABYTE = 1024 * 1024
_BLOCK = 200
"""Articles between two looks at the size."""

TEXT = " ".join(
    f"Le port numéro {n} sera construit au nord de la capitale, selon la ministre Awa Sidibé."
    for n in range(40)
)
PARAGRAPHS = [TEXT[:1_500], TEXT[1_500:]]
HTML = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)

Write = Callable[[int], str]
"""Returns the n-th article of a file."""


def _json(n: int) -> str:
    row = {"titre": f"Port {n}", "date": "2024-03-03", "texte": TEXT}
    return json.dumps(row, ensure_ascii=False) + "\n"


def _row(n: int) -> str:
    return f'"Port {n}",2024-03-03,"{TEXT}"\n'


def _mail(n: int) -> str:
    return (
        "From x Sun Mar  3 08:00:00 2024\nFrom: La Tribune <a@example.org>\n"
        f"Subject: Port {n}\nContent-Type: text/plain; charset=utf-8\n"
        f"Content-Transfer-Encoding: 8bit\n\n{TEXT}\n\n"
    )


def _europresse(n: int) -> str:
    return (
        '<article><header><div class="rdp__DocPublicationName">'
        '<span class="DocPublicationName">La Tribune</span></div>'
        '<span class="DocHeader">dimanche 3 mars 2024</span>'
        f'<div class="titreArticle"><p class="titreArticleVisu rdp__articletitle">Port {n}</p>'
        f'</div></header><section><div class="docOcurrContainer">{HTML}</div></section>'
        f'<aside><div class="publiC-lblNodoc">news·20240303·TF·{n}</div></aside></article>\n'
    )


def _factiva_xml(n: int) -> str:
    text = HTML.replace("p>", "paragraph>")
    return (
        f"<ppsarticle><article><accessionNo>TRIBFL0020240303{n:09}</accessionNo>"
        f"<headline>Port {n}</headline><publicationDate><date>2024-03-03</date>"
        f"</publicationDate><tailParagraphs>{text}</tailParagraphs></article></ppsarticle>\n"
    )


def _entry(n: int) -> str:
    return (
        f"<item><title>Port {n}</title><link>https://example.org/{n}</link>"
        f"<description><![CDATA[{HTML}]]></description></item>\n"
    )


def _paragraph(n: int) -> str:
    return f"<p>{n}. {TEXT}</p>\n"


def _line(n: int) -> str:
    return f"{n}. {TEXT}\n\n"


# name: suffix, beginning, article, end, whether it is read article by article
FORMATS: dict[str, tuple[str, str, Write, str, bool]] = {
    "JSON lines": (".jsonl", "", _json, "", True),
    "CSV": (".csv", "titre,date,texte\n", _row, "", True),
    "mbox": (".mbox", "", _mail, "", True),
    "Europresse": (".html", "<html><body>", _europresse, "</body></html>", True),
    "Factiva XML": (".xml", "<PPSResponse>", _factiva_xml, "</PPSResponse>", True),
    "feed": (".xml", "<rss><channel><title>x</title>", _entry, "</channel></rss>", False),
    "web page": (".html", "<html><body><article>", _paragraph, "</article></body></html>", False),
    "text file": (".txt", "", _line, "", False),
}


def main() -> None:
    """Write and read the files; the last line printed is one JSON object."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--megabytes", type=int, default=500)
    parser.add_argument("--most", type=int, default=1024)
    parser.add_argument("--only", nargs="*", default=list(FORMATS), choices=list(FORMATS))
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.read:
        print(json.dumps(_read(given.read, given.most)))
        return
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, size in _sizes(given.only, given.megabytes):
            path = _written(Path(folder), name, size * _MEGABYTE)
            figure = _measured(path, given.most)
            figures[f"{name} {size} MB"] = figure
            path.unlink()
            print(
                f"{name:12} {size:4} MB  {figure['articles']:7} articles  "
                f"{figure['rejections']:3} rejections  {figure['seconds']:6.1f} s  "
                f"peak {figure['peak_mb']:5.0f} MB, of which {figure['idle_mb']:.0f} before it"
            )
    print(json.dumps(figures))


def _sizes(names: list[str], megabytes: int) -> Iterator[tuple[str, int]]:
    for name in names:
        streams = FORMATS[name][4]
        yield from ((name, size) for size in ([megabytes] if streams else [1, 5, 19, 25]))


def _written(folder: Path, name: str, size: int) -> Path:
    suffix, beginning, article, end, _ = FORMATS[name]
    path = folder / f"file{suffix}"
    with path.open("w", encoding="utf-8") as file:
        file.write(beginning)
        for n in count():
            if n % (_BLOCK if size > 100 * _MEGABYTE else 1) == 0 and file.tell() >= size:
                break
            file.write(article(n))
        file.write(end)
    return path


def _measured(path: Path, most: int) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.memory", "--read", str(path), "--most", str(most)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _read(path: Path, most: int) -> dict[str, float]:
    """Read a file, and return what came out and the memory it took."""
    import lxml.html  # noqa: F401 — what the readers load is no part of the file
    import trafilatura  # noqa: F401

    from corpus import formats
    from corpus.article import Rejection

    idle = _peak()
    limit = (_taken() + most) * _MEGABYTE
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    articles = rejections = 0
    started = time.process_time()
    for item in formats.read(path, path.name):
        if isinstance(item, Rejection):
            rejections += 1
        else:
            articles += 1
    return {
        "articles": articles,
        "rejections": rejections,
        "seconds": round(time.process_time() - started, 1),
        "idle_mb": idle,
        "peak_mb": _peak(),
    }


def _peak() -> int:
    """Return the most memory the process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _taken() -> int:
    """Return the address space of the process, in megabytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    return pages * resource.getpagesize() // _MEGABYTE


if __name__ == "__main__":
    main()
