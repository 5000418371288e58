"""Consent: what somebody agreed to, one row a purpose."""

from __future__ import annotations

from typing import Annotated

from desktop.domain.meta import ACCEPT, BOTH, Meta
from desktop.domain.record import Anchor, Item, Items, Record
from desktop.domain.values import Code, Date, Long, Ref, Text


class ConsentScope(Item):
    """One purpose, and what was said to it."""

    scope: Annotated[Code, Meta("Purpose", "用途", vocabulary="consent_scopes")] = None
    state: Annotated[
        Code,
        Meta(
            "Answer",
            "答复",
            vocabulary="consent_states",
            help_en="Empty: as for the whole.",
            help_zh="留空：同总体答复。",
        ),
    ] = None
    conditions: Annotated[Long, Meta("Conditions", "条件", sensitivity=2)] = None
    recipients: Annotated[
        Text,
        Meta(
            "Only to",
            "仅限",
            sensitivity=2,
            help_en="Names, separated by commas; empty: whoever serves the purpose.",
            help_zh="名称，用逗号隔开；留空：凡为此用途者。",
        ),
    ] = None


class Consent(Record):
    """What one person agreed to on one occasion."""

    person: Annotated[
        Ref,
        Meta(
            "Person", "人物", ref=("person",), needed=BOTH, help_en="Cannot be changed later.", help_zh="以后不能更改。"
        ),
    ] = None
    state: Annotated[
        Code,
        Meta(
            "Answer on the whole",
            "总体答复",
            vocabulary="consent_states",
            needed=BOTH,
            help_en="A refusal or a withdrawal here holds for every purpose.",
            help_zh="此处拒绝或撤回，适用于一切用途。",
        ),
    ] = None
    scopes: Annotated[Items[ConsentScope], Meta("Purposes", "用途", section="terms", sensitivity=2)] = None
    conditions: Annotated[Long, Meta("Conditions", "条件", section="terms", sensitivity=2)] = None
    obtained_on: Annotated[Date, Meta("Given on", "取得日期", section="when", needed=ACCEPT)] = None
    expires: Annotated[Date, Meta("Ends on", "到期", section="when")] = None
    review_on: Annotated[Date, Meta("Ask again on", "复询日期", section="when")] = None
    basis: Annotated[Code, Meta("Basis", "依据", vocabulary="consent_basis", section="details")] = None
    mode: Annotated[Code, Meta("How it was given", "方式", vocabulary="consent_modes", section="details")] = None
    obtained_by: Annotated[
        Text,
        Meta("Asked by (code)", "询问人（代号）", section="details", identifies=True, sensitivity=2),
    ] = None
    language: Annotated[Code, Meta("Language", "语言", vocabulary="languages", section="details")] = None
    risks_explained: Annotated[Long, Meta("Risks that were explained", "已说明的风险", section="terms")] = None
    reason: Annotated[
        Long,
        Meta(
            "Reason it cannot be obtained",
            "无法取得的理由",
            section="terms",
            sensitivity=2,
        ),
    ] = None
    given_by: Annotated[Code, Meta("Given by", "由谁表示", vocabulary="consent_given_by", section="people")] = None
    giver: Annotated[Ref, Meta("Who spoke for them", "代表人", ref=("person",), section="people")] = None
    giver_reason: Annotated[Text, Meta("Why not themselves", "代表理由", section="people", sensitivity=2)] = None
    child_assent: Annotated[
        Code,
        Meta(
            "The child's own wish",
            "儿童本人意愿",
            vocabulary="child_assent",
            section="people",
            help_en="A child's refusal outweighs any guardian.",
            help_zh="儿童的拒绝高于任何监护人。",
        ),
    ] = None
    best_interests: Annotated[
        Long, Meta("Why it is in the child's best interests", "儿童最大利益的理由", section="people", sensitivity=2)
    ] = None
    second_approval: Annotated[
        Text, Meta("Second approval (code)", "第二人核准（代号）", section="people", identifies=True, sensitivity=2)
    ] = None
    testimony: Annotated[Ref, Meta("Recorded in testimony", "记于证词", ref=("testimony",), section="origin")] = None
    document: Annotated[Ref, Meta("Document", "文件", ref=("evidence",), section="origin")] = None
    anchors: Annotated[Items[Anchor], Meta("Words it stands on", "依据的原话", section="origin", sensitivity=2)] = None
