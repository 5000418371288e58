"""An interview: the form every kind has, and above it whether it goes on right now."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.casework import interviews, support
from desktop.casework.support import Noted
from desktop.domain.registry import declaration
from desktop.ui.form import OPEN_FROM_THE_START, Shape
from desktop.ui.interview_box import InterviewBox
from desktop.ui.layout import held, row
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel
from desktop.ui.record_form import RecordForm
from desktop.ui.support_panel import SupportButton, SupportPanel
from desktop.ui.tools import Tools


class InterviewPage(RecordForm):
    """While somebody is listened to the vault stays open longer than it does otherwise.

    What of the opening nobody has answered yet stands above the form; it can be kept all the same.
    """

    def __init__(self, tools: Tools, place: Place) -> None:
        self._box = InterviewBox(tools)
        self._unfinished = PlainLabel(wrap=True).be(warning=True)
        self._go_through = QPushButton()
        self._go_through.clicked.connect(self._begin_opening)
        self._opening = held(_line(self._unfinished, self._go_through))
        self._support = SupportPanel(tools)
        self._open_support = SupportButton(tools, self._support)
        super().__init__(tools, place)
        self._support.noted.connect(self._note)
        self._support.listen_on(self)
        self.form.edited.connect(self._say_unfinished)
        self.editor.shown.connect(lambda _shown: self._say_unfinished())
        self.retranslate()

    def shape(self) -> Shape:
        """The opening is gone through first, so it is there to be seen."""
        return Shape(unfolded=OPEN_FROM_THE_START | {interviews.SECTION})

    def above(self) -> list[QWidget]:
        """The tick, the way to a pause, and what of the opening is not answered."""
        return [held(row(self._box, self._open_support, None, gap=16)), self._support, self._opening]

    def retranslate(self) -> None:
        """Its words."""
        self._box.retranslate()
        self._say_unfinished()

    def _say_unfinished(self) -> None:
        lacks = interviews.lacks(self.form.stand())
        fields, lang = declaration("interview").fields, self.tools.language.code
        named = self.tr(", ").join(fields[name].label(lang) for name in lacks)
        said = self.tr("The opening is not finished: {steps}. The interview is kept all the same.")
        self._unfinished.setText(said.format(steps=named))
        self._go_through.setText(self.tr("Go &through it"))
        self._opening.setVisible(bool(lacks))

    def _begin_opening(self) -> None:
        """The caret goes to the first step nobody has answered."""
        lacks = interviews.lacks(self.form.stand())
        if lacks:
            self.form.focus(lacks[0])
            self._sheet.area.ensureWidgetVisible(self.form.reveal(lacks[0]))

    def _note(self, noted: Noted) -> None:
        """Into the form, where it can be read and put right; saved at once, for nobody knows what comes next."""
        stand = self.form.stand()
        for name, value in support.patch_of(stand, noted).items():
            self.form.rows[name].put(value)
            self.form.rows[name].edited.emit()
        self.save()
        whom = stand.get("interviewee")
        about = whom if isinstance(whom, str) else self.editor.record
        if noted.follow_up_on is not None and about:
            words, on = self._support.follow_up, noted.follow_up_on
            self.tools.worker.submit(lambda ws: support.ask_after(ws, about, on, words), owner=self.tools.worker)
        self._support.say_kept()


def _line(words: QWidget, button: QWidget) -> QHBoxLayout:
    line = row(words, button, gap=12)
    line.setStretch(0, 1)
    return line
