"""Writes the JSON Schema of every kind into `resources/schema`: ``python -m build_spec.publish_schemas``."""

from __future__ import annotations

import json
from pathlib import Path

from desktop.domain.registry import KINDS
from desktop.domain.schema import json_schema
from desktop.places import resources


def schema_text(kind: str) -> str:
    """A kind's schema as it stands in its file."""
    return json.dumps(json_schema(kind), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def publish(folder: Path) -> None:
    """Write ``KIND.json`` for every kind, and take away what is of no kind any more."""
    folder.mkdir(exist_ok=True)
    for stale in {path.stem for path in folder.glob("*.json")} - set(KINDS):
        (folder / f"{stale}.json").unlink()
    for kind in KINDS:
        (folder / f"{kind}.json").write_text(schema_text(kind), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    publish(resources() / "schema")
