"""Two vaults exchange a case through the shell."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import tarfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pyrage
import pytest

from desktop.casework import vaults
from desktop.cli.shell import clock
from desktop.crypto import age
from desktop.crypto.recipients import X25519Identity, parse_recipient
from desktop.domain.date_show import show_edtf
from desktop.formats.card import read_card
from tests.cli.conftest import PASSPHRASE, Run, make_vault
from tests.shelf import Shelf

PHRASE = "nine grey herons stand still"


class Pair:
    """Anna and Bao of one team, cards exchanged, and Anna's case."""

    def __init__(self, jiashu: Run, anna: Path, bao: Path, ids: dict[str, str]) -> None:
        self.jiashu = jiashu
        self.anna = anna
        self.bao = bao
        self.case, self.person, self.testimony = (ids[name] for name in ("case", "person", "testimony"))

    def add(self, kind: str, **fields: object) -> str:
        return self.jiashu("add", kind, input=json.dumps(fields)).out.strip()

    def edit(self, on: Path, record: str, **fields: object) -> None:
        assert self.jiashu("edit", record, input=json.dumps(fields), on=on).code == 0

    def hand(self, out: Path, *words: object, on: Path | None = None, to: str = "Bao") -> Path:
        done = self.jiashu(
            "handoff", "--case", self.case, "--to", to, "--out", out, "--accept", *words, on=on or self.anna
        )
        assert (done.code, done.err) == (0, "")
        return out

    def take(self, file: Path, *words: object, on: Path | None = None) -> dict[str, int]:
        done = self.jiashu("receive", file, "--accept", "--json", *words, on=on or self.bao)
        assert (done.code, done.err) == (0, "")
        return dict(done.objects[-1])


def told_and_introduced(jiashu: Run, folder: Path) -> None:
    """The vaults of such a pair, and what its records are called."""
    folder.mkdir()
    anna, bao = (make_vault(folder / name) for name in ("Anna", "Bao"))
    for mine, other in ((anna, bao), (bao, anna)):
        card = folder / "card"
        card.write_text(jiashu("contact", "show", on=other).out)
        assert jiashu("contact", "add", card, "--our-team", "--verified", on=mine).code == 0

    def add(kind: str, **fields: object) -> str:
        return jiashu("add", kind, input=json.dumps(fields), on=anna).out.strip()

    case, person = add("case", title="A letter writer"), add("person", counting_unit="individual")
    add("name", person=person, full="林秀兰")
    testimony = add("testimony", case=case, speaker=person, statements=[{"words": "他们半夜来，把电停了。"}])
    (folder / "ids").write_text(json.dumps({"case": case, "person": person, "testimony": testimony}))


@pytest.fixture
def pair(jiashu: Run, vault: Path, tmp_path: Path, shelf: Shelf) -> Pair:
    ready = shelf.copied("a pair of the shell", tmp_path / "pair", lambda place: told_and_introduced(jiashu, place))
    shutil.rmtree(vault)
    (ready / "Anna").rename(vault)
    return Pair(jiashu, vault, (ready / "Bao").rename(tmp_path / "Bao"), json.loads((ready / "ids").read_text()))


def test_a_card_is_shown_for_a_file_and_its_words_for_the_phone(jiashu: Run) -> None:
    result = jiashu("contact", "show")
    assert json.loads(result.out)["name"] == "Anna"
    assert len(result.err.split("  ")[1].split()) == 12


def test_a_card_for_machines_has_qr_texts_and_words(jiashu: Run) -> None:
    (card,) = jiashu("contact", "show", "--json").objects
    assert card["qr"][0].startswith("JC1/1/")
    assert len(card["words"].split()) == 12


def test_contacts_are_listed_with_what_is_known_of_them(pair: Pair) -> None:
    (line,) = pair.jiashu("contact", "list").lines
    assert line.split("  ")[1:] == ["Bao", "words compared", "our team"]


