"""Places in sources, as people write them and as they are kept."""

from __future__ import annotations

import pytest

from desktop.domain import locators
from desktop.errors import Refused


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("page", "p. 12", "12"),
        ("page", "第12—14页", "12-14"),
        ("page", "３，７", "3, 7"),
        ("page", "xii", "xii"),
        ("paragraph", "¶ 4", "4"),
        ("line", "lines 3 to 10", "3-10"),
        ("clip", "00:12:30-00:14:05", "00:12:30-00:14:05"),
        ("clip", "12:30 – 14:05", "00:12:30-00:14:05"),
        ("clip", "12分30秒至14分5秒", "00:12:30-00:14:05"),
        ("clip", "1:02:03.5-1:02:04", "01:02:03.5-01:02:04"),
        ("frame", "1500", "1500"),
        ("frame", "0:07.25", "00:00:07.25"),
        ("cell", "b7:c9", "B7-C9"),
        ("cell", "Sheet 1!b7", "Sheet 1!B7"),
        ("message", "  the one of 3 May, 21:04 ", "the one of 3 May, 21:04"),
        ("whole", "", ""),
        ("scene", "the second", "the second"),
    ],
)
def test_a_place_is_kept_in_one_way_however_it_is_typed(kind: str, typed: str, kept: str) -> None:
    assert locators.parse(kind, typed).words == kept


@pytest.mark.parametrize(
    ("kind", "typed", "code"),
    [
        ("page", "the middle", "locator.page"),
        ("page", "14-12", "locator.order"),
        ("paragraph", "four", "locator.paragraph"),
        ("line", "", None),
        ("line", "x", "locator.line"),
        ("clip", "00:12:30", "locator.clip"),
        ("clip", "00:12:75-00:14:05", "locator.clip"),
        ("clip", "00:14:05-00:12:30", "locator.order"),
        ("frame", "late", "locator.frame"),
        ("cell", "7B", "locator.cell"),
        ("message", "…", "locator.message"),
        ("whole", "page 3", "locator.whole"),
    ],
)
def test_what_is_no_such_place_is_refused_and_an_empty_one_kept(kind: str, typed: str, code: str | None) -> None:
    if code is None:
        assert locators.parse(kind, typed).words == ""
        return
    with pytest.raises(Refused) as refused:
        locators.parse(kind, typed)
    assert refused.value.code == code


def test_a_clip_knows_when_it_starts_and_stops() -> None:
    clip = locators.parse("clip", "00:12:30-00:14:05")
    assert (clip.start, clip.stop) == (750_000, 845_000)


@pytest.mark.parametrize(
    ("kind", "words", "english", "chinese"),
    [
        ("page", "12-14", "p. 12–14", "第 12–14 页"),
        ("clip", "00:12:30-00:14:05", "00:12:30–00:14:05", "00:12:30–00:14:05"),
        ("whole", "", "", ""),
        ("scene", "the second", "the second", "the second"),
    ],
)
def test_a_place_is_shown_in_the_words_of_the_language(kind: str, words: str, english: str, chinese: str) -> None:
    assert (locators.shown(kind, words, "en"), locators.shown(kind, words, "zh_Hans")) == (english, chinese)
