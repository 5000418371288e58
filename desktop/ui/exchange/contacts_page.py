"""Contacts: ourselves and our colleagues in a list, the card of one of them beside it."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton

from desktop.casework import contacts
from desktop.casework.contacts import Contact
from desktop.casework.workspace import Changes
from desktop.ui.beside import Beside
from desktop.ui.exchange.contact_panel import ContactPanel
from desktop.ui.exchange.own_card import OwnCardPanel
from desktop.ui.flow import Flow
from desktop.ui.layout import READING_WIDTH, column, held, primary, row, scrolling
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.stage import Stage
from desktop.ui.tools import Tools
from desktop.ui.two_lines import two_lines

WHO = Qt.ItemDataRole.UserRole
OURSELVES = ""


class ContactsPage(Page):
    """`Place.record` holds the contact chosen; none: our own card."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._chosen = place.record
        self._known: tuple[Contact, ...] = ()
        self._title = Heading()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._add = primary(QPushButton())
        self._list = QListWidget()
        self._stage = Stage()
        self._lay_out()
        self._list.currentItemChanged.connect(self._choose)
        self._add.clicked.connect(lambda: tools.go(Place("contacts/add")))
        tools.theme.changed.connect(self._fill)
        self.retranslate()
        self._open(self._chosen)
        self.refresh(None)

    def place(self) -> Place:
        """With the contact chosen."""
        return Place("contacts", self._chosen)

    def begin(self) -> None:
        """The list, which the arrow keys walk through."""
        self._list.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Contacts are few: ask for all of them again."""
        if changes is not None and "contact" not in changes.kinds:
            return
        self.tools.worker.submit(contacts.contacts, self._show, owner=self)

    def retranslate(self) -> None:
        """Every word of the page."""
        self._title.setText(self.tr("Contacts"))
        self._add.setText(self.tr("&Add a colleague's card…"))
        self._list.setAccessibleName(self.tr("Contacts"))
        self._about.setText(
            self.tr("Cases are sealed to people. Exchange cards with a colleague, then read the words to each other.")
        )
        self._fill()

    def _show(self, known: tuple[Contact, ...]) -> None:
        self._known = known
        self._fill()
        here = self._contact(self._chosen)
        panel = self._stage.step
        if isinstance(panel, ContactPanel) and shiboken6.isValid(panel) and here is None:
            self._open(OURSELVES)
        elif here is not None:
            if isinstance(panel, ContactPanel) and shiboken6.isValid(panel) and panel.contact == here.id:
                panel.show_contact(here)
            else:
                self._open(here.id)

    def _fill(self) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        self._list.addItem(self._item(OURSELVES, self.tr("You"), "key", self.tr("your own card")))
        for contact in self._known:
            icon = "check" if contact.verified else "person"
            self._list.addItem(self._item(contact.id, contact.name, icon, self._standing(contact)))
        at = next((n for n in range(self._list.count()) if self._list.item(n).data(WHO) == self._chosen), 0)
        self._list.setCurrentRow(at)
        self._list.blockSignals(False)

    def _item(self, who: str, name: str, icon: str, standing: str) -> QListWidgetItem:
        tint = "good" if icon == "check" else "quiet"
        item = two_lines(self._list, self.tools.icons.icon(icon, tint), name, standing)
        item.setData(WHO, who)
        return item

    def _standing(self, contact: Contact) -> str:
        compared = self.tr("words compared") if contact.verified else self.tr("words not compared")
        compared = self.tr("a bare key") if contact.bare_key else compared
        calls = self.tr("calls themselves “{name}”").format(name=contact.calls_themselves)
        told = (self.tr("our team") if contact.our_team else "", compared, calls if contact.calls_themselves else "")
        return " · ".join(filter(None, told))

    def _contact(self, who: str) -> Contact | None:
        return next((one for one in self._known if one.id == who), None)

    def _choose(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self._open(item.data(WHO))

    def _open(self, who: str) -> None:
        contact = self._contact(who)
        if who and contact is None and not self._known:
            return  # the list is still on its way
        self._chosen = contact.id if contact else OURSELVES
        self._stage.enter(ContactPanel(self.tools, contact) if contact else OwnCardPanel(self.tools))
        self._fill()

    def _lay_out(self) -> None:
        self._list.setIconSize(QSize(20, 20))
        self._stage.setMaximumWidth(READING_WIDTH)
        beside = row(self._stage, None, gap=0)
        beside.setStretch(0, 1000)
        inside = held(beside)
        beside.setContentsMargins(24, 0, 24, 24)
        inside.setProperty("page", True)
        under = column(self._list)
        listing = held(under)
        under.setContentsMargins(16, 0, 16, 16)
        splitter = Beside(listing, scrolling(inside))
        head = held(Flow(self._title, self._add, gap=12, apart=1))
        top = column(head, self._about, gap=4)
        top.setContentsMargins(16, 16, 16, 4)
        whole = column(top, splitter, gap=8)
        whole.setStretch(1, 1)
        self.setLayout(whole)
