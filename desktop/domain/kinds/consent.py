"""Consent: what somebody agreed to, one row a use."""

from __future__ import annotations

from typing import Annotated

from desktop.domain.meta import ACCEPT, BOTH, Meta
from desktop.domain.record import Anchor, Item, Items, Record
from desktop.domain.values import Code, Date, Long, Ref, Text


class ConsentScope(Item):
    """One use, and what was said to it."""

    scope: Annotated[Code, Meta("Use", "用途", vocabulary="consent_scopes")] = None
    state: Annotated[
        Code,
        Meta(
            "Answer",
            "答复",
            vocabulary="consent_states",
            help_en="Empty: the same as the answer above.",
            help_zh="留空：与上面的答复相同。",
        ),
    ] = None
    conditions: Annotated[Long, Meta("Conditions", "条件", sensitivity=2)] = None
    recipients: Annotated[
        Text,
        Meta(
            "Only to",
            "仅限",
            sensitivity=2,
            help_en="Names, separated by commas. Empty: whoever it is for.",
            help_zh="名称之间用逗号隔开。留空：不限对象。",
        ),
    ] = None


class Consent(Record):
    """What one person agreed to on one occasion. What the talk was about stands first, in the order of a talk."""

    person: Annotated[
        Ref,
        Meta(
            "Person",
            "人物",
            ref=("person",),
            needed=BOTH,
            help_en="Cannot be changed later.",
            help_zh="以后不能更改。",
        ),
    ] = None
    state: Annotated[
        Code,
        Meta(
            "Their answer",
            "本人答复",
            vocabulary="consent_states",
            needed=BOTH,
            help_en="No holds for every use.",
            help_zh="“不同意”适用于一切用途。",
        ),
    ] = None
    scopes: Annotated[Items[ConsentScope], Meta("Agreed uses", "同意的用途", sensitivity=2)] = None
    obtained_on: Annotated[Date, Meta("Said on", "答复日期", needed=ACCEPT)] = None
    expires: Annotated[
        Date,
        Meta(
            "Until",
            "有效至",
            help_en="Empty: until they say otherwise.",
            help_zh="留空：直到本人改变主意。",
        ),
    ] = None
    given_by: Annotated[Code, Meta("Who answered", "由谁表示", vocabulary="consent_given_by", section="answered")] = (
        None
    )
    giver: Annotated[Ref, Meta("Who spoke for them", "代表人", ref=("person",), section="answered")] = None
    giver_reason: Annotated[Text, Meta("Why not themselves", "代表理由", section="answered", sensitivity=2)] = None
    child_assent: Annotated[
        Code,
        Meta(
            "The child's own wish",
            "儿童本人意愿",
            vocabulary="child_assent",
            section="answered",
            help_en="A child's refusal outweighs any guardian.",
            help_zh="儿童的拒绝高于任何监护人。",
        ),
    ] = None
    best_interests: Annotated[
        Long, Meta("Why it is in the child's best interests", "儿童最大利益的理由", section="answered", sensitivity=2)
    ] = None
    obtained_by: Annotated[
        Text,
        Meta("Asked by (code)", "询问人（代号）", section="answered", identifies=True, sensitivity=2),
    ] = None
    second_approval: Annotated[
        Text,
        Meta(
            "Second approval (code)",
            "第二人核准（代号）",
            section="answered",
            identifies=True,
            sensitivity=2,
            help_en="Who is to approve. It counts once they have signed an approval with a key of their own.",
            help_zh="由谁核准。须由其用自己的密钥签署核准后方为有效。",
        ),
    ] = None
    basis: Annotated[Code, Meta("Basis", "依据", vocabulary="consent_basis", section="details")] = None
    mode: Annotated[Code, Meta("How it was given", "方式", vocabulary="consent_modes", section="details")] = None
    language: Annotated[Code, Meta("Language", "语言", vocabulary="languages", section="details")] = None
    conditions: Annotated[Long, Meta("Conditions", "条件", section="terms", sensitivity=2)] = None
    review_on: Annotated[Date, Meta("Ask again on", "再次询问日期", section="terms")] = None
    risks_explained: Annotated[
        Long,
        Meta(
            "Risks explained and understood",
            "已说明并获理解的风险",
            section="terms",
            help_en="Only those they understood. Forms of the UN ask for it.",
            help_zh="只写本人已理解的风险。联合国表格会问及。",
        ),
    ] = None
    reason: Annotated[
        Long,
        Meta(
            "Reason it cannot be obtained",
            "无法取得同意的理由",
            section="terms",
            sensitivity=2,
        ),
    ] = None
    testimony: Annotated[Ref, Meta("Recorded in testimony", "记于证词", ref=("testimony",), section="origin")] = None
    document: Annotated[Ref, Meta("Document", "文件", ref=("evidence",), section="origin")] = None
    anchors: Annotated[Items[Anchor], Meta("Words it stands on", "依据的原话", section="origin", sensitivity=2)] = None


class Approval(Record):
    """A second person's word on a consent that needs two; who said so is told by the key that signed it."""

    of: Annotated[Ref, Meta("Consent", "同意书", ref=("consent",), needed=BOTH)] = None
    decision: Annotated[Code, Meta("Decision", "决定", vocabulary="approval_decisions", needed=BOTH)] = None
    wording: Annotated[
        Text,
        Meta(
            "What was approved",
            "所核准的版本",
            searchable=False,
            section="details",
            help_en="Made by the program: a later change of the consent needs a new approval.",
            help_zh="由程序生成：同意书改动后须重新核准。",
        ),
    ] = None
    approved_on: Annotated[Date, Meta("Decided on", "决定日期")] = None
    reason: Annotated[Long, Meta("Reason", "理由", sensitivity=2)] = None
