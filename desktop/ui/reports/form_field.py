"""One field of a form: what it asks, what it says, where that comes from; its text can be written by hand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

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
        self._text = PlainLabel(line.text, wrap=True)
        self._lacks = Told(tools, "warning")
        self._edit, self._fill, self._back = (quiet_button() for _ in range(3))
        self._editor: LongEditor | None = None
        self._keep = QPushButton()
        self._buttons = held(Flow(self._edit, self._keep, self._fill, self._back, gap=8))
        self._inside = column(self._asks, self._text, self._lacks, self._buttons, gap=4)
        self.setLayout(column(sheet(self._inside, margin=12)))
        self._edit.clicked.connect(self._begin_writing)
        self._keep.clicked.connect(self.keep)
        self._back.clicked.connect(lambda: self.written.emit(line.key, ""))
        self._fill.clicked.connect(lambda: self.led.emit(line.where))
        self.retranslate()
        self._look()

    def retranslate(self) -> None:
        """Every word of the field but its own."""
        line, language = self._line, self._tools.language.code
        lacks = self._tools.vocabularies.label("form_lacks", line.lacks, language) if line.holds_back else ""
        self._lacks.say(lacks)
        self._asks.setText(" · ".join(part for part in (line.label, *self._said()) if part))
        where = line.where
        kind = KINDS[where.kind].label(language) if where is not None and where.kind in KINDS else ""
        self._edit.setText(self.tr("Write it by hand"))
        self._keep.setText(self.tr("Keep these words"))
        self._back.setText(self.tr("Take what the records say"))
        self._fill.setText(self.tr("Fill it in: {kind}").format(kind=kind) if kind else "")
        for button in (self._edit, self._keep, self._back, self._fill):
            button.setAccessibleName(f"{button.text()} · {line.label}")

    @property
    def writing(self) -> bool:
        """Whether somebody is writing in it."""
        return self._editor is not None

    def keep(self) -> None:
        """What was typed, if anything was."""
        typed = self._typed()
        if typed is not None and typed != self._line.text:
            self.written.emit(self._line.key, typed)
        elif self._editor is not None:
            self._stop_writing()

    def _typed(self) -> str | None:
        value = self._editor.value() if self._editor is not None else None
        return (value if isinstance(value, str) else "") if self._editor is not None else None

    def _begin_writing(self) -> None:
        editor = LongEditor(self._tools)
        editor.call(self._line.label)
        editor.put(self._line.text)
        self._editor = editor
        self._inside.insertWidget(self._inside.indexOf(self._text), editor)
        self._look()
        editor.setFocus()

    def _stop_writing(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.hide()
            editor.deleteLater()
        self._look()

    def _look(self) -> None:
        line, writing = self._line, self._editor is not None
        self._text.setText(line.text or ("" if line.required else NOT_STATED))
        self._text.setVisible(bool(self._text.text()) and not writing)
        self._edit.setVisible(line.editable and not writing)
        self._keep.setVisible(writing)
        self._back.setVisible(line.by_hand and not writing)
        self._fill.setVisible(bool(line.lacks) and line.where is not None and not writing)

    def _said(self) -> tuple[str, str]:
        line = self._line
        return (self.tr("needed") if line.required else "", self.tr("written by hand") if line.by_hand else "")
