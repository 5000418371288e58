"""What the commands say, in both languages."""

from __future__ import annotations

import ast
import string
from pathlib import Path
from typing import get_args

import pytest

from desktop.cli import demo_words, words
from desktop.cli.commands import MODULES, commands_of
from desktop.cli.exchange_words import OF_EXCHANGE
from desktop.cli.record_words import OF_RECORDS
from desktop.cli.vault_words import OF_A_VAULT
from desktop.cli.words import WORDS
from desktop.domain.dates import Flag
from desktop.domain.vocabulary import Vocabularies
from desktop.places import read_tables
from tests.sources import modules, tree

DYNAMIC = {
    "card_standing_": ("new", "newer", "known", "older", "own", "changed_key", "keys_only"),
    "decision_": ("erasure", "deletion", "removal", "restoration", "loosened_consent"),
    "leaves_": ("whole", "as", "lacking", "deleted", "erased"),
    "taken_": ("coded", "left_out"),
    "held_by_": ("contact", "passphrase"),
    "arriving_": ("new", "merged", "known", "conflict"),
    "due_": ("review", "task", "risk", "opening"),
    "target_": ("name", "sex", "birth", "death", "source", "note", "record"),
    "doubt_": ("field", "code", "group"),
    "history_": ("created", "changed", "merged", "deleted", "restored", "erased"),
    "": ("struck", "not_here"),  # as `history.state.Presence` has them
}


def said() -> set[str]:
    """Every phrase some command asks for by its name."""
    calls = (node for path in modules("desktop/cli") for node in ast.walk(tree(path)) if isinstance(node, ast.Call))
    return {
        str(call.args[0].value)
        for call in calls
        if ast.unparse(call.func).endswith("shell.say") and call.args and isinstance(call.args[0], ast.Constant)
    }


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_phrase_that_is_asked_for_is_there() -> None:
    asked = said() | {prefix + each for prefix, several in DYNAMIC.items() for each in several}
    assert asked <= set(WORDS)


def test_no_phrase_is_left_over_from_a_command_that_is_gone() -> None:
    written = {
        node.value
        for path in modules("desktop/cli")
        if not path.stem.endswith("words")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    asked = {prefix + each for prefix, several in DYNAMIC.items() for each in several} | written
    begun = tuple(one for one in written if one.endswith("_"))
    assert not [key for key in WORDS if key not in asked and not key.startswith(begun)]


def test_no_phrase_stands_in_two_tables() -> None:
    assert len(WORDS) == sum(map(len, (OF_A_VAULT, OF_RECORDS, OF_EXCHANGE)))


@pytest.mark.parametrize("table", [WORDS, demo_words.STORY], ids=["words", "story"])
def test_both_languages_say_the_same_with_the_same_details(table: dict[str, tuple[str, str]]) -> None:
    assert all(placeholders(english) == placeholders(chinese) for english, chinese in table.values())


@pytest.mark.parametrize("table", [WORDS, demo_words.STORY], ids=["words", "story"])
def test_nothing_is_left_unsaid(table: dict[str, tuple[str, str]]) -> None:
    assert all(english.strip() and chinese.strip() for english, chinese in table.values())


def test_an_unknown_language_is_spoken_in_english() -> None:
    assert words.words("deleted", "xx") == "deleted"


def test_every_reason_a_date_is_odd_has_its_words() -> None:
    troubles = Vocabularies.from_tables(read_tables())["import_troubles"]
    assert {f"date_{flag}" for flag in get_args(Flag)} <= {term.code for term in troubles}


def test_every_command_is_found_where_the_shell_looks_for_it(root: Path) -> None:
    assert {module: tuple(one.name for one in commands_of(module)) for module in MODULES} == MODULES
    telling = {
        path.stem for path in (root / "desktop" / "cli").glob("*.py") if "\nCOMMANDS = " in path.read_text("utf-8")
    }
    assert telling == MODULES.keys()
