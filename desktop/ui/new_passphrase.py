"""Choosing a passphrase: typed twice, judged while typing, or drawn as words by the machine."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from desktop.casework.passphrases import Strength, strength, suggest_passphrase
from desktop.ui.entry import PassphraseField
from desktop.ui.eye import Eye
from desktop.ui.flow import Flow
from desktop.ui.icons import Icons
from desktop.ui.layout import column, held, row
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking

JUDGE_AFTER = 120  # milliseconds without a key
VERDICTS = (
    QT_TRANSLATE_NOOP("NewPassphrase", "Very weak"),
    QT_TRANSLATE_NOOP("NewPassphrase", "Weak"),
    QT_TRANSLATE_NOOP("NewPassphrase", "Fair"),
    QT_TRANSLATE_NOOP("NewPassphrase", "Good"),
    QT_TRANSLATE_NOOP("NewPassphrase", "Strong"),
)
REASONS = {
    "passphrase.too_long": QT_TRANSLATE_NOOP("NewPassphrase", "It is too long."),
    "passphrase.input_method": QT_TRANSLATE_NOOP(
        "NewPassphrase",
        "It needs an input method, which is not there when the vault is opened, and may send what is typed elsewhere. "
        "Use letters, digits and signs of the keyboard.",
    ),
    "passphrase.weak": QT_TRANSLATE_NOOP("NewPassphrase", "It can be guessed. Several unrelated words are better."),
    "passphrase.pinyin": QT_TRANSLATE_NOOP(
        "NewPassphrase", "Pinyin can be guessed more easily than it looks. Add syllables, or use the words proposed."
    ),
}


class NewPassphrase(Speaking):
    """Two fields, a verdict, a proposal. `changed` when `ready` may have changed; `submitted` by Enter at the end."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strength = Strength(0, False, "passphrase.empty")
        self._label = PlainLabel()
        self._field = PassphraseField()
        self._meter = QProgressBar()
        self._verdict = PlainLabel(wrap=True).be(quiet=True)
        self._again_label = PlainLabel()
        self._again = PassphraseField()
        self._eye = Eye(icons, self._field, self._again)
        self._match = PlainLabel(wrap=True).be(quiet=True)
        self._propose = QPushButton()
        self._words = PlainLabel(wrap=True).be(chip=True)
        self._use = QPushButton()
        self._timer = QTimer(self)
        self._lay_out()
        self._timer.timeout.connect(self._judge)
        self._field.textChanged.connect(lambda _text: self._timer.start())
        self._again.textChanged.connect(lambda _text: self._compare())
        self._again.submitted.connect(self.submitted)
        self._propose.clicked.connect(self._show_words)
        self._use.clicked.connect(self._use_words)
        self.retranslate()

    @property
    def first(self) -> QWidget:
        """Where one begins to type."""
        return self._field

    @property
    def ready(self) -> bool:
        """Whether it is good enough and typed alike twice."""
        return self._strength.enough and self._field.text() == self._again.text()

    def take(self) -> str:
        """The passphrase; both fields are emptied."""
        self._again.take()
        self._words.setText("")
        self._words.hide()
        self._use.hide()
        return self._field.take()

    def begin(self) -> None:
        """The caret goes into the first field."""
        self._field.setFocus()

    def about(self) -> str:
        """Said while nothing is typed yet."""
        return self.tr("Nobody can open the vault without it.")

    def retranslate(self) -> None:
        """Every word, the verdict included."""
        self._meter.setAccessibleName(self.tr("Strength"))
        self._name_fields()
        self._propose.setText(self.tr("Propose &words"))
        self._use.setText(self.tr("&Use these words"))
        self._words.setAccessibleName(self.tr("Words proposed"))
        self._tell()

    def _name_fields(self) -> None:
        self._label.setText(self.tr("New &passphrase"))
        self._field.setAccessibleName(self.tr("New passphrase"))
        self._again_label.setText(self.tr("The &same again"))
        self._again.setAccessibleName(self.tr("The same passphrase again"))

    def _lay_out(self) -> None:
        self._timer.setSingleShot(True)
        self._timer.setInterval(JUDGE_AFTER)
        self._meter.setRange(0, len(VERDICTS) - 1)
        self._meter.setTextVisible(False)
        self._label.setBuddy(self._field)
        self._again_label.setBuddy(self._again)
        self._words.hide()
        self._use.hide()
        typed = row(self._field, self._eye, gap=4)
        parts = (self._label, held(typed), self._meter, self._verdict, self._again_label, self._again, self._match)
        buttons = held(Flow(self._propose, self._use, gap=8))
        self.setLayout(column(*parts, self._words, buttons, gap=6))

    def _judge(self) -> None:
        self._strength = strength(self._field.text())
        self._compare()

    def _compare(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        typed = bool(self._field.text())
        self._meter.setValue(self._strength.score if typed else 0)
        reason = self.tr(str(REASONS.get(self._strength.reason or "", "")))
        verdict = self.tr(str(VERDICTS[self._strength.score]))
        self._verdict.setText(f"{verdict}. {reason}".strip() if typed else self.about())
        differs = bool(self._again.text()) and self._again.text() != self._field.text()
        self._match.setText(self.tr("The two are not the same yet.") if differs else "")

    def _show_words(self) -> None:
        self._words.setText(suggest_passphrase())
        self._words.show()
        self._use.show()

    def _use_words(self) -> None:
        """They stand there to be written down; nobody has to type them twice as well."""
        for field in (self._field, self._again):
            field.setText(self._words.text())
        self._timer.stop()
        self._judge()


class IdentitiesPassphrase(NewPassphrase):
    """A passphrase for the identities alone."""

    def about(self) -> str:
        """Said while nothing is typed yet."""
        return self.tr("Without it nobody can see real names. The recovery key opens them too.")

    def _name_fields(self) -> None:
        self._label.setText(self.tr("New passphrase of the i&dentities"))
        self._field.setAccessibleName(self.tr("New passphrase of the identities"))
        self._again_label.setText(self.tr("The same a&gain"))
        self._again.setAccessibleName(self.tr("The same passphrase of the identities again"))
