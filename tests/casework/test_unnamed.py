"""Closed identities leave no name to be read anywhere; what leaves says nothing of whoever made it."""

from __future__ import annotations

import getpass
import logging
import platform
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.casework import (
    drafts,
    erase,
    evidence,
    export,
    family,
    find,
    guarding,
    offering,
    records,
    reports,
    submission,
    submission_file,
    timeline,
    vaults,
)
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.mentions import Mention
from desktop.domain.registry import KINDS
from desktop.errors import Refused
from tests.casework.conftest import PASSPHRASE, Case, Make, introduce
from tests.casework.conftest import told as recorded
from tests.casework.exchange import handed, members, preview
from tests.casework.shorthand import consented
from tests.conftest import Clock

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(200)
NAMES = ("林秀兰", "林远", "林小舟", "大舅", "13900001234", "玉兰路七号", "330106199001011234", "林家合影")


@pytest.fixture
def known(ws: Workspace, case: Case, tmp_path: Path) -> Case:
    """Names, numbers, an address and a spoken form, a picture under its own name, a text that mentions both people."""
    identity = {
        "of": case.son,
        "contacts": [{"value": "13900001234"}],
        "addresses": [{"address": "玉兰路七号"}],
        "documents": [{"number": "330106199001011234"}],
    }
    (tmp_path / "林家合影.png").write_bytes(PICTURE)
    evidence.attach(ws, case.id, tmp_path / "林家合影.png", people=(case.son,))
    records.add(ws, "identity", [identity])
    made = guarding.make_mentions(ws, [(case.son, "大舅"), (case.mother, "林秀兰")])
    (item,) = records.show(ws, case.testimony).nested["statements"]
    words = "".join(("那天", made.mentions[0].token, "和", made.mentions[1].token, "在家。"))
    records.edit(ws, case.testimony, {"statements": {item: {"words": words}}})
    family.add_act(ws, case.id, {"type": "F.02", "victim": case.son, "narrative": Mention(case.son).token})
    drafts.keep(ws, "quick:1", "quick", {"stored": words})
    return case


def everything_told(ws: Workspace, case: Case) -> Iterator[object]:
    """What lists, pages, searches, histories, pickers and previews say."""
    for kind in KINDS:
        page = records.list_records(ws, kind)
        yield page
        for row in page.rows:
            yield records.show(ws, row.id)
            yield timeline.history(ws, row.id)
            if kind == "evidence":
                yield evidence.original_name(ws, row.id)
    yield family.case_page(ws, case.id)
    yield drafts.resume(ws)
    yield [find.search(ws, name) for name in NAMES]
    yield [offering.people(ws, name, limit=9) for name in NAMES]
    yield preview(ws, case.id, "Bao")
    yield export.preview_export(ws)
    yield erase.preview_erase(ws, case.testimony)


def test_r_idn_01_with_the_identities_closed_no_list_page_search_preview_or_log_has_a_name(
    make: Make, ws: Workspace, known: Case, caplog: pytest.LogCaptureFixture
) -> None:
    introduce(ws, make("Bao"))
    said = told(ws, known)
    assert [name for name in NAMES if name in said] == list(NAMES)
    vaults.close_identities(ws)
    caplog.set_level(logging.DEBUG)
    said = told(ws, known) + caplog.text
    assert [name for name in NAMES if name in said] == []
    assert ws.vault.code(known.son) in said


@pytest.mark.parametrize("content", [PICTURE, b"ID3" + bytes(200)])
def test_r_idn_01_a_face_and_a_voice_cannot_be_opened_while_the_identities_are_closed(
    ws: Workspace, case: Case, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "p.bin").write_bytes(content)
    record = evidence.attach(ws, case.id, tmp_path / "p.bin").created[0]
    evidence.open_evidence(ws, record).close()
    vaults.close_identities(ws)
    assert evidence.original_name(ws, record) == ""
    with pytest.raises(Refused, match=r"evidence\.no_file"):
        evidence.open_evidence(ws, record)  # not even which file it is can be read


def told(ws: Workspace, case: Case) -> str:
    return "\n".join(map(words_in, everything_told(ws, case)))


def words_in(thing: object) -> str:
    """Every word in something an action answered, whatever its repr leaves out."""
    if isinstance(thing, str):
        return thing
    if isinstance(thing, dict):
        return " ".join(f"{words_in(key)} {words_in(value)}" for key, value in thing.items())
    if isinstance(thing, list | tuple | set | frozenset):
        return " ".join(map(words_in, thing))
    fields = getattr(thing, "__dataclass_fields__", {})
    return " ".join(words_in(getattr(thing, name)) for name in fields) if fields else str(thing)


def test_r_idn_01_nor_has_a_case_that_was_opened_without_the_second_passphrase(
    make: Make, clock: Clock, tmp_path: Path
) -> None:
    ws = make("Closed", "nine herons on a cold river")
    case = recorded(ws)
    vaults.lock(ws.vault)
    vault = vaults.unlock(tmp_path / "Closed", PASSPHRASE, clock=clock)
    again = Workspace(vault, ws.vocabularies, clock)
    try:
        assert not vault.compartment_open
        assert records.show(again, case.mother).title == vault.code(case.mother)
        assert "林" not in words_in([records.list_records(again, kind) for kind in KINDS])
    finally:
        vaults.lock(vault)


