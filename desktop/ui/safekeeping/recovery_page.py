"""A new recovery key for the open vault, or for its identities alone: to paper, asked back, then in place."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.casework import key_files, recovering
from desktop.casework.recovering import Prepared
from desktop.casework.workspace import Workspace
from desktop.errors import JiashuError
from desktop.ui.entry import PassphraseField
from desktop.ui.eye import Eye
from desktop.ui.key_file_line import KeyFileLine
from desktop.ui.layout import column, held, primary, row, sheet
from desktop.ui.notice import Note
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel
from desktop.ui.safekeeping.recovery_paper import RecoveryPaper
from desktop.ui.speaking import Speaking
from desktop.ui.staged_page import StagedPage
from desktop.ui.tools import Tools

IDENTITIES = "recovery/identities"
"""The room where the key is for the identities alone."""


class RecoveryPage(StagedPage):
    """The passphrase, the paper, the question; the key before counts until all of it is answered."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._identities = place.page == IDENTITIES
        self.retranslate()
        self._ask_passphrase()

    def begin(self) -> None:
        """Whatever the step wants."""
        step = self.stage.step
        if isinstance(step, BeforeNewKey | RecoveryPaper):
            step.begin()

    def leave(self) -> None:
        """Left before the end, nothing has changed, and that is said."""
        super().leave()
        if isinstance(self.stage.step, RecoveryPaper):
            self.tools.tell(
                Note(
                    "info",
                    self.tr("The new recovery key was not put in place."),
                    self.tr("The one before it still counts."),
                    self.tr("Destroy what you wrote down of the new one."),
                )
            )

    def retranslate(self) -> None:
        """The title; each step has its own words."""
        self.title.setText(
            self.tr("A recovery key for the identities") if self._identities else self.tr("A new recovery key")
        )

    def _ask_passphrase(self) -> None:
        step = self.stage.enter(BeforeNewKey(self.tools, identities=self._identities))
        step.given.connect(self._prepare)
        step.left.connect(self._go)
        step.begin()

    def _prepare(self, passphrase: str, path: Path | None) -> None:
        identities = self._identities

        def prepare(ws: Workspace) -> Prepared:
            key_file = None if path is None else key_files.read(path)
            return recovering.prepare(ws, passphrase, identities=identities, key_file=key_file)

        self.tools.worker.submit(prepare, self._show, owner=self, failed=self._not_prepared)

    def _not_prepared(self, error: JiashuError) -> None:
        self.tell_error(error)
        if isinstance(self.stage.step, BeforeNewKey):
            self.stage.step.wait(False)

    def _show(self, prepared: Prepared) -> None:
        paper = self.stage.enter(RecoveryPaper(self.tools, prepared))
        paper.asked_back.connect(self._put_in_place)
        paper.begin()

    def _put_in_place(self, prepared: Prepared) -> None:
        self.stage.leave()

        def put(ws: Workspace) -> None:
            recovering.put_in_place(ws, prepared)

        done = Note(
            "done",
            self.tr("The new recovery key is in place."),
            self.tr("The one before opens this folder no more; copies of the folder made before still open with it."),
            self.tr("Destroy the papers of the old one, and old copies you do not need. Then rehearse the new one."),
        )
        self.see_to(put, partial(self.tools.tell, done), then=self._go, failed=self._go)

    def _go(self) -> None:
        self.tools.go(Place("safekeeping"))


class BeforeNewKey(Speaking):
    """What it means, and the passphrase. `given` with it and the path of the key file, where one is needed.

    `left`: back to where one came from.
    """

    given = Signal(str, object)
    left = Signal()

    def __init__(self, tools: Tools, *, identities: bool) -> None:
        super().__init__()
        self._identities = identities
        self._about, self._what_it_is_for = (PlainLabel(wrap=True) for _ in range(2))
        self._copies = PlainLabel(wrap=True).be(quiet=True)
        self._label = PlainLabel()
        self._field = PassphraseField()
        self._key_file = KeyFileLine()
        self._on, self._back = primary(QPushButton()), QPushButton()
        self._label.setBuddy(self._field)
        typed = held(row(self._field, Eye(tools.icons, self._field), gap=4))
        buttons = held(row(self._on, self._back, None))
        form = sheet(column(self._label, typed, self._key_file, buttons, gap=12))
        self.setLayout(column(self._what_it_is_for, self._about, self._copies, form, None, gap=12))
        self._field.textChanged.connect(lambda _text: self._look())
        self._key_file.changed.connect(self._look)
        self._key_file.ask_where_needed(tools, self)
        self._field.submitted.connect(self._ask)
        self._on.clicked.connect(self._ask)
        self._back.clicked.connect(self.left)
        self.retranslate()
        self._look()

    def begin(self) -> None:
        """The caret goes into the passphrase."""
        self._field.setFocus()

    def wait(self, waiting: bool) -> None:
        """Nothing can be pressed twice."""
        self._field.setEnabled(not waiting)
        self._look()
        if not waiting:
            self.begin()

    def retranslate(self) -> None:
        """Every word of the step."""
        self._what_it_is_for.setText(
            self.tr(
                "The identities then have a key of their own: the vault's recovery key no longer opens them. It sets a "
                "new passphrase for the identities when theirs is lost."
            )
            if self._identities
            else self.tr("The recovery key opens the vault when the passphrase is lost, and sets a new one.")
        )
        self._about.setText(
            self.tr(
                "You write the new key down, whole or in shares, and it is asked back. Only then it counts, and the "
                "key or all shares before it are worth nothing for this folder. Do this when a paper is lost or was "
                "seen."
            )
        )
        self._copies.setText(
            self.tr(
                "A copy of the folder that was made before, a backup or a stolen one, still opens with the key it had "
                "then."
            )
        )
        self._label.setText(self.tr("&Passphrase of the vault"))
        self._field.setAccessibleName(self.tr("Passphrase of the vault"))
        self._on.setText(self.tr("&Make the new key"))
        self._back.setText(self.tr("&Back"))

    def _look(self) -> None:
        self._on.setEnabled(self._field.isEnabled() and bool(self._field.text()) and self._key_file.ready)

    def _ask(self) -> None:
        if self._on.isEnabled():
            passphrase = self._field.take()
            self.wait(True)
            self.given.emit(passphrase, self._key_file.path)
