"""What no page of a PDF needs: words beside it, layers and notes not shown, parts cut off, keys of programs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, PdfError, Stream, String

from desktop.formats.hidden import xmp
from desktop.formats.hidden.found import Found

UNSEEN, CROPPED = "unseen", "cropped"

_ROOT = {"Type", "Pages", "Names", "Dests", "Outlines", "PageLabels", "PageMode", "PageLayout", "ViewerPreferences"}
_ROOT |= {"OpenAction", "AcroForm", "StructTreeRoot", "MarkInfo", "Lang", "OCProperties", "Version", "Extensions"}
_PAGE = {"Type", "Parent", "Resources", "MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox", "Contents", "Rotate"}
_PAGE |= {"Group", "Annots", "Dur", "Trans", "StructParents", "Tabs", "UserUnit"}
_STREAM = {"Type", "Subtype", "Length", "Filter", "DecodeParms", "DP", "Name", "OC", "StructParent", "StructParents"}
_FORM = _STREAM | {"FormType", "BBox", "Matrix", "Resources", "Group"}
_IMAGE = _STREAM | {"Width", "Height", "ColorSpace", "BitsPerComponent", "Intent", "ImageMask", "Mask", "Decode"}
_IMAGE |= {"Interpolate", "SMask", "SMaskInData", "Matte"}
# Words a reader needs or shows. Whatever else has words in it tells of whoever made the file.
_WORDS = {"V", "DA", "DS", "CA", "Registry", "Ordering", "Lang", "ActualText", "E", "Dest", "D", "P", "URI", "Contents"}
_WORDS |= {"CharSet", "FontFamily", "Panose", "Lookup", "Base"}
_LISTS = {"Names", "Limits", "Opt", "V", "Order"}
_OF_HIDDEN = ("/Contents", "/V", "/AP", "/Opt", "/MK", "/RC", "/RV")
_NAMED = ("/F", "/UF")
_OF_ATTACHED = ("/AF", "/CheckSum", *_NAMED)
_SHAPES = (Name.Square, Name.Circle, Name.Polygon)
_HIDDEN = 2 | 32  # flags of what is neither shown nor printed, or not on the screen
_NOT_PAGES = ("/Length1", "/N", "/FunctionType", "/CMapName", "/ShadingType")
_INVISIBLE = re.compile(rb"(?<![\d.])3\s+Tr\b")
_PHOTOGRAPH = re.compile(rb"/F(?:ilter)?\s*\[?[^\]>]{0,40}/DCT")
_CUT_OFF = 2.0  # points a page may be cut by before anything could be on what was cut off


def unneeded(one: Object, *, note: bool) -> Iterator[str]:
    """The keys nothing shown needs. note: whether it is one whose words stand on the page."""
    allowed = _allowed(one)
    hidden = _is_hidden(one)
    for key in list(one.keys()):
        name = key[1:]
        value = one.get(key)
        if (allowed is not None and name not in allowed) or (hidden and key in _OF_HIDDEN):
            yield key
        elif isinstance(value, String):
            if not (name in _WORDS or _named(one, name)) or (name == "Contents" and not note):
                yield key
        elif isinstance(value, Array) and name not in _LISTS and not _is_identifier(one, name) and _has_words(value):
            yield key


def told_of(one: Object, key: str) -> Found:
    """What such a key gives away."""
    value = one.get(key)
    text = str(value).strip() if isinstance(value, String) else ""
    if _is_hidden(one) and key in _OF_HIDDEN:
        return Found("inside", UNSEEN, text, "content")
    if key in _OF_ATTACHED and (key not in _NAMED or "/EF" in one):  # the file in it is told of, not its parts
        return Found("attached", "attachment", text if key in _NAMED else "", "content")
    if key == "/Contents":
        return Found("comment", "comment", text, "content")
    return Found("properties", key[1:], text, xmp.risk(key[1:]) if xmp.risk(key[1:]) != "other" else "person")


def of_document(pdf: Pdf) -> Iterator[tuple[Object, str]]:
    """What hangs on the document as a whole and no page needs; of its lists of names only that of places is needed."""
    yield from ((pdf.Root, key) for key in list(pdf.Root.keys()) if key[1:] not in _ROOT)
    names = pdf.Root.get("/Names")
    if isinstance(names, Dictionary):
        yield from ((names, key) for key in list(names.keys()) if key != "/Dests")


def not_shown(pdf: Pdf) -> Iterator[Found]:
    """What cannot be taken out: layers that are switched off, and what was cut off of pages."""
    layers = pdf.Root.get("/OCProperties")
    ways = [layers.get("/D"), *_listed(layers.get("/Configs"))] if isinstance(layers, Dictionary) else []
    if any(isinstance(way, Dictionary) and _switches_off(way) for way in ways):
        yield Found("inside", UNSEEN, "", "content")
    if any(_is_cut(page) for page in pdf.pages):
        yield Found("inside", CROPPED, "", "content")


def on_pages(one: Object) -> Iterator[Found]:
    """What the drawing of a page has in it: words that are drawn invisible, photographs nobody can look into; and bars
    that somebody laid over it, under which everything still is."""
    if _covers(one):
        yield Found("inside", UNSEEN, "", "content")
    if not isinstance(one, Stream) or one.get("/Subtype", Name.Form) != Name.Form:
        return
    if any(key in one for key in _NOT_PAGES):
        return
    try:
        drawing = one.read_bytes()
    except PdfError:
        yield Found("unread", "unreadable", "", "other")
        return
    if _INVISIBLE.search(drawing):
        yield Found("inside", UNSEEN, "", "content")
    if _PHOTOGRAPH.search(drawing):
        yield Found("inside", "not_looked_into", "", "content")


def is_profile(one: object) -> bool:
    """Whether it is a space of colours with the profile of a device."""
    return isinstance(one, Array) and len(one) == 2 and one[0] == Name.ICCBased and isinstance(one[1], Stream)


def without_profile(one: Array) -> None:
    """The plain space with as many colours."""
    spaces = {1: Name.DeviceGray, 4: Name.DeviceCMYK}
    one[0] = spaces.get(int(one[1].get("/N", 3)), Name.DeviceRGB)
    del one[1]


def _allowed(one: Object) -> set[str] | None:
    """None where keys are names somebody chose, or of too many kinds to list."""
    if isinstance(one, Stream):
        kind = one.get("/Subtype")
        return _IMAGE if kind == Name.Image else _FORM if kind == Name.Form else None
    return _PAGE if one.get("/Type") == Name.Page else None


def _named(one: Object, name: str) -> bool:
    """Whether words go by a name that means something else elsewhere: of layers, of lines of a contents, of fields."""
    if name == "Name":
        return one.get("/Type") == Name.OCG
    if name == "Title":
        return "/Parent" in one and "/S" not in one
    return name == "T" and ("/FT" in one or "/Kids" in one or one.get("/Subtype") == Name.Widget)


def _has_words(value: Array) -> bool:
    if len(value) and value[0] == Name.Indexed:
        return False
    return any(isinstance(inner, String) for inner in value)


def _is_identifier(one: Object, name: str) -> bool:
    """Of the file as it is written anew, which says nothing: it stands in the table of its objects."""
    return name == "ID" and one.get("/Type") == Name.XRef


def _covers(one: Object) -> bool:
    """Whether it is a filled shape laid on a page, or a mark that something is to be blackened and is not yet."""
    if "/Rect" not in one:
        return False
    filled = one.get("/Subtype") in _SHAPES and bool(_listed(one.get("/IC"))) and one.get("/CA", 1) == 1
    return filled or one.get("/Subtype") == Name.Redact


def _is_hidden(one: object) -> bool:
    """Whether a note or a field is not to be seen; a field by all that stands for it on pages, if anything does."""
    if not isinstance(one, Dictionary):
        return False
    if "/Rect" in one and "/Subtype" in one:
        return _flags(one) & _HIDDEN != 0
    return "/FT" in one and all(_is_hidden(kid) for kid in _listed(one.get("/Kids")))


def _flags(one: Object) -> int:
    flags = one.get("/F", 0)
    return flags if isinstance(flags, int) else 0


def _switches_off(way: Dictionary) -> bool:
    return bool(_listed(way.get("/OFF"))) or way.get("/BaseState") == Name.OFF or bool(_listed(way.get("/AS")))


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, Array) else []


def _is_cut(page: Page) -> bool:
    whole, shown = [float(side) for side in page.mediabox], [float(side) for side in page.cropbox]
    low = (shown[0] - whole[0], shown[1] - whole[1])
    return max(*low, whole[2] - shown[2], whole[3] - shown[3]) > _CUT_OFF
