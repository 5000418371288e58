"""Every promise of docs/threat-model.md names the tests that show it, and they are there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

TEXT = (ROOT / "docs/threat-model.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`(tests/[a-z0-9_/]+\.py)::(test_[a-z0-9_]+)`")
PROMISES = TEXT.split("## What it promises")[1].split("## What it does not protect against")[0]


def promises() -> list[str]:
    """Each, with what stands behind it."""
    return re.split(r"^- ", PROMISES, flags=re.MULTILINE)[1:]


def found_in(path: Path) -> set[str]:
    body = ast.parse(path.read_text(encoding="utf-8")).body if path.exists() else []
    return {node.name for node in body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("promise", promises(), ids=lambda promise: promise[2:42])
def test_a_promise_names_a_test_that_shows_it(promise: str) -> None:
    assert NAMED.search(promise)


@pytest.mark.parametrize(("path", "name"), sorted(set(NAMED.findall(TEXT))))
def test_a_test_that_is_named_is_there(path: str, name: str) -> None:
    assert name in found_in(ROOT / path)


def test_whatever_is_named_as_a_test_is_named_in_full() -> None:
    assert len(re.findall(r"tests/[^`\s]*::", TEXT)) == len(NAMED.findall(TEXT))
