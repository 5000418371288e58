"""Exactly what would leave and what stays and why; only from here a sealed file is written."""

from __future__ import annotations

import secrets
from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework.handoff import HandoffPreview
from desktop.ui.cells import CellsView
from desktop.ui.files import choose_folder, choose_new_file
from desktop.ui.kind_icons import kind_icon
from desktop.ui.layout import column, held, primary, row
from desktop.ui.moments import number, size
from desktop.ui.new_passphrase import NewPassphrase
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.reasons import STAYING, WARNINGS, said
from desktop.ui.speaking import Speaking
from desktop.ui.told import Facts, Told
from desktop.ui.tools import Tools

PERMISSIONS = "permission_reasons"
MOST_ROWS = 10


class PackagePassphrase(NewPassphrase):
    """The passphrase of one sealed file."""

    def about(self) -> str:
        """Said while nothing is typed."""
        return self.tr("Whoever has the file and this passphrase can read it. It is kept nowhere: note it down.")


class HandoverPreviewStep(Speaking):
    """`agreed` with where the file goes and the passphrase ("" for contacts); `given_up` to choose otherwise."""

    agreed = Signal(object, str)  # Path, passphrase
    given_up = Signal()

    def __init__(self, tools: Tools, preview: HandoffPreview, names: tuple[str, ...]) -> None:
        """names: of the contacts it is for."""
        super().__init__()
        self._tools = tools
        self._preview = preview
        self._names = names
        self._by_passphrase = not preview.wanted.to
        self._passphrase = PackagePassphrase()
        self._passphrase.setVisible(self._by_passphrase)
        self._leaving_title, self._staying_title = Heading(level=2), Heading(level=2)
        self._leaving, self._staying = CellsView(1), CellsView(2)
        self._no_names = PlainLabel(wrap=True).be(quiet=True)
        self._final = Told(tools, "warning")
        self._write, self._back = primary(QPushButton()), QPushButton()
        self._facts = Facts()
        self._lay_out()
        self._passphrase.changed.connect(self._look)
        self._write.clicked.connect(self._choose)
        self._back.clicked.connect(self.given_up)
        self._leaving.activated.connect(self._open_history)
        self.retranslate()
        self._look()

    def begin(self) -> None:
        """The list of what leaves comes first."""
        self._leaving.setFocus()

    def retranslate(self) -> None:
        """Every word of the step."""
        preview, language = self._preview, self._tools.language.code
        count = number(len(preview.leaving), language)
        self._leaving_title.setText(self.tr("Leaves: {count}").format(count=count))
        self._staying_title.setText(self.tr("Stays: {count}").format(count=number(len(preview.staying), language)))
        self._leaving.setAccessibleName(self.tr("What leaves"))
        self._staying.setAccessibleName(self.tr("What stays, and why"))
        earlier = self.tr("Earlier wordings") if preview.earlier_wordings else ""
        self._leaving.cells.name(self.tr("Kind"), self.tr("Record"), *filter(None, (earlier,)))
        self._staying.cells.name(self.tr("Kind"), self.tr("Record"), self.tr("Why it stays"))
        self._fill()
        self._final.say(
            self.tr(
                "A file that was given away cannot be called back, and whoever opens it can pass it on. Look through "
                "the lists once more."
            )
        )
        self._write.setText(self.tr("&Write the sealed file…"))
        self._back.setText(self.tr("&Back"))

    def _fill(self) -> None:
        icons = self._tools.icons
        leaving, staying = self._preview.leaving, self._preview.staying
        self._leaving.cells.fill(
            [(one.kind_label, one.title, str(one.earlier or "")) for one in leaving],
            [kind_icon(icons, one.kind) for one in leaving],
        )
        self._staying.cells.fill(
            [(one.kind_label, one.title, self._why(one.reason)) for one in staying],
            [kind_icon(icons, one.kind) for one in staying],
        )
        self._leaving.showing(MOST_ROWS)
        self._staying.showing(MOST_ROWS)

    def _why(self, reason: str) -> str:
        """Of consents the vocabulary says it; the rules of handing over have sentences of their own."""
        if reason in STAYING:
            return said(STAYING, reason)
        return self._tools.vocabularies.label(PERMISSIONS, reason, self._tools.language.code)

    def _tell(self) -> list[Told]:
        """What to mind before agreeing."""
        preview, language = self._preview, self._tools.language.code
        sentences = [said(WARNINGS, code) for code in preview.warnings]
        if preview.earlier_wordings:
            sentences.append(
                self.tr(
                    "Earlier wordings go along: {count}. If one of them should not, open the record's history (Enter "
                    "on its line), strike it, and come back."
                ).format(count=number(preview.earlier_wordings, language))
            )
        if preview.withheld_acts:
            sentences.append(
                self.tr("Acts left out because somebody does not permit it: {count}.").format(
                    count=number(preview.withheld_acts, language)
                )
            )
        return [Told(self._tools, "warning", sentence) for sentence in sentences]

    def _look(self) -> None:
        self._write.setEnabled(not self._by_passphrase or self._passphrase.ready)

    def _choose(self) -> None:
        if len(self._preview.wanted.to) > 1 and self._preview.wanted.mode == "redacted":
            choose_folder(self, self.tr("A new or empty folder for the copies, one for each"), self._agree)
        else:
            choose_new_file(self, self.tr("Where the sealed file goes"), f"{secrets.token_hex(8)}.age", self._agree)

    def _agree(self, path: Path) -> None:
        self.agreed.emit(path, self._passphrase.take() if self._by_passphrase else "")

    def _open_history(self, index: QModelIndex) -> None:
        one = self._preview.leaving[index.row()]
        self._tools.go(Place("history", one.record, one.kind))

    def _lay_out(self) -> None:
        preview, language = self._preview, self._tools.language.code
        whole = preview.wanted.mode == "transfer"
        self._facts.add(self.tr("To"), ", ".join(self._names) or self.tr("Whoever has the passphrase"))
        self._facts.add(self.tr("What"), self.tr("The whole case") if whole else self.tr("A redacted copy"))
        self._facts.add(self.tr("Purpose"), preview.wanted.purpose)
        if preview.evidence_bytes:
            self._facts.add(self.tr("Evidence"), size(preview.evidence_bytes, language))
        parts: list[QWidget] = [self._facts, *self._tell(), self._leaving_title, self._leaving]
        if preview.staying:
            parts += [self._staying_title, self._staying]
        parts += [self._passphrase, self._final, held(row(self._write, self._back, None))]
        self.setLayout(column(*parts, None, gap=12))
