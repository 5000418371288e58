"""Shares of a key: any few give it back, fewer never; typed from paper they are taken, mistakes are named."""

from __future__ import annotations

import itertools

import pytest
import shamir_mnemonic
from hypothesis import given
from hypothesis import strategies as st
from shamir_mnemonic.wordlist import WORDLIST

from desktop.crypto import shares
from desktop.errors import Refused

SECRET = bytes(range(32))
SETS = [(2, 2), (2, 3), (3, 5), (5, 9)]

# From the vectors of SLIP-39 (trezor/python-shamir-mnemonic, vectors.json): two of three, 32 bytes.
OFFICIAL = (
    "humidity disease academic always aluminum jewelry energy woman receiver strategy amuse duckling lying evidence "
    "network walnut tactics forget hairy rebound impulse brother survive clothes stadium mailman rival ocean reward "
    "venture always armed unwrap",
    "humidity disease academic agency actress jacket gross physics cylinder solution fake mortgage benefit public busy "
    "prepare sharp friar change work slow purchase ruler again tricycle involve viral wireless mixture anatomy desert "
    "cargo upgrade",
)
OFFICIAL_CHECKSUM = (
    "theory painting academic academic armed sweater year military elder discuss acne wildlife boring employer fused "
    "large satoshi bundle carbon diagnose anatomy hamster leaves tracks paces beyond phantom capital marvel lips brave "
    "detect lunar"
)
OFFICIAL_PADDING = (
    "theory painting academic academic campus sweater year military elder discuss acne wildlife boring employer fused "
    "large satoshi bundle carbon diagnose anatomy hamster leaves tracks paces beyond phantom capital marvel lips "
    "facility obtain sister"
)
OFFICIAL_OF_GROUPS = (
    "wildlife deal decision scared acne fatal snake paces obtain election dryer dominant romp tactics railroad marvel "
    "trust helpful flip peanut theory theater photo luck install entrance taxi step oven network dictate intimate "
    "listen"
)


def read(made: tuple[str, ...] | list[str]) -> list[shares.ReadShare]:
    return [shares.read(words, place) for place, words in enumerate(made, start=1)]


def refusal(code: str, *given: str) -> Refused:
    with pytest.raises(Refused) as caught:
        shares.combine(read(list(given)))
    assert caught.value.code == code
    return caught.value


@given(st.binary(min_size=32, max_size=32), st.sampled_from(SETS), st.data())
def test_any_few_of_the_shares_give_the_key_in_any_order(
    secret: bytes, numbers: tuple[int, int], data: st.DataObject
) -> None:
    needed, count = numbers
    made = shares.split(secret, needed, count)
    chosen = data.draw(st.permutations(made))[:needed]
    assert shares.combine(read(chosen)) == secret


@given(st.sampled_from(SETS), st.data())
def test_fewer_shares_never_give_it_and_it_is_said_how_many_are_missing(
    numbers: tuple[int, int], data: st.DataObject
) -> None:
    needed, count = numbers
    made = shares.split(SECRET, needed, count)
    chosen = data.draw(st.permutations(made))[: needed - 1]
    assert refusal("share.too_few", *chosen).details == {"missing": 1}


def test_every_pair_of_three_gives_the_key() -> None:
    made = shares.split(SECRET, 2, 3)
    assert {shares.combine(read(list(pair))) for pair in itertools.permutations(made, 2)} == {SECRET}


def test_more_shares_than_needed_give_it_too() -> None:
    assert shares.combine(read(shares.split(SECRET, 2, 3))) == SECRET


def test_a_share_has_33_words_and_says_which_it_is_and_how_many_are_needed() -> None:
    made = read(shares.split(SECRET, 2, 3))
    assert [len(one.words) for one in made] == [33, 33, 33]
    assert [(one.number, one.needed) for one in made] == [(1, 2), (2, 2), (3, 2)]


def test_another_reader_of_slip_39_gives_the_same_key() -> None:
    made = shares.split(SECRET, 2, 3)
    assert shamir_mnemonic.combine_mnemonics(made[:2]) == SECRET


@pytest.mark.parametrize(("needed", "count"), [(1, 1), (1, 3), (3, 2), (6, 9), (2, 10), (0, 0)])
def test_numbers_that_make_no_sense_are_refused(needed: int, count: int) -> None:
    with pytest.raises(Refused, match=r"share\.numbers"):
        shares.split(SECRET, needed, count)


