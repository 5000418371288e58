"""The XML of office files, rewritten name by name so that only what identifies changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Protocol
from xml.parsers import expat

from desktop.formats.hidden import office_unseen
from desktop.formats.hidden.found import Found

Attributes = dict[str, str]

NOBODY = "Author"
NO_TIME = "2000-01-01T00:00:00Z"
_AUTHORS = {"author", "initials", "userName", "displayName", "userId", "providerId", "lastEditedBy", "refreshedBy"}
_TIMES = {"date", "dt", "dT", "dateUtc", "created", "modified"}
_TIMED = {"comment", "ins", "del", "moveFrom", "moveTo", "cm", "threadedComment", "commentExtensible"}
# Text somebody deleted and may believe gone; the others say what was changed from what.
DELETED = {"del", "moveFrom", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange"}
DELETED |= {"tblGridChange", "tblPrExChange", "numberingChange", "cellDel", "cellIns", "cellMerge", "delText"}
DELETED |= {"delInstrText", "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart"}
DELETED |= {"moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "tracked-changes"}
DELETED |= {"customXmlMoveFromRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd"}
_UNWRAPPED = {"w:ins", "w:moveTo"}
_OWN_WORDS = {"creator", "creator-initials", "sender-initials", "date-string"}
_OWN_DATE = "date"  # of whatever prefix but that of the date which is shown in a text
# What somebody remarked about the words, and the places it hangs on; a speaker's notes; what a field keeps for itself.
REMARKS = {"comment", "threadedComment", "cm", "commentEx", "commentId", "commentExtensible", "person", "fldData"}
REMARKS |= {"commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"}
_OPEN_REMARKS = {"annotation", "annotation-end", "notes"}  # with a prefix: formulas have an annotation of their own
_DESCRIBED = {"svg:title", "svg:desc"}
_LISTED = "author"  # whose place in the list comments count by: it stays, without the name
_ESCAPES: tuple[tuple[str, str], ...] = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"))
_ESCAPES += (("\t", "&#9;"), ("\n", "&#10;"), ("\r", "&#13;"))
_GONE = {"rsids", "absPath", "attachedTemplate", "docVars", "revisionPtr", "docId", "mailMerge", "smartTagPr"}
_GONE |= {"customWorkbookViews", "customSheetViews", "webPublishItems", "webPublishObjects", "saveThroughXslt"}
_WHO, _WHEN, _SESSION = "who", "when", "session"
_NAMES = 4096  # as many pairs of names are remembered; a document has hundreds
_MARKS = {"text:change", "text:change-start", "text:change-end"}  # of what was deleted


class Unsafe(ValueError):
    """It declares a type of its own, by which entities are expanded and files are fetched: no office file does."""


class _Handler(Protocol):
    def start(self, name: str, given: Attributes) -> None: ...

    def end(self, name: str) -> None: ...

    def text(self, content: str) -> None: ...


def read(untrusted: bytes) -> Iterator[Found]:
    """Who remarked and changed what, when, and what was deleted. Unsafe; ExpatError where it is no XML."""
    reading = _Reading()
    _parse(untrusted, reading)
    yield from reading.found()


def clean(untrusted: bytes) -> bytes:
    """The same document without that: changes stand accepted, nothing is remarked."""
    writing = _Writing()
    _parse(untrusted, writing)
    return writing.written()


def rewrite(untrusted: bytes, change: Callable[[str, Attributes], Attributes | None]) -> bytes:
    """The same with each element's attributes as `change` gives them; None leaves it out with all in it."""
    rewriting = _Rewriting(change)
    _parse(untrusted, rewriting)
    return rewriting.written()


def elements(untrusted: bytes) -> list[tuple[str, Mapping[str, str], str]]:
    """Local name, attributes and own text of every element."""
    listing = _Listing()
    _parse(untrusted, listing)
    return listing.told


def local(name: str) -> str:
    """Without the prefix."""
    return name.rpartition(":")[2]


def _parse(untrusted: bytes, handler: _Handler) -> None:
    """Names come with the prefixes they have: office programs refuse a document with others."""

    def refuse(*_: object) -> None:
        raise Unsafe

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    parser.StartElementHandler = handler.start
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.text
    parser.Parse(untrusted, True)


class _Listing:
    def __init__(self) -> None:
        self.told: list[tuple[str, Mapping[str, str], str]] = []
        self._open: list[tuple[str, Mapping[str, str], list[str]]] = []

    def start(self, name: str, given: Attributes) -> None:
        self._open.append((local(name), given, []))

    def text(self, content: str) -> None:
        self._open[-1][2].append(content)

    def end(self, _name: str) -> None:
        called, attributes, text = self._open.pop()
        self.told.append((called, attributes, "".join(text).strip()))


