"""Reports that count acts by type and corroboration, and list what is held higher than its sources allow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from desktop.casework.accepting import ACCEPTED, STATUS, is_accepted, stands
from desktop.casework.naming import Calling
from desktop.casework.origins import proposed
from desktop.casework.tables import Table
from desktop.casework.workspace import Workspace
from desktop.domain.confidence import more_than
from desktop.domain.meta import Label
from desktop.domain.registry import declaration
from desktop.domain.threatened import THREAT, as_threat, only_threatened

_TYPE, _ALL, _NOTHING = Label("Type of act", "侵害类型"), Label("All", "合计"), Label("Nothing said", "未填写")
_KIND, _WHAT, _CODE = Label("Kind", "种类"), Label("What", "内容"), Label("Code", "编号")
_SAID, _ALLOWED = Label("Confidence", "可信度"), Label("Its sources would allow", "现有来源可支持")

_SLICE = 500


def acts_by_corroboration(ws: Workspace) -> Table:
    """One line a type that occurs, one column a state of corroboration; acts that say nothing of it in the last."""
    return _acts_by(ws, "corroboration")


def acts_by_standard_of_proof(ws: Workspace) -> Table:
    """The same by the standard of proof each act meets."""
    return _acts_by(ws, "standard_of_proof")


def accepted_without_source(ws: Workspace) -> Table:
    """What others sent as accepted, and has no source here: to be looked at."""
    calling = Calling(ws)
    found = [(kind, record) for kind in STATUS for record in _accepted(ws, kind) if not stands(ws, record)]
    rows = tuple(
        (declaration(kind).label(ws.language), calling.record(record), ws.vault.code(record)) for kind, record in found
    )
    return Table(tuple(label(ws.language) for label in (_KIND, _WHAT, _CODE)), rows)


def surer_than_sources(ws: Workspace) -> Table:
    """Acts somebody is surer of than independent sources would allow: to be looked at; nothing is set by itself."""
    calling, lang, vocabulary = Calling(ws), ws.language, ws.vocabularies["confidence"]
    rows: list[tuple[str | int, ...]] = []
    for term in vocabulary:
        records = ws.vault.with_term("act", vocabulary.name, term.code) if more_than(term.code, "low") else []
        for record in records:
            allowed = proposed(ws, record).confidence
            if more_than(term.code, allowed):
                labels = term.label(lang), ws.vocabularies.label(vocabulary.name, allowed, lang)
                rows.append((calling.record(record), ws.vault.code(record), *labels))
    return Table(tuple(label(lang) for label in (_WHAT, _CODE, _SAID, _ALLOWED)), tuple(rows))


def _accepted(ws: Workspace, kind: str) -> Iterator[str]:
    """The records of a kind that are accepted, a slice at a time."""
    records = ws.vault.with_term(kind, "claim_status", ACCEPTED)
    for begin in range(0, len(records), _SLICE):
        states = ws.vault.states(records[begin : begin + _SLICE])
        yield from (record for record, state in states.items() if is_accepted(kind, state.values()))


def _acts_by(ws: Workspace, name: str) -> Table:
    """Counted from the index alone: no act is read. What was threatened has a line apart from what was done."""
    fields = declaration("act").fields
    types, natures, values = (ws.vocabularies[fields[one].vocabulary or ""] for one in ("type", "nature", name))
    threats = set(ws.vault.with_term("act", natures.name, THREAT))
    by_value = {term.code: set(ws.vault.with_term("act", values.name, term.code)) for term in values}
    rows: list[tuple[str | int, ...]] = []
    whole: Counter[int] = Counter()
    typed: set[str] = set()
    for term in types:
        acts = set(ws.vault.with_term("act", types.name, term.code)) if not term.group else set()
        typed |= acts
        label = f"{term.code} {term.label(ws.language)}"
        threatened = acts & threats if only_threatened(THREAT, term) else set()
        for called, some in ((label, acts - threatened), (as_threat(label, ws.language), threatened)):
            if some:
                counted = [len(some & of_value) for of_value in by_value.values()]
                cells = [*counted, len(some) - sum(counted), len(some)]
                whole.update(dict(enumerate(cells)))
                rows.append((called, *cells))
    untyped = ws.vault.count("act") - len(typed)
    if untyped > 0:
        counted = [len(of_value - typed) for of_value in by_value.values()]
        cells = [*counted, untyped - sum(counted), untyped]
        whole.update(dict(enumerate(cells)))
        rows.append((_NOTHING(ws.language), *cells))
    if rows:
        rows.append((_ALL(ws.language), *(whole[place] for place in range(len(by_value) + 2))))
    told = [term.label(ws.language) for term in values]
    lang = ws.language
    return Table((_TYPE(lang), *told, _NOTHING(lang), _ALL(lang)), tuple(rows))
