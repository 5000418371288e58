"""Making revisions: what a person here does to a record, signed."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping

from desktop.crypto.signing import SigningKey
from desktop.errors import Refused
from desktop.history import paths
from desktop.history.canonical import JSON
from desktop.history.envelope import ALWAYS_SEALED, MAX_PARENTS, SEALABLE, WHOLE, Envelope, Erases, split_target
from desktop.history.opening import Opening
from desktop.history.paths import Path
from desktop.history.revision import Revision, sign
from desktop.history.state import RecordState


def revise(
    state: RecordState | None,
    kind: str,
    body: Mapping[Path, JSON],
    key: SigningKey,
    at: int,
    *,
    sealed: bool = False,
) -> tuple[Revision, Opening]:
    """A revision that sets `body`: the root of a new record (state None), or one that follows all heads.

    body: path → value, None clears. at: UTC seconds. sealed: the body belongs to the identity compartment;
    once said it holds for good, and a record of kind `identity` always says it. Of more than 64 heads the
    first 64 are followed; the next revision follows the rest.
    Raises Refused(``revise.nothing`` | ``revise.erased`` | ``revise.kind`` | ``path.*`` | ``value.*`` | ``envelope.*``
    | ``opening.*``).
    """
    if not body:
        raise Refused("revise.nothing")
    if state is not None and state.erased:
        raise Refused("revise.erased", record=state.id)
    if not paths.is_name(kind) or (state is not None and state.kind != kind):
        raise Refused("revise.kind")
    if sealed and kind not in SEALABLE:
        raise ValueError("a record of this kind is never sealed")
    opening = Opening.seal_body(body)
    envelope = Envelope(
        kind=kind,
        parents=() if state is None else state.heads[:MAX_PARENTS],
        depth=1 if state is None else state.depth + 1,
        author=key.public_hex,
        at=at,
        sets=opening.sets,
        digest=opening.digest(),
        record=None if state is None else state.id,
        nonce=secrets.token_hex(16) if state is None else None,
        sealed=sealed or kind == ALWAYS_SEALED or (state is not None and state.sealed),
    )
    return sign(envelope, key), opening


def erase(state: RecordState, targets: str | Collection[str], key: SigningKey, at: int) -> Revision:
    """An erasure: of the whole record (``"record"``, final), or of targets as `envelope.target` writes them.

    Raises Refused(``erase.nothing`` | ``erase.unknown`` | ``erase.heads``).
    """
    erases: Erases = WHOLE if targets == WHOLE else tuple(sorted({targets} if isinstance(targets, str) else {*targets}))
    if not erases:
        raise Refused("erase.nothing")
    if erases != WHOLE:
        _check_targets(state, erases)
    return sign(
        Envelope(
            kind=state.kind,
            parents=state.heads[:MAX_PARENTS],
            depth=state.depth + 1,
            author=key.public_hex,
            at=at,
            sets=(),
            record=state.id,
            erases=erases,
        ),
        key,
    )


def accept(
    state: RecordState,
    proposed: Revision,
    opening: Opening | None,
    key: SigningKey,
    at: int,
    registers: Collection[Path] = (),
) -> tuple[Revision, Opening | None]:
    """Somebody else's revision repeated by an own author, so that it counts.

    An erasure is repeated as it is; of a revision that sets registers ``*`` these are repeated, or of them `registers`
    alone, since others may be settled; of any other (a loosened consent) all it sets. opening: of `proposed`, None for
    an erasure. Raises Refused(``accept.not_here``) where a value to repeat is not here, else as `erase` and `revise`.
    """
    if proposed.envelope.erases is not None:
        return erase(state, proposed.envelope.erases, key, at), None
    sets = proposed.envelope.sets
    wanted = [path for path in sets if paths.is_register(path) and (not registers or path in registers)] or list(sets)
    body = {} if opening is None else opening.body
    if not body.keys() >= set(wanted):
        raise Refused("accept.not_here", record=state.id)
    return revise(state, state.kind, {path: body[path] for path in wanted}, key, at)


def _check_targets(state: RecordState, erases: Collection[str]) -> None:
    for text in erases:
        revision, path = split_target(text)
        if revision not in state.revisions or (path is not None and not paths.is_path(path)):
            raise Refused("erase.unknown", record=state.id)
    if len(state.heads) > MAX_PARENTS:  # not all of them could be ancestors; any other revision joins them first
        raise Refused("erase.heads", record=state.id)
