"""The life of an evidence file: who had it, from whom, to whom, when, and its fingerprint at each step."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.casework.records import existing
from desktop.casework.workspace import JSON, Changes, Workspace, today
from desktop.casework.writing import Pending
from desktop.formats.fingerprint import fingerprint
from desktop.history import codes
from desktop.history.paths import is_register
from desktop.history.shape import nest
from desktop.history.state import RecordState
from desktop.vault.append import Addition
from desktop.vault.contacts import Contact

RECEIVED, HANDED_OVER, GIVEN_OUT = "received", "handed_over", "exported"


@dataclass(frozen=True)
class Step:
    """One line. code: of `custody_events`. by, from_whom, to_whom: codes of people, as `shown` turns them into names.

    sha256: of what went, came or was made in this step, "" where nobody noted it. at: when it was recorded, UTC
    seconds.
    """

    at: int
    code: str
    label: str = field(repr=False)
    on: str = field(repr=False)
    by: str = field(repr=False)
    from_whom: str = field(repr=False)
    to_whom: str = field(repr=False)
    sha256: str
    remark: str = field(repr=False)


def own_code(ws: Workspace) -> str:
    """The code we have in custody lines, the same in every vault that gets one."""
    return code_of(ws.vault.signing.public.hex())


def code_of(signing: str) -> str:
    """The code of whoever signs with this key (64 hex digits)."""
    return codes.code_of(fingerprint(signing))


def event(ws: Workspace, code: str, sha256: str, **told: str) -> dict[str, JSON]:
    """A line of today by us. told: `from_whom`, `to_whom`, `remark`; what is empty is not in it."""
    said = {name: text for name, text in told.items() if text}
    return {"event": code, "on": today(ws), "by": own_code(ws), **said, **({"sha256": sha256} if sha256 else {})}


def steps(ws: Workspace, record: str) -> tuple[Step, ...]:
    """Every line as whoever began it wrote it, in the order they were recorded. Refused `record.unknown`.

    What somebody else wrote into a line later does not count, and by whom it is, its signature says: else one colleague
    could have another hand a file over. Of our own lines it is who we noted.
    """
    listed = existing(ws, record).nested().get("custody")
    standing = {item for item, line in listed.items() if isinstance(line, dict)} if isinstance(listed, dict) else set()
    lines = sorted(_written(ws, record, standing).values(), key=lambda line: line.at)
    return tuple(_step(ws, line) for line in lines)


@dataclass
class _Line:
    """author: the key that signed it first. at: when, as they claim. said: values by path."""

    author: str
    at: int
    said: dict[str, JSON] = field(default_factory=dict, repr=False)


def _written(ws: Workspace, record: str, standing: Collection[str]) -> Mapping[str, _Line]:
    """By item, in the order they came here, in which nobody can put anything before what was here."""
    found: dict[str, _Line] = {}
    openings = ws.vault.openings(record)
    for revision in ws.vault.revisions(record):
        opening = openings.get(revision.id)
        for path, value in opening.body.items() if opening else ():
            name, _, rest = path.partition("/")
            item, _, of = rest.partition("/")
            if name != "custody" or item not in standing or not of or is_register(path):
                continue
            line = found.setdefault(item, _Line(revision.envelope.author, revision.envelope.at))
            if line.author == revision.envelope.author:
                line.said[of] = value
    return found


def add_step(ws: Workspace, record: str, told: Mapping[str, JSON]) -> Changes:
    """A line that somebody notes: what is given of it, the rest of today by us.

    Refused `record.value`, `record.date`, `record.unknown`.
    """
    state = existing(ws, record)
    sha256 = state.nested().get("sha256")
    line = event(ws, str(told.get("event") or RECEIVED), sha256 if isinstance(sha256, str) else "")
    pending = Pending(ws)
    pending.patch(state, {"custody": [{**line, **{name: value for name, value in told.items() if value}}]})
    return pending.commit()


def handing_over(ws: Workspace, files: Mapping[str, str], to: Iterable[Contact]) -> Pending:
    """Lines for files that are about to go, by record and SHA-256, not kept yet: they go along with a transfer."""
    pending = Pending(ws)
    receivers = ", ".join(code_of(one.signing) for one in to)
    for record, sha256 in sorted(files.items()):
        pending.patch(ws.vault.state(record), {"custody": [event(ws, HANDED_OVER, sha256, to_whom=receivers)]})
    return pending


def given_out(ws: Workspace, record: str, sha256: str) -> Changes:
    """The line for a file that is about to stand outside the vault, kept. sha256: of what goes."""
    pending = Pending(ws)
    pending.patch(existing(ws, record), {"custody": [event(ws, GIVEN_OUT, sha256)]})
    return pending.commit()


def receipt(ws: Workspace, state: RecordState, sender: str) -> Sequence[Addition]:
    """The line for a file that comes from whoever signs with `sender`, to be kept with what comes; none while the
    record cannot be written to. state: as it will be.
    """
    if state.erased or (state.sealed and not ws.vault.compartment_open):
        return ()
    sha256 = state.nested().get("sha256")
    line = event(ws, RECEIVED, sha256 if isinstance(sha256, str) else "", from_whom=code_of(sender))
    pending = Pending(ws)
    pending.patch(state, {"custody": [line]})
    return pending.additions


def shown(ws: Workspace, code: str) -> str:
    """Whom a code stands for, as far as that is known here: ourselves as "", a contact by name, else the code."""
    if any(code == code_of(one) for one in ws.vault.own_authors):
        return ""
    known = {code_of(one.signing): one.name for one in ws.vault.contacts.every()}
    return ", ".join(known.get(one, one) for one in code.split(", "))


def _step(ws: Workspace, line: _Line) -> Step:
    item = nest({path: value for path, value in line.said.items() if value is not None})
    signed_by = code_of(line.author)

    def text(name: str) -> str:
        value = item.get(name)
        return value if isinstance(value, str) else ""

    on = item.get("on")
    said = on.get("words") or on.get("edtf") if isinstance(on, dict) else ""
    code = text("event")
    return Step(
        at=line.at,
        code=code,
        label=ws.vocabularies.label("custody_events", code, ws.language) if code else "",
        on=str(said or ""),
        by=text("by") if line.author in ws.vault.own_authors else signed_by,
        from_whom=text("from_whom"),
        to_whom=text("to_whom"),
        sha256=text("sha256"),
        remark=text("remark"),
    )
