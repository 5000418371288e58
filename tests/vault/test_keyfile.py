"""A key file as a second factor: passphrase and file together open a vault, and neither does alone."""

from __future__ import annotations

import re

import pytest

from desktop.crypto import age
from desktop.crypto.recipients import HybridIdentity, PassphraseIdentity, X25519Identity, parse_identities
from desktop.errors import Damaged, Hindered, Refused
from desktop.vault import keyfile, outside, recovery, slots, system
from desktop.vault.slots import KeyRing
from desktop.vault.vault import Vault
from tests.vault.desk import FAST, PASSPHRASE, Desk, fails
from tests.vault.killing import killed_before

NAMES = "only for names"


@pytest.fixture
def key() -> str:
    return keyfile.text(keyfile.make())


@pytest.fixture
def keyed(desk: Desk, key: str) -> Desk:
    """A vault that needs the key file, locked."""
    desk.vault.change_key_file(PASSPHRASE, FAST, None, key)
    desk.lock()
    return desk


def test_passphrase_and_key_file_open_the_vault_together(keyed: Desk, key: str) -> None:
    assert keyed.unlock(key_file=key).compartment_open


def test_a_vault_says_that_it_needs_its_key_file_before_any_secret_is_given(keyed: Desk) -> None:
    assert outside.needs_key_file(keyed.place)


def test_without_the_key_file_that_is_what_is_told(keyed: Desk) -> None:
    with fails(Refused, "vault.key_file_needed"):
        keyed.unlock()


@pytest.mark.fault(9)
def test_fault_09_a_wrong_key_file_and_a_wrong_passphrase_fail_alike(
    keyed: Desk, key: str, capfd: pytest.CaptureFixture[str]
) -> None:
    other = keyfile.text(keyfile.make())
    told = []
    for passphrase, text in ((PASSPHRASE, other), ("not that one", key), ("not that one", other), ("", key)):
        with pytest.raises(Refused) as refusal:
            Vault.unlock(keyed.place, passphrase, clock=keyed.clock, key_file=text)
        told.append(str(refusal.value))
    assert set(told) == {"vault.passphrase_or_key_file"}
    assert capfd.readouterr() == ("", "")


def test_a_key_file_nobody_asked_for_is_not_looked_at(desk: Desk) -> None:
    desk.reopen(key_file="nonsense")


def test_standard_tools_open_the_slot_in_two_steps(keyed: Desk, key: str) -> None:
    sealed = (keyed.place / "k1").read_bytes()
    within = age.unseal(sealed, parse_identities(key))
    plain = age.unseal(within, [PassphraseIdentity(PASSPHRASE)])
    assert re.fullmatch(r"# a\.db x'[0-9a-f]{96}'\nAGE-SECRET-KEY-PQ-1\S+\n", plain.decode())


def test_the_inner_layer_opens_with_a_reader_of_another_make(keyed: Desk, key: str) -> None:
    import pyrage

    within = age.unseal((keyed.place / "k1").read_bytes(), parse_identities(key))
    assert pyrage.passphrase.decrypt(within, PASSPHRASE).startswith(b"# a.db x'")


def test_a_changed_passphrase_keeps_the_key_file(keyed: Desk, key: str) -> None:
    keyed.unlock(key_file=key)
    keyed.vault.change_passphrase(PASSPHRASE, "three cranes over the marsh", FAST, key)
    keyed.lock()
    with fails(Refused, "vault.key_file_needed"):
        Vault.unlock(keyed.place, "three cranes over the marsh", clock=keyed.clock)
    Vault.unlock(keyed.place, "three cranes over the marsh", clock=keyed.clock, key_file=key).lock()


def test_a_passphrase_is_changed_only_with_the_key_file(keyed: Desk, key: str) -> None:
    keyed.unlock(key_file=key)
    with fails(Refused, "vault.key_file_needed"):
        keyed.vault.change_passphrase(PASSPHRASE, "never kept", FAST)


def test_the_key_file_is_exchanged_and_the_old_one_opens_nothing_more(keyed: Desk, key: str) -> None:
    new = keyfile.text(keyfile.make())
    keyed.unlock(key_file=key)
    keyed.vault.change_key_file(PASSPHRASE, FAST, key, new)
    keyed.lock()
    with fails(Refused, "vault.passphrase_or_key_file"):
        keyed.unlock(key_file=key)
    keyed.unlock(key_file=new)


