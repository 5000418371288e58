"""The head of a record: what it is called, its code, its state, and what can be done with all of it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop.casework import records
from desktop.casework.due import RETENTION
from desktop.casework.records import Shown
from desktop.domain.registry import KINDS
from desktop.errors import Damaged
from desktop.ui.finding.passage import FIELD
from desktop.ui.layout import column, quiet_button, row
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel, one_line, tooltip
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

TITLE_LENGTH = 120  # characters: two lines of a page beside its list


class RecordHead(Speaking):
    """Shows one record's title and state; its menu leads to history and erasure and puts the record aside."""

    def __init__(self, tools: Tools, kind: str, *, new: bool = True) -> None:
        """new: there is no record yet; else one is being read."""
        super().__init__()
        self._new = new
        self._tools = tools
        self._kind = kind
        self._shown: Shown | None = None
        self._damage: Damaged | None = None
        self._title = Heading(level=2)
        self._code = PlainLabel().be(quiet=True)
        self._state = PlainLabel(wrap=True).be(warning=True)
        self._history = quiet_button()
        self._more = quiet_button()
        self._history.clicked.connect(lambda: self._go("history"))
        self._more.clicked.connect(self._show_menu)
        for button in (self._history, self._more):  # what is typed below moves nowhere when they come
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._line = row(self._title, None, self._history, self._more, gap=4)
        self._line.setStretch(0, 100)
        self._under = row(self._code, gap=16)
        whole = column(self._line, self._under, self._state, gap=2)
        whole.setContentsMargins(24, 16, 16, 8)
        self.setLayout(whole)
        tools.theme.changed.connect(self.retranslate)
        self.retranslate()

    def add_button(self, button: QPushButton) -> None:
        """A button of the page's own, before the others."""
        self._line.insertWidget(2, button)

    def put_under_title(self, said: QWidget) -> None:
        """What the page says quietly of the whole record, in the line of its code."""
        self._under.addWidget(said, 1)

    def show_record(self, shown: Shown) -> None:
        """Take on a record, also one that could not be read before."""
        self._shown, self._damage = shown, None
        self.retranslate()

    def show_damage(self, damage: Damaged) -> None:
        """In place of a record that cannot be read."""
        self._damage = damage
        self.retranslate()

    def retranslate(self) -> None:
        """Every word of the head."""
        decl, lang = KINDS.get(self._kind), self._tools.language.code
        label = decl.label(lang) if decl else self._kind
        for button, icon, words in (
            (self._history, "history", self.tr("History")),
            (self._more, "more", self.tr("More")),
        ):
            button.setIcon(self._tools.icons.icon(icon))
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.setVisible(self._shown is not None)
        if self._damage is not None:
            message = self._tools.language.messages.explain(self._damage)
            self._title.setText(self.tr("Damaged"))
            self._title.setToolTip("")
            self._code.setText(f"{label}   {self._damage.details.get('record', '')}")
            self._state.setText(f"{message.what} {message.safe} {message.next}")
            self._state.show()
            return
        if self._shown is None:
            self._title.setText(self.tr("New: {kind}").format(kind=label) if self._new else label)
            self._code.setText(self.tr("Nothing here has to be filled in.") if self._new else "")
            self._state.hide()
            return
        self._title.setText(one_line(self._shown.title, TITLE_LENGTH) or label)
        self._title.setToolTip(tooltip(self._shown.title) if len(self._shown.title) > TITLE_LENGTH else "")
        called_by_code = self._shown.title == self._shown.code
        self._code.setText(label if called_by_code else f"{label}   {self._shown.code}")
        self._state.setText(self._state_words(self._shown))
        self._state.setVisible(bool(self._state.text()))

    def _state_words(self, shown: Shown) -> str:
        said = []
        if shown.erased:
            said.append(self.tr("Erased: nothing of it is left."))
        elif not shown.readable and not shown.hidden:  # of a name its page says so
            said.append(self.tr("Sealed with the identities. Open them at the foot of the window to read it."))
        if shown.deleted and not shown.erased:
            said.append(self.tr("Put aside. “More” brings it back."))
        if shown.conflicts:
            said.append(self.tr("Values contradict each other after a merge: see Conflicts."))
        if "not_here" in shown.gaps.values():
            said.append(self.tr("A later wording is not here."))
        return " ".join(said)

    def _go(self, page: str) -> None:
        if self._shown is not None:
            self._tools.go(Place(page, self._shown.id, self._kind))

    def _show_menu(self) -> None:
        if self._shown is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("&History"), lambda: self._go("history"))
        if self._shown.deleted:
            menu.addAction(self.tr("&Bring back"), self._bring_back)
        else:
            menu.addAction(self.tr("&Put aside"), self._put_aside)
        menu.addAction(self.tr("&Look at it again on a day…"), self._look_again)
        menu.addAction(self.tr("&Erase…"), lambda: self._go("erase"))
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _look_again(self) -> None:
        """The caret goes where the day is written; on that day the record stands on the page of today."""
        if self._shown is not None:
            self._tools.go(Place("record", self._shown.id, self._kind, ((FIELD, RETENTION),)))

    def _put_aside(self) -> None:
        if self._shown is not None:
            record = self._shown.id
            self._tools.worker.submit(lambda ws: records.delete(ws, record), owner=self)

    def _bring_back(self) -> None:
        if self._shown is not None:
            record = self._shown.id
            self._tools.worker.submit(lambda ws: records.undelete(ws, record), owner=self)
