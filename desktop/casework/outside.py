"""What a vault says of itself before any secret is given; loads no library, since the first screen asks."""

from __future__ import annotations

from pathlib import Path

from desktop.errors import JiashuError
from desktop.vault import outside


def needs_key_file(folder: Path) -> bool:
    """Whether the vault in a folder asks for a key file; False too where that cannot be told, as unlocking will say."""
    try:
        return outside.needs_key_file(folder)
    except JiashuError:
        return False
