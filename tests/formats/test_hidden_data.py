"""What files tell unseen: read and taken out by a process without keys, and never believed to be clean unproven."""

from __future__ import annotations

import io
import random
import struct
import subprocess
import sys
import zipfile
import zlib

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageOps

from desktop.errors import Refused
from desktop.formats import helper, hidden_data
from desktop.formats.hidden import found as without_keys
from desktop.formats.hidden import working
from desktop.formats.hidden.found import CannotClean, Found
from desktop.formats.hidden_data import HiddenData, kind_of
from tests.formats import telling_files as files

HELPER = HiddenData()
PICTURES = files.pictures()


def found(kind: str, data: bytes) -> list[Found]:
    return list(working.load(kind)[0](data))


def proven(kind: str, data: bytes) -> bytes:
    cleaned = working.prove(*working.load(kind), data)
    assert cleaned is not None
    return cleaned


def told(kind: str, data: bytes) -> set[tuple[str, str]]:
    return {(one.name, one.value) for one in found(kind, data)}


def upright(data: bytes) -> tuple[tuple[int, int], bytes]:
    picture = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    return picture.size, picture.convert("RGB").tobytes()


def test_a_photograph_tells_where_and_by_what_and_by_whom() -> None:
    shown = told("picture", files.geotagged())
    assert {("gps_position", files.PLACE), ("BodySerialNumber", files.SERIAL), ("Artist", files.AUTHOR)} <= shown


def test_the_worst_is_told_first_by_the_helper() -> None:
    first, *_, last = HELPER.read("picture", files.geotagged())
    assert (first.risk, first.name, first.value) == ("place", "gps_position", files.PLACE)
    assert last.risk == "time"


@pytest.mark.parametrize("form", PICTURES)
def test_a_cleaned_picture_has_the_same_pixels_the_right_way_up_and_nothing_else(form: str) -> None:
    cleaned = proven("picture", PICTURES[form])
    assert upright(cleaned) == upright(PICTURES[form])
    assert found("picture", cleaned) == []


@pytest.mark.parametrize("form", PICTURES)
def test_pillow_too_sees_nothing_in_a_cleaned_picture(form: str) -> None:
    picture = Image.open(io.BytesIO(proven("picture", PICTURES[form])))
    assert set(picture.getexif()) <= {0x0112} | set(getattr(picture, "tag_v2", ()))
    assert not picture.getexif().get_ifd(0x8825)
    assert not {"xmp", "comment", "icc_profile", "photoshop", "Author", "exif"} & set(picture.info) - {"exif"}
    assert files.AUTHOR.encode() not in proven("picture", PICTURES[form])


def with_chunk(picture: bytes, name: bytes, body: bytes) -> bytes:
    chunk = len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")
    return picture[:33] + chunk + picture[33:]


def between_pixels_and_end(picture: bytes, more: bytes) -> bytes:
    at = picture.index(b"IDAT")
    packed = picture[at + 4 : at + 4 + int.from_bytes(picture[at - 4 : at], "big")] + more
    chunk = len(packed).to_bytes(4, "big") + b"IDAT" + packed + zlib.crc32(b"IDAT" + packed).to_bytes(4, "big")
    return picture[: at - 4] + chunk + picture[-12:]


def with_second_picture(webp: bytes, text: bytes) -> bytes:
    """A WebP with another picture behind the one that is shown."""
    body = webp[12:] + b"VP8L" + struct.pack("<I", len(text)) + text + b"\0" * (len(text) % 2)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


PLAIN_PNG, PLAIN_GIF = files.drawn("PNG"), files.drawn("GIF")
PLAIN_WEBP = files.drawn("WEBP", lossless=True)


@pytest.mark.parametrize(
    "picture",
    [
        with_chunk(PLAIN_PNG, b"gAMA", files.AUTHOR.encode()),
        between_pixels_and_end(PLAIN_PNG, files.AUTHOR.encode()),
        with_second_picture(PLAIN_WEBP, files.AUTHOR.encode()),
        PLAIN_GIF[:-1] + b"!\xf9\x04\0\0\0\0" + bytes([len(files.AUTHOR)]) + files.AUTHOR.encode() + b"\0;",
    ],
)
def test_what_hangs_on_a_needed_piece_of_a_picture_is_told_and_goes(picture: bytes) -> None:
    assert found("picture", picture)
    assert files.AUTHOR.encode() not in proven("picture", picture)
    assert upright(proven("picture", picture)) == upright(picture)


