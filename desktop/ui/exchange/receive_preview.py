"""A package that was opened and checked, nothing of it kept yet: who sent what, and what it would do here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework.receive import ReceivePreview
from desktop.ui.cells import CellsView
from desktop.ui.exchange.decisions import Decisions
from desktop.ui.flow import Flow
from desktop.ui.kind_icons import kind_icon
from desktop.ui.layout import column, held, primary
from desktop.ui.moments import moment, number, size
from desktop.ui.plain import Heading
from desktop.ui.reasons import ARRIVING, said
from desktop.ui.speaking import Speaking
from desktop.ui.told import Facts, Told
from desktop.ui.tools import Tools

MOST_ROWS = 12
NEWEST_FIRST = {"new": 0, "merged": 1, "known": 2}


class ReceivePreviewStep(Speaking):
    """`agreed` with the ids of the decisions accepted; `given_up` to keep nothing."""

    agreed = Signal(object)  # frozenset[str]
    given_up = Signal()

    def __init__(self, tools: Tools, preview: ReceivePreview) -> None:
        super().__init__()
        self._tools = tools
        self._preview = preview
        self._arriving = sorted(preview.arriving, key=lambda one: NEWEST_FIRST.get(one.what, len(NEWEST_FIRST)))
        self._decisions = Decisions(preview.decisions)
        self._title, self._conditions_title = Heading(level=2), Heading(level=2)
        self._table = CellsView(1)
        self._take, self._leave = primary(QPushButton()), QPushButton()
        self._lay_out()
        self._decisions.setVisible(bool(preview.decisions))
        self._take.setVisible(not preview.nothing_new or bool(preview.decisions))
        self._take.setEnabled(not preview.identities_unreadable)
        self._take.clicked.connect(lambda: self.agreed.emit(self._decisions.accepted))
        self._leave.clicked.connect(self.given_up)
        self.retranslate()

    def begin(self) -> None:
        """The list of what arrives comes first."""
        self._table.setFocus()

    def retranslate(self) -> None:
        """Every word of the step."""
        language = self._tools.language.code
        self._title.setText(self.tr("Arrives: {count}").format(count=number(len(self._arriving), language)))
        self._conditions_title.setText(self.tr("They agreed on a condition: see that it holds"))
        self._table.setAccessibleName(self.tr("What arrives"))
        self._table.cells.name(self.tr("Kind"), self.tr("Record"), self.tr("What happens"))
        self._table.cells.fill(
            [(one.kind_label, one.title, self._what(one.what, one.conflicts)) for one in self._arriving],
            [kind_icon(self._tools.icons, one.kind) for one in self._arriving],
        )
        self._table.showing(MOST_ROWS)
        self._take.setText(self.tr("&Take it in"))
        self._leave.setText(self.tr("&Back") if self._take.isHidden() else self.tr("&Do not take it"))

    def _what(self, what: str, conflicts: tuple[str, ...]) -> str:
        if not conflicts:
            return said(ARRIVING, what)
        return self.tr("{what}; contradicts: {fields}").format(what=said(ARRIVING, what), fields=", ".join(conflicts))

    def _tell(self) -> list[Told]:
        preview = self._preview
        told = []
        if preview.signer_words:
            sentence = self.tr(
                "The words of their card were never compared with them: somebody else may be writing in their name. "
                "Call them before you take it in, and read these words to each other: {words}"
            )
            told.append(Told(self._tools, "warning", sentence.format(words=preview.signer_words)))
        if preview.nothing_new:
            told.append(Told(self._tools, "info", self.tr("Everything in it is here already. Nothing would change.")))
        if preview.identities_waiting:
            sentence = self.tr(
                "Names came with it; they wait, sealed, until the identities are opened (at the foot of the window). "
                "Everything else can be taken in now."
            )
            told.append(Told(self._tools, "info", sentence))
        if preview.identities_unreadable:
            sentence = self.tr(
                "The names in it are sealed to keys that are not here, so it cannot be taken in. Give the sender your "
                "newest contact card, and ask them to hand the case over once more."
            )
            told.append(Told(self._tools, "warning", sentence))
        if any(one.conflicts for one in preview.arriving):
            told.append(
                Told(
                    self._tools,
                    "info",
                    self.tr(
                        "Where they and you wrote different things, both stay until you settle it under Conflicts."
                    ),
                )
            )
        if preview.cleared:
            sentence = self.tr("Arrives empty, or its latest wording is not in the package: {fields}")
            told.append(Told(self._tools, "warning", sentence.format(fields=", ".join(preview.cleared))))
        return told

    def _lay_out(self) -> None:
        preview, language = self._preview, self._tools.language.code
        facts = Facts()
        facts.add(self.tr("From"), preview.signer)
        facts.add(self.tr("Calls themselves"), preview.signer_calls)
        facts.add(self.tr("Made"), self.tr("{when}, as they claim").format(when=moment(preview.made_at, language)))
        facts.add(
            self.tr("What"), self.tr("A whole case") if preview.kind == "transfer" else self.tr("A redacted copy")
        )
        facts.add(self.tr("Purpose"), preview.purpose)
        if preview.evidence_files:
            count = number(preview.evidence_files, language)
            facts.add(self.tr("Evidence"), f"{count} · {size(preview.evidence_bytes, language)}")
        buttons = held(Flow(self._take, self._leave, gap=8))
        agreed = Facts()
        for one in preview.conditions:
            agreed.add(one.name, one.words)
        conditions = [self._conditions_title, agreed] if preview.conditions else []
        parts: list[QWidget] = [facts, *self._tell(), *conditions, self._title, self._table, self._decisions, buttons]
        self.setLayout(column(*parts, None, gap=12))
