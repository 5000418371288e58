"""Tables for a report: acts by who was harmed, by typology, by how far redress got, by what repeats itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from desktop.casework import corroboration, deadlines, earlier_tables, risks, sent
from desktop.casework import report_patterns as patterns
from desktop.casework import report_typologies as typologies
from desktop.casework.earlier_tables import Beside
from desktop.casework.outfiles import new_file
from desktop.casework.report_facts import NOTHING, Facts, facts
from desktop.casework.tables import Table
from desktop.casework.workspace import Progress, Workspace, day_of
from desktop.domain.meta import Label
from desktop.domain.suppression import hidden_too
from desktop.domain.tallies import suppressed
from desktop.errors import Refused
from desktop.formats.csv_out import write_table

UNSAID = Label("not told", "不公布")
"""Stands for a count that is not small itself, and from which a small one could be worked out."""

_REMEMBERED = "en"  # whatever language a table leaves in


@dataclass(frozen=True)
class Report:
    """One table. counts: its numbers are counts, of which small ones are kept from others; else it is a list, for us
    alone. ours: the same with totals, from which small counts could be worked out again. lines: which of its counts add
    up to something that this table or another says: "columns", "rows", "both", "total" (columns, to their first row).
    """

    code: str
    title: Label
    about: Label
    make: Callable[[Workspace, Facts], Table] = field(repr=False)
    counts: bool = True
    ours: Callable[[Workspace], Table] | None = field(default=None, repr=False)
    lines: Literal["columns", "rows", "both", "total", ""] = "columns"


def table(ws: Workspace, code: str, *, for_others: bool = False, progress: Progress | None = None) -> Table:
    """A report by its code. for_others: without who did not agree to be counted, and with small counts unsaid.

    Refused `report.ours` where others are to have a list that is for us alone.
    """
    if for_others:
        return table_for_others(ws, code, progress=progress).table
    report = REPORTS[code]
    if report.ours is not None:
        return report.ours(ws)
    return report.make(ws, facts(ws, for_others=False, progress=progress) if report.counts else NOTHING)


@dataclass(frozen=True)
class ForOthers:
    """A table as others may have it. beside: an earlier one that left and tells more together with this one.

    english: the same table, as what leaves is remembered.
    """

    table: Table
    beside: Beside | None
    english: Table = field(repr=False)


def table_for_others(ws: Workspace, code: str, *, progress: Progress | None = None) -> ForOthers:
    """A report as others may have it, and what it would tell beside what left before. Refused `report.ours`."""
    report = REPORTS[code]
    if not report.counts:
        raise Refused("report.ours")
    read = facts(ws, for_others=True, progress=progress)
    said = {
        language: replace(
            _hidden(report.make(ws.speaking(language), read), report, UNSAID(language)), left_out=read.left_out
        )
        for language in dict.fromkeys((ws.language, _REMEMBERED))
    }
    english = said[_REMEMBERED]
    return ForOthers(said[ws.language], earlier_tables.beside(ws, code, english), english)


def _hidden(shown: Table, report: Report, unsaid: str) -> Table:
    """The table with every count below three unsaid, which may point at somebody, and what would give one away."""
    counts = {
        (row, column): cell
        for row, cells in enumerate(shown.rows)
        for column, cell in enumerate(cells)
        if isinstance(cell, int)
    }
    totals = [place for place in counts if place[0] == 0] if report.lines == "total" else []
    rows_too = report.lines in {"rows", "both"}
    columns_too = report.lines in {"columns", "both", "total"}
    more = hidden_too(counts, columns=columns_too, rows=rows_too, totals=totals)
    told = {place: unsaid if place in more else suppressed(count) for place, count in counts.items()}
    rows = (
        tuple(told.get((row, column), cell) for column, cell in enumerate(cells))
        for row, cells in enumerate(shown.rows)
    )
    return Table(shown.columns, tuple(rows))


def save(ws: Workspace, code: str, to: Path, *, for_others: bool = True, progress: Progress | None = None) -> Table:
    """Write a report as a table that every spreadsheet opens; the table as it was written.

    One for others is remembered before it stands there. Refused `file.exists`, and as `table`.
    """
    others = table_for_others(ws, code, progress=progress) if for_others else None
    made = others.table if others else table(ws, code, progress=progress)
    with new_file(to) as out:
        write_table(out, made.columns, [[str(cell) for cell in row] for row in made.rows])
        if others:
            earlier_tables.note(ws, code, others.english)
    return made


def _deadlines(ws: Workspace, _read: Facts) -> Table:
    return deadlines.table(ws, day_of(ws))


def _risks(ws: Workspace, _read: Facts) -> Table:
    return risks.table(ws, day_of(ws))


_ALL = (
    Report(
        "relationship",
        Label("Acts by relationship to the defender", "按与捍卫者的关系"),
        Label(
            "Who is punished for whom; acts against the defender stand beside them.",
            "谁因谁受害；针对捍卫者本人的侵害行为一并列出。",
        ),
        typologies.by_relationship,
    ),
    Report(
        "takeaways",
        Label("Acts by key takeaway", "按主要结论"),
        Label(
            "The findings of the report on collective punishment. The sixth is worked out from complaints and answers. "
            "An act may stand for two. What was only threatened counts with what was done.",
            "株连报告的各项结论。第六项由申诉与答复得出。一项侵害行为可能对应两项结论。仅作威胁的与已实施的一并计入。",
        ),
        typologies.by_takeaway,
    ),
    Report(
        "chapters",
        Label("Acts by chapter of the CHRD report", "按 CHRD 报告章节"),
        Label(
            "Types of act belong to chapters: some to two, some to none. What was only threatened counts with what was "
            "done.",
            "侵害类型归入各章：有的属于两章，有的不属于任何一章。仅作威胁的与已实施的一并计入。",
        ),
        typologies.by_column("chrd_chapter", Label("Chapter", "章"), "chrd_chapters"),
    ),
    Report(
        "families_in_fear",
        Label("Acts by Safeguard Defenders' six types", "按“保护卫士”六类"),
        Label(
            "The types of “Families in Fear”. What was only threatened counts with what was done.",
            "《惶恐不安的家人》的六种类型。仅作威胁的与已实施的一并计入。",
        ),
        typologies.by_column("safeguard_defenders_type", Label("Type", "类型"), "safeguard_defenders_types"),
    ),
    Report(
        "huridocs",
        Label("Acts by HURIDOCS code", "按 HURIDOCS 代码"),
        Label(
            "Codes for exchange with other groups, and the types of act counted under each. Every act counts as "
            "collective punishment as well. What was only threatened counts with what was done.",
            "用于与其他组织交换的代码，以及各代码所含的侵害类型。每项侵害行为同时计入集体惩罚。仅作威胁的与已实施的一并计入。",
        ),
        typologies.by_huridocs,
        lines="total",
    ),
    Report(
        "norms",
        Label("Acts by rule of law", "按法律规范"),
        Label(
            "Rules somebody confirmed for an act, and rules its type proposes. China signed the ICCPR and has not "
            "ratified it.",
            "已由人确认的规范，以及按类型建议的规范。中国签署但未批准《公民及政治权利国际公约》。",
        ),
        typologies.by_norm,
        lines="",
    ),
    Report(
        "purposes",
        Label("Acts by purpose", "按施压目的"),
        Label(
            "What the pressure was for; an act may have several purposes.", "施压是为了什么；一项侵害行为可有多个目的。"
        ),
        typologies.by_purpose,
    ),
    Report(
        "impunity",
        Label("Complaint, answer, investigation", "申诉、答复与调查"),
        Label(
            "Whether anybody complained, was answered, and officials were investigated.",
            "是否有人申诉、是否得到答复、官员是否受到调查。",
        ),
        patterns.impunity(Label("Kind of act", "侵害大类"), patterns.families),
        lines="both",
    ),
    Report(
        "agencies",
        Label("The same agency", "同一机关"),
        Label(
            "Which agency took part in how many acts, and what came of complaints.",
            "哪个机关参与了多少侵害行为，申诉结果如何。",
        ),
        patterns.impunity(Label("Agency", "机关"), patterns.agencies),
    ),
    Report(
        "pretexts",
        Label("The same pretext", "同一借口"),
        Label(
            "How often the same pretext was given, and what came of complaints.", "同一借口出现多少次，申诉结果如何。"
        ),
        patterns.impunity(Label("Pretext given", "所称理由"), patterns.labelled("pretext", "stated_pretexts")),
    ),
    Report(
        "regions_redress",
        Label("The same region", "同一地区"),
        Label(
            "How many acts in the same region, and what came of complaints.", "同一地区有多少侵害行为，申诉结果如何。"
        ),
        patterns.impunity(Label("Region", "地区"), patterns.labelled("region", "regions")),
        lines="both",
    ),
    Report(
        "advocacy",
        Label("After speaking out", "发声之后"),
        Label(
            "What followed on a complaint, on contact with the UN, on speaking to the press, on an event linked to it.",
            "申诉、与联合国联系、对媒体发声，以及有关联的事件之后，发生了什么。",
        ),
        patterns.after_advocacy,
    ),
    Report(
        "regions",
        Label("Cases, acts and people by region", "各地区的案件、侵害行为与人数"),
        Label("Where it happens.", "发生在何处。"),
        patterns.by_region,
    ),
    Report(
        "corroboration",
        Label("Acts by type and corroboration", "按类型与印证情况"),
        Label(
            "How far each kind of act is borne out; what was only threatened stands apart.",
            "各类侵害行为得到印证的程度；仅作威胁的另行列出。",
        ),
        typologies.across("corroboration", "corroboration_status"),
        lines="rows",
        ours=corroboration.acts_by_corroboration,
    ),
    Report(
        "proof",
        Label("Acts by type and standard of proof", "按类型与证明标准"),
        Label(
            "Which standard of proof the acts meet; what was only threatened stands apart.",
            "各类侵害行为达到的证明标准；仅作威胁的另行列出。",
        ),
        typologies.across("standard_of_proof", "standard_of_proof"),
        lines="rows",
        ours=corroboration.acts_by_standard_of_proof,
    ),
    Report(
        "sourceless",
        Label("Accepted without a source", "无来源而被采纳"),
        Label("What came from others as accepted and has no source here.", "他人标为采纳而此处没有来源的内容。"),
        lambda ws, _read: corroboration.accepted_without_source(ws),
        counts=False,
    ),
    Report(
        "surer",
        Label("Surer than the sources allow", "可信度高于来源所能支持"),
        Label(
            "Acts whose confidence is higher than sources that are independent of each other would allow.",
            "可信度高于相互独立的来源所能支持的侵害行为。",
        ),
        lambda ws, _read: corroboration.surer_than_sources(ws),
        counts=False,
    ),
    Report(
        "sent",
        Label("What was sent, and what came of it", "已发出的行动及结果"),
        Label("Reference numbers, days, answers and outcomes.", "编号、日期、答复与结果。"),
        lambda ws, _read: sent.table(ws),
        counts=False,
    ),
    Report(
        "deadlines",
        Label("Deadlines", "期限"),
        Label(
            "When a letter becomes public, an answer is due, or an urgent case no longer is.",
            "信函何时公开、答复何时到期、紧急程序何时截止。",
        ),
        _deadlines,
        counts=False,
    ),
    Report(
        "risk_reviews",
        Label("Risks to look at again", "到期复评的风险"),
        Label("Whose risk assessment should have been looked at again by now.", "哪些人的风险评估已到复评日期。"),
        _risks,
        counts=False,
    ),
)

REPORTS: Mapping[str, Report] = {report.code: report for report in _ALL}
