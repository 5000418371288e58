"""The case: one defender and the family made to pay for the defender's work."""

from __future__ import annotations

from typing import Annotated

from desktop.domain.meta import ACCEPT, Meta
from desktop.domain.record import Codes, Item, Items, People, Record, Tags
from desktop.domain.values import Code, Date, Long, Text


class Collected(Item):
    """Details that are off until a case needs them, and why it does (R-SEC-03)."""

    detail: Annotated[Code, Meta("Detail", "资料", vocabulary="minimised_details")] = None
    why: Annotated[Long, Meta("Why it is needed", "需要的理由", sensitivity=2)] = None


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
    opened_on: Annotated[Date, Meta("Opened on", "建立日期", section="when")] = None
    next_review_on: Annotated[Date, Meta("Next review", "下次复核", section="when")] = None
    context: Annotated[
        Long,
        Meta(
            "Context",
            "背景",
            sensitivity=2,
            section="account",
            help_en="Earlier incidents, patterns, trends.",
            help_zh="以往事件、规律、趋势。",
        ),
    ] = None
    collects: Annotated[
        Items[Collected],
        Meta(
            "Details this case needs",
            "本案需要的资料",
            section="safety",
            help_en="Id numbers, exact addresses and phones are off until switched on here.",
            help_zh="证件号码、确切地址、联系方式默认不收集，在此开启。",
        ),
    ] = None
    tags: Annotated[Tags, Meta("Tags", "标签", ref=("tag",), section="notes")] = None
