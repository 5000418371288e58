"""Submissions: what is being put together for a mechanism, before it leaves; once sent it is an intervention."""

from __future__ import annotations

from typing import Annotated

from desktop.domain.meta import ACCEPT, BOTH, Meta
from desktop.domain.record import Acts, Item, Items, People, Record
from desktop.domain.values import Code, Date, Long, Ref, Text, YesNo


class FormText(Item):
    """What a person wrote for one field of the form, instead of what the program put together."""

    field: Annotated[Text, Meta("Field of the form", "表格栏目", searchable=False)] = None
    text: Annotated[Long, Meta("Text", "内容", sensitivity=2)] = None


class Submission(Record):
    """One form for one mechanism: for whom, about which acts, and what only the sender can say."""

    form: Annotated[Code, Meta("Form", "表格", vocabulary="submission_forms", needed=BOTH)] = None
    case: Annotated[Ref, Meta("Case", "案件", ref=("case",), needed=ACCEPT)] = None
    state: Annotated[Code, Meta("State responsible", "责任国", vocabulary="states")] = None
    status: Annotated[Code, Meta("Status", "状态", vocabulary="intervention_status")] = None
    people: Annotated[People, Meta("For whom", "为了谁", ref=("person",), section="people")] = None
    acts: Annotated[Acts, Meta("About which acts", "针对的侵害行为", ref=("act",), section="people")] = None
    submitter: Annotated[
        Text,
        Meta(
            "Who submits",
            "提交者",
            section="sender",
            identifies=True,
            sensitivity=2,
            help_en="A person or an organisation; kept confidential by the UN, never anonymous.",
            help_zh="个人或组织；联合国予以保密，但不接受匿名。",
        ),
    ] = None
    submitter_contact: Annotated[
        Text, Meta("How to reach them", "联系方式", section="sender", identifies=True, sensitivity=2)
    ] = None
    submitter_relation: Annotated[
        Code, Meta("They are", "提交者身份", vocabulary="submitter_relations", section="sender")
    ] = None
    organisation: Annotated[Long, Meta("About the organisation", "组织介绍", section="sender")] = None
    can_follow_up: Annotated[YesNo, Meta("They can follow up", "能够跟进", section="sender")] = None
    confidential_parts: Annotated[Long, Meta("What stays confidential", "保密部分", section="terms")] = None
    anonymity: Annotated[YesNo, Meta("No names in the decision", "决定中不具名", section="terms")] = None
    urgency: Annotated[Code, Meta("Urgency", "紧急程度", vocabulary="urgencies", section="details")] = None
    steps_taken: Annotated[
        Long, Meta("Steps taken, and results", "已采取的步骤及结果", section="account", sensitivity=2)
    ] = None
    no_steps_why: Annotated[
        Long, Meta("Why no steps were possible", "未能采取步骤的原因", section="account", sensitivity=2)
    ] = None
    other_procedures: Annotated[Long, Meta("Other international procedures", "其他国际程序", section="account")] = None
    why_arbitrary: Annotated[Long, Meta("Why it is arbitrary", "为何属任意拘留", section="account", sensitivity=2)] = (
        None
    )
    interest_argument: Annotated[Long, Meta("Why it matters to that State", "与该国利益的关系", section="account")] = (
        None
    )
    interim_measures: Annotated[Long, Meta("Protection asked for", "请求的临时措施", section="account")] = None
    relief: Annotated[Long, Meta("Remedy asked for", "请求的救济", section="account")] = None
    period: Annotated[Date, Meta("Period of the report", "报告期间", section="when")] = None
    signed_on: Annotated[Date, Meta("Signed on", "签署日期", section="when")] = None
    texts: Annotated[Items[FormText], Meta("Written by hand", "自行填写的内容", section="account", sensitivity=2)] = (
        None
    )
    intervention: Annotated[Ref, Meta("Sent as", "发出后的行动记录", ref=("intervention",), section="reply")] = None
