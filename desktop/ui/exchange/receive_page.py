"""Receiving a package: open and check the whole of it, look, decide, take it in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.casework import receive
from desktop.casework.receive import Received, ReceivePreview
from desktop.casework.workspace import Changes, Progress, Workspace
from desktop.errors import JiashuError
from desktop.ui.exchange.card_preview import CardStep
from desktop.ui.exchange.package_passphrase import PackagePassphraseStep
from desktop.ui.exchange.receive_preview import ReceivePreviewStep
from desktop.ui.exchange.received import ReceivedStep
from desktop.ui.files import choose_file
from desktop.ui.layout import column, held, primary, readable, row
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.staged_page import StagedPage
from desktop.ui.told import Told
from desktop.ui.tools import Tools

WIDTH = 840
NOT_OURS = "age.no_match"


class ReceivePage(StagedPage):
    """Nothing of a package is kept before somebody agrees."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place, width=WIDTH)
        self._file: Path | None = None
        self._passphrase = ""  # of a package sealed with one, until it is taken in or left
        self.retranslate()
        self._show_start()

    def begin(self) -> None:
        """The one button that starts it."""
        if isinstance(self.stage.step, ReceiveStart):
            self.stage.step.begin()

    def refresh(self, changes: Changes | None) -> None:
        """Names may be hidden now, or can be read now: the package is looked at again."""
        if changes is None and isinstance(self.stage.step, ReceivePreviewStep) and self._file:
            self._open(self._file)

    def retranslate(self) -> None:
        """The title; each step has its own words."""
        self.title.setText(self.tr("Receive a package"))

    def _show_start(self) -> None:
        self._file, self._passphrase, self.finished = None, "", False
        start = self.stage.enter(ReceiveStart(self.tools))
        start.chosen.connect(self._open)
        start.begin()

    def _open(self, file: Path) -> None:
        self._file = file
        passphrase = self._passphrase or None

        def look(ws: Workspace, progress: Progress) -> ReceivePreview:
            return receive.preview_package(ws, file, passphrase=passphrase, progress=progress)

        self.work(
            self.tr("Opening and checking the package"),
            look,
            self._show_preview,
            failed=self._not_opened,
            stopped=self._show_start,
        )

    def _not_opened(self, error: JiashuError) -> None:
        if error.code == NOT_OURS:
            self._ask_passphrase()
            return
        self._show_start()
        self.tell_error(error)

    def _ask_passphrase(self) -> None:
        """Not sealed to anybody here: perhaps there is a passphrase; perhaps another one than was typed."""
        ask = self.stage.enter(PackagePassphraseStep(self.tools, tried=bool(self._passphrase)))
        ask.given.connect(self._try_passphrase)
        ask.given_up.connect(self._show_start)
        ask.begin()

    def _try_passphrase(self, passphrase: str) -> None:
        self._passphrase = passphrase
        if self._file is not None:
            self._open(self._file)

    def _show_preview(self, preview: ReceivePreview) -> None:
        if preview.signer_card is not None and not preview.signer_known:
            self._show_signer(preview)
            return
        step = self.stage.enter(ReceivePreviewStep(self.tools, preview))
        step.given_up.connect(self._show_start)
        step.agreed.connect(lambda accepted: self._take(preview, accepted))
        step.begin()

    def _show_signer(self, preview: ReceivePreview) -> None:
        """Whoever signed it has to be a contact first; then the package is looked at."""
        card, file = preview.signer_card, preview.file
        assert card is not None
        step = CardStep(self.tools, card)
        told = Told(
            self.tools,
            "warning",
            self.tr("The package is whole, and signed by somebody who is not among your contacts. Who is it?"),
        )
        self.stage.enter(held(column(told, step, gap=16)))
        step.given_up.connect(self._show_start)
        step.taken.connect(lambda _who, _name: self._open(file))
        step.begin()

    def _take(self, preview: ReceivePreview, accepted: frozenset[str]) -> None:
        passphrase = self._passphrase or None

        def take(ws: Workspace, progress: Progress) -> Received:
            return receive.receive(ws, preview, accepted=accepted, passphrase=passphrase, progress=progress)

        self.work(
            self.tr("Taking the package in"),
            take,
            self._done,
            failed=self._not_opened,
            stopped=lambda: self._show_preview(preview),
        )

    def _done(self, received: Received) -> None:
        self._passphrase = ""
        self.finished = True
        step = self.stage.enter(ReceivedStep(self.tools, received))
        step.again.clicked.connect(self._show_start)
        step.begin()


class ReceiveStart(Speaking):
    """`chosen` with the file."""

    chosen = Signal(object)  # Path

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._choose = primary(QPushButton())
        self._choose.setIcon(tools.icons.icon("receive", "on_accent"))
        self.setLayout(column(readable(self._about), held(row(self._choose, None)), None, gap=16))
        self._choose.clicked.connect(lambda: choose_file(self, self.tr("The package"), self.chosen.emit))
        self.retranslate()

    def begin(self) -> None:
        """The one button."""
        self._choose.setFocus()

    def retranslate(self) -> None:
        """Every word of the step."""
        self._about.setText(
            self.tr(
                "A package is opened and checked in memory: who signed it, whether anything was altered. You see what "
                "it would bring and change before anything of it is kept. Receiving the same one twice changes nothing."
            )
        )
        self._choose.setText(self.tr("Choose the &file…"))
