"""What a person is called, and how a text reads that mentions people: names, or codes."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desktop.casework.workspace import JSON, Workspace


def called(ws: Workspace, record: str) -> str:
    """A person as the screen calls them: the name while names are shown, else the code. Other kinds: the title."""
    raise NotImplementedError


def called_all(ws: Workspace, records: Collection[str]) -> Mapping[str, str]:
    """The same for many at once."""
    raise NotImplementedError


def read(ws: Workspace, text: str) -> str:
    """A stored text as it reads: each mention becomes the spoken words, the name, or the code."""
    raise NotImplementedError


def title(ws: Workspace, kind: str, record: str, nested: JSON) -> str:
    """One line for lists and window parts, in the workspace's language."""
    raise NotImplementedError
