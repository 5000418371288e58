"""Every way out asks what people agreed to, leaves out who did not, says so, and remembers that it left."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from desktop.casework import (
    evidence,
    export,
    family,
    handoff,
    records,
    reports,
    submission,
    submission_file,
    vaults,
    withdrawal,
)
from desktop.casework.handoff import Handoff
from desktop.casework.identified import Readings
from desktop.casework.leaving import SUBJECTS
from desktop.casework.likenesses import likenesses
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.consent_scopes import OUTSIDE
from desktop.domain.declaration import FieldDecl
from desktop.domain.registry import KINDS
from desktop.errors import Refused
from desktop.history.revise import revise
from desktop.vault.append import Addition
from tests.casework.conftest import Case, Make, introduce
from tests.casework.exchange import handed, members, preview, received, wanted
from tests.conftest import Clock

ROOT = Path(__file__).parents[2]
WORD = "竹笛"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(200)
SOUND = b"ID3" + bytes(200)


def agreed(ws: Workspace, person: str, *scopes: str, **more: JSON) -> str:
    """A consent of theirs to these uses alone, one row each."""
    rows = [{"scope": scope} for scope in scopes]
    return str(records.add(ws, "consent", [{"person": person, "state": "given", "scopes": rows, **more}]).created[0])


def written(folder: Path) -> str:
    """Every word of the tables in a folder."""
    return "".join(path.read_text(encoding="utf-8-sig") for path in sorted(folder.iterdir()) if path.is_file())


def test_r_con_01_a_consent_for_one_purpose_keeps_them_out_of_every_export_for_another(
    ws: Workspace, partner: Workspace, case: Case, tmp_path: Path
) -> None:
    records.edit(ws, case.son, {"occupation": None, "nationality": WORD})
    agreed(ws, case.son, "un_confidential")
    for scope in OUTSIDE:
        told = export.preview_export(ws, scope)
        found = handoff.preview_handoff(ws, wanted(ws, case.id, "Partner", "redacted", scope))
        said = dict(told.people).get(ws.vault.code(case.son))
        stays = {one.record: one.reason for one in found.staying}.get(case.son)
        expected = None if scope == "un_confidential" else "not_asked"
        assert (said, stays) == (expected, expected)
    export.export_all(ws, tmp_path / "un", scope="un_confidential")
    done = export.export_all(ws, tmp_path / "media", scope="media")
    assert WORD in written(tmp_path / "un")
    assert WORD not in written(tmp_path / "media")
    assert ("person", "not_asked", 2) in done.staying


def test_r_con_01_a_form_and_a_table_for_another_purpose_leave_them_out_and_say_so(
    ws: Workspace, case: Case, tmp_path: Path
) -> None:
    family.add_act(ws, case.id, {"type": "F.02", "victim": case.son, "because_of": case.son, "narrative": WORD})
    agreed(ws, case.son, "un_confidential")
    for form in ("SANCTIONS_DOSSIER", "UN_REPRISALS"):
        (begun,) = submission.start(ws, form, case.id, [case.son]).created
        with pytest.raises(Refused, match=r"submission\.unanswered") as refused:
            submission_file.write(ws, submission.preview(ws, begun), tmp_path / "form.txt", "txt")
        assert refused.value.details["person"] == ws.vault.code(case.son)
    table = reports.table(ws, "relationship", for_others=True)
    assert (table.rows, table.left_out) == ((), 1)


def test_r_con_01_of_two_answers_at_once_the_stricter_holds(ws: Workspace, partner: Workspace, case: Case) -> None:
    agreed(ws, case.son, "share_partner")
    agreed(ws, case.son, "share_partner", state="refused")
    found = preview(ws, case.id, "Partner", "redacted")
    assert {one.record: one.reason for one in found.staying}[case.son] == "refused"


def test_r_con_03_a_withdrawal_lists_both_exports_and_a_third_leaves_the_data_out(
    ws: Workspace, partner: Workspace, case: Case, clock: Clock, tmp_path: Path
) -> None:
    records.edit(ws, case.son, {"nationality": WORD})
    agreed(ws, case.son, "share_partner")
    handed(ws, case.id, "Partner", "redacted")
    first = clock()
    clock.tick(86400)
    export.export_all(ws, tmp_path / "first")
    report = withdrawal.preview_withdrawal(ws, case.son)
    told = [(one.to, one.way, one.at) for one in report.sent]
    assert told == [("", "tables", clock()), ("Partner", "", first)]
    withdrawal.withdraw(ws, report)
    export.export_all(ws, tmp_path / "third")
    assert WORD in written(tmp_path / "first")
    assert WORD not in written(tmp_path / "third")
    assert dict(export.preview_export(ws).people)[ws.vault.code(case.son)] == "withdrawn"


def test_r_con_03_what_was_narrowed_holds_for_the_next_export(ws: Workspace, partner: Workspace, case: Case) -> None:
    record = agreed(ws, case.son, "share_partner", "media")
    handed(ws, case.id, "Partner", "redacted")
    assert withdrawal.sent_before_a_no(ws, record) == 0
    (unknown,) = records.add(ws, "consent", [{"person": case.son, "state": {"absent": "unknown"}}]).created
    assert withdrawal.sent_before_a_no(ws, unknown) == 0
    records.delete(ws, unknown)
    rows = records.show(ws, record).nested["scopes"]
    shared = next(item for item, row in rows.items() if row["scope"] == "share_partner")
    records.edit(ws, record, {"scopes": {shared: {"recipients": "Harbour Aid"}}})
    stays = {one.record: one.reason for one in preview(ws, case.id, "Partner", "redacted").staying}
    assert stays[case.son] == "recipient"
    assert withdrawal.sent_before_a_no(ws, record) == 1  # who has it from before is told
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, case.son, only=["media"]))
    assert dict(export.preview_export(ws, "media").people)[ws.vault.code(case.son)] == "withdrawn"


def test_r_con_04_an_export_past_the_end_of_a_consent_leaves_them_out(
    ws: Workspace, partner: Workspace, case: Case, clock: Clock
) -> None:
    end = {"edtf": "2026-12-31", "words": "2026-12-31"}
    agreed(ws, case.son, "share_partner", "sanctions", expires=end, risks_explained="可能被追查", review_on=end)
    (form,) = submission.start(ws, "SANCTIONS_DOSSIER", case.id, [case.son]).created
    assert "submission.unanswered" not in {stop.code for stop in submission.preview(ws, form).stops}
    before = export.preview_export(ws, "share_partner")
    clock.tick(86400 * 365 * 2)
    after = export.preview_export(ws, "share_partner")
    assert dict(before.people).get(ws.vault.code(case.son)) is None
    assert dict(after.people)[ws.vault.code(case.son)] == "expired"
    staying = handoff.preview_handoff(ws, Handoff(case.id, "redacted")).staying
    stays = {one.record: one.reason for one in staying}
    assert stays[case.son] == "expired"
    assert "submission.unanswered" in {stop.code for stop in submission.preview(ws, form).stops}


def test_r_con_05_a_childs_refusal_keeps_everything_of_theirs_in(
    ws: Workspace, partner: Workspace, case: Case, tmp_path: Path
) -> None:
    records.edit(ws, case.son, {"minor": True, "nationality": WORD})
    agreed(ws, case.son, *sorted(OUTSIDE), given_by="guardian", child_assent="given")
    agreed(ws, case.son, "media", given_by="guardian", child_assent="refused")
    for place, scope in enumerate(["un_confidential", "publish_anon", "internal"]):
        export.export_all(ws, tmp_path / str(place), scope=scope)
        assert WORD not in written(tmp_path / str(place))
    assert case.son not in {one.record for one in preview(ws, case.id, "Partner", "redacted").leaving}


def test_r_con_05_a_form_and_a_table_have_nothing_of_a_child_who_refused(ws: Workspace, case: Case) -> None:
    records.edit(ws, case.son, {"minor": True, "nationality": WORD})
    told = {"because_of": case.son, "type": "F.02"}
    for victim, narrative in ((case.son, "他被带走"), (case.mother, "林远在哭")):
        family.add_act(ws, case.id, {**told, "victim": victim, "narrative": narrative})
    agreed(ws, case.mother, "un_to_gov", "un_public", "stats")
    agreed(ws, case.son, "un_to_gov", "un_public", "stats", given_by="guardian", child_assent="refused")
    (form,) = submission.start(ws, "SP_SUBMISSION", case.id, [case.mother, case.son]).created
    written = submission_file.as_text(ws, submission.preview(ws, form))
    assert "在哭" in written
    assert [word for word in ("林远", "林小舟", "带走", WORD) if word in written] == []
    assert reports.table(ws, "relationship", for_others=True).left_out == 1


def attached(ws: Workspace, case: Case, file: Path, content: bytes, *likeness: str) -> str:
    """A file with her in it."""
    file.write_bytes(content)
    record = evidence.attach(ws, case.id, file, people=(case.mother,)).created[0]
    if likeness:
        records.edit(ws, record, {"likeness": [{"code": code} for code in likeness]})
    return record


@pytest.mark.parametrize(("content", "scope"), [(PICTURE, "image"), (SOUND, "voice")])
def test_r_con_07_a_face_or_a_voice_stays_out_of_every_export_without_a_yes_of_its_own(
    ws: Workspace, partner: Workspace, case: Case, tmp_path: Path, content: bytes, scope: str
) -> None:
    record = attached(ws, case, tmp_path / "file", content)
    agreed(ws, case.mother, "share_partner", "internal", "image" if scope == "voice" else "voice")
    reason = "no_voice_consent" if scope == "voice" else "no_image_consent"
    stays = {one.record: one.reason for one in preview(ws, case.id, "Partner", "redacted").staying}
    assert stays[record] == reason
    assert ("evidence", reason, 1) in export.preview_export(ws).staying
    with pytest.raises(Refused, match=r"evidence\.no_permission"):
        evidence.extract(ws, record, tmp_path / "out")
    agreed(ws, case.mother, scope)
    assert record in {one.record for one in preview(ws, case.id, "Partner", "redacted").leaving}
    assert export.preview_export(ws).files == 1
    evidence.extract(ws, record, tmp_path / "out")


def test_a_picture_that_somebody_looked_at_and_found_nobody_in_may_leave(
    ws: Workspace, case: Case, tmp_path: Path
) -> None:
    (tmp_path / "p.png").write_bytes(PICTURE)
    record = evidence.attach(ws, case.id, tmp_path / "p.png").created[0]
    with pytest.raises(Refused, match=r"evidence\.no_permission"):
        evidence.extract(ws, record, tmp_path / "out.png")
    records.edit(ws, record, {"shows_person": False})
    evidence.extract(ws, record, tmp_path / "out.png")


def test_nobody_is_in_a_picture_only_as_long_as_it_is_the_one_that_was_looked_at(
    ws: Workspace, partner: Workspace, case: Case, tmp_path: Path
) -> None:
    (tmp_path / "p.png").write_bytes(PICTURE)
    record = evidence.attach(ws, case.id, tmp_path / "p.png").created[0]
    records.edit(ws, record, {"shows_person": False})
    other, words = revise(ws.vault.state(record), "evidence", {"blob": "0" * 32}, partner.vault.signing, ws.clock())
    assert not likenesses(Readings(ws, record, ws.vault.state(record)), sealed=True)
    ws.vault.append([Addition(other, words)])
    assert likenesses(Readings(ws, record, ws.vault.state(record)), sealed=True) == {"face"}


def test_r_con_07_face_voice_and_name_in_one_file_are_each_asked_for(
    ws: Workspace, partner: Workspace, case: Case, tmp_path: Path
) -> None:
    record = attached(ws, case, tmp_path / "film", PICTURE, "face", "voice", "name")

    def reason(scope: str) -> str | None:
        found = handoff.preview_handoff(ws, wanted(ws, case.id, "Partner", "redacted", scope))
        return {one.record: one.reason for one in found.staying}.get(record)

    agreed(ws, case.mother, "share_partner", "publish_named")
    assert reason("share_partner") == "no_image_consent"
    agreed(ws, case.mother, "image")
    assert reason("share_partner") == "no_voice_consent"
    agreed(ws, case.mother, "voice")
    assert reason("share_partner") == "no_name_consent"
    assert reason("publish_named") is None


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        ({"likeness": [{"code": "name"}]}, "look_first"),
        ({"media_type": "audio/mpeg"}, "no_image_consent"),
        ({"shows_person": False}, "look_first"),
    ],
)
def test_what_a_colleague_notes_of_our_picture_takes_no_face_out_of_it(
    ws: Workspace, make: Make, partner: Workspace, case: Case, tmp_path: Path, edit: Mapping[str, JSON], reason: str
) -> None:
    colleague = make("Bao")
    introduce(ws, colleague)
    record = attached(ws, case, tmp_path / "p.png", PICTURE)
    agreed(ws, case.mother, "share_partner", "internal", "voice")
    received(colleague, handed(ws, case.id, "Bao"))
    records.edit(colleague, record, edit)
    received(ws, handed(colleague, case.id, "Anna"))
    stays = {one.record: one.reason for one in preview(ws, case.id, "Partner", "redacted").staying}
    assert stays[record] == reason


def test_who_said_no_to_their_face_keeps_it_from_our_own_team_too(
    ws: Workspace, make: Make, case: Case, tmp_path: Path
) -> None:
    introduce(ws, make("Bao"))
    record = attached(ws, case, tmp_path / "p.png", PICTURE)
    assert record in {one.record for one in preview(ws, case.id, "Bao").leaving}
    rows = [{"scope": "image", "state": "refused"}]
    records.add(ws, "consent", [{"person": case.mother, "state": "given", "scopes": rows}])
    stays = {one.record: one.reason for one in preview(ws, case.id, "Bao").staying}
    assert stays[record] == "no_image_consent"


def test_a_file_saved_out_is_remembered_for_whoever_takes_their_consent_back(
    ws: Workspace, case: Case, tmp_path: Path
) -> None:
    record = attached(ws, case, tmp_path / "p.png", PICTURE)
    agreed(ws, case.mother, "image")
    evidence.extract(ws, record, tmp_path / "out.png")
    assert [one.way for one in withdrawal.preview_withdrawal(ws, case.mother).sent] == ["file"]


def test_a_file_stands_outside_only_once_it_is_remembered_that_it_left(
    ws: Workspace, case: Case, tmp_path: Path
) -> None:
    record = attached(ws, case, tmp_path / "p.txt", b"a notice")
    with pytest.raises(Refused):
        evidence.extract(ws, record, tmp_path / "out", progress=lambda *_: vaults.lock(ws.vault))
    assert not (tmp_path / "out").exists()


def test_what_is_part_of_something_that_stays_stays_out_of_an_export(ws: Workspace, case: Case, tmp_path: Path) -> None:
    (tmp_path / "n.txt").write_text("a notice")
    evidence.attach(ws, case.id, tmp_path / "n.txt", testimony=case.testimony)
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, case.mother))
    found = export.preview_export(ws)
    assert ("testimony", "withdrawn", 1) in found.staying
    assert ("evidence", "of_withheld", 1) in found.staying
    assert found.files == 0


WRITES = ("new_file", "new_file_or_parts", "new_folder", "write_out")


def writes_out(path: Path) -> bool:
    """Whether a module calls one of the functions by which anything is written outside a vault."""
    calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    names = (getattr(call.func, "id", getattr(call.func, "attr", "")) for call in calls)
    return any(name in WRITES for name in names)


def test_every_module_that_writes_outside_a_vault_stands_in_the_list_of_ways_out() -> None:
    listed = set(re.findall(r"`casework/(\w+)\.py`", (ROOT / "docs/ways-out.md").read_text(encoding="utf-8")))
    writing = {path.stem for path in (ROOT / "desktop/casework").glob("*.py") if writes_out(path)}
    assert writing - {"outfiles"} <= listed


def goes(ws: Workspace, case: Case, way: str, picture: str, out: Path) -> bool:
    """Whether the son, or the picture of him, leaves by one way."""
    if way == "file":
        try:
            evidence.extract(ws, picture, out)
        except Refused:
            return False
        return True
    if way in {"transfer", "redacted"}:
        found = preview(ws, case.id, "Partner" if way == "redacted" else "Bao", way)
        return case.son in {one.record for one in found.leaving}
    if way == "passphrase":
        return case.son in {one.record for one in handoff.preview_handoff(ws, Handoff(case.id, "redacted")).leaving}
    return ws.vault.code(case.son) not in dict(export.preview_export(ws, way).people)


WAYS = ("transfer", "redacted", "passphrase", "internal", "share_partner", "file")


def test_every_way_out_asks_whether_it_is_permitted(
    ws: Workspace, make: Make, partner: Workspace, case: Case, tmp_path: Path
) -> None:
    introduce(ws, make("Bao"))
    picture = attached(ws, case, tmp_path / "p.png", PICTURE)
    (item,) = records.show(ws, picture).nested["people"]
    records.edit(ws, picture, {"people": {item: {"person": case.son}}})
    agreed(ws, case.son, "internal", "share_partner", "image")
    assert [goes(ws, case, way, picture, tmp_path / "before") for way in WAYS] == [True] * len(WAYS)
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, case.son))
    assert [goes(ws, case, way, picture, tmp_path / "after") for way in WAYS] == [False] * len(WAYS)


BESIDE = {
    ("act", "because_of"),
    ("act", "overseas_party"),
    ("act", "tried_by"),
    ("case", "defenders/*/person"),
    ("consent", "giver"),
    ("testimony", "about/*/person"),
}
"""Where people are named in what is about somebody else: who does not permit is a code there."""


def test_a_record_of_any_kind_that_is_about_somebody_waits_for_their_permission() -> None:
    about = {
        (kind, path)
        for kind, declared in KINDS.items()
        for path, decl in paths(declared.fields)
        if decl.type == "ref" and decl.ref_kinds == ("person",)
    }
    asked = {(kind, path) for kind, fields in SUBJECTS.items() for path in fields}
    assert about - asked == BESIDE


def paths(fields: Mapping[str, FieldDecl], before: str = "") -> Iterator[tuple[str, FieldDecl]]:
    """Every field of a kind, ``NAME`` or ``NAME/*/NAME``."""
    for name, decl in fields.items():
        yield before + name, decl
        yield from paths(decl.items or {}, f"{before}{name}/*/")


