"""People: who they are, what they are called, how to reach them, how they are related."""

from __future__ import annotations

from typing import Annotated

from desktop.domain.meta import ACCEPT, BOTH, Meta
from desktop.domain.record import Item, Items, Record, Tags
from desktop.domain.values import Code, Date, Integer, Long, Ref, Text, YesNo


class Person(Record):
    """Somebody: a defender, a relative, a witness, an official. Names stand in records of their own."""

    sex: Annotated[Code, Meta("Sex", "性别", vocabulary="sexes")] = None
    birth: Annotated[
        Date,
        Meta(
            "Born",
            "出生",
            identifies=True,
            sensitivity=2,
            help_en="As exact as the work needs; an exact day belongs with the identity.",
            help_zh="够用即可；确切日期放入身份资料。",
        ),
    ] = None
    death: Annotated[Date, Meta("Died", "去世", identifies=True, sensitivity=2)] = None
    age: Annotated[Integer, Meta("Age as given", "所说年龄")] = None
    age_on: Annotated[Date, Meta("Age on this date", "何时的年龄")] = None
    age_counted_from_one: Annotated[
        YesNo,
        Meta(
            "Age counted from one (虚岁)",
            "虚岁",
            help_en="The Chinese way of counting.",
            help_zh="出生算一岁，过一次年加一岁。",
        ),
    ] = None
    minor: Annotated[
        YesNo,
        Meta(
            "A child (under 18)",
            "未成年人（未满 18 岁）",
            section="safety",
            help_en="As far as known; of an act it is worked out for its day.",
            help_zh="就目前所知；具体侵害行为按当日计算。",
        ),
    ] = None
    status: Annotated[Code, Meta("Situation", "现状", vocabulary="person_status")] = None
    status_as_of: Annotated[Date, Meta("Situation as of", "现状截至")] = None
    place: Annotated[
        Text,
        Meta(
            "Place",
            "所在地",
            identifies=True,
            sensitivity=2,
            help_en="Town or county; an exact address belongs with the identity.",
            help_zh="写到县市即可；确切地址放入身份资料。",
        ),
    ] = None
    region: Annotated[Code, Meta("Region", "地区", vocabulary="regions")] = None
    occupation: Annotated[Text, Meta("Occupation", "职业", identifies=True, section="details")] = None
    birth_place: Annotated[
        Text, Meta("Place of birth", "出生地", identifies=True, sensitivity=2, section="details")
    ] = None
    marital_status: Annotated[
        Code, Meta("Marital status", "婚姻状况", vocabulary="marital_status", section="details")
    ] = None
    ethnicity: Annotated[Code, Meta("Ethnic group", "民族", vocabulary="ethnic_groups", section="details")] = None
    religion: Annotated[Text, Meta("Religion", "宗教信仰", section="details", sensitivity=2)] = None
    nationality: Annotated[Text, Meta("Nationality", "国籍", section="details")] = None
    counting_unit: Annotated[Code, Meta("Counted as", "计数单位", vocabulary="counting_units", section="details")] = (
        None
    )
    number: Annotated[Integer, Meta("How many people", "人数", section="details")] = None
    official: Annotated[
        YesNo,
        Meta(
            "Acts for the State",
            "公职人员",
            section="safety",
            help_en="Police, prison staff, officials: their names are not locked away.",
            help_zh="警察、监狱人员、官员：其姓名不隐去。",
        ),
    ] = None
    publicly_known: Annotated[
        YesNo,
        Meta(
            "Publicly known",
            "公众人物",
            section="safety",
            help_en="The name may show while names are locked away.",
            help_zh="姓名锁上时仍可显示其姓名。",
        ),
    ] = None
    do_not_contact: Annotated[YesNo, Meta("Do not contact", "勿联系", section="safety", sensitivity=2)] = None
    tags: Annotated[Tags, Meta("Tags", "标签", ref=("tag",), section="notes")] = None


class Name(Record):
    """One name of one person in one script."""

    person: Annotated[Ref, Meta("Person", "人物", ref=("person",), needed=BOTH)] = None
    full: Annotated[Text, Meta("Name", "姓名", identifies=True, sensitivity=3, needed=BOTH)] = None
    type: Annotated[Code, Meta("Type of name", "姓名类型", vocabulary="name_types", needed=ACCEPT)] = None
    script: Annotated[Code, Meta("Script", "文字", vocabulary="scripts")] = None
    family: Annotated[Text, Meta("Family name", "姓", identifies=True, sensitivity=3, section="details")] = None
    given: Annotated[Text, Meta("Given name", "名", identifies=True, sensitivity=3, section="details")] = None
    name_order: Annotated[Code, Meta("Which comes first", "姓名顺序", vocabulary="name_orders", section="details")] = (
        None
    )
    pinyin: Annotated[Text, Meta("Pinyin", "拼音", identifies=True, sensitivity=3, section="details")] = None
    pinyin_confirmed: Annotated[YesNo, Meta("Pinyin confirmed", "拼音已确认", section="details")] = None
    used_from: Annotated[Date, Meta("Used since", "使用自", section="when")] = None
    used_until: Annotated[Date, Meta("Used until", "使用至", section="when")] = None
    source: Annotated[Ref, Meta("Source", "来源", ref=("source",), section="origin")] = None


