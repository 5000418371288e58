"""Under “Publicly known”: what ticking it means, and what is still to be done so that it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QPushButton

from desktop.casework import open_names
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.ui.layout import column, held, row
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools


@dataclass(frozen=True)
class Standing:
    """Names that stand otherwise than the answer says. can: whether they can be moved now."""

    sealed: int = 0
    in_sight: int = 0
    can: bool = False


class PubliclyKnown(Speaking):
    """Says more as soon as somebody ticks it; the names are moved by a button alone."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._person = ""
        self._yes = False
        self._standing = Standing()
        self._means = PlainLabel(wrap=True)
        self._left = PlainLabel(wrap=True)
        self._move = QPushButton()
        self._move.setAutoDefault(False)
        self._button = held(row(self._move, None))
        self.setLayout(column(self._means, self._left, self._button, gap=4))
        self._move.clicked.connect(self._do)
        self.retranslate()

    def of(self, person: str) -> None:
        """Look at the names of somebody."""
        self._person = person

        def look(ws: Workspace) -> Standing:
            can = ws.vault.compartment_open
            return Standing(open_names.sealed_names(ws, person), open_names.names_in_sight(ws, person), can)

        self._tools.worker.submit(look, self._show, owner=self, look=True)

    def answer(self, value: JSON) -> None:
        """What stands in the field."""
        self._yes = value is True
        self.retranslate()

    def retranslate(self) -> None:
        """Every word of it."""
        self._means.setText(
            self.tr(
                "This means: the name stands with all other records. Whoever opens this vault reads it, also without "
                "the passphrase of the identities. Only for people whose name is known in public already."
            )
        )
        standing = self._standing
        if standing.sealed:
            self._left.setText(self.tr("The names written before are still sealed with the identities."))
            self._move.setText(self.tr("&Let these names stay in sight"))
        else:
            self._left.setText(self.tr("Names of theirs still stand in sight, outside the identities."))
            self._move.setText(self.tr("&Seal these names"))
        left = bool(standing.sealed or standing.in_sight)
        self._means.setVisible(self._yes)
        self._left.setVisible(left)
        self._button.setVisible(left)
        self._move.setEnabled(standing.can)
        self._move.setToolTip("" if standing.can else self.tr("Open the identities first."))
        self.setVisible(self._yes or left)

    def _show(self, standing: Standing) -> None:
        self._standing = standing
        self.retranslate()

    def _do(self) -> None:
        person = self._person
        move: Callable[[Workspace, str], Changes] = (
            open_names.open_names if self._standing.sealed else open_names.seal_names
        )
        self._tools.worker.submit(lambda ws: move(ws, person), lambda _changes: self.of(person), owner=self)
