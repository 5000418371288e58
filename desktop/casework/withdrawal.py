"""Taking a consent back: first what stops and who has something already, then a record that says no from now on."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from desktop.casework import naming
from desktop.casework.consent import Scope, consents_of, scopes
from desktop.casework.held import HeldElsewhere, held_elsewhere
from desktop.casework.records import existing
from desktop.casework.same_person import recorded_as
from desktop.casework.workspace import JSON, Changes, Workspace, today
from desktop.casework.writing import Pending
from desktop.domain.consent_said import KEEP
from desktop.domain.mentions import escape
from desktop.errors import Refused


@dataclass(frozen=True)
class Withdrawal:
    """What a withdrawal would do.

    person: whose consent it is; called: as the screen calls them. scopes: the codes taken back, () for everything.
    stops: what is allowed today, be it to somebody they named alone, and is not from then on. goes_on: what stays so.
    sent: who already has something of theirs, the latest first.
    """

    person: str
    called: str = field(repr=False)
    scopes: tuple[str, ...]
    stops: tuple[Scope, ...]
    goes_on: tuple[Scope, ...]
    sent: tuple[HeldElsewhere, ...]


@dataclass(frozen=True)
class Since:
    """What was taken back after a consent was given: everything, or these of its uses."""

    everything: bool
    uses: tuple[Scope, ...]


def whose(ws: Workspace, record: str) -> str:
    """The person a consent is of; a person is their own. Refused `record.unknown`, `consent.nobody`."""
    state = existing(ws, record)
    if state.kind == "person":
        return record
    person = state.nested().get("person") if state.kind == "consent" else None
    if not isinstance(person, str) or ws.vault.kind_of(person) is None:
        raise Refused("consent.nobody")
    return person


def preview_withdrawal(ws: Workspace, record: str, *, only: Collection[str] = ()) -> Withdrawal:
    """record: the person, or a consent of theirs. only: codes of the uses taken back; none of them means everything.

    Refused `record.unknown`, `consent.nobody`.
    """
    person = whose(ws, record)
    known = [scope.code for scope in scopes(ws)]
    taken = tuple(dict.fromkeys([*(code for code in known if code in only), *sorted(only)]))  # a newer program's too
    allowed = tuple(state.scope for state in consents_of(ws, person) if state.allowed or state.reason == "recipient")
    everything = not taken or KEEP in taken  # what may not even be kept may not be used
    stops = tuple(scope for scope in allowed if everything or scope.code in taken)
    goes_on = tuple(scope for scope in allowed if scope not in stops)
    return Withdrawal(person, naming.called(ws, person), taken, stops, goes_on, _sent(ws, person))


def sent_before_a_no(ws: Workspace, record: str) -> int:
    """How many times something of theirs went out, where a consent says no to something or names recipients; else 0.

    Refused `record.unknown`.
    """
    nested = existing(ws, record).nested()
    person, rows = nested.get("person"), nested.get("scopes")
    several = [nested, *(row for row in (rows.values() if isinstance(rows, dict) else ()) if isinstance(row, dict))]
    narrows = nested.get("child_assent") == "refused" or any(
        one.get("state") in ("refused", "withdrawn") or one.get("recipients") for one in several
    )
    return len(_sent(ws, person)) if narrows and isinstance(person, str) else 0


def _sent(ws: Workspace, person: str) -> tuple[HeldElsewhere, ...]:
    """Who has something of theirs; of somebody recorded twice both records may be with others."""
    recorded = recorded_as(ws, person)
    return held_elsewhere(ws, [*recorded, *(one for each in recorded for one in ws.vault.referring(each))])


def withdraw(
    ws: Workspace, preview: Withdrawal, *, on: JSON = None, words: str = "", draft: str | None = None
) -> Changes:
    """Keep the withdrawal, beside what was agreed to before. It holds from now on, whatever its day.

    on: the day they said so, today if none is given. words: theirs, or about it.
    """
    pending = Pending(ws)
    nested: dict[str, JSON] = {"person": preview.person, "obtained_on": on or today(ws)}
    if preview.scopes:
        rows = [{"scope": scope, "state": "withdrawn"} for scope in preview.scopes]
        nested |= {"state": "given", "scopes": rows}
    else:
        nested["state"] = "withdrawn"
    if words.strip():
        nested["notes"] = [{"text": escape(words.strip())}]
    pending.create("consent", nested)
    return pending.commit(drafts_done=[draft] if draft else [])


def withdrawn_since(ws: Workspace, record: str) -> Since | None:
    """What of a consent its person refused or withdrew in another record; None where that is nothing."""
    nested = existing(ws, record).nested()
    person = nested.get("person")
    if not isinstance(person, str):
        return None
    states = consents_of(ws, person)
    over = [one for one in states if one.reason in {"withdrawn", "refused"} and one.record != record]
    if len(over) == len(states):
        return Since(True, ())
    agreed = set(_agreed(nested))
    uses = tuple(one.scope for one in over if one.scope.code in agreed)
    return Since(False, uses) if uses else None


def _agreed(consent: JSON) -> Iterator[str]:
    rows = consent.get("scopes")
    for row in rows.values() if isinstance(rows, dict) else ():
        if isinstance(row, dict) and row.get("state", consent.get("state")) == "given":
            yield str(row.get("scope"))
