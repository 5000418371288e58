"""The words of an account a record stands on: quoted, with where they stand today and the way there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework import passages
from desktop.casework.passages import Passage
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.declaration import FieldDecl
from desktop.ui.finding.passage import BEFORE, FIELD, WORDS
from desktop.ui.items import Group, ItemsEditor
from desktop.ui.layout import column, held, row
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

TYPED = ("record", "quote")
"""What a person says; statement, place and wording are worked out when it is saved."""

STANDINGS: Mapping[str, object] = {
    "here": QT_TRANSLATE_NOOP("Whereabouts", "The account says so today."),
    "moved": QT_TRANSLATE_NOOP("Whereabouts", "The account was changed since; these words still stand in it."),
    "earlier": QT_TRANSLATE_NOOP("Whereabouts", "Quoted from an earlier wording; the account says otherwise today."),
    "gone": QT_TRANSLATE_NOOP("Whereabouts", "No wording of the account that is here has these words."),
}


def are_anchors(decl: FieldDecl) -> bool:
    """Whether a list is one of anchors."""
    return decl.items is not None and {"revision", "quote"} <= decl.items.keys()


class AnchorsEditor(ItemsEditor):
    """Testimony and words of each; the rest of an anchor is kept as it is."""

    def _make_group(self, fields: dict[str, JSON]) -> Group:
        assert self._decl.items is not None
        rows = [self._make_row(self._decl.items[name]) for name in TYPED]
        return AnchorGroup(self._tools, rows, fields, Whereabouts(self._tools))


class AnchorGroup(Group):
    """One of them."""

    def __init__(self, tools: Tools, rows: list[QWidget], fields: dict[str, JSON], where: Whereabouts) -> None:
        self._where = where
        super().__init__(tools, rows, fields)
        self.under.addWidget(where)

    def put(self, fields: dict[str, JSON]) -> None:
        """Where the words stand is asked anew."""
        super().put(fields)
        self._where.ask(fields)


class Whereabouts(Speaking):
    """A sentence, and a button that leads to the words or to the history of the account."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._passage: Passage | None = None
        self._words = PlainLabel(wrap=True).be(quiet=True)
        self._go = QPushButton()
        self._go.setAutoDefault(False)
        self._go.clicked.connect(self._lead)
        self.setLayout(column(self._words, held(row(self._go, None)), gap=4))
        self.hide()
        self.retranslate()

    def ask(self, anchor: Mapping[str, JSON]) -> None:
        """Look where the words of this anchor stand."""

        def look(ws: Workspace) -> Passage | None:
            return passages.locate(ws, anchor)

        self._tools.worker.submit(look, self._show, owner=self, look=True)

    def retranslate(self) -> None:
        """Sentence and button."""
        standing = self._passage.standing if self._passage else "gone"
        self._words.setText(self.tr(str(STANDINGS[standing])))
        self._go.setText(
            self.tr("See the &history of the account") if standing == "earlier" else self.tr("Go to these &words")
        )
        self._go.setVisible(standing != "gone")

    def _show(self, passage: Passage | None) -> None:
        self._passage = passage
        self.retranslate()
        self.setVisible(passage is not None)

    def _lead(self) -> None:
        if self._passage is None:
            return
        one = self._passage
        if one.standing == "earlier":
            self._tools.go(Place("history", one.testimony, "testimony"))
        else:
            given = ((FIELD, "statements"), (BEFORE, one.before), (WORDS, one.words))
            self._tools.go(Place("record", one.testimony, "testimony", given))
