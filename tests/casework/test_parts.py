"""Packages in parts: written all or none, read from any of them, and never as something else than they are."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.casework import evidence, handoff, parts, receive, records
from desktop.casework.parts import existing_package, new_parts
from desktop.casework.workspace import Workspace
from desktop.errors import JiashuError, Refused
from tests.casework.conftest import Case
from tests.casework.exchange import arriving, preview, received
from tests.measured import MIB, room

SIZE = 8192


@pytest.fixture
def several(ws: Workspace, bao: Workspace, case: Case, tmp_path: Path) -> tuple[Path, ...]:
    """The case in parts for Bao."""
    (tmp_path / "out").mkdir()
    out = tmp_path / "out" / "package.age"
    return handoff.hand_off(ws, preview(ws, case.id, "Bao"), out, part_size=SIZE).files


def why(ws: Workspace, file: Path) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(JiashuError) as told:
        arriving(ws, file)
    return told.value.code, dict(told.value.details)


def test_all_parts_but_the_last_have_the_size_asked_for(several: tuple[Path, ...]) -> None:
    sizes = [part.stat().st_size for part in several]
    assert [part.name for part in several] == [f"package.age.{number:03}" for number in range(1, len(several) + 1)]
    assert len(several) > 2
    assert set(sizes[:-1]) == {SIZE}
    assert 0 < sizes[-1] <= SIZE
    assert sorted(several) == sorted(several[0].parent.iterdir())


def test_joined_by_plain_concatenation_they_are_the_package(
    bao: Workspace, several: tuple[Path, ...], tmp_path: Path
) -> None:
    whole = tmp_path / "whole.age"
    whole.write_bytes(b"".join(part.read_bytes() for part in several))
    assert received(bao, whole).new == 8


@pytest.mark.parametrize("chosen", [0, 1, -1])
def test_any_part_leads_to_the_others(bao: Workspace, several: tuple[Path, ...], chosen: int) -> None:
    assert received(bao, several[chosen]).new == 8


def test_so_does_the_name_they_share(bao: Workspace, several: tuple[Path, ...]) -> None:
    assert received(bao, several[0].with_suffix("")).new == 8


def test_evidence_comes_out_of_the_parts(ws: Workspace, bao: Workspace, case: Case, tmp_path: Path) -> None:
    (tmp_path / "b.bin").write_bytes(bytes(range(256)) * 500)
    record = evidence.attach(ws, case.id, tmp_path / "b.bin").created[0]
    files = handoff.hand_off(ws, preview(ws, case.id, "Bao"), tmp_path / "x.age", part_size=SIZE).files
    assert received(bao, files[0]).evidence == 1
    assert evidence.open_evidence(bao, record).read() == (tmp_path / "b.bin").read_bytes()


@pytest.mark.parametrize("missing", [0, 1])
def test_a_missing_part_is_named(bao: Workspace, several: tuple[Path, ...], missing: int) -> None:
    several[missing].unlink()
    code, details = why(bao, several[2])
    assert (code, details["part"]) == ("package.part_missing", f"{missing + 1:03}")


def test_that_the_last_part_is_missing_is_noticed(bao: Workspace, several: tuple[Path, ...]) -> None:
    several[-1].unlink()
    assert why(bao, several[0])[0] == "package.parts"


def test_the_first_part_alone_is_not_taken_for_a_package(bao: Workspace, several: tuple[Path, ...]) -> None:
    for part in several[1:]:
        part.unlink()
    assert why(bao, several[0])[0] == "package.parts"


@pytest.mark.parametrize(("one", "other"), [(0, 1), (1, 2)])
def test_swapped_parts_are_noticed(bao: Workspace, several: tuple[Path, ...], one: int, other: int) -> None:
    first, second = several[one].read_bytes(), several[other].read_bytes()
    several[one].write_bytes(second)
    several[other].write_bytes(first)
    assert why(bao, several[0])[0] == "package.parts"


def test_a_part_of_another_package_is_noticed(
    ws: Workspace, bao: Workspace, case: Case, several: tuple[Path, ...], tmp_path: Path
) -> None:
    other = handoff.hand_off(ws, preview(ws, case.id, "Bao"), tmp_path / "y.age", part_size=SIZE).files
    shutil.copy(other[1], several[1])
    assert why(bao, several[0])[0] == "package.parts"


def test_a_part_too_many_is_noticed(bao: Workspace, several: tuple[Path, ...]) -> None:
    shutil.copy(several[0], several[0].with_suffix(f".{len(several) + 1:03}"))
    assert why(bao, several[0])[0] == "package.parts"


def test_parts_changed_after_the_preview_are_refused(
    ws: Workspace, bao: Workspace, case: Case, several: tuple[Path, ...], tmp_path: Path
) -> None:
    (tmp_path / "b.bin").write_bytes(bytes(5000))
    evidence.attach(ws, case.id, tmp_path / "b.bin")
    one, two = (
        handoff.hand_off(ws, preview(ws, case.id, "Bao"), tmp_path / name, part_size=SIZE).files
        for name in ("one.age", "two.age")
    )
    seen = arriving(bao, one[0])
    for place, part in zip(one, two, strict=False):
        shutil.copy(part, place)
    with pytest.raises(JiashuError, match=r"package\.(changed|parts)"):
        receive.receive(bao, seen)


def test_a_whole_package_may_be_called_like_a_part(ws: Workspace, bao: Workspace, case: Case, tmp_path: Path) -> None:
    (file,) = handoff.hand_off(ws, preview(ws, case.id, "Bao"), tmp_path / "case.112").files
    assert received(bao, file).new == 8


def test_a_name_that_is_nothing_but_a_number_is_no_part(
    bao: Workspace, several: tuple[Path, ...], tmp_path: Path
) -> None:
    file = shutil.copyfile(several[0], tmp_path / "..001")
    assert why(bao, file)[0] == "age.payload"


@pytest.mark.parametrize("folder", [".", "/", ".."])
def test_no_parts_are_called_like_a_folder(folder: str) -> None:
    with pytest.raises(Refused, match=r"file\.exists"), new_parts(Path(folder), SIZE):
        pass


def test_parts_never_stand_beside_those_of_another(ws: Workspace, bao: Workspace, case: Case, tmp_path: Path) -> None:
    (tmp_path / "x.age.007").write_bytes(b"somebody's")
    with pytest.raises(Refused, match=r"file\.exists"):
        handoff.hand_off(ws, preview(ws, case.id, "Bao"), tmp_path / "x.age", part_size=SIZE)
    assert (tmp_path / "x.age.007").read_bytes() == b"somebody's"


def test_what_fails_half_way_leaves_no_part(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"file\.exists"):
        written(tmp_path / "x", 3 * SIZE, lambda: (_ for _ in ()).throw(Refused("file.exists")))
    assert list(tmp_path.iterdir()) == []


def test_a_name_taken_meanwhile_is_left_alone_and_no_part_stands(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"file\.exists"):
        written(tmp_path / "x", 3 * SIZE, lambda: (tmp_path / "x.002").write_bytes(b"somebody's"))
    assert [path.name for path in tmp_path.iterdir()] == ["x.002"]
    assert (tmp_path / "x.002").read_bytes() == b"somebody's"


@pytest.mark.parametrize(("size", "code"), [(1, "handoff.part_size"), (parts.SMALLEST, "handoff.too_many_parts")])
def test_parts_are_neither_tiny_nor_countless(tmp_path: Path, size: int, code: str) -> None:
    with pytest.raises(Refused, match=code), new_parts(tmp_path / "x", size) as (out, _):
        write(out, (parts.MOST + 1) * parts.SMALLEST)
    assert list(tmp_path.iterdir()) == []


def test_a_large_package_is_read_in_little_room(tmp_path: Path) -> None:
    with new_parts(tmp_path / "x", 8 * MIB) as (out, _):
        for _ in range(64):
            write(out, MIB)

    def read() -> int:
        with existing_package(tmp_path / "x.003") as file:
            return sum(len(piece) for piece in iter(lambda: file.read(65536), b""))

    assert read() == 64 * MIB
    assert room(read) < MIB


def test_reading_goes_on_over_the_edges_of_parts(tmp_path: Path) -> None:
    content = bytes(range(256)) * 96
    with new_parts(tmp_path / "x", SIZE) as (out, _):
        write(out, 0)
        for start in range(0, len(content), 1000):
            piece = memoryview(content)[start : start + 1000]
            while piece:
                piece = piece[out.write(piece) :]
    with existing_package(tmp_path / "x.001") as file:
        file.seek(SIZE - 10)
        assert file.read(20) == content[SIZE - 10 : SIZE + 10]
        assert file.seek(-5, 2) == len(content) - 5
        assert file.read(20) == content[-5:]


def written(path: Path, count: int, then: Callable[[], object]) -> None:
    """Parts of so many bytes, and what happens before they stand there."""
    with new_parts(path, SIZE) as (out, _):
        write(out, count)
        then()


def write(out: object, count: int) -> None:
    left = memoryview(bytes(count))
    while left:
        left = left[out.write(left) :]  # type: ignore[attr-defined]


def test_a_deleted_record_travels_in_parts_as_well(
    ws: Workspace, bao: Workspace, case: Case, several: tuple[Path, ...], tmp_path: Path
) -> None:
    received(bao, several[0])
    records.delete(ws, case.testimony)
    files = handoff.hand_off(ws, preview(ws, case.id, "Bao"), tmp_path / "z.age", part_size=SIZE).files
    assert [one.what for one in arriving(bao, files[-1]).decisions] == ["deletion"]
