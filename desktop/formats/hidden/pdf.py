"""PDF: who wrote it with what, what is attached, programs in it, and pictures with secrets of their own."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TypeGuard

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from desktop.formats.hidden import jpeg, jpeg2000, pdf_unseen, xmp
from desktop.formats.hidden.found import CannotClean, Found

_NOTES: tuple[str, ...] = (
    "/Text",
    "/FreeText",
    "/Highlight",
    "/Ink",
    "/Line",
    "/Square",
    "/Circle",
    "/Polygon",
    "/PolyLine",
)
_NOTES += ("/Underline", "/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/FileAttachment", "/Sound", "/Redact")
_ATTACHING = ("/FileAttachment", "/Sound", "/Movie", "/RichMedia", "/Screen", "/3D")
_ACTS = ("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition", "/Movie", "/Sound", "/RichMediaExecute")
_ELSEWHERE = ("/GoToR", "/GoToE", "/Thread")
_PLAIN_LINKS = ("http:", "https:", "mailto:")
_SHORT = {"/DCT": Name.DCTDecode, "/Fl": Name.FlateDecode, "/AHx": Name.ASCIIHexDecode, "/A85": Name.ASCII85Decode}
_OF_NOTES = (("/T", "author", "person"), ("/M", "changed_on", "time"), ("/CreationDate", "made_on", "time"))
_OF_ANY = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/AA", "/AF")
_PROGRAMS = ("/JS", "/XFA")
_MOST_OBJECTS = 500_000
_MOST_PICTURE = 1 << 28  # bytes


def read(untrusted: bytes) -> Iterator[Found]:
    """All of it."""
    with _opened(untrusted) as pdf:
        yield from _of_document(pdf)
        info = pdf.trailer.get("/Info")
        for one in _objects(pdf):
            if not isinstance(info, Dictionary) or one.objgen != info.objgen:  # which was told above
                yield from _of_object(one)
        yield from pdf_unseen.not_shown(pdf)
        if untrusted.count(b"%%EOF") > 1 and b"/Linearized" not in untrusted[:2048]:
            yield Found("changes", "earlier_versions", "", "content")


def clean(untrusted: bytes) -> bytes:
    """The pages as they look; what hangs on them unseen is left out, earlier versions with it."""
    with _opened(untrusted) as pdf:
        root = pdf.Root
        if _acts(root.get("/OpenAction")):
            _drop(root, "/OpenAction")
        for whole, key in pdf_unseen.of_document(pdf):
            _drop(whole, key)
        for one in _objects(pdf):
            _clean_object(one)
        for key in ("/Info", "/ID"):  # the latter stays the same through every version of a file
            with suppress(KeyError):
                del pdf.trailer[key]
        out = io.BytesIO()
        pdf.remove_unreferenced_resources()
        pdf.save(out, deterministic_id=True, encryption=False, fix_metadata_version=False)
    return out.getvalue()


def _opened(untrusted: bytes) -> Pdf:
    return pikepdf.open(io.BytesIO(untrusted), suppress_warnings=True)


def _objects(pdf: Pdf) -> Iterator[Object]:
    """Every dictionary and stream, also those that stand within others; of lists those of colours of a device."""
    waiting: list[Object] = [*pdf.objects, pdf.Root]
    seen = 0
    while waiting:
        one = waiting.pop()
        seen += 1
        if seen > _MOST_OBJECTS:
            raise CannotClean
        if isinstance(one, Array):
            if pdf_unseen.is_profile(one):
                yield one
            waiting += filter(_nested, one)
        elif isinstance(one, (Dictionary, Stream)):
            yield one
            waiting += (inner for _, inner in _items(one) if _nested(inner))


def _nested(value: object) -> TypeGuard[Object]:
    """Whether it stands here and nowhere else; what has a number comes by itself."""
    return isinstance(value, (Array, Dictionary)) and not value.is_indirect


def _items(one: Object) -> list[tuple[str, object]]:
    return list(one.stream_dict.items() if isinstance(one, Stream) else one.items())


def _of_document(pdf: Pdf) -> Iterator[Found]:
    info = pdf.trailer.get("/Info")
    for key, value in info.items() if isinstance(info, Dictionary) else ():
        name = key.removeprefix("/")
        if text := _text(value):
            yield Found("properties", name, text, _risk(name))
    root = pdf.Root
    names = root.get("/Names")
    if isinstance(names, Dictionary) and "/EmbeddedFiles" in names:
        for name in list(pdf.attachments) or [""]:
            yield Found("attached", "attachment", name, "content")
    if (isinstance(names, Dictionary) and "/JavaScript" in names) or _acts(root.get("/OpenAction")):
        yield Found("attached", "program", "", "content")
    for whole, key in pdf_unseen.of_document(pdf):
        if key not in {"/Metadata", "/EmbeddedFiles", "/JavaScript"}:
            yield pdf_unseen.told_of(whole, key)


def _risk(name: str) -> str:
    """What nobody knows is taken for the worse."""
    if name in {"Producer", "Creator"} or name.startswith("PTEX"):
        return "device"
    if name == "Trapped":
        return "other"
    return xmp.risk(name) if xmp.risk(name) != "other" else "person"


def _of_object(one: Object) -> Iterator[Found]:
    if isinstance(one, Array):
        yield Found("properties", "colour_profile", "", "device")
        return
    for key in pdf_unseen.unneeded(one, note=_is_written_on_the_page(one)):
        yield pdf_unseen.told_of(one, key)
    yield from pdf_unseen.on_pages(one)
    metadata = one.get("/Metadata")
    if isinstance(metadata, Stream):
        yield from xmp.read(metadata.read_bytes())
    elif metadata is not None:
        yield Found("xmp", "unreadable", "", "other")
    if "/PieceInfo" in one:
        programs = ", ".join(key[1:] for key, _ in _items(one["/PieceInfo"]))
        yield Found("properties", "application_data", programs, "other")
    if "/LastModified" in one:
        yield Found("properties", "changed_on", _text(one["/LastModified"]), "time")
    if "/Thumb" in one:
        yield Found("properties", "thumbnail", "", "content")
    yield from _carried(one)
    yield from _signed(one)
    yield from _photographed(one)


def _photographed(one: Object) -> Iterator[Found]:
    """What pictures have in them, each by its own rules."""
    if (picture := _jpeg(one)) is not None:
        yield from _of_picture(jpeg.read, picture)
    elif (picture := _jpeg2000(one)) is not None:
        yield from _of_picture(jpeg2000.read, picture)
    elif _has_filter(one, Name.DCTDecode) or _has_filter(one, Name.JPXDecode):
        yield Found("inside", "not_looked_into", "", "content")


def _carried(one: Object) -> Iterator[Found]:
    """Files and programs."""
    if "/AA" in one or any(key in one for key in _PROGRAMS) or (_acts(one) and not _leads_elsewhere(one)):
        yield Found("attached", "program", "", "content")
    if _leads_elsewhere(one):
        yield Found("properties", "path", _text(one.get("/URI", one.get("/F", ""))), "person")
    if "/AF" in one and one.get("/Type") != Name.Catalog:
        yield Found("attached", "attachment", "", "content")
    if "/EF" in one:
        yield Found("attached", "attachment", _text(one.get("/UF", one.get("/F", ""))), "content")


def _signed(one: Object) -> Iterator[Found]:
    """Who wrote a note, when, and who signed."""
    for key, name, risk in _OF_NOTES if _is_note(one) else ():
        if text := _text(one.get(key)):
            yield Found("authors", name, text, risk)
    if _is_signature(one):
        yield Found("authors", "signature", _text(one.get("/Name")), "person")


def _of_picture(reads: Callable[[bytes], Iterator[Found]], raw: bytes) -> Iterator[Found]:
    try:
        found = list(reads(raw))
    except CannotClean:
        yield Found("inside", "broken_off", "", "other")
        return
    for one in found:
        yield Found("inside", one.name, one.value, one.risk)


def _clean_object(one: Object) -> None:
    if isinstance(one, Array):
        pdf_unseen.without_profile(one)
        return
    for key in list(pdf_unseen.unneeded(one, note=_is_written_on_the_page(one))):
        _drop(one, key)
    everything = _acts(one) or _is_signature(one)
    for key in list(one.keys()) if everything else (*_OF_ANY, *_PROGRAMS, "/EF"):
        _drop(one, key)
    if _acts(one.get("/A")):
        _drop(one, "/A")
    if _is_signature(one.get("/V")):
        _drop(one, "/V")
    for key in ("/T", "/M", "/CreationDate", "/NM", "/FS", "/RC") if _is_note(one) else ():
        _drop(one, key)
    if isinstance(notes := one.get("/Annots"), Array):
        one["/Annots"] = Array([note for note in notes if not _attaching(note)])
    if (picture := _jpeg(one)) is not None:
        # Pages turn pictures themselves: which way up it was held stands in no other place here.
        one.write(jpeg.clean(picture, upright=False), filter=Name.DCTDecode)
    elif (picture := _jpeg2000(one)) is not None:
        one.write(jpeg2000.clean(picture), filter=Name.JPXDecode)


def _drop(one: Object, key: str) -> None:
    if key in one:
        del one[key]


def _acts(one: object) -> bool:
    """Whether an action runs, sends or opens something, rather than turning to a page or to the Web."""
    return isinstance(one, Dictionary) and (str(one.get("/S")) in _ACTS or _leads_elsewhere(one))


def _leads_elsewhere(one: object) -> bool:
    """Whether an action has the place of a file on somebody's computer in it."""
    if not isinstance(one, Dictionary):
        return False
    link = one.get("/S") == Name.URI and not str(one.get("/URI", "")).lower().startswith(_PLAIN_LINKS)
    return link or str(one.get("/S")) in _ELSEWHERE


