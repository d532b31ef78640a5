"""Two articles face to face on paper: plain columns, a web page, a Markdown table."""

from app.command.facing.columns import as_columns
from app.command.facing.html import as_html
from app.command.facing.markdown import as_markdown

__all__ = ["as_columns", "as_html", "as_markdown"]
