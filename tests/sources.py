"""The project's own files, read as text and as syntax trees.

No tree is kept: there are millions of nodes, and whoever looks for garbage after that looks through all of them.
"""

from __future__ import annotations

import ast
import io
import subprocess
import tokenize
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def modules(*folders: str) -> list[Path]:
    """Every Python file under the folders, sorted."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def tree(path: Path) -> ast.Module:
    """The syntax tree of one file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def docstring(path: Path) -> str | None:
    """What a file opens with, read no further than that."""
    before = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.ENCODING}
    tokens = tokenize.tokenize(io.BytesIO(path.read_bytes()).readline)
    first = next(token for token in tokens if token.type not in before)
    return str(ast.literal_eval(first.string)) if first.type == tokenize.STRING else None


def named(path: Path) -> str:
    """A file's path within the project, with forward slashes."""
    return path.relative_to(ROOT).as_posix()


def tracked() -> list[Path]:
    """The files that belong to the project: all but what git ignores."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


@dataclass(frozen=True)
class Outline:
    """What is asked of a file more than once.

    imports: the dotted names of the modules it asks for. at_the_top: those of them it asks for when it is loaded.
    catches_all: whether it swallows every exception somewhere.
    """

    imports: frozenset[str]
    at_the_top: frozenset[str]
    catches_all: bool


@cache
def outline(path: Path) -> Outline:
    """The same of one file."""
    whole = tree(path)
    nodes = list(ast.walk(whole))
    return Outline(
        frozenset(name for node in nodes for name in _asked_for(node)),
        frozenset(name for node in whole.body for name in _asked_for(node)),
        any(isinstance(node, ast.ExceptHandler) and _catches_all(node) for node in nodes),
    )


def _asked_for(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module]
    return []


def _catches_all(handler: ast.ExceptHandler) -> bool:
    """Whether a handler swallows every exception: bare, Exception or BaseException, not raised again."""
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    broad = any(kind is None or ast.unparse(kind) in {"Exception", "BaseException"} for kind in caught)
    last = handler.body[-1]
    return broad and not (isinstance(last, ast.Raise) and last.exc is None)