def test_a_pdf_tells_its_author_and_what_lies_in_it() -> None:
    shown = told("pdf", files.pdf())
    assert {
        ("Author", files.AUTHOR),
        ("attachment", "list.txt"),
        ("program", ""),
        ("comment", "look"),
        ("gps_position", files.PLACE),
    } <= shown


def test_a_cleaned_pdf_has_its_page_and_nothing_else() -> None:
    cleaned = proven("pdf", files.pdf())
    with pikepdf.open(io.BytesIO(cleaned)) as opened:
        assert len(opened.pages) == 1
        assert b"/I Do" in opened.pages[0].Contents.read_bytes()
        assert "/Contents" not in opened.pages[0].Annots[0]
        assert set(opened.Root.keys()) == {"/Type", "/Pages", "/Names"}
    assert files.AUTHOR.encode() not in cleaned


def test_two_cleanings_of_a_pdf_are_one_file_whatever_was_its_number() -> None:
    assert proven("pdf", files.pdf()) == proven("pdf", files.pdf())


def test_a_document_tells_who_wrote_and_changed_and_commented() -> None:
    shown = told("office", files.docx())
    assert {
        ("creator", files.AUTHOR),
        ("Company", "Bureau 3"),
        ("author", "OY"),
        ("gps_position", files.PLACE),
    } <= shown
    assert "deleted_words" in {name for name, _ in shown}


def test_a_cleaned_document_has_its_words_with_changes_accepted() -> None:
    with zipfile.ZipFile(io.BytesIO(proven("office", files.docx()))) as opened:
        text = opened.read("word/document.xml").decode()
        assert "docProps/core.xml" not in opened.namelist()
        everything = b"".join(opened.read(name) for name in opened.namelist())
    assert "<w:t>new &amp; </w:t>" in text
    assert "停电通知" in text
    assert 'mc:Ignorable="w14"' in text
    assert b"struck" not in everything
    assert files.AUTHOR.encode() not in everything


@pytest.mark.parametrize("data", [files.xlsx(), files.odt()])
def test_tables_and_open_documents_are_cleaned_too(data: bytes) -> None:
    assert files.AUTHOR in {value for _, value in told("office", data)}
    with zipfile.ZipFile(io.BytesIO(proven("office", data))) as opened:
        everything = b"".join(opened.read(name) for name in opened.namelist())
    assert files.AUTHOR.encode() not in everything


