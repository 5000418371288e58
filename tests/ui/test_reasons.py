"""Every code a preview or a result may carry has words in the window."""

from __future__ import annotations

import re

import pytest

from desktop import places
from desktop.casework import contacts, deciding, find, importing, receive, timeline, verify
from desktop.domain.vocabulary import Vocabularies
from desktop.ui import reasons

DESCRIBED = {
    "what arrives": (receive.Arriving.__doc__, "what", reasons.ARRIVING),
    "what has to be decided": (deciding.Decision.__doc__, "what", reasons.DECISIONS),
    "how a card stands": (contacts.CardPreview.__doc__, "standing", reasons.STANDINGS),
    "what becomes of a column": (importing.ColumnUse.__doc__, "target", reasons.TARGETS),
    "what happened to a record": (timeline.history.__doc__, "kind", reasons.HAPPENED),
    "what found a hit": (find.Found.__doc__, "why", reasons.FOUND_BY),
    "what was checked": (verify.Verified.__doc__, "what it is", reasons.CHECKED),
}
STAYING = (
    "compartment_closed", "of_withheld", "never_leaves", "internal_only", "no_speaker", "no_victim", "no_interviewee",
    "no_image_consent", "no_voice_consent", "no_name_consent", "face_unknown", "look_first", "say_first",
    "nothing_left", "newer_kind",
)  # fmt: skip
WARNINGS = tuple(
    f"handoff.{name}"
    for name in (
        "not_post_quantum",
        "unverified_contact",
        "bare_key",
        "name_shared",
        "passphrase_only",
        "names_waiting",
        "files_as_they_are",
    )
)


def codes(docstring: str | None, name: str) -> set[str]:
    """The words in quotes that a docstring lists after a name."""
    _, _, after = (docstring or "").partition(name)
    listed = re.match(r'[^"]*("[a-z_]+"[^".]*)+', after)
    return set(re.findall(r'"([a-z_]+)"', listed.group())) if listed else set()


@pytest.mark.parametrize("what", DESCRIBED)
def test_every_code_that_casework_names_has_words(what: str) -> None:
    docstring, name, table = DESCRIBED[what]
    assert codes(docstring, name)
    assert codes(docstring, name) <= set(table)


def test_a_code_of_a_newer_program_stands_for_itself() -> None:
    assert reasons.said(reasons.ARRIVING, "never_heard_of") == "never_heard_of"


@pytest.mark.parametrize("language", ["en", "zh_Hans"])
@pytest.mark.parametrize("code", ["refused", *STAYING, *WARNINGS])
def test_reasons_of_handing_over_come_from_the_vocabularies(code: str, language: str) -> None:
    vocabularies = Vocabularies.from_tables(places.read_tables())
    words = reasons.handing(vocabularies, code, language)
    assert words
    assert words != code.removeprefix("handoff.")


@pytest.mark.parametrize("language", ["en", "zh_Hans"])
def test_every_reason_is_said_in_the_language_itself(language: str) -> None:
    terms = Vocabularies.from_tables(places.read_tables())["handoff_reasons"]
    chinese = {term.code for term in terms if re.search("[一-鿿]", term.label(language))}
    assert chinese == ({term.code for term in terms} if language == "zh_Hans" else set())
