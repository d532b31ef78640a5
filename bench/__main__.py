"""Runs the benches that need no articles, and names those that do.

python -m bench
"""

from bench import (
    actors,
    compare,
    dates,
    dossier,
    formats,
    highlighting,
    interface,
    memory,
    published,
    quotations,
    retrieval,
    saving,
    speed,
    startup,
    stemming,
    suggested,
)


def main() -> None:
    """Run what can be run without a corpus."""
    print("== bench.stemming")
    stemming.main()
    print()
    print("== bench.compare")
    compare.main()
    print()
    print("== bench.startup")
    startup.main()
    for bench in (
        actors,
        dates,
        dossier,
        formats,
        highlighting,
        published,
        quotations,
        suggested,
        retrieval,
        speed,
        interface,
        saving,
        memory,
    ):
        print()
        print(f"== {bench.__name__}")
        print((bench.__doc__ or "").strip())


if __name__ == "__main__":
    main()
