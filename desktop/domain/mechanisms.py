"""UN mechanisms and sanctions dossiers: which form is for what, whom it needs to agree, where it can be used at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from desktop.domain.vocabulary import Term, Vocabulary

CHINA = "CN"
CHINAS = frozenset({CHINA, "HK", "MO"})
"""China, whichever part of it: no individual complaint to any treaty body can be made against it."""

Why: TypeAlias = Literal[
    "open_to_all",
    "sanctions_elsewhere",
    "no_complaints",
    "no_ced",
    "accepted",
    "accepted_none",
    "not_known",
    "ced_party",
]
"""Codes of the vocabulary ``mechanism_reasons``."""


@dataclass(frozen=True, slots=True, repr=False)
class Mechanism:
    """One form. code: of ``submission_forms``. intervention: what it is once it was sent (``intervention_types``).

    questions: scopes of consent that must have been answered, yes or no, for everybody the form is for.
    any_of: without a yes to one of these somebody is not in it. disappearance: it is about somebody who vanished.
    """

    code: str
    intervention: str
    mandates: tuple[str, ...]
    questions: tuple[str, ...]
    any_of: tuple[str, ...]
    one_person: bool = False
    disappearance: bool = False


_NO_PROCEDURE = frozenset({"CRC-CTTEE", "ASG-REPR"})
_TWO = ("un_to_gov", "un_public")

MECHANISMS: Mapping[str, Mechanism] = {
    one.code: one
    for one in (
        Mechanism("SP_SUBMISSION", "un_sp", ("SRHRD",), _TWO, ("un_to_gov", "un_confidential")),
        Mechanism("WGAD_QUESTIONNAIRE", "un_wgad", ("WGAD",), _TWO, ("un_to_gov",), one_person=True),
        Mechanism("WGEID_FORM", "un_wgeid", ("WGEID",), _TWO, ("un_to_gov",), one_person=True, disappearance=True),
        Mechanism("UN_REPRISALS", "un_reprisal", ("ASG-REPR",), ("un_reprisals_report",), ("un_reprisals_report",)),
        Mechanism("TB_INDIVIDUAL_COMPLAINT", "un_tb", (), _TWO, ("un_to_gov",)),
        Mechanism("CED_URGENT_ACTION", "un_tb", (), _TWO, ("un_to_gov",), one_person=True, disappearance=True),
        Mechanism("SANCTIONS_DOSSIER", "sanctions", (), ("sanctions",), ("sanctions",)),
    )
}


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form. filled_by: what puts its text together; ``rule`` for what is no field but a condition.

    per_person: answered for each person by themselves. required: Y, N, or Y with a condition in brackets.
    """

    code: str
    section: str = field(repr=False)
    label: str = field(repr=False)
    required: str = field(repr=False)
    filled_by: str = field(repr=False)
    per_person: bool

    @property
    def rule(self) -> bool:
        return self.filled_by == "rule"


def fields_of(form: str, table: Vocabulary, lang: str) -> tuple[FormField, ...]:
    """The fields of a form in its order. table: the vocabulary ``un_form_fields``."""
    return tuple(_field(term, lang) for term in table if term.more.get("form") == form)


def _field(term: Term, lang: str) -> FormField:
    more = term.more
    section = more.get("section_zh_hans" if lang.startswith("zh") else "section_en", "")
    return FormField(
        code=term.code,
        section=section,
        label=term.label(lang),
        required=more.get("required", "N"),
        filled_by=more.get("filled_by", ""),
        per_person=more.get("per") == "person",
    )


def is_required(field: FormField, *, relation: str = "") -> bool:
    """Whether a form cannot go without it. relation: who submits (``submitter_relations``).

    "If known" and "if any" never hold a form back; what one country's law asks for does not either.
    """
    if field.required == "Y (NGO)":
        return relation == "organisation"
    return field.required in {"Y", "Y (SRHRD)"}


@dataclass(frozen=True, slots=True, repr=False)
class Offer:
    """Whether a form can be used about a State, and why (not). procedures: what that State accepted, as far as known.

    to_check: specialist knowledge that a lawyer has to confirm.
    """

    form: str
    offered: bool
    why: Why
    procedures: tuple[str, ...] = ()
    to_check: bool = False


def offer(form: str, state: str, accepted: Vocabulary) -> Offer:
    """One form about one State."""
    about = state or CHINA
    if form == "SANCTIONS_DOSSIER":
        return Offer(form, True, "sanctions_elsewhere")
    if form not in {"TB_INDIVIDUAL_COMPLAINT", "CED_URGENT_ACTION"}:
        return Offer(form, True, "open_to_all")
    if about in CHINAS:
        return Offer(form, False, "no_complaints" if form == "TB_INDIVIDUAL_COMPLAINT" else "no_ced", to_check=True)
    known = accepted.get(about)
    if known is None:
        return Offer(form, True, "not_known", to_check=True)
    if form == "CED_URGENT_ACTION":
        party = known.more.get("ced_party") == "yes"
        return Offer(form, party, "ced_party" if party else "no_ced", to_check=True)
    procedures = tuple(one for one in known.more.get("procedures", "").split(";") if one)
    return Offer(form, bool(procedures), "accepted" if procedures else "accepted_none", procedures, to_check=True)


def mandates_for(form: str, types: Iterable[Term]) -> tuple[str, ...]:
    """The UN mandates a form goes to: its own, and for Special Procedures those the types of act concern, the most
    frequent first. A committee or the Secretary-General's office is no Special Procedure."""
    own = MECHANISMS[form].mandates
    if form != "SP_SUBMISSION":
        return own
    found = Counter(code for term in types for code in term.more.get("un_mandates", "").split(";") if code)
    return tuple(dict.fromkeys([*own, *(code for code, _ in found.most_common() if code not in _NO_PROCEDURE)]))


def is_reprisal(types: Iterable[str], *, cooperated: bool) -> bool:
    """Whether acts fall under Human Rights Council resolution 12/2: for contact with the UN, or against who had it."""
    return "J.03" in set(types) or cooperated
