"""Shares as people read them."""

from app.locale import current_language


def percent(share: float | None) -> str:
    """Return a share, 0 to 1, in percent, as the present language writes it; "–" for none."""
    if share is None:
        return "–"
    written = f"{100 * share:.1f} %"
    return written.replace(".", ",") if current_language() == "fr" else written
