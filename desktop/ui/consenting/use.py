"""One use somebody can agree to: a box to tick, what it means, and to whom alone or on what conditions if they said."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.casework.items import new_item
from desktop.casework.workspace import JSON
from desktop.domain.declaration import FieldDecl
from desktop.domain.vocabulary import Term
from desktop.ui.field_row import FieldRow
from desktop.ui.items import Group
from desktop.ui.layout import choice_button, clear, column, held, quiet_button, row
from desktop.ui.plain import PlainLabel, tooltip, unmnemonic
from desktop.ui.speaking import Speaking
from desktop.ui.tick_box import TickBox
from desktop.ui.tools import Tools

Rows = dict[str, dict[str, JSON]]
GIVEN, REFUSED = "given", "refused"
PLAIN = frozenset({"scope", "state", "order"})
"""What an entry says that a tick says as well."""
INDENT = 23  # pixels: the width of the box and what is between it and its words
MENU_KEY = Qt.Key.Key_F4


class _Asked:
    """The UN's own question about a use, and the two answers to it, by state."""

    def __init__(self) -> None:
        self._question = PlainLabel(wrap=True)
        self.answers = {GIVEN: choice_button(), REFUSED: choice_button()}

    def parts(self) -> list[QWidget]:
        """The question, the answers beneath it."""
        return [self._question, held(row(*self.answers.values(), None))]

    def say(self, use: str, question: str, words: Mapping[str, str]) -> None:
        """In the language spoken now. words: of each answer."""
        self._question.setText(question)
        for state, button in self.answers.items():
            button.setText(words[state])
            button.setAccessibleName(f"{use}: {words[state]}")
            button.setAccessibleDescription(question)


