"""No `repr` and no report of a crash holds what somebody wrote, or a key: they end up in tracebacks and terminals."""

from __future__ import annotations

import dataclasses
import gc
import importlib
import re
import subprocess
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from desktop.casework import (
    conflicts,
    contacts,
    drafts,
    erase,
    evidence,
    export,
    family,
    find,
    handoff,
    importing,
    quick,
    receive,
    records,
    timeline,
    vaults,
    withdrawal,
)
from desktop.casework.people import Pick
from desktop.casework.quick import QuickTestimony
from desktop.casework.workspace import Workspace
from desktop.domain.registry import KINDS
from desktop.ui.crash import place_of
from tests.casework.conftest import PASSPHRASE, Make, introduce, make, vocabularies
from tests.casework.exchange import arriving, handed, preview
from tests.sources import ROOT, modules

__all__ = ["make", "vocabularies"]  # fixtures

CANARY = "夜莺鸟语nightjar"

# What may hold words, if its name does not say that it holds none.
WORDS = {"str", "bytes", "JSON", "Any", "object", "Path"}
# Ids, codes, digests, moments: never what somebody wrote.
SHOWN = {
    "id", "record", "revision", "revisions", "kind", "kinds", "code", "path", "sets", "registers", "author", "at",
    "digest", "sha256", "parents", "heads", "erases", "nonce", "presence", "what", "why", "reason", "standing",
    "mode", "state", "status", "signing", "fingerprint", "format", "encoding", "delimiter", "media", "person",
    "case", "testimony", "package", "since", "until", "targets", "records", "erased", "struck", "created",
    "arriving", "news", "form", "scope", "scopes", "language", "sealed_digest", "vault_id", "hash", "mac",
    "signed", "raw", "signature", "own", "others", "item", "sealed_sha256", "blob", "subject", "checked", "makes",
    "bug", "details", "kind_label", "relationship_label", "type_code", "digits", "refers", "via", "fields",
    "bodies", "name", "header",
}  # fmt: skip
# Where a name of the above holds words after all.
HIDDEN = {
    "name": {"Contact", "EvidenceFile", "Card", "Entry", "CardPreview"},
    "header": {"Table"},
    "fields": {"RecordRow"},
}
# The program's own words, which are the same for everybody.
PROGRAMS = {
    "desktop.domain.declaration", "desktop.domain.meta", "desktop.domain.values", "desktop.domain.vocabulary",
    "desktop.messages", "desktop.ui.related", "desktop.ui.rooms", "desktop.ui.theme",
    "desktop.ui.tools",
}  # fmt: skip


def loaded() -> Iterator[ModuleType]:
    """Every module of the program but the one that starts it."""
    for path in modules("desktop"):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if not name.endswith("__main__"):
            yield importlib.import_module(name)


def classes(base: type) -> list[type]:
    """Those of the program that are made from `base`."""
    return [
        kind
        for module in loaded()
        for kind in vars(module).values()
        if isinstance(kind, type) and kind.__module__ == module.__name__ and issubclass(kind, base)
    ]


def telling(kind: type) -> Iterator[str]:
    """The fields of a dataclass that its `repr` shows and that may hold words."""
    shown = dataclasses.fields(kind) if kind.__dataclass_params__.repr else ()  # type: ignore[attr-defined]
    for field in shown:
        may = WORDS & set(re.findall(r"\w+", re.sub(r"Callable\[.*", "", str(field.type))))
        safe = field.name in SHOWN and kind.__name__ not in HIDDEN.get(field.name, ())
        if field.repr and may and not safe:
            yield field.name


def test_no_dataclass_shows_a_field_that_may_hold_words() -> None:
    looked_at = [kind for kind in classes(object) if dataclasses.is_dataclass(kind) and kind.__module__ not in PROGRAMS]
    assert len(looked_at) > 100
    assert {f"{kind.__module__}.{kind.__name__}": names for kind in looked_at if (names := list(telling(kind)))} == {}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_no_model_of_a_record_shows_or_reports_what_it_was_given(kind: str) -> None:
    model = KINDS[kind].model
    said = model.model_validate({"notes": {"a" * 32: {"label": CANARY, "text": CANARY}}, "newer": CANARY})
    assert CANARY not in repr(said) + str(said)
    with pytest.raises(ValidationError) as caught:
        model.model_validate({"notes": CANARY})
    assert CANARY not in str(caught.value)


def test_every_model_is_of_the_kind_that_shows_nothing() -> None:
    assert [model for model in classes(BaseModel) if list(model.__repr_args__(model.model_construct()))] == []  # type: ignore[attr-defined]


