"""The published JSON Schema of a kind, for other programs that read or write records."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from desktop.domain.registry import declaration

DIALECT = GenerateJsonSchema.schema_dialect


def json_schema(kind: str) -> dict[str, Any]:
    """The schema of one kind as nested JSON (lists as objects by item id), with labels and vocabularies.

    Refused ``kind.unknown`` for a kind that is not declared.
    """
    declared = declaration(kind)
    return {
        **declared.model.model_json_schema(),
        "$schema": DIALECT,
        "$id": f"urn:jiashu:1:{kind}",
        "title": declared.label("en"),
    }
