"""Tasks and tags: what is to be done, and what records are gathered under."""

from __future__ import annotations

from typing import Annotated

from desktop.domain.meta import Meta
from desktop.domain.record import Record
from desktop.domain.values import Code, Date, Long, Ref, Text, YesNo


class Task(Record):
    """Something to do, by a day or some time."""

    title: Annotated[Text, Meta("What to do", "待办事项", help_en="No real names.", help_zh="不写真名。")] = None
    about: Annotated[Ref, Meta("About", "相关记录")] = None
    due_on: Annotated[Date, Meta("By", "期限")] = None
    priority: Annotated[Code, Meta("Priority", "优先程度", vocabulary="priority")] = None
    assigned_to: Annotated[Text, Meta("Who does it (code)", "负责人（代号）", identifies=True, sensitivity=2)] = None
    done: Annotated[YesNo, Meta("Done", "已完成")] = None
    done_on: Annotated[Date, Meta("Done on", "完成日期")] = None
    note: Annotated[Long, Meta("Details", "详情", sensitivity=2, section="account")] = None


class Tag(Record):
    """A word that records are gathered under."""

    label: Annotated[Text, Meta("Tag", "标签", help_en="No real names.", help_zh="不写真名。")] = None
    description: Annotated[Long, Meta("What it is for", "用途")] = None
