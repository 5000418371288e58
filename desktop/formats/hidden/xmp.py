"""Adobe's and the telephones' second place for the same secrets: a piece of XML in pictures and PDF."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element  # the type alone; what parses is defusedxml

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from desktop.formats.hidden.found import Found, words

_PLACE = ("gps", "location", "city", "country", "state", "sublocation", "longitude", "latitude")
_PERSON: tuple[str, ...] = (
    "creator",
    "author",
    "rights",
    "owner",
    "person",
    "artist",
    "contact",
    "credit",
    "byline",
    "description",
)
_PERSON += ("title", "subject", "headline", "caption", "email", "company", "manager", "modifiedby", "keywords", "name")
_DEVICE = ("tool", "producer", "make", "model", "serial", "software", "lens", "documentid", "instanceid", "agent")
_TIME = ("date", "time", "when", "created", "modified", "printed")
_BY = ("by", "author", "creator")
_QUIET = {"RDF", "Description", "xmpmeta", "Bag", "Seq", "Alt", "li", "about", "xmptk", "lang", "parseType"}


def read(untrusted: bytes) -> Iterator[Found]:
    """Every value with the name it goes by."""
    try:
        root = fromstring(_trimmed(untrusted), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        yield Found("xmp", "unreadable", f"{len(untrusted)} B", "other")
        return
    empty = True
    for element, name in _named(root, ""):
        values = [(_local(key), value) for key, value in element.attrib.items() if _local(key) not in _QUIET]
        values.append((name, element.text or ""))
        for called, value in values:
            if value.strip() and called:
                empty = False
                yield Found("xmp", called, words(value), risk(called))
    if empty:
        yield Found("xmp", "unreadable", f"{len(untrusted)} B", "other")


def risk(name: str) -> str:
    """What a property gives away, by what it is called."""
    lower = name.lower()
    if lower.endswith(_BY):
        return "person"
    for kind, parts in (("time", _TIME), ("place", _PLACE), ("device", _DEVICE), ("person", _PERSON)):
        if any(part in lower for part in parts):
            return kind
    return "other"


def _named(element: Element, above: str) -> Iterator[tuple[Element, str]]:
    """Every element with the nearest name that says something: items of lists have none of their own."""
    own = _local(str(element.tag))
    name = above if own in _QUIET else own
    yield element, name
    for below in element:
        yield from _named(below, name)


def _trimmed(untrusted: bytes) -> bytes:
    """Without the wrapping of packets, which is padded with kilobytes of blanks."""
    return untrusted.strip(b"\0 \t\r\n")


def _local(name: str) -> str:
    return name.rpartition("}")[2]
