"""The shapes a value may have in JSON, as pydantic types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Json: TypeAlias = dict[str, "Json"] | list["Json"] | str | int | bool | None
"""A value of JSON; floats do not occur in records."""

Nested: TypeAlias = Mapping[str, Json]
"""A record as nested JSON: fields by name, lists as objects by item id."""

AbsentReason = Literal["not_asked", "unknown", "declined", "withheld"]

RECORD_ID = r"^[0-9a-f]{64}$"
ITEM_ID = r"^[0-9a-f]{32}$"

RecordId = Annotated[str, StringConstraints(pattern=RECORD_ID)]
ItemId = Annotated[str, StringConstraints(pattern=ITEM_ID)]
CodeWord = Annotated[str, StringConstraints(min_length=1, max_length=100)]


class Model(BaseModel):
    """A model whose `repr` and whose errors hold nothing of what it was given."""

    model_config = ConfigDict(strict=True, defer_build=True, hide_input_in_errors=True)

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        return ()


class Absent(Model):
    """Why a value is missing, which is itself the value."""

    model_config = ConfigDict(extra="forbid")

    absent: AbsentReason


class DateJson(Model):
    """A date as said and as understood; its edges are computed, never stored."""

    model_config = ConfigDict(extra="allow")

    edtf: str | None = Field(default=None, min_length=1, max_length=64)
    words: str | None = None
    calendar: str | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """Stands in an annotation and names the type of field it makes."""

    type: str


Text: TypeAlias = Annotated[str | Absent | None, Shape("text")]
Long: TypeAlias = Annotated[str | Absent | None, Shape("long")]
Code: TypeAlias = Annotated[CodeWord | Absent | None, Shape("code")]
Ref: TypeAlias = Annotated[RecordId | Absent | None, Shape("ref")]
Date: TypeAlias = Annotated[DateJson | Absent | None, Shape("date")]
Integer: TypeAlias = Annotated[int | Absent | None, Shape("integer")]
YesNo: TypeAlias = Annotated[bool | Absent | None, Shape("yes_no")]
