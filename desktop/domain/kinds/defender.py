"""Defenders: the work somebody is punished for."""

from __future__ import annotations

from typing import Annotated

from desktop.domain.meta import ACCEPT, BOTH, Meta
from desktop.domain.record import Codes, Item, Items, Organisations, Record
from desktop.domain.values import Date, Long, Ref, Text


class UnCooperation(Item):
    """Once they worked with a body of the United Nations."""

    body: Annotated[Text, Meta("UN body", "联合国机构")] = None
    on: Annotated[Date, Meta("When", "日期")] = None
    form: Annotated[Text, Meta("In which way", "合作方式", sensitivity=2)] = None


class UnReference(Item):
    """A communication of the UN about them, such as AL CHN 4/2021."""

    reference: Annotated[Text, Meta("Reference number", "编号")] = None
    on: Annotated[Date, Meta("When", "日期")] = None


class DefenderProfile(Record):
    """What makes somebody a human rights defender: the work, with whom, and what the UN knows of it."""

    person: Annotated[Ref, Meta("Person", "人物", ref=("person",), needed=BOTH)] = None
    categories: Annotated[Codes, Meta("Fields of work", "维权领域", vocabulary="defender_categories")] = None
    work: Annotated[Long, Meta("Their work", "维权工作", sensitivity=2, section="account", needed=ACCEPT)] = None
    organisations: Annotated[
        Organisations, Meta("Organisations", "所属组织", ref=("organisation",), section="people")
    ] = None
    un_cooperation: Annotated[
        Items[UnCooperation], Meta("Cooperation with the UN", "与联合国合作", section="details", sensitivity=2)
    ] = None
    un_references: Annotated[
        Items[UnReference], Meta("Earlier UN communications", "以往联合国来文", section="details")
    ] = None
