"""Mentions of people in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.mentions import Mention, Part, Text, compose, escape, mentioned, parse, pieces, render
from tests.domain.ids import ITEM, OTHER, PERSON

HOSTILE = st.text(alphabet=f"⟦⟧·⟨ab1字\n{PERSON[:2]}", max_size=12) | st.sampled_from(
    [f"⟦{PERSON}⟧", f"⟦{PERSON}·{ITEM}⟧", f"⟦{PERSON}", "⟦⟦", f"⟦⟦{PERSON}⟧", f"⟦{PERSON.upper()}⟧"]
)
MENTIONS = st.builds(Mention, st.sampled_from([PERSON, OTHER]), st.none() | st.just(ITEM))
PARTS = st.lists(st.builds(Text, HOSTILE) | MENTIONS, max_size=6)


def joined(parts: list[Part]) -> list[Part]:
    """The same parts with neighbouring words in one and no empty ones."""
    whole: list[Part] = []
    for part in parts:
        if isinstance(part, Text) and whole and isinstance(before := whole[-1], Text):
            whole[-1] = Text(before.words + part.words)
        elif part != Text(""):
            whole.append(part)
    return whole


@given(PARTS)
def test_parts_read_back_as_they_were_stored_whatever_was_typed(parts: list[Part]) -> None:
    assert parse(compose(parts)) == joined(parts)


@given(HOSTILE)
def test_typed_words_are_never_taken_for_a_mention(typed: str) -> None:
    assert list(mentioned(escape(typed))) == []
    assert render(escape(typed), lambda mention: "somebody") == typed


@given(st.lists(HOSTILE).map("".join))
def test_text_that_never_went_through_here_settles_at_once(stored: str) -> None:
    assert parse(compose(parse(stored))) == parse(stored)


def test_a_mention_reads_as_what_the_reader_may_know() -> None:
    text = f"警察带走了{Mention(PERSON, ITEM).token}和{Mention(OTHER).token}。"
    assert render(text, lambda mention: "我丈夫" if mention.item else "7KQ2-M4XD") == "警察带走了我丈夫和7KQ2-M4XD。"


def test_a_mention_names_a_person_and_perhaps_the_spoken_form() -> None:
    assert parse(f"⟦{PERSON}·{ITEM}⟧") == [Mention(PERSON, ITEM)]
    assert parse(f"⟦{PERSON}⟧") == [Mention(PERSON)]


@pytest.mark.parametrize(
    "stray", ["⟦", "⟦⟧", f"⟦{PERSON[:-1]}⟧", f"⟦{PERSON}·⟧", f"⟦{PERSON} ⟧", f"⟦{PERSON}·{PERSON}⟧", "⟧", f"{PERSON}⟧"]
)
def test_a_bracket_that_begins_no_token_reads_as_itself(stray: str) -> None:
    assert render(stray, lambda mention: "somebody") == stray


def test_a_typed_bracket_before_a_mention_stays_a_bracket() -> None:
    assert parse(f"⟦⟦{Mention(PERSON).token}") == [Text("⟦"), Mention(PERSON)]


def test_a_megabyte_of_brackets_is_read_at_once() -> None:
    assert render("⟦" * 1_000_000, lambda mention: "x") == "⟦" * 500_000


@given(st.lists(HOSTILE).map("".join))
def test_pieces_follow_each_other_without_a_gap(stored: str) -> None:
    assert "".join(stored[piece.start : piece.end] for piece in pieces(stored)) == stored


def test_a_piece_stands_where_it_is_stored() -> None:
    stored = f"a⟦⟦{Mention(PERSON).token}b"
    assert [(piece.start, piece.end) for piece in pieces(stored)] == [(0, 1), (1, 3), (3, 69), (69, 70)]
