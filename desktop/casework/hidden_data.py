"""What a file tells beside what it shows, and the same file without that: asked of the process that holds no key."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from desktop.casework import evidence
from desktop.casework.evidence import EvidenceFile
from desktop.casework.workspace import Workspace
from desktop.errors import Refused
from desktop.formats.helping import MAX_BYTES
from desktop.formats.hidden_data import GROUPS, OTHER, PLAIN, RISKS, SOUND, Hidden, HiddenData, kind_of

__all__ = ["GROUPS", "NOTHING", "OTHER", "PLAIN", "RISKS", "SOUND", "Hidden", "Inside", "clean", "look_into"]

NOTHING = ""
_FIRST = 1 << 16


@dataclass(frozen=True)
class Inside:
    """found: what is hidden in a file, the worst first. closed: why nobody can tell, else NOTHING: SOUND, OTHER,
    "too_large" or "unreadable". plain: it is text, and that is all there is. While names are not shown what was found
    has no values, since these are names as often as not."""

    found: tuple[Hidden, ...] = field(default=(), repr=False)
    closed: str = field(default=NOTHING, repr=False)
    plain: bool = False


def look_into(ws: Workspace, record: str) -> Inside:
    """What is hidden in an evidence file. Refused and Damaged as `evidence.open_evidence`."""
    described = evidence.describe(ws, record)
    kind, untrusted = _opened(ws, described)
    if kind in (PLAIN, SOUND, OTHER):
        return Inside(closed=NOTHING if kind == PLAIN else kind, plain=kind == PLAIN)
    if untrusted is None:
        return Inside(closed="too_large")
    helper = HiddenData()
    try:
        with ws.stops.by(helper.stop):
            found = helper.read(kind, untrusted)
    except Refused as refusal:
        return Inside(closed=refusal.code.removeprefix("hidden."))
    return Inside(found=found if ws.names_shown else tuple(replace(one, value="") for one in found))


def clean(ws: Workspace, record: str) -> bytes:
    """The file without what is hidden in it, proven by a second reading; the same bytes every time.

    Refused `hidden.sound`, `hidden.other` for what cannot be looked into, `hidden.too_large`, `hidden.stays`,
    `hidden.unreadable`; Refused and Damaged as `evidence.open_evidence`.
    """
    described = evidence.describe(ws, record)
    kind, untrusted = _opened(ws, described)
    if kind == SOUND:
        raise Refused("hidden.sound")
    if kind == OTHER:
        raise Refused("hidden.other")
    if untrusted is None:
        raise Refused("hidden.too_large", limit=MAX_BYTES)
    if kind == PLAIN:
        return untrusted
    helper = HiddenData()
    with ws.stops.by(helper.stop):
        return helper.clean(kind, untrusted)


def _opened(ws: Workspace, described: EvidenceFile) -> tuple[str, bytes | None]:
    """What is done with it, and all of it unless that is more than anybody looks into."""
    with evidence.open_evidence(ws, described.record) as reader:
        first = reader.read(_FIRST)
        kind = kind_of(described.media, first)
        if described.size > MAX_BYTES or kind in (SOUND, OTHER):
            return kind, None
        return kind, first + reader.read()
