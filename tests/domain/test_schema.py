"""The published JSON Schemas."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from build_spec.publish_schemas import schema_text
from desktop.domain.checking import check
from desktop.domain.registry import KINDS
from desktop.domain.schema import json_schema
from desktop.domain.values import Json
from desktop.errors import Refused
from tests.domain.ids import ITEM, PERSON

FOLDER = Path("resources") / "schema"


@pytest.mark.parametrize("kind", KINDS)
def test_the_published_schema_is_that_of_the_program(kind: str, root: Path) -> None:
    """If this fails: ``python -m build_spec.publish_schemas``."""
    assert (root / FOLDER / f"{kind}.json").read_text(encoding="utf-8") == schema_text(kind)


def test_every_published_schema_is_of_a_kind(root: Path) -> None:
    assert {path.stem for path in (root / FOLDER).iterdir()} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one_by_its_own_standard(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema(kind))


@pytest.mark.parametrize(
    "nested",
    [
        {},
        {"speaker": PERSON, "about": {ITEM: {"person": PERSON}}},
        {"speaker": {"absent": "declined"}},
        {"statements": {ITEM: {"words": "他们来了。", "order": "a"}}, "of_a_newer_program": 1},
        {"speaker": "nobody"},
        {"statements": {ITEM: {"words": 5}}},
        {"recorded_on": {"absent": "lost"}},
        {"languages": {ITEM: {"code": ""}}},
    ],
)
def test_another_validator_agrees_with_ours(nested: dict[str, Json]) -> None:
    theirs = jsonschema.Draft202012Validator(json_schema("testimony")).is_valid(nested)
    assert theirs == (not check("testimony", nested))


def test_a_schema_says_labels_vocabularies_and_what_identifies() -> None:
    words = json_schema("name")["properties"]["full"]
    assert (words["title"], words["x-label-zh-Hans"], words["x-identifies"]) == ("Name", "姓名", True)
    scope = json_schema("consent")["$defs"]["ConsentScope"]["properties"]["scope"]
    assert scope["x-vocabulary"] == "consent_scopes"


def test_there_is_no_schema_of_an_unknown_kind() -> None:
    with pytest.raises(Refused, match=r"kind\.unknown"):
        json_schema("petition")
