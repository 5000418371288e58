"""The case: one defender and the family made to pay for the defender's work."""

from __future__ import annotations

from typing import Annotated

from desktop.domain.meta import ACCEPT, Meta
from desktop.domain.record import Codes, People, Record
from desktop.domain.values import Code, Date, Long, Text


class Case(Record):
    """One defender, or several who work together, and their families."""

    title: Annotated[
        Text,
        Meta(
            "Title",
            "标题",
            needed=ACCEPT,
            help_en="No real names: the title shows while names are locked away.",
            help_zh="不写真名：姓名锁上时标题仍可见。",
        ),
    ] = None
    summary: Annotated[Long, Meta("Summary", "概要", sensitivity=2)] = None
    defenders: Annotated[People, Meta("Defenders", "人权捍卫者", ref=("person",), section="people", needed=ACCEPT)] = (
        None
    )
    status: Annotated[Code, Meta("Status", "状态", vocabulary="case_status")] = None
    priority: Annotated[Code, Meta("Priority", "优先程度", vocabulary="priority")] = None
    flags: Annotated[
        Codes, Meta("Handle with care", "特别注意", vocabulary="special_handling_flags", section="safety")
    ] = None
    respondent_state: Annotated[Code, Meta("State responsible", "责任国", vocabulary="states", section="when")] = None
    other_states: Annotated[
        Codes, Meta("Other States involved", "涉及的其他国家或地区", vocabulary="states", section="when")
    ] = None
    region: Annotated[Code, Meta("Region", "地区", vocabulary="regions", section="when")] = None
    opened_on: Annotated[Date, Meta("Opened on", "立案日期", section="when")] = None
    next_review_on: Annotated[Date, Meta("Next review", "下次复核", section="when")] = None
