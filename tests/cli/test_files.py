"""Files from a shell: import, attach, extract, seal, unseal."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest

from desktop.crypto import age
from desktop.crypto.recipients import HybridIdentity, PassphraseRecipient, X25519Identity
from tests.cli.conftest import Run
from tests.formats import telling_files

TABLE = """Name,Gender,Date of Birth,Source
林远（林小舟）,male,1988-02-30,https://example.org/1
许安,female,1991,https://example.org/2
"""
PHRASE = "nine grey herons stand still"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(TABLE)
    return path


def count(jiashu: Run, kind: str) -> int:
    return len(jiashu("list", kind).lines)


def test_import_looks_first(jiashu: Run, table: Path) -> None:
    result = jiashu("import", table)
    assert result.code == 0
    assert "Row 2, Date of Birth: No such day; the words are kept 1988-02-30" in result.lines
    assert "2 rows: 2 new, 0 here already." in result.lines
    assert count(jiashu, "person") == 0


@pytest.mark.fault(19)
def test_fault_19_import_with_accept_takes_all_rows_and_a_second_time_none(jiashu: Run, table: Path) -> None:
    assert jiashu("import", table, "--accept").code == 0
    assert (count(jiashu, "person"), count(jiashu, "name")) == (2, 3)
    again = jiashu("import", table, "--accept", "--json").objects
    assert again[-1] == {"imported": 0, "rows": 0}
    assert count(jiashu, "person") == 2


def test_import_counts_rows_and_records_apart(jiashu: Run, table: Path) -> None:
    assert jiashu("import", table, "--accept").lines[-1] == "Rows brought in: 2; records made of them: 9."


def test_a_guess_at_the_encoding_is_told_with_what_it_reads(jiashu: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes("Name,Place\nJosé Núñez,Córdoba\n".encode("latin-1"))
    line = jiashu("import", tmp_path / "t.csv").lines[0]
    assert line == "Read as cp1252, which is a guess: check that this reads right: José Núñez, Córdoba"


def test_an_encoding_that_is_certain_is_told_plainly(jiashu: Run, table: Path) -> None:
    assert jiashu("import", table).lines[0] == "Read as utf-8."


@pytest.mark.fault(20)
def test_fault_20_a_place_without_a_heading_is_called_by_its_number(jiashu: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Name,,Place\nAnna\nBao,,x,too many\n")
    told = [line.split(":")[0] for line in jiashu("import", tmp_path / "t.csv").lines if line.startswith("Row ")]
    assert told == ["Row 3, column 4", "Row 1, column 2", "Row 2"]


@pytest.mark.fault(20)
def test_fault_20_a_formula_becomes_one_name_and_is_told(jiashu: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text('Name\n"=HYPERLINK(""http://x"")"\n')
    told = jiashu("import", tmp_path / "t.csv", "--json").objects
    assert (told[0]["code"], told[0]["blocking"], told[-1]["makes"]) == ("formula", False, {"person": 1, "name": 1})


def test_import_tells_machines_what_it_would_make(jiashu: Run, table: Path) -> None:
    trouble, told = jiashu("import", table, "--json").objects
    assert (trouble["row"], trouble["column"], trouble["code"]) == (2, "Date of Birth", "date_impossible")
    assert told["makes"] == {"person": 2, "name": 3, "citation": 2, "source": 2}


@pytest.mark.fault(20)
@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "import.empty"),
        (bytes(range(256)), "table.binary"),
        (b"Titel;Datum\nx;y\n", "import.no_name_column"),
        (b'Name\n"never closed\n', "table.unbalanced_quote"),
        (b"Name\n,\n" + b"\n,x", ""),
        (b"Name," + b"," * 100_000 + b"\nA\n", "table.too_many_columns"),
    ],
)
def test_fault_20_a_table_that_cannot_be_taken_is_refused_in_one_sentence(
    jiashu: Run, tmp_path: Path, content: bytes, code: str
) -> None:
    (tmp_path / "t.csv").write_bytes(content)
    result = jiashu("import", tmp_path / "t.csv", "--accept")
    assert result.code == 1
    assert (f"[{code}]" if code else "[import.blocked]") in result.err
    assert count(jiashu, "person") == 0


@pytest.mark.fault(20)
def test_fault_20_rows_that_stand_in_the_way_are_listed_before_anything_is_taken(jiashu: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("姓名,地\n,北\n许安,南\n")
    result = jiashu("import", tmp_path / "t.csv", "--accept")
    assert (result.code, "[import.blocked]" in result.err) == (1, True)
    assert "Row 2, 姓名: Names nobody" in result.lines


@pytest.mark.fault(20)
def test_fault_20_of_endless_problems_the_first_are_listed_and_the_others_counted(jiashu: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Name,Place\n" + ",x\n" * 1_000)
    result = jiashu("import", tmp_path / "t.csv")
    assert len([line for line in result.lines if "Name: Names nobody" in line]) == 100
    assert "… and 900 more like these: Names nobody" in result.lines
    told = jiashu("import", tmp_path / "t.csv", "--json").objects
    assert {"more": 900, "code": "no_name", "blocking": True} in told


def test_import_brings_our_own_export_back_by_kind(jiashu: Run, tmp_path: Path) -> None:
    jiashu("add", "organisation", input='{"name": "=1+1"}')
    jiashu("export-all", "--out", tmp_path / "out")
    for ending in ("csv", "jsonl"):
        told = jiashu("import", tmp_path / f"out/organisation.{ending}", "--kind", "organisation", "--json").objects
        assert (told[-1]["new"], told[-1]["known"]) == (0, 1)


def test_a_file_that_is_not_there_hinders(jiashu: Run, tmp_path: Path) -> None:
    result = jiashu("import", tmp_path / "nowhere.csv")
    assert (result.code, "[file.unreadable]" in result.err) == (4, True)


def test_attach_and_extract_give_back_the_very_bytes(jiashu: Run, tmp_path: Path) -> None:
    case = jiashu("add", "case", input='{"title": "A"}').out.strip()
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff" + bytes(range(256)) * 1000)
    record = jiashu("attach", case, tmp_path / "photo.jpg").out.strip()
    out = ("extract", record, "--original", "--out", tmp_path / "out.jpg")
    assert "evidence.no_permission" in jiashu(*out).err  # nobody said whose face it is
    person = jiashu("add", "person", input='{"sex": "female"}').out.strip()
    jiashu("edit", record, input=json.dumps({"people": [{"person": person}]}))
    agreed = {"person": person, "state": "given", "scopes": [{"scope": "image"}]}
    jiashu("add", "consent", input=json.dumps(agreed))
    assert jiashu(*out).code == 0
    assert (tmp_path / "out.jpg").read_bytes() == (tmp_path / "photo.jpg").read_bytes()
    assert jiashu("show", record, "--json").objects[0]["sealed"] is True


def test_what_is_hidden_in_a_file_is_listed_the_worst_first(jiashu: Run, tmp_path: Path) -> None:
    case = jiashu("add", "case", input='{"title": "A"}').out.strip()
    (tmp_path / "letter.docx").write_bytes(telling_files.docx())
    record = jiashu("attach", case, tmp_path / "letter.docx").out.strip()
    first = jiashu("hidden", record).out.splitlines()[0]
    assert first == f"place  Place (latitude, longitude)  {telling_files.PLACE}"
    assert jiashu("hidden", record, "--json").objects[-1]["closed"] == ""


def test_files_are_told_to_machines_too(jiashu: Run, tmp_path: Path) -> None:
    case = jiashu("add", "case", input='{"title": "A"}').out.strip()
    (tmp_path / "n.txt").write_text("words")
    (attached,) = jiashu("attach", case, tmp_path / "n.txt", "--json").objects
    assert attached["sealed"] is False
    (written,) = jiashu("extract", attached["code"], "--out", tmp_path / "out.txt", "--json").objects
    assert written == {"file": str(tmp_path / "out.txt")}


def test_attach_can_be_told_where_a_file_belongs(jiashu: Run, tmp_path: Path) -> None:
    case = jiashu("add", "case", input='{"title": "A"}').out.strip()
    (tmp_path / "map.png").write_bytes(b"\x89PNG\r\n\x1a\nmap")
    (tmp_path / "list.txt").write_text("names")
    open_one = jiashu("attach", case, tmp_path / "map.png", "--unsealed").out.strip()
    sealed = jiashu("attach", case, tmp_path / "list.txt", "--sealed").out.strip()
    told = [jiashu("show", record, "--json").objects[0]["sealed"] for record in (open_one, sealed)]
    assert told == [False, True]


def test_extract_never_writes_over_a_file(jiashu: Run, tmp_path: Path) -> None:
    case = jiashu("add", "case", input='{"title": "A"}').out.strip()
    (tmp_path / "n.txt").write_text("words")
    record = jiashu("attach", case, tmp_path / "n.txt").out.strip()
    result = jiashu("extract", record, "--out", tmp_path / "n.txt")
    assert (result.code, "[file.exists]" in result.err) == (1, True)


def test_a_file_is_attached_to_a_case_and_nothing_else(jiashu: Run, tmp_path: Path) -> None:
    person = jiashu("add", "person", input='{"sex": "f"}').out.strip()
    (tmp_path / "n.txt").write_text("words")
    result = jiashu("attach", person, tmp_path / "n.txt")
    assert (result.code, "[code.kind]" in result.err) == (1, True)


@pytest.mark.parametrize("armor", [[], ["--armor"]])
def test_seal_and_unseal_need_no_vault(run: Run, tmp_path: Path, armor: list[str]) -> None:
    key = HybridIdentity.generate()
    (tmp_path / "key").write_text(key.text)
    (tmp_path / "plain").write_bytes(b"words" * 100_000)
    sealed = run("seal", tmp_path / "plain", "--recipient", key.recipient.text, "--out", tmp_path / "s", *armor)
    opened = run("unseal", tmp_path / "s", "--identity-file", tmp_path / "key", "--out", tmp_path / "again")
    assert (sealed.code, opened.code) == (0, 0)
    assert (tmp_path / "again").read_bytes() == (tmp_path / "plain").read_bytes()


def test_seal_speaks_to_other_programs(run: Run, tmp_path: Path) -> None:
    key = X25519Identity.generate()
    (tmp_path / "plain").write_text("words")
    run("seal", tmp_path / "plain", "--recipient", key.recipient.text, "--out", tmp_path / "s")
    assert pyrage.decrypt((tmp_path / "s").read_bytes(), [pyrage.x25519.Identity.from_str(key.text)]) == b"words"


@pytest.mark.slow
def test_seal_and_unseal_with_a_passphrase_from_a_pipe(run: Run, tmp_path: Path, piped: Callable[[str], Path]) -> None:
    (tmp_path / "plain").write_text("words")
    run("seal", tmp_path / "plain", "--passphrase-file", piped(PHRASE + "\n"), "--out", tmp_path / "s")
    result = run("unseal", tmp_path / "s", "--passphrase-file", piped(PHRASE), "--out", tmp_path / "again")
    assert (result.code, (tmp_path / "again").read_text()) == (0, "words")


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", 3), (b"age-encryption.org/v1\n-> X25519 short\n", 3), (b"not age at all", 3), (bytes(10_000), 3)],
)
def test_what_is_no_sealed_file_is_damaged(run: Run, tmp_path: Path, content: bytes, code: int) -> None:
    (tmp_path / "key").write_text(X25519Identity.generate().text)
    (tmp_path / "s").write_bytes(content)
    result = run("unseal", tmp_path / "s", "--identity-file", tmp_path / "key", "--out", tmp_path / "out")
    assert (result.code, (tmp_path / "out").exists()) == (code, False)


@pytest.mark.fault(9)
def test_fault_09_a_sealed_file_asking_for_absurd_work_is_told_so(
    run: Run, tmp_path: Path, piped: Callable[[str], Path]
) -> None:
    sealed = age.seal(b"words", [PassphraseRecipient(PHRASE, 1)]).replace(b" 1\n", b" 30\n", 1)
    (tmp_path / "s").write_bytes(sealed)
    result = run("unseal", tmp_path / "s", "--passphrase-file", piped(PHRASE), "--out", tmp_path / "out")
    assert (result.code, "[age.absurd_work]" in result.err) == (3, True)
    assert not (tmp_path / "out").exists()


def test_a_key_of_somebody_else_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "key").write_text(X25519Identity.generate().text)
    (tmp_path / "plain").write_text("words")
    run("seal", tmp_path / "plain", "--recipient", X25519Identity.generate().recipient.text, "--out", tmp_path / "s")
    result = run("unseal", tmp_path / "s", "--identity-file", tmp_path / "key", "--out", tmp_path / "out")
    assert (result.code, "[age.no_match]" in result.err) == (1, True)


@pytest.mark.parametrize(
    "words", [["seal", "f", "--out", "o"], ["unseal", "f", "--out", "o"], ["seal", "f", "--recipient", "age1x"]]
)
def test_sealing_without_saying_how_is_misuse(run: Run, words: list[str]) -> None:
    assert run(*words).code == 2


def test_two_kinds_of_recipients_are_not_mixed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("words")
    both = [X25519Identity.generate().recipient.text, HybridIdentity.generate().recipient.text]
    options = [word for text in both for word in ("--recipient", text)]
    result = run("seal", tmp_path / "plain", *options, "--out", tmp_path / "s")
    assert (result.code, (tmp_path / "s").exists()) == (1, False)


def test_an_identifier_of_json_lines_is_told_by_line(jiashu: Run, tmp_path: Path) -> None:
    (tmp_path / "o.jsonl").write_text('{"name": "A"}\n{"name": 5}\n')
    (trouble, told) = jiashu("import", tmp_path / "o.jsonl", "--kind", "organisation", "--json").objects
    assert (trouble["row"], trouble["blocking"], told["new"]) == (2, True, 2)
    assert json.dumps(told)
