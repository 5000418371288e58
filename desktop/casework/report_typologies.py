"""Acts by relationship, key takeaway, chapter, typology, code and rule of law."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from desktop.casework.report_facts import Facts
from desktop.casework.report_rows import (
    ACTS,
    NONE,
    NONE_OF_THESE,
    Cell,
    counted_table,
    in_words,
    name,
    text,
    type_key,
    type_order,
)
from desktop.casework.tables import Table
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.leaf_choice import CHILD_NORMS, CHILDREN
from desktop.domain.meta import Label
from desktop.domain.norms import standing
from desktop.domain.tallies import (
    COLLECTIVE_PUNISHMENT,
    attributes,
    codes_of,
    counted,
    leaf_of,
    remedy_of,
    retaliated,
    takeaways,
)
from desktop.domain.vocabulary import Term

_KT1, _KT6, _MINORS = "KT1", "KT6", Label("Other children, not the defender's own", "其他未成年人（非捍卫者子女）")
_HURIDOCS, _EVERY = "huridocs_vocab_numbers", Label("Every act", "每项侵害行为")


def by_relationship(ws: Workspace, read: Facts) -> Table:
    """Acts by what the person harmed is to the defender; against the defender themself too."""
    relationships = ws.vocabularies["relationships"]
    keys = (text(act.get("relationship")) for act in read.acts.values())
    head = Label("The person harmed is the defender's", "受害人是捍卫者的")
    return counted_table(ws, head, "relationships", counted(keys, [term.code for term in relationships]))


def by_takeaway(ws: Workspace, read: Facts) -> Table:
    """Acts by what the report on collective punishment found; each finding has its line, also with none."""
    terms = ws.vocabularies["seed_takeaways"]
    keys = [key for record, act in read.acts.items() for key in _takeaways(ws, read, record, act)]
    found = dict(counted(keys))
    rows: list[tuple[Cell, ...]] = [(f"{one.code} {one.label(ws.language)}", found.get(one.code, 0)) for one in terms]
    rows += [
        (label(ws.language), found[key]) for key, label in (("minors", _MINORS), ("", NONE_OF_THESE)) if key in found
    ]
    return in_words(ws, (Label("Key takeaway", "主要结论"), ACTS), rows)


def _takeaways(ws: Workspace, read: Facts, record: str, act: Mapping[str, JSON]) -> Iterator[str]:
    """What an act stands for. KT1 is about the defender's own children; KT6 about redress, whatever the act was."""
    term = leaf_of(act, ws.vocabularies["harassment_types"])
    said = set(takeaways(term)) if term else set()
    if remedy_of(act, read.complaints.get(record, ())) in {"no_answer", "answered"} or retaliated(act):
        said.add(_KT6)
    if _KT1 in said and not _own_child(ws, act):
        said.remove(_KT1)
        yield "minors"
    elif not said:
        yield ""
    yield from sorted(said)


def _own_child(ws: Workspace, act: Mapping[str, JSON]) -> bool:
    term = ws.vocabularies["relationships"].get(text(act.get("relationship")))
    return term is not None and bool(term.more.get("is_child_of_defender"))


def by_column(column: str, head: Label, vocabulary: str = "") -> Callable[[Workspace, Facts], Table]:
    """Acts by what another typology calls their type; an act may be several of its things."""

    def make(ws: Workspace, read: Facts) -> Table:
        types = ws.vocabularies["harassment_types"]
        keys = [key for act in read.acts.values() for key in _attributes(leaf_of(act, types), column)]
        order = [term.code for term in ws.vocabularies[vocabulary]] if vocabulary else sorted({*keys} - {"", NONE})
        return counted_table(ws, head, vocabulary, counted(keys, [*order, NONE]))

    return make


def _attributes(term: Term | None, column: str) -> Sequence[str]:
    """What another typology calls a type of act; that it has no word for it is not that nobody said what was done."""
    return (attributes(term, column) or (NONE,)) if term else ("",)