def test_what_is_kept_of_somebody_who_took_everything_back_is_in_no_export(
    ws: Workspace, case: Case, tmp_path: Path
) -> None:
    told = {
        "defender_profile": {"person": case.son, "activities": WORD},
        "risk_assessment": {"person": case.son, "threats": WORD},
        "claim": {"of": case.son, "field": "occupation", "value": WORD},
        "task": {"about": case.son, "text": WORD},
    }
    for kind, values in told.items():
        known = {name: value for name, value in values.items() if name in KINDS[kind].fields}
        records.add(ws, kind, [{**known, "notes": [{"text": WORD}]}])
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, case.son))
    export.export_all(ws, tmp_path / "out")
    assert WORD not in written(tmp_path / "out")


def told_of_beside(ws: Workspace, case: Case, folder: Path) -> None:
    """Records that tell of her, though she is in none of their fields; and what alone her own lead to."""

    def add(kind: str, values: Mapping[str, JSON]) -> str:
        return str(records.add(ws, kind, [values]).created[0])

    def file(name: str) -> str:
        (folder / name).write_text(f"{WORD} {name}")
        return evidence.attach(ws, case.id, folder / name).created[0]

    records.edit(ws, file("given.txt"), {"received_from": case.mother})
    raid = add("event", {"title": WORD, "case": case.id})
    of_hers: Mapping[str, JSON] = {"event": raid, "medical_document": file("hospital.txt")}
    school = add("organisation", {"name": SCHOOL})
    (act,) = family.add_act(ws, case.id, {"type": "F.02", "victim": case.mother, "school": school, **of_hers}).created
    add("event_link", {"first": raid, "second": add("event", {"case": case.id}), "note": WORD})
    add("citation", {"of": raid, "quote": WORD})
    add("intervention", {"case": case.id, "people": [{"person": case.mother}], "description": WORD})
    add("intervention", {"case": case.id, "acts": [{"act": act}], "impact": WORD})
    agreed(ws, case.mother, "share_partner", document=file("signed.txt"))