def test_a_contact_keeps_our_name_whatever_their_newer_card_says(pair: Pair, tmp_path: Path) -> None:
    (tmp_path / "card").write_text(pair.jiashu("contact", "show", "--name", "Harbour Radio", on=pair.bao).out)
    added = pair.jiashu("contact", "add", tmp_path / "card").lines
    (line,) = pair.jiashu("contact", "list").lines
    assert "Added: Bao (calls themselves “Harbour Radio”)" in added
    assert line.split("  ", 1)[1] == "Bao  words compared  our team (calls themselves “Harbour Radio”)"


def test_a_contact_is_called_otherwise_on_purpose(pair: Pair) -> None:
    assert pair.jiashu("contact", "rename", "Bao", "--name", "Bao of the harbour").code == 0
    (known,) = pair.jiashu("contact", "list", "--json").objects
    assert (known["name"], known["calls_themselves"]) == ("Bao of the harbour", "Bao")


def test_a_contact_is_added_under_a_name_of_ours(pair: Pair, tmp_path: Path) -> None:
    (tmp_path / "card").write_text(pair.jiashu("contact", "show", on=make_vault(tmp_path / "bao")).out)
    refused = pair.jiashu("contact", "add", tmp_path / "card")
    assert (refused.code, "[contact.name_taken]" in refused.err) == (1, True)
    assert pair.jiashu("contact", "add", tmp_path / "card", "--name", "The other Bao").code == 0


def test_a_card_without_a_name_is_asked_about_before_it_leaves(jiashu: Run, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "new", named=False)
    refused = jiashu("contact", "show", on=vault)
    assert (refused.code, refused.out, "--name NAME" in refused.err) == (1, "", True)
    assert jiashu("contact", "show", "--unnamed", on=vault).code == 0
    assert jiashu("contact", "show", on=vault).code == 0


def test_nothing_is_handed_over_under_a_card_without_a_name(jiashu: Run, vault: Path, tmp_path: Path) -> None:
    unnamed = make_vault(tmp_path / "new", named=False)
    (tmp_path / "card").write_text(jiashu("contact", "show", on=vault).out)
    jiashu("contact", "add", tmp_path / "card", "--our-team", on=unnamed)
    case = jiashu("add", "case", input='{"title": "A letter writer"}', on=unnamed).out.strip()
    words = ("handoff", "--case", case, "--to", "Anna", "--out", tmp_path / "x.age", "--accept")
    assert "[card.unnamed]" in jiashu(*words, on=unnamed).err
    assert not (tmp_path / "x.age").exists()


@pytest.mark.parametrize("words", [["add"], ["list", "x"], ["show", "x"], ["steal"], ["rename", "x"], ["rename"]])
def test_contact_without_sense_is_misuse(jiashu: Run, words: list[str]) -> None:
    assert jiashu("contact", *words).code == 2


@pytest.mark.parametrize("content", [b"", b"{}", b"nonsense", b"\xff" * 100])
def test_what_is_no_card_is_one_sentence(jiashu: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "card").write_bytes(content)
    result = jiashu("contact", "add", tmp_path / "card")
    assert (result.code in {1, 3}, len(result.err.splitlines())) == (True, 1)


def test_handing_over_looks_first(pair: Pair, tmp_path: Path) -> None:
    result = pair.jiashu("handoff", "--case", pair.case, "--to", "Bao", "--out", tmp_path / "x.age")
    assert result.code == 0
    assert any(line.startswith("Leaves: Testimony") for line in result.lines)
    assert not (tmp_path / "x.age").exists()


def test_a_case_goes_over_and_reads_the_same(pair: Pair, tmp_path: Path) -> None:
    assert pair.take(pair.hand(tmp_path / "x.age"))["new"] == 4
    mine, theirs = (pair.jiashu("show", pair.testimony, "--json", on=on).out for on in (pair.anna, pair.bao))
    assert mine == theirs
    assert "林秀兰" in pair.jiashu("list", "person", on=pair.bao).out


