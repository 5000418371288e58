"""Claims: values of a field that contradict each other, side by side with their sources until one is accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.casework import cells, reading
from desktop.casework.accepting import ACCEPTED, UNDECIDED
from desktop.casework.citing import MOST, WHOLE, Cited, Place, add_citation, citations_of, stated
from desktop.casework.items import changed
from desktop.casework.ordering import in_order
from desktop.casework.records import existing
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.casework.writing import Pending
from desktop.domain.date_input import with_dates
from desktop.domain.declaration import FieldDecl
from desktop.domain.registry import KINDS, declaration
from desktop.errors import Refused
from desktop.history import shape
from desktop.history.state import RecordState

CONFLICT, WITHDRAWN = "conflict", "withdrawn"
_APART = frozenset({"name", "identity"})
_PLAIN = frozenset({"text", "long", "code", "codes", "integer", "yes_no"})


@dataclass(frozen=True, repr=False)
class Claimed:
    """One value of a field. name: of the field. id: of its claim, "" for what the record says and no claim does.

    text: as it reads. status: a code, "" where nothing is said. stands: the record says so today.
    """

    id: str
    name: str
    value: JSON
    text: str
    status: str
    confidence: str
    note: str
    stands: bool
    sources: tuple[Cited, ...]


@dataclass(frozen=True, repr=False)
class Decided:
    """A claim that was accepted. before, after: what the fields that were changed said, by record and field."""

    changes: Changes
    before: Mapping[str, Mapping[str, JSON]]
    after: Mapping[str, Mapping[str, JSON]]


def may_be_claimed(kind: str, name: str) -> bool:
    """Whether values of a field can stand side by side: one value each, and none that belongs with the identities."""
    decl = KINDS[kind].fields.get(name) if kind in KINDS else None
    return decl is not None and kind not in _APART and (decl.type in _PLAIN or decl.type in {"date", "ref"})


def claim(
    ws: Workspace,
    record: str,
    name: str,
    value: JSON,
    sources: Sequence[tuple[str, Place]] = (),
    *,
    note: str = "",
) -> Changes:
    """Put a value beside what a field says. sources: who claims it, and where.

    What the record says today becomes a claim too, with the citations of the field, so that each value has its own.
    A value that is claimed already gets the sources alone. Dates may be in plain words. Refused `claim.sealed`,
    `claim.field`, `record.unknown`, and as `records.add` where the field does not take the value.
    """
    state = existing(ws, record)
    decl = _field(ws, state, name)
    value = with_dates(state.kind, {name: value})[name]
    pending = Pending(ws)
    _check(pending, state.kind, name, value)
    said = _claims(ws, record, name)
    present = state.nested().get(name)
    if _says(present) and not same(decl, present, value) and not any(same(decl, present, one) for _, one, _ in said):
        _keep_present(ws, pending, record, decl, present)
    mine = next((id_ for id_, one, _ in said if same(decl, one, value)), "")
    if not mine:
        told = {"status": UNDECIDED, **({"note": note} if note else {})}
        mine = pending.create("claim", {"of": record, "field": name, **_written(decl, value), **told})
    for source, place in sources:
        add_citation(ws, pending, mine, source, place=place)
    return pending.commit()


def claims_of(ws: Workspace, record: str, name: str) -> tuple[Claimed, ...]:
    """The values of a field side by side: what the record says first, then the claims as they came."""
    state = existing(ws, record)
    decl = KINDS[state.kind].fields.get(name) if state.kind in KINDS else None
    if decl is None:
        return ()
    present = state.nested().get(name)
    direct = citations_of(ws, record, name)
    shown = [
        Claimed(
            id=id_,
            name=name,
            value=value,
            text=_read(ws, state.kind, decl, value),
            status=_text(nested.get("status")),
            confidence=_text(nested.get("confidence")),
            note=_text(nested.get("note")),
            stands=same(decl, value, present),
            sources=citations_of(ws, id_) + (direct if same(decl, value, present) else ()),
        )
        for id_, value, nested in _claims(ws, record, name)
    ]
    if _says(present) and not any(one.stands for one in shown):
        words = _read(ws, state.kind, decl, present)
        shown.append(Claimed("", name, present, words, "", "", "", True, direct))
    return tuple(sorted(shown, key=lambda one: not one.stands))


def counts(ws: Workspace, record: str) -> Mapping[str, int]:
    """How many values stand side by side, by field; fields with one alone are left out."""
    state = existing(ws, record)
    fields = KINDS[state.kind].fields if state.kind in KINDS else {}
    values: dict[str, list[JSON]] = {}
    for nested in _stated(ws, record).values():
        decl = fields.get(_text(nested.get("field")))
        value = _value(decl, nested) if decl is not None else None
        if decl is not None and value is not None and nested.get("status") != WITHDRAWN:
            values.setdefault(decl.name, []).append(value)
    present = state.nested()
    return {
        name: count for name, said in values.items() if (count := _apart(fields[name], [*said, present.get(name)])) > 1
    }


def accept(ws: Workspace, claim_id: str, note: str = "") -> Decided:
    """Take one of the values: the record says it from now on, and those that contradict it are marked so.

    Nothing is overwritten: the others keep their claims, and every wording its place in the history. Refused
    `claim.value`, `claim.no_source` as everywhere, `record.unknown`.
    """
    chosen = existing(ws, claim_id)
    nested = chosen.nested()
    record, name = _text(nested.get("of")), _text(nested.get("field"))
    state = existing(ws, record)
    decl = _field(ws, state, name)
    value = _value(decl, nested)
    if value is None:
        raise Refused("claim.value")
    deciding = _Deciding(ws)
    present = state.nested().get(name)
    said = _claims(ws, record, name)
    if not same(decl, present, value):
        before = next((id_ for id_, one, _ in said if same(decl, present, one)), "")
        if before:
            _move_citations(ws, deciding.pending, record, name, before)
        elif _says(present):
            _keep_present(ws, deciding.pending, record, decl, present, status=CONFLICT)
        deciding.set(state, {name: value})
    deciding.set(chosen, {"status": ACCEPTED, **({"note": note} if note else {})})
    for id_, other, told in said:
        if id_ != claim_id and not same(decl, other, value) and told.get("status") != WITHDRAWN:
            deciding.set(existing(ws, id_), {"status": CONFLICT})
    return Decided(deciding.pending.commit(), deciding.before, deciding.after)


def take_back(ws: Workspace, decided: Decided) -> Changes:
    """Everything as it was before a claim was accepted. Refused `claim.decided` where it was changed again since."""
    pending = Pending(ws)
    for record, before in decided.before.items():
        state = existing(ws, record)
        nested = state.nested()
        fields = KINDS[state.kind].fields
        if any(not same(fields[name], nested.get(name), value) for name, value in decided.after[record].items()):
            raise Refused("claim.decided")
        pending.replace(state, changed(before, nested))
    return pending.commit()


class _Deciding:
    """Changes fields, and remembers how they were."""

    def __init__(self, ws: Workspace) -> None:
        self.pending = Pending(ws)
        self.before: dict[str, dict[str, JSON]] = {}
        self.after: dict[str, dict[str, JSON]] = {}

    def set(self, state: RecordState, values: Mapping[str, JSON]) -> None:
        nested = state.nested()
        if self.pending.replace(state, in_order(changed(values, nested), {})):
            self.before[state.id] = {name: nested.get(name) for name in values}
            self.after[state.id] = dict(values)


def same(decl: FieldDecl, one: JSON, other: JSON) -> bool:
    """Whether two values of a field say the same."""
    return bool(_essence(decl, one) == _essence(decl, other))


def _essence(decl: FieldDecl, value: JSON) -> JSON:
    if not isinstance(value, dict) or "absent" in value:
        return value
    if decl.type == "date":
        return value.get("edtf") or value.get("words")
    if decl.type == "codes":
        return sorted(str(item.get(decl.item_key)) for item in value.values() if isinstance(item, dict))
    return value


def _apart(decl: FieldDecl, values: Sequence[JSON]) -> int:
    """How many different values there are."""
    found: list[JSON] = []
    for value in values:
        if _says(value) and not any(same(decl, value, one) for one in found):
            found.append(value)
    return len(found)


def _says(value: JSON) -> bool:
    return value is not None and value != "" and not (isinstance(value, dict) and "absent" in value)


def _field(ws: Workspace, state: RecordState, name: str) -> FieldDecl:
    if state.kind in _APART or state.sealed:
        raise Refused("claim.sealed")
    if not may_be_claimed(state.kind, name):
        raise Refused("claim.field")
    return declaration(state.kind).fields[name]


def _check(pending: Pending, kind: str, name: str, value: JSON) -> None:
    """Whether the field takes the value."""
    if not _says(value):
        raise Refused("claim.value")
    flat = shape.flatten(in_order({name: value}))
    pending.check(kind, flat, flat)


def _keep_present(
    ws: Workspace, pending: Pending, record: str, decl: FieldDecl, present: JSON, *, status: str = UNDECIDED
) -> None:
    """What the record says becomes a claim of its own."""
    nested = {"of": record, "field": decl.name, **_written(decl, present), "status": status}
    _move_citations(ws, pending, record, decl.name, pending.create("claim", nested))


def _move_citations(ws: Workspace, pending: Pending, record: str, name: str, claim_id: str) -> None:
    """What a field stood on stood behind the value it had."""
    for citation, told in stated(ws, record):
        if told.get("field") == name:
            pending.replace(ws.vault.state(citation), {"of": claim_id, "field": None})


def _written(decl: FieldDecl, value: JSON) -> dict[str, JSON]:
    """A value as a claim keeps it."""
    if decl.type == "date":
        return {"date": value}
    return {"who": value} if decl.type == "ref" else {"value": cells.write_cell(decl, value)}


def _value(decl: FieldDecl, nested: Mapping[str, JSON]) -> JSON:
    """The value a claim holds; None for none, or for what came from elsewhere and cannot be read."""
    if decl.type == "date":
        value = nested.get("date")
        return value if _says(value) else None
    if decl.type == "ref":
        return nested.get("who") if isinstance(nested.get("who"), str) else None
    try:
        value = cells.read_cell(decl, _text(nested.get("value")))
    except (ValueError, RecursionError):
        return None
    return value if _says(value) and _fits(decl, value) else None


def _fits(decl: FieldDecl, value: JSON) -> bool:
    wanted: Mapping[str, type] = {"integer": int, "yes_no": bool, "codes": dict}
    return isinstance(value, wanted.get(decl.type, str)) and (decl.type != "integer" or not isinstance(value, bool))


def _stated(ws: Workspace, record: str) -> Mapping[str, Mapping[str, JSON]]:
    found = ws.vault.states(ws.vault.referring(record, "claim", "of")[:MOST])
    return {id_: state.nested() for id_, state in found.items()}


def _claims(ws: Workspace, record: str, name: str) -> list[tuple[str, JSON, Mapping[str, JSON]]]:
    """The claims of a field that say something: id, value, all they say."""
    kind = ws.vault.kind_of(record)
    decl = KINDS[kind].fields.get(name) if kind is not None and kind in KINDS else None
    found = _stated(ws, record).items() if decl is not None else ()
    told = [(id_, _value(decl, nested), nested) for id_, nested in found if decl and nested.get("field") == name]
    return [one for one in told if one[1] is not None]


def _read(ws: Workspace, kind: str, decl: FieldDecl, value: JSON) -> str:
    if decl.type == "codes" and isinstance(value, dict):
        return ", ".join(_codes(ws, decl, value))
    return reading.text(ws, kind, decl.name, value)


def _codes(ws: Workspace, decl: FieldDecl, value: Mapping[str, JSON]) -> Iterator[str]:
    for item in value.values():
        code = item.get(decl.item_key) if isinstance(item, dict) else None
        if isinstance(code, str):
            yield ws.vocabularies.label(decl.vocabulary, code, ws.language)


def _text(value: JSON) -> str:
    return value if isinstance(value, str) else ""


__all__ = [
    "WHOLE",
    "Claimed",
    "Decided",
    "Place",
    "accept",
    "claim",
    "claims_of",
    "counts",
    "may_be_claimed",
    "take_back",
]
