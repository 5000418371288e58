"""Interventions: what was done for somebody, and what came of it."""

from __future__ import annotations

from typing import Annotated

from desktop.domain.meta import ACCEPT, Meta
from desktop.domain.record import Acts, Codes, Item, Items, People, Record
from desktop.domain.values import Code, Date, Long, Ref, Text


class Response(Item):
    """An answer that came."""

    on: Annotated[Date, Meta("When", "日期")] = None
    by: Annotated[Text, Meta("From", "来自")] = None
    kind: Annotated[Code, Meta("Kind of answer", "答复类别", vocabulary="response_kinds")] = None
    text: Annotated[Long, Meta("Answer", "答复", sensitivity=2)] = None


class Intervention(Record):
    """Legal aid, a complaint, a submission: a step taken for people in a case."""

    case: Annotated[Ref, Meta("Case", "案件", ref=("case",), needed=ACCEPT)] = None
    type: Annotated[Code, Meta("Type", "类型", vocabulary="intervention_types", needed=ACCEPT)] = None
    mechanisms: Annotated[Codes, Meta("UN mandates", "联合国机制", vocabulary="un_mandates")] = None
    addressee: Annotated[Text, Meta("Addressed to", "致")] = None
    status: Annotated[Code, Meta("Status", "状态", vocabulary="intervention_status")] = None
    people: Annotated[People, Meta("For whom", "为了谁", ref=("person",), section="people")] = None
    acts: Annotated[Acts, Meta("About which acts", "针对的侵害行为", ref=("act",), section="details")] = None
    submitted_by: Annotated[
        Text, Meta("Submitted by (code)", "提交人（代号）", section="people", identifies=True, sensitivity=2)
    ] = None
    reference: Annotated[Text, Meta("Reference number", "编号", section="details")] = None
    submission: Annotated[Ref, Meta("Put together in", "所依据的提交材料", ref=("submission",), section="details")] = (
        None
    )
    sent_on: Annotated[Date, Meta("Sent on", "发出日期", section="when")] = None
    transmitted_on: Annotated[
        Date,
        Meta(
            "Sent to the State on",
            "转交有关国家的日期",
            section="when",
            help_en="Deadlines for answers count from here.",
            help_zh="答复期限由此起算。",
        ),
    ] = None
    follow_up_on: Annotated[Date, Meta("Follow up on", "跟进日期", section="when")] = None
    confidential_parts: Annotated[Long, Meta("What stays confidential", "保密部分", section="terms")] = None
    description: Annotated[Long, Meta("What was done", "经过", section="account", sensitivity=2)] = None
    responses: Annotated[Items[Response], Meta("Answers", "答复", section="reply", sensitivity=2)] = None
    impact: Annotated[Long, Meta("What changed", "效果", section="reply")] = None
