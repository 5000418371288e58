"""What no page of a PDF shows goes, or the file stays: wherever programs leave it by themselves."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import Image

from desktop.formats.hidden import working
from tests.formats import telling_files as files

WHO = "Ou Yangmin"


def made(change: Callable[[Pdf], None], page: bytes = b"/C cs /I Do") -> bytes:
    """One page. page: how it is drawn."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.pages[0].Contents = pdf.make_stream(page)
    change(pdf)
    out = io.BytesIO()
    pdf.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    return out.getvalue()


def unpacked(data: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def drawing(pdf: Pdf, body: bytes, **keys: Any) -> Stream:
    """Something the page draws."""
    drawn = pdf.make_stream(body)
    drawn.stream_dict = Dictionary(Type=Name.XObject, **keys)
    pdf.pages[0].Resources = Dictionary(XObject=Dictionary(I=drawn))
    return drawn


def noted(pdf: Pdf, **keys: Any) -> None:
    note = Dictionary(Type=Name.Annot, Rect=[0, 0, 9, 9], **keys)
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])


def place(pdf: Pdf) -> None:
    drawn = drawing(pdf, b"", Subtype=Name.Form, BBox=[0, 0, 1, 1])
    drawn["/PTEX.FileName"] = String(f"/home/{WHO}/gate.pdf")
    drawn["/PTEX.InfoDict"] = pdf.make_indirect(Dictionary(Author=WHO))


def profile(pdf: Pdf) -> None:
    space = pdf.make_stream(b"desc of " + WHO.encode())
    space.stream_dict = Dictionary(N=3)
    pdf.pages[0].Resources = Dictionary(ColorSpace=Dictionary(C=Array([Name.ICCBased, space])))


def layer(pdf: Pdf, **way: Any) -> None:
    one = pdf.make_indirect(
        Dictionary(Type=Name.OCG, Name="plan", Usage=Dictionary(CreatorInfo=Dictionary(Creator=WHO)))
    )
    pdf.Root.OCProperties = Dictionary(OCGs=Array([one]), D=Dictionary(**way))


def field(pdf: Pdf) -> None:
    noted(pdf, Subtype=Name.Widget, FT=Name.Tx, F=2, T="a", V=WHO)
    pdf.Root.AcroForm = Dictionary(Fields=pdf.pages[0].Annots)


def field_in_parts(pdf: Pdf) -> None:
    noted(pdf, Subtype=Name.Widget, F=2)
    pdf.Root.AcroForm = Dictionary(Fields=Array([Dictionary(FT=Name.Tx, T="a", V=WHO, Kids=pdf.pages[0].Annots)]))


def linked(**action: Any) -> Callable[[Pdf], None]:
    return lambda pdf: noted(pdf, Subtype=Name.Link, A=Dictionary(**action))


@pytest.mark.parametrize(
    "change",
    [
        place,
        profile,
        layer,
        linked(S=Name.URI, URI=f"file:///C:/Users/{WHO}/a.pdf"),
        linked(S=Name.GoToR, F=f"C:/Users/{WHO}/a.pdf"),
        field,
        field_in_parts,
        lambda pdf: noted(pdf, Subtype=Name.Highlight, Contents=WHO),
        lambda pdf: noted(pdf, Subtype=Name.Popup, T=WHO, NM=WHO, Contents=WHO),
        lambda pdf: pdf.Root.__setitem__("/Threads", Array([Dictionary(I=Dictionary(Author=WHO))])),
        lambda pdf: pdf.Root.__setitem__("/OfAProgram", pdf.make_stream(WHO.encode())),
        lambda pdf: pdf.Root.__setitem__("/StructTreeRoot", Dictionary(K=Dictionary(S=Name.Figure, Alt=WHO))),
        lambda pdf: pdf.Root.__setitem__("/Names", Dictionary(Templates=Dictionary(Names=Array([String(WHO)])))),
        lambda pdf: pdf.pages[0].__setitem__("/VP", Array([Dictionary(Name=WHO)])),
    ],
)
def test_what_programs_note_beside_the_pages_is_told_and_goes(change: Callable[[Pdf], None]) -> None:
    reads, cleans = working.load("pdf")
    assert list(reads(made(change)))
    cleaned = working.prove(reads, cleans, made(change))
    assert cleaned is not None
    assert WHO.encode() not in unpacked(cleaned)


