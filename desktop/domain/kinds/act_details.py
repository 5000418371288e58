"""What an act of a certain type is asked besides: one sub-format a family of types, shown only where it is called for.

A sub-format is a mixin of `Act`: its fields are the act's own, one to one. `domain.sub_formats` says which types of
act call for which of them.
"""

from __future__ import annotations

from typing import Annotated

from desktop.domain.meta import Meta
from desktop.domain.record import Codes, Item, Items
from desktop.domain.values import Code, Date, Integer, Long, Model, Ref, Text, YesNo

AGENCY = ("organisation",)
ACTOR = ("organisation", "person")


class Stay(Item):
    """One place somebody was held in."""

    place: Annotated[Text, Meta("Place", "地点", sensitivity=2)] = None
    organisation: Annotated[Ref, Meta("Institution", "羁押机构", ref=AGENCY)] = None
    start: Annotated[Date, Meta("From", "自")] = None
    end: Annotated[Date, Meta("Until", "至")] = None
    conditions: Annotated[Long, Meta("Conditions", "羁押条件", sensitivity=2)] = None


class Detention(Model):
    """Loss of liberty, of children too. After the WGAD questionnaire and HURIDOCS' Arrest and Detention."""

    regime: Annotated[
        Code, Meta("Regime of detention", "羁押形式", vocabulary="detention_regimes", section="detention")
    ] = None
    arrest_place: Annotated[
        Text,
        Meta(
            "Where they were taken, or last seen",
            "被带走或最后出现的地点",
            section="detention",
            sensitivity=2,
            identifies=True,
        ),
    ] = None
    warrant_shown: Annotated[YesNo, Meta("A warrant was shown", "是否出示拘捕文书", section="detention")] = None
    warrant_authority: Annotated[Text, Meta("Who had issued it", "文书签发机关", section="detention")] = None
    ordered_by: Annotated[Ref, Meta("Ordered by", "决定机关", ref=AGENCY, section="detention")] = None
    held_by: Annotated[Ref, Meta("Held by", "羁押机关", ref=AGENCY, section="detention")] = None
    stays: Annotated[Items[Stay], Meta("Places of detention", "羁押地点", section="detention", sensitivity=2)] = None
    charge: Annotated[Text, Meta("Charge", "罪名", section="detention")] = None
    case_number: Annotated[
        Text, Meta("Number of their file", "案号", section="detention", identifies=True, sensitivity=2)
    ] = None
    family_notified: Annotated[YesNo, Meta("The family was told", "是否通知家属", section="detention")] = None
    family_notified_on: Annotated[Date, Meta("When the family was told", "通知家属的日期", section="detention")] = None
    family_notified_how: Annotated[Text, Meta("How the family was told", "通知方式", section="detention")] = None
    lawyer_access: Annotated[Text, Meta("Access to a lawyer", "会见律师情况", section="detention")] = None
    visits: Annotated[Text, Meta("Visits", "会见情况", section="detention")] = None
    trial_on: Annotated[Date, Meta("Tried on", "开庭日期", section="detention")] = None
    sentence: Annotated[Text, Meta("Sentence", "判决", section="detention")] = None
    released_on: Annotated[Date, Meta("Released on", "获释日期", section="detention")] = None
    wgad_categories: Annotated[
        Codes,
        Meta(
            "Why it is arbitrary (WGAD categories)",
            "任意拘留类别（任意拘留问题工作组）",
            vocabulary="wgad_categories",
            section="detention",
        ),
    ] = None


class AccessAttempt(Model):
    """An attempt to see, call or help somebody who is held, and the answer."""

    tried_by: Annotated[Ref, Meta("Who tried", "何人尝试", ref=("person",), section="access")] = None
    method: Annotated[Code, Meta("How", "方式", vocabulary="access_methods", section="access")] = None
    asked_on: Annotated[Date, Meta("Asked on", "提出日期", section="access")] = None
    answered_by: Annotated[Ref, Meta("Who answered", "答复者", ref=ACTOR, section="access")] = None
    result: Annotated[Code, Meta("Answer", "结果", vocabulary="access_results", section="access")] = None
    condition_set: Annotated[Long, Meta("Condition they set", "所提条件", section="access")] = None
    substitute: Annotated[
        Text,
        Meta(
            "Offered instead",
            "替代安排",
            section="access",
            help_en="A recorded video, a letter.",
            help_zh="如录像、信件。",
        ),
    ] = None


class CommunicationControl(Model):
    """Contact with family abroad that was hindered, brokered or listened to."""

    channel: Annotated[Code, Meta("Channel", "通讯方式", vocabulary="channels", section="communication")] = None
    overseas_party: Annotated[
        Ref, Meta("The relative abroad", "海外一方", ref=("person",), section="communication")
    ] = None
    intermediary: Annotated[Ref, Meta("Who stood between", "中间人", ref=ACTOR, section="communication")] = None
    consequence_threatened: Annotated[
        Long, Meta("What they threatened", "威胁的后果", section="communication", sensitivity=2)
    ] = None


