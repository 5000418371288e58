"""Counting: how often each thing occurs, in the order of its vocabulary, and small counts that stay unsaid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Literal, TypeAlias, TypeVar

from desktop.domain.values import Json, Nested
from desktop.domain.vocabulary import Term, Vocabulary

Key = TypeVar("Key", bound=Hashable)

SMALLEST = 3
"""A count below this may point at somebody: a table for others does not say it."""

COLLECTIVE_PUNISHMENT = "02012100000004"
"""HURIDOCS' code for collective punishment. No type of act, but what every act here is an instance of."""

Remedy: TypeAlias = Literal["no_complaint", "no_answer", "answered", "investigated"]
"""How far a complaint about an act got; codes of the vocabulary ``remedy_states``."""


def counted(keys: Iterable[Key], order: Sequence[Key] = ()) -> list[tuple[Key, int]]:
    """Each key with how often it occurs, those of `order` first and in its order; the rest by count."""
    found = Counter(keys)
    known = [(key, found[key]) for key in order if key in found]
    return known + [(key, count) for key, count in found.most_common() if key not in set(order)]


def suppressed(count: int) -> int | str:
    """A count, or ``<3`` where it is small and not nought."""
    return f"<{SMALLEST}" if 0 < count < SMALLEST else count


def takeaways(term: Term) -> tuple[str, ...]:
    """The key takeaways a type of act stands for; a type without any has none of its own."""
    return _several(term, "seed_takeaway")


def attributes(term: Term, column: str) -> tuple[str, ...]:
    """What another typology calls a type of act: codes in one of the columns of ``harassment_types``."""
    return _several(term, column)


def _several(term: Term, column: str) -> tuple[str, ...]:
    return tuple(part for part in term.more.get(column, "").split(";") if part)


def remedy_of(act: Nested, complaints: Iterable[Nested] = ()) -> Remedy:
    """How far redress for an act got: nobody complained, nobody answered, somebody answered, officials were
    investigated. complaints: what was filed about it elsewhere (acts of type J, interventions)."""
    steps = [step for step in (act, *complaints) if _is_step(step)]
    if not steps:
        return "no_complaint"
    if any(step.get("investigated") is True for step in steps):
        return "investigated"
    return "answered" if any(_answered(step) for step in steps) else "no_answer"


def retaliated(act: Nested) -> bool:
    """Whether an act was done because of a complaint."""
    return act.get("type") == "J.02" or isinstance(act.get("retaliation_for"), str)


def leaf_of(act: Nested, types: Vocabulary) -> Term | None:
    """The type of an act; None where nobody said it, or a newer list did."""
    code = act.get("type")
    return types.get(code) if isinstance(code, str) else None


def _is_step(step: Nested) -> bool:
    return any(_said(step.get(name)) for name in ("remedy_kind", "filed_on", "remedy_answer", "investigated")) or (
        str(step.get("type")) in {"complaint_cn", "demand_invest"}
    )


def _said(value: Json) -> bool:
    """Whether something is recorded, rather than why nothing is."""
    return value is not None and not (isinstance(value, dict) and "absent" in value)


def _answered(step: Nested) -> bool:
    responses: Json = step.get("responses")
    answer = step.get("remedy_answer")
    return (isinstance(answer, str) and answer != "none") or bool(isinstance(responses, dict) and responses)


def codes_of(value: Json, name: str = "code") -> Iterator[str]:
    """The codes of a list."""
    items = value.values() if isinstance(value, dict) else ()
    values = (item.get(name) for item in items if isinstance(item, dict))
    return (value for value in values if isinstance(value, str))