def a_days_work(ws: Workspace, other: Workspace, folder: Path) -> Iterator[object]:
    """What the program has in memory while somebody works with words that hold the canary."""
    told = QuickTestimony(
        text=CANARY, language="zh-Hans", speaker=Pick(text=CANARY), about=(Pick(text=f"{CANARY}（林）"),),
        case=Pick(text=CANARY), consent="our_team",
    )  # fmt: skip
    yield told
    testimony = quick.testimony_of(ws, quick.record_testimony(ws, told))
    assert testimony is not None
    nested: dict[str, Any] = ws.vault.state(testimony).nested()
    case = nested["case"]
    yield family.add_act(ws, case, {"type": "F.02", "summary": CANARY, "date": {"words": CANARY}})
    drafts.keep(ws, "quick", "quick", {"text": CANARY})
    yield drafts.resume(ws)
    (folder / f"{CANARY}.txt").write_text(CANARY, encoding="utf-8")
    yield evidence.describe(ws, evidence.attach(ws, case, folder / f"{CANARY}.txt").created[0])
    yield contacts.own_card(ws)
    yield contacts.contacts(ws)
    yield preview(ws, case, CANARY)
    yield handoff.Handoff(case, "transfer", (), "our_team", CANARY)
    package = handed(ws, case, CANARY)
    yield receive.receive(other, arriving(other, package))
    records.edit(ws, case, {"title": f"{CANARY} 1"})
    records.edit(other, case, {"title": f"{CANARY} 2"})
    looked = arriving(other, handed(ws, case, CANARY))
    yield looked
    yield receive.receive(other, looked)
    yield conflicts.open_conflicts(other)
    yield timeline.history(other, case)
    yield other.vault.state(case), list(other.vault.revisions(case)), dict(other.vault.openings(case))
    yield family.case_page(ws, case), records.show(ws, case), records.list_records(ws, "case")
    yield find.search(ws, CANARY)
    yield erase.preview_erase(ws, testimony)
    yield withdrawal.preview_withdrawal(ws, nested["speaker"])
    yield importing.preview_import(ws, f"Name,Gender,{CANARY}\n{CANARY},{CANARY},x\n,m,{CANARY}\n".encode())
    yield export.preview_export(ws), export.export_all(ws, folder / f"{CANARY} out")
    yield vaults.notices(ws.vault)


def secrets_of(ws: Workspace) -> set[str]:
    """Keys as they would be shown."""
    ring, pairs = ws.vault._opened.ring, ws.vault.contact_pairs
    keys = [*ring.identities, *(key for pair in pairs for key in pair.identities)]
    seed = ws.vault.signing.seed
    return {ring.database, seed.hex(), repr(seed), *(key.text for key in keys)}


def is_ours(each: object) -> bool:
    """Whether an object is of a class of the program."""
    return str(type(each).__module__).startswith("desktop.")


@pytest.mark.fault(11)
def test_fault_11_nothing_in_memory_on_a_days_work_shows_a_word_or_a_key(make: Make, tmp_path: Path) -> None:
    before = set(map(id, gc.get_objects()))
    ws, other = make("Anna"), make(CANARY)
    introduce(ws, other)
    held = list(a_days_work(ws, other, tmp_path))
    hidden = {CANARY, PASSPHRASE} | secrets_of(ws) | secrets_of(other)
    ours = [each for each in gc.get_objects() if id(each) not in before and is_ours(each)]
    told = {type(each): repr(each) + str(each) for each in ours}
    assert len(told) > 70
    assert held
    for each in ours:
        shown = repr(each) + str(each)
        assert not [word for word in hidden if word in shown], type(each)


_FAILING = """
import sys, threading
from desktop.cli import crash
from desktop.history.opening import Opening

def fail():
    held = Opening({{"title": {canary!r}}}, b"{canary_bytes}")
    try:
        raise KeyError({canary!r}, held)
    except KeyError as error:
        raise ValueError({canary!r}) from error

class Failing:
    def __del__(self):
        fail()

crash.install()
{how}
"""


@pytest.mark.fault(11)
@pytest.mark.parametrize(
    ("how", "code"),
    [
        ("fail()", 70),
        ("thread = threading.Thread(target=fail); thread.start(); thread.join()", 0),
        ("Failing()", 0),
    ],
    ids=["in the open", "in a thread", "in passing"],
)
def test_fault_11_the_shells_report_of_a_crash_names_places_alone(root: Path, how: str, code: int) -> None:
    program = _FAILING.format(canary="nightjar", canary_bytes="nightjar", how=how)
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert "a fault of the program (ValueError)" in done.stderr
    assert "nightjar" not in done.stderr + done.stdout


def test_the_windows_report_of_a_crash_names_places_alone(make: Make) -> None:
    ws = make("Anna")
    case = records.save(ws, "case", None, {"title": CANARY}).created[0]
    with pytest.raises(KeyError) as caught:
        raise KeyError(CANARY, ws.vault.state(case)) from ValueError(CANARY)
    assert CANARY not in place_of(caught.value)


def test_a_traceback_holds_no_word_of_the_objects_in_it(make: Make) -> None:
    """Should somebody print one after all."""
    ws = make("Anna")
    case = records.save(ws, "case", None, {"title": CANARY}).created[0]
    held = ws.vault.state(case), dict(ws.vault.openings(case)), records.show(ws, case), ws
    with pytest.raises(AssertionError) as caught:
        raise AssertionError(held)
    told = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    assert CANARY not in "".join(told.format())