def test_a_document_with_a_program_in_it_cannot_be_cleaned() -> None:
    data = files.docx(**{"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
    assert ("program", "word/vbaProject.bin") in told("office", data)
    with pytest.raises(Refused, match=r"hidden\.stays"):
        HELPER.clean("office", data)


def test_an_archive_that_is_no_document_is_not_taken_for_one() -> None:
    for ask in (HELPER.read, HELPER.clean):
        with pytest.raises(Refused, match=r"hidden\.other"):
            ask("office", files.archive({"names.txt": "words"}))


def test_a_photograph_packed_twice_in_a_pdf_is_cleaned_and_one_of_another_kind_stays() -> None:
    def held(filters: list[Name], body: bytes) -> bytes:
        made = pikepdf.new()
        made.add_blank_page()
        photo = made.make_stream(body)
        photo.stream_dict = Dictionary(Type=Name.XObject, Subtype=Name.Image, Filter=Array(filters))
        made.pages[0].Resources = Dictionary(XObject=Dictionary(I=photo))
        made.pages[0].Contents = made.make_stream(b"/I Do")
        out = io.BytesIO()
        made.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
        return out.getvalue()

    packed = held([Name.FlateDecode, Name.DCTDecode], zlib.compress(files.geotagged()))
    assert ("gps_position", files.PLACE) in told("pdf", packed)
    with pikepdf.open(io.BytesIO(proven("pdf", packed))) as clean:
        left = clean.pages[0].Resources.XObject.I.read_raw_bytes()
    assert found("picture", left) == []
    assert Image.open(io.BytesIO(left)).tobytes() == Image.open(io.BytesIO(files.geotagged())).tobytes()
    other = held([Name.JPXDecode], b"\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x09xml x")
    assert working.prove(*working.load("pdf"), other) is None


@pytest.mark.fault(25)
def test_fault_25_an_archive_that_unpacks_to_gigabytes_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.formats.hidden.office.MOST_BYTES", 1 << 20)
    with pytest.raises(CannotClean):
        found("office", files.docx(**{"word/bomb.xml": bytes(2 << 20)}))


@pytest.mark.fault(25)
def test_fault_25_entities_are_not_followed() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    assert ("unreadable", "word/x.xml") in told("office", files.docx(**{"word/x.xml": bomb}))


@pytest.mark.fault(25)
@pytest.mark.parametrize(("kind", "data"), files.of_every_kind())
def test_fault_25_a_file_cut_off_or_garbled_is_never_proven_clean_while_it_tells(kind: str, data: bytes) -> None:
    """Whatever a reader stumbles over ends the helper, which is a sentence; what passes is clean."""
    lot = random.Random(7)
    for _ in range(12):
        spoilt = bytearray(data[: lot.randrange(8, len(data))] if lot.random() < 0.5 else data)
        for _ in range(lot.randrange(4)):
            spoilt[lot.randrange(4, len(spoilt))] = lot.randrange(256)
        try:
            cleaned = working.prove(*working.load(kind), bytes(spoilt))
        except Exception:  # in the helper whatever it is ends the process
            continue
        assert cleaned is None or found(kind, cleaned) == []


@pytest.mark.fault(25)
def test_fault_25_a_helper_that_dies_over_a_file_is_a_refusal() -> None:
    for kind in ("office", "pdf"):
        for ask in (HELPER.read, HELPER.clean):
            with pytest.raises(Refused, match=r"hidden\.unreadable"):
                ask(kind, b"PK\x03\x04 nothing of the kind")


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"{}",
        b"[[]]",
        b'[["exif", "a", "b", "harmless"]]',
        b'[["nothing", "a", "b", "place"]]',
        b'[["exif", 1, "b", "place"]]',
        b"[" * 100_000,
        b"[" + b",".join([b'["exif", "a", "b", "place"]'] * 500) + b"]",
    ],
)
def test_an_answer_of_another_shape_is_not_believed(answer: bytes) -> None:
    with pytest.raises(Refused, match=r"hidden\.unreadable"):
        hidden_data._believed(answer)


def test_what_would_turn_a_line_is_made_visible_in_what_a_file_calls_itself() -> None:
    (one,) = hidden_data._believed(b'[["exif", "Artist", "a\\u202eb\\n\\nc \\ud800", "person"]]')
    assert one.value == "a⟨U+202E⟩b c ?"


@pytest.mark.parametrize(
    ("media", "first", "kind"),
    [
        ("text/plain", "停电".encode(), "plain"),
        ("text/plain", b"<html>", "other"),
        ("text/plain", b"{\\rtf1", "other"),
        ("text/html", b"words", "other"),
        ("text/plain", b"\xff\xd8\xff\xe0", "picture"),
        ("video/mp4", b"\0\0\0\x18ftypmp42", "sound"),
        ("image/heic", b"\0\0\0\x18ftypheic", "other"),
        ("application/msword", b"\xd0\xcf\x11\xe0", "other"),
    ],
)
def test_only_what_is_text_by_its_bytes_is_taken_for_plain(media: str, first: bytes, kind: str) -> None:
    assert kind_of(media, first) == kind


@pytest.mark.parametrize("kind", ["picture", "pdf", "office"])
def test_nothing_is_loaded_once_the_helper_is_confined_and_nothing_that_knows_keys(kind: str) -> None:
    samples = [data for one, data in files.of_every_kind() if one == kind]
    program = (
        f"import sys, runpy; given = {samples!r}\n"
        f"work = runpy.run_path({helper.__file__!r}, run_name='loaded')['_hidden']({kind!r}, clean=True)\n"
        "before = set(sys.modules)\n"
        "for data in given: assert work(data)[0] == 0\n"
        "print(sorted(set(sys.modules) - before))\n"
        "minded = ('desktop', 'cryptography', 'sqlcipher3', 'socket')\n"
        "ours = [name for name in sys.modules if name.split('.')[0] in minded]\n"
        "print([name for name in ours if not name.startswith('desktop.formats.hidden')])"
    )
    loaded = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, check=True, text=True)
    assert loaded.stdout.splitlines() == ["[]", "['desktop', 'desktop.formats']"]


def test_the_process_without_keys_and_the_program_know_the_same_groups_and_risks() -> None:
    """Each has its own list: neither loads the other, and what comes across is checked against ours."""
    assert (without_keys.GROUPS, without_keys.RISKS) == (hidden_data.GROUPS, hidden_data.RISKS)
