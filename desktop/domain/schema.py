"""The published JSON Schema of a kind, for other programs that read or write records."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from desktop.domain.declaration import FieldDecl
from desktop.domain.registry import declaration

DIALECT = GenerateJsonSchema.schema_dialect


def json_schema(kind: str) -> dict[str, Any]:
    """The schema of one kind as nested JSON (lists as objects by item id), with labels and vocabularies.

    Refused ``kind.unknown`` for a kind that is not declared.
    """
    declared = declaration(kind)
    schema = declared.model.model_json_schema()
    schema["$schema"] = DIALECT
    schema["$id"] = f"urn:jiashu:1:{kind}"
    schema["title"] = declared.label("en")
    for name, field in declared.fields.items():
        schema["properties"][name] |= _told(field)
    return schema


def _told(field: FieldDecl) -> dict[str, Any]:
    """What is said of a field beyond its shape."""
    told: dict[str, Any] = {"title": field.label("en"), "x-label-zh-Hans": field.label("zh_Hans")}
    if field.help("en"):
        told["description"] = field.help("en")
    if field.vocabulary:
        told["x-vocabulary"] = field.vocabulary
    if field.ref_kinds:
        told["x-refers-to"] = list(field.ref_kinds)
    if field.identifies:
        told["x-identifies"] = True
    told["x-sensitivity"] = field.sensitivity
    return told
