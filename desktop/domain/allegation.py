"""How strongly a text may speak of an act: never more strongly than it is known, nor of a treaty as if it bound."""

from __future__ import annotations

from typing import Literal, TypeAlias

from desktop.domain.meta import Label
from desktop.domain.values import Nested
from desktop.domain.vocabulary import Term

Hedge: TypeAlias = Literal["allegedly", "reportedly", ""]

TOLD_AS = Label("How it is told", "陈述方式")
_IN_WORDS = {
    "allegedly": Label("allegedly: nothing independent bears it out yet", "据称：尚无独立来源印证"),
    "reportedly": Label(
        "reportedly: somebody first-hand, or something else, bears part of it out", "据讲述：有亲历者讲述，或已部分印证"
    ),
}
_REPORTED = frozenset({"single_first_hand", "partly"})
_SHOWN = frozenset({"corroborated", "documented", "acknowledged"})
_TAKEN_BACK = frozenset({"withdrawn", "conflict"})
_NOT_RATIFIED = "not ratified"


def hedge(act: Nested) -> Hedge:
    """The word an act is told with; none only where an independent source, a document or officials bear it out.

    A claim that still needs work or has an issue is no stronger than one nobody checked.
    """
    if str(act.get("claim_status")) in {"work_needed", "issue"}:
        return "allegedly"
    said = str(act.get("corroboration"))
    if said in _SHOWN:
        return ""
    return "reportedly" if said in _REPORTED else "allegedly"


def in_words(act: Nested, lang: str) -> str:
    """The same for a page that lists what a record says; nothing where it is borne out."""
    said = _IN_WORDS.get(hedge(act))
    return said(lang) if said else ""


def stands(act: Nested) -> bool:
    """Whether an act may be told to others at all: not once it was refuted, judged wrong or withdrawn by its source."""
    return act.get("corroboration") != "refuted" and str(act.get("claim_status")) not in _TAKEN_BACK


def norm_words(term: Term, *, china: bool = True) -> str:
    """A rule of law as a text names it, in English; about China with how far it binds: a signature is no ratification.

    "Violates" is never said of any of them: that is for whoever decides. How far it binds others we do not know.
    """
    article = term.more.get("article", "")
    name = ", ".join(
        part for part in (term.more.get("instrument", ""), f"article {article}" if article else "") if part
    )
    status = term.more.get("status_for_prc", "") if china else ""
    if _NOT_RATIFIED in status:
        return f"{name} (signed, not ratified: must not defeat its object and purpose)"
    return f"{name} ({status})" if status else name
