"""What the documents name is there: files, names within modules, commands with their options."""

from __future__ import annotations

import json
import re
import shlex
from functools import cache

import click
import pytest

from desktop.cli.main import program
from tests.sources import ROOT, modules

MADE = "requirements.md"  # written anew by the tests themselves
WRITTEN = sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md") if path.name != MADE)
DOCUMENTS = ["README.md", "CONTRIBUTING.md", *WRITTEN]
LAYERS = tuple(sorted(path.name for path in (ROOT / "desktop").iterdir() if (path / "__init__.py").exists()))
OURS = ("desktop", "docs", "tests", "resources", "build_spec")
# Of these `docs/format.md` alone speaks: files that are in a vault, in a package or with whoever reads one without us.
OF_A_VAULT = {"read.py"}
ENDINGS = {"age", "db", "html", "json", "jsonl", "md", "py", "txt"}
SHELL = re.compile(r"```sh\n(.*?)```", re.DOTALL)


def text_of(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def quoted(document: str) -> set[str]:
    """What stands between backticks outside of whole blocks."""
    return set(re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text_of(document), flags=re.DOTALL)))


def is_a_file(words: str) -> bool:
    """Whether words claim to be a file or folder of the project."""
    first, slash, _ = words.partition("/")
    if not re.fullmatch(r"[\w./-]+", words) or words in OF_A_VAULT:
        return False
    return first in (*OURS, *LAYERS) if slash else words.endswith((".py", ".md"))


def is_there(words: str) -> bool:
    """From the project's folder, from `desktop`, or beside the other documents."""
    folders = (ROOT, ROOT / "desktop", ROOT / "docs")
    return any((folder / name).exists() for folder in folders for name in (words, f"{words}.py"))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_a_document_names_is_there(document: str) -> None:
    named = {words.split("::")[0] for words in quoted(document)}
    assert not {words for words in named if is_a_file(words) and not is_there(words)}


@cache
def program_text() -> tuple[tuple[str, str], ...]:
    """Of every module of the program its name and its text."""
    return tuple((path.stem, path.read_text(encoding="utf-8")) for path in modules("desktop"))


def is_defined(where: str, name: str) -> bool:
    """Whether a module of that name defines it, or one with a class of that name; true of what is none of ours."""
    heads = re.compile(rf"^class {where}\b", re.MULTILINE)
    texts = [text for stem, text in program_text() if stem == where or heads.search(text)]
    made = re.compile(rf"^\s*(?:def |class )?{name}\b(?=[(:\[]| =)", re.MULTILINE)
    return not texts or any(made.search(text) for text in texts)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_name_a_document_gives_with_its_module_or_class_is_defined_there(document: str) -> None:
    """Codes of errors look alike; files are not meant."""
    codes = json.loads((ROOT / "resources/messages/en.json").read_text(encoding="utf-8"))
    dotted = {words for words in quoted(document) if re.fullmatch(r"[A-Za-z_]\w*(\.\w+)+", words)}
    pairs = {words: words.split(".")[-2:] for words in dotted - set(codes)}
    assert not {words for words, (where, name) in pairs.items() if name not in ENDINGS and not is_defined(where, name)}


def commands(document: str) -> list[list[str]]:
    """Each as a shell would split it, without its `jiashu`."""
    text = text_of(document)
    blocks = "\n".join(SHELL.findall(text))
    spoken = re.findall(r"`jiashu ([^`\n]+)`", text) + re.findall(r"^jiashu (.+)$", blocks, re.MULTILINE)
    return [shlex.split(words.split(" <")[0], comments=True) for words in spoken]


def misused(words: list[str]) -> str:
    """What is wrong with a command as a document gives it; "" for nothing."""
    command: click.Command = program
    context = click.Context(program)
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        asked, *words = words
        if (found := command.get_command(context, asked)) is None:
            return f"no command {asked}"
        command = found
    options = {name for part in command.params for name in (*part.opts, *part.secondary_opts)} | {"--help", "-h"}
    return ", ".join(word for word in words if word.startswith("--") and word.split("=")[0] not in options)


@pytest.mark.parametrize("document", [name for name in DOCUMENTS if commands(name)])
def test_every_command_a_document_gives_is_one_with_such_options(document: str) -> None:
    assert not {" ".join(words): wrong for words in commands(document) if (wrong := misused(words))}