class _Reading:
    """Gathers; a document of a thousand changes by one person is told once."""

    def __init__(self) -> None:
        self._found: dict[Found, None] = {}
        self._times: list[str] = []
        self._deleted = self._sessions = self._remarks = 0
        self._inside = ""
        self._fields = office_unseen.Fields()

    def start(self, name: str, given: Attributes) -> None:
        """Look at a name and its attributes."""
        called = local(name)
        self._inside = name
        self._deleted += called in DELETED
        self._remarks += _remarks(name)
        self._fields.start(name)
        if unseen := office_unseen.not_shown(name, given):
            self._tell(Found("inside", unseen, called, "content"))
        if called in _GONE:
            self._tell(Found("properties", called, " ".join(given.values()), _risk(called)))
        for key, value in given.items():
            role = _role(name, key)
            if role == _WHO and value not in {NOBODY, ""}:
                self._tell(Found("authors", "author", value, "person"))
            elif role == _WHEN and value != NO_TIME:
                self._times.append(value)
            elif role == _SESSION:
                self._sessions += 1
            elif told := office_unseen.told_by(name, key, value):
                self._tell(Found("properties", told, value, "person"))

    def text(self, content: str) -> None:
        """The text of elements that hold a name or a time."""
        text = content.strip()
        if self._fields.tells(self._inside, text):
            self._tell(Found("properties", "path", text, "person"))
        if text and self._inside in _DESCRIBED:
            self._tell(Found("properties", "ImageDescription", text, "person"))
        if text in {"", NOBODY} or not (_is_own(self._inside) or local(self._inside) == _LISTED):
            return
        if local(self._inside).startswith("date"):
            self._times.append(text)
        else:
            self._tell(Found("authors", "author", text, "person"))

    def end(self, _name: str) -> None:
        """What follows is not in it."""
        self._inside = ""

    def found(self) -> Iterator[Found]:
        yield from self._found
        if self._deleted:
            yield Found("changes", "deleted_words", str(self._deleted), "content")
        if self._remarks:
            yield Found("comment", "comment", str(self._remarks), "content")
        if self._times:
            told = dict.fromkeys((min(self._times), max(self._times)))
            yield Found("authors", "changed_on", " – ".join(told), "time")
        if self._sessions:
            yield Found("properties", "sessions", str(self._sessions), "device")

    def _tell(self, one: Found) -> None:
        self._found[one] = None


class _Rewriting:
    """Writes what it reads; instructions to programs and remarks of programs are not needed."""

    def __init__(self, change: Callable[[str, Attributes], Attributes | None]) -> None:
        self._change = change
        self._left_out = 0
        self._bare: list[bool] = []
        self._out: list[str] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']

    def written(self) -> bytes:
        """All of it."""
        return "".join(self._out).encode("utf-8")

    def start(self, name: str, given: Attributes) -> None:
        """Write it, unless it is left out."""
        changed = None if self._left_out else self._change(name, given)
        if changed is None:
            self._left_out += 1
            return
        bare = name in _UNWRAPPED
        self._bare.append(bare)
        if not bare:
            attributes = "".join(f' {key}="{escaped(value)}"' for key, value in changed.items())
            self._out.append(f"<{name}{attributes}>")

    def end(self, name: str) -> None:
        """The same."""
        if self._left_out:
            self._left_out -= 1
        elif not self._bare.pop():
            self._out.append(f"</{name}>")

    def text(self, content: str) -> None:
        """The same."""
        if not self._left_out:
            self._out.append(escaped(content))


class _Writing(_Rewriting):
    """Names in a list of authors stay as many as they were, without saying whose they are."""

    def __init__(self) -> None:
        super().__init__(_changed)
        self._names: list[str] = []
        self._listed: list[str] = []
        self._fields = office_unseen.Fields()

    def start(self, name: str, given: Attributes) -> None:
        """Remember where we are."""
        self._names.append(name)
        self._fields.start(name)
        super().start(name, given)

    def end(self, name: str) -> None:
        """Out again."""
        self._names.pop()
        super().end(name)

    def text(self, content: str) -> None:
        """Whose comment it was stays out, also where Excel begins it with the name; so do paths on a disk."""
        name = self._names[-1]
        if local(name) == _LISTED and content.strip():
            self._listed.append(content.strip())
            super().text(NOBODY)
        elif self._fields.tells(name, content):
            super().text("#REF!" if local(name) == "definedName" else "")
        else:
            whose = next((one for one in self._listed if content.startswith((one + ":", one + "："))), "")
            super().text(NOBODY + content[len(whose) :] if whose else content)


def escaped(text: str) -> str:
    """As text and as an attribute; blanks a reader would change on its way are written by number."""
    for sign, escape in _ESCAPES:
        if sign in text:
            text = text.replace(sign, escape)
    return text


def _changed(name: str, given: Attributes) -> Attributes | None:
    if _goes(name):
        return None
    out: Attributes = {}
    for key, value in given.items():
        role = _role(name, key)
        if role == _SESSION:
            continue
        if role == _WHO:
            out[key] = NOBODY if value else value
        elif role == _WHEN:
            out[key] = NO_TIME
        elif office_unseen.told_by(name, key, value):
            out[key] = ""
        else:
            out[key] = value
    return out


@lru_cache(_NAMES)
def _goes(name: str) -> bool:
    called = local(name)
    if _remarks(name):
        return True
    return called in DELETED or called in _GONE or _is_own(name) or name in _MARKS or name in _DESCRIBED


@lru_cache(_NAMES)
def _remarks(name: str) -> bool:
    called = local(name)
    return called in REMARKS or (called in _OPEN_REMARKS and ":" in name)


@lru_cache(_NAMES)
def _role(name: str, key: str) -> str:
    """What an attribute says: a sheet of a million cells has a few pairs of names, so that each is looked at once."""
    called, of = local(name), local(key)
    if _names_somebody(called, of):
        return _WHO
    if _tells_time(called, of):
        return _WHEN
    return _SESSION if "rsid" in of else ""


def _is_own(name: str) -> bool:
    """Whether an element holds who wrote a note, or when."""
    called = local(name)
    return called in _OWN_WORDS or (called == _OWN_DATE and ":" in name and not name.startswith("text:"))


def _risk(gone: str) -> str:
    """A path has the name of whoever sat there in it."""
    risks = {"absPath": "person", "mailMerge": "person", "customWorkbookViews": "person", "docVars": "content"}
    return risks.get(gone, "device")


def _names_somebody(element: str, attribute: str) -> bool:
    if attribute == "name":
        return element in {"cmAuthor", "author"}
    if element == "scenario":
        return attribute in {"user", "comment"}
    return attribute in _AUTHORS


def _tells_time(element: str, attribute: str) -> bool:
    return attribute in _TIMES and element in _TIMED
