"""Organisations: agencies, prisons, schools, companies, whoever acts or is made to act."""

from __future__ import annotations

from typing import Annotated

from desktop.domain.meta import ACCEPT, Meta
from desktop.domain.record import Record
from desktop.domain.values import Code, Long, Ref, Text, YesNo


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
