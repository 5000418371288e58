"""One source of a value, and one of several values, as they are shown side by side."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from desktop.casework import citing, records
from desktop.casework.citing import Cited
from desktop.casework.claims import Claimed
from desktop.domain.registry import KINDS, declaration
from desktop.ui.entry import LineField
from desktop.ui.layout import column, held, quiet_button, row, sheet
from desktop.ui.notice import Note
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel, one_line
from desktop.ui.speaking import Speaking
from desktop.ui.title_button import TitleButton
from desktop.ui.tools import Tools


class CitedLine(Speaking):
    """A source, where in it, and what is said of this piece of information; the title leads to the source."""

    def __init__(self, tools: Tools, cited: Cited, kind: str = "") -> None:
        """kind: of the record, where the line says which of its fields is meant."""
        super().__init__()
        self._tools = tools
        self._cited = cited
        self._kind = kind
        self._title = TitleButton()
        self._edit = quiet_button()
        self._remove = quiet_button()
        self._quote = PlainLabel(wrap=True)
        self._said = PlainLabel(wrap=True).be(quiet=True)
        head = row(self._title, None, self._edit, self._remove, gap=4)
        beneath = column(self._quote, self._said, gap=2)
        beneath.setContentsMargins(10, 0, 0, 4)
        self.setLayout(column(head, beneath, gap=0))
        self._title.clicked.connect(self._open)
        self._edit.clicked.connect(lambda: tools.go(Place("record", cited.id, "citation")))
        self._remove.clicked.connect(self._take_away)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word of it."""
        one = self._cited
        title = one_line(one.title, 48) or self.tr("A source that is not here")
        self._title.say(f"{title}, {one.where}" if one.where else title)
        self._quote.setText(f"“{one.quote}”" if one.quote else "")
        self._quote.setVisible(bool(one.quote))
        said = " · ".join(self._ratings())
        self._said.setText(said)
        self._said.setVisible(bool(said))
        for button, icon, words in (
            (self._edit, "more", self.tr("Change this citation")),
            (self._remove, "close", self.tr("Take this citation away")),
        ):
            button.setIcon(self._tools.icons.icon(icon, "quiet"))
            button.setAccessibleName(f"{words}: {title}")
            button.setToolTip(words)

    def _ratings(self) -> list[str]:
        one = self._cited
        fields = declaration("citation").fields
        kind, name = (
            ("testimony", "speaker_reliability") if one.source_kind == "testimony" else ("source", "reliability")
        )
        rated = declaration(kind).fields[name]
        said = [self._field(), self._label("citation_stances", one.stance if one.stance != "supports" else "")]
        said.append(self._label(fields["basis"].vocabulary, one.basis))
        lang = self._tools.language.code
        for label, code in (
            (rated.label(lang), one.source_reliability),
            (fields["information_reliability"].label(lang), one.information_reliability),
        ):
            rating = self._label("source_reliability", code)
            said.append(self.tr("{what}: {rating}").format(what=label, rating=rating) if rating else "")
        if one.general:
            said[-1] += self.tr(" (as for all this source says)")
        if one.restriction:
            said.append(self.tr("Restricted: {what}").format(what=one_line(one.restriction, 80)))
        return [part for part in said if part]

    def _field(self) -> str:
        decl = KINDS[self._kind].fields.get(self._cited.name) if self._kind in KINDS else None
        return decl.label(self._tools.language.code) if decl is not None else ""

    def _label(self, vocabulary: str | None, code: str) -> str:
        return self._tools.vocabularies.label(vocabulary, code, self._tools.language.code) if code else ""

    def _open(self) -> None:
        if self._cited.source_kind:
            self._tools.go(Place("record", self._cited.source, self._cited.source_kind))

    def _take_away(self) -> None:
        tools, citation = self._tools, self._cited.id
        said, undo_words = self.tr("The citation was taken away."), self.tr("Undo")

        def undo() -> None:
            tools.worker.submit(lambda ws: records.undelete(ws, citation), owner=tools.worker)

        def done(_changes: object) -> None:
            tools.tell(Note("info", said, action=(undo_words, undo)))

        # told by the window, which outlives the line
        tools.worker.submit(lambda ws: citing.remove(ws, citation), done, owner=tools.worker)


class ValueSheet(Speaking):
    """A value with its status and sources. `accepted` with the reason, `source_wanted` where it needs another."""

    accepted = Signal(str)
    source_wanted = Signal()

    def __init__(self, tools: Tools, claimed: Claimed) -> None:
        super().__init__()
        self._tools = tools
        self.claimed = claimed
        self._value = PlainLabel(claimed.text, wrap=True).be(strong=True)
        font = self._value.font()
        font.setBold(True)
        self._value.setFont(font)
        self._status = PlainLabel().be(chip=True)
        self._note = PlainLabel(claimed.note, wrap=True)
        self._none = PlainLabel(wrap=True).be(quiet=True)
        self._accept = QPushButton()
        self._source = QPushButton()
        self._why = LineField()
        self._sure = QPushButton()
        self._asking = held(row(self._why, self._sure, gap=8))
        self._asking.hide()
        sources = QVBoxLayout()
        for one in claimed.sources:
            sources.addWidget(CitedLine(tools, one))
        head = row(self._value, self._status, gap=8)
        head.setStretch(0, 1)
        buttons = held(row(self._accept, self._source, None))
        self.setLayout(column(sheet(column(head, self._note, sources, self._none, buttons, self._asking, gap=6), 12)))
        settled = claimed.stands and claimed.status == "accepted"
        self._accept.setVisible(bool(claimed.id) and not settled)
        self._source.setVisible(bool(claimed.id))
        self._note.setVisible(bool(claimed.note))
        self._none.setVisible(not claimed.sources)
        self._accept.clicked.connect(self._ask)
        self._source.clicked.connect(self.source_wanted)
        self._sure.clicked.connect(self._take)
        self._why.submitted.connect(self._take)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word of it."""
        one = self.claimed
        lang = self._tools.language.code
        status = self._tools.vocabularies.label("claim_status", one.status, lang) if one.status else ""
        if one.stands:
            told = self.tr("The record says so")
            status = f"{told} · {status}" if status and one.status != "conflict" else told
        self._status.setText(status)
        self._status.setVisible(bool(status))
        self._none.setText(self.tr("Nobody is named who says so."))
        self._accept.setText(self.tr("Accept this one"))
        self._accept.setAccessibleName(self.tr("Accept this one: {value}").format(value=one_line(one.text, 40)))
        self._source.setText(self.tr("Add a source"))
        self._source.setAccessibleName(self.tr("Add a source: {value}").format(value=one_line(one.text, 40)))
        self._why.setAccessibleName(self.tr("Why this one"))
        self._why.setPlaceholderText(self.tr("Why this one, if it can be said in a line"))
        self._sure.setText(self.tr("Accept"))

    def _ask(self) -> None:
        self._asking.show()
        self._why.setFocus()

    def _take(self) -> None:
        self.accepted.emit(self._why.text().strip())