def test_names_wait_until_a_command_is_given_the_passphrase_of_the_identities(
    jiashu: Run, pair: Pair, tmp_path: Path
) -> None:
    own = tmp_path / "identities"
    own.write_text("four blue kettles sing\n")
    chen = make_vault(tmp_path / "Chen", "four blue kettles sing")
    for mine, other in ((pair.anna, chen), (chen, pair.anna)):
        card = tmp_path / f"{other.name}.card"
        card.write_text(jiashu("contact", "show", on=other).out)
        jiashu("contact", "add", card, "--our-team", "--verified", on=mine)
    file = pair.hand(tmp_path / "x.age", to="Chen")
    looked = jiashu("receive", file, on=chen)
    assert "Names came with it; they wait, sealed, until the identities are opened." in looked.lines
    assert pair.take(file, on=chen)["waiting"]
    assert "names.waiting" in jiashu("verify", on=chen).out
    opened = jiashu("list", "person", "--identity-passphrase-file", own, on=chen)
    assert "林秀兰" in opened.out
    assert "names.came" in opened.err
    assert jiashu("list", "person", "--identity-passphrase-file", own, on=chen).err == ""


def test_a_package_in_parts_is_received_from_any_of_them(pair: Pair, tmp_path: Path) -> None:
    done = pair.jiashu(
        "handoff", "--case", pair.case, "--to", "Bao", "--out", tmp_path / "x.age", "--part-size", "8K", "--accept"
    )
    assert done.lines[-2:] == [
        f"Written: {max(tmp_path.glob('x.age.*'))}",
        "All parts are needed to open it: keep them in one folder. Whoever receives it chooses any of them.",
    ]
    assert (tmp_path / "x.age.001").stat().st_size == 8000
    assert pair.take(tmp_path / "x.age.002")["new"] == 4


def test_of_a_part_that_is_missing_the_number_is_told(pair: Pair, tmp_path: Path) -> None:
    pair.hand(tmp_path / "x.age", "--part-size", "8000")
    (tmp_path / "x.age.002").unlink()
    result = pair.jiashu("receive", tmp_path / "x.age.001", on=pair.bao)
    assert result.err.startswith("Part 002 of this package is not here;")
    assert "[package.part_missing]" in result.err


@pytest.mark.parametrize("size", ["", "much", "-5", "5X", "1.5M"])
def test_a_size_that_is_none_is_misuse(pair: Pair, tmp_path: Path, size: str) -> None:
    words = ["handoff", "--case", pair.case, "--to", "Bao", "--out", tmp_path / "x.age", "--part-size", size]
    assert pair.jiashu(*words).code == 2


def test_receiving_looks_first(pair: Pair, tmp_path: Path) -> None:
    file = pair.hand(tmp_path / "x.age")
    result = pair.jiashu("receive", file, on=pair.bao)
    assert "New: Case · A letter writer" in result.lines
    assert pair.jiashu("list", "case", on=pair.bao).out == ""


@pytest.mark.fault(18)
def test_fault_18_receiving_twice_changes_nothing(pair: Pair, tmp_path: Path) -> None:
    file = pair.hand(tmp_path / "x.age")
    pair.take(file)
    before = pair.jiashu("verify", "--json", on=pair.bao).out
    assert pair.take(file) | {"refused": 0} == dict.fromkeys(
        ("new", "merged", "conflicts", "accepted", "refused", "evidence", "waiting"), 0
    )
    assert pair.jiashu("verify", "--json", on=pair.bao).out == before
    assert "Everything in it is here already." in pair.jiashu("receive", file, on=pair.bao).lines


def test_edits_merge_by_field_and_a_true_conflict_is_shown(pair: Pair, tmp_path: Path) -> None:
    pair.take(pair.hand(tmp_path / "1.age"))
    pair.edit(pair.anna, pair.case, title="From Anna", status="active")
    pair.edit(pair.bao, pair.case, title="From Bao", priority="high")
    back = pair.hand(tmp_path / "2.age", on=pair.bao, to="Anna")
    looked = pair.jiashu("receive", back).out
    assert "two values of Title" in looked
    assert pair.take(back, on=pair.anna)["conflicts"] == 1
    (told,) = pair.jiashu("show", pair.case, "--json").objects
    assert (told["fields"]["priority"], told["fields"]["status"], told["conflicts"]) == ("high", "active", ["title"])


