"""Organisations: agencies, prisons, schools, companies, whoever acts or is made to act."""

from __future__ import annotations

from typing import Annotated

from desktop.domain.meta import ACCEPT, BOTH, Meta
from desktop.domain.record import Record, Tags
from desktop.domain.values import Code, Date, Long, Ref, Text, YesNo


class Organisation(Record):
    """An agency, an institution, a company; never an identity to be hidden."""

    name: Annotated[Text, Meta("Name", "名称")] = None
    name_en: Annotated[Text, Meta("Name in English", "英文名称")] = None
    type: Annotated[Code, Meta("Type", "类型", vocabulary="perpetrator_types", needed=ACCEPT)] = None
    parent: Annotated[Ref, Meta("Part of", "上级单位", ref=("organisation",))] = None
    place: Annotated[Text, Meta("Place", "地点", section="when")] = None
    region: Annotated[Code, Meta("Region", "地区", vocabulary="regions", section="when")] = None
    unnamed: Annotated[YesNo, Meta("Nobody told its name", "名称不详")] = None
    description: Annotated[Long, Meta("Description", "描述", section="account")] = None
    tags: Annotated[Tags, Meta("Tags", "标签", ref=("tag",), section="notes")] = None


class Posting(Record):
    """Somebody's post in an organisation, and from when to when it was theirs."""

    person: Annotated[Ref, Meta("Person", "人物", ref=("person",), needed=BOTH)] = None
    organisation: Annotated[Ref, Meta("Organisation", "机构", ref=("organisation",), needed=BOTH)] = None
    rank: Annotated[Text, Meta("Post or rank", "职务")] = None
    start: Annotated[Date, Meta("From", "自", section="when")] = None
    started: Annotated[
        YesNo,
        Meta(
            "It began then",
            "确于当时开始",
            section="when",
            help_en="No: it was only first known of then.",
            help_zh="否：仅为最早得知的时间。",
        ),
    ] = None
    end: Annotated[Date, Meta("Until", "至", section="when")] = None
    ended: Annotated[YesNo, Meta("It is over", "已经结束", section="when")] = None