def test_a_photograph_whose_packing_goes_by_its_short_name_is_cleaned() -> None:
    def photo(pdf: Pdf) -> None:
        drawing(pdf, files.geotagged(), Subtype=Name.Image, Width=60, Height=40, Filter=Name("/DCT"))

    cleaned = working.prove(*working.load("pdf"), made(photo))
    assert cleaned is not None
    assert files.SERIAL.encode() not in cleaned


@pytest.mark.parametrize("bare", [True, False])
def test_remarks_in_a_scan_of_jpeg_2000_are_told_and_go_and_its_pixels_stay(bare: bool) -> None:
    scan = files.drawn("JPEG2000", comment=WHO, no_jp2=bare)
    if not bare:
        scan += b"\0\0\0\x12xml " + WHO.encode()[:10]

    def held(pdf: Pdf) -> None:
        drawing(pdf, scan, Subtype=Name.Image, Width=60, Height=40, Filter=Name.JPXDecode)

    reads, cleans = working.load("pdf")
    assert "comment" in {one.name for one in reads(made(held))}
    cleaned = working.prove(reads, cleans, made(held))
    assert cleaned is not None
    with pikepdf.open(io.BytesIO(cleaned)) as pdf:
        left = pdf.pages[0].Resources.XObject.I.read_raw_bytes()
    assert WHO.encode()[:10] not in left
    assert Image.open(io.BytesIO(left)).tobytes() == Image.open(io.BytesIO(scan)).tobytes()


@pytest.mark.parametrize(
    ("change", "page", "told"),
    [
        (lambda pdf: layer(pdf, BaseState=Name.OFF), b"", "unseen"),
        (lambda pdf: pdf.pages[0].__setitem__("/CropBox", Array([0, 0, 90, 90])), b"", "cropped"),
        (lambda pdf: noted(pdf, Subtype=Name.Square, IC=[0, 0, 0]), b"", "unseen"),
        (lambda pdf: noted(pdf, Subtype=Name.Redact), b"", "unseen"),
        (lambda _: None, b"BT 3 Tr (words under a scan) Tj ET", "unseen"),
        (lambda _: None, b"BI /W 60 /H 40 /F /DCT ID " + files.geotagged() + b" EI", "not_looked_into"),
    ],
)
def test_what_is_there_and_not_shown_is_told_and_the_file_stays(
    change: Callable[[Pdf], None], page: bytes, told: str
) -> None:
    reads, cleans = working.load("pdf")
    assert told in {one.name for one in reads(made(change, page))}
    assert working.prove(reads, cleans, made(change, page)) is None


def test_what_is_shown_stays_as_it_is() -> None:
    def shown(pdf: Pdf) -> None:
        layer(pdf)
        pdf.Root.Lang = String("zh")
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String("top"), Array([pdf.pages[0].obj, Name.Fit])])))
        colours = Array([Name.Indexed, Name.DeviceRGB, 1, String(b"\1\2\3\4\5\6")])
        drawing(pdf, b"\0", Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8, ColorSpace=colours)
        noted(pdf, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI="https://example.org/a"))
        pdf.pages[0].Annots.append(Dictionary(Subtype=Name.FreeText, Rect=[0, 0, 9, 9], Contents="received"))
        pdf.pages[0].Annots.append(Dictionary(Subtype=Name.Square, Rect=[0, 0, 9, 9], C=[1, 0, 0]))

    cleaned = working.prove(*working.load("pdf"), made(shown))
    assert cleaned is not None
    with pikepdf.open(io.BytesIO(cleaned)) as pdf:
        page = pdf.pages[0]
        assert bytes(page.Resources.XObject.I.ColorSpace[3]) == b"\1\2\3\4\5\6"
        assert str(page.Annots[0].A.URI) == "https://example.org/a"
        assert "received" in [str(note.get("/Contents")) for note in page.Annots]
        assert str(pdf.Root.Names.Dests.Names[0]) == "top"
        assert str(pdf.Root.OCProperties.OCGs[0].Name) == "plan"


def test_a_file_attached_to_a_pdf_is_told_of_by_its_name_alone() -> None:
    def attach(pdf: Pdf) -> None:
        pdf.attachments["list.txt"] = b"names"

    reads, _cleans = working.load("pdf")
    assert {one.value for one in reads(made(attach)) if one.name == "attachment"} == {"list.txt", ""}
    assert {one.name for one in reads(made(attach))} == {"attachment"}
