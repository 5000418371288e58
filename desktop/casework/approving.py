"""A second person's word on a consent: what waits for ours, giving it, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from desktop.casework import authors, naming, reading
from desktop.casework.approved import DECLINED, declined, held, may_approve, said_of, settled, wording, writers
from desktop.casework.consent import Scope, scopes
from desktop.casework.records import existing
from desktop.casework.workspace import Changes, Workspace, today
from desktop.casework.writing import Pending
from desktop.domain.consent_second import lacks_for_second, needs_second
from desktop.domain.mentions import escape
from desktop.domain.values import Nested
from desktop.errors import Refused
from desktop.history.state import RecordState

Decision = Literal["approved", "declined"]

_MAY_NEED = (
    ("consent_states", "not_possible"),
    ("child_assent", "not_able"),
    ("consent_given_by", "guardian"),
    ("consent_given_by", "representative"),
)
_WHY = ("reason", "giver_reason", "best_interests")


@dataclass(frozen=True, repr=False)
class ToApprove:
    """A consent that needs a second person. called: whose it is, as the screen calls them. asked: who was to approve.

    uses: what it would allow, with what is said of those that are only for when it cannot wait in `urgent`. why: label
    and words of each reason written. lacks: the label of a field without which nobody can approve it, "" where all is
    written. wording: what a decision on it is signed for.
    """

    consent: str
    wording: str
    person: str
    called: str
    asked: str
    uses: tuple[Scope, ...]
    urgent: tuple[Scope, ...]
    why: tuple[tuple[str, str], ...]
    lacks: str = ""


@dataclass(frozen=True, repr=False)
class Standing:
    """How it stands with a consent that needs a second person.

    state: "not_needed" | "lacks" | "waiting" | "outdated" (an earlier wording was approved) | "approved" | "declined".
    by: who said so, "" for ourselves. lacks: as in `ToApprove`.
    """

    state: str
    by: str = ""
    reason: str = ""
    asked: str = ""
    lacks: str = ""


def waiting(ws: Workspace) -> tuple[ToApprove, ...]:
    """The consents that wait for a second person, and that we may approve: somebody else wrote them."""
    return tuple(to_approve(ws, record) for record in _waiting(ws))


def count_waiting(ws: Workspace) -> int:
    """How many `waiting` has."""
    return sum(1 for _ in _waiting(ws))


def waits_for_us(ws: Workspace, consent: str) -> bool:
    """Whether a consent is one of those that `waiting` has."""
    return _waits(ws, existing(ws, consent))


def to_approve(ws: Workspace, consent: str) -> ToApprove:
    """Refused `record.unknown`, `approval.not_needed`."""
    state = existing(ws, consent)
    nested = state.nested()
    if not _needs(ws, state):
        raise Refused("approval.not_needed")
    person = str(nested.get("person") or "")
    uses = tuple(_uses(ws, nested))
    terms = ws.vocabularies["consent_scopes"]
    unasked = nested.get("state") == "not_possible"
    return ToApprove(
        consent=consent,
        wording=wording(state),
        person=person,
        called=naming.called(ws, person) if ws.vault.kind_of(person) else "",
        asked=reading.text(ws, "consent", "second_approval", nested.get("second_approval")),
        uses=uses,
        urgent=tuple(use for use in uses if unasked and terms[use.code].more.get("without_consent") == "urgent"),
        why=tuple(
            (reading.label(ws, "consent", name), reading.text(ws, "consent", name, nested[name]))
            for name in _WHY
            if nested.get(name)
        ),
        lacks=_lacks(ws, state),
    )


def approve(ws: Workspace, consent: str, decision: Decision, reason: str = "", *, shown: str | None = None) -> Changes:
    """Sign our word on a consent as it reads now; said again, it takes the place of what we said before.

    shown: the `ToApprove.wording` that was looked at. Refused `record.unknown`, `approval.not_needed`, `approval.own`
    (we wrote it), `approval.lacks` (with the label of the field), `approval.unclear` (in conflict, or words are not
    here), `approval.changed` (since it was shown), `approval.no_reason` (a no says why).
    """
    state = existing(ws, consent)
    if shown is not None and shown != wording(state):
        raise Refused("approval.changed")
    if not _needs(ws, state):
        raise Refused("approval.not_needed")
    if not may_approve(ws, ws.vault.signing.public_hex, writers(ws, consent)):
        raise Refused("approval.own")
    if not settled(state):
        raise Refused("approval.unclear")
    if decision == DECLINED and not reason.strip():
        raise Refused("approval.no_reason")
    if decision != DECLINED and (lacks := _lacks(ws, state)):
        raise Refused("approval.lacks", field=lacks)
    values = {
        "decision": decision,
        "wording": wording(state),
        "approved_on": today(ws),
        "reason": escape(reason.strip()) or None,
    }
    pending = Pending(ws)
    ours = [one for one in said_of(ws, consent) if one.author in ws.vault.own_authors]
    if ours:
        pending.patch(ws.vault.state(ours[-1].record), values)
    else:
        pending.create("approval", {"of": consent, **values})
    return pending.commit()


def standing(ws: Workspace, consent: str) -> Standing:
    """How it stands with a second person's word. Refused `record.unknown`."""
    state = existing(ws, consent)
    said = said_of(ws, consent)
    if declined(said):
        no = next(one for one in reversed(said) if one.decision == DECLINED and one.of_now)
        return Standing("declined", _by(ws, no.author), naming.read(ws, no.reason))
    if not _needs(ws, state):
        return Standing("not_needed")
    asked = reading.text(ws, "consent", "second_approval", state.nested().get("second_approval"))
    counting = next((one for one in reversed(said) if one.counts), None)
    if counting is not None:
        return Standing("approved", _by(ws, counting.author), naming.read(ws, counting.reason), asked)
    if lacks := _lacks(ws, state):
        return Standing("lacks", asked=asked, lacks=lacks)
    return Standing("outdated" if any(not one.of_now for one in said) else "waiting", asked=asked)


def _waiting(ws: Workspace) -> Iterator[str]:
    found = ws.vault.saying("consent", (), _MAY_NEED)
    return (record for record in found if _waits(ws, ws.vault.state(record)))


def _waits(ws: Workspace, state: RecordState) -> bool:
    if not _needs(ws, state) or not may_approve(ws, ws.vault.signing.public_hex, writers(ws, state.id)):
        return False
    said = said_of(ws, state.id)
    return not declined(said) and not any(one.counts for one in said)


def _needs(ws: Workspace, state: RecordState) -> bool:
    return state.kind == "consent" and needs_second(state.id, state.nested(), held(ws, {state.id: state}))


def _lacks(ws: Workspace, state: RecordState) -> str:
    lacks = lacks_for_second(state.id, state.nested(), held(ws, {state.id: state}))
    return reading.label(ws, "consent", lacks) if lacks else ""


def _uses(ws: Workspace, nested: Nested) -> Iterator[Scope]:
    rows = nested.get("scopes")
    wanted = [row for row in rows.values() if isinstance(row, dict)] if isinstance(rows, dict) else []
    agreed = [row.get("scope") for row in wanted if row.get("state", nested.get("state")) in ("given", "not_possible")]
    return (scope for scope in scopes(ws) if scope.code in agreed)


def _by(ws: Workspace, author: str | None) -> str:
    return authors.called(ws, author) if author else ""
