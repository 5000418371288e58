"""Evidence files: taking them in, looking at them from memory, giving them out."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, cast

from desktop.casework import custody, going_out
from desktop.casework.likenesses import SHOWS_PEOPLE
from desktop.casework.outfiles import existing_file, new_file, size
from desktop.casework.records import existing
from desktop.casework.workspace import JSON, Changes, Progress, Workspace, today
from desktop.casework.writing import Pending
from desktop.errors import Damaged, Refused
from desktop.vault.blobfile import BlobInfo, BlobWriter
from desktop.vault.files import check_room, told
from desktop.vault.outbox import FILE

Leaving = Callable[[str], object]

_PIECE = 1024 * 1024
_TYPES = {"image/": "photo", "video/": "video", "audio/": "audio"}
# By the first bytes, since a file renamed to `.txt` shows a face all the same.
_SIGNATURES = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"#!AMR", "audio/amr"),
    (b"\x1aE\xdf\xa3", "video/x-matroska"),
    (b"%PDF-", "application/pdf"),
)


@dataclass(frozen=True)
class EvidenceFile:
    """name: the original file name while the compartment is open, else "". size: bytes. media: e.g. image/jpeg.

    sealed: it lies in the identity compartment. here: its bytes are in this vault. readable: they can be opened now.
    """

    record: str
    code: str
    name: str = field(repr=False)
    media: str
    size: int
    sha256: str
    sealed: bool
    here: bool
    readable: bool


def attach(
    ws: Workspace,
    case: str | None,
    file: Path,
    *,
    sealed: bool | None = None,
    people: tuple[str, ...] = (),
    testimony: str | None = None,
    progress: Progress | None = None,
) -> Changes:
    """Take a file in: hashed and sealed as it streams, then an `evidence` record and an `identity` with its name.

    sealed: None = into the identity compartment when it may show a face or hold a voice (picture, audio, video).
    people: who is in it. The evidence is first in `Changes.created`; the file itself stays where it is.
    Hindered `file.unreadable`, `disk.…`; Refused `file.not_regular`, `file.empty`.
    """
    came = take_in(ws, file, sealed=sealed, progress=progress)
    pending = Pending(ws)
    keep(pending, ws, came, {"case": case, "testimony": testimony, "people": people}, file.name)
    return pending.commit()


@dataclass(frozen=True)
class Came:
    """A file that was sealed here and belongs to no record yet. media: e.g. image/jpeg."""

    info: BlobInfo
    media: str

    @property
    def sha256(self) -> str:
        return self.info.sha256.hex()


def take_in(ws: Workspace, file: Path, *, sealed: bool | None = None, progress: Progress | None = None) -> Came:
    """Hash and seal a file as it streams; refused as `attach`."""
    with existing_file(file) as source:
        with told():
            first = source.read(_PIECE)
        if not first:
            raise Refused("file.empty")
        media = media_type(file.name, first)
        hidden = media.startswith(SHOWS_PEOPLE) if sealed is None else sealed
        check_room(ws.vault.folder, size(source))
        with ws.vault.incoming("compartment" if hidden else "vault") as writer:
            _copy(source, first, writer, size(source), progress)
            return Came(writer.commit(), media)


def describe(ws: Workspace, evidence: str) -> EvidenceFile:
    """Refused `record.unknown`, `evidence.no_file` when the record names none that can be told now."""
    nested = existing(ws, evidence).nested()
    info = _file_of(ws, evidence, nested)
    sealed = info.sealed_to == "compartment" if info else ws.vault.sealed(evidence)
    size = nested.get("size")
    return EvidenceFile(
        record=evidence,
        code=ws.vault.code(evidence),
        name=original_name(ws, evidence),
        media=str(nested.get("media_type") or ""),
        size=info.size if info else size if isinstance(size, int) else 0,
        sha256=info.sha256.hex() if info else str(nested.get("sha256") or ""),
        sealed=sealed,
        here=info is not None,
        readable=info is not None and (not sealed or ws.vault.compartment_open),
    )


def open_evidence(ws: Workspace, evidence: str) -> BinaryIO:
    """A seekable reader that opens the file piece by piece in memory; close it.

    Refused `evidence.no_file`, `vault.no_file`, `vault.compartment_closed`; Damaged `vault.file`.
    """
    info = _file_of(ws, evidence, existing(ws, evidence).nested())
    if info is None:
        raise Refused("vault.no_file")
    return cast("BinaryIO", ws.vault.blob(info.name))


def extract(
    ws: Workspace, evidence: str, out: Path, *, progress: Progress | None = None, leaving: Leaving | None = None
) -> None:
    """Write the file, in clear, where the person chose, if everybody in it permits; it is remembered that it left.

    leaving: as `write_out`. Refused `evidence.no_permission`, `file.exists` and as `open_evidence`; Damaged
    `evidence.digest` when it is not what was taken in.
    """
    existing(ws, evidence)
    going_out.check_file(ws, evidence)

    def leaves(digest: str) -> None:
        going_out.note_out(ws, FILE, [evidence])
        if leaving:
            leaving(digest)

    write_out(ws, evidence, out, progress=progress, leaving=leaves)


def write_out(
    ws: Workspace, evidence: str, out: Path, *, progress: Progress | None = None, leaving: Leaving | None = None
) -> None:
    """The file alone, for whoever asked already whether it may leave. Refused, Damaged as `extract`.

    leaving: told the SHA-256 (hex) once all is written and before it stands there: what is noted of a file that a kill
    then kept from standing there is no harm, a file nobody noted is.
    """
    described = describe(ws, evidence)
    with open_evidence(ws, evidence) as source, new_file(out, needed=described.size) as target:
        digest, done = sha256(), 0
        while piece := source.read(_PIECE):
            digest.update(piece)
            target.write(piece)
            done += len(piece)
            if progress:
                progress(done, described.size)
        if described.sha256 and digest.hexdigest() != described.sha256:
            raise Damaged("evidence.digest", record=evidence)
        if leaving:
            leaving(digest.hexdigest())


def original_name(ws: Workspace, evidence: str) -> str:
    """The name the file came with; empty while names are not shown."""
    if not ws.names_shown:
        return ""
    for record in ws.vault.referring(evidence, "identity"):
        name = ws.vault.state(record).nested().get("file_name")
        if isinstance(name, str):
            return name
    return ""


def ending(media: str) -> str:
    """What the name of such a file ends in, so that other programs open it: ".jpg"; "" where nobody can tell."""
    if media == "application/octet-stream":
        return ""
    return {"audio/wav": ".wav", "audio/mp4": ".m4a"}.get(media) or mimetypes.guess_extension(media) or ""


def media_type(name: str, first: bytes) -> str:
    """What a file is, by its first bytes, else by its name."""
    for signature, media in _SIGNATURES:
        if first.startswith(signature):
            return media
    if first[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}.get(first[8:12], "")
    if first[4:8] == b"ftyp":  # ISO base media: HEIC and AVIF pictures, M4A sound, else video
        brand = first[8:12]
        if brand in {b"heic", b"heix", b"mif1", b"avif"}:
            return "image/avif" if brand == b"avif" else "image/heic"
        return "audio/mp4" if brand.startswith(b"M4A") else "video/mp4"
    if first[:1] == b"\xff" and len(first) > 1 and first[1] & 0xE0 == 0xE0:
        return "audio/mpeg"
    return mimetypes.guess_type(name, strict=False)[0] or "application/octet-stream"


def _file_of(ws: Workspace, evidence: str, nested: Mapping[str, JSON]) -> BlobInfo | None:
    """The file a record names, if it is here; never one that is kept for another record, whoever names it: who is in
    that one was not asked. Refused `evidence.no_file` where it names none."""
    blob = nested.get("blob")
    if not isinstance(blob, str):
        raise Refused("evidence.no_file")
    return next((info for info in ws.vault.blobs_of(evidence) if info.name == blob), None)


def _copy(source: BinaryIO, first: bytes, writer: BlobWriter, total: int, progress: Progress | None) -> None:
    piece, done = first, 0
    while piece:
        writer.write(piece)
        done += len(piece)
        if progress:
            progress(done, total)
        with told():
            piece = source.read(_PIECE)


def keep(pending: Pending, ws: Workspace, came: Came, further: Mapping[str, JSON], name: str) -> str:
    """Within an action: the record of a file that came in, and with the identities what it was called; its id.

    further: fields beside or instead of those the file itself tells; None and empty ones are left out. `people`: ids.
    """
    shows = came.media.startswith(SHOWS_PEOPLE)
    nested: dict[str, JSON] = {
        "blob": came.info.name,
        "media_type": came.media,
        "size": came.info.size,
        "sha256": came.sha256,
        "received_on": today(ws),
        "type": next((code for prefix, code in _TYPES.items() if came.media.startswith(prefix)), None),
        "shows_person": True if shows else None,
        "custody": [custody.event(ws, custody.RECEIVED, came.sha256)],
        **further,
        "people": [{"person": person} for person in further.get("people") or ()],
    }
    sealed = came.info.sealed_to == "compartment"
    record = pending.create(
        "evidence", {key: value for key, value in nested.items() if value or value is False}, sealed=sealed
    )
    if name:
        pending.create("identity", {"of": record, "file_name": name})
    return record
