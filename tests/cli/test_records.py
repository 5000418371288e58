"""Records from a shell: add, list, show, edit, history, search, delete, erase, schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.casework import vaults
from desktop.cli.shell import clock
from tests.cli.conftest import PASSPHRASE, Result, Run, make_vault
from tests.older import grow_old


def added(jiashu: Run, kind: str, **fields: object) -> str:
    result = jiashu("add", kind, input=json.dumps(fields))
    assert (result.code, result.err) == (0, "")
    return result.out.strip()


def shown(jiashu: Run, record: str) -> dict[str, object]:
    (told,) = jiashu("show", record, "--json").objects
    return dict(told)


def fields(jiashu: Run, record: str) -> dict[str, Any]:
    told = shown(jiashu, record)["fields"]
    assert isinstance(told, dict)
    return told


def test_add_reads_json_lines_and_prints_the_ids(jiashu: Run) -> None:
    result = jiashu("add", "case", input='{"title": "A"}\n\n{"title": "B"}\n')
    assert result.code == 0
    assert [len(line) for line in result.lines] == [64, 64]


@pytest.mark.parametrize("text", ['[{"title": "A"}]', '{\n  "title": "A"\n}', '\ufeff{"title": "A"}'])
def test_add_reads_json_written_in_other_ways_too(jiashu: Run, text: str) -> None:
    assert len(jiashu("add", "case", input=text).lines) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "input.empty"),
        ("not json", "input.json"),
        ('{"title": "A"}\n{"title": ', "input.json"),
        ('{"title": 1.5}', "input.number"),
        ('{"title": NaN}', "input.number"),
        ('{"title": "A", "title": "B"}', "input.twice"),
        ("[" * 100_000, "input.deep"),
        ("[1]", "record.shape"),
        ('{"title": 5}', "record.value"),
        ('{"case": "here"}', "record.value"),
        ('{"opened_on": 2024}', "record.date"),
        ('{"opened_on": {"edtf": "2024-13"}}', "record.date"),
        ('{"opened_on": " "}', "record.date"),
    ],
)
def test_bad_input_gets_a_clear_sentence_and_keeps_nothing(jiashu: Run, text: str, code: str) -> None:
    result = jiashu("add", "act" if "case" in text else "case", input=text)
    assert (result.code, result.out) == (1, "")
    assert f"[{code}]" in result.err
    assert len(result.err.splitlines()) == 1
    assert jiashu("list", "case").out == ""


def test_a_date_may_be_given_in_plain_words(jiashu: Run) -> None:
    record = added(jiashu, "case", title="A", opened_on="2024-03-05")
    assert fields(jiashu, record)["opened_on"] == {"calendar": "gregorian", "edtf": "2024-03-05", "words": "2024-03-05"}
    jiashu("edit", record, input=json.dumps({"opened_on": "2024年3月"}))
    assert fields(jiashu, record)["opened_on"]["edtf"] == "2024-03"


def test_a_date_nobody_understands_keeps_its_words(jiashu: Run) -> None:
    record = added(jiashu, "case", title="A", opened_on="after the harvest")
    assert fields(jiashu, record)["opened_on"]["words"] == "after the harvest"


def test_a_wrong_date_is_told_with_the_shape_it_takes(jiashu: Run) -> None:
    told = jiashu("add", "case", input='{"opened_on": 2024}').err
    assert '{"edtf": "2024-03", "words": "March 2024"}' in told


@pytest.mark.parametrize(
    ("slip", "told"),
    [
        ({"titel": "A"}, "Case has no field “titel”; it is kept as it is, as of a newer program. Is “title” meant?"),
        ({"title": "A", "status": "bogus"}, "“bogus” is none of the codes for status; it is kept as it is."),
        ({"notes": [{"txet": "A"}]}, "Case has no field “notes/txet”"),
    ],
)
def test_a_slip_of_the_pen_is_kept_and_told(jiashu: Run, slip: dict[str, Any], told: str) -> None:
    result = jiashu("add", "case", input=json.dumps(slip))
    assert (result.code, len(result.lines)) == (0, 1)
    assert result.err.startswith(told)


def test_an_edit_tells_a_slip_of_the_pen_too(jiashu: Run) -> None:
    record = added(jiashu, "case", title="A")
    result = jiashu("edit", record, input='{"flags": ["chidl"]}')
    assert (result.code, "“chidl” is none of the codes for flags/code" in result.err) == (0, True)
    assert "Is “child” meant?" in result.err


@pytest.mark.parametrize("command", ["add", "edit"])
def test_a_slip_of_the_pen_is_refused_when_strict(jiashu: Run, command: str) -> None:
    record = added(jiashu, "case", title="A")
    result = jiashu(command, record if command == "edit" else "case", "--strict", input='{"titel": "B"}')
    assert (result.code, "[record.doubtful]" in result.err) == (1, True)
    assert (len(jiashu("list", "case").lines), "titel" in fields(jiashu, record)) == (1, False)


def test_of_many_records_a_slip_is_told_once_with_the_first(jiashu: Run) -> None:
    result = jiashu("add", "case", input='{"title": "A"}\n' + '{"titel": "B"}\n' * 100)
    (line,) = result.err.splitlines()
    assert line.startswith("Record 2: Case has no field “titel”")


def test_what_is_of_a_newer_program_is_shown(jiashu: Run) -> None:
    record = jiashu("add", "case", input='{"title": "A", "mood": "calm", "places": [{"name": "North"}]}').out.strip()
    lines = jiashu("show", record).lines
    newer = lines.index("Of a newer program, or written by another; kept and passed on as it is:")
    assert "    mood: calm" in lines[newer:]
    assert any(line.startswith("    places: {") and "North" in line for line in lines[newer:])


def test_nothing_is_wanted_of_what_was_erased(jiashu: Run) -> None:
    record = added(jiashu, "testimony", statements=[{"words": "One"}, {"words": "Two"}])
    jiashu("erase", record, "--accept")
    lines = jiashu("show", record).lines
    assert lines[2:] == ["erased"]


def test_a_struck_wording_says_nothing_of_its_place_in_the_list(jiashu: Run) -> None:
    record = added(jiashu, "testimony", statements=[{"words": "One"}])
    jiashu("erase", record, "--revision", record[:12], "--accept")
    told = jiashu("show", record).out
    assert ("struck" in told, "place in the list" in told) == (True, False)


def test_every_command_that_changes_a_record_speaks_to_machines(jiashu: Run) -> None:
    (made,) = jiashu("add", "case", "--json", input='{"title": "A"}').objects
    record, code = made["id"], made["code"]
    assert made == {"id": record, "code": code, "kind": "case"}
    edited = [jiashu("edit", record, "--json", input='{"title": "B"}').objects for _ in range(2)]
    assert [one["changed"] for (one,) in edited] == [True, False]
    assert jiashu("delete", code, "--json").objects == [{"id": record, "code": code, "deleted": True}]
    assert jiashu("delete", code, "--undo", "--json").objects == [{"id": record, "code": code, "deleted": False}]


def test_a_list_for_people_has_code_and_title(jiashu: Run) -> None:
    added(jiashu, "case", title="家书")
    (line,) = jiashu("list", "case").lines
    code, title = line.split("  ")
    assert (len(code), title) == (9, "家书")


def test_a_list_for_machines_has_a_line_of_json_each(jiashu: Run) -> None:
    ids = [added(jiashu, "case", title=title) for title in "AB"]
    told = jiashu("list", "case", "--json").objects
    assert [one["id"] for one in told] == ids[::-1]


def test_a_list_can_be_narrowed_and_cut(jiashu: Run) -> None:
    for number in range(5):
        added(jiashu, "case", title=f"Case {number}", summary="odd" if number % 2 else "even")
    assert len(jiashu("list", "case", "--text", "odd").lines) == 2
    assert len(jiashu("list", "case", "--limit", "3").lines) == 3


def test_r_src_07_a_search_in_the_shell_may_keep_to_what_is_first_hand(jiashu: Run) -> None:
    for basis in ("first_hand", "third_hand"):
        added(jiashu, "testimony", statements={"+": {"words": "a grey van", "basis": basis}})
    assert len(jiashu("search", "van").lines) == 2
    assert len(jiashu("search", "van", "--first-hand").lines) == 1


def test_r_src_01_the_shell_accepts_nothing_without_a_source(jiashu: Run) -> None:
    act = added(jiashu, "act", type="F.01")
    assert "[claim.no_source]" in jiashu("edit", act, input=json.dumps({"claim_status": "accepted"})).err


def test_show_and_edit_speak_the_same_json(jiashu: Run) -> None:
    record = added(jiashu, "case", title="A", flags=["child", "imminent"])
    flags = fields(jiashu, record)["flags"]
    gone = next(item for item, inside in flags.items() if inside == {**inside, "code": "child"})
    result = jiashu(
        "edit", record, input=json.dumps({"title": "B", "flags": {gone: None}, "region": {"absent": "unknown"}})
    )
    assert result.out.strip() == record
    told = fields(jiashu, record)
    assert (told["title"], list(told["flags"])) == ("B", [item for item in flags if item != gone])
    assert told["region"] == {"absent": "unknown"}


@pytest.mark.parametrize("text", ["[]", '"text"', "7"])
def test_edit_takes_one_object(jiashu: Run, text: str) -> None:
    record = added(jiashu, "case", title="A")
    assert "[input.object]" in jiashu("edit", record, input=text).err


def test_a_record_is_shown_by_its_code_with_labels(jiashu: Run) -> None:
    record = added(jiashu, "case", title="A", status="active")
    result = jiashu("show", shown(jiashu, record)["code"])
    assert "Status: Active" in result.lines


def test_a_record_is_shown_in_chinese_when_asked(jiashu: Run) -> None:
    record = added(jiashu, "case", title="A", status="active")
    assert "状态: 进行中" in jiashu("show", record, "--lang", "zh_Hans").lines


def test_history_tells_who_changed_what(jiashu: Run) -> None:
    record = added(jiashu, "case", title="A")
    jiashu("edit", record, input='{"title": "B"}')
    created, changed = jiashu("history", record, "--json").objects
    assert (created["kind"], changed["kind"]) == ("created", "changed")
    assert [(one["before"], one["after"]) for one in changed["changes"]] == [("A", "B")]
    assert "Title: A → B" in jiashu("history", record).out


@pytest.mark.parametrize("words", [["电停"], ["電停"], ["半夜", "停了"]])
def test_search_finds_chinese_in_either_script(jiashu: Run, words: list[str]) -> None:
    record = added(jiashu, "testimony", statements=[{"words": "他们半夜来，把电停了。"}])
    assert [hit["record"] for hit in jiashu("search", *words, "--json").objects] == [record]


def test_a_hit_says_in_which_field(jiashu: Run) -> None:
    added(jiashu, "act", type="E.02", narrative="At the airport")
    (by_text,), (by_label,) = jiashu("search", "airport").lines, jiashu("search", "permit").lines
    assert by_text.endswith("What happened, in words: At the [airport]")
    assert by_label.endswith("What happened: Passport or [permit] application refused")


def test_search_that_finds_nothing_says_so_and_is_no_failure(jiashu: Run) -> None:
    result = jiashu("search", "nowhere")
    assert (result.code, result.out) == (0, "Nothing found.\n")


def test_delete_puts_aside_and_undo_brings_back(jiashu: Run) -> None:
    record = added(jiashu, "case", title="A")
    assert jiashu("delete", record).code == 0
    assert jiashu("list", "case").out == ""
    assert "deleted" in jiashu("list", "case", "--deleted").out
    jiashu("delete", record, "--undo")
    assert len(jiashu("list", "case").lines) == 1


def test_erase_only_looks_without_accept(jiashu: Run) -> None:
    record = added(jiashu, "case", title="A secret title")
    result = jiashu("erase", record)
    assert "A secret title" in result.out
    assert "--accept" in result.out
    assert fields(jiashu, record)["title"] == "A secret title"


def test_an_accepted_erasure_is_for_good(jiashu: Run) -> None:
    record = added(jiashu, "case", title="A secret title")
    assert jiashu("erase", record, "--accept").code == 0
    assert shown(jiashu, record)["erased"] is True
    assert jiashu("search", "secret", "--json").out == ""


def test_an_erasure_lists_what_quotes_the_words(jiashu: Run) -> None:
    testimony = added(jiashu, "testimony", statements=[{"words": "The gate was locked."}])
    act = added(jiashu, "act", narrative="Locked out", anchors=[{"record": testimony, "quote": "The gate was locked."}])
    code = shown(jiashu, act)["code"]
    quoting = [line for line in jiashu("erase", testimony).lines if line.startswith("Quotes these words")]
    assert [f"({code})" in line for line in quoting] == [True]


def test_of_quoted_words_it_is_told_when_the_account_says_otherwise(jiashu: Run) -> None:
    testimony = added(jiashu, "testimony", statements=[{"words": "The gate was locked."}])
    act = added(jiashu, "act", narrative="Locked out", anchors=[{"record": testimony, "quote": "was locked"}])
    (anchor,) = fields(jiashu, act)["anchors"].values()
    assert (anchor["revision"], anchor["start"], anchor["end"]) == (testimony, 9, 19)
    assert not [line for line in jiashu("show", act).lines if line.endswith("“was locked”")]
    (item,) = fields(jiashu, testimony)["statements"]
    for words, said in (("It was locked.", "The account was changed"), ("It was shut.", "Quoted from an earlier")):
        jiashu("edit", testimony, input=json.dumps({"statements": {item: {"words": words}}}))
        (told,) = [line for line in jiashu("show", act).lines if line.endswith("“was locked”")]
        assert told.startswith(said)


def test_an_erasure_is_reported_done_only_when_it_is(jiashu: Run) -> None:
    record = added(jiashu, "case", title="A secret title")
    (looked,) = jiashu("erase", record, "--json").objects
    (done,) = jiashu("erase", record, "--accept", "--json").objects
    again = jiashu("erase", record, "--accept", "--json")
    assert (looked["done"], done["done"], again.out) == (False, True, "")


def test_what_waits_in_the_compartment_is_told(run: Run, tmp_path: Path, passphrase: Path) -> None:
    bao, by = make_vault(tmp_path / "Bao", "four blue kettles sing"), ("--passphrase-file", passphrase)
    person = run("add", bao, "person", *by, input='{"sex": "f"}').out.strip()
    name = run("add", bao, "name", *by, input=json.dumps({"person": person, "full": "许安"})).out.strip()
    result = run("erase", bao, name, "--accept", *by)
    assert any(line.startswith("Part of it lies with the identities") for line in result.lines)
    assert result.lines[-1] == "Erased, but for what waits."


def test_one_wording_is_struck_by_field_and_revision(jiashu: Run) -> None:
    record = added(jiashu, "case", title="A slip", status="active")
    jiashu("edit", record, input='{"title": "Better"}')
    jiashu("erase", record, "--field", "title", "--revision", record[:12], "--accept")
    assert "A slip" not in jiashu("history", record).out
    assert fields(jiashu, record)["title"] == "Better"


def test_a_schema_needs_no_vault(run: Run) -> None:
    (schema,), (again,) = run("schema", "testimony").objects, run("schema", "testimony", "--json").objects
    assert (schema["$id"], schema) == ("urn:jiashu:1:testimony", again)


@pytest.mark.parametrize(
    ("code", "said"),
    [("ZZZZ-ZZZZ", "code.unknown"), ("??", "code.malformed"), ("0" * 64, "code.unknown"), ("", "code.malformed")],
)
def test_a_code_that_means_nothing_is_refused(jiashu: Run, code: str, said: str) -> None:
    result = jiashu("show", code)
    assert (result.code, f"[{said}]" in result.err) == (1, True)


@pytest.mark.fault(25)
def test_fault_25_what_a_terminal_would_obey_is_spelled_out(jiashu: Run) -> None:
    record = added(jiashu, "case", title="\x1b[2Jgone\u202egnp.\u2028next", summary="a\r\x07b")
    results: list[Result] = [jiashu("list", "case"), jiashu("show", record), jiashu("history", record)]
    said = "".join(result.out for result in results)
    assert not set(said) & set("\x1b\r\x07\u202e\u2028")
    assert "\\u001b[2Jgone\\u202egnp" in said
    assert not set(jiashu("show", record, "--json").out) & set("\x1b\r\x07\u202e\u2028")
    assert fields(jiashu, record)["title"] == "\x1b[2Jgone\u202egnp.\u2028next"


def test_a_vault_of_an_older_program_finds_labels_too(jiashu: Run, vault: Path) -> None:
    jiashu("add", "act", input='{"type": "E.02"}')
    opened = vaults.unlock(vault, PASSPHRASE, clock=clock)
    grow_old(opened._database)
    vaults.lock(opened)
    result = jiashu("search", "permit")
    assert (len(result.lines), result.err) == (1, "")
