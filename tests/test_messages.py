"""Every failure the program can report has a sentence in every language."""

from __future__ import annotations

import ast
import json
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from desktop.errors import Damaged, Refused
from desktop.messages import FALLBACK, PARTS, Messages
from desktop.places import resources
from tests.sources import modules, named, tree

FOLDER = resources() / "messages"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.json"))
ERRORS = {"Refused", "Damaged", "Hindered"}


def raised() -> Iterator[tuple[Path, ast.Call]]:
    """Each place in the program where an error is made, with its file."""
    for path in modules("desktop"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ERRORS:
                yield path, node


def table_values(path: Path, name: str) -> list[ast.expr]:
    """The values of a file's table ``NAME = {…}``."""
    for node in tree(path).body:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        value = getattr(node, "value", None)
        if isinstance(target, ast.Name) and target.id == name and isinstance(value, ast.Dict):
            return value.values
    return []


def literal_codes(path: Path, call: ast.Call) -> list[str]:
    """The codes a call may carry: a word in quotes, a choice between two, or one out of the file's own table."""
    first = call.args[0] if call.args else None
    choices: list[ast.expr | None] = [first]
    if isinstance(first, ast.IfExp):
        choices = [first.body, first.orelse]
    elif isinstance(first, ast.Subscript) and isinstance(first.value, ast.Name):
        choices = [*table_values(path, first.value.id)]
    return [c.value for c in choices if isinstance(c, ast.Constant) and isinstance(c.value, str)]


@cache
def codes() -> dict[str, set[str]]:
    """Every code in the source, with the names of the details it is raised with anywhere."""
    found: dict[str, set[str]] = {}
    for path, call in raised():
        for code in literal_codes(path, call):
            found.setdefault(code, set()).update(keyword.arg for keyword in call.keywords if keyword.arg)
    return found


def entries(language: str) -> dict[str, dict[str, str]]:
    """One language's file as it stands."""
    table: dict[str, dict[str, str]] = json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    return table


def placeholders(entry: dict[str, str]) -> set[str]:
    """The names in braces in any part of an entry."""
    return {name for part in entry.values() for _, name, _, _ in string.Formatter().parse(part) if name}


def test_every_error_is_raised_with_a_code_in_plain_sight() -> None:
    assert not [f"{named(path)}:{call.lineno}" for path, call in raised() if not literal_codes(path, call)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_complete_entry(language: str) -> None:
    table = entries(language)
    assert sorted(code for code in codes() if set(table.get(code, {})) != set(PARTS)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_says_what_happened_what_is_safe_and_what_to_do(language: str) -> None:
    assert not [code for code, entry in entries(language).items() if not all(entry[part].strip() for part in PARTS)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_is_left_over_from_a_code_that_is_gone(language: str) -> None:
    assert sorted(set(entries(language)) - set(codes()) - {FALLBACK}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_asks_only_for_details_its_error_carries(language: str) -> None:
    known = codes()
    table = entries(language)
    assert not {c: placeholders(e) for c, e in table.items() if placeholders(e) - known.get(c, set()) - {"code"}}


@pytest.mark.parametrize("language", LANGUAGES)
def test_entries_stand_in_order(language: str) -> None:
    assert list(entries(language)) == sorted(entries(language))


def test_the_languages_hold_the_same_codes_with_the_same_details() -> None:
    first, *others = ({code: placeholders(entry) for code, entry in entries(name).items()} for name in LANGUAGES)
    assert all(other == first for other in others)


def test_the_interface_speaks_english_and_simplified_chinese() -> None:
    assert {"en", "zh_Hans"} <= set(LANGUAGES)


def test_an_unknown_code_is_told_with_the_code_itself() -> None:
    assert "never.heard_of" in Messages.load(FOLDER, "en").sentence(Refused("never.heard_of"))


def test_a_language_without_a_file_is_spoken_in_english() -> None:
    error = Damaged("never.heard_of")
    assert Messages.load(FOLDER, "xx").sentence(error) == Messages.load(FOLDER, "en").sentence(error)
