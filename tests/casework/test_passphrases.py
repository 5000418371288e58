"""Which passphrases a vault is made with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.casework import key_files, passphrases, vaults
from desktop.casework.workspace import Workspace
from desktop.errors import Refused
from desktop.vault import slots
from tests.casework.conftest import PASSPHRASE


@pytest.mark.parametrize("words", ["a lamp under seven willows", "7 grey herons, one umbrella"])
def test_several_unrelated_words_are_enough(words: str) -> None:
    assert passphrases.strength(words).enough


def test_a_generated_one_is_always_enough() -> None:
    assert all(passphrases.strength(passphrases.suggest_passphrase()).enough for _ in range(20))


@pytest.mark.parametrize(
    ("passphrase", "code"),
    [
        ("", "passphrase.empty"),
        ("password1", "passphrase.weak"),
        ("家书抵万金家书抵万金", "passphrase.input_method"),
        ("ひらがなのことば", "passphrase.input_method"),
        ("a lamp \N{WRITING HAND} \U0001f4a1 under willows", "passphrase.input_method"),
        ("nihaoma", "passphrase.weak"),
        ("x" * 2000, "passphrase.too_long"),
    ],
)
def test_one_that_cannot_protect_is_refused_with_the_reason(passphrase: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        passphrases.check(passphrase)


def test_pinyin_is_never_called_better_than_fair() -> None:
    found = passphrases.strength("chunfenghuayumanlouyingxuehua")
    assert (found.score, found.reason) == (passphrases.FAIR, "passphrase.pinyin")


def test_six_syllables_of_pinyin_are_enough_and_five_are_not() -> None:
    long, short = (passphrases.strength(words) for words in ("shu jia bing tang meng hei", "shu jia bing tang meng"))
    assert (long.enough, short.enough) == (True, False)


def test_full_width_letters_are_the_same_passphrase() -> None:
    assert passphrases.check("ａ lamp under seven willows") == "a lamp under seven willows"


def test_letters_beyond_what_the_judge_can_take_do_no_harm() -> None:
    assert passphrases.strength("grey herons and umbrellas " * 6).enough


def test_the_work_factor_stays_between_floor_and_ceiling() -> None:
    assert passphrases.FLOOR <= passphrases.calibrated_work_factor() <= passphrases.CEILING


@pytest.mark.parametrize(("seconds", "factor"), [(0.3, 17), (0.1, 18), (0.05, 19)])
def test_what_held_a_sample_up_does_not_make_the_machine_slower(seconds: float, factor: int) -> None:
    told = iter([0, seconds * 30, 10, 10 + seconds, 100, 100 + seconds * 2])
    assert passphrases.calibrated_work_factor(lambda: next(told), lambda: 16 * GIB) == factor


GIB = 1 << 30


@pytest.mark.parametrize(
    ("seconds", "factor"),
    [(60.0, 17), (1.0, 17), (0.25, 17), (0.13, 17), (0.12, 18), (0.07, 18), (0.06, 19), (0.001, 19), (0.0, 19)],
)
def test_the_work_factor_costs_about_a_second_and_is_never_below_the_floor_nor_above_the_ceiling(
    seconds: float, factor: int
) -> None:
    assert passphrases.affordable(seconds, 16 * GIB) == factor


@pytest.mark.parametrize(
    ("left", "factor"), [(None, 19), (GIB, 19), (GIB - 1, 18), (GIB // 2, 18), (GIB // 2 - 1, 17), (0, 17)]
)
def test_a_machine_short_of_memory_is_not_asked_for_more_than_half_of_what_is_left(
    left: int | None, factor: int
) -> None:
    assert passphrases.affordable(0.001, left) == factor


def test_the_ceiling_takes_half_a_gibibyte() -> None:
    assert passphrases.memory(passphrases.CEILING) == GIB // 2


@pytest.mark.parametrize("change", [vaults.change_passphrase, None])
def test_each_time_the_slot_is_written_the_machine_is_measured_anew(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch, change: Callable[..., None] | None, tmp_path: Path
) -> None:
    monkeypatch.setattr(passphrases, "calibrated_work_factor", lambda: 5)
    if change:
        change(ws.vault, PASSPHRASE, "nine grey herons stand still")
    else:
        key_files.give(ws.vault, tmp_path / "key", PASSPHRASE)
        key_files.take_away(ws.vault, PASSPHRASE, key_files.read(tmp_path / "key"))
    assert slots.work_factor(ws.vault.folder, "k1") == 5
