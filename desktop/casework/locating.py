"""Where a citation points into its source: brought into the one way it is kept, or refused with what would be right."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.casework.workspace import JSON
from desktop.domain import locators
from desktop.history.paths import Path

_KIND, _WORDS = "locator_kind", "locator"


def located(kind: str, before: Mapping[Path, JSON], body: Mapping[Path, JSON]) -> dict[Path, JSON]:
    """`body` with the place a citation names as it is kept. before: what the record says without it.

    Refused as `locators.parse`.
    """
    done = dict(body)
    if kind != "citation" or not {_KIND, _WORDS} & body.keys():
        return done
    where, words = ({**before, **body}.get(name) for name in (_KIND, _WORDS))
    if isinstance(where, str) and isinstance(words, str | None):
        kept = locators.parse(where, words or "").words or None
        if kept != words:
            done[_WORDS] = kept
    return done