SCHOOL = "青禾中学"


def test_what_tells_of_somebody_who_took_everything_back_without_naming_them_leaves_by_no_way(
    ws: Workspace, make: Make, partner: Workspace, case: Case, tmp_path: Path
) -> None:
    bao = make("Bao")
    introduce(ws, bao)
    agreed(ws, case.son, "share_partner", "internal")
    told_of_beside(ws, case, tmp_path)
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, case.mother))
    left = {"transfer": sent(ws, bao, case, "transfer"), "redacted": sent(ws, partner, case, "redacted")}
    for scope in ("internal", "share_partner"):
        export.export_all(ws, tmp_path / scope, scope=scope)
        left[scope] = "".join(each.read_text("utf-8-sig") for each in (tmp_path / scope).rglob("*.*"))
    assert [way for way, words in left.items() if WORD in words] == []
    assert [way for way, words in left.items() if SCHOOL in words] == ["internal"]


def sent(ws: Workspace, other: Workspace, case: Case, mode: str) -> str:
    """Every word of what is handed to somebody."""
    to = "Bao" if mode == "transfer" else "Partner"
    return b"".join(members(other, handed(ws, case.id, to, mode)).values()).decode("utf-8", "replace")


def test_a_consent_form_with_a_signature_is_for_nobody_outside(
    ws: Workspace, partner: Workspace, case: Case, tmp_path: Path
) -> None:
    (tmp_path / "signed.txt").write_text(WORD)
    form = evidence.attach(ws, case.id, tmp_path / "signed.txt").created[0]
    agreed(ws, case.son, "share_partner", document=form)
    stays = {one.record: one.reason for one in preview(ws, case.id, "Partner", "redacted").staying}
    assert stays[form] == "of_withheld"
    assert WORD not in sent(ws, partner, case, "redacted")