def test_the_key_file_is_taken_away_again(keyed: Desk, key: str) -> None:
    keyed.unlock(key_file=key)
    keyed.vault.change_key_file(PASSPHRASE, FAST, key, None)
    assert not keyed.vault.needs_key_file
    keyed.reopen()


@pytest.mark.parametrize("wanted", ["another", None])
def test_a_key_file_is_changed_only_by_who_knows_the_passphrase(keyed: Desk, key: str, wanted: str | None) -> None:
    keyed.unlock(key_file=key)
    with fails(Refused, "vault.passphrase_or_key_file"):
        keyed.vault.change_key_file("a guess", FAST, key, wanted and keyfile.text(keyfile.make()))
    keyed.reopen(key_file=key)


def test_the_recovery_key_opens_the_vault_without_the_key_file_and_leaves_it_without_one(keyed: Desk) -> None:
    recovery.set_passphrase(keyed.place, HybridIdentity.from_text(keyed.recovery), "found again", FAST)
    Vault.unlock(keyed.place, "found again", clock=keyed.clock).lock()


def test_the_recovery_key_also_gets_past_a_passphrase_of_the_identities_within(keyed: Desk, key: str) -> None:
    keyed.unlock(key_file=key)
    keyed.vault.change_identity_passphrase(NAMES, FAST)
    keyed.lock()
    recovery.set_passphrase(keyed.place, HybridIdentity.from_text(keyed.recovery), PASSPHRASE, FAST)
    assert keyed.unlock().compartment_open


@pytest.mark.parametrize("first", ["key file", "passphrase"])
def test_the_identities_passphrase_cannot_be_guessed_without_the_vaults_keys(desk: Desk, key: str, first: str) -> None:
    if first == "passphrase":
        desk.vault.change_identity_passphrase(NAMES, FAST)
    desk.vault.change_key_file(PASSPHRASE, FAST, None, key)
    if first == "key file":
        desk.vault.change_identity_passphrase(NAMES, FAST)
    assert slots.work_factor(desk.place, "k3") is None
    assert not desk.reopen(key_file=key).compartment_open
    with fails(Refused, "vault.identity_passphrase"):
        desk.vault.open_compartment(PASSPHRASE)
    desk.vault.open_compartment(NAMES)


def test_without_the_key_file_the_identities_slot_has_one_layer_again(desk: Desk, key: str) -> None:
    desk.vault.change_identity_passphrase(NAMES, FAST)
    desk.vault.change_key_file(PASSPHRASE, FAST, None, key)
    desk.vault.change_key_file(PASSPHRASE, FAST, key, None)
    assert slots.work_factor(desk.place, "k3") == FAST
    desk.reopen(identity_passphrase=NAMES)


def test_the_identities_passphrase_is_changed_only_by_who_knows_it(desk: Desk) -> None:
    desk.vault.change_identity_passphrase(NAMES, FAST)
    with fails(Refused, "vault.identity_passphrase"):
        desk.vault.change_identity_passphrase(None, FAST, old="a guess")
    with fails(Refused, "vault.identity_passphrase_needed"):
        desk.vault.change_identity_passphrase("mine now", FAST)
    assert desk.vault.has_identity_passphrase


@pytest.mark.parametrize(
    "untrusted",
    [
        "",
        "# a comment\n",
        "a letter",
        X25519Identity.generate().text,
        HybridIdentity.generate().recipient.text,
        f"{HybridIdentity.generate().text}\n" * (keyfile.MOST + 1),
        "AGE-SECRET-KEY-PQ-1" + "Q" * 58,
        "x" * 100_000,
        "\ud800\0密",
    ],
    ids=["empty", "comment", "words", "older", "public", "many", "mistyped", "huge", "odd"],
)
def test_what_is_no_key_file_is_refused(untrusted: str) -> None:
    with fails(Refused, "key_file.not_one"):
        keyfile.parse(untrusted)


def test_what_is_no_key_file_leaves_the_vault_shut(keyed: Desk, key: str) -> None:
    with fails(Refused, "key_file.not_one"):
        keyed.unlock(key_file="a letter")
    keyed.unlock(key_file=key)


