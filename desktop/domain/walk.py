"""One walk through a record's values, for all that asks what is in it: words to index, references, mentions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from desktop.domain.declaration import FieldDecl
from desktop.domain.mentions import OPEN, mentioned
from desktop.domain.registry import KINDS
from desktop.domain.relative_dates import relative_of
from desktop.domain.values import Json, Nested

LISTS = frozenset({"items", "codes", "refs"})
WORDS = frozenset({"text", "long"})


def leaves(fields: Mapping[str, FieldDecl], nested: Nested, prefix: str = "") -> Iterator[tuple[str, FieldDecl, Json]]:
    """Every declared value with its path; a value that is missing for a reason is ``{"absent": …}``.

    Fields of a newer program are passed over. A list that is absent as a whole comes as one leaf.
    """
    for name, value in nested.items():
        field = fields.get(name)
        if field is None or value is None:
            continue
        if field.type not in LISTS or not isinstance(value, dict) or "absent" in value:
            yield prefix + name, field, value
            continue
        for item, inside in value.items():
            if isinstance(inside, dict):
                yield from leaves(field.items or {}, inside, f"{prefix}{name}/{item}/")


def undeclared(
    fields: Mapping[str, FieldDecl], nested: Nested, prefix: str = ""
) -> Iterator[tuple[str, Collection[str], Json]]:
    """Every value of a field that is not declared, with its path and the names of the fields there are in its place.

    It is of a newer program, or a slip of the pen. The place of an item in its list is none of them.
    """
    for name, value in nested.items():
        field = fields.get(name)
        if value is None or (name == "order" and prefix):
            continue
        if field is None:
            yield prefix + name, fields.keys(), value
        elif field.type in LISTS and isinstance(value, dict) and "absent" not in value:
            for item, inside in value.items():
                if isinstance(inside, dict):
                    yield from undeclared(field.items or {}, inside, f"{prefix}{name}/{item}/")


def texts(kind: str, nested: Nested) -> list[tuple[str, str]]:
    """The words to index, with their paths; mention tokens are still in them (`indexing.index_text` drops them).

    A date gives the words it was said in. A kind of a newer program gives nothing.
    """
    declared = KINDS.get(kind)
    if declared is None:
        return []
    found = []
    for path, field, value in leaves(declared.fields, nested):
        if not field.searchable:
            continue
        words = value if field.type in WORDS else None
        if field.type == "date" and isinstance(value, dict):
            words = value.get("words")
        if isinstance(words, str) and words:
            found.append((path, words))
    return found


def terms(kind: str, nested: Nested) -> list[tuple[str, str, str]]:
    """The codes a record holds that may be searched for by what they are called: path, vocabulary, code."""
    declared = KINDS.get(kind)
    if declared is None:
        return []
    return [
        (path, field.vocabulary, value)
        for path, field, value in leaves(declared.fields, nested)
        if field.type == "code" and field.vocabulary and field.searchable and isinstance(value, str) and value
    ]


def references(kind: str, nested: Nested) -> list[tuple[str, str]]:
    """The records a record points at, with the paths that do: fields, items of lists, mentions in text, and dates that
    were counted from another's.

    A mention gives the person; one record may come several times under several paths, once under each.
    """
    declared = KINDS.get(kind)
    if declared is None:
        return []
    found: dict[tuple[str, str], None] = {}
    for path, field, value in leaves(declared.fields, nested):
        if field.type == "date" and (relative := relative_of(value)) is not None:
            found[path, relative.to] = None
        if not isinstance(value, str):
            continue
        if field.type == "ref":
            found[path, value] = None
        elif field.type in WORDS and OPEN in value:
            found.update(((path, mention.person), None) for mention in mentioned(value))
    return list(found)