def _is_note(one: object) -> bool:
    return isinstance(one, Dictionary) and str(one.get("/Subtype")) in _NOTES and "/Rect" in one


def _is_written_on_the_page(one: object) -> bool:
    """Whether the words of a note stand there to be read; those of all others somebody remarked, to be opened."""
    return _is_note(one) and isinstance(one, Dictionary) and one.get("/Subtype") == Name.FreeText


def _attaching(one: object) -> bool:
    return isinstance(one, Dictionary) and str(one.get("/Subtype")) in _ATTACHING


def _is_signature(one: object) -> bool:
    return isinstance(one, Dictionary) and "/ByteRange" in one and "/Contents" in one


def _jpeg(one: object) -> bytes | None:
    """A photograph as a camera wrote it, also where it was packed once more."""
    filters = _filters(one)
    if not isinstance(one, Stream):
        return None
    if filters == [Name.DCTDecode]:
        return one.read_raw_bytes()
    if filters == [Name.FlateDecode, Name.DCTDecode] and "/DecodeParms" not in one:
        return zlib.decompressobj().decompress(one.read_raw_bytes(), _MOST_PICTURE)
    return None


def _jpeg2000(one: object) -> bytes | None:
    return one.read_raw_bytes() if isinstance(one, Stream) and _filters(one) == [Name.JPXDecode] else None


def _filters(one: object) -> list[object]:
    filters = one.get("/Filter") if isinstance(one, Stream) else None
    listed = list(filters) if isinstance(filters, Array) else [filters] if filters is not None else []
    return [_SHORT.get(str(name), name) for name in listed]


def _has_filter(one: object, name: object) -> bool:
    return name in _filters(one)


def _text(value: object) -> str:
    return str(value).strip() if value is not None else ""
