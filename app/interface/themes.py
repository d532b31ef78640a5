"""Two calm themes, ink on paper and paper on ink; one accent. Textual's own can be had too."""

from textual.theme import Theme

DARK = Theme(
    name="visavis-dark",
    primary="#e0b465",
    secondary="#8a8578",
    accent="#e0b465",
    warning="#e0a465",
    error="#e0796b",
    success="#93b57a",
    foreground="#d9d5ca",
    background="#16171a",
    surface="#1c1e22",
    panel="#24262b",
    dark=True,
    variables={
        "faint": "#8d8a82",
        "rule": "#3a3c42",
        "person": "#8fb4d8",
        "organisation": "#c3a0d8",
        "place": "#94bd93",
        "differs": "#c9b3d9",
        "block-cursor-background": "#2b2d33",
        "block-cursor-foreground": "#f2eee2",
        "input-selection-background": "#e0b465 30%",
    },
)

LIGHT = Theme(
    name="visavis-light",
    primary="#96470b",
    secondary="#6d675a",
    accent="#96470b",
    warning="#8a5200",
    error="#a8281c",
    success="#3f6b1f",
    foreground="#23211c",
    background="#fbf9f4",
    surface="#f3f0e8",
    panel="#eae6db",
    dark=False,
    variables={
        "faint": "#6b675d",
        "rule": "#cfc9ba",
        "person": "#1f5487",
        "organisation": "#6b3a86",
        "place": "#2c6430",
        "differs": "#6b3a86",
        "block-cursor-background": "#ece7da",
        "block-cursor-foreground": "#000000",
        "input-selection-background": "#96470b 25%",
    },
)


def fallbacks(theme: Theme) -> dict[str, str]:
    """Return what the names above mean in a theme that is not ours."""
    faint = "ansi_bright_black" if theme.ansi else "#969696" if theme.dark else "#626262"
    return {
        "faint": faint,
        "rule": faint,
        "person": theme.primary,
        "organisation": theme.secondary or theme.primary,
        "place": theme.success or theme.primary,
        "differs": theme.secondary or theme.primary,
    }


def theme_name(setting: str | None) -> str:
    """Return the theme that a setting asks for; "dark" and "light" are ours."""
    return {None: DARK.name, "dark": DARK.name, "light": LIGHT.name}.get(setting, setting or "")
