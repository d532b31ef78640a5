"""A web page of its own: nothing is loaded from elsewhere, nothing in it can run."""

from html import escape

from app.locale import current_language

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page_opening(title: str, style: str) -> str:
    """Return the page up to where its body begins."""
    return "\n".join(
        [
            f'<!doctype html>\n<html lang="{current_language()}">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            f"<title>{escape(title)}</title>\n<style>\n{style}\n</style>\n</head>\n<body>",
        ]
    )


PAGE_END = "</body>\n</html>"
"""What follows on the body."""
