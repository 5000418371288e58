"""Testimony: an account in somebody's own words, and the talk in which it was given."""

from __future__ import annotations

from typing import Annotated

from desktop.domain.meta import ACCEPT, BOTH, Meta
from desktop.domain.record import Codes, Item, Items, People, Record, Tags
from desktop.domain.values import Code, Date, Long, Ref, Text, YesNo


class Interview(Record):
    """One talk with one person."""

    case: Annotated[Ref, Meta("Case", "案件", ref=("case",))] = None
    interviewee: Annotated[
        Ref, Meta("Person interviewed", "受访人", ref=("person",), section="people", needed=BOTH)
    ] = None
    held_on: Annotated[Date, Meta("Held on", "访谈日期", section="when", needed=ACCEPT)] = None
    mode: Annotated[Code, Meta("How", "方式", vocabulary="interview_modes", needed=ACCEPT)] = None
    languages: Annotated[Codes, Meta("Languages", "语言", vocabulary="languages")] = None
    place_type: Annotated[Text, Meta("Kind of place", "场所类型", section="when")] = None
    interviewer: Annotated[
        Text,
        Meta(
            "Interviewer (code)",
            "访谈人（代号）",
            section="people",
            identifies=True,
            sensitivity=2,
            help_en="A code, never a name.",
            help_zh="写代号，不写姓名。",
        ),
    ] = None
    interpreter: Annotated[
        Text, Meta("Interpreter (code)", "口译（代号）", section="people", identifies=True, sensitivity=2)
    ] = None
    others_present: Annotated[
        Text, Meta("Others present", "其他在场者", section="people", identifies=True, sensitivity=2)
    ] = None
    recorded: Annotated[YesNo, Meta("Recorded in sound or film", "有录音录像", section="details")] = None
    read_back: Annotated[YesNo, Meta("Read back to them", "已读给本人听", section="details")] = None
    safe_to_talk: Annotated[
        YesNo, Meta("Asked first whether it is safe to talk", "先确认此刻交谈安全", section="opening")
    ] = None
    purpose_explained: Annotated[YesNo, Meta("The purpose was explained", "已说明目的", section="opening")] = None
    risks_explained: Annotated[YesNo, Meta("The risks were explained", "已说明风险", section="opening")] = None
    consent_before: Annotated[YesNo, Meta("Consent was asked before", "访谈前已征求同意", section="opening")] = None
    may_stop: Annotated[YesNo, Meta("They know they may stop at any time", "已告知可随时停止", section="opening")] = (
        None
    )
    breaks: Annotated[Text, Meta("Breaks", "休息情况", section="safety")] = None
    ended_early: Annotated[YesNo, Meta("Stopped early", "提前结束", section="safety")] = None
    distress_signs: Annotated[Text, Meta("Signs of distress", "痛苦表现", section="safety", sensitivity=2)] = None
    distress: Annotated[YesNo, Meta("Distress was seen", "情绪痛苦", section="safety", sensitivity=2)] = None
    referral: Annotated[Text, Meta("Referred to", "转介", section="safety", sensitivity=2)] = None
    follow_up_on: Annotated[Date, Meta("Follow up on", "跟进日期", section="safety")] = None


class Statement(Item):
    """A passage of an account, with its translation."""

    words: Annotated[Long, Meta("In their own words", "原话", sensitivity=2)] = None
    language: Annotated[Code, Meta("Language", "语言", vocabulary="languages")] = None
    translation: Annotated[Long, Meta("Translation", "译文", sensitivity=2)] = None
    translation_language: Annotated[Code, Meta("Language of the translation", "译文语言", vocabulary="languages")] = (
        None
    )
    translator: Annotated[Text, Meta("Translator (code)", "译者（代号）", identifies=True, sensitivity=2)] = None
    basis: Annotated[Code, Meta("How they know", "如何得知", vocabulary="knowledge_basis")] = None


class Contradiction(Item):
    """Something that does not fit, within an account or with others; it says nothing of the person."""

    type: Annotated[Code, Meta("Within or with others", "内部或外部", vocabulary="contradiction_types")] = None
    description: Annotated[Long, Meta("What does not fit", "不一致之处", sensitivity=2)] = None
    other: Annotated[Ref, Meta("With what", "与何者不一致", ref=("testimony", "source", "evidence", "act"))] = None
    explanation: Annotated[Long, Meta("Possible explanation", "可能的解释", sensitivity=2)] = None


class Testimony(Record):
    """What somebody told, statement by statement."""

    case: Annotated[Ref, Meta("Case", "案件", ref=("case",))] = None
    speaker: Annotated[Ref, Meta("Who is speaking", "讲述人", ref=("person",), needed=BOTH)] = None
    about: Annotated[People, Meta("About whom", "涉及谁", ref=("person",), section="people")] = None
    interview: Annotated[
        Ref,
        Meta(
            "Interview",
            "访谈",
            ref=("interview",),
            section="details",
            help_en="A new one is begun above: “How the interview went”.",
            help_zh="新的访谈从上方开始：“访谈经过”。",
        ),
    ] = None
    recorded_on: Annotated[Date, Meta("Recorded on", "记录日期", section="when", needed=ACCEPT)] = None
    languages: Annotated[Codes, Meta("Languages", "语言", vocabulary="languages", section="details")] = None
    statements: Annotated[
        Items[Statement], Meta("Statements", "陈述", section="account", sensitivity=2, needed=BOTH)
    ] = None
    contradictions: Annotated[
        Items[Contradiction], Meta("What does not fit", "不一致之处", section="assessment", sensitivity=2)
    ] = None
    speaker_reliability: Annotated[
        Code,
        Meta(
            "Reliability of who is speaking",
            "讲述人可靠性",
            vocabulary="source_reliability",
            section="assessment",
            sensitivity=2,
            help_en="Of the person, for this account. How sure one piece of it is, the citation of it says.",
            help_zh="指讲述人就这份证词而言。其中某一项是否可靠，写在引证里。",
        ),
    ] = None
    read_back: Annotated[YesNo, Meta("Read back and confirmed", "已读给本人听并经确认", section="details")] = None
    flags: Annotated[
        Codes, Meta("Handle with care", "特别注意", vocabulary="special_handling_flags", section="safety")
    ] = None
    tags: Annotated[Tags, Meta("Tags", "标签", ref=("tag",), section="notes")] = None
