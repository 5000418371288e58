"""Decisions on whether two records of people are of one person."""

from __future__ import annotations

from typing import Annotated

from desktop.domain.meta import BOTH, Meta
from desktop.domain.record import Record
from desktop.domain.values import Code, Long, Ref


class MergeDecision(Record):
    """Whether two records of people are of one person; the latest decision holds, and can be taken back."""

    person: Annotated[Ref, Meta("Person", "人物", ref=("person",), needed=BOTH)] = None
    other: Annotated[Ref, Meta("The other", "另一人物", ref=("person",), needed=BOTH)] = None
    decision: Annotated[Code, Meta("Decision", "决定", vocabulary="merge_decisions", needed=BOTH)] = None
    reason: Annotated[Long, Meta("Reason", "理由", sensitivity=2)] = None
