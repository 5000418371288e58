"""Looking at an evidence file inside the window: pixels from the keyless helper, or text; never a file on disk."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.casework import evidence, pictures
from desktop.casework.pictures import Picture
from desktop.casework.workspace import Workspace
from desktop.errors import Refused
from desktop.formats.texts import read_text

LARGEST_PICTURE = 256 * 1024 * 1024  # bytes


@dataclass(frozen=True)
class Look:
    """One of the two. cut: there is more text than is shown."""

    picture: Picture | None = None
    text: str | None = field(default=None, repr=False)
    cut: bool = False


def look(ws: Workspace, record: str, *, side: int = 2400) -> Look:
    """What can be shown of a file. side: pixels the longer side has at most.

    Refused `evidence.no_view`, `text.binary` for what is neither a picture nor text, `picture.*` for a picture that
    cannot be decoded, `vault.compartment_closed` as `evidence.open_evidence`.
    """
    described = evidence.describe(ws, record)
    if described.media.startswith("text/"):
        with evidence.open_evidence(ws, record) as reader:
            text = read_text(reader)
        return Look(text=text.text, cut=text.cut)
    if described.media.startswith("image/"):
        if described.size > LARGEST_PICTURE:
            raise Refused("picture.too_large", limit=LARGEST_PICTURE)
        with evidence.open_evidence(ws, record) as reader:
            untrusted = reader.read()
        return Look(picture=pictures.decode(untrusted, max_side=side, stops=ws.stops))
    raise Refused("evidence.no_view")
