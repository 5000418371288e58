"""What a field means: its label, its vocabulary, whom it points at, how carefully it is handled."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic_core import CoreSchema

Purpose = Literal["accept", "leave"]
"""What a record is wanted for: to be accepted as true here, or to leave the vault."""

ACCEPT: frozenset[Purpose] = frozenset({"accept"})
BOTH: frozenset[Purpose] = frozenset({"accept", "leave"})


@dataclass(frozen=True, slots=True)
class Label:
    """The same words in English and in Simplified Chinese."""

    en: str
    zh_hans: str

    def __call__(self, lang: str) -> str:
        """The words for a language tag (``en``, ``zh_Hans``, ``zh-CN``…); English where there are no others."""
        return self.zh_hans if lang.startswith("zh") else self.en


@dataclass(frozen=True, slots=True)
class Meta:
    """Stands in the annotation of a field and says what pydantic cannot know.

    vocabulary: the name of the vocabulary its codes are from.
    ref: the kinds a reference may point at; empty means any kind.
    sensitivity: 0 public, 1 our team, 2 people it names, 3 with the identities, 4 never leaves this machine.
    identifies: alone or with little else it tells who somebody is, so a copy for strangers leaves it out.
    needed: what the record can't be used for while this is empty; nothing is ever needed to keep it.
    """

    label_en: str
    label_zh: str
    vocabulary: str | None = None
    ref: tuple[str, ...] = ()
    sensitivity: int = 1
    identifies: bool = False
    searchable: bool = True
    help_en: str = ""
    help_zh: str = ""
    section: str = "main"
    needed: frozenset[Purpose] = field(default_factory=frozenset)

    @property
    def label(self) -> Label:
        return Label(self.label_en, self.label_zh)

    @property
    def help(self) -> Label:
        return Label(self.help_en, self.help_zh)

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """What the published schema of a kind says of the field beyond its shape."""
        told: dict[str, Any] = {"title": self.label_en, "x-label-zh-Hans": self.label_zh}
        told |= {"description": self.help_en} if self.help_en else {}
        told |= {"x-vocabulary": self.vocabulary} if self.vocabulary else {}
        told |= {"x-refers-to": list(self.ref)} if self.ref else {}
        told |= {"x-identifies": True} if self.identifies else {}
        return {**handler(core), **told, "x-sensitivity": self.sensitivity}


SECTIONS: dict[str, Label] = {
    "main": Label("Main points", "要点"),
    "when": Label("When and where", "时间与地点"),
    "account": Label("In words", "叙述"),
    "people": Label("People", "人物"),
    "answered": Label("Who answered, who asked", "由谁答复、由谁询问"),
    "why": Label("Purpose and pretext", "目的与借口"),
    "detention": Label("Detention", "羁押"),
    "placement": Label("Where the child was put", "儿童安置"),
    "access": Label("Attempt at access", "会见与联系的尝试"),
    "communication": Label("Contact abroad", "与海外的联系"),
    "exit": Label("Exit ban and papers", "限制出境与证件"),
    "third_state": Label("Another State", "第三国"),
    "education": Label("School", "就学"),
    "housing": Label("Home", "住房"),
    "livelihood": Label("Work and money", "生计"),
    "violence": Label("Violence", "暴力"),
    "remedy": Label("Complaint and answer", "申诉与答复"),
    "effects": Label("Effects", "影响"),
    "assessment": Label("Assessment", "评估"),
    "opening": Label("Before the talk", "访谈开始前"),
    "safety": Label("Safety", "安全"),
    "sender": Label("Who submits", "提交者"),
    "details": Label("Details", "详情"),
    "terms": Label("Conditions and limits", "条件与限制"),
    "origin": Label("Where it comes from", "来源"),
    "reply": Label("Answer and result", "答复与结果"),
    "notes": Label("Notes", "备注"),
}
"""The groups a form shows its fields in, in this order."""
