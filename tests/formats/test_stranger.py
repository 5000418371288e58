"""A stranger with only age, tar, ssh-keygen and a browser opens what we send."""

from __future__ import annotations

import dataclasses
import io
import json
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from desktop.crypto import age
from desktop.crypto.recipients import PassphraseRecipient
from desktop.formats.manifest import PackageKind
from desktop.formats.package import write_package
from tests.crypto.terminal import answer_prompts
from tests.formats.parties import Party, evidence, party, transfer, written

WEAK_FOR_TESTS = 2
PHOTO = b"\x89PNG not really"


def need(*programs: str) -> None:
    for program in programs:
        if not shutil.which(program):
            pytest.skip(f"needs the program {program}, which is not here")


@pytest.fixture(scope="module")
def sender() -> Party:
    return party("林安然")


@pytest.fixture(scope="module")
def receiver() -> Party:
    return party("王远")


@pytest.fixture
def unpacked(tmp_path: Path, sender: Party, receiver: Party) -> Path:
    """The folder after the README's first two commands."""
    need("age", "tar")
    (tmp_path / "KEY_FILE").write_text(receiver.package.text + "\n")
    (tmp_path / "IDENTITIES_KEY_FILE").write_text(receiver.identities.text + "\n")
    (tmp_path / "PACKAGE").write_bytes(written(transfer(sender, [receiver], files=[evidence(PHOTO)]), sender))
    for command in (["age", "-d", "-i", "KEY_FILE", "-o", "package.tar", "PACKAGE"], ["tar", "-xf", "package.tar"]):
        subprocess.run(command, cwd=tmp_path, check=True)
    return tmp_path


def commands(folder: Path) -> list[str]:
    """The commands the README tells, in order, English part."""
    english = (folder / "README.txt").read_text(encoding="utf-8").split("不用家书")[0]
    return [line.strip() for line in english.splitlines() if line.startswith("     ")]


def test_everything_is_there(unpacked: Path) -> None:
    assert json.loads((unpacked / "manifest.json").read_text(encoding="utf-8"))["purpose"] == "review"
    assert (unpacked / "case.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert [path.read_bytes() for path in (unpacked / "evidence").iterdir()] == [PHOTO]
    assert "后来补充" in (unpacked / "revisions.jsonl").read_text(encoding="utf-8")


def test_every_file_is_the_owners_alone(unpacked: Path) -> None:
    assert (unpacked / "case.html").stat().st_mode & 0o777 == 0o600


def test_the_readme_tells_the_commands_that_were_used(unpacked: Path) -> None:
    assert commands(unpacked)[:2] == ["age -d -i KEY_FILE -o package.tar PACKAGE", "tar -xf package.tar"]


def test_the_commands_of_the_readme_check_the_signature(unpacked: Path) -> None:
    need("ssh-keygen", "sh")
    write, check = commands(unpacked)[2:4]
    subprocess.run(["sh", "-c", write], cwd=unpacked, check=True)
    good = subprocess.run(["sh", "-c", check], cwd=unpacked, capture_output=True, check=False, text=True)
    assert good.stdout.startswith('Good "jiashu-package@1" signature for sender')


def test_the_check_fails_for_an_altered_manifest(unpacked: Path) -> None:
    need("ssh-keygen", "sh")
    write, check = commands(unpacked)[2:4]
    manifest = unpacked / "manifest.json"
    manifest.write_bytes(manifest.read_bytes().replace(b"review", b"reveal"))
    subprocess.run(["sh", "-c", write], cwd=unpacked, check=True)
    assert subprocess.run(["sh", "-c", check], cwd=unpacked, capture_output=True, check=False).returncode != 0


def test_the_manifest_tells_the_digest_of_every_file(unpacked: Path) -> None:
    for member in json.loads((unpacked / "manifest.json").read_bytes())["members"]:
        assert sha256((unpacked / member["name"]).read_bytes()).hexdigest() == member["sha256"]


def test_the_identities_open_with_the_second_key(unpacked: Path) -> None:
    command = next(line for line in commands(unpacked) if "identities.age" in line)
    subprocess.run(command.split(), cwd=unpacked, check=True)
    assert "陈玉兰" in (unpacked / "identities.jsonl").read_text(encoding="utf-8")


def test_the_identities_do_not_open_with_the_first_key(unpacked: Path) -> None:
    command = ["age", "-d", "-i", "KEY_FILE", "identities.age"]
    assert subprocess.run(command, cwd=unpacked, capture_output=True, check=False).returncode != 0


def test_a_package_for_a_passphrase_opens_with_the_passphrase(tmp_path: Path, sender: Party) -> None:
    need("age", "tar", "setsid")
    content = dataclasses.replace(transfer(sender, []), kind=PackageKind.PASSPHRASE, revisions=[])
    out = io.BytesIO()
    write_package(out, content, sender.key, passphrase=PassphraseRecipient("eight words", WEAK_FOR_TESTS))
    (tmp_path / "PACKAGE").write_bytes(out.getvalue())
    answer_prompts(["age", "-d", "-o", tmp_path / "package.tar", tmp_path / "PACKAGE"], "eight words")
    subprocess.run(["tar", "-xf", "package.tar"], cwd=tmp_path, check=True)
    assert "-i KEY_FILE" not in (tmp_path / "README.txt").read_text(encoding="utf-8")


def test_a_post_quantum_package_says_which_age_it_takes(tmp_path: Path, sender: Party) -> None:
    strong = party("何青", hybrid=True)
    assert b"age 1.3 or later" in age.unseal(written(transfer(sender, [strong]), sender), [strong.package])
