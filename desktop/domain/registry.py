"""The kinds of records there are, by name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop.domain.declaration import Declaration, declare
from desktop.domain.kinds.act import Act
from desktop.domain.kinds.case import Case
from desktop.domain.kinds.citation import Citation, Claim
from desktop.domain.kinds.consent import Approval, Consent
from desktop.domain.kinds.defender import DefenderProfile
from desktop.domain.kinds.event import Event, EventLink
from desktop.domain.kinds.evidence import Evidence, Source
from desktop.domain.kinds.intervention import Intervention
from desktop.domain.kinds.involvement import Involvement
from desktop.domain.kinds.merging import MergeDecision
from desktop.domain.kinds.organisation import Organisation, Posting
from desktop.domain.kinds.person import Identity, Name, Person, Relationship
from desktop.domain.kinds.risk import RiskAssessment
from desktop.domain.kinds.submission import Submission
from desktop.domain.kinds.task import Tag, Task
from desktop.domain.kinds.testimony import Interview, Testimony
from desktop.domain.meta import Label
from desktop.errors import Refused


def _kinds() -> Mapping[str, Declaration]:
    declared = (
        declare("case", Case, Label("Case", "案件"), Label("Cases", "案件")),
        declare("person", Person, Label("Person", "人物"), Label("People", "人物")),
        declare("name", Name, Label("Name", "姓名"), Label("Names", "姓名"), "unless"),
        declare("identity", Identity, Label("Identity", "身份资料"), Label("Identities", "身份资料"), "always"),
        declare("relationship", Relationship, Label("Relationship", "关系"), Label("Relationships", "关系")),
        declare(
            "defender_profile",
            DefenderProfile,
            Label("Defender's work", "维权工作"),
            Label("Defenders' work", "维权工作"),
        ),
        declare("organisation", Organisation, Label("Organisation", "机构"), Label("Organisations", "机构")),
        declare("posting", Posting, Label("Post", "任职"), Label("Posts", "任职")),
        declare("event", Event, Label("Event", "事件"), Label("Events", "事件")),
        declare("act", Act, Label("Act", "侵害行为"), Label("Acts", "侵害行为")),
        declare("involvement", Involvement, Label("Involvement", "参与"), Label("Involvements", "参与")),
        declare("event_link", EventLink, Label("Link", "关联"), Label("Links", "关联")),
        declare("interview", Interview, Label("Interview", "访谈"), Label("Interviews", "访谈")),
        declare("testimony", Testimony, Label("Testimony", "证词"), Label("Testimonies", "证词")),
        declare("source", Source, Label("Source", "来源"), Label("Sources", "来源")),
        declare("evidence", Evidence, Label("Evidence", "证据"), Label("Evidence", "证据"), "maybe"),
        declare("citation", Citation, Label("Citation", "引证"), Label("Citations", "引证")),
        declare("claim", Claim, Label("Claim", "说法"), Label("Claims", "说法")),
        declare("consent", Consent, Label("Consent", "同意书"), Label("Consents", "同意书")),
        declare("approval", Approval, Label("Approval", "核准"), Label("Approvals", "核准")),
        declare(
            "risk_assessment",
            RiskAssessment,
            Label("Risk assessment", "风险评估"),
            Label("Risk assessments", "风险评估"),
        ),
        declare("submission", Submission, Label("Submission", "提交材料"), Label("Submissions", "提交材料")),
        declare(
            "intervention",
            Intervention,
            Label("Complaint, letter or help", "申诉、信函或援助"),
            Label("Complaints, letters and help", "申诉、信函与援助"),
        ),
        declare(
            "merge_decision", MergeDecision, Label("Same or not", "是否同一人"), Label("Same or not", "是否同一人")
        ),
        declare("task", Task, Label("Task", "待办"), Label("Tasks", "待办")),
        declare("tag", Tag, Label("Tag", "标签"), Label("Tags", "标签")),
    )
    return MappingProxyType({declaration.kind: declaration for declaration in declared})


KINDS: Mapping[str, Declaration] = _kinds()
"""Every kind there is, in the order people meet them."""


def declaration(kind: str) -> Declaration:
    """What a kind declares; Refused ``kind.unknown`` for a kind of a newer program or a slip of the pen."""
    try:
        return KINDS[kind]
    except KeyError:
        raise Refused("kind.unknown", kind=kind) from None
