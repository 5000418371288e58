"""Which field a refusal is about, so that it can be said there."""

from __future__ import annotations

from desktop.errors import JiashuError

LOCATOR = "locator"


def field_of(error: JiashuError) -> str:
    """The name of the field; "" where it is about none."""
    if error.code.startswith(f"{LOCATOR}."):
        return LOCATOR
    path = error.details.get("path")
    return path.split("/")[0] if isinstance(path, str) else ""