class ExitRestriction(Model):
    """Leaving the country, or getting papers for it, was refused."""

    travel_document: Annotated[Code, Meta("Travel document", "证件", vocabulary="travel_documents", section="exit")] = (
        None
    )
    border_point: Annotated[Text, Meta("Border point", "口岸", section="exit")] = None
    notice_given: Annotated[YesNo, Meta("They were told beforehand", "事先是否告知", section="exit")] = None
    notified_by: Annotated[Ref, Meta("Who told them", "告知者", ref=ACTOR, section="exit")] = None
    authority: Annotated[Ref, Meta("Authority behind it", "决定机关", ref=AGENCY, section="exit")] = None
    ground_cited: Annotated[Text, Meta("Ground they cited", "所称依据", section="exit")] = None
    written_decision: Annotated[YesNo, Meta("A written decision was given", "有无书面决定", section="exit")] = None
    appealed: Annotated[YesNo, Meta("It was appealed against", "是否申诉", section="exit")] = None
    lifted_on: Annotated[Date, Meta("Lifted on", "解除日期", section="exit")] = None
    destination: Annotated[Text, Meta("Where they wanted to go", "目的地", section="exit")] = None
    travel_purpose: Annotated[Text, Meta("Purpose of the journey", "出行目的", section="exit")] = None


class ThirdStateAction(Model):
    """Another State detained, deported or handed somebody over."""

    acting_state: Annotated[
        Code, Meta("State that acted", "采取行动的国家或地区", vocabulary="states", section="third_state")
    ] = None
    transfer_basis: Annotated[Text, Meta("Legal basis", "法律依据", section="third_state")] = None
    refugee_status: Annotated[Text, Meta("Status with UNHCR", "联合国难民署身份", section="third_state")] = None
    visa: Annotated[Text, Meta("Visa or permit", "签证或居留", section="third_state")] = None
    handed_over_on: Annotated[Date, Meta("Handed over on", "移交日期", section="third_state")] = None


class Education(Model):
    """A school or university shut somebody out, or was made to."""

    school: Annotated[Ref, Meta("School", "学校", ref=AGENCY, section="education")] = None
    level: Annotated[Code, Meta("Level", "学段", vocabulary="school_levels", section="education")] = None
    admitted: Annotated[YesNo, Meta("They had been admitted", "是否已被录取", section="education")] = None
    school_pressured_by: Annotated[
        Ref, Meta("Who pressured the school", "向学校施压者", ref=ACTOR, section="education")
    ] = None
    days_out: Annotated[Integer, Meta("Days out of school", "失学天数", section="education")] = None
    alternative: Annotated[Text, Meta("How they learn instead", "替代就学方式", section="education")] = None


class Housing(Model):
    """A home was lost, or made unliveable."""

    tenure: Annotated[Code, Meta("Tenure", "居住方式", vocabulary="tenures", section="housing")] = None
    landlord_pressured_by: Annotated[
        Ref, Meta("Who pressured the landlord", "向房东施压者", ref=ACTOR, section="housing")
    ] = None
    cut_off: Annotated[Codes, Meta("What was cut off", "被切断的服务", vocabulary="utilities", section="housing")] = (
        None
    )
    moves: Annotated[Integer, Meta("How many moves", "被迫搬家次数", section="housing")] = None


class Livelihood(Model):
    """Work, pay, pension or money was taken."""

    employer: Annotated[Ref, Meta("Employer or bank", "雇主或银行", ref=AGENCY, section="livelihood")] = None
    amount: Annotated[Text, Meta("Amount", "金额", section="livelihood")] = None
    period: Annotated[Text, Meta("Period", "期间", section="livelihood")] = None


class ChildPlacement(Model):
    """A child was taken from the family or put into somebody else's care."""

    institution: Annotated[Ref, Meta("Where the child was put", "安置机构或个人", ref=ACTOR, section="placement")] = (
        None
    )
    parent_agreed: Annotated[YesNo, Meta("A parent agreed", "父母是否同意", section="placement")] = None
    court_decision: Annotated[YesNo, Meta("A court decided", "有无法院裁判", section="placement")] = None
    kin_willing: Annotated[
        YesNo, Meta("Kin were able and willing to care", "有亲属能够并愿意照料", section="placement")
    ] = None
    last_seen_on: Annotated[Date, Meta("Last seen on", "最后见到的日期", section="placement")] = None
    whereabouts: Annotated[Text, Meta("Whereabouts", "下落", section="placement", sensitivity=2)] = None


class Violence(Model):
    """Hurt to the body, or a threat of it."""

    injuries: Annotated[Long, Meta("Injuries", "伤情", section="violence", sensitivity=2)] = None
    treatment: Annotated[Text, Meta("Treatment", "治疗", section="violence", sensitivity=2)] = None
    medical_document: Annotated[Ref, Meta("Medical document", "医疗文件", ref=("evidence",), section="violence")] = None


class RemedyStep(Model):
    """A complaint or suit, the answer, and what it was answered with."""

    remedy_body: Annotated[Ref, Meta("Where they turned to", "求助机关", ref=AGENCY, section="remedy")] = None
    remedy_kind: Annotated[Code, Meta("Kind of step", "救济方式", vocabulary="remedy_kinds", section="remedy")] = None
    filed_on: Annotated[Date, Meta("Filed on", "提交日期", section="remedy")] = None
    remedy_answer: Annotated[Code, Meta("Answer", "答复", vocabulary="remedy_answers", section="remedy")] = None
    investigated: Annotated[YesNo, Meta("Officials were investigated", "是否调查官员", section="remedy")] = None
    retaliation_for: Annotated[
        Ref, Meta("Retaliation for this complaint", "因此次申诉遭报复", ref=("act", "intervention"), section="remedy")
    ] = None
