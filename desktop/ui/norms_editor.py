"""Rules of law on an act: proposed for its type, each a proposal until somebody ticks it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from desktop.casework import authors
from desktop.casework.items import new_item
from desktop.casework.workspace import JSON
from desktop.domain import norms
from desktop.domain.declaration import FieldDecl
from desktop.ui import sources
from desktop.ui.choosers import PickerEditor
from desktop.ui.layout import clear, column, held, quiet_button, row
from desktop.ui.picker import Picker
from desktop.ui.plain import PlainLabel, unmnemonic
from desktop.ui.tick_box import TickBox
from desktop.ui.tools import Tools

Proposals = Callable[[Callable[[Sequence[str]], None]], None]
"""Sends the codes of rules that the act as it stands may break; it may answer later."""


class NormsEditor(PickerEditor):
    """One line a rule: a tick that confirms it, how China stands to it, a button that takes it away."""

    def __init__(self, tools: Tools, decl: FieldDecl, proposals: Proposals) -> None:
        super().__init__()
        self._tools = tools
        self._decl = decl
        self._proposals = proposals
        self._norms = tools.vocabularies["legal_norms"]
        self._items: dict[str, dict[str, JSON]] = {}
        self._code = ""  # what we sign by
        self._propose = QPushButton()
        self._propose.setAutoDefault(False)
        self._said = PlainLabel(wrap=True).be(quiet=True)
        self._lines = QVBoxLayout()
        self._line_of: dict[str, Line] = {}  # by item
        self._lines.setSpacing(4)
        self.picker = Picker("", sources.terms(self._norms, tools, self))
        self.setFocusProxy(self._propose)
        self.setLayout(column(held(row(self._propose, None)), self._lines, self._said, self.picker, gap=6))
        self._propose.clicked.connect(lambda: self._proposals(self._take))
        self.picker.picked.connect(self._picked)
        tools.worker.submit(authors.own_code, self._know_code, owner=self)
        self.retranslate()

    def put(self, value: JSON) -> None:
        """Items by their id."""
        if value == self.value():
            return
        self._items = {item: dict(said) for item, said in value.items()} if isinstance(value, dict) else {}
        self._show()

    def value(self) -> JSON:
        """Items by their id; None when there are none."""
        return {item: dict(said) for item, said in self._items.items()} or None

    def call(self, name: str) -> None:
        """The picker adds to what is called so."""
        self.picker.setAccessibleName(self.tr("Add: {what}").format(what=name))

    def retranslate(self) -> None:
        """Every word, the rules' too."""
        self._propose.setText(self.tr("&Propose rules of law"))
        self._propose.setIcon(self._tools.icons.icon("add"))
        self.picker.setPlaceholderText(self.tr("Another rule: ICCPR 12, passport, 出境"))
        self._show()

    def _know_code(self, code: str) -> None:
        self._code = code

    def _take(self, codes: Sequence[str]) -> None:
        """Those that are not there yet, as proposals."""
        there = {said.get("norm") for said in self._items.values()}
        new = [code for code in codes if code not in there]
        if not codes:
            self._said.setText(self.tr("Choose what happened first; rules are proposed for its type."))
            self._said.show()
            return
        self._items.update({new_item(): {"norm": code} for code in new})
        self._show()
        if new:
            self.edited.emit()

    def _picked(self) -> None:
        chosen = self.picker.chosen
        if chosen is not None:
            self.picker.put(None)
            self._take([chosen.key])
        else:
            self.edited.emit()  # words that are not in the list are kept as a draft

    def _show(self) -> None:
        clear(self._lines)
        self._line_of = {}
        lang = self._tools.language.code
        for item, said in self._items.items():
            code = str(said.get("norm") or "")
            norm = self._norms.get(code)
            beside = [norms.standing(norm, lang) if norm else "", self._confirmed_words(said)]
            line = Line(self._tools, norm.label(lang) if norm else code, " · ".join(filter(None, beside)))
            line.tick.setChecked(said.get("confirmed") is True)
            line.tick.toggled.connect(lambda on, item=item: self._confirm(item, on=on))
            line.removed.connect(lambda item=item, line=line: self._remove(item, line))
            self._lines.addWidget(line)
            self._line_of[item] = line
        self._said.setText(self.tr("A rule you tick is kept as confirmed, with the code you sign by."))
        self._said.setVisible(bool(self._items))

    def _confirmed_words(self, said: dict[str, JSON]) -> str:
        if said.get("confirmed") is not True:
            return self.tr("proposed")
        by = said.get("confirmed_by")
        return self.tr("confirmed by {code}").format(code=by) if isinstance(by, str) and by else self.tr("confirmed")

    def _confirm(self, item: str, *, on: bool) -> None:
        said = self._items[item]
        if on:
            said |= {"confirmed": True, **({"confirmed_by": self._code} if self._code else {})}
        else:
            said.pop("confirmed", None)
            said.pop("confirmed_by", None)
        norm = self._norms.get(str(said.get("norm") or ""))
        standing = norms.standing(norm, self._tools.language.code) if norm else ""
        self._line_of[item].say(" · ".join(filter(None, (standing, self._confirmed_words(said)))))
        self.edited.emit()

    def _remove(self, item: str, line: Line) -> None:
        self._items.pop(item, None)
        self._line_of.pop(item, None)
        self._lines.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._said.setVisible(bool(self._items))
        self.picker.setFocus()
        self.edited.emit()


class Line(QFrame):
    """One rule. `removed` when it is to go."""

    removed = Signal()

    def __init__(self, tools: Tools, label: str, beside: str) -> None:
        super().__init__()
        self.tick = TickBox(unmnemonic(label))
        self._beside = PlainLabel(wrap=True).be(quiet=True)
        remove = quiet_button()
        remove.setIcon(tools.icons.icon("close", "quiet"))
        remove.setAccessibleName(self.tr("Remove {what}").format(what=label))
        remove.clicked.connect(self.removed)
        self._label = label
        words = column(self.tick, self._beside, gap=0)
        self._beside.setContentsMargins(24, 0, 0, 0)
        whole = row(gap=4)
        whole.addLayout(words, 1)
        whole.addWidget(remove)
        self.setLayout(whole)
        self.say(beside)

    def say(self, beside: str) -> None:
        """How China stands to it, and who confirmed it."""
        self._beside.setText(beside)
        self.tick.setAccessibleName(f"{self._label}, {beside}")
