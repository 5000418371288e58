"""Giving a recovery key back: typed whole or in shares, or from pictures of their codes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.casework import recovery_key, recovery_shares
from desktop.errors import JiashuError, Refused
from desktop.ui.choice import Choice
from desktop.ui.entry import TextField
from desktop.ui.layout import column, held, row
from desktop.ui.plain import PlainLabel
from desktop.ui.safekeeping.from_picture import FromPicture
from desktop.ui.safekeeping.share_field import ShareField, for_secrets
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

LINES = 3
WHOLE, SHARES = "whole", "shares"


class RecoveryEntry(Speaking):
    """`changed` whenever `ready` may have changed; `key` gives the text of the recovery key once it is."""

    changed = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._key_found = ""
        self._way = Choice({WHOLE: "", SHARES: ""})
        self._label = PlainLabel()
        self._field = TextField()
        self._picture = FromPicture(tools)
        self._progress = PlainLabel(wrap=True).be(quiet=True)
        head = held(row(self._label, None, self._picture))
        self._whole_part = held(column(head, self._field, self._progress, gap=6))
        self._about_shares = PlainLabel(wrap=True).be(quiet=True)
        self._shares: list[ShareField] = []
        self._share_column = QVBoxLayout()
        self._share_column.setSpacing(12)
        self._together = PlainLabel(wrap=True).be(quiet=True)
        self._shares_part = held(column(self._about_shares, held(self._share_column), self._together, gap=12))
        self.setLayout(column(self._way, self._whole_part, self._shares_part, gap=12))
        self._label.setBuddy(self._field)
        for_secrets(self._field, LINES)
        self._field.textChanged.connect(self._look)
        self._picture.found.connect(self._from_picture)
        self._picture.refused.connect(self._refused)
        self._way.on_chosen(self._choose)
        self._need(recovery_shares.LEAST_NEEDED)
        self._way.choose(WHOLE)
        self._choose(WHOLE)
        self.retranslate()

    @property
    def ready(self) -> bool:
        """Whether a whole key is there; whose, it does not tell."""
        return bool(self._key_found)

    def key(self) -> str:
        """The recovery key; "" while none is there."""
        return self._key_found

    def begin(self) -> None:
        """The caret goes where something is to be typed."""
        self._shares[0].begin() if self._in_shares else self._field.setFocus()

    def forget(self) -> None:
        """Nothing is left in the fields."""
        self._field.setPlainText("")
        self._field.document().clearUndoRedoStacks()
        for share in self._shares:
            share.forget()

    def retranslate(self) -> None:
        """Every word."""
        self._way.say({WHOLE: self.tr("The whole key"), SHARES: self.tr("Shares")})
        self._label.setText(self.tr("Recovery key"))
        self._field.setAccessibleName(self.tr("Recovery key"))
        self._about_shares.setText(
            self.tr(
                "Any shares of one set, in any order. The first four letters of each word are enough; capital letters, "
                "numbers before the words and line ends do not matter."
            )
        )
        self._look()

    @property
    def _in_shares(self) -> bool:
        return self._way.chosen == SHARES

    def _choose(self, way: str) -> None:
        self._whole_part.setVisible(way == WHOLE)
        self._shares_part.setVisible(way == SHARES)
        self._look()
        if self.isVisible():
            self.begin()

    def _need(self, count: int) -> None:
        """As many fields as shares are needed; those that are there stay, with what was typed."""
        while len(self._shares) < count:
            field = ShareField(self._tools, len(self._shares) + 1)
            field.changed.connect(self._look)
            self._shares.append(field)
            self._share_column.addWidget(field)

    def _look(self) -> None:
        self._key_found = ""
        self._look_at_shares() if self._in_shares else self._look_at_key()
        self.changed.emit()

    def _look_at_key(self) -> None:
        typed = self._field.toPlainText()
        count = recovery_key.letters_of(typed)
        if recovery_key.whole(typed):
            self._key_found = recovery_key.typed(typed)
            said = self.tr("The key is complete.")
        elif count < recovery_key.LETTERS:
            said = self.tr("{count} of {all} letters").format(count=count, all=recovery_key.LETTERS)
        else:
            said = self.tr("A letter is mistyped, or there are too many. Compare it with the paper, piece by piece.")
        self._progress.setText(said)

    def _look_at_shares(self) -> None:
        whole = [share for share in self._shares if share.whole]
        if whole:
            self._need(max(share.typed.needed for share in whole))
        self._together.setText("")
        if not whole or any(share.text.strip() and not share.whole for share in self._shares):
            return
        try:
            self._key_found = recovery_shares.key([share.text for share in self._shares if share.whole])
        except Refused as refusal:
            self._together.setText(self._tools.language.messages.explain(refusal).what)
            return
        self._together.setText(self.tr("The shares give a whole key."))

    def _from_picture(self, text: str) -> None:
        """A picture of a share, chosen where a key was asked for, is a share."""
        if recovery_key.whole(text):
            self._field.setPlainText(text)
            return
        self._way.choose(SHARES)
        self._choose(SHARES)
        next((one for one in self._shares if not one.text.strip()), self._shares[0]).put(text)

    def _refused(self, error: JiashuError) -> None:
        self._progress.setText(self._tools.language.messages.sentence(error))