def test_a_key_file_that_age_keygen_made_will_do(desk: Desk) -> None:
    identity = HybridIdentity.generate()
    made = f"# created: 2026-11-29T00:00:00Z\n# public key: {identity.recipient.text}\n{identity.text}\n"
    desk.vault.change_key_file(PASSPHRASE, FAST, None, made)
    desk.reopen(key_file=made)


@pytest.mark.fault(9)
def test_fault_09_absurd_work_within_the_outer_layer_is_refused_without_trying(keyed: Desk, key: str) -> None:
    (identity,) = keyfile.parse(key)
    slot = keyed.place / "k1"
    within = age.unseal(slot.read_bytes(), [identity])
    absurd = re.sub(rb"(-> scrypt \S+) \d+\n", rb"\1 40\n", within, count=1)
    slot.write_bytes(age.seal(absurd, [identity.recipient]))
    with fails(Damaged, "vault.absurd_work") as refusal:
        keyed.unlock(key_file=key)
    assert refusal.value.details == {"slot": "k1", "work_factor": 40}


def test_a_third_layer_is_not_opened(keyed: Desk, key: str) -> None:
    (identity,) = keyfile.parse(key)
    slot = keyed.place / "k1"
    slot.write_bytes(age.seal(slot.read_bytes(), [identity.recipient]))
    with fails(Damaged, "vault.key_slot"):
        keyed.unlock(key_file=key)


@pytest.mark.fault(4)
@pytest.mark.parametrize("writes", [0, 1])
@pytest.mark.parametrize("wanted", ["on", "off"])
def test_fault_04_a_write_that_fails_leaves_a_vault_that_opens_as_before_or_as_wanted(
    desk: Desk, key: str, monkeypatch: pytest.MonkeyPatch, writes: int, wanted: str
) -> None:
    desk.vault.change_identity_passphrase(NAMES, FAST)
    old, new = (None, key) if wanted == "on" else (key, None)
    if old:
        desk.vault.change_key_file(PASSPHRASE, FAST, None, key)
    flushed: list[int] = []

    def fail(descriptor: int) -> None:
        flushed.append(descriptor)
        if len(flushed) > writes:
            raise OSError(5, "failed")

    monkeypatch.setattr(system, "flush", fail)
    with fails(Hindered, "disk.failed"):
        desk.vault.change_key_file(PASSPHRASE, FAST, old, new)
    monkeypatch.undo()
    desk.reopen(key_file=key if outside.needs_key_file(desk.place) else None, identity_passphrase=NAMES)


def test_keys_are_in_no_repr(key: str) -> None:
    (identity,) = keyfile.parse(key)
    assert identity.text not in repr((identity, KeyRing("a.db", (identity,))))


def test_the_secret_of_a_key_file_is_in_no_file_of_the_vault(keyed: Desk, key: str) -> None:
    secret = key.strip().encode("ascii")
    assert not [path for path in keyed.place.iterdir() if path.is_file() and secret in path.read_bytes()]


@pytest.mark.fault(1)
@pytest.mark.parametrize("wanted", ["on", "off"])
def test_fault_01_killed_at_any_call_the_vault_opens_as_before_or_as_wanted(desk: Desk, key: str, wanted: str) -> None:
    desk.vault.change_identity_passphrase(NAMES, FAST)
    old, new = (None, key) if wanted == "on" else (key, None)
    if old:
        desk.vault.change_key_file(PASSPHRASE, FAST, None, key)
    slot = {name: (desk.place / name).read_bytes() for name in ("k1", "k3")}
    calls = 0
    while killed_before(calls, lambda: desk.vault.change_key_file(PASSPHRASE, FAST, old, new)):
        calls += 1
        needed = key if outside.needs_key_file(desk.place) else None
        keyfile.opened(desk.place, PASSPHRASE, needed)
        ring = desk.vault._opened.ring
        assert slots.open_slot(desk.place, "k3", [*ring.identities, slots.opener(NAMES)])
        for name, content in slot.items():
            (desk.place / name).write_bytes(content)
    assert calls == 6  # two slots, each flushed, renamed, and its folder flushed
    desk.reopen(key_file=new, identity_passphrase=NAMES)
