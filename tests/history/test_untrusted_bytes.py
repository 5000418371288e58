"""Whatever bytes arrive, the answer is a verified batch, Damaged or Refused, and never anything else."""

from __future__ import annotations

import contextlib
import functools
import json
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import Damaged, Refused
from desktop.history import canonical, revision
from desktop.history.batch import Batch
from desktop.history.envelope import Envelope, target
from desktop.history.fold import fold
from desktop.history.opening import Opening, parse_padded
from desktop.history.proposals import proposals
from desktop.history.timeline import timeline
from desktop.history.verify import verify_batch, verify_openings
from tests.history.arrivals import arrivals
from tests.history.replica import Replica, exchange, key_of
from tests.history.test_verify import Here, package

ITEM = "a" * 32
MANY = settings(max_examples=150)


@functools.cache
def honest() -> tuple[bytes, ...]:
    """The lines of a package nobody touched."""
    one, other = Replica(1), Replica(2)
    case = one.create({"title": "案件", f"flags/{ITEM}/code": "child", "start": {"edtf": "2015-07", "words": "七月"}})
    exchange(one, other)
    one.edit(case, {"title": "a", "*": True})
    struck = other.edit(case, {"title": "b", f"flags/{ITEM}/order": "V1"})
    exchange(one, other)
    other.erase(case, [target(struck.id, "title"), case])
    one.receive(other)
    one.create({"state": "granted"}, kind="consent")
    return tuple(package(one))


def taken(untrusted: Sequence[bytes]) -> Batch | None:
    """The batch, put through all that is done with one; None where it was turned away."""
    with contextlib.suppress(Damaged, Refused):
        batch = verify_batch(untrusted, Here())
        openings = {a.revision.id: a.opening for a in arrivals(batch) if a.opening is not None}
        for record in batch.records:
            revisions = [arrival.revision for arrival in batch.of_record(record)]
            state = fold(revisions, openings, [key_of(1).public_hex])
            json.dumps([state.nested(), [s.value for field in state.fields.values() for s in field.setters]])
            proposals(revisions, openings, [key_of(1).public_hex])
            timeline(revisions, openings)
        return batch
    return None


def test_the_package_itself_is_taken() -> None:
    assert taken(honest()) is not None


@MANY
@given(st.data())
def test_no_flipped_bit_goes_unnoticed(data: st.DataObject) -> None:
    changed = [bytearray(line) for line in honest()]
    line = data.draw(st.sampled_from(changed))
    for _ in range(data.draw(st.integers(1, 3))):
        line[data.draw(st.integers(0, len(line) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    before = honest()
    after = tuple(bytes(each) for each in changed)
    assert (taken(after) is None) == (after != before)


TOKENS = st.sampled_from(
    [b"{", b"}", b"[", b"]", b'"', b",", b":", b"0", b"-", b".", b"e9", b"null", b"true", b"\\u0000", b"\\", b"\xff",
     b"\xed\xa0\x80", b"NaN", b'"v":1,', b'"sealed":true,', b'"extra":1,', b"[" * 10_000, b'{"a":' * 10_000, b" ",
     b"\n"]
)  # fmt: skip


@MANY
@given(st.data())
def test_nothing_put_in_taken_out_or_cut_off_is_taken(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(honest()) - 1))
    line = honest()[place]
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    changed = line[:start] + data.draw(st.one_of(TOKENS, st.binary(max_size=8), st.just(b""))) + line[end:]
    after = (*honest()[:place], changed, *honest()[place + 1 :])
    assert (taken(after) is None) == (after != honest())


@MANY
@given(st.lists(st.sampled_from(range(5)), max_size=8))
def test_lines_left_out_doubled_or_in_another_order_give_a_whole_batch_or_none(picks: list[int]) -> None:
    batch = taken([honest()[pick] for pick in picks])
    if batch is not None:
        assert len(arrivals(batch)) == len(picks) == len(set(picks))


SCALARS: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 70),
    st.just(2**53 - 1),
    st.sampled_from(["", "record", "title", "0" * 64]),
)
ANYTHING: st.SearchStrategy[Any] = st.recursive(
    SCALARS | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
MEMBERS = [
    "v",
    "record",
    "nonce",
    "kind",
    "parents",
    "depth",
    "author",
    "at",
    "sets",
    "digest",
    "sealed",
    "erases",
    "x",
]


@MANY
@given(st.dictionaries(st.sampled_from(MEMBERS), ANYTHING, min_size=1, max_size=3), st.sets(st.sampled_from(MEMBERS)))
def test_an_author_who_signs_nonsense_is_turned_away_too(changes: dict[str, Any], dropped: set[str]) -> None:
    """A signature proves who wrote it, not that it makes sense."""
    sent = []
    for line in honest():
        members = json.loads(line)
        changed = {**members["envelope"], **changes}
        envelope = {name: value for name, value in changed.items() if name not in dropped}
        signature = key_of(1).sign(revision.FIRST_LINE + canonical.encode(envelope)).hex()
        sent.append(canonical.encode({**members, "envelope": envelope, "signature": signature}))
    for line in sent:
        taken([line])
    taken(sent)


@MANY
@given(st.dictionaries(st.sampled_from(["salt", "salts", "body", "gone", "x"]), ANYTHING, max_size=4))
def test_an_opening_that_is_nonsense_is_turned_away(changes: dict[str, Any]) -> None:
    members = json.loads(honest()[0])
    assert taken([canonical.encode({**members, "opening": {**members["opening"], **changes}})]) is None or not changes


@MANY
@given(st.binary(max_size=200) | st.lists(TOKENS, max_size=6).map(b"".join))
def test_bytes_of_any_kind_are_turned_away(untrusted: bytes) -> None:
    assert taken([untrusted]) is None
    for reader in (Envelope.parse, Opening.parse, parse_padded):
        with pytest.raises((Damaged, Refused)):
            reader(untrusted)
    with pytest.raises((Damaged, Refused)):
        verify_openings([untrusted], lambda _: None)
    with pytest.raises((Damaged, Refused)):
        revision.verify(untrusted, untrusted[:64])


@pytest.mark.fault(17)
@pytest.mark.parametrize("opens", ["[", '{"a":'])
def test_fault_17_ten_thousand_levels_in_a_value_are_damaged(opens: str) -> None:
    line = honest()[0].decode()
    closes = {"[": "]", '{"a":': "}"}[opens]
    deep = line.replace('"案件"', opens * 10_000 + "1" + closes * 10_000)
    assert deep != line
    with pytest.raises(Damaged, match=r"canonical\.depth"):
        verify_batch([deep.encode()], Here())
