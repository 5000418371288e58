"""The requirements, the tests that carry their ids, and the page that says how each came out."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("requirements.csv")
TESTS = TABLE.parent.parent
_CARRIES = re.compile(r"test_r_([a-z]+)_(\d\d)_")
_DEFINED = re.compile(r"^\s*def (test_r_[a-z]+_\d\d_\w+)\(", re.MULTILINE)

AREAS = frozenset(
    {
        "Audit", "Basis", "Chain of custody", "Chain of events", "Coercion", "Confidence", "Conflicts", "Consent",
        "Continuing states", "Contradictions", "Corroboration", "Dates", "Do no harm", "Duplicates", "Evidence",
        "Exculpatory", "Form completeness", "Harassment types", "Identity compartment",
        "Interventions", "Interview", "Key takeaways", "Metadata", "Minimisation", "Names", "Own words", "Proxies",
        "Read-back", "Reliability", "Sources", "Sources per value", "Trauma", "Treaty gate", "Two-person link",
        "Unknown actors",
    }
)  # fmt: skip
"""The areas whose every requirement has a test by its id; of the others those are shown that have one."""

HEAD = """# Requirements

What the program must do, where that comes from, and the tests that check it. A test carries the id of the requirement
in its name (`test_r_con_01_…`), meets the *check* to the letter, and works on a real vault. This page is made by `make
test`.
"""


@dataclass(frozen=True)
class Requirement:
    """One row. check: what a test does to see whether it is so."""

    id: str
    area: str
    source: str
    text: str
    check: str
    priority: str


def requirements() -> list[Requirement]:
    """All rows of the table, in its order."""
    with TABLE.open(encoding="utf-8-sig", newline="") as lines:
        return [
            Requirement(
                row["id"], row["area"], row["standard_or_source"], row["requirement"], row["check"], row["priority"]
            )
            for row in csv.DictReader(lines)
        ]


def carried(test: str) -> str | None:
    """The id of the requirement that a test's name carries."""
    found = _CARRIES.match(test.rpartition("::")[2])
    return f"R-{found[1].upper()}-{found[2]}" if found else None


def written() -> Mapping[str, Sequence[str]]:
    """The tests in the source files that carry an id, by it: ``tests/casework/test_consent.py::test_r_con_01_…``."""
    found: dict[str, list[str]] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        for name in _DEFINED.findall(path.read_text(encoding="utf-8")):
            found.setdefault(carried(name) or "", []).append(f"{path.relative_to(TESTS.parent).as_posix()}::{name}")
    return {requirement: sorted(tests) for requirement, tests in found.items()}


def page(tests: Mapping[str, Sequence[str]], failed: Iterable[str] = ()) -> str:
    """The page, from the tests by the id they carry and those of them that did not pass."""
    wrong = set(failed)
    lines = [HEAD]
    area = ""
    for one in requirements():
        mine = tests.get(one.id, ())
        if not mine and one.area not in AREAS:
            continue
        if one.area != area:
            area = one.area
            lines.append(f"## {area}\n")
        lines.append(f"**{one.id}** ({one.priority}) {one.text}  \n*Check:* {one.check}  \n*From:* {one.source}\n")
        lines.extend(f"- {'FAILED' if test in wrong else 'passes'}: `{test}`" for test in mine)
        lines.append("" if mine else "- no test carries it yet\n")
    return "\n".join(lines).rstrip() + "\n"
