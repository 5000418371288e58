"""A case as a page a browser shows: readable by anybody, with nothing in it that runs or loads."""

from __future__ import annotations

import functools
import json
from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from desktop.formats.visible import visible
from desktop.places import resources

if TYPE_CHECKING:
    from jinja2 import Template

LANGUAGES = ("en", "zh_Hans")
SECTIONS = ("summary", "people", "acts", "testimonies", "consents", "interventions", "evidence", "sources")


@dataclass(frozen=True, repr=False)
class Fact:
    """One field: its label and its value, both as they are to be read."""

    label: str
    value: str


@dataclass(frozen=True)
class Passage:
    """Running text in its own words. language: a code such as `zh-Hans`, `ug`, `bo`, `en`; empty if not known."""

    text: str = field(repr=False)
    language: str = ""


@dataclass(frozen=True)
class Item:
    """A person, an act, a consent, an action, an evidence file or a source. title: name or code as it may be shown."""

    title: str = field(repr=False)
    code: str = ""
    when: str = field(default="", repr=False)
    facts: tuple[Fact, ...] = ()
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True)
class Statement:
    """What was said, and its translation beside it. basis: how the speaker knows (saw, heard, was told).

    translator: the code of whoever translated it.
    """

    original: Passage
    translation: Passage | None = None
    basis: str = field(default="", repr=False)
    translator: str = field(default="", repr=False)


@dataclass(frozen=True)
class Testimony:
    """One account with its statements in order."""

    title: str = field(repr=False)
    code: str = ""
    when: str = field(default="", repr=False)
    facts: tuple[Fact, ...] = ()
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class Dossier:
    """A case with everything already in words: names or codes, dates and terms in the reader's language.

    notes: sentences about this copy as a whole (names replaced by codes, what was left out). acts: by time.
    """

    title: str = field(repr=False)
    code: str
    facts: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = field(default=(), repr=False)
    summary: tuple[Passage, ...] = ()
    people: tuple[Item, ...] = ()
    acts: tuple[Item, ...] = ()
    testimonies: tuple[Testimony, ...] = ()
    consents: tuple[Item, ...] = ()
    interventions: tuple[Item, ...] = ()
    evidence: tuple[Item, ...] = ()
    sources: tuple[Item, ...] = ()


def case_html(dossier: Dossier, language: str) -> str:
    """The page, whole in itself. language: `en` or `zh_Hans`, for headings; other languages get English ones."""
    spoken = language if language in LANGUAGES else "en"
    style = _resource("case.css")
    return _page().render(
        dossier=dossier,
        label=json.loads(_resource("case.labels.json"))[spoken],
        language=spoken.replace("_", "-"),
        present=[section for section in SECTIONS if getattr(dossier, section)],
        style=_AsIs(style),
        style_digest=b64encode(sha256(style.encode()).digest()).decode("ascii"),
    )


class _AsIs(str):
    """Our own text, which must reach the page unchanged (a style sheet whose digest the page tells)."""

    def __html__(self) -> str:
        return self


def _resource(name: str) -> str:
    return (resources() / "templates" / name).read_text(encoding="utf-8")


@functools.cache
def _page() -> Template:
    """The template with everything escaped, nothing undefined let through, and hidden characters made visible.

    Compiled once, which takes longer than a page does; it holds nothing of what it was filled with.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    def shown(value: object) -> object:
        return value if hasattr(value, "__html__") else visible(str(value))

    environment = Environment(
        loader=FileSystemLoader(resources() / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("case.html.j2")
