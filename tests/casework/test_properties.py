"""What holds for any text at all."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.casework import cells, passphrases
from desktop.cli.printing import as_json, escaped
from desktop.domain.declaration import FieldDecl
from desktop.domain.registry import KINDS

TEXT = st.text(max_size=120)
VALUES = st.one_of(TEXT, st.just({"absent": "unknown"}), st.dictionaries(st.text(max_size=5), TEXT, max_size=3))
FIELDS = {name: KINDS["person"].fields[name] for name in ("place", "age", "minor", "birth", "sex")}


@given(TEXT)
def test_any_passphrase_can_be_judged(text: str) -> None:
    found = passphrases.strength(text)
    assert 0 <= found.score <= 4
    assert found.enough or found.reason


@given(TEXT)
def test_nothing_a_terminal_obeys_comes_through(text: str) -> None:
    assert all(unicodedata.category(sign)[0] not in "C" for sign in escaped(text))
    assert len(escaped(text).splitlines()) <= 1


@given(TEXT)
def test_json_for_a_terminal_reads_back_the_same(text: str) -> None:
    line = as_json({"text": text})
    assert json.loads(line) == {"text": text}
    assert len(line.splitlines()) == 1


@pytest.mark.parametrize("name", FIELDS)
@given(value=VALUES)
def test_a_cell_gives_back_the_value_that_was_put_into_it(name: str, value: object) -> None:
    field: FieldDecl = FIELDS[name]
    assert cells.read_cell(field, cells.write_cell(field, value)) == value


@pytest.mark.parametrize(("name", "value"), [("age", 7), ("minor", True), ("minor", False), ("place", "")])
def test_numbers_and_answers_come_back_as_what_they_are(name: str, value: object) -> None:
    assert cells.read_cell(FIELDS[name], cells.write_cell(FIELDS[name], value)) is not None
    assert cells.read_cell(FIELDS[name], cells.write_cell(FIELDS[name], value)) == value
