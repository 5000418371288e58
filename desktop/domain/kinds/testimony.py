"""Testimony: an account in somebody's own words, and the talk in which it was given."""

from __future__ import annotations

from typing import Annotated

from desktop.domain.meta import ACCEPT, BOTH, Meta
from desktop.domain.record import Codes, Item, Items, People, Record
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
    recorded: Annotated[YesNo, Meta("Recorded", "有录音录像", section="details")] = None
    read_back: Annotated[YesNo, Meta("Read back to them", "已读给本人听", section="details")] = None
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
    basis: Annotated[Code, Meta("How they know", "如何得知", vocabulary="knowledge_basis")] = None


class Testimony(Record):
    """What somebody told, statement by statement."""

    case: Annotated[Ref, Meta("Case", "案件", ref=("case",))] = None
    speaker: Annotated[Ref, Meta("Who is speaking", "讲述人", ref=("person",), needed=BOTH)] = None
    about: Annotated[People, Meta("About whom", "涉及谁", ref=("person",), section="people")] = None
    interview: Annotated[Ref, Meta("Interview", "访谈", ref=("interview",), section="details")] = None
    recorded_on: Annotated[Date, Meta("Recorded on", "记录日期", section="when", needed=ACCEPT)] = None
    languages: Annotated[Codes, Meta("Languages", "语言", vocabulary="languages", section="details")] = None
    statements: Annotated[
        Items[Statement], Meta("Statements", "陈述", section="account", sensitivity=2, needed=BOTH)
    ] = None
    flags: Annotated[
        Codes, Meta("Handle with care", "特别注意", vocabulary="special_handling_flags", section="safety")
    ] = None
