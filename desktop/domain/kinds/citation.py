"""What a value stands on: citations, which say where exactly, and claims, which keep contradicting values apart."""

from __future__ import annotations

from typing import Annotated

from desktop.domain.meta import BOTH, Meta
from desktop.domain.record import Anchor, Items, Record
from desktop.domain.values import Code, Date, Long, Ref, Text


class Citation(Record):
    """What supports a record, or one field of it, and where exactly it says so."""

    of: Annotated[Ref, Meta("Supports", "支持的记录", needed=BOTH)] = None
    field: Annotated[
        Text,
        Meta(
            "Which field",
            "支持的栏目",
            searchable=False,
            help_en="Empty: the whole record.",
            help_zh="留空：整条记录。",
        ),
    ] = None
    source: Annotated[
        Ref, Meta("Source", "来源", ref=("source", "evidence", "testimony"), section="origin", needed=BOTH)
    ] = None
    stance: Annotated[
        Code,
        Meta(
            "What it says to it",
            "与该内容的关系",
            vocabulary="citation_stances",
            section="assessment",
            help_en="Empty: it supports it.",
            help_zh="留空：支持。",
        ),
    ] = None
    basis: Annotated[Code, Meta("How they know", "如何得知", vocabulary="knowledge_basis", section="assessment")] = None
    information_reliability: Annotated[
        Code,
        Meta(
            "Reliability of this piece of information",
            "此项信息的可靠性",
            vocabulary="source_reliability",
            section="assessment",
        ),
    ] = None
    locator_kind: Annotated[Code, Meta("Where (kind)", "位置类型", vocabulary="locator_kinds", section="origin")] = None
    locator: Annotated[Text, Meta("Where", "位置", section="origin")] = None
    quote: Annotated[Long, Meta("Words", "引文", section="account", sensitivity=2)] = None
    anchors: Annotated[Items[Anchor], Meta("Passages", "所引段落", section="account", sensitivity=2)] = None


class Claim(Record):
    """One value that somebody claims for one field of one record; contradicting ones stand side by side.

    The value stands in the field that fits its shape: `value` for text, codes, numbers and yes or no as they are
    written in JSON, `date` for dates, `who` for references. Citations point at the claim.
    """

    of: Annotated[Ref, Meta("About", "所涉记录", needed=BOTH)] = None
    field: Annotated[Text, Meta("Which field", "所涉栏目", searchable=False, needed=BOTH)] = None
    value: Annotated[Text, Meta("Value", "内容", sensitivity=2, identifies=True)] = None
    date: Annotated[Date, Meta("Date", "日期", sensitivity=2)] = None
    who: Annotated[Ref, Meta("Who or what", "所指", sensitivity=2)] = None
    status: Annotated[Code, Meta("Status of the claim", "认定状态", vocabulary="claim_status")] = None
    confidence: Annotated[Code, Meta("Confidence", "可信度", vocabulary="confidence", section="assessment")] = None
    note: Annotated[Long, Meta("Why", "理由", sensitivity=2, section="assessment")] = None
