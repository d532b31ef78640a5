"""What the user has set in `config.toml`."""

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from app.locale import LANGUAGES
from corpus.values import frozen

SAMPLE = Path(__file__).resolve().parent.parent / "corpus" / "sample"
"""The corpus that is shipped, opened when no other is named."""

_MAX_BYTES = 2**20
_KEYS = ("corpus", "language", "theme", "keys")


class SettingsError(Exception):
    """The configuration cannot be used as it is."""

    def __init__(self, reason: str, **values: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


@frozen
class Settings:
    """What the user has set; None where nothing is."""

    corpus: Path | None = None
    """The folder to open when none is named."""
    language: str | None = None
    """"fr" or "en"."""
    theme: str | None = None
    """The name of the interface's theme."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """From the id of a command to its keys, parted by commas."""


def settings_file() -> Path:
    """Return where the configuration is, or would be."""
    return user_config_path("visavis") / "config.toml"


def load_settings(path: Path) -> Settings:
    """Return what `path` sets; without a file, nothing. Raises SettingsError."""
    try:
        fields = _read(path)
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsError(
            "{path} cannot be read as TOML: {error}", path=str(path), error=str(error)
        ) from error
    if unknown := next((key for key in fields if key not in _KEYS), None):
        raise SettingsError("{path} sets “{key}”, which is unknown", path=str(path), key=unknown)
    return Settings(
        corpus=_folder(_text(fields, "corpus", path), path),
        language=_language(_text(fields, "language", path), path),
        theme=_text(fields, "theme", path),
        keys=_keys(fields.get("keys", {}), path),
    )


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        data = file.read(_MAX_BYTES)
    import tomllib  # most have set nothing

    return tomllib.loads(data.decode("utf-8-sig"))


def _text(fields: Mapping[str, object], key: str, path: Path) -> str | None:
    value = fields.get(key)
    if value is not None and not isinstance(value, str):
        raise SettingsError("“{key}” in {path} must be a text", path=str(path), key=key)
    return value


def _folder(value: str | None, path: Path) -> Path | None:
    """A relative folder is meant relative to the configuration."""
    return None if value is None else path.parent / Path(value).expanduser()


def _language(value: str | None, path: Path) -> str | None:
    if value is not None and value not in LANGUAGES:
        raise SettingsError(
            "“language” in {path} must be one of {languages}",
            path=str(path),
            languages=", ".join(LANGUAGES),
        )
    return value


def _keys(value: object, path: Path) -> Mapping[str, str]:
    if isinstance(value, dict) and all(isinstance(v, str) for v in value.values()):
        return value
    raise SettingsError("“{key}” in {path} must be a table of texts", path=str(path), key="keys")
