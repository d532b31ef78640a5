"""Runs the benches that need no articles, and names those that do.

python -m bench
"""

from bench import published, stemming


def main() -> None:
    """Run what can be run without a corpus."""
    print("== bench.stemming")
    stemming.main()
    print()
    print("== bench.published")
    print((published.__doc__ or "").strip())


if __name__ == "__main__":
    main()
