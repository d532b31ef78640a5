"""Where `visavis` and `python -m app` start: what is settled before anything else is loaded."""

import os

from index.collector import hold_collector


def main() -> None:
    """Do what the arguments ask for, and end the process."""
    hold_collector()
    # numpy starts its threads for matrices, of which there are none, in 30 ms of a search
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from app.start import main as start

    start()


if __name__ == "__main__":
    main()
