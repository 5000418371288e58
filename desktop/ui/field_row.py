"""One field of a form: its label, its editor, why it is empty, and a word of help."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QKeyCombination, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from desktop.casework.workspace import JSON
from desktop.domain.declaration import FieldDecl
from desktop.ui.anchors import AnchorsEditor, are_anchors
from desktop.ui.choosers import Chip, CodeEditor, RefEditor
from desktop.ui.date_editor import DateEditor
from desktop.ui.editors import Editor, IntegerEditor, LineEditor, LongEditor, YesNoEditor
from desktop.ui.items import ItemsEditor
from desktop.ui.layout import column, quiet_button, row
from desktop.ui.list_editor import ListEditor
from desktop.ui.plain import PlainLabel, tooltip, unmnemonic
from desktop.ui.reason_menu import ABSENT_KEY, REASONS, ReasonMenu
from desktop.ui.speaking import Speaking
from desktop.ui.suggestions import Option
from desktop.ui.tools import Tools
from desktop.ui.wrong import right

SOURCES_KEY = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Period)

MakeEditor = Callable[[Tools, FieldDecl], Editor]
EDITORS: Mapping[str, MakeEditor] = {
    "text": lambda tools, _decl: LineEditor(tools),
    "long": lambda tools, _decl: LongEditor(tools),
    "integer": lambda tools, _decl: IntegerEditor(tools),
    "date": lambda tools, _decl: DateEditor(tools, in_a_row=True),
    "yes_no": lambda tools, _decl: YesNoEditor(tools),
    "code": lambda tools, decl: CodeEditor(tools, decl.vocabulary),
    "ref": lambda tools, decl: RefEditor(tools, decl.ref_kinds),
    "codes": ListEditor,
    "refs": ListEditor,
}


class FieldRow(Speaking):
    """`edited` when a person changed the value; `sources_wanted` when they ask what it stands on.

    The label is laid out by the form, beside the row.
    """

    edited = Signal()
    sources_wanted = Signal()

    def __init__(self, tools: Tools, decl: FieldDecl, make: MakeEditor | None = None) -> None:
        """make: the editor of this field, where it is not the one for every field of its type."""
        super().__init__()
        self.decl = decl
        self._tools = tools
        self.label = PlainLabel(wrap=True)
        self.editor = make(tools, decl) if make is not None else self._make(decl)
        self._absent: str | None = None
        self._before: tuple[JSON, JSON] = (None, None)  # what stood there when somebody said why there is nothing
        self._wrong: PlainLabel | None = None
        self._chip: Chip | None = None
        self._sourced = False
        self._marks: QToolButton | None = None
        self._hint: PlainLabel | None = None
        self._help: PlainLabel | None = None
        self._proposed: PlainLabel | None = None
        self._why = quiet_button()
        self._why.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F4 does the same; Tab leads from field to field
        self.label.setBuddy(self.editor)
        self.setFocusProxy(self.editor)
        self._lay_out()
        self.editor.edited.connect(self._edited)
        self._why.clicked.connect(self._ask_why)
        self.retranslate()

    def put(self, value: JSON) -> None:
        """Show a value, or why there is none."""
        reason = value.get("absent") if isinstance(value, dict) and set(value) == {"absent"} else None
        self._say_proposed("")
        self._before = (None, None)
        self.editor.put(None if reason else value)
        self._show_absent(str(reason) if reason else None)

    def know(self, called: Mapping[str, str]) -> None:
        """What records are called that may be put."""
        self.editor.know(called)

    def value(self) -> JSON:
        """The value, ``{"absent": …}``, or None."""
        return {"absent": self._absent} if self._absent else self.editor.value()

    @property
    def empty(self) -> bool:
        """Whether nothing is said at all, not even why."""
        return self.value() is None and not self.untaken()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Where the caret goes is the editor's matter."""
        self.take_caret()

    def take_caret(self) -> None:
        """The caret goes into the field, or to the reason that stands there instead."""
        (self._chip.remove if self._chip is not None else self.editor).setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """As if the caret left."""
        self.editor.settle()

    def untaken(self) -> JSON:
        """Words typed that are not in the list."""
        return None if self._absent else self.editor.untaken()

    def put_untaken(self, words: JSON) -> None:
        """Show such words again."""
        self.editor.put_untaken(words)

    def propose(self, value: JSON, why: str) -> None:
        """Fill the field with what somebody may take as it is or change; `why` stands beneath until they do."""
        self.put(value)
        self._say_proposed(why)

    def put_beneath(self, widget: QWidget) -> None:
        """Something the page has to tell of what stands in the field."""
        self._editors.insertWidget(1, widget)

    def open_under(self, widget: QWidget) -> None:
        """Something that was opened for this field, under all that is told of it."""
        self._editors.addWidget(widget)

    @property
    def proposed(self) -> bool:
        """Whether what stands there was proposed, and nobody has touched it."""
        return self._proposed is not None and not self._proposed.isHidden()

    def offer_sources(self) -> None:
        """From now on a key and the menu ask what the value stands on."""
        self._sourced = True
        self._say_more()

    def tell_sources(self, words: str) -> None:
        """How many sources and values there are; pressing it shows them. Nothing is shown for none."""
        if self._marks is None and words:
            self._marks = quiet_button()
            self._marks.setProperty("quiet", True)
            self._marks.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            self._marks.clicked.connect(self.sources_wanted)
            self._editors.addWidget(self._marks)
        if self._marks is not None:
            self._marks.setText(unmnemonic(words))
            self._marks.setAccessibleName(f"{self.label.text()}: {words}")
            self._marks.setVisible(bool(words))

    def hint(self, words: str) -> None:
        """Something beside the value that sets nothing."""
        if self._hint is None and words:
            self._hint = PlainLabel(wrap=True).be(quiet=True)
            self._editors.addWidget(self._hint)
        if self._hint is not None:
            self._hint.setText(words)
            self._hint.setVisible(bool(words))

    def mark(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong with what stands there, by the path within the field: "" for the field itself."""
        inside = {path: code for path, code in problems.items() if path}
        said = self.editor.mark_within(inside)
        first = next(iter(inside.values()), "") if not said else ""
        self.mark_wrong(right(problems.get("", "") or first or self.editor.trouble))

    def mark_wrong(self, words: str) -> None:
        """Words beneath the field that say what is wrong and what would be right; "" takes them away."""
        if self._wrong is None and words:
            self._wrong = PlainLabel(wrap=True).be(warning=True)
            self._editors.insertWidget(1, self._wrong)
        if self._wrong is not None and words != self._wrong.text():
            self._wrong.setText(words)
            self._wrong.setVisible(bool(words))
            (self.editor.focusProxy() or self.editor).setAccessibleDescription(words)

    def be_among(self, at_hand: Callable[[], Collection[str]]) -> None:
        """Which records the form is about."""
        self.editor.be_among(at_hand)

    def retranslate(self) -> None:
        """Label, help and accessible name, as the declaration says them."""
        lang = self._tools.language.code
        name, help_text = self.decl.label(lang), self.decl.help(lang)
        self.label.setText(unmnemonic(name))
        self.editor.call(name)
        if self._help is None and help_text:
            self._help = PlainLabel(wrap=True).be(quiet=True)
            self._editors.insertWidget(1, self._help)
        if self._help is not None:
            self._help.setText(help_text)
            self._help.setVisible(bool(help_text))
        self._why.setAccessibleName(self.tr("More about: {field}").format(field=name))
        self._say_more()
        self._why.setIcon(self._tools.icons.icon("more"))
        if self._absent:
            self._show_absent(self._absent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key says why there is no answer."""
        if event.key() == ABSENT_KEY:
            self._ask_why()
        elif self._sourced and event.keyCombination() == SOURCES_KEY:
            self.sources_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _say_more(self) -> None:
        about = self.tr("Why there is no answer (F4), what it stands on (Ctrl+.)")
        self._why.setToolTip(tooltip(about if self._sourced else self.tr("Why there is no answer (F4)")))

    def _make(self, decl: FieldDecl) -> Editor:
        if decl.type == "items":
            make = AnchorsEditor if are_anchors(decl) else ItemsEditor
            return make(self._tools, decl, lambda inner: FieldRow(self._tools, inner))
        return EDITORS[decl.type](self._tools, decl)

    @Slot()
    def _ask_why(self) -> None:
        menu = ReasonMenu(self._tools, self._absent, self, self._say_absent)
        if self._sourced:
            menu.addSeparator()
            menu.addAction(self.tr("What it &stands on, what others say…"), self.sources_wanted.emit)
        for number, (words, act) in enumerate(self.editor.also()):
            if not number:
                menu.addSeparator()
            menu.addAction(unmnemonic(words)).triggered.connect(lambda _on=False, act=act: self._do_also(act))
        menu.popup(self._why.mapToGlobal(QPoint(0, self._why.height())))

    def _do_also(self, act: Callable[[], None]) -> None:
        if self._absent is not None:
            self._take_back()
        act()

    def _say_absent(self, code: str) -> None:
        if self._absent is None:
            self._before = self.editor.value(), self.editor.untaken()
        self.editor.put(None)
        self._say_proposed("")
        self.mark_wrong("")
        self._show_absent(code)
        self.edited.emit()

    @Slot()
    def _edited(self) -> None:
        self._say_proposed("")
        self.mark_wrong(right(self.editor.trouble))
        self.edited.emit()

    def _say_proposed(self, why: str) -> None:
        if self._proposed is None and why:
            self._proposed = PlainLabel(wrap=True)
            place = self._editors.indexOf(self._help) if self._help is not None else 1 + (self._wrong is not None)
            self._editors.insertWidget(place, self._proposed)
        if self._proposed is not None and (why or self.proposed):
            self._proposed.setText(why)
            self._proposed.setVisible(bool(why))
            (self.editor.focusProxy() or self.editor).setAccessibleDescription(why)

    def _show_absent(self, code: str | None) -> None:
        if code is None and self._absent is None:
            return  # Qt lays out what is shown, though it is already
        self._absent = code
        if self._chip is not None:
            self._chip.hide()
            self._chip.deleteLater()
            self._chip = None
        self.editor.setVisible(code is None)
        if code is not None:
            label = self._tools.vocabularies.label(REASONS, code, self._tools.language.code)
            self._chip = Chip(self._tools, Option(code, label))
            self._chip.removed.connect(self._take_back)
            self._editors.addWidget(self._chip)

    def _take_back(self) -> None:
        self._show_absent(None)
        value, words = self._before
        self.editor.put(value)
        self.editor.put_untaken(words)
        self.editor.setFocus()
        self.edited.emit()

    def _lay_out(self) -> None:
        self._editors = column(self.editor, gap=2)
        whole = row(gap=4)
        whole.addLayout(self._editors, 1)
        whole.addWidget(self._why, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(whole)
