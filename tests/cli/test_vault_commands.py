"""Vaults from a shell: create, passphrase, verify, export-all; passphrases from files and pipes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.casework import vaults
from desktop.cli.printing import escaped
from desktop.cli.shell import Shell, clock, spoken
from desktop.errors import Hindered
from tests.cli.conftest import PASSPHRASE, Result, Run, make_vault

Pipe = Callable[[str], Path]


@pytest.mark.slow
def test_create_prints_the_recovery_key_once_and_the_limits(run: Run, tmp_path: Path, passphrase: Path) -> None:
    result = run("create", tmp_path / "new", "--passphrase-file", passphrase, "--name", "Anna")
    assert result.code == 0
    assert sum(line.startswith("AGE-SECRET-KEY-PQ-1") for line in result.lines) == 1
    assert sum(line.startswith("- ") for line in result.lines) == 5
    assert run("list", tmp_path / "new", "case", "--passphrase-file", passphrase).code == 0


@pytest.mark.slow
def test_a_recovery_key_sets_a_new_passphrase(run: Run, tmp_path: Path, passphrase: Path, piped: Pipe) -> None:
    made = run("create", tmp_path / "new", "--passphrase-file", passphrase, "--json")
    key = json.loads(made.out)["recovery_key"]
    new = ("--new-passphrase-file", piped("nine grey herons stand still"))
    assert run("passphrase", tmp_path / "new", "--recovery-key-file", piped(key.lower()), *new).code == 0
    opened = run("list", tmp_path / "new", "case", "--passphrase-file", piped("nine grey herons stand still"))
    assert opened.code == 0


def test_create_refuses_a_weak_passphrase(run: Run, tmp_path: Path, piped: Pipe) -> None:
    result = run("create", tmp_path / "new", "--passphrase-file", piped("letmein\n"))
    assert (result.code, "[passphrase.weak]" in result.err) == (1, True)
    assert not (tmp_path / "new").exists()


def test_create_never_writes_over_a_folder(run: Run, tmp_path: Path, passphrase: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter").write_text("x")
    result = run("create", tmp_path / "mine", "--passphrase-file", passphrase)
    assert (result.code, "[vault.exists]" in result.err) == (1, True)


@pytest.mark.parametrize("ending", ["", "\n", "\r\n"])
def test_a_passphrase_comes_through_a_pipe_with_or_without_a_newline(
    run: Run, vault: Path, piped: Pipe, ending: str
) -> None:
    assert run("list", vault, "case", "--passphrase-file", piped(PASSPHRASE + ending)).code == 0


def test_only_one_newline_is_dropped(run: Run, vault: Path, piped: Pipe) -> None:
    result = run("list", vault, "case", "--passphrase-file", piped(PASSPHRASE + "\n\n"))
    assert (result.code, "[vault.passphrase]" in result.err) == (1, True)


@pytest.mark.fault(9)
@pytest.mark.parametrize("wrong", ["a lamp", "' OR '1'='1", "密码", "x" * 1_000_000, "a\0b"])
def test_fault_09_every_wrong_passphrase_is_one_refusal_and_one_sentence(
    run: Run, vault: Path, piped: Pipe, wrong: str
) -> None:
    result = run("list", vault, "case", "--passphrase-file", piped(wrong))
    assert (result.code, result.out, len(result.err.splitlines())) == (1, "", 1)
    assert "[vault.passphrase]" in result.err


@pytest.mark.parametrize(
    ("content", "code"), [(b"\xff\xfe\x00", "passphrase.encoding"), (b"x" * 1_100_000, "passphrase.too_long")]
)
def test_a_file_that_is_no_passphrase_is_refused(
    run: Run, vault: Path, tmp_path: Path, content: bytes, code: str
) -> None:
    (tmp_path / "p").write_bytes(content)
    result = run("list", vault, "case", "--passphrase-file", tmp_path / "p")
    assert (result.code, f"[{code}]" in result.err) == (1, True)


def test_a_passphrase_file_that_is_not_there_hinders(run: Run, vault: Path, tmp_path: Path) -> None:
    result = run("list", vault, "case", "--passphrase-file", tmp_path / "nowhere")
    assert (result.code, "[file.unreadable]" in result.err) == (4, True)


def test_a_script_without_a_passphrase_file_is_misused(run: Run, vault: Path) -> None:
    result = run("list", vault, "case")
    assert (result.code, "--passphrase-file" in result.err) == (2, True)


@pytest.mark.parametrize(
    "words", [["nonsense"], ["list"], ["list", "V", "nonsense"], ["show", "V"], ["list", "V", "case", "--nonsense"], []]
)
def test_what_makes_no_command_is_misuse(run: Run, words: list[str]) -> None:
    assert run(*words).code == 2


def test_help_is_no_failure(run: Run) -> None:
    assert (run("--help").code, run("list", "--help").code) == (0, 0)


@pytest.mark.slow
def test_a_changed_passphrase_opens_and_the_old_one_no_longer(
    run: Run, vault: Path, passphrase: Path, piped: Pipe
) -> None:
    new = "nine grey herons stand still"
    result = run("passphrase", vault, "--passphrase-file", passphrase, "--new-passphrase-file", piped(new))
    assert result.code == 0
    assert run("list", vault, "case", "--passphrase-file", piped(new)).code == 0
    assert run("list", vault, "case", "--passphrase-file", passphrase).code == 1


def test_a_compartment_of_its_own_opens_with_its_own_passphrase(
    run: Run, tmp_path: Path, passphrase: Path, piped: Pipe
) -> None:
    make_vault(tmp_path / "Bao", "four blue kettles sing")
    add = ["--passphrase-file", passphrase]
    person = run("add", tmp_path / "Bao", "person", *add, input='{"sex": "f"}').out.strip()
    run("add", tmp_path / "Bao", "name", *add, input=json.dumps({"person": person, "full": "许安"}))
    closed = run("list", tmp_path / "Bao", "person", *add).out
    opened = run(
        "list", tmp_path / "Bao", "person", *add, "--identity-passphrase-file", piped("four blue kettles sing")
    ).out
    assert ("许安" in closed, "许安" in opened) == (False, True)


def test_verify_says_everything_is_in_order(jiashu: Run) -> None:
    result = jiashu("verify")
    assert (result.code, result.lines[-1]) == (0, "Everything is in order.")


def test_verify_says_that_closed_identities_were_not_checked(run: Run, tmp_path: Path, passphrase: Path) -> None:
    make_vault(tmp_path / "Bao", "four blue kettles sing", named=False)
    result = run("verify", tmp_path / "Bao", "--passphrase-file", passphrase)
    assert (result.code, "The identities were closed, and so not checked" in result.lines[-1]) == (0, True)


def test_verify_tells_each_finding_in_a_sentence(jiashu: Run, vault: Path) -> None:
    (vault / "a (conflicted copy).db").write_text("somebody's")
    result = jiashu("verify")
    (line,) = [line for line in result.lines if "[vault.strange_file]" in line]
    assert line.startswith("There is a file in the vault's folder that is none of its own: a (conflicted copy).db.")
    assert result.code == 3


def test_verify_lists_what_was_noticed_and_it_is_no_damage(jiashu: Run, vault: Path) -> None:
    (vault / "closed").unlink()
    result = jiashu("verify")
    assert any("[vault.no_marker]" in line for line in result.lines)
    assert (result.code, result.lines[-1]) == (0, "What is here is in order; what was noticed is listed above.")


@pytest.mark.fault(8)
def test_fault_08_what_unlocking_noticed_is_told_beside_the_result(jiashu: Run, vault: Path) -> None:
    case = jiashu("add", "case", input='{"title": "A"}').out.strip()
    (vault / "closed").unlink()
    (vault / "letter\u202e.txt").write_text("somebody's")
    result = jiashu("list", "case", "--json")
    assert [one["id"] for one in result.objects] == [case]
    assert "[vault.no_marker]" in result.err
    assert "[vault.strange_file]" in result.err
    assert "\u202e" not in result.err


def test_of_many_stray_files_the_first_are_told(jiashu: Run, vault: Path) -> None:
    for number in range(30):
        (vault / f"stray {number}").write_text("somebody's")
    assert jiashu("list", "case").err.splitlines()[-1] == "… and 20 more; `verify` lists them all."


def test_a_full_disk_is_told_as_a_command_meets_it() -> None:
    told = Shell("en").sentence(Hindered("disk.full", needed=4096))
    assert told.endswith("Make at least 4096 bytes of room, then give it once more. [disk.full]")


def test_verify_ends_with_damaged_when_something_is_wrong(jiashu: Run, vault: Path, tmp_path: Path) -> None:
    case = jiashu("add", "case", input='{"title": "A"}').out.strip()
    (tmp_path / "n.txt").write_text("words")
    jiashu("attach", case, tmp_path / "n.txt")
    (sealed,) = [path for path in (vault / "d").rglob("*") if path.is_file()]
    sealed.write_bytes(sealed.read_bytes()[:-1])
    result = jiashu("verify", "--json")
    assert result.code == 3
    assert any(one.get("finding") == "vault.file" for one in result.objects)


def test_export_all_writes_into_a_new_folder_only(jiashu: Run, tmp_path: Path) -> None:
    jiashu("add", "case", input='{"title": "A"}')
    assert jiashu("export-all", "--out", tmp_path / "out").code == 0
    assert (tmp_path / "out/case.csv").is_file()
    again = jiashu("export-all", "--out", tmp_path / "out")
    assert (again.code, "[file.exists]" in again.err) == (1, True)


def test_export_all_says_what_the_closed_compartment_keeps_back(run: Run, tmp_path: Path, passphrase: Path) -> None:
    bao, by = make_vault(tmp_path / "Bao", "four blue kettles sing"), ("--passphrase-file", passphrase)
    person = run("add", bao, "person", *by, input='{"sex": "f"}').out.strip()
    run("add", bao, "name", *by, input=json.dumps({"person": person, "full": "许安"}))
    result = run("export-all", bao, "--out", tmp_path / "out", *by)
    assert result.lines[-1].startswith("Sealed records left out: 1")
    assert "--identity-passphrase-file" in result.lines[-1]


def damaged(vault: Path, how: str) -> None:
    """Break a vault in one of the ways vaults get broken."""
    main = vault / "a.db"
    if how == "cut off":
        main.write_bytes(main.read_bytes()[:4096])
    elif how == "empty":
        main.write_bytes(b"")
    elif how == "plain":
        main.write_bytes(b"SQLite format 3\0" + bytes(8176))
    elif how == "folder":
        main.unlink()
        main.mkdir()
    elif how == "link":
        main.rename(vault / "elsewhere")
        main.symlink_to(vault / "elsewhere")
    elif how == "pipe":
        if sys.platform == "win32":
            pytest.skip("this system has no such files")
        main.unlink()
        os.mkfifo(main)
    elif how == "gone":
        main.unlink()
    elif how == "slot":
        (vault / "k1").write_bytes(b"nonsense")


DAMAGES = ["cut off", "empty", "plain", "folder", "link", "pipe", "gone", "slot"]


@pytest.mark.fault(7)
@pytest.mark.parametrize("how", DAMAGES)
def test_fault_07_a_damaged_vault_is_told_and_never_made_anew(jiashu: Run, vault: Path, how: str) -> None:
    damaged(vault, how)
    before = {path.name: path.stat().st_size for path in vault.iterdir()}
    result = jiashu("list", "case")
    assert (result.code, result.out) == (3, "")
    assert "[vault." in result.err
    assert {name: before[name] for name in ("k1",)} == {"k1": (vault / "k1").stat().st_size}
    assert (vault / "a.db").exists() is ("a.db" in before)


@pytest.mark.fault(7)
def test_fault_07_each_way_of_being_damaged_has_its_own_sentence(jiashu: Run, vault: Path, tmp_path: Path) -> None:
    told = set()
    for how in DAMAGES:
        broken = tmp_path / how
        shutil.copytree(vault, broken)
        damaged(broken, how)
        told.add(jiashu("list", "case", on=broken).err)
    assert len(told) == len(DAMAGES)


@pytest.mark.parametrize(
    ("what", "code"),
    [("nowhere", "vault.not_found"), ("empty", "vault.not_a_vault"), ("letter.txt", "vault.is_file")],
)
def test_what_is_no_vault_is_refused(jiashu: Run, tmp_path: Path, what: str, code: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "letter.txt").write_text("not a folder")
    result = jiashu("list", "case", on=tmp_path / what)
    assert (result.code, f"[{code}]" in result.err) == (1, True)


@pytest.mark.fault(9)
def test_fault_09_a_key_slot_asking_for_an_absurd_work_factor_is_refused_at_once(jiashu: Run, vault: Path) -> None:
    slot = (vault / "k1").read_bytes()
    header, _, rest = slot.partition(b"-> scrypt ")
    salt, _, after = rest.partition(b" ")
    (vault / "k1").write_bytes(header + b"-> scrypt " + salt + b" 30" + after[after.index(b"\n") :])
    result = jiashu("list", "case")
    assert (result.code, result.out) == (3, "")
    assert "It was not tried" in result.err
    assert "[vault.absurd_work]" in result.err


def test_a_second_one_is_told_that_the_vault_is_open(jiashu: Run, vault: Path) -> None:
    held = vaults.unlock(vault, PASSPHRASE, clock=clock)
    try:
        result = jiashu("list", "case")
    finally:
        vaults.lock(held)
    assert (result.code, "[vault.in_use]" in result.err) == (4, True)


@pytest.mark.fault(8)
def test_fault_08_an_older_copy_is_opened_and_told(jiashu: Run, vault: Path, tmp_path: Path) -> None:
    shutil.copytree(vault, tmp_path / "old")
    jiashu("add", "case", input='{"title": "A"}')
    shutil.rmtree(vault)
    shutil.copytree(tmp_path / "old", vault)
    result = jiashu("list", "case")
    assert (result.code, "older copy of the vault: 1 events are missing" in result.err) == (0, True)


def test_errors_speak_the_language_asked_for(run: Run, vault: Path, piped: Pipe) -> None:
    result = run("list", vault, "case", "--passphrase-file", piped("wrong"), "--lang", "zh_Hans")
    assert any("\u4e00" <= sign <= "\u9fff" for sign in result.err)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh_Hans"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "zh_CN"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_of_the_environment_is_spoken(environment: dict[str, str], language: str) -> None:
    assert spoken(environment) == language


@pytest.mark.parametrize(("text", "shown"), [("家书", "家书"), ("a\x1bb", "a\\u001bb"), ("\U000e0001", "\\U000e0001")])
def test_only_what_is_not_text_is_spelled_out(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_nothing_is_printed_twice(jiashu: Run) -> None:
    result: Result = jiashu("verify")
    assert len(result.lines) == len(set(result.lines))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="prints to a device of Linux that is always full")
@pytest.mark.fault(3)
@pytest.mark.parametrize("command", ["schema case", "verify {vault} --passphrase-file {passphrase}"])
def test_fault_03_what_cannot_be_printed_is_told_and_is_no_fault(vault: Path, passphrase: Path, command: str) -> None:
    words = command.format(vault=vault, passphrase=passphrase).split()
    program = [sys.executable, "-m", "desktop", *words]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(program, check=False, stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr.count("output.failed"), done.stderr.count("\n")) == (4, 1, 1)


def test_renewing_the_keys_first_says_what_it_means_and_then_does_it(jiashu: Run) -> None:
    looked = jiashu("renew-keys")
    assert (looked.code, "preview" in looked.out) == (0, True)
    assert jiashu("renew-keys", "--json").objects[0]["done"] is False
    done = jiashu("renew-keys", "--accept")
    assert (done.code, "The keys are renewed." in done.out) == (0, True)
    assert jiashu("verify").code == 0


def test_keys_renewed_by_half_are_renewed_by_the_same_command(run: Run, vault: Path, passphrase: Path) -> None:
    unlocked = vaults.unlock(vault, PASSPHRASE, clock=clock)
    unlocked.begin_new_keys(PASSPHRASE)
    vaults.lock(unlocked)
    done = run("renew-keys", vault, "--passphrase-file", passphrase, "--json")
    assert (done.code, done.objects) == (0, [{"done": True}])


def test_keys_wait_for_the_identities_passphrase_and_say_so(
    run: Run, tmp_path: Path, passphrase: Path, piped: Pipe
) -> None:
    place = make_vault(tmp_path / "own", "four blue kettles sing")
    words = ("renew-keys", place, "--passphrase-file", passphrase)
    assert "next opened" in run(*words).out
    unlocked = vaults.unlock(place, PASSPHRASE, clock=clock, identity_passphrase="four blue kettles sing")
    unlocked.begin_new_keys(PASSPHRASE, "four blue kettles sing")
    vaults.lock(unlocked)
    assert "The rest waits" in run(*words).out
    done = run(*words, "--identity-passphrase-file", piped("four blue kettles sing"))
    assert "The keys are renewed." in done.out


def test_changing_the_passphrase_says_what_to_do_if_somebody_knows_the_old_one(jiashu: Run, piped: Pipe) -> None:
    assert "renew-keys" in jiashu("passphrase", "--new-passphrase-file", piped("nine grey herons stand still")).out