class Use(Speaking):
    """Holds the entries a consent has for one use, usually one or none. `edited` when a person changed something.

    `ticked` when they ticked it. fields: of an entry.
    """

    edited = Signal()
    ticked = Signal()

    def __init__(self, tools: Tools, term: Term, fields: Mapping[str, FieldDecl]) -> None:
        super().__init__()
        self.code = term.code
        self._tools = tools
        self._term = term
        self._decls = fields
        self._overall: JSON = None
        self._base: Rows = {}
        self._rows: Rows = {}
        self._left: Rows = {}
        self._groups: dict[str, Group] = {}
        self._tick = TickBox()
        self._said: PlainLabel | None = None  # made once something else was said than a tick says: mostly never
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._asked = _Asked() if "question_en" in term.more else None
        self._more = quiet_button()
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F4 does the same; Tab leads from box to box
        self._details = column(gap=8)
        self.setFocusProxy(self._tick)
        self._lay_out()
        self._tick.clicked.connect(self._clicked)
        self._more.clicked.connect(self._show_menu)
        for state, button in self._asked.answers.items() if self._asked is not None else ():
            button.clicked.connect(partial(self._reply, state))
        self.retranslate()

    def put(self, rows: Rows) -> None:
        """Show the entries there are for it."""
        self._base, self._left = rows, {}
        self._set(rows)

    def value(self) -> Rows:
        """The entries as they stand."""
        return {item: self._groups[item].value() if item in self._groups else self._rows[item] for item in self._rows}

    def stand_under(self, overall: JSON) -> None:
        """The answer on the whole, which an entry without one of its own shares."""
        if overall != self._overall:
            self._overall = overall
            self._show()

    def open(self, on: bool) -> None:
        """Whether the box can be ticked."""
        answers = self._asked.answers.values() if self._asked is not None else ()
        for widget in (self._tick, self._more, *answers):
            widget.setEnabled(on)

    def begin(self) -> None:
        """The caret goes where it is answered."""
        (self._asked.answers[GIVEN] if self._asked is not None else self._tick).setFocus()

    @property
    def agreed(self) -> bool:
        """Whether it is ticked."""
        return self._all_given(self.value())

    def settle(self) -> None:
        """As if the caret left."""
        for group in self._groups.values():
            group.settle()

    def untaken(self) -> dict[str, JSON]:
        """Words that are not in a list, by entry and field."""
        return {item: words for item, group in self._groups.items() if (words := group.untaken())}

    def put_untaken(self, item: str, words: JSON) -> bool:
        """Show such words again; False if the entry is not one of this use."""
        if item in self._groups:
            self._groups[item].put_untaken(words)
        return item in self._rows

    def retranslate(self) -> None:
        """What it is called, what it means, what was said otherwise."""
        lang = self._tools.language.code
        label, about = self._term.label(lang), self._term.more.get("about_zh_hans" if lang != "en" else "about_en", "")
        self._tick.setText(unmnemonic(label))
        self._about.setText(about)
        self._about.setVisible(bool(about))
        if self._asked is not None:
            question = self._term.more.get("question_zh_hans" if lang != "en" else "question_en", "")
            self._asked.say(label, question, {GIVEN: self.tr("Yes"), REFUSED: self.tr("No")})
        self._more.setIcon(self._tools.icons.icon("more", "quiet"))
        self._more.setAccessibleName(self.tr("More about: {use}").format(use=label))
        self._more.setToolTip(tooltip(self.tr("They said no to it, or only on conditions (F4)")))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key opens what a tick does not say."""
        if event.key() == MENU_KEY and self._tick.hasFocus() and self._tick.isEnabled():
            self._show_menu()
        else:
            super().keyPressEvent(event)

    # -------------------------------------------------------------------------------------- what a person does

    def _reply(self, state: str) -> None:
        """Yes or no to the question; the one that stands, pressed again, is taken back."""
        if self._replied() == state:
            self._say_nothing()
        elif state == GIVEN:
            self._agree()
            self.ticked.emit()
            self.edited.emit()
        else:
            self._refuse()
        self._show()

    def _replied(self) -> JSON:
        """The one answer of all entries, None where there is none."""
        states = {str(fields.get("state", self._overall)) for fields in self.value().values()}
        return states.pop() if len(states) == 1 else None

    def _clicked(self) -> None:
        if self._tick.isChecked():
            self._agree()
            self.ticked.emit()
        else:
            self._left = self.value()
            self._set({} if self._all_given(self._base) else self._base)
        self.edited.emit()

    def _agree(self) -> None:
        """What was there before it was unticked comes back with it."""
        rows = self._left or self.value() or (self._base if self._all_given(self._base) else {})
        rows = rows or {new_item(): {"scope": self.code, "state": GIVEN}}
        self._set({item: self._given(fields) for item, fields in rows.items()})

    def _given(self, fields: dict[str, JSON]) -> dict[str, JSON]:
        """An entry that says yes; one that does already stays as it is."""
        return fields if fields.get("state", self._overall) == GIVEN else {**fields, "state": GIVEN}

    def _refuse(self) -> None:
        rows = self.value() or {new_item(): {"scope": self.code}}
        self._set({item: {**fields, "state": REFUSED} for item, fields in rows.items()})
        self.edited.emit()

    def _say_nothing(self) -> None:
        self._left = {}
        self._set({})
        self.edited.emit()

    def _limit(self) -> None:
        if not self.agreed:
            self._agree()
            self.ticked.emit()
            self.edited.emit()
        self._unfold()
        next(iter(self._groups.values())).begin()

    def _remove(self, item: str) -> None:
        self._set({one: fields for one, fields in self.value().items() if one != item})
        self.edited.emit()

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries = {
            self.tr("Only to &some, or on conditions…"): self._limit,
            self.tr("They said &no to this"): self._refuse,
        }
        if self._rows:
            entries[self.tr("N&othing was said of this")] = self._say_nothing
        for words, act in entries.items():  # queued: the caret goes nowhere while the menu is still closing
            menu.addAction(words).triggered.connect(act, Qt.ConnectionType.QueuedConnection)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    # ----------------------------------------------------------------------------------------- how it is shown

    def _set(self, rows: Rows) -> None:
        """Take on entries; groups that are shown already stay, with the caret in them."""
        stay = bool(self._groups) and list(rows) == list(self._groups)
        self._rows = {item: dict(fields) for item, fields in rows.items()}
        if stay:
            for item, fields in rows.items():
                self._groups[item].put(dict(fields))
        else:
            self._fold()
            if any(set(fields) - PLAIN for fields in rows.values()) or len(rows) > 1:
                self._unfold()
        self._show()

    def _fold(self) -> None:
        self._groups = {}
        clear(self._details)

    def _unfold(self) -> None:
        if self._groups or not self._rows:
            return
        names = ["recipients", "conditions"] + (["state"] if len(self._rows) > 1 else [])
        for item, fields in self._rows.items():
            rows: list[QWidget] = [FieldRow(self._tools, self._decls[name]) for name in names]
            group = self._groups[item] = Group(self._tools, rows, dict(fields))
            group.on_edited(self._group_edited)
            group.on_removed(partial(self._remove, item))
            self._details.addWidget(group)

    def _group_edited(self) -> None:
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        rows = self.value()
        self._tick.setChecked(self._all_given(rows))
        states = [fields.get("state", self._overall) for fields in rows.values()]
        known = (GIVEN, None, "not_asked", self._overall)  # what the answer on the whole says already is not said again
        others = [self._words(state) for state in states if state not in known]
        told = ", ".join(dict.fromkeys(others))
        if told and self._said is None:
            self._said = PlainLabel().be(warning=True)
            self._line.insertWidget(1, self._said)
        if self._said is not None:
            self._said.setText(told)
            self._said.setVisible(bool(told))
        described = filter(None, (told, self._about.text()))
        self._tick.setAccessibleDescription(". ".join(described))
        for state, button in self._asked.answers.items() if self._asked is not None else ():
            button.setChecked(self._replied() == state)

    def _words(self, state: JSON) -> str:
        vocabularies, lang = self._tools.vocabularies, self._tools.language.code
        if isinstance(state, dict):
            return vocabularies.label("absent_reasons", str(state.get("absent")), lang)
        return vocabularies.label("consent_states", str(state), lang)

    def _all_given(self, rows: Rows) -> bool:
        """Every entry says yes; where nobody could be asked, that it is to be done all the same."""
        yes = (GIVEN, "not_possible") if self._overall == "not_possible" else (GIVEN,)
        return bool(rows) and all(fields.get("state", self._overall) in yes for fields in rows.values())

    def _lay_out(self) -> None:
        self._line = row(self._tick, None, self._more, gap=12)
        asked = self._asked.parts() if self._asked is not None else []
        beneath = column(self._about, *asked, self._details, gap=8)
        beneath.setContentsMargins(INDENT, 0, 0, 0)
        self.setLayout(column(self._line, beneath, gap=0))