def test_shares_of_the_standard_are_read_and_go_together() -> None:
    assert shares.combine(read(OFFICIAL)) == shamir_mnemonic.combine_mnemonics(OFFICIAL)


@pytest.mark.parametrize(
    ("share", "code"),
    [
        (OFFICIAL_CHECKSUM, "share.checksum"),
        (OFFICIAL_PADDING, "share.foreign"),
        (OFFICIAL_OF_GROUPS, "share.foreign"),
    ],
)
def test_what_the_standard_or_we_do_not_take_is_told_apart(share: str, code: str) -> None:
    refusal(code, share)


@pytest.mark.parametrize(
    "typed",
    [
        lambda share: " ".join(word[:4] for word in share.split()),
        lambda share: "\n".join(word[:4] for word in share.split()).upper(),
        str.upper,
        lambda share: f"\n\t {share}\r\n",
        lambda share: "  ".join(f"{at}. {word}" for at, word in enumerate(share.split(), start=1)),
        lambda share: ", ".join(share.split()),
        lambda share: "".join(chr(ord(sign) + 0xFEE0) if sign != " " else "\u3000" for sign in share),
    ],
    ids=["four letters", "four capitals a line", "capitals", "blanks around", "numbered", "commas", "wide letters"],
)
def test_a_share_is_taken_however_it_is_typed(typed: object) -> None:
    share = shares.split(SECRET, 2, 3)[0]
    assert callable(typed)
    assert shares.read(typed(share)).words == tuple(share.split())


def test_four_letters_tell_every_word_of_the_list_apart() -> None:
    assert len({word[: shares.LETTERS] for word in WORDLIST}) == len(WORDLIST) == 1024


@pytest.mark.parametrize("wrong", ["zzzz", "aca", "academix", "书", "x" * 10_000])
def test_a_word_that_cannot_be_right_is_named_by_its_number(wrong: str) -> None:
    words = shares.split(SECRET, 2, 3)[0].split()
    words[6] = wrong
    assert refusal("share.word", " ".join(words)).details == {"share": 1, "number": 7}


def test_a_word_in_place_of_another_is_told_by_the_checksum() -> None:
    first, second, _ = shares.split(SECRET, 2, 3)
    words = second.split()
    words[10] = "zero" if words[10] != "zero" else "yoga"
    assert refusal("share.checksum", first, " ".join(words)).details == {"share": 2}


@given(st.data())
def test_up_to_three_wrong_words_are_always_noticed(data: st.DataObject) -> None:
    words = shares.split(SECRET, 2, 3)[0].split()
    for at in data.draw(st.sets(st.integers(0, 32), min_size=1, max_size=3)):
        words[at] = data.draw(st.sampled_from([word for word in WORDLIST if word != words[at]]))
    refusal("share.checksum", " ".join(words))


def test_a_word_left_out_is_told_by_their_number() -> None:
    share = shares.split(SECRET, 2, 3)[0]
    told = refusal("share.words", " ".join(share.split()[:-1]))
    assert told.details == {"share": 1, "count": 32, "wanted": 33}


def test_shares_of_two_sets_are_told() -> None:
    one, another = shares.split(SECRET, 2, 3), shares.split(SECRET, 2, 3)
    assert refusal("share.other_set", one[0], another[1]).details == {"share": 2, "first": 1}


def test_the_same_share_twice_is_told() -> None:
    one = shares.split(SECRET, 3, 5)
    assert refusal("share.twice", one[0], one[1], one[0]).details == {"share": 3, "first": 1}


def test_nothing_at_all_is_too_few() -> None:
    assert refusal("share.too_few").details == {"missing": 2}


def test_while_one_types_the_last_word_may_be_unfinished() -> None:
    assert shares.wrong_word("academic aci") is None
    assert shares.wrong_word("academic aci ") == 2
    assert shares.wrong_word("academic qx") == 2
    assert shares.wrong_word("") is None


def test_words_typed_so_far_are_counted() -> None:
    assert shares.count("1 acad 2 acid\n3 ac") == 3


def test_no_words_are_in_the_repr() -> None:
    share = shares.read(shares.split(SECRET, 2, 3)[0])
    assert not [word for word in share.words if word in repr(share)]