def across(path: str, vocabulary: str) -> Callable[[Workspace, Facts], Table]:
    """Types of act down, threats of them apart, the terms of another field across.

    No totals, which would give away what is left unsaid.
    """

    def make(ws: Workspace, read: Facts) -> Table:
        types, terms = ws.vocabularies["harassment_types"], ws.vocabularies[vocabulary]
        pairs = [(type_key(act, types), text(act.get(path))) for act in read.acts.values()]
        found = dict(counted(pairs))
        across_ = [*(term.code for term in terms), ""]
        down = [code for code, _ in counted((code for code, _ in pairs), type_order(types))]
        rows: list[tuple[Cell, ...]] = [
            (name(ws, "harassment_types", code), *(found.get((code, term), 0) for term in across_)) for code in down
        ]
        heads = [name(ws, vocabulary, code) for code in across_]
        return Table((Label("Type of act", "侵害类型")(ws.language), *heads), tuple(rows))

    return make


def by_huridocs(ws: Workspace, read: Facts) -> Table:
    """Every act is collective punishment too, which is no type of its own. Others are told every type that counts under
    a code, and not which of them occurred: two of them beside a count that is unsaid would say that it is two."""
    types = ws.vocabularies["harassment_types"]
    leaves = [leaf_of(act, types) for act in read.acts.values()]
    behind = [one for one in types if one.parent and attributes(one, _HURIDOCS)] if read.for_others else leaves
    pairs = {(key, leaf.code) for leaf in behind if leaf for key in _attributes(leaf, _HURIDOCS)}
    keys = [key for leaf in leaves for key in _attributes(leaf, _HURIDOCS)]
    found = counted(keys, [*sorted({*keys} - {"", NONE}), NONE])
    rows: list[tuple[Cell, ...]] = [(COLLECTIVE_PUNISHMENT, _EVERY(ws.language), len(leaves))] if leaves else []
    for key, count in found:
        meant = sorted(code for one, code in pairs if one == key)
        rows.append((name(ws, "", key), "; ".join(types.label(code, ws.language) for code in meant), count))
    return in_words(ws, (Label("HURIDOCS code", "HURIDOCS 代码"), Label("Type of act", "侵害类型"), ACTS), rows)


def by_norm(ws: Workspace, read: Facts) -> Table:
    """Confirmed for the act, beside what its type proposes: a proposal is nobody's finding."""
    terms = ws.vocabularies["legal_norms"]
    types = ws.vocabularies["harassment_types"]
    confirmed = dict(counted(norm for act in read.acts.values() for norm in _confirmed(act)))
    proposed = dict(counted(norm for act in read.acts.values() for norm in _proposed(leaf_of(act, types))))
    rows = [
        (
            terms.label(code, ws.language),
            standing(terms[code], ws.language) if code in terms else "",
            confirmed.get(code, 0),
            proposed.get(code, 0),
        )
        for code in sorted({*confirmed, *proposed}, key=lambda code: (-confirmed.get(code, 0), code))
    ]
    heads = (
        Label("Rule of law", "法律规范"),
        Label("Binding on China", "对中国的约束力"),
        Label("Confirmed", "已确认"),
        Label("Proposed by the type", "按类型建议"),
    )
    return in_words(ws, heads, rows)


def _proposed(leaf: Term | None) -> Iterator[str]:
    """Rules that protect children alone are proposed by leaves for children alone."""
    for norm in attributes(leaf, "legal_norms") if leaf else ():
        if leaf is None or leaf.parent == CHILDREN or not norm.startswith(CHILD_NORMS):
            yield norm


def _confirmed(act: Mapping[str, JSON]) -> Iterator[str]:
    norms = act.get("norms")
    for item in norms.values() if isinstance(norms, dict) else ():
        if isinstance(item, dict) and item.get("confirmed") is True and isinstance(item.get("norm"), str):
            yield item["norm"]


def by_purpose(ws: Workspace, read: Facts) -> Table:
    """Acts by what they were to bring about; one act may have several purposes."""
    order = [term.code for term in ws.vocabularies["pressure_purposes"]]
    keys = [key for act in read.acts.values() for key in ([*codes_of(act.get("purposes"))] or [""])]
    return counted_table(ws, Label("Purpose", "施压目的"), "pressure_purposes", counted(keys, order))
