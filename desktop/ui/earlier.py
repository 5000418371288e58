"""A new record that is made because an earlier one has run out: it says so, and leads to the earlier one."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from desktop.casework.workspace import Workspace
from desktop.ui.layout import row
from desktop.ui.place import Place
from desktop.ui.speaking import Speaking
from desktop.ui.told import Told
from desktop.ui.tools import Tools

EARLIER = "earlier"
"""What the place of a new record is given: the id of the record that has run out."""


def anew(kind: str, earlier: str, person: str) -> Place:
    """A new record of a kind about somebody, in place of an earlier one."""
    return Place("record", kind=kind, given=(("person", person), (EARLIER, earlier)))


class Earlier(Speaking):
    """There only where there is an earlier one."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__()
        self._tools = tools
        self._kind = place.kind
        self.record = dict(place.given).get(EARLIER, "") if not place.record else ""
        self._code = ""
        self._uses: tuple[str, ...] = ()
        self._told = Told(tools, "info")
        self._open = QPushButton()
        self._open.setAutoDefault(False)
        self._open.clicked.connect(lambda: tools.go(Place("record", self.record, self._kind)))
        line = row(self._told, self._open, gap=12)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.retranslate()

    def ask(self) -> None:
        """What the earlier one is called."""
        record = self.record
        if record:
            self._tools.worker.submit(lambda ws: _code(ws, record), self.say, owner=self, look=True)

    def say(self, code: str, uses: tuple[str, ...] = ()) -> None:
        """It is called so; uses: of a consent, what they had agreed to."""
        self._code, self._uses = code, uses
        self.retranslate()

    def retranslate(self) -> None:
        """Both sentences and the button."""
        labels, lang = self._tools.vocabularies.label, self._tools.language.code
        uses = self.tr(", ").join(labels("consent_scopes", one, lang) for one in self._uses)
        if self._kind != "consent":
            said = self.tr("Looked at again. The earlier record, {code}, stays as it is.")
        elif uses:
            said = self.tr(
                "Asked again. In {code} they agreed to: {uses}. The answer “Yes” ticks these again; change them as "
                "they say now. {code} itself stays as it is."
            )
        else:
            said = self.tr("Asked again. {code} stays as it is.")
        self._told.say(said.format(code=self._code, uses=uses) if self._code else "")
        self._open.setText(self.tr("Open the ea&rlier one"))
        self.setVisible(bool(self._code))


def _code(ws: Workspace, record: str) -> str:
    return ws.vault.code(record)
