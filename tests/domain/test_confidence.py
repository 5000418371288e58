"""Confidence rises with independent sources alone."""

from __future__ import annotations

import pytest

from desktop.domain.confidence import Support, origin_key, propose


def of(*origins: str, **more: bool) -> Support:
    return Support(frozenset(origins), **more)


@pytest.mark.parametrize(
    ("supports", "confidence"),
    [
        ([], "low"),
        ([of("a")], "low"),
        ([of("a", "tweet"), of("b", "tweet")], "low"),
        ([of("a"), of("b")], "medium"),
        ([of("a"), of("b"), of("c"), of("d")], "high"),
        ([of("a", document=True), of("b")], "medium"),
        ([of("a", document=True), of("b", first_hand=True)], "high"),
        ([of("a", "x", document=True), of("b", "x", first_hand=True)], "low"),
        ([of("a", document=True), of("b", first_hand=True), of("c", contradicts=True)], "low"),
        ([of("a"), of("b"), of("c", contradicts=True)], "low"),
        ([of("a", "x"), of("b", "y"), of("c", "x", "y")], "low"),  # the third ties the two together
    ],
)
def test_the_proposal_begins_low_and_rises_with_origins(supports: list[Support], confidence: str) -> None:
    assert propose(supports).confidence == confidence


@pytest.mark.parametrize(
    ("supports", "corroboration"),
    [
        ([], "none"),
        ([of("a")], "single"),
        ([of("a", first_hand=True)], "single_first_hand"),
        ([of("a"), of("b")], "corroborated"),
        ([of("a"), of("b", document=True)], "documented"),
        ([of("a"), of("b", contradicts=True)], "disputed"),
    ],
)
def test_corroboration_is_proposed_from_the_same(supports: list[Support], corroboration: str) -> None:
    assert propose(supports).corroboration == corroboration


def test_an_origin_is_the_same_however_it_is_written() -> None:
    assert origin_key("Tweet  of 3 May") == origin_key("ｔｗｅｅｔ of 3 may")


def test_a_source_cited_twice_is_one_source() -> None:
    assert propose([of("a", "tweet"), of("a", "tweet"), of("b")]).sources == 2
