"""What a field, or a whole record, stands on: its sources, and its values side by side where they contradict."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.casework import accepting, citing, claims
from desktop.casework.citing import Cited
from desktop.casework.claims import Claimed, Decided
from desktop.casework.workspace import Changes, Workspace
from desktop.domain.registry import declaration
from desktop.ui.beneath import Beneath
from desktop.ui.layout import clear, column, held, quiet_button, row
from desktop.ui.notice import Note
from desktop.ui.plain import Heading, PlainLabel, unmnemonic
from desktop.ui.sourcing.cite_form import CiteForm
from desktop.ui.sourcing.lines import CitedLine, ValueSheet
from desktop.ui.sourcing.value_form import ValueForm
from desktop.ui.theme import GRID
from desktop.ui.tools import Tools

ABOUT = frozenset({"citation", "claim", "source", "evidence", "testimony"})
"""Kinds whose changes may change what is shown."""


@dataclass(frozen=True, repr=False)
class Standing:
    """anchors: passages of testimonies the record is anchored in. unsourced: it is accepted and stands on nothing."""

    cited: tuple[Cited, ...] = ()
    values: tuple[Claimed, ...] = ()
    anchors: int = 0
    unsourced: bool = False


class StandingPanel(Beneath):
    """name: the field; "" for the record with all its fields. `closed` when it is not wanted any more.

    `saving_wanted` before something is changed that the form may hold words about.
    """

    closed = Signal()
    saving_wanted = Signal()

    def __init__(self, tools: Tools, kind: str, record: str, name: str = "") -> None:
        super().__init__()
        self._tools = tools
        self._kind = kind
        self._record = record
        self._name = name
        self._standing: Standing | None = None
        self._form: CiteForm | ValueForm | None = None
        self._title = Heading(level=3)
        self._warning = PlainLabel(wrap=True).be(warning=True)
        self._none = PlainLabel(wrap=True).be(quiet=True)
        self._anchored = PlainLabel(wrap=True).be(quiet=True)
        self._close = quiet_button()
        self._add = QPushButton()
        self._other = QPushButton()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._inside = QVBoxLayout()
        self._lay_out()
        self._add.clicked.connect(lambda: self._cite(self._record, self._name))
        self._other.clicked.connect(self._claim)
        self._close.clicked.connect(self.closed)
        self.retranslate()
        self.ask()

    def begin(self) -> None:
        """The caret goes where a source is added."""
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._come_into_view)

    def refresh(self, changes: Changes | None) -> None:
        """Ask anew when sources or values may have changed."""
        if changes is None or self._record in changes.records or changes.kinds & ABOUT:
            self.ask()

    def keep_draft(self) -> None:
        """Keep what is typed in it."""
        if self._form is not None:
            self._form.keep_draft()

    def ask(self) -> None:
        """Look what there is."""
        record, name = self._record, self._name

        def look(ws: Workspace) -> Standing:
            if name:
                return Standing(citing.citations_of(ws, record, name), claims.claims_of(ws, record, name))
            anchors, unsourced = accepting.anchors_of(ws, record), accepting.unsourced(ws, record)
            return Standing(citing.citations_of(ws, record), anchors=anchors, unsourced=unsourced)

        self._tools.worker.submit(look, self._show, owner=self, look=True)

    def retranslate(self) -> None:
        """Every word of its own."""
        lang = self._tools.language.code
        decl = declaration(self._kind).fields.get(self._name)
        what = decl.label(lang) if decl is not None else ""
        whole = self.tr("What it stands on")
        if self._kind == "source":
            whole = self.tr("What it repeats: it counts as one source with these")
        told = self.tr("What “{field}” stands on").format(field=what) if what else whole
        self._title.setText(told)
        self._warning.setText(
            self.tr("Accepted, but what it stands on is not here. Until its source is, it counts as “Work needed”.")
        )
        self._none.setText(self.tr("No source yet."))
        self._close.setIcon(self._tools.icons.icon("close", "quiet"))
        self._close.setAccessibleName(self.tr("Close: {what}").format(what=told))
        self._add.setText(self.tr("Add a source"))
        self._add.setAccessibleName(unmnemonic(self.tr("Add a source: {value}").format(value=what or told)))
        self._add.setIcon(self._tools.icons.icon("add"))
        self._other.setText(self.tr("Another value…"))
        self._other.setAccessibleName(unmnemonic(self.tr("Another value: {field}").format(field=what)))
        self._tell_anchors()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes what was opened under a field."""
        if event.key() == Qt.Key.Key_Escape and self._name:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, standing: Standing) -> None:
        if standing == self._standing:
            return  # the caret stays where it is
        self._standing = standing
        clear(self._lines)
        several = len(standing.values) > 1 or any(one.id for one in standing.values)
        for one in standing.values if several else ():
            self._lines.addWidget(self._value(one))
        for cited in standing.cited if not several else ():
            self._lines.addWidget(CitedLine(self._tools, cited, "" if self._name else self._kind))
        self._warning.setVisible(standing.unsourced)
        self._none.setVisible(not several and not standing.cited and not standing.anchors)
        self._tell_anchors()
        self._add.setVisible(not several)
        caret = QApplication.focusWidget()
        if self._form is None and caret is not None and self.isAncestorOf(caret):
            QTimer.singleShot(0, self, self._come_into_view)  # it has just grown by what it tells

    def _tell_anchors(self) -> None:
        anchors = self._standing.anchors if self._standing is not None else 0
        told = self.tr("Words of testimonies it is anchored in: {count}. They count as a source.")
        self._anchored.setText(told.format(count=anchors))
        self._anchored.setVisible(anchors > 0)

    def _value(self, claimed: Claimed) -> ValueSheet:
        shown = ValueSheet(self._tools, claimed)
        shown.accepted.connect(lambda note: self._accept(claimed.id, note))
        shown.source_wanted.connect(lambda: self._cite(claimed.id, ""))
        return shown

    def _accept(self, claim: str, note: str) -> None:
        self.saving_wanted.emit()

        def action(ws: Workspace) -> Decided:
            return claims.accept(ws, claim, note)

        self._tools.worker.submit(action, self._accepted, owner=self)

    def _accepted(self, decided: Decided) -> None:
        tools = self._tools

        def undo() -> None:
            tools.worker.submit(lambda ws: claims.take_back(ws, decided), owner=tools.worker)

        said = self.tr("The record says so from now on.")
        safe = self.tr("The other values stay beside it, with their sources, and in the history.")
        tools.tell(Note("done", said, safe, action=(self.tr("Undo"), undo)))

    def _cite(self, of: str, name: str) -> None:
        self._enter(CiteForm(self._tools, of, name))

    def _claim(self) -> None:
        self.saving_wanted.emit()
        decl = declaration(self._kind).fields[self._name]
        self._enter(ValueForm(self._tools, self._kind, self._record, decl))

    def _enter(self, form: CiteForm | ValueForm) -> None:
        self._drop_form()
        self._form = form
        form.done.connect(self._formed)
        self._inside.addWidget(form)
        self._buttons.hide()
        form.begin()
        QTimer.singleShot(0, self, self._come_into_view)

    def _come_into_view(self) -> None:
        """Once it has its height the page is scrolled to it."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(self._form or self, 0, 2 * GRID)

    def _formed(self) -> None:
        self._drop_form()
        self.ask()
        self.begin()

    def _drop_form(self) -> None:
        if self._form is not None:
            self._form.keep_draft()
        self._form = None
        clear(self._inside)
        self._buttons.show()

    def _lay_out(self) -> None:
        self._warning.hide()
        self._anchored.hide()
        self._none.hide()
        if not self._name:
            self._close.hide()
        if not self._name or not claims.may_be_claimed(self._kind, self._name):
            self._other.hide()
        self._buttons: QWidget = held(row(self._add, self._other, None))
        head = row(self._title, self._close, gap=4)
        head.setStretch(0, 1)
        parts = (head, self._warning, self._lines, self._anchored, self._none, self._inside, self._buttons)
        whole = column(*parts, gap=6)
        if self._name:  # in a frame of its own between the fields
            frame = QFrame()
            frame.setProperty("chipped", True)
            frame.setLayout(whole)
            whole.setContentsMargins(12, 8, 12, 12)
            whole = column(frame)
        self.setLayout(whole)
