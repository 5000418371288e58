"""By which codes else a person is recorded, as every list says it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication


def with_others(name: str, codes: Sequence[str], *, briefly: bool = False) -> str:
    """Name and codes; the name alone where there is no other record. briefly: for a narrow line."""
    if not codes:
        return name
    translate = QCoreApplication.translate
    several = translate("Also", ", ").join(codes)
    told = (
        translate("Also", "{name} · also {codes}")
        if briefly
        else translate("Also", "{name} · also recorded as {codes}")
    )
    return told.format(name=name, codes=several)