def test_an_edit_settles_a_conflict(pair: Pair, tmp_path: Path) -> None:
    pair.take(pair.hand(tmp_path / "1.age"))
    pair.edit(pair.anna, pair.case, title="From Anna")
    pair.edit(pair.bao, pair.case, title="From Bao")
    pair.take(pair.hand(tmp_path / "2.age", on=pair.bao, to="Anna"), on=pair.anna)
    pair.edit(pair.anna, pair.case, title="Together")
    (told,) = pair.jiashu("show", pair.case, "--json").objects
    assert (told["fields"]["title"], told["conflicts"]) == ("Together", [])


def test_an_erasure_takes_effect_elsewhere_only_when_accepted(pair: Pair, tmp_path: Path) -> None:
    pair.take(pair.hand(tmp_path / "1.age"))
    pair.jiashu("erase", pair.testimony, "--accept")
    file = pair.hand(tmp_path / "2.age")
    assert "They erased" in pair.jiashu("receive", file, on=pair.bao).out
    pair.take(file)
    assert "电停" in pair.jiashu("show", pair.testimony, on=pair.bao).out
    assert pair.take(file, "--accept-erasures")["accepted"] == 1
    assert "电停" not in pair.jiashu("show", pair.testimony, on=pair.bao).out


def test_accepting_erasures_alone_is_still_only_a_look(pair: Pair, tmp_path: Path) -> None:
    pair.take(pair.hand(tmp_path / "1.age"))
    pair.jiashu("erase", pair.testimony, "--accept")
    result = pair.jiashu("receive", pair.hand(tmp_path / "2.age"), "--accept-erasures", on=pair.bao)
    assert (result.code, "This is a preview" in result.lines[-1]) == (0, True)
    assert "电停" in pair.jiashu("show", pair.testimony, on=pair.bao).out


def test_what_was_accepted_and_refused_is_told_in_words(pair: Pair, tmp_path: Path) -> None:
    pair.take(pair.hand(tmp_path / "1.age"))
    pair.jiashu("erase", pair.testimony, "--accept")
    file = pair.hand(tmp_path / "2.age")
    refused = pair.jiashu("receive", file, "--accept", on=pair.bao)
    accepted = pair.jiashu("receive", file, "--accept", "--accept-erasures", on=pair.bao)
    assert "0 accepted here, 1 refused." in refused.lines[-1]
    assert "1 accepted here, 0 refused." in accepted.lines[-1]


def test_a_redacted_copy_keeps_who_was_not_asked_at_home(pair: Pair, tmp_path: Path) -> None:
    result = pair.jiashu("handoff", "--case", pair.case, "--to", "Bao", "--redacted", "--out", tmp_path / "x.age")
    assert any("Testimony" in line and "Not asked for this purpose" in line for line in result.lines)


def test_several_redacted_copies_become_a_file_each(pair: Pair, tmp_path: Path) -> None:
    key = X25519Identity.generate()
    (tmp_path / "lawyer.txt").write_text(key.recipient.text)
    pair.jiashu("contact", "add", tmp_path / "lawyer.txt")
    done = pair.jiashu(
        "handoff", "--case", pair.case, "--to", "Bao", "--to", "lawyer", "--redacted",
        "--out", tmp_path / "copies", "--accept",
    )  # fmt: skip
    assert done.code == 0
    assert len(list((tmp_path / "copies").iterdir())) == 2


def copy_lines(pair: Pair, tmp_path: Path) -> list[str]:
    """What a redacted copy would be: its speaker agrees, somebody mentioned was not asked."""
    other = pair.add("person", counting_unit="individual")
    pair.add("consent", person=pair.person, state="given", scopes=[{"scope": "share_partner", "state": "given"}])
    pair.edit(pair.anna, pair.case, summary=f"林秀兰写给⟦{other}⟧。", defenders=[{"person": other}])
    return pair.jiashu("handoff", "--case", pair.case, "--to", "Bao", "--redacted", "--out", tmp_path / "x.age").lines


def test_a_redacted_copy_is_told_by_the_codes_that_leave(pair: Pair, tmp_path: Path) -> None:
    lines = copy_lines(pair, tmp_path)
    code = r"[0-9A-Z]{4}-[0-9A-Z]{4}"
    assert any(re.fullmatch(f"Leaves: Person · 林秀兰 — there it reads: {code}", line) for line in lines)
    assert any(re.fullmatch(f" *in its place a bare code leaves, nothing else: {code}", line) for line in lines)


