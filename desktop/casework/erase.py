"""Striking a wording and erasing a record: first exactly what goes, then for good."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.casework.workspace import Changes, Progress, Workspace


@dataclass(frozen=True)
class Wording:
    """One wording that goes, or that also holds the words: the record, the field, the revision, the text as it reads.

    marked: it is among what will be erased.
    """

    record: str
    title: str
    revision: str
    path: str
    label: str
    text: str
    marked: bool


@dataclass(frozen=True)
class HeldElsewhere:
    """A package that left with something of this in it. package: its random name; to: who has it; at: when."""

    package: str
    to: str
    at: int


@dataclass(frozen=True)
class ErasePreview:
    """What erasing would do. targets: "record", or the revisions and paths. files: evidence that goes.

    stays: wordings elsewhere that have the same words and would stay. elsewhere: who still has copies.
    """

    record: str
    title: str
    targets: str | tuple[str, ...]
    goes: tuple[Wording, ...]
    stays: tuple[Wording, ...]
    elsewhere: tuple[HeldElsewhere, ...]
    files: tuple[str, ...]
    heads: tuple[str, ...]


def preview_erase(
    ws: Workspace, record: str, *, path: str | None = None, revision: str | None = None, words: str | None = None
) -> ErasePreview:
    """What would go: the whole record; one field in all its wordings; one revision; or one wording of one revision.

    words: list also every wording anywhere that contains them. Refused `record.unknown`, `erase.nothing`,
    `erase.last_wording` when the field's shown wording would go: change or clear it first.
    """
    raise NotImplementedError


def erase(ws: Workspace, preview: ErasePreview, *, progress: Progress | None = None) -> Changes:
    """Do exactly what the preview says; returns when nothing of it is left on the disk.

    Refused `erase.changed` when the record changed since the preview.
    """
    raise NotImplementedError
