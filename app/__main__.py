"""`python -m app` is `visavis`."""

from app.command import main

main()
