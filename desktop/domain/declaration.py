"""What a kind declares about itself, read off its model once and handed to forms, lists, search and reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal, cast, get_args

from pydantic.fields import FieldInfo

from desktop.domain.meta import Label, Meta, Purpose
from desktop.domain.record import CodeItem, Item, Record, RefItem
from desktop.domain.values import Shape

FieldType = Literal["text", "long", "code", "codes", "ref", "refs", "date", "integer", "yes_no", "items"]
Sealed = Literal["always", "unless", "never", "maybe"]
"""Does the body belong to the identity compartment? ``unless``: yes, but for the names `compartment` lists;
``maybe``: where somebody says so."""


@dataclass(frozen=True, slots=True)
class FieldDecl:
    """One field. ``items``: the fields of an item, where the field is a list (codes, refs, items)."""

    name: str
    type: FieldType
    meta: Meta
    items: Mapping[str, FieldDecl] | None = None

    def label(self, lang: str) -> str:
        return self.meta.label(lang)

    def help(self, lang: str) -> str:
        """A sentence on what belongs in it; empty where the label says it all."""
        return self.meta.help(lang)

    @property
    def vocabulary(self) -> str | None:
        return self.meta.vocabulary

    @property
    def ref_kinds(self) -> tuple[str, ...]:
        """The kinds a reference may point at; empty means any."""
        return self.meta.ref

    @property
    def identifies(self) -> bool:
        return self.meta.identifies

    @property
    def sensitivity(self) -> int:
        return self.meta.sensitivity

    @property
    def searchable(self) -> bool:
        return self.meta.searchable

    @property
    def section(self) -> str:
        return self.meta.section

    @property
    def needed(self) -> frozenset[Purpose]:
        return self.meta.needed

    @property
    def item_key(self) -> str:
        """In a list of codes or of references, the one field an item has: ``code``, ``person``…"""
        if self.type not in {"codes", "refs"} or not self.items:
            raise ValueError(f"{self.name} is not a list of codes or references")
        return next(iter(self.items))


@dataclass(frozen=True, slots=True)
class Declaration:
    """One kind of record."""

    kind: str
    model: type[Record]
    labels: Label
    plurals: Label
    fields: Mapping[str, FieldDecl]
    sealed: Sealed

    def label(self, lang: str) -> str:
        """What one is called."""
        return self.labels(lang)

    def plural(self, lang: str) -> str:
        """What several are called."""
        return self.plurals(lang)


def declare(kind: str, model: type[Record], label: Label, plural: Label, sealed: Sealed = "never") -> Declaration:
    """Read a declaration off a model: its own fields, those of its sub-formats, then what every record has."""
    known = model.model_fields
    own = {name: known[name] for name in model.__annotations__ if name in known}
    inherited = {name: info for name, info in known.items() if name not in Record.model_fields}
    fields = {name: _field(name, info) for name, info in {**own, **inherited, **Record.model_fields}.items()}
    return Declaration(kind, model, label, plural, MappingProxyType(fields), sealed)


def _field(name: str, info: FieldInfo) -> FieldDecl:
    meta = next(entry for entry in info.metadata if isinstance(entry, Meta))
    shape = next(entry for entry in info.metadata if isinstance(entry, Shape))
    if shape.type != "items":
        return FieldDecl(name, cast(FieldType, shape.type), meta)
    item = _item_model(info)
    fields = {key: _field(key, inner) for key, inner in item.model_fields.items() if key != "order"}
    if not issubclass(item, (CodeItem, RefItem)):
        return FieldDecl(name, "items", meta, MappingProxyType(fields))
    ((key, field),) = fields.items()  # its only field means what the list means
    fields = {key: replace(field, meta=meta)}
    return FieldDecl(name, "codes" if issubclass(item, CodeItem) else "refs", meta, MappingProxyType(fields))


def _item_model(info: FieldInfo) -> type[Item]:
    """The model of the items of a list, whose annotation is ``dict[ItemId, MODEL] | …``."""
    as_list = get_args(info.annotation)[0]
    return cast(type[Item], get_args(as_list)[1])
