"""How far two names are one, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.same_names import Alike


def how(alike: Alike) -> str:
    """Why somebody is asked at all."""
    if alike is Alike.WRITTEN:
        return QCoreApplication.translate("Same", "written the same")
    if alike is Alike.SPELLED:
        return QCoreApplication.translate("Same", "spelled the same in letters")
    return QCoreApplication.translate("Same", "read the same, other characters")
