"""What to hand over, to whom, how much of it, and for what."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework import contacts, naming
from desktop.casework.contacts import Contact
from desktop.casework.handoff import Handoff
from desktop.casework.workspace import Workspace
from desktop.domain.consent_scopes import OUTSIDE
from desktop.ui import sources
from desktop.ui.choice import Choice
from desktop.ui.choosers import CodeEditor
from desktop.ui.entry import LineField
from desktop.ui.layout import column, held, primary, row
from desktop.ui.picker import Picker
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.suggestions import Option
from desktop.ui.tick_list import TickList
from desktop.ui.tools import Tools

CONTACTS, PASSPHRASE = "contacts", "passphrase"
TRANSFER, REDACTED = "transfer", "redacted"
SCOPE = "share_partner"
MOST_ROWS = 6


class HandoverForm(Speaking):
    """`wanted` (a Handoff) when somebody wants to see what would leave. Nothing leaves from here."""

    wanted = Signal(object)

    def __init__(self, tools: Tools, case: str) -> None:
        super().__init__()
        self._tools = tools
        self._labels = [PlainLabel() for _ in range(5)]
        self._case = Picker("", sources.cases(tools, self))
        self._way = Choice({CONTACTS: "", PASSPHRASE: ""})
        self._list = TickList(MOST_ROWS)
        self._nobody, self._scoped = QWidget(), QWidget()
        self._none = PlainLabel(wrap=True).be(quiet=True)
        self._add = QPushButton()
        self._mode = Choice({TRANSFER: "", REDACTED: ""})
        self._about_mode = PlainLabel(wrap=True).be(quiet=True)
        self._scope = CodeEditor(tools, "consent_scopes")
        self._purpose = LineField()
        self._look_at = primary(QPushButton())
        self._lay_out()
        self._begin_with(case)
        self.retranslate()
        self._look()

    def begin(self) -> None:
        """The first thing that is missing."""
        (self._list if self._case.chosen is not None else self._case).setFocus()

    def call_case(self) -> None:
        """Ask what the chosen case is called now."""
        chosen = self._case.chosen
        if chosen is None:
            return
        case = chosen.key

        def name(ws: Workspace) -> str:
            return naming.called(ws, case)

        self._tools.worker.submit(name, lambda called: self._named(case, called), owner=self)

    def retranslate(self) -> None:
        """Every word of the form."""
        names = (self.tr("Case"), self.tr("To"), self.tr("What"), self.tr("They agreed to"), self.tr("Purpose"))
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
        self._case.setAccessibleName(names[0])
        self._list.setAccessibleName(self.tr("Contacts it is handed to"))
        self._way.name(names[1])
        self._mode.name(names[2])
        self._scope.call(names[3])
        self._purpose.setAccessibleName(names[4])
        self._purpose.setPlaceholderText(self.tr("Why they get it, in your words; they read this too"))
        self._way.say({CONTACTS: self.tr("Contacts"), PASSPHRASE: self.tr("Somebody with only a passphrase")})
        self._mode.say({TRANSFER: self.tr("The whole case"), REDACTED: self.tr("A redacted copy")})
        self._none.setText(self.tr("You have no contacts yet. Add a colleague's card first."))
        self._add.setText(self.tr("&Add a colleague's card…"))
        self._look_at.setText(self.tr("See what would &leave"))
        self._tell_mode()

    def _begin_with(self, case: str) -> None:
        self._way.choose(CONTACTS)
        self._mode.choose(TRANSFER)
        self._scope.put(SCOPE)
        if case:
            self._case.put(Option(case, "…"))
            self.call_case()
        self._tools.worker.submit(contacts.contacts, self._show_contacts, owner=self)
        self._case.picked.connect(self._look)
        self._way.on_chosen(lambda _way: self._look())
        self._mode.on_chosen(lambda _mode: self._look())
        self._list.itemChanged.connect(lambda _item: self._look())
        self._scope.edited.connect(self._look)
        self._add.clicked.connect(lambda: self._tools.go(Place("contacts/add")))
        self._look_at.clicked.connect(self._ask)

    def _named(self, case: str, called: str) -> None:
        if self._case.chosen is not None and self._case.chosen.key == case:
            self._case.put(Option(case, called))
            self._look()

    def _show_contacts(self, known: tuple[Contact, ...]) -> None:
        self._list.fill([(contact, self._called(contact)) for contact in known], [])
        self._look()

    def _called(self, contact: Contact) -> str:
        team = self.tr("our team") if contact.our_team else ""
        unsure = self.tr("a bare key") if contact.bare_key else self.tr("words not compared")
        standing = ", ".join(filter(None, (team, "" if contact.verified else unsure)))
        calls = self.tr("calls themselves “{name}”").format(name=contact.calls_themselves)
        parts = (contact.name, standing, calls if contact.calls_themselves else "")
        return " · ".join(filter(None, parts))

    def _chosen(self) -> tuple[Contact, ...]:
        return tuple(one for one in self._list.ticked() if isinstance(one, Contact))

    def _look(self) -> None:
        """Only what can be chosen is offered: the whole case to our team alone, a passphrase for copies alone."""
        by_passphrase = self._way.chosen == PASSPHRASE
        outsiders = by_passphrase or any(not one.our_team for one in self._chosen())
        if outsiders:
            self._mode.choose(REDACTED)
        self._mode.setEnabled(not outsiders)
        redacted = self._mode.chosen == REDACTED
        self._list.setVisible(not by_passphrase and self._list.count() > 0)
        self._nobody.setVisible(not by_passphrase and self._list.count() == 0)
        self._scoped.setVisible(redacted)
        someone = by_passphrase or bool(self._chosen())
        known = self._case.chosen is not None and (not redacted or self._scope.value() in OUTSIDE)
        self._look_at.setEnabled(someone and known)
        self._tell_mode()

    def _tell_mode(self) -> None:
        if self._mode.chosen == TRANSFER:
            said = self.tr(
                "Everything, with names, evidence and earlier wordings. What both sides change merges later."
            )
        elif self._way.chosen == PASSPHRASE:
            said = self.tr(
                "No names, no history, and only what people agreed to. Whole cases go to contacts of our team alone. "
                "It is sealed with a passphrase, which you tell by another way."
            )
        elif self._mode.isEnabled():
            said = self.tr("No names, no history, and only what people agreed to.")
        else:
            said = self.tr(
                "No names, no history, and only what people agreed to. Whole cases go to contacts of our team alone."
            )
        self._about_mode.setText(said)

    def _ask(self) -> None:
        chosen = self._case.chosen
        if chosen is None:
            return
        to = () if self._way.chosen == PASSPHRASE else tuple(one.id for one in self._chosen())
        scope = str(self._scope.value() or SCOPE)
        self.wanted.emit(Handoff(chosen.key, self._mode.chosen, to, scope, self._purpose.text().strip()))

    def _lay_out(self) -> None:
        case, to, what, agreed, purpose = self._labels
        self._nobody = held(column(self._none, held(row(self._add, None))))
        buttons = held(row(self._look_at, None))
        parts: list[QWidget] = [case, self._case, to, self._way, self._list, self._nobody, what, self._mode]
        self._scoped = held(column(agreed, self._scope))
        parts += [self._about_mode, self._scoped, purpose, self._purpose, buttons]
        for label, control in ((case, self._case), (agreed, self._scope), (purpose, self._purpose)):
            label.setBuddy(control)
        whole = column(*parts, None, gap=8)
        for above in (to, what, purpose, buttons):
            whole.insertSpacing(whole.indexOf(above), 8)
        self.setLayout(whole)
