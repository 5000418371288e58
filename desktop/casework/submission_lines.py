"""The fields of one form, each with its text: what somebody wrote for it, else what the records say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from desktop.casework.submission_fields import FILLERS
from desktop.casework.submission_filled import Filled, Where
from desktop.casework.submission_matter import Matter
from desktop.casework.workspace import JSON
from desktop.domain.date_words import parse_words
from desktop.domain.mechanisms import FormField, fields_of, is_required
from desktop.domain.precision import fine_enough

UNANSWERED = "unanswered"
IMPRECISE = "month_needed"

_NEVER_BY_HAND = frozenset({"family_consent"})
_OF_SENDER = frozenset(
    {"submitter", "submitter_contact", "submitter_and_consent", "author", "cover", "signed", "organisation"}
)


@dataclass(frozen=True, slots=True)
class Line:
    """One field. person: whom it is about, "" for what is asked once. key: how `Submission.texts` calls it.

    text: as it goes out. made: what the records alone say. by_hand: somebody wrote it. editable: somebody may.
    lacks: why it does not do, a code of the vocabulary ``form_lacks``; "" where it does.
    """

    code: str
    person: str
    section: str = field(repr=False)
    label: str = field(repr=False)
    required: bool
    text: str = field(repr=False)
    made: str = field(repr=False)
    by_hand: bool
    editable: bool
    lacks: str = field(repr=False)
    where: Where | None = field(default=None, repr=False)

    @property
    def key(self) -> str:
        return key(self.code, self.person)

    @property
    def holds_back(self) -> bool:
        """Whether the form cannot go because of it."""
        return self.required and bool(self.lacks)


def key(code: str, person: str) -> str:
    """How a field of one person is told from the same field of another."""
    return f"{code}/{person}" if person else code


def fields(matter: Matter, lang: str) -> tuple[FormField, ...]:
    """The form's fields without its rules, which nobody fills in."""
    table = matter.ws.vocabularies["un_form_fields"]
    return tuple(one for one in fields_of(matter.mechanism.code, table, lang) if not one.rule)


def lines(matter: Matter) -> tuple[Line, ...]:
    """Every field in the form's order; those of a person once for each."""
    return tuple(_lines(matter))


def hand_texts(nested: Mapping[str, JSON]) -> Mapping[str, tuple[str, str]]:
    """What was written by hand: by field the item it is kept in and the words."""
    items = nested.get("texts")
    found: dict[str, tuple[str, str]] = {}
    for item, said in items.items() if isinstance(items, dict) else ():
        if isinstance(said, dict) and isinstance(said.get("field"), str) and isinstance(said.get("text"), str):
            found[said["field"]] = item, said["text"]
    return found


def _lines(matter: Matter) -> Iterator[Line]:
    written = hand_texts(matter.nested)
    relation = matter.nested.get("submitter_relation")
    for one in fields(matter, matter.ws.language):
        required = is_required(one, relation=relation if isinstance(relation, str) else "")
        for person in matter.people if one.per_person else ("",):
            _, by_hand = written.get(key(one.code, person), ("", ""))
            yield _line(matter, one, person, by_hand, required)


def _line(matter: Matter, one: FormField, person: str, by_hand: str, required: bool) -> Line:
    filled = FILLERS[one.filled_by](matter, person)
    editable = not one.filled_by.startswith("consent:") and one.filled_by not in _NEVER_BY_HAND
    hand = _by_hand(matter, one, by_hand) if by_hand.strip() and editable else ""
    return Line(
        code=one.code,
        person=person,
        section=one.section,
        label=one.label,
        required=required,
        text=hand or filled.text,
        made=filled.text,
        by_hand=bool(hand),
        editable=editable,
        lacks=_lacks(one, filled, hand),
        where=filled.where,
    )


def _by_hand(matter: Matter, one: FormField, words: str) -> str:
    """Words typed for a field; only what the sender says of themselves is left as it was typed."""
    return words.strip() if one.filled_by in _OF_SENDER else matter.voice.text(words).strip()


def _lacks(one: FormField, filled: Filled, hand: str) -> str:
    if not hand:
        return filled.lacks or ("" if filled.text else "empty")
    only_a_date = filled.lacks == IMPRECISE and one.filled_by == "arrest_date"
    return IMPRECISE if only_a_date and not fine_enough(parse_words(hand).to_json(), "month") else ""
