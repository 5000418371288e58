"""What every kind of record is built on: the base models, and the lists any record may have."""

from __future__ import annotations

from typing import Annotated, TypeAlias, TypeVar

from pydantic import ConfigDict

from desktop.domain.meta import Meta
from desktop.domain.values import Absent, Code, Date, Integer, ItemId, Long, Model, Ref, Shape, Text


class Item(Model):
    """One item of a list. Unknown fields are of a newer program and are kept."""

    model_config = ConfigDict(extra="allow")

    order: str | None = None


ItemT = TypeVar("ItemT", bound=Item)
Items: TypeAlias = Annotated[dict[ItemId, ItemT] | Absent | None, Shape("items")]
"""A list: items by their id."""


class CodeItem(Item):
    """One code in a list of codes."""

    code: Annotated[Code, Meta("Code", "代码")] = None


class RefItem(Item):
    """One reference in a list of references; its only field is named after the kind it points at."""


class PersonItem(RefItem):
    """One person in a list of people."""

    person: Annotated[Ref, Meta("Person", "人物", ref=("person",))] = None


class ActItem(RefItem):
    """One act in a list of acts."""

    act: Annotated[Ref, Meta("Act", "侵害行为", ref=("act",))] = None


class OrganisationItem(RefItem):
    """One organisation in a list of organisations."""

    organisation: Annotated[Ref, Meta("Organisation", "机构", ref=("organisation",))] = None


class TagItem(RefItem):
    """One tag in a list of tags."""

    tag: Annotated[Ref, Meta("Tag", "标签", ref=("tag",))] = None


Codes: TypeAlias = Items[CodeItem]
People: TypeAlias = Items[PersonItem]
Acts: TypeAlias = Items[ActItem]
Organisations: TypeAlias = Items[OrganisationItem]
Tags: TypeAlias = Items[TagItem]


class Note(Item):
    """A remark; an imported column keeps its heading as the label."""

    label: Annotated[Text, Meta("About", "事项", identifies=True)] = None
    text: Annotated[Long, Meta("Note", "备注", identifies=True)] = None


class Custom(Item):
    """A field an organisation added for itself."""

    label: Annotated[Text, Meta("Field", "栏目", identifies=True)] = None
    value: Annotated[Text, Meta("Value", "内容", identifies=True)] = None


class Anchor(Item):
    """The words of a testimony something stands on."""

    record: Annotated[Ref, Meta("Testimony", "证词", ref=("testimony",))] = None
    item: Annotated[Text, Meta("Statement", "陈述", searchable=False)] = None
    revision: Annotated[Text, Meta("Wording", "版本", searchable=False)] = None
    start: Annotated[Integer, Meta("Start", "起", help_en="In characters.", help_zh="按字符计。")] = None
    end: Annotated[Integer, Meta("End", "止", help_en="In characters.", help_zh="按字符计。")] = None
    quote: Annotated[Long, Meta("Words", "原话", sensitivity=2)] = None


class Record(Model):
    """A record of any kind. Nothing is required; unknown fields are of a newer program and are kept."""

    model_config = ConfigDict(extra="allow")

    retention_review_on: Annotated[
        Date,
        Meta(
            "Look again whether to keep this",
            "何时复核是否保留",
            section="notes",
            help_en="What is no longer needed is best erased.",
            help_zh="不再需要的，最好彻底删除。",
        ),
    ] = None
    notes: Annotated[Items[Note], Meta("Notes", "备注", section="notes", sensitivity=2)] = None
    custom: Annotated[Items[Custom], Meta("Own fields", "自定栏目", section="notes", sensitivity=2)] = None
