"""The project's own promises about its files: names, docstrings, imports, locks, licences, commands."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

from tests.sources import ROOT, docstring, modules, named, outline, tracked, tree

EVERYTHING = modules("desktop", "tests", "build_spec")
PROGRAM = modules("desktop")
FORBIDDEN_NAMES = {"utils", "util", "common", "helpers", "manager", "managers", "misc"}
# Where an unknown failure is caught: between the worker and the window, and as the last thing before the end.
MAY_CATCH_ALL = {"desktop/ui/worker.py", "desktop/ui/crash.py"}
# Not needed to unlock, so loaded on first use, inside the function that needs them.
HEAVY = {
    "opencc", "pypinyin", "lunar_python", "zxcvbn", "jinja2", "segno", "zxingcpp", "PIL", "pikepdf", "defusedxml",
    "charset_normalizer",
}  # fmt: skip
IMPORT_NAMES = {"pyside6-essentials": "PySide6", "pillow": "PIL", "zxing-cpp": "zxingcpp"}
LOCKS = ["requirements.lock", "requirements-dev.lock"]


def project() -> dict[str, object]:
    """The table [project] with [dependency-groups] beside it."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {**table["project"], "groups": table["dependency-groups"]}


def canonical(name: str) -> str:
    """A requirement's name as package indexes compare it."""
    bare = re.split(r"[\s<>=!~;\[]", name, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", bare).lower()


def pinned(lock: str) -> set[str]:
    """The names a lock pins to one version."""
    return set(re.findall(r"^([a-z0-9-]+)==", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))


def test_every_module_opens_with_one_line_on_what_it_is_for() -> None:
    opens = {named(path): (docstring(path) or "").strip() for path in EVERYTHING}
    assert not [name for name, words in opens.items() if len(words.split("\n\n")[0].splitlines()) != 1]


def test_no_module_has_a_name_that_could_hold_anything() -> None:
    names = {named(path) for path in EVERYTHING for part in path.relative_to(ROOT).with_suffix("").parts}
    assert not {name for name in names if FORBIDDEN_NAMES & set(Path(name).with_suffix("").parts)}


def test_every_init_file_is_a_sign_on_a_door() -> None:
    """It holds a docstring and nothing else."""
    signs = [path for path in EVERYTHING if path.name == "__init__.py"]
    assert not [named(path) for path in signs if len(tree(path).body) != 1]


def test_every_exception_is_caught_in_the_two_agreed_places_only() -> None:
    assert {named(path) for path in PROGRAM if outline(path).catches_all} <= MAY_CATCH_ALL


IN_THE_HELPER = "desktop/formats/hidden/"  # which loads it when it is started for a file; the program itself never does


def test_no_layout_is_asked_for_its_items() -> None:
    """PySide keeps what it handed out after Qt has deleted it, and takes what is made in its place for it: a crash."""
    assert not [named(path) for path in modules("desktop") if ".itemAt(" in path.read_text(encoding="utf-8")]


def test_heavy_libraries_are_loaded_on_first_use() -> None:
    at_the_top = [
        f"{named(path)}: {name}"
        for path in PROGRAM
        for name in outline(path).at_the_top
        if name.split(".")[0] in HEAVY and not named(path).startswith(IN_THE_HELPER)
    ]
    assert not at_the_top


def test_the_program_itself_never_loads_what_reads_strangers_files() -> None:
    outside = [path for path in PROGRAM if not named(path).startswith(IN_THE_HELPER)]
    taken = {name for path in outside for name in outline(path).at_the_top}
    assert not [name for name in taken if f"{name}.".startswith("desktop.formats.hidden.")]


def test_every_library_the_program_imports_is_declared() -> None:
    declared = {canonical(str(name)) for name in project()["dependencies"]}  # type: ignore[attr-defined]
    importable = {IMPORT_NAMES.get(name, name.replace("-", "_")) for name in declared} | {"shiboken6", "pydantic_core"}
    used = {name.split(".")[0] for path in PROGRAM for name in outline(path).imports}
    assert used - set(sys.stdlib_module_names) - {"desktop"} <= importable


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_place_to_fetch_from(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links|@ ", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_a_hash_for_every_pin(lock: str) -> None:
    entries = re.split(r"^(?=[a-z0-9-]+==)", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert all("--hash=sha256:" in entry for entry in entries if "==" in entry)


def test_the_locks_cover_what_the_project_asks_for() -> None:
    described = project()
    groups = described["groups"]
    assert isinstance(groups, dict)
    runtime = {canonical(name) for name in [*described["dependencies"], *groups["setup"]]}  # type: ignore[misc]
    assert runtime <= pinned("requirements.lock")
    assert runtime | {canonical(name) for name in groups["dev"]} <= pinned("requirements-dev.lock")


def test_both_locks_agree_on_every_version() -> None:
    runtime, development = (
        set(re.findall(r"^[a-z0-9-]+==[^ ;\\]+", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))
        for lock in LOCKS
    )
    assert runtime <= development


def test_every_folder_of_resources_says_its_licence() -> None:
    told = (ROOT / "resources" / "LICENSES.md").read_text(encoding="utf-8")
    folders = {path.relative_to(ROOT / "resources").parts[0] for path in tracked() if "resources" in path.parts[:-2]}
    assert not {folder for folder in folders if f"`{folder}/`" not in told}


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_every_make_command_in_a_document_exists(document: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    commands = set(
        re.findall(r"`make ([a-z-]+)|^\s*make ([a-z-]+)", (ROOT / document).read_text(encoding="utf-8"), re.M)
    )
    assert commands
    assert {first or second for first, second in commands} <= targets


def test_the_readme_begins_with_the_two_commands() -> None:
    blocks = re.findall(r"```\w*\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert {"make run", "make test"} <= {line.split("#")[0].strip() for line in blocks[0].splitlines()}


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    place = re.compile(rb"(?<![\w.])/(work|root|home/[a-z]|Users/[a-z]|tmp/[a-z]|opt/pypi)[\w/]*")
    found = [f"{named(path)}: {hit.group().decode()}" for path in tracked() if (hit := place.search(path.read_bytes()))]
    allowed = {"tests/test_project.py"}
    assert not [line for line in found if line.split(":")[0] not in allowed]


def test_a_test_of_a_fault_carries_the_number_of_its_row(root: Path) -> None:
    """So that all of a row can be found, by name and by mark alike."""
    differ = []
    telling = ((path, path.read_text("utf-8")) for path in (root / "tests").rglob("test_*.py"))
    for path, text in telling:
        for found in ast.walk(ast.parse(text)) if "fault" in text else ():
            if isinstance(found, ast.FunctionDef) and found.name.startswith("test_"):
                marked = re.findall(r"mark\.fault\((\d+)\)", "".join(map(ast.unparse, found.decorator_list)))
                named = re.findall(r"^test_fault_(\d+)_", found.name)
                if [int(row) for row in marked] != [int(row) for row in named]:
                    differ.append((path.name, found.name))
    assert differ == []
