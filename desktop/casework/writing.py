"""Putting several revisions together, to be kept in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from desktop.casework.accepting import Accepting
from desktop.casework.identified import Readings
from desktop.casework.locating import located
from desktop.casework.passages import completed
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.domain.checking import check
from desktop.domain.compartment import belongs_sealed
from desktop.domain.registry import declaration
from desktop.domain.relative_dates import FIELDS, relative_of
from desktop.domain.walk import leaves
from desktop.errors import Refused
from desktop.history import patch as patching
from desktop.history import paths, shape
from desktop.history.opening import Opening
from desktop.history.paths import Path
from desktop.history.revise import revise
from desktop.history.revision import Revision
from desktop.history.state import RecordState
from desktop.vault.append import Addition

_WRONG = ("value.", "absent.", "date.edtf")
_OF_DATES = {"value.date", "date.edtf"}


class Pending:
    """The revisions of one action; nothing is kept before `commit`. One revision a record."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self._at = ws.clock()
        self._additions: list[Addition] = []
        self._created: dict[str, tuple[str, Mapping[str, JSON]]] = {}
        self._accepting = Accepting(ws)

    def create(self, kind: str, nested: JSON, *, sealed: bool | None = None) -> str:
        """A new record from its JSON; returns its id. sealed: None = as the domain says of such a record.

        Refused `kind.unknown`, `record.shape`, `record.empty`, `record.value`, `record.reference`, `locator.…`.
        """
        declaration(kind)
        body = {path: value for path, value in _flat(nested).items() if value is not None}
        if not body:
            raise Refused("record.empty")
        body = located(kind, {}, completed(self._ws, {}, body))
        body = {path: value for path, value in body.items() if value is not None}
        values = shape.nest(body)
        self.check(kind, body, body)
        if sealed is None:
            sealed = belongs_sealed(kind, values, self._person_of(values))
        revision, opening = revise(None, kind, body, self._ws.vault.signing, self._at, sealed=sealed)
        self._created[revision.id] = (kind, values)
        self._accepting.saw(revision.id, kind, {}, body)
        self.take(revision, opening)
        return revision.id

    def patch(self, state: RecordState, patch: JSON) -> bool:
        """Change a record by a merge patch (RFC 7396); False when it is so already.

        Refused `record.shape` where it is no object, and as `set`.
        """
        if not isinstance(patch, dict):
            raise Refused("record.shape")
        return self.set(state, patching.patch_to_body(state, patch))

    def replace(self, state: RecordState, values: JSON) -> bool:
        """Change the fields given, each to its whole new value. Refused as `patch`."""
        if not isinstance(values, dict):
            raise Refused("record.shape")
        return self.set(state, patching.values_to_body(state, values))

    def set(self, state: RecordState, body: Mapping[Path, JSON]) -> bool:
        """Change paths; False when there is nothing to. Refused `record.erased`, `record.sealed` and as `create`."""
        if not body:
            return False
        if state.erased:
            raise Refused("record.erased")
        if state.sealed and not self._ws.vault.compartment_open:
            raise Refused("record.sealed")
        before = state.values()
        body = located(state.kind, before, completed(self._ws, before, body))
        after = {**before, **body}
        self.check(state.kind, after, body)
        self._accepting.saw(state.id, state.kind, before, after)
        self.take(*revise(state, state.kind, body, self._ws.vault.signing, self._at))
        return True

    @property
    def additions(self) -> tuple[Addition, ...]:
        """What is going to be kept."""
        return tuple(self._additions)

    def take(self, revision: Revision, opening: Opening | None) -> None:
        """A revision made elsewhere."""
        self._additions.append(Addition(revision, opening))

    def commit(self, *, drafts_done: Iterable[str] = ()) -> Changes:
        """Keep all of it, or nothing. Refused `claim.no_source`, `claim.last_source` as `Accepting.check`."""
        done = tuple(drafts_done)
        self._accepting.check()
        if not self._additions and not done:
            return Changes()
        return self._ws.vault.append(self._additions, drafts_done=done)

    def check(self, kind: str, values: Mapping[Path, JSON], body: Mapping[Path, JSON]) -> None:
        """Whether what `body` sets has the shape its fields take, and points at records that are here.

        values: of the whole record afterwards. What `body` sets out of sight is looked at by itself: somebody may
        bring it back. Refused `record.value`, `record.date` (path, problem), `record.reference` (path).
        """
        for path, value in body.items():
            if paths.is_register(path) and not isinstance(value, bool | None):
                raise Refused("record.value", path=path, problem="value.yes_no")
        self._check(kind, shape.nest(values), body)
        for path in _out_of_sight(values, body):
            self._check(kind, shape.nest({path: body[path]}), {path: body[path]})

    def _check(self, kind: str, nested: Mapping[str, JSON], body: Mapping[Path, JSON]) -> None:
        changed = {path.removesuffix("/" + paths.GONE) for path, value in body.items() if value is not None}
        for problem in check(kind, nested):
            if problem.code.startswith(_WRONG) and _touches(problem.path, changed):
                code = problem.code
                raise Refused("record.date" if code in _OF_DATES else "record.value", path=problem.path, problem=code)
        for path, field, value in leaves(declaration(kind).fields, nested):
            if field.type == "ref" and path in body and isinstance(value, str):
                self._check_reference(path, value, field.ref_kinds)
            elif field.type == "date" and path in body and (counted := relative_of(value)) is not None:
                self._check_reference(path, counted.to, tuple(FIELDS))

    def _check_reference(self, path: str, target: str, kinds: tuple[str, ...]) -> None:
        kind = self._created[target][0] if target in self._created else self._ws.vault.kind_of(target)
        if kind is None or (kinds and kind not in kinds):
            raise Refused("record.reference", path=path)

    def _person_of(self, nested: Mapping[str, JSON]) -> Mapping[str, JSON] | None:
        """The person a name is of, with what somebody here says of them: the word of others leaves no name in sight."""
        person = nested.get("person")
        if not isinstance(person, str):
            return None
        if person in self._created:
            return self._created[person][1]
        read = Readings(self._ws, person, self._ws.vault.state(person))
        return {name: True for name in ("official", "publicly_known") if read.said_here(name)}


def _flat(nested: JSON) -> dict[Path, JSON]:
    if not isinstance(nested, dict):
        raise Refused("record.shape")
    return shape.flatten(nested)


def _out_of_sight(values: Mapping[Path, JSON], body: Mapping[Path, JSON]) -> Iterator[Path]:
    """The paths of `body` that a look at the whole record passes over: of items that are removed, and of a list whose
    items are shown instead."""
    removed = {path for path, value in values.items() if paths.is_register(path) and value is True}
    lists = {path.rsplit("/", 2)[0] for path in values if "/" in path}
    for path, value in body.items():
        if value is None or paths.is_register(path):
            continue
        if path in lists or not removed.isdisjoint(paths.registers_above(path)):
            yield path


def _touches(path: str, changed: set[str]) -> bool:
    """Whether a problem lies in something that was changed: at it, within it, or around it."""
    return any(one == path or one.startswith(path + "/") or path.startswith(one + "/") for one in changed)
