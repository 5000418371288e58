"""Exactly what would leave and what stays and why; only from here a sealed file is written."""

from __future__ import annotations

import secrets
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework.handoff import Handoff, HandoffPreview
from desktop.ui.choice import Choice
from desktop.ui.exchange.copy_preview import CopyPanel
from desktop.ui.files import choose_folder, choose_new_file
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held, primary, sheet
from desktop.ui.moments import number
from desktop.ui.new_passphrase import NewPassphrase
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel
from desktop.ui.reasons import handing
from desktop.ui.speaking import Speaking
from desktop.ui.stage import Stage
from desktop.ui.told import Facts, Told
from desktop.ui.tools import Tools


class PackagePassphrase(NewPassphrase):
    """The passphrase of one sealed file."""

    def about(self) -> str:
        """Said while nothing is typed."""
        return self.tr("Whoever has the file and this passphrase can read it. It is kept nowhere: note it down.")


class HandoverPreviewStep(Speaking):
    """`agreed` with where the file goes and the passphrase ("" for contacts); `given_up` to choose otherwise; `changed`
    with what is wanted now that a file is to go as it is, or no longer."""

    agreed = Signal(object, str)  # Path, passphrase
    given_up = Signal()
    changed = Signal(object)  # Handoff

    def __init__(self, tools: Tools, preview: HandoffPreview) -> None:
        super().__init__()
        self._tools = tools
        self._preview = preview
        self._by_passphrase = not preview.wanted.to
        self._passphrase = PackagePassphrase(tools.icons)
        self._which_label = PlainLabel()
        self._which = Choice({str(place): copy.to for place, copy in enumerate(preview.copies)})
        self._copy = Stage()
        self._final = Told(tools, "warning")
        self._write, self._back = primary(QPushButton()), QPushButton()
        self._lay_out()
        self._which.choose("0")
        self._show("0")
        self._which.on_chosen(self._show)
        self._passphrase.changed.connect(self._look)
        self._write.clicked.connect(self._choose)
        self._back.clicked.connect(self.given_up)
        self.retranslate()
        self._look()

    @property
    def wanted(self) -> Handoff:
        """What it is a preview of."""
        return self._preview.wanted

    def begin(self) -> None:
        """The list of what leaves comes first."""
        if isinstance(self._copy.step, CopyPanel):
            self._copy.step.begin()

    def retranslate(self) -> None:
        """Every word of the step."""
        self._which_label.setText(self.tr("Everybody gets a copy of their own. The one for:"))
        self._which.name(self.tr("The copy for"))
        self._final.say(
            self.tr(
                "A file that was given away cannot be called back, and whoever opens it can pass it on. Look through "
                "the lists once more."
            )
        )
        self._write.setText(self.tr("&Write the sealed file…"))
        self._back.setText(self.tr("&Back"))

    def _show(self, which: str) -> None:
        panel = self._copy.enter(CopyPanel(self._tools, self._preview.copies[int(which)]))
        panel.history_wanted.connect(lambda record, kind: self._tools.go(Place("history", record, kind)))
        panel.keep_wanted.connect(self._keep)

    def _keep(self, record: str, whether: bool) -> None:
        others = [one for one in self.wanted.keep_hidden if one != record]
        self.changed.emit(replace(self.wanted, keep_hidden=tuple([*others, record] if whether else others)))

    def _mind(self) -> list[Told]:
        """What to mind before agreeing."""
        preview, language = self._preview, self._tools.language.code
        sentences = [handing(self._tools.vocabularies, code, language) for code in preview.warnings]
        if preview.earlier_wordings:
            sentences.append(
                self.tr(
                    "Earlier wordings go along: {count}. If one of them should not, open the record's history (Enter "
                    "on its line), strike it, and come back."
                ).format(count=number(preview.earlier_wordings, language))
            )
        return [Told(self._tools, "warning", sentence) for sentence in sentences]

    def _look(self) -> None:
        self._write.setEnabled(not self._by_passphrase or self._passphrase.ready)

    def _choose(self) -> None:
        if len(self._preview.copies) > 1:
            choose_folder(self, self.tr("A new or empty folder for the copies, one for each"), self._agree)
        else:
            choose_new_file(self, self.tr("Where the sealed file goes"), f"{secrets.token_hex(8)}.age", self._agree)

    def _agree(self, path: Path) -> None:
        self.agreed.emit(path, self._passphrase.take() if self._by_passphrase else "")

    def _lay_out(self) -> None:
        preview = self._preview
        whole = preview.wanted.mode == "transfer"
        facts = Facts()
        facts.add(self.tr("To"), ", ".join(copy.to for copy in preview.copies) or self.tr("Whoever has the passphrase"))
        facts.add(self.tr("What"), self.tr("The whole case") if whole else self.tr("A redacted copy"))
        facts.add(self.tr("Purpose"), preview.wanted.purpose)
        parts: list[QWidget] = [facts, *self._mind()]
        if len(preview.copies) > 1:
            parts += [self._which_label, self._which]
        parts.append(self._copy)
        if self._by_passphrase:
            parts.append(sheet(column(self._passphrase), 16))
        parts += [self._final, held(Flow(self._write, self._back, gap=8))]
        self.setLayout(column(*parts, None, gap=12))
