"""What taking a consent back would do, with the day and the words it was taken back in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from desktop.casework.consent import Scope
from desktop.casework.withdrawal import Withdrawal
from desktop.casework.workspace import JSON
from desktop.domain.date_words import parse_words
from desktop.ui.cells import CellsView
from desktop.ui.choice import Choice
from desktop.ui.date_editor import DateEditor
from desktop.ui.editors import LongEditor
from desktop.ui.flow import Flow
from desktop.ui.has_it import what_for, what_went, who_has
from desktop.ui.layout import column, held, primary
from desktop.ui.moments import day, number
from desktop.ui.plain import Heading, PlainLabel, unmnemonic
from desktop.ui.speaking import Speaking
from desktop.ui.tick_box import TickBox
from desktop.ui.told import Told
from desktop.ui.tools import Tools

ALL, SOME = "all", "some"
KEEP = "record"  # the use that is keeping what was told at all
MOST_ROWS = 8


class WithdrawStep(Speaking):
    """`wanted` when other uses are to be taken back. `agreed` with the preview, the day and the words; `given_up`.

    preview: of everything; its uses are those that can be taken back alone.
    """

    wanted = Signal(object)  # tuple[str, ...]
    edited = Signal()
    agreed = Signal(object, object, str)  # Withdrawal, JSON, words
    given_up = Signal()

    def __init__(self, tools: Tools, preview: Withdrawal) -> None:
        super().__init__()
        self._tools = tools
        self._preview = preview
        self._who = Heading(preview.called, 2)
        self._ask = PlainLabel(wrap=True)
        self._what = Choice({ALL: ALL, SOME: SOME})
        self._ticks = {scope.code: TickBox() for scope in preview.stops}
        self._list = held(column(*self._ticks.values(), gap=4))
        self._stops_title, self._held_title = Heading(level=2), Heading(level=2)
        self._stops, self._goes_on = PlainLabel(wrap=True), PlainLabel(wrap=True).be(quiet=True)
        self._kept = Told(tools, "info")
        self._held, self._none = CellsView(0), PlainLabel(wrap=True).be(quiet=True)
        self._tell = Told(tools, "warning")
        self._on_label, self._words_label = PlainLabel(), PlainLabel()
        self._on, self._words = DateEditor(tools), LongEditor(tools)
        self._record, self._leave = primary(QPushButton()), QPushButton()
        self._lay_out()
        self._what.choose(ALL)
        self._on.put(parse_words(day(tools.clock(), tools.language.code)).to_json())
        self._connect()
        self.retranslate()
        self.show_preview(preview)

    @property
    def only(self) -> tuple[str, ...]:
        """The uses taken back, () for everything."""
        return self._ticked if self._what.chosen == SOME else ()

    def begin(self) -> None:
        """What they take back comes first."""
        self._what.setFocus()

    def show_preview(self, preview: Withdrawal) -> None:
        """What it would do now."""
        self._preview = preview
        self._show()

    def snapshot(self) -> JSON:
        """What was chosen and typed."""
        words: JSON = self._words.value()
        return {"what": self._what.chosen, "only": list(self._ticked), "on": self._on.value(), "words": words}

    def take(self, kept: dict[str, JSON]) -> None:
        """Show what `snapshot` gave."""
        self._what.choose(str(kept.get("what")))
        for code, tick in self._ticks.items():
            tick.setChecked(code in (kept.get("only") or ()))
        self._on.put(kept.get("on"))
        self._words.put(kept.get("words"))
        self._chosen()

    def retranslate(self) -> None:
        """Every word of the step."""
        self._ask.setText(self.tr("What do they take back?"))
        self._what.name(self._ask.text())
        self._what.say({ALL: self.tr("Everything"), SOME: self.tr("Only some uses")})
        self._stops_title.setText(self.tr("What stops"))
        self._held.setAccessibleName(self.tr("Who has it already"))
        self._held.cells.name(self.tr("Who"), self.tr("What went out"), self.tr("Since"), self.tr("Purpose"))
        self._none.setText(self.tr("Nothing about them went out from this vault."))
        self._on_label.setText(self.tr("Said on"))
        self._on.call(self._on_label.text())
        self._words_label.setText(self.tr("In their words"))
        self._words.call(self._words_label.text())
        self._record.setText(self.tr("&Record the withdrawal"))
        self._leave.setText(self.tr("&Leave everything as it is"))
        self._show()

    def _show(self) -> None:
        preview, language = self._preview, self._tools.language.code
        unnamed = self._what.chosen == SOME and not self._ticked
        self._who.setText(preview.called)
        self._list.setVisible(self._what.chosen == SOME)
        for code, tick in self._ticks.items():
            tick.setText(unmnemonic(self._tools.vocabularies.label("consent_scopes", code, language)))
        nothing = self.tr("Nothing that was allowed: they said no before, or were never asked.")
        tick_some = self.tr("Tick what they take back.")
        self._stops.setText(tick_some if unnamed else self._lines(preview.stops) or nothing)
        goes_on = self.tr("Goes on as before: {uses}.").format(uses=self._in_a_row(preview.goes_on))
        self._goes_on.setText(goes_on if preview.goes_on and not unnamed else "")
        self._goes_on.setVisible(bool(self._goes_on.text()))
        kept = self.tr("Nothing is erased by this. What they told stays here; if they want it gone, erase it as well.")
        self._kept.say(kept if any(scope.code == KEEP for scope in preview.stops) and not unnamed else "")
        looked_at = set(preview.scopes) == set(self.only)  # else what it would do is still being asked
        self._record.setEnabled(looked_at and not unnamed)
        self._show_held()

    def _show_held(self) -> None:
        sent, language = self._preview.sent, self._tools.language.code
        self._held_title.setText(self.tr("Others have it already: {count}").format(count=number(len(sent), language)))
        self._held.cells.fill([(who_has(one), what_went(one), day(one.at, language), what_for(one)) for one in sent])
        self._held.showing(MOST_ROWS)
        self._held.setVisible(bool(sent))
        self._none.setVisible(not sent)
        told = self.tr(
            "What went out cannot be called back. Tell those who have it; the next hand-over to our own team carries "
            "the withdrawal."
        )
        self._tell.say(told if sent else "")

    def _lines(self, scopes: Sequence[Scope]) -> str:
        vocabularies, lang = self._tools.vocabularies, self._tools.language.code
        return "\n".join(f"–  {vocabularies.label('consent_scopes', scope.code, lang)}" for scope in scopes)

    def _in_a_row(self, scopes: Sequence[Scope]) -> str:
        vocabularies, lang = self._tools.vocabularies, self._tools.language.code
        labels = [vocabularies.label("consent_scopes", scope.code, lang) for scope in scopes]
        return self.tr(", ").join(labels)

    @property
    def _ticked(self) -> tuple[str, ...]:
        return tuple(code for code, tick in self._ticks.items() if tick.isChecked())

    def _chosen(self) -> None:
        """Other uses: what it would do is asked anew, but where none is named yet."""
        self._show()
        if self._what.chosen == ALL or self._ticked:
            self.wanted.emit(self.only)

    def _agree(self) -> None:
        self.agreed.emit(self._preview, self._on.value(), str(self._words.value() or ""))

    def _connect(self) -> None:
        for tick in self._ticks.values():
            tick.clicked.connect(self._chosen)
            tick.clicked.connect(self.edited)
        self._what.on_chosen(lambda _what: self._chosen())
        self._what.on_chosen(lambda _what: self.edited.emit())
        for editor in (self._on, self._words):
            editor.edited.connect(self.edited)
        self._record.clicked.connect(self._agree)
        self._leave.clicked.connect(self.given_up)

    def _lay_out(self) -> None:
        said = QGridLayout()
        said.setHorizontalSpacing(16)
        said.setColumnStretch(1, 1)
        for line, (label, editor) in enumerate(((self._on_label, self._on), (self._words_label, self._words))):
            label.setBuddy(editor)
            said.addWidget(label, line, 0)
            said.addWidget(editor, line, 1)
        parts: list[QWidget] = [self._who, self._ask, self._what, self._list]
        parts += [self._stops_title, self._stops, self._goes_on, self._kept]
        parts += [self._held_title, self._held, self._none, self._tell, held(said)]
        parts += [held(Flow(self._leave, self._record, gap=8))]
        self.setLayout(column(*parts, None, gap=12))