class SpokenForm(Item):
    """What somebody is called in a testimony ("my elder sister's husband, Old Li"); a mention points at it."""

    words: Annotated[Text, Meta("As spoken", "口头称呼", identifies=True, sensitivity=3)] = None


class Contact(Item):
    """A way to reach somebody, with what makes it safe."""

    type: Annotated[Code, Meta("Type", "类型", vocabulary="contact_types")] = None
    value: Annotated[Text, Meta("Number or address", "号码或账号", identifies=True, sensitivity=3)] = None
    safe_times: Annotated[Text, Meta("Safe times", "安全时段", sensitivity=3)] = None
    safe_words: Annotated[Text, Meta("Safe words", "暗语", sensitivity=3, searchable=False)] = None


class Document(Item):
    """A number somebody is registered under."""

    type: Annotated[Code, Meta("Type", "类型", vocabulary="identity_documents")] = None
    number: Annotated[Text, Meta("Number", "号码", identifies=True, sensitivity=3)] = None
    issued_by: Annotated[Text, Meta("Issued by", "签发机关", sensitivity=3)] = None
    expires: Annotated[Date, Meta("Valid until", "有效期至", sensitivity=3)] = None


class Address(Item):
    """An exact place, and from when to when it was theirs."""

    address: Annotated[Text, Meta("Address", "地址", identifies=True, sensitivity=3)] = None
    start: Annotated[Date, Meta("From", "自", sensitivity=3)] = None
    end: Annotated[Date, Meta("Until", "至", sensitivity=3)] = None


class Identity(Record):
    """What tells who a record is really about; always in the identity compartment."""

    of: Annotated[Ref, Meta("Belongs to", "所属记录", needed=BOTH)] = None
    spoken: Annotated[Items[SpokenForm], Meta("Spoken forms", "口头称呼", sensitivity=3, identifies=True)] = None
    contacts: Annotated[
        Items[Contact], Meta("Contacts", "联系方式", sensitivity=3, identifies=True, section="safety")
    ] = None
    documents: Annotated[
        Items[Document], Meta("Document numbers", "证件号码", sensitivity=3, identifies=True, section="details")
    ] = None
    addresses: Annotated[
        Items[Address], Meta("Exact addresses", "确切地址", sensitivity=3, identifies=True, section="when")
    ] = None
    birth: Annotated[Date, Meta("Exact day of birth", "确切出生日期", sensitivity=3, identifies=True)] = None
    file_name: Annotated[Text, Meta("Original file name", "原文件名", sensitivity=3, identifies=True)] = None
    contact_plan: Annotated[
        Long, Meta("Safe way to reach them", "安全联络方式", sensitivity=3, identifies=True, section="safety")
    ] = None
    why_needed: Annotated[
        Long,
        Meta(
            "Why we keep this",
            "保存理由",
            sensitivity=3,
            section="notes",
            help_en="What is not needed is best not written down.",
            help_zh="不需要的，最好不记录。",
        ),
    ] = None


class Relationship(Record):
    """How two people are related: the person is the *type* (child, spouse…) of the related person."""

    person: Annotated[Ref, Meta("Person", "人物", ref=("person",), needed=BOTH)] = None
    type: Annotated[Code, Meta("Is the … of", "是对方的", vocabulary="relationships", needed=BOTH)] = None
    related_person: Annotated[Ref, Meta("Related person", "对方", ref=("person",), needed=BOTH)] = None
    kin_term: Annotated[
        Code,
        Meta(
            "Kin term",
            "称谓",
            vocabulary="kin_terms",
            help_en="What the related person would say.",
            help_zh="对方对此人的称谓。",
        ),
    ] = None
    kin_words: Annotated[
        Text, Meta("In their words", "口头称谓", section="details", help_en="大伯, 舅舅…", help_zh="如大伯、舅舅。")
    ] = None
    start: Annotated[Date, Meta("Since", "自", section="when")] = None
    end: Annotated[Date, Meta("Until", "至", section="when")] = None
    dependent: Annotated[YesNo, Meta("Depends on them", "受其扶养", section="details")] = None
    lives_with: Annotated[YesNo, Meta("Lives with them", "共同居住", section="details")] = None
    claim_status: Annotated[
        Code, Meta("Status of the claim", "认定状态", vocabulary="claim_status", section="assessment")
    ] = None
