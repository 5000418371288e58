"""Keeping, changing, showing and listing records of any kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.casework.workspace import JSON, Changes, Workspace


@dataclass(frozen=True)
class Listed:
    """One line of a list. title: with names while names are shown, else with codes. updated: UTC seconds."""

    id: str
    code: str
    kind: str
    title: str
    updated: int
    conflicts: int
    deleted: bool


@dataclass(frozen=True)
class Page:
    """A piece of a list. total: how many there are in all."""

    rows: tuple[Listed, ...]
    total: int


@dataclass(frozen=True)
class Shown:
    """One record ready to show.

    nested: its JSON as `show --json` prints it: lists are objects by item id, in their order.
    gaps: for paths whose latest wording is not here or was struck: "not_here" | "struck".
    problems, lacks: (path, code) of what is odd in it, and of what is needed before it is accepted.
    readable: False while it is sealed and the compartment is closed.
    """

    id: str
    code: str
    kind: str
    title: str
    nested: JSON
    conflicts: tuple[str, ...]
    gaps: Mapping[str, str]
    problems: tuple[tuple[str, str], ...]
    lacks: tuple[tuple[str, str], ...]
    deleted: bool
    erased: bool
    sealed: bool
    readable: bool
    updated: int


def add(ws: Workspace, kind: str, records: Iterable[JSON]) -> Changes:
    """New records from their JSON, all or none; `Changes.created` has the ids in order.

    Refused `record.kind`, `record.shape`, `record.value` (with the path), `record.reference`.
    """
    raise NotImplementedError


def edit(ws: Workspace, record: str, patch: JSON) -> Changes:
    """An RFC 7396 merge patch, in which lists are objects by item id and null clears or removes.

    What is already so makes no revision. Refusals as `add`; `record.erased`, `record.sealed`.
    """
    raise NotImplementedError


def save(ws: Workspace, kind: str, record: str | None, nested: JSON, *, draft: str | None = None) -> Changes:
    """Leave a form: the record becomes `nested` (a new one when `record` is None), and the draft is done.

    Only what differs from the record as it stands is set.
    """
    raise NotImplementedError


def show(ws: Workspace, record: str) -> Shown:
    """Refused `record.unknown`."""
    raise NotImplementedError


def list_records(
    ws: Workspace,
    kind: str,
    *,
    text: str = "",
    referring_to: str | None = None,
    offset: int = 0,
    limit: int = 200,
    deleted: bool = False,
) -> Page:
    """Newest first. text: only what has the words. referring_to: only what points at that record."""
    raise NotImplementedError


def counts(ws: Workspace) -> Mapping[str, int]:
    """How many records of each kind there are."""
    raise NotImplementedError


def resolve(ws: Workspace, text: str, kind: str | None = None) -> str:
    """The record an id or a code means. Refused `code.unknown`, `code.ambiguous` (with those it fits), `code.kind`."""
    raise NotImplementedError


def matching(ws: Workspace, text: str) -> tuple[Listed, ...]:
    """Every record a code fits, for when it fits several."""
    raise NotImplementedError


def delete(ws: Workspace, record: str) -> Changes:
    """Put a record aside; nothing is lost, and `undelete` brings it back."""
    raise NotImplementedError


def undelete(ws: Workspace, record: str) -> Changes:
    """Bring a deleted record back as it was."""
    raise NotImplementedError
