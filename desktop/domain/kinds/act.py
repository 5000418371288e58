"""Acts, the heart of the matter: what was done to whom because of whom."""

from __future__ import annotations

from typing import Annotated

from desktop.domain.kinds.act_details import (
    AccessAttempt,
    ChildPlacement,
    CommunicationControl,
    Detention,
    Education,
    ExitRestriction,
    Housing,
    Livelihood,
    RemedyStep,
    ThirdStateAction,
    Violence,
)
from desktop.domain.meta import ACCEPT, BOTH, Meta
from desktop.domain.record import Anchor, Codes, Item, Items, Record, Tags
from desktop.domain.values import Code, Date, Integer, Long, Ref, Text, YesNo


class Effect(Item):
    """What an act did to somebody's body, mind, schooling or means."""

    type: Annotated[Code, Meta("Kind of effect", "影响类别", vocabulary="effect_types")] = None
    description: Annotated[Long, Meta("Description", "描述", sensitivity=2)] = None


class Norm(Item):
    """A rule of law proposed for an act; asserted only once a researcher confirms it."""

    norm: Annotated[Code, Meta("Rule of law", "法律规范", vocabulary="legal_norms")] = None
    confirmed: Annotated[YesNo, Meta("Confirmed", "已确认")] = None
    confirmed_by: Annotated[Text, Meta("Confirmed by (code)", "确认人（代号）", identifies=True, sensitivity=2)] = None


class Act(
    Detention,
    AccessAttempt,
    CommunicationControl,
    ExitRestriction,
    ThirdStateAction,
    Education,
    Housing,
    Livelihood,
    ChildPlacement,
    Violence,
    RemedyStep,
    Record,
):
    """One thing done to one person because of a defender; one leaf of the tree of types."""

    victim: Annotated[Ref, Meta("Person harmed", "受害人", ref=("person",), needed=BOTH)] = None
    type: Annotated[Code, Meta("What happened", "侵害类型", vocabulary="harassment_types", needed=BOTH)] = None
    because_of: Annotated[
        Ref,
        Meta(
            "Because of (defender)",
            "因谁受害（人权捍卫者）",
            ref=("person",),
            needed=BOTH,
            help_en="The defender who was meant to be pressured.",
            help_zh="施压所针对的人权捍卫者。",
        ),
    ] = None
    relationship: Annotated[
        Code,
        Meta("The person harmed is the defender's", "受害人是捍卫者的", vocabulary="relationships", needed=BOTH),
    ] = None
    case: Annotated[Ref, Meta("Case", "案件", ref=("case",), needed=ACCEPT)] = None
    event: Annotated[Ref, Meta("Part of the event", "所属事件", ref=("event",))] = None
    nature: Annotated[Code, Meta("Nature", "性质", vocabulary="act_natures", needed=ACCEPT)] = None
    carries_out: Annotated[
        Ref,
        Meta(
            "Carries out the threat",
            "兑现了哪项威胁",
            ref=("act",),
            help_en="A threat and what came of it are two acts.",
            help_zh="威胁与其兑现是两项侵害行为。",
        ),
    ] = None
    age: Annotated[Integer, Meta("Age at the time", "当时年龄", section="people")] = None
    start: Annotated[Date, Meta("Began", "开始", section="when", needed=ACCEPT)] = None
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
    end: Annotated[Date, Meta("Ended", "结束", section="when")] = None
    ended: Annotated[
        YesNo,
        Meta(
            "It is over",
            "已经结束",
            section="when",
            help_en="No: it went on when last confirmed.",
            help_zh="否：最后确认时仍在持续。",
        ),
    ] = None
    last_confirmed: Annotated[Date, Meta("Last confirmed", "最后确认", section="when")] = None
    frequency: Annotated[Code, Meta("How often", "频率", vocabulary="frequencies", section="when")] = None
    times: Annotated[Integer, Meta("How many times", "次数", section="when")] = None
    place: Annotated[
        Text,
        Meta(
            "Place",
            "地点",
            section="when",
            identifies=True,
            sensitivity=2,
            help_en="Town or county; an exact address belongs with the identity.",
            help_zh="写到县市即可；确切地址放入身份资料。",
        ),
    ] = None
    place_type: Annotated[Code, Meta("Kind of place", "场所类型", vocabulary="place_types", section="when")] = None
    region: Annotated[Code, Meta("Region", "地区", vocabulary="regions", section="when")] = None
    demand: Annotated[
        Long,
        Meta(
            "What was demanded",
            "所提要求",
            sensitivity=2,
            section="why",
            help_en="Of whom, and what they were to do or stop doing.",
            help_zh="要求谁做什么，或停止做什么。",
        ),
    ] = None
    purposes: Annotated[Codes, Meta("Purposes", "施压目的", vocabulary="pressure_purposes", section="why")] = None
    pretext: Annotated[Code, Meta("Pretext given", "所称理由", vocabulary="stated_pretexts", section="why")] = None
    words_used: Annotated[Long, Meta("Words used", "原话", sensitivity=2, section="why")] = None
    legal_basis: Annotated[Text, Meta("Legal basis they named", "所引法律依据", section="why")] = None
    document_shown: Annotated[YesNo, Meta("A document was shown", "是否出示文书", section="why")] = None
    narrative: Annotated[Long, Meta("What happened, in words", "经过", sensitivity=2, section="account")] = None
    link_to_work: Annotated[
        Long, Meta("Link to the defender's work", "与维权工作的关联", sensitivity=2, section="account")
    ] = None
    effects: Annotated[Items[Effect], Meta("Effects", "影响", section="effects", sensitivity=2)] = None
    money_lost: Annotated[Text, Meta("Money lost", "经济损失", section="effects")] = None
    separation_days: Annotated[Integer, Meta("Days kept apart", "分离天数", section="effects")] = None
    flags: Annotated[
        Codes, Meta("Handle with care", "特别注意", vocabulary="special_handling_flags", section="safety")
    ] = None
    tags: Annotated[Tags, Meta("Tags", "标签", ref=("tag",), section="notes")] = None
    anchors: Annotated[Items[Anchor], Meta("Words it stands on", "依据的原话", section="origin", sensitivity=2)] = None
    claim_status: Annotated[
        Code, Meta("Status of the claim", "认定状态", vocabulary="claim_status", section="assessment")
    ] = None
    corroboration: Annotated[
        Code, Meta("Corroboration", "印证情况", vocabulary="corroboration_status", section="assessment")
    ] = None
    confidence: Annotated[Code, Meta("Confidence", "可信度", vocabulary="confidence", section="assessment")] = None
    standard_of_proof: Annotated[
        Code, Meta("Standard of proof", "证明标准", vocabulary="standard_of_proof", section="assessment")
    ] = None
    attribution: Annotated[
        Code, Meta("What officials say", "官方说法", vocabulary="attribution", section="assessment")
    ] = None
    violation_status: Annotated[
        Code, Meta("A violation?", "是否构成侵权", vocabulary="violation_status", section="assessment")
    ] = None
    norms: Annotated[
        Items[Norm],
        Meta(
            "Rules of law",
            "法律规范",
            section="assessment",
            help_en="Proposals, until somebody confirms them.",
            help_zh="确认之前仅为建议。",
        ),
    ] = None