def test_names_taken_out_of_texts_are_told_by_record(pair: Pair, tmp_path: Path) -> None:
    lines = copy_lines(pair, tmp_path)
    assert "Names that read as a code, in Case · A letter writer: 1 (林秀兰 ×1)" in lines


def test_what_a_record_lacks_is_told_beside_it(pair: Pair, tmp_path: Path) -> None:
    pair.add("act", case=pair.case, victim=pair.person, type="F.02")
    result = pair.jiashu("handoff", "--case", pair.case, "--to", "Bao", "--out", tmp_path / "x.age")
    assert any(line.startswith("    still lacks: Because of (defender)") for line in result.lines)


def test_a_preview_for_machines_has_every_copy(pair: Pair, tmp_path: Path) -> None:
    told = pair.jiashu(
        "handoff", "--case", pair.case, "--to", "Bao", "--redacted", "--json", "--out", tmp_path / "x.age"
    ).objects
    assert {"wanted", "copies", "warnings"} == set(told[0])
    assert {one["kind"] for one in told[0]["copies"][0]["leaving"]} == {"case"}


def test_of_what_was_deleted_only_that_is_told(pair: Pair, tmp_path: Path) -> None:
    pair.hand(tmp_path / "1.age")
    pair.jiashu("delete", pair.testimony)
    result = pair.jiashu("handoff", "--case", pair.case, "--to", "Bao", "--out", tmp_path / "2.age")
    assert any(line.startswith("Leaves: only that it was deleted here") for line in result.lines)


def test_who_has_an_erased_record_is_told_by_day_and_purpose(pair: Pair, tmp_path: Path) -> None:
    before = datetime.now(UTC)
    pair.hand(tmp_path / "x.age", "--purpose", "for the hearing")
    (line,) = (line for line in pair.jiashu("erase", pair.testimony).lines if "has it" in line)
    days = (show_edtf(one.date().isoformat(), "en") for one in (before, datetime.now(UTC)))  # midnight may pass
    assert line in {
        f"Bao has it, from the package of {day} (“for the hearing”); it cannot be called back." for day in days
    }


def test_a_contact_nobody_compared_words_with_is_told_as_such(pair: Pair, tmp_path: Path) -> None:
    eve = make_vault(tmp_path / "Eve")
    for mine, other in ((pair.bao, eve), (eve, pair.bao)):
        (tmp_path / "card").write_text(pair.jiashu("contact", "show", on=other).out)
        pair.jiashu("contact", "add", tmp_path / "card", "--our-team", on=mine)
    case = pair.jiashu("add", "case", input='{"title": "Bait"}', on=eve).out.strip()
    pair.jiashu("handoff", "--case", case, "--to", "Bao", "--out", tmp_path / "x.age", "--accept", on=eve)
    words = pair.jiashu("contact", "show", "--json", on=eve).objects[0]["words"]
    (line,) = (line for line in pair.jiashu("receive", tmp_path / "x.age", on=pair.bao).lines if words in line)
    assert line.startswith("The words of their card were never compared with them")
    assert pair.jiashu("receive", tmp_path / "x.age", "--json", on=pair.bao).objects[-1]["signer_verified"] is False


def test_nobody_is_asked_to_compare_words_with_a_bare_key(pair: Pair, tmp_path: Path) -> None:
    (tmp_path / "Lawyer").write_text(X25519Identity.generate().recipient.text)
    added = pair.jiashu("contact", "add", tmp_path / "Lawyer").out
    assert "Read these words" not in added
    assert any(line.endswith("Lawyer  a bare key") for line in pair.jiashu("contact", "list").lines)


def test_a_key_is_no_contact_until_its_file_is_added(pair: Pair, tmp_path: Path) -> None:
    key = X25519Identity.generate().recipient.text
    result = pair.jiashu("handoff", "--case", pair.case, "--to", key, "--redacted", "--out", tmp_path / "x")
    assert (result.code, "[contact.bare_key]" in result.err, "into a file" in result.err) == (1, True, True)


