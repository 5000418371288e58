"""What it rests on: sources, and evidence files with their custody."""

from __future__ import annotations

from typing import Annotated

from desktop.domain.meta import ACCEPT, BOTH, Meta
from desktop.domain.record import Codes, Item, Items, People, Record, Tags
from desktop.domain.values import Code, Date, Integer, Ref, Text, YesNo


class Source(Record):
    """Something published, or somebody who told us."""

    type: Annotated[Code, Meta("Type", "类型", vocabulary="source_types", needed=ACCEPT)] = None
    title: Annotated[Text, Meta("Title", "标题", identifies=True, needed=ACCEPT)] = None
    author: Annotated[Text, Meta("Author", "作者", identifies=True)] = None
    publisher: Annotated[Text, Meta("Publisher", "出版者")] = None
    published_on: Annotated[Date, Meta("Published on", "发表日期", section="when")] = None
    language: Annotated[Code, Meta("Language", "语言", vocabulary="languages")] = None
    url: Annotated[
        Text,
        Meta(
            "Web address",
            "网址",
            identifies=True,
            help_en="Never opened by this program.",
            help_zh="本程序从不打开网址。",
        ),
    ] = None
    archive: Annotated[Text, Meta("Archived copy", "存档网址", identifies=True)] = None
    accessed_on: Annotated[Date, Meta("Seen on", "查阅日期", section="when")] = None
    connection: Annotated[
        Code, Meta("Connection to the matter", "与所述情况的关系", vocabulary="source_connection", section="assessment")
    ] = None
    reliability: Annotated[
        Code, Meta("Reliability of the source", "来源可靠性", vocabulary="source_reliability", section="assessment")
    ] = None
    information_reliability: Annotated[
        Code,
        Meta("Reliability of the information", "信息可靠性", vocabulary="source_reliability", section="assessment"),
    ] = None
    origin_group: Annotated[
        Text,
        Meta(
            "Origin",
            "原始出处",
            section="assessment",
            help_en="Sources that repeat one origin count as one.",
            help_zh="转述同一出处的来源只算一个。",
        ),
    ] = None
    access_restriction: Annotated[Text, Meta("Restrictions on use", "使用限制", section="terms")] = None
    tags: Annotated[Tags, Meta("Tags", "标签", ref=("tag",), section="notes")] = None


class CustodyEvent(Item):
    """A step in the life of an evidence file."""

    event: Annotated[Code, Meta("Step", "事项", vocabulary="custody_events")] = None
    on: Annotated[Date, Meta("When", "时间")] = None
    by: Annotated[Text, Meta("By (code)", "经手人（代号）", identifies=True, sensitivity=2)] = None
    from_whom: Annotated[Text, Meta("From whom (code)", "来自何人（代号）", identifies=True, sensitivity=2)] = None
    to_whom: Annotated[Text, Meta("To whom (code)", "交给何人（代号）", identifies=True, sensitivity=2)] = None
    sha256: Annotated[Text, Meta("Fingerprint (SHA-256)", "文件指纹（SHA-256）", searchable=False)] = None
    remark: Annotated[Text, Meta("Remark", "说明")] = None


class Evidence(Record):
    """A file kept as it came, and what is known of it."""

    case: Annotated[Ref, Meta("Case", "案件", ref=("case",))] = None
    description: Annotated[
        Text,
        Meta(
            "What it shows",
            "内容说明",
            help_en="No real names; the file's own name is kept with the identity.",
            help_zh="不写真名；原文件名放入身份资料。",
        ),
    ] = None
    type: Annotated[Code, Meta("Type", "类型", vocabulary="source_types", needed=ACCEPT)] = None
    blob: Annotated[Text, Meta("Kept as", "存储名", searchable=False, section="details", needed=BOTH)] = None
    media_type: Annotated[Text, Meta("Kind of file", "文件类型", section="details")] = None
    size: Annotated[Integer, Meta("Size in bytes", "字节数", section="details")] = None
    sha256: Annotated[Text, Meta("Fingerprint (SHA-256)", "文件指纹（SHA-256）", section="details", needed=BOTH)] = None
    language: Annotated[Code, Meta("Language", "语言", vocabulary="languages")] = None
    received_on: Annotated[Date, Meta("Received on", "收到日期", section="origin", needed=ACCEPT)] = None
    received_from: Annotated[Ref, Meta("Received from", "提供者", ref=("person", "source"), section="origin")] = None
    received_how: Annotated[Text, Meta("How it came", "收取方式", section="origin", sensitivity=2)] = None
    original: Annotated[YesNo, Meta("The original", "是原件", section="origin")] = None
    parent: Annotated[Ref, Meta("Made from", "制作自", ref=("evidence",), section="origin")] = None
    transform: Annotated[Code, Meta("How it was made", "制作方式", vocabulary="transforms", section="origin")] = None
    metadata_stripped: Annotated[YesNo, Meta("Hidden data removed", "已清除隐藏信息", section="safety")] = None
    shows_person: Annotated[
        YesNo,
        Meta(
            "A face or a voice",
            "有面容或声音",
            section="safety",
            help_en="If yes, it belongs with the identities. Only once somebody looked and says no is nobody asked.",
            help_zh="如有，应存入身份资料。只有看过并选“否”之后，外传才无须询问任何人。",
        ),
    ] = None
    likeness: Annotated[
        Codes,
        Meta(
            "What can be seen or heard of somebody",
            "能认出本人的特征",
            vocabulary="likeness_kinds",
            section="safety",
            help_en="Each needs a yes of its own before it leaves.",
            help_zh="每一项外传前均须单独取得同意。",
        ),
    ] = None
    people: Annotated[People, Meta("Who is in it", "涉及何人", ref=("person",), section="people")] = None
    testimony: Annotated[Ref, Meta("Testimony", "证词", ref=("testimony",), section="origin")] = None
    custody: Annotated[Items[CustodyEvent], Meta("Custody", "保管记录", section="origin")] = None
    tags: Annotated[Tags, Meta("Tags", "标签", ref=("tag",), section="notes")] = None
