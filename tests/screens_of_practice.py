"""The worked world on every screen: each room, and a record of each kind, in every look.

`python -m tests.screens_of_practice FOLDER [PART…]`: only pictures whose name begins so.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop.casework import records
from desktop.casework.workspace import Workspace
from desktop.domain.registry import KINDS
from desktop.ui.no_settings import keep_no_settings
from desktop.ui.place import Place
from desktop.ui.rooms import ROOMS
from desktop.ui.theme import STYLE
from tests.screenshots import Studio

OF_TYPE = ("A.01", "B.04", "C.01", "D.05", "E.01", "F.01", "J.02")
"""Acts of which there is a picture each, since their forms differ."""


def places(ws: Workspace) -> dict[str, Place]:
    """By the name of the picture: what is shown."""
    found = {f"room-{one.name.replace('/', '-')}": Place(one.name) for one in ROOMS if one.label}
    for kind in KINDS:
        for row in records.list_records(ws, kind, limit=1).rows:
            found[f"kind-{kind}"] = Place("record", row.id, kind)
    for row in records.list_records(ws, "act", limit=100).rows:
        code = records.show(ws, row.id).nested["type"]
        if code in OF_TYPE:
            found[f"act-{code}"] = Place("record", row.id, "act")
    found |= {f"room-{name}": Place(name) for name in ("states", "approvals", "same", "testimony/new", "verify")}
    for number, row in enumerate(records.list_records(ws, "case", limit=10).rows):
        found[f"case-{number}"] = Place("record", row.id, "case")
        found |= {f"case-{number}-{page}": Place(page, row.id, "case") for page in ("timeline", "agreed", "handoff")}
    for number, row in enumerate(records.list_records(ws, "submission", limit=10).rows):
        found[f"form-{number}"] = Place("form", row.id, "submission")
    return {name.replace("/", "-"): place for name, place in found.items()}


def main(out: Path, wanted: tuple[str, ...]) -> None:
    """Make a practice vault, take every picture in every look."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        os.environ["JIASHU_HOME"] = os.environ["HOME"] = name
        keep_no_settings()
        application = QApplication.instance() or QApplication([*sys.argv[:1], *STYLE])
        assert isinstance(application, QApplication)
        studio = Studio(application, out)
        studio.window.show()
        for language in ("en", "zh_Hans"):
            studio.wear("light", language)
            studio.window.door.way_in.make_practice(Path(name) / language)
            studio.until(lambda: studio.window.desk is not None)
            studio.quiet()
            for label, place in studio.ask(places).items():
                if not wanted or label.startswith(wanted):
                    for theme in ("light", "dark"):
                        studio.wear(theme, language)
                        studio.show(label, place)
            locked: list[bool] = []
            studio.window.locked.connect(lambda: locked.append(True))  # noqa: B023 - at once
            studio.window.lock()
            studio.until(lambda: bool(locked))  # noqa: B023
        studio.window.tools.worker.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/practice"), tuple(sys.argv[2:]))