def test_all_values_of_a_conflict_are_shown_with_who_says_so(pair: Pair, tmp_path: Path) -> None:
    disagree(pair, tmp_path)
    lines = pair.jiashu("show", pair.case).lines
    at = lines.index("Open conflict: Title")
    told = sorted(re.sub(r", \d{4}-.*?: ", ": ", line.strip()) for line in lines[at + 1 : at + 3])
    assert told == ["Bao: From Bao", "ours: From Anna"]


def test_machines_get_all_values_of_a_conflict(pair: Pair, tmp_path: Path) -> None:
    disagree(pair, tmp_path)
    (told,) = pair.jiashu("show", pair.case, "--json").objects
    rivals = {(side["author"], side["own"], side["value"]) for side in told["rivals"]["title"]}
    assert rivals == {("", True, "From Anna"), ("Bao", False, "From Bao")}
    assert all(isinstance(side["at"], int) for side in told["rivals"]["title"])


def disagree(pair: Pair, tmp_path: Path) -> None:
    """Both give the case another title, and Anna hears of it."""
    pair.take(pair.hand(tmp_path / "1.age"))
    pair.edit(pair.anna, pair.case, title="From Anna")
    pair.edit(pair.bao, pair.case, title="From Bao")
    pair.take(pair.hand(tmp_path / "2.age", on=pair.bao, to="Anna"), on=pair.anna)


def test_the_card_of_a_vault_with_locked_identities_is_there_from_the_beginning(jiashu: Run, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "Chen", "four blue kettles sing")
    assert json.loads(jiashu("contact", "show", on=vault).out)["name"] == "Chen"


@pytest.mark.slow
def test_a_lawyer_with_a_passphrase_opens_it_with_another_program(
    pair: Pair, tmp_path: Path, piped: Callable[[str], Path]
) -> None:
    done = pair.jiashu(
        "handoff", "--case", pair.case, "--passphrase-for-package", piped(PHRASE), "--out", tmp_path / "x.age",
        "--accept",
    )  # fmt: skip
    assert done.code == 0
    assert b"case.html" in pyrage.passphrase.decrypt((tmp_path / "x.age").read_bytes(), PHRASE)
    looked = pair.jiashu("receive", tmp_path / "x.age", "--passphrase-for-package", piped(PHRASE), on=pair.bao)
    assert (looked.code, "New: Case" in looked.out) == (0, True)


@pytest.mark.slow
def test_whoever_has_a_passphrase_is_told_by_the_day_of_the_package(
    pair: Pair, tmp_path: Path, piped: Callable[[str], Path]
) -> None:
    words = ["--passphrase-for-package", piped(PHRASE), "--out", tmp_path / "x.age", "--accept"]
    assert pair.jiashu("handoff", "--case", pair.case, *words).code == 0
    assert "Whoever has the passphrase of the package of" in pair.jiashu("erase", pair.case).out


@pytest.mark.parametrize("words", [[], ["--to", "Bao", "--passphrase-for-package", "p"]])
def test_a_receiver_or_a_passphrase_has_to_be_named(pair: Pair, tmp_path: Path, words: list[str]) -> None:
    assert pair.jiashu("handoff", "--case", pair.case, "--out", tmp_path / "x", *words).code == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--to", "Nobody"], "contact.unknown"),
        (["--to", "Bao", "--redacted", "--scope", "everything"], "handoff.scope"),
    ],
)
def test_what_cannot_be_handed_over_is_refused(pair: Pair, tmp_path: Path, words: list[str], code: str) -> None:
    result = pair.jiashu("handoff", "--case", pair.case, "--out", tmp_path / "x", *words)
    assert (result.code, f"[{code}]" in result.err) == (1, True)


def test_a_package_for_somebody_else_is_refused(pair: Pair, tmp_path: Path) -> None:
    file = pair.hand(tmp_path / "x.age")
    eve = make_vault(tmp_path / "Eve")
    result = pair.jiashu("receive", file, on=eve)
    assert (result.code, "[package.other_keys]" in result.err) == (1, True)


@pytest.mark.fault(18)
@pytest.mark.parametrize("place", [60, 2000, -300, -1])
def test_fault_18_an_altered_package_is_damaged_and_nothing_is_kept(pair: Pair, tmp_path: Path, place: int) -> None:
    file = pair.hand(tmp_path / "x.age")
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)
    result = pair.jiashu("receive", file, "--accept", on=pair.bao)
    assert result.code in {1, 3}
    assert pair.jiashu("list", "case", on=pair.bao).out == ""


