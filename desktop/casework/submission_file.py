"""A form as a file, plain text or JSON: exactly what its preview shows; and the note that it went out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Literal, TypeAlias

from desktop.casework.outfiles import new_file
from desktop.casework.records import existing
from desktop.casework.submission import Preview
from desktop.casework.submission import preview as preview_of
from desktop.casework.submission_lines import Line
from desktop.casework.submission_voice import SplitName
from desktop.casework.workspace import JSON, Changes, Workspace, day_of, today
from desktop.casework.writing import Pending
from desktop.domain.mechanisms import MECHANISMS
from desktop.errors import Refused
from desktop.vault.outbox import SUBMISSION, Sent

Form: TypeAlias = Literal["txt", "json"]

NOT_STATED = "[not stated]"
"""Where nothing is recorded: a form is never blank."""
_ENGLISH = "en"


def content(ws: Workspace, preview: Preview, as_: Form) -> bytes:
    """What `write` would write: in English, as the mechanisms take it."""
    words = json.dumps(as_json(ws, preview), ensure_ascii=False, indent=2) if as_ == "json" else as_text(ws, preview)
    return f"{words.rstrip()}\n".encode()


def write(ws: Workspace, preview: Preview, to: Path, as_: Form) -> Path:
    """Write the form whole, and remember that it went out with everybody in it.

    Refused as the first of `Preview.stops`, among them `submission.unanswered` (person, question),
    `submission.lacking`, `submission.month_needed`; `submission.changed` when it would read otherwise by now;
    `file.exists`; Hindered `disk.…`.
    """
    fresh = preview_of(ws, preview.submission)  # somebody may have taken a consent back meanwhile
    if fresh.stops:
        raise fresh.stops[0]
    written = content(ws, preview, as_)
    if content(ws, fresh, as_) != written:
        raise Refused("submission.changed")
    with new_file(to, needed=len(written)) as out:
        out.write(written)
        called = ws.vocabularies.label("submission_forms", preview.form, ws.language)
        receiver = f"{called} · {ws.vault.code(preview.submission)}"
        sent = Sent(hashlib.sha256(written).hexdigest(), SUBMISSION, ws.clock(), called, receiver)
        ws.vault.outbox.note(sent, preview.items)
    return to


def mark_sent(ws: Workspace, submission: str) -> Changes:
    """Turn a form into an intervention that was sent today, for whoever was in it; each names the other.

    Refused `submission.no_form`, `submission.sent_already`.
    """
    state = existing(ws, submission)
    nested = state.nested()
    mechanism = MECHANISMS.get(str(nested.get("form")))
    if mechanism is None:
        raise Refused("submission.no_form")
    earlier = nested.get("intervention")
    if isinstance(earlier, str) and ws.vault.kind_of(earlier) is not None:
        raise Refused("submission.sent_already")
    preview = preview_of(ws, submission)
    went = _went(ws, submission) or preview.items
    fields: dict[str, JSON] = {
        "type": mechanism.intervention,
        "mechanisms": [{"code": code} for code in preview.mandates],
        "status": "sent",
        "sent_on": today(ws),
        "submission": submission,
        **{name: nested.get(name) for name in ("case", "confidential_parts")},
        "people": _same(nested.get("people"), "person", went),
        "acts": _same(nested.get("acts"), "act", went),
    }
    pending = Pending(ws)
    made = pending.create("intervention", {name: value for name, value in fields.items() if value not in (None, [])})
    pending.patch(state, {"intervention": made, "status": "sent"})
    return pending.commit()


def as_text(ws: Workspace, preview: Preview) -> str:
    """Each field with its label in the form's own words, person by person; a form for one alone in its own order."""
    title = ws.vocabularies.label("submission_forms", preview.form, _ENGLISH)
    heads = [f"{name}: {words}" for name, words in _heads(ws, preview)]
    parts = ["\n".join([title.upper(), *heads])]
    if preview.urgent_until:
        parts.append(
            f"URGENT PROCEDURE: less than three months since the disappearance ({preview.urgent_until} at most)."
        )
    if MECHANISMS[preview.form].one_person and len(preview.names) == 1:
        (person,) = preview.names
        parts += [f"== {_called(ws, preview, person)} ==", *(_field(ws, line) for line in preview.lines)]
        return "\n\n".join(parts)
    for person in ("", *preview.names):
        if person:
            parts.append(f"== {_called(ws, preview, person)} ==")
        parts += [_field(ws, line) for line in preview.lines if line.person == person]
    return "\n\n".join(parts)


def _heads(ws: Workspace, preview: Preview) -> Iterator[tuple[str, str]]:
    """What it is for, whom it goes to, and who may read it."""
    mandates = "; ".join(ws.vocabularies.label("un_mandates", code, _ENGLISH) for code in preview.mandates)
    yield "Purpose", f"submission to: {ws.vocabularies.label('submission_forms', preview.form, _ENGLISH)}"
    if mandates:
        yield "For", mandates
    if preview.period:
        yield "Reporting period", preview.period
    yield "Level", "confidential: for those it is addressed to"
    yield "Put together on", day_of(ws).isoformat()


def as_json(ws: Workspace, preview: Preview) -> JSON:
    """The same, for programs: each person's name split, each field with its code."""
    people = [
        {
            "family_name": family,
            "given_name": given,
            "original_name": original,
            "fields": [_one(ws, line) for line in preview.lines if line.person == person],
        }
        for person, (family, given, original) in preview.names.items()
    ]
    return {
        "form": preview.form,
        "title": ws.vocabularies.label("submission_forms", preview.form, _ENGLISH),
        "head": dict(_heads(ws, preview)),
        "urgent": preview.urgent_until is not None,
        "fields": [_one(ws, line) for line in preview.lines if not line.person],
        "people": people,
    }


def _one(ws: Workspace, line: Line) -> JSON:
    section, label = _labels(ws, line)
    return {"code": line.code, "section": section, "field": label, "text": line.text or NOT_STATED}


def _field(ws: Workspace, line: Line) -> str:
    section, label = _labels(ws, line)
    return f"[{section}] {label}\n{line.text or NOT_STATED}"


def _labels(ws: Workspace, line: Line) -> tuple[str, str]:
    term = ws.vocabularies["un_form_fields"][line.code]
    return term.more.get("section_en", ""), term.label(_ENGLISH)


def _called(ws: Workspace, preview: Preview, person: str) -> str:
    family, given, original = preview.names[person]
    return SplitName(family, given, original).running or ws.vault.code(person)


def _went(ws: Workspace, submission: str) -> frozenset[str]:
    """What was in the form when it was written last; nothing where it never was."""
    written = (sent.package for sent in ws.vault.outbox.holding(submission) if sent.kind == SUBMISSION)
    return next((ws.vault.outbox.items(package) for package in written), frozenset())


def _same(value: JSON, name: str, among: Collection[str]) -> list[JSON]:
    """A list of references with items of its own, as far as they are among these."""
    items: Iterator[JSON] = iter(value.values() if isinstance(value, dict) else ())
    return [{name: item[name]} for item in items if isinstance(item, dict) and str(item.get(name)) in among]
