"""Which parts of an office file hold remarks, and to which nothing of what is shown leads."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from urllib.parse import quote
from xml.parsers import expat

from desktop.formats.hidden import office_xml

Parts = Mapping[str, bytes]

ROOT, TYPES = "_rels/.rels", "[Content_Types].xml"
_MARKUP = (".xml", ".rels", ".vml", ".rdf", ".psmdcp")
_REMARKS = {"comments", "commentsEx", "commentsIds", "commentsExtensible", "people", "ThreadedComments", "personList"}
_REMARKS |= {"cmLst", "cmAuthorLst", "authorLst", "notes"}
"""By the first element, since a part may be called as one likes. notes: what a speaker wrote under a slide."""
_PROPERTIES = {"coreProperties", "Properties", "glossaryDocument"}
"""Also pieces of text that Word keeps to be put in again, whatever text they came from."""
_WHOLE = re.compile(rb"<office:(?:spreadsheet|text|presentation|drawing|database)\b")
_NOTE = re.compile(rb"ObjectType\s*=\s*[\"'](\w+)")
# What a part shows of these it names by the number of the link; styles and settings go by their link alone.
_NAMED: tuple[str, ...] = (
    "/image",
    "/hyperlink",
    "/oleObject",
    "/package",
    "/audio",
    "/video",
    "/media",
    "/chart",
    "/aFChunk",
)
_NAMED += ("/subDocument", "/control", "/slide", "/frame", "/diagramData", "/ctrlProp", "/externalLink")
_NUMBER = re.compile(rb":\w+\s*=\s*[\"']([^\"'<>&]{1,80})[\"']")  # r:id, r:embed and their like
_INNER = {"META-INF", "Fonts"}


def remarks(parts: Parts) -> set[str]:
    """Those that hold nothing but what somebody remarked; also the frames that a table draws around remarks."""
    return {name for name, body in parts.items() if _first(name, body) in _REMARKS or _frames(name, body) == {b"Note"}}


def properties(parts: Parts) -> set[str]:
    """Those that say who made it, wherever they lie."""
    return {name for name, body in parts.items() if _first(name, body) in _PROPERTIES}


def framed(name: str, body: bytes) -> bool:
    """Whether it draws a frame around a remark."""
    return b"Note" in _frames(name, body)


def laid_in(name: str, body: bytes) -> bool:
    """Whether it is a whole document within an open document, such as a table of which one sees a corner; no chart."""
    return name.endswith("/content.xml") and _WHOLE.search(body) is not None


def unreached(parts: Parts, gone: Collection[str]) -> set[str]:
    """What nothing leads to in a file of these parts without those that are gone."""
    here = {name: body for name, body in parts.items() if name not in gone}
    if "mimetype" in parts:
        return {name for name in here if "/" in name and not _mentioned(name, here)}
    if ROOT not in here:
        return set()
    reached, todo = {TYPES}, [""]
    while todo:
        part = todo.pop()
        links = links_of(part)
        if links in here:
            reached.add(links)
            led = {place for place, used in _targets(links, here) if used and place in here}
            todo += led - reached
            reached |= led
    return set(here) - reached


def links_of(part: str) -> str:
    """Where the links of a part stand; "": of the whole file."""
    return posixpath.join(posixpath.dirname(part), "_rels", posixpath.basename(part) + ".rels")


def owner(links: str) -> str:
    """Whose links these are."""
    return posixpath.join(posixpath.dirname(posixpath.dirname(links)), posixpath.basename(links)[: -len(".rels")])


def place(links: str, target: str) -> str:
    """The part a link leads to, which counts from the folder of the part it belongs to."""
    folder = posixpath.dirname(posixpath.dirname(links))
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def shown(links: str, parts: Parts) -> Callable[[Mapping[str, str]], bool]:
    """Whether what a link leads to is shown: a picture that was deleted leaves its link behind."""
    numbers = frozenset(_NUMBER.findall(parts.get(owner(links), b"")))

    def is_shown(given: Mapping[str, str]) -> bool:
        by_number = owner(links) and given.get("Type", "").endswith(_NAMED)
        return not by_number or given.get("Id", "").encode() in numbers

    return is_shown


def leading(part: str, parts: Parts, gone: Collection[str]) -> set[str]:
    """The numbers by which a part names what is gone."""
    links = links_of(part)
    return {
        given.get("Id", "")
        for _, given, _ in (office_xml.elements(parts[links]) if links in parts else ())
        if given.get("TargetMode") != "External" and place(links, given.get("Target", "")) in gone
    }


def _targets(links: str, parts: Parts) -> Iterable[tuple[str, bool]]:
    is_shown = shown(links, parts)
    for name, given, _ in office_xml.elements(parts[links]):
        if name == "Relationship" and given.get("TargetMode") != "External":
            yield place(links, given.get("Target", "")), is_shown(given)


def _mentioned(name: str, here: Parts) -> bool:
    """Of an open document: whether its text names a picture, or the folder of what is laid into it."""
    folder = name.partition("/")[0]
    if folder in _INNER:
        return True
    sought = folder if name.endswith(_MARKUP) else posixpath.basename(name)
    texts = [body for part, body in here.items() if part.endswith(".xml") and not part.startswith(("META-INF/", name))]
    spelled = {office_xml.escaped(sought).encode(), quote(sought).encode()}
    return any(one in body for one in spelled for body in texts)


def _frames(name: str, body: bytes) -> set[bytes]:
    return set(_NOTE.findall(body)) if name.lower().endswith(".vml") else set()


class _Seen(Exception):
    """The first element is known: no more has to be read."""


def _first(name: str, body: bytes) -> str:
    """The name of the first element, "" where it is no XML."""
    if not name.lower().endswith(_MARKUP):
        return ""
    found = ""

    def start(called: str, _given: Mapping[str, str]) -> None:
        nonlocal found
        found = office_xml.local(called)
        raise _Seen

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    try:
        parser.Parse(body[: 1 << 16], False)
    except (_Seen, expat.ExpatError, ValueError):
        return found
    return found
