"""One field of a form: what it asks, what it says, where that comes from; its text can be written by hand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QPushButton

from desktop.casework.submission_file import NOT_STATED
from desktop.casework.submission_lines import Line
from desktop.domain.registry import KINDS
from desktop.ui.editors import LongEditor
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held, quiet_button, sheet
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.told import Told
from desktop.ui.tools import Tools


class FormField(Speaking):
    """`written` with the field's key and the words; `led` to the record that has to be filled in."""

    written = Signal(str, str)
    led = Signal(object)  # Where

    def __init__(self, tools: Tools, line: Line) -> None:
        super().__init__()
        self._tools = tools
        self._line = line
        self._asks = PlainLabel(wrap=True).be(quiet=True)
        self._text = PlainLabel(line.text or ("" if line.required else NOT_STATED), wrap=True)
        self._lacks = Told(tools, "warning") if line.holds_back else None
        self._edit = quiet_button() if line.editable else None
        self._fill = quiet_button() if line.lacks and line.where is not None else None
        self._back = quiet_button() if line.by_hand else None
        self._editor: LongEditor | None = None
        self._keep: QPushButton | None = None
        self._buttons = Flow(*(one for one in (self._edit, self._fill, self._back) if one), gap=8)
        parts = (self._asks, self._text, *([self._lacks] if self._lacks else []), held(self._buttons))
        self._inside = column(*parts, gap=4)
        self.setLayout(column(sheet(self._inside, margin=12)))
        self._text.setVisible(bool(self._text.text()))
        if self._edit is not None:
            self._edit.clicked.connect(self._begin_writing)
        if self._back is not None:
            self._back.clicked.connect(lambda: self.written.emit(line.key, ""))
        if self._fill is not None:
            self._fill.clicked.connect(lambda: self.led.emit(line.where))
        self.retranslate()

    @property
    def key(self) -> str:
        """How the form calls it."""
        return self._line.key

    @property
    def typed(self) -> str | None:
        """What stands in it while somebody is writing; None while nobody is."""
        value = self._editor.value() if self._editor is not None else None
        return (value if isinstance(value, str) else "") if self._editor is not None else None

    def retranslate(self) -> None:
        """Every word of the field but its own."""
        line, language = self._line, self._tools.language.code
        if self._lacks is not None:
            self._lacks.say(self._tools.vocabularies.label("form_lacks", line.lacks, language))
        self._asks.setText(" · ".join(part for part in (line.label, *self._said()) if part))
        self._name(self._edit, self.tr("Write it by hand"))
        self._name(self._back, self.tr("Take what the records say"))
        self._name(self._keep, self.tr("Keep these words"))
        kind = KINDS[line.where.kind].label(language) if line.where is not None and line.where.kind in KINDS else ""
        self._name(self._fill, self.tr("Fill it in: {kind}").format(kind=kind))

    def _name(self, button: QAbstractButton | None, words: str) -> None:
        if button is not None:
            button.setText(words)
            button.setAccessibleName(f"{words} · {self._line.label}")

    def _begin_writing(self) -> None:
        editor = LongEditor(self._tools)
        editor.call(self._line.label)
        editor.put(self._line.text)
        self._editor = editor
        self._keep = QPushButton()
        self._keep.clicked.connect(self._keep_it)
        self._buttons.addWidget(self._keep)
        self._inside.insertWidget(self._inside.indexOf(self._text), editor)
        self._text.hide()
        for button in (self._edit, self._fill, self._back):
            if button is not None:
                button.hide()
        self.retranslate()
        editor.setFocus()

    def _keep_it(self) -> None:
        typed = self.typed
        if typed is not None:
            self.written.emit(self._line.key, typed)

    def _said(self) -> tuple[str, str]:
        line = self._line
        return (self.tr("needed") if line.required else "", self.tr("written by hand") if line.by_hand else "")
