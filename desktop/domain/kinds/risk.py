"""Risk: what threatens somebody because of the work, and what was agreed for their safety."""

from __future__ import annotations

from typing import Annotated

from desktop.domain.meta import ACCEPT, BOTH, Meta
from desktop.domain.record import Item, Items, Record
from desktop.domain.values import Code, Date, Long, Ref, Text


class Measure(Item):
    """One thing agreed on for somebody's safety."""

    measure: Annotated[Text, Meta("Measure", "措施", sensitivity=2)] = None
    who: Annotated[Text, Meta("Who sees to it (code)", "负责人（代号）", identifies=True, sensitivity=2)] = None
    by: Annotated[Date, Meta("By when", "期限")] = None


class RiskAssessment(Record):
    """What threatens somebody, what protects them, what was agreed, and when it is looked at again."""

    person: Annotated[Ref, Meta("Person", "人物", ref=("person",), needed=BOTH)] = None
    level: Annotated[Code, Meta("Level of risk", "风险程度", vocabulary="risk_levels", needed=ACCEPT)] = None
    threats: Annotated[Long, Meta("Threats", "威胁", sensitivity=2, needed=ACCEPT)] = None
    vulnerabilities: Annotated[
        Long, Meta("What makes them vulnerable", "容易受害之处", sensitivity=2, needed=ACCEPT)
    ] = None
    capacities: Annotated[Long, Meta("What protects them", "自我保护能力", sensitivity=2, needed=ACCEPT)] = None
    measures: Annotated[Items[Measure], Meta("Measures agreed", "商定的措施", sensitivity=2, needed=ACCEPT)] = None
    assessed_on: Annotated[Date, Meta("Assessed on", "评估日期", section="when")] = None
    review_on: Annotated[
        Date,
        Meta(
            "Look again on",
            "复评日期",
            section="when",
            needed=ACCEPT,
            help_en="From that day it stands on “Today”, which leads to a new assessment; this one stays.",
            help_zh="从这一天起会列在“今天”，由那里新建一份评估；这一份保持原样。",
        ),
    ] = None