@pytest.mark.fault(18)
def test_fault_18_a_package_of_an_unknown_signer_stays_outside(pair: Pair, jiashu: Run, tmp_path: Path) -> None:
    eve = make_vault(tmp_path / "Eve")
    card = tmp_path / "bao.card"
    card.write_text(jiashu("contact", "show", on=pair.bao).out)
    jiashu("contact", "add", card, "--our-team", on=eve)
    case = jiashu("add", "case", input='{"title": "Bait"}', on=eve).out.strip()
    jiashu("handoff", "--case", case, "--to", "Bao", "--out", tmp_path / "x.age", "--accept", on=eve)
    looked = jiashu("receive", tmp_path / "x.age", on=pair.bao)
    taken = jiashu("receive", tmp_path / "x.age", "--accept", on=pair.bao)
    assert "no contact here" in looked.out
    assert (taken.code, "[package.unknown_signer]" in taken.err) == (1, True)
    assert jiashu("list", "case", on=pair.bao).out == ""


def sealed_to(vault: Path, plain: bytes) -> bytes:
    """Anything at all, sealed to a vault's package key as a stranger with the card can do."""
    opened = vaults.unlock(vault, PASSPHRASE, clock=clock)
    recipient = opened.contact_pairs[0].hybrid.recipient.text
    vaults.lock(opened)
    return age.seal(plain, [parse_recipient(recipient)])


def tar_of(*names: str) -> bytes:
    """A tar with such members, made by Python's own library."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name in names:
            member = tarfile.TarInfo(name)
            member.size = 4
            archive.addfile(member, io.BytesIO(b"data"))
    return out.getvalue()


@pytest.mark.fault(17)
@pytest.mark.parametrize(
    "names",
    [
        ("../../climbed",),
        ("/climbed",),
        ("C:\\climbed",),
        ("manifest.json", "../climbed"),
        ("manifest.json", "manifest.json"),
        ("con",),
        ("a\u202etxt.exe",),
    ],
)
def test_fault_17_a_tar_that_climbs_out_is_refused_whole(pair: Pair, tmp_path: Path, names: tuple[str, ...]) -> None:
    (tmp_path / "box").mkdir()
    file = tmp_path / "box" / "x.age"
    file.write_bytes(sealed_to(pair.bao, tar_of(*names)))
    before = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if "climbed" in path.name)
    result = pair.jiashu("receive", file, "--accept", on=pair.bao)
    assert result.code in {1, 3}
    assert len(result.err.splitlines()) == 1
    assert not set(result.err) & set("\u202e\x1b")
    assert before == []
    assert not list(tmp_path.rglob("*climbed*"))
    assert not os.path.lexists("/climbed")


def test_the_card_in_a_vault_is_readable_by_the_format_alone(jiashu: Run) -> None:
    assert read_card(jiashu("contact", "show").out.encode()).name == "Anna"


def test_nobody_is_our_own_contact(jiashu: Run, tmp_path: Path) -> None:
    (tmp_path / "card").write_text(jiashu("contact", "show").out)
    result = jiashu("contact", "add", tmp_path / "card")
    assert (result.code, "[card.own]" in result.err) == (1, True)


def test_a_colleagues_consent_is_approved_from_a_shell(pair: Pair, tmp_path: Path) -> None:
    rows = [{"scope": "un_confidential"}]
    consent = pair.add("consent", person=pair.person, state="not_possible", reason="失踪", scopes=rows)
    own = pair.jiashu("approve", consent, "--accept", on=pair.anna)
    assert "approval.own" in own.err
    pair.take(pair.hand(tmp_path / "p.age"))
    code = pair.jiashu("approve", "--json", on=pair.bao).objects[0]["code"]
    assert "失踪" in pair.jiashu("approve", code, on=pair.bao).out
    assert pair.jiashu("approve", code, "--accept", on=pair.bao).code == 0
    assert "Nothing waits" in pair.jiashu("approve", on=pair.bao).out
