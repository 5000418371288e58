"""Office files, which are archives of XML: who wrote them with what, who changed what, what lies in them unseen."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from xml.parsers.expat import ExpatError

from desktop.formats.hidden import office_parts, office_unseen, office_xml, pictures, xmp
from desktop.formats.hidden.found import CannotClean, Found, Unknown
from desktop.formats.hidden.office_xml import Attributes, local

MOST_PARTS = 5000
MOST_BYTES = 400 * 1024 * 1024  # unpacked, all together
_TYPES, _LIST = "[Content_Types].xml", "META-INF/manifest.xml"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_PROPERTIES = {"core.xml", "app.xml", "custom.xml", "meta.xml"}
_LEFT_OUT: tuple[str, ...] = ("docProps/", "docMetadata/", "customXml/", "Thumbnails/", "ObjectReplacements/")
_LEFT_OUT += ("Configurations2/", "ppt/changesInfos/", "ppt/revisionInfo.xml", "xl/revisions/")
# Tables of other files and of data bases, kept beside what is shown of them; nothing shows without them.
_BEHIND_TABLES = ("xl/pivotCache/", "xl/externalLinks/", "xl/connections.xml", "xl/queryTables/", "word/recipientData")
_SIGNATURES = ("META-INF/documentsignatures", "_xmlsignatures/")
_LEFT_OUT_NAMES = {"meta.xml", "settings.xml", "layout-cache", "people.xml", "manifest.rdf", "VersionList.xml"}
_OF_PRINTERS = "printersettings"
_PROGRAMS = ("vbaproject", "vbadata", "basic/", "scripts/", "activex", "macro")
_XML = (".xml", ".rels", ".vml", ".rdf")
_FONTS = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf")
_ELSEWHERE = "removed"
_PLAIN_LINKS = ("http:", "https:", "mailto:", "#")
_SAYS_LITTLE = {"template", "totaltime", "pages", "words", "characters", "lines", "paragraphs", "scalecrop", "i4"}
_SAYS_LITTLE |= {"docsecurity", "linksuptodate", "shareddoc", "hyperlinkschanged", "characterswithspaces", "bool"}
_EPOCH = (1980, 1, 1, 0, 0, 0)


def read(untrusted: bytes) -> Iterator[Found]:
    """All of it, part by part."""
    parts = _parts(untrusted)
    odf = "mimetype" in parts
    remarks, properties = office_parts.remarks(parts), office_parts.properties(parts)
    for name, body in parts.items():
        if name in properties:
            yield from _properties(body)
        elif name in remarks or office_parts.framed(name, body):
            yield Found("comment", "comment", "", "content")
            yield from _checked(name, body)
        else:
            yield from _of_part(name, body, odf=odf)
    for name in office_parts.unreached(parts, _leaving(parts)):
        yield Found("attached", "attachment", name, "content")
    yield from _of_archive(untrusted)


def clean(untrusted: bytes) -> bytes:
    """The document alone. CannotClean where it holds programs, or files nobody can look into."""
    parts = _parts(untrusted)
    if any(one in name.lower() for name in parts for one in _PROGRAMS):
        raise CannotClean
    gone = _leaving(parts)
    left = {name: body for name, body in parts.items() if name not in gone}
    shown = {**left, **{name: _cleaned(name, body, parts, gone) for name, body in left.items() if _is_text(name)}}
    gone |= office_parts.unreached(shown, gone)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, body in shown.items():
            if name in gone:
                continue
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, body if _is_text(name) else _cleaned(name, body, shown, gone))
    return out.getvalue()


def _is_text(name: str) -> bool:
    """What is cleaned first: what it shows decides about the rest."""
    return name.lower().endswith(_XML) and not name.lower().endswith(".rels") and name not in {_TYPES, _LIST}


def _leaving(parts: Mapping[str, bytes]) -> set[str]:
    """The parts that go whatever leads to them, with the lists of their links."""
    odf = "mimetype" in parts
    gone = {name for name in parts if _goes(name, odf=odf)}
    gone |= office_parts.remarks(parts) | office_parts.properties(parts)
    return gone | {name for name in parts if name.endswith(".rels") and office_parts.owner(name) in gone}


def _parts(untrusted: bytes) -> Mapping[str, bytes]:
    """What is in the archive by name. Unknown for one that is no document; CannotClean for one that unpacks to more
    than a document ever is."""
    with zipfile.ZipFile(io.BytesIO(untrusted)) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if len(infos) > MOST_PARTS or len({info.filename for info in infos}) != len(infos):
            raise CannotClean
        found: dict[str, bytes] = {}
        left = MOST_BYTES
        for info in infos:
            with archive.open(info) as part:
                body = part.read(left + 1)
            left -= len(body)
            if left < 0 or info.flag_bits & 1:
                raise CannotClean
            found[info.filename] = body
    if _TYPES not in found and not found.get("mimetype", b"").startswith(_OPEN_DOCUMENT):
        raise Unknown
    return found


def _goes(name: str, *, odf: bool) -> bool:
    lower = name.lower()
    if odf and posixpath.basename(name) in _LEFT_OUT_NAMES:
        return True
    people = lower in {"word/people.xml", "word/persons.xml"}
    return name.startswith((*_LEFT_OUT, *_SIGNATURES)) or people or (_OF_PRINTERS in lower and lower.endswith(".bin"))


def _of_archive(untrusted: bytes) -> Iterator[Found]:
    with zipfile.ZipFile(io.BytesIO(untrusted)) as archive:
        times = {info.date_time for info in archive.infolist()} - {_EPOCH}
        if times:
            yield Found("properties", "changed_on", "{:04}-{:02}-{:02} {:02}:{:02}".format(*max(times)), "time")
        if archive.comment:
            yield Found("comment", "comment", f"{len(archive.comment)} B", "content")
        if any(info.extra or info.comment for info in archive.infolist()):
            yield Found("properties", "application_data", "", "other")


def _of_part(name: str, body: bytes, *, odf: bool) -> Iterator[Found]:
    lower = name.lower()
    if any(one in lower for one in _PROGRAMS):
        yield Found("attached", "program", name, "content")
    elif posixpath.basename(name) in _PROPERTIES and (odf or name.startswith("docProps/")):
        yield from _properties(body)
    elif _goes(name, odf=odf) or "thumbnail" in lower or _OF_PRINTERS in lower:
        yield from _of_what_goes(name, body)
    elif lower.endswith(".rels"):
        yield from _links(body)
    elif odf and office_parts.laid_in(name, body):
        yield Found("attached", "not_looked_into", name, "content")
    elif name.startswith(_BEHIND_TABLES):
        yield Found("inside", office_unseen.UNSEEN, name, "content")
    elif lower.endswith(_XML):
        yield from _checked(name, body)
    elif pictures.known(body):
        yield from _picture(name, body)
    elif not _quiet(lower, body):
        yield Found("attached", "not_looked_into", name, "content")


def _of_what_goes(name: str, body: bytes) -> Iterator[Found]:
    lower = name.lower()
    if name.startswith(_SIGNATURES):
        yield Found("authors", "signature", "", "person")
    elif "thumbnail" in lower:
        yield Found("properties", "thumbnail", "", "content")
    elif _OF_PRINTERS in lower:
        yield Found("properties", "printer", "", "device")
    elif posixpath.basename(name) == "settings.xml":
        yield from _settings(body)
    elif lower.endswith("people.xml"):
        yield from office_xml.read(body)
    else:
        yield Found("properties", "application_data", name, "other")


def _checked(name: str, body: bytes) -> Iterator[Found]:
    try:
        yield from office_xml.read(body)
    except (ExpatError, ValueError):
        yield Found("unread", "unreadable", name, "other")


def _picture(name: str, body: bytes) -> Iterator[Found]:
    try:
        found = list(pictures.read(body))
    except CannotClean:
        found = [Found("unread", "broken_off", name, "other")]
    for one in found:
        yield Found("inside", one.name, one.value, one.risk)


def _properties(body: bytes) -> Iterator[Found]:
    for called, given, text in office_xml.elements(body):
        name = next((value for key, value in given.items() if local(key) == "name"), called)
        if text and called.lower() not in _SAYS_LITTLE:
            yield Found("properties", name, text, _risk(name))


def _risk(name: str) -> str:
    lower = name.lower()
    if lower in {"application", "appversion", "generator"}:
        return "device"
    return xmp.risk(name)


def _settings(body: bytes) -> Iterator[Found]:
    for called, given, text in office_xml.elements(body):
        name = next((value for key, value in given.items() if local(key) == "name"), called)
        if text and name.lower() == "printername":
            yield Found("properties", "printer", text, "device")


def _links(body: bytes) -> Iterator[Found]:
    for _, given, _ in office_xml.elements(body):
        target = given.get("Target", "")
        plain = target.startswith((*_PLAIN_LINKS, _ELSEWHERE)) and not _of_maker(given)
        if given.get("TargetMode") == "External" and not plain:
            yield Found("properties", "path", target, "person")


def _cleaned(name: str, body: bytes, parts: Mapping[str, bytes], gone: set[str]) -> bytes:
    """parts: all of the file, once they are cleaned those of the cleaned one."""
    lower = name.lower()
    if name == _TYPES:
        return office_xml.rewrite(
            body, lambda _, given: None if given.get("PartName", "").lstrip("/") in gone else given
        )
    if name == _LIST:
        return office_xml.rewrite(body, lambda _, given: None if _full_path(given) in gone else given)
    if lower.endswith(".rels"):
        is_shown = office_parts.shown(name, parts)
        return office_xml.rewrite(body, lambda _, given: _link(name, given, gone) if is_shown(given) else None)
    if lower.endswith(_XML):
        return office_xml.clean(_without_gone(name, body, parts, gone))
    if _quiet(lower, body):
        return body
    if pictures.known(body):
        return pictures.clean(body)
    raise CannotClean


def _quiet(lower: str, body: bytes) -> bool:
    """The line that says what it is, and typefaces, whose first bytes Word garbles on purpose in those of its own."""
    return lower == "mimetype" or lower.endswith(".odttf") or (lower.endswith((".ttf", ".otf")) and body[:4] in _FONTS)


def _full_path(given: Attributes) -> str:
    return next((value for key, value in given.items() if local(key) == "full-path"), "")


def _link(name: str, given: Attributes, gone: set[str]) -> Attributes | None:
    """A line of a list of links."""
    target = given.get("Target", "")
    if given.get("TargetMode") == "External":
        if _of_maker(given):
            return None
        plain = target.startswith((*_PLAIN_LINKS, _ELSEWHERE))
        return given if plain else {**given, "Target": _ELSEWHERE}
    return None if target and office_parts.place(name, target) in gone else given


def _of_maker(given: Mapping[str, str]) -> bool:
    """Whether a link leads to what the document was made from, such as a template in somebody's folder on the Web."""
    return given.get("Type", "").endswith(("/attachedTemplate", "/mailMergeSource", "/mailMergeHeaderSource"))


def _without_gone(name: str, body: bytes, parts: Mapping[str, bytes], gone: set[str]) -> bytes:
    """A sheet names its printer's settings and the frames around remarks, which are not there any more."""
    if not name.lower().startswith("xl/") or not (numbers := office_parts.leading(name, parts, gone)):
        return body

    def change(called: str, given: Attributes) -> Attributes | None:
        leads = any(local(key) == "id" and value in numbers for key, value in given.items())
        if leads and local(called) == "legacyDrawing":
            return None
        if leads and local(called) == "pageSetup":
            return {key: value for key, value in given.items() if local(key) != "id"}
        return given

    return office_xml.rewrite(body, change)
