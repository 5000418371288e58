"""Which passphrases a vault is made with."""

from __future__ import annotations

import pytest

from desktop.casework import passphrases
from desktop.errors import Refused


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
