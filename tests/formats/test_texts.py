"""Text files from strangers, looked at."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import JiashuError, Refused
from desktop.formats.texts import read_text
from desktop.formats.visible import visible


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5"])
def test_a_chinese_text_is_read_in_its_encoding(encoding: str) -> None:
    assert read_text("他們昨天來了。\n明天再說。".encode(encoding)).text == "他們昨天來了。\n明天再說。"


def test_a_long_text_is_cut_between_characters() -> None:
    shown = read_text(io.BytesIO("家书".encode() * 1000), limit=100)
    assert shown.cut
    assert set(shown.text) == {"家", "书"}


def test_a_text_of_exactly_the_limit_is_whole() -> None:
    assert not read_text(b"x" * 100, limit=100).cut


@pytest.mark.parametrize("broken", [b"\xef\xbb\xbfhome\xff", b"\xff\xfeh\0o\0m\0e\0\0"])
def test_of_a_damaged_text_all_that_is_left_is_shown(broken: bytes) -> None:
    text = read_text(broken).text
    assert "home" in text
    assert "\N{REPLACEMENT CHARACTER}" in text


@pytest.mark.parametrize("data", [b"\0\0\0\1", b"%PDF-1.7\0\xff", bytes(range(256)) * 8])
def test_a_file_that_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        read_text(data)


@pytest.mark.fault(25)
def test_fault_25_what_hides_or_turns_text_is_seen() -> None:
    assert read_text("a\u202egnp.exe\x1b[2J\u2066".encode()).text == "a⟨U+202E⟩gnp.exe⟨U+001B⟩[2J⟨U+2066⟩"


def test_joiners_that_scripts_need_stay() -> None:
    assert visible("ب\u200cپ\u200f👨\u200d👩") == "ب\u200cپ\u200f👨\u200d👩"


@given(st.binary(max_size=400))
def test_whatever_is_shown_hides_nothing(untrusted: bytes) -> None:
    try:
        text = read_text(untrusted).text
    except JiashuError:
        return
    assert not set(text) & {chr(code) for code in range(32) if chr(code) not in "\n\t"}
