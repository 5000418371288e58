"""Whom a record is about by every reading of it, so that nobody's unaccepted edit takes a person out of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterator
from functools import cached_property

from desktop.casework.workspace import JSON, Workspace
from desktop.history.state import FieldState, RecordState, Setter

_ANCHORED = "anchors/*/record"


class Readings:
    """What a record says of some fields: to own setters alone and to all, and each value in conflict."""

    def __init__(self, ws: Workspace, record: str, state: RecordState, own: RecordState | None = None) -> None:
        """own: as the own setters alone say, where that is known already."""
        self._ws = ws
        self._record = record
        self._all = state
        self._own = ws.vault.own_state(record) if own is None else own
        self._each = (self._all,) if self._own is self._all else (self._all, self._own)

    def named(self, *fields: str) -> Iterator[str]:
        """Every record these fields point at, ``NAME`` or ``NAME/*/NAME``, also where an own one was replaced."""
        for shapes in self._shapes:
            for shape, field in shapes:
                if shape in fields:
                    yield from (value for value in _values(field) if isinstance(value, str))

    def said(self, name: str) -> set[str]:
        """What one field says in any reading, without looking at the others."""
        return {one for state in self._each for one in _values(state.fields.get(name)) if isinstance(one, str)}

    def accounts(self) -> Iterator[str]:
        """The testimonies whose words it stands on, by anchors in sight."""
        for state, shapes in zip(self._each, self._shapes, strict=True):
            if all(shape != _ANCHORED for shape, _ in shapes):
                continue
            anchors = state.nested().get("anchors")
            for item in anchors if isinstance(anchors, dict) else ():
                values = _values(state.fields.get(f"anchors/{item}/record"))
                yield from (value for value in values if isinstance(value, str))

    def said_here(self, name: str, value: bool | str = True, *, of: str = "") -> bool:
        """Whether a field says this in every reading, and own hands said so, whoever made the record.

        of: another field, as that of its file, of what stands in which today they said it, and not of what somebody put
        in its place since.
        """
        own = self._own.fields.get(name)
        said = _values(own)
        here = self.told(name, value) and bool(said) and all(map(_same(value), said))
        return here and (not of or (self.at_one(of) and self._knowing_of(own, of)))

    def waits(self, name: str, value: bool | str = True) -> bool:
        """Whether others say this and own hands do not, so that it opens nothing."""
        return self.told(name, value) and not self.said_here(name, value)

    def told(self, name: str, value: bool | str) -> bool:
        """Whether a field says this as it stands for all, whatever own hands said."""
        said = _values(self._all.fields.get(name))
        return bool(said) and all(map(_same(value), said))

    def at_one(self, name: str) -> bool:
        """Whether no reading has anything else in a field than the others."""
        every = [value for state in self._each for value in _values(state.fields.get(name))]
        return all(one == every[0] for one in every)

    def codes(self, name: str) -> Iterator[str]:
        """Every code a list of codes has in any reading, also one that somebody took away while others keep it."""
        for shapes in self._shapes:
            for shape, field in shapes:
                if shape == f"{name}/*/code":
                    yield from (value for value in _values(field) if isinstance(value, str))

    def ours(self, name: str, codes: Container[str], *, of: str) -> bool:
        """Whether one of these codes in a list was put there by own hands, as `said_here`."""
        said = (field for shape, field in self._shapes[-1] if shape == f"{name}/*/code")
        own = [field for field in said if any(value in codes for value in _values(field))]
        return bool(own) and self.at_one(of) and any(self._knowing_of(field, of) for field in own)

    def ever(self, name: str) -> bool:
        """Whether a yes-or-no field says yes in any reading."""
        return any(True in _values(state.fields.get(name)) for state in self._each)

    def _knowing_of(self, said: FieldState | None, of: str) -> bool:
        """Whether who said something by own hands knew of what the field `of` says by now."""
        wanted = {setter.revision for state in self._each for setter in _setters(state.fields.get(of))}
        return any(wanted <= self._followed(setter.revision, wanted) for setter in _setters(said))

    def _followed(self, revision: str, wanted: Collection[str]) -> set[str]:
        """Which of some revisions a revision is, or follows."""
        found, coming, seen = {self._record}, [revision], {revision}  # all follow the first one
        while coming and not found.issuperset(wanted):
            one = coming.pop()
            found.add(one)
            envelope = self._ws.vault.envelope(one)
            further = [each for each in (envelope.parents if envelope else ()) if each not in seen]
            seen.update(further)
            coming.extend(further)
        return found

    @cached_property
    def _shapes(self) -> list[list[tuple[str, FieldState]]]:
        """Of each reading the fields with their paths, a star for every item."""
        return [
            [("/*/".join(path.split("/")[::2]), field) for path, field in state.fields.items()] for state in self._each
        ]

    @cached_property
    def made_here(self) -> bool:
        """Whether an own key made the record."""
        root = self._ws.vault.envelope(self._record)
        return root is not None and root.author in self._ws.vault.own_authors


def _same(value: bool | str) -> Callable[[JSON], bool]:
    return lambda one: type(one) is type(value) and one == value


def _values(field: FieldState | None) -> list[JSON]:
    """What the latest setters say, and what they said before where a later wording is not here."""
    return [setter.value for setter in _setters(field) if setter.presence == "here"]


def _setters(field: FieldState | None) -> tuple[Setter, ...]:
    return () if field is None else (*field.setters, *field.older, *field.beside)