@pytest.mark.parametrize("mode", ["everything", "transfer", "redacted", "tables for a purpose", "form", "counts"])
def test_r_idn_05_nothing_that_leaves_has_a_user_name_a_machine_name_or_a_file_path(
    make: Make, ws: Workspace, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    user, machine = "mallory-of-the-desk", "laptop-at-the-window"
    for name in ("USER", "LOGNAME", "USERNAME"):
        monkeypatch.setenv(name, user)
    for module, name in ((socket, "gethostname"), (platform, "node")):
        monkeypatch.setattr(module, name, lambda: machine)
    assert getpass.getuser() == user
    place = tmp_path / "a folder of papers" / "notice.txt"
    place.parent.mkdir()
    place.write_text("a notice")
    evidence.attach(ws, case.id, place)
    ways: dict[str, Callable[[], bytes]] = {
        "everything": lambda: tables(ws, case, tmp_path, "internal"),
        "tables for a purpose": lambda: tables(ws, case, tmp_path, "un_confidential"),
        "form": lambda: form(ws, case, tmp_path),
        "counts": lambda: counts(ws, case, tmp_path),
    }
    out = ways.get(mode, lambda: package(make, ws, case, mode))()
    assert {"form": "林远", "counts": "The defender themself"}.get(mode, "A letter writer").encode() in out
    for word in (user, machine, place.parent.name, str(tmp_path), str(Path.home())):
        assert word.encode() not in out


def tables(ws: Workspace, case: Case, tmp_path: Path, scope: str) -> bytes:
    folder = tmp_path / "out"
    for person in (case.mother, case.son):
        consented(ws, person, listed=(scope,))
    written = export.export_all(ws, folder, scope=scope)
    return b"\n".join(name.encode() + (folder / name).read_bytes() for name in written.files)


def form(ws: Workspace, case: Case, tmp_path: Path) -> bytes:
    consented(ws, case.son, listed=("sanctions",))
    act = family.add_act(ws, case.id, {"type": "F.02", "victim": case.son, "because_of": case.son}).created[0]
    records.add(ws, "involvement", [{"act": act, "called": "the section chief", "degree": "direct"}])
    values = {"submitter": "A Small Group", "submitter_contact": "by letter", "submitter_relation": "organisation"}
    (begun,) = submission.start(ws, "SANCTIONS_DOSSIER", case.id, [case.son], **values).created
    lines = submission.preview(ws, begun).lines
    submission.write_texts(ws, begun, {line.key: line.text or "Told apart." for line in lines})
    made = submission.preview(ws, begun)
    submission_file.write(ws, made, tmp_path / "form.txt", "txt")
    submission_file.write(ws, made, tmp_path / "form.json", "json")
    return (tmp_path / "form.txt").read_bytes() + (tmp_path / "form.json").read_bytes()


def counts(ws: Workspace, case: Case, tmp_path: Path) -> bytes:
    consented(ws, case.son, listed=("stats",))
    for _ in range(3):
        family.add_act(
            ws, case.id, {"type": "F.02", "victim": case.son, "because_of": case.son, "relationship": "self"}
        )
    reports.save(ws, "relationship", tmp_path / "counts.csv")
    return (tmp_path / "counts.csv").read_bytes()


def package(make: Make, ws: Workspace, case: Case, mode: str) -> bytes:
    bao = make("Bao")
    introduce(ws, bao)
    kept = members(bao, handed(ws, case.id, "Bao", mode))
    return b"\n".join(name.encode() + content for name, content in kept.items())


def test_r_idn_05_a_redacted_copy_leaves_out_who_asked_interpreted_and_translated(
    make: Make, ws: Workspace, case: Case
) -> None:
    (item,) = records.show(ws, case.testimony).nested["statements"]
    said: JSON = {"translation": "They came.", "translator": "Deng the translator"}
    records.edit(ws, case.testimony, {"statements": {item: said}})
    (interview,) = records.add(
        ws,
        "interview",
        [
            {
                "case": case.id,
                "interviewee": case.mother,
                "interviewer": "Deng who asked",
                "interpreter": "Deng who spoke",
            }
        ],
    ).created
    records.edit(ws, case.testimony, {"interview": interview})
    out = package(make, ws, case, "redacted")
    assert b"Deng" not in out


def test_r_int_04_original_and_translation_stand_side_by_side_with_the_translators_code(
    make: Make, ws: Workspace, case: Case
) -> None:
    (item,) = records.show(ws, case.testimony).nested["statements"]
    said: JSON = {"translation": "They came at midnight.", "translation_language": "en", "translator": "TR-7"}
    records.edit(ws, case.testimony, {"statements": {item: said}})
    html = page(make, ws, case)
    assert '<div class="account two">' in html
    assert html.index("他们半夜来，把电停了。") < html.index("They came at midnight.") < html.index("TR-7")


def test_r_int_05_that_it_was_read_back_and_confirmed_stands_in_the_export(
    make: Make, ws: Workspace, case: Case, tmp_path: Path
) -> None:
    records.edit(ws, case.testimony, {"read_back": True})
    assert "Read back and confirmed" in page(make, ws, case)
    export.export_all(ws, tmp_path / "out")
    table = (tmp_path / "out" / "testimony.csv").read_text("utf-8-sig").splitlines()
    assert "read_back" in table[0]
    assert '"read_back": true' in (tmp_path / "out" / "testimony.jsonl").read_text("utf-8")


def page(make: Make, ws: Workspace, case: Case) -> str:
    bao = make("Bao")
    introduce(ws, bao)
    return members(bao, handed(ws, case.id, "Bao", "transfer"))["case.html"].decode()
