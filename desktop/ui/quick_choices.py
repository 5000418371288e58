"""The four pickers above a testimony, none of which needs an answer: speaker, whom it is about, case and consent."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.casework.people import Pick
from desktop.casework.workspace import JSON
from desktop.ui import sources
from desktop.ui.agreed import Agreed
from desktop.ui.layout import column
from desktop.ui.people_picker import PeoplePicker, pick_of, put_pick
from desktop.ui.picker import New, Picker
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools
from desktop.ui.writing.line_marking import LineMarking


class QuickChoices(Speaking):
    """`changed` when a person chose otherwise. agreed: what they agreed to."""

    changed = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._labels = [PlainLabel() for _ in range(4)]
        people = sources.people(tools, self, self.at_hand)
        self._speaker = Picker("", people, new=New.PERSON)
        self._about = PeoplePicker(tools, people)
        self._case = Picker("", sources.cases(tools, self), new=New.CASE)
        self.agreed = Agreed(tools)
        for signal in (self._speaker.picked, self._about.picked, self._case.picked, self.agreed.changed):
            signal.connect(self.changed)
        self._lay_out()
        self.retranslate()

    @property
    def speaker(self) -> Pick | None:
        """Who tells it."""
        return pick_of(self._speaker)

    @property
    def about(self) -> tuple[Pick, ...]:
        """Whom it is about."""
        return self._about.picks

    @property
    def case(self) -> Pick | None:
        """Which case it belongs to."""
        return pick_of(self._case)

    @property
    def anything(self) -> bool:
        """Whether anybody or anything was chosen."""
        return bool(self.speaker or self.about or self.case)

    @property
    def in_order(self) -> tuple[QWidget, ...]:
        """What Tab leads through."""
        return self._speaker, self._about, self._case, self.agreed

    def at_hand(self) -> list[str]:
        """The records chosen so far: they say which case this is about."""
        picks = (self.case, self.speaker, *self.about)
        return [pick.record for pick in picks if pick is not None and pick.record]

    def to_json(self) -> dict[str, JSON]:
        """What was chosen, for a draft; whoever is new and has a name by now is in `names`."""
        return {
            "speaker": _pick_json(self.speaker) if self.speaker and self.speaker.record else None,
            "about": [_pick_json(pick) for pick in self.about if pick.record],
            "case": _pick_json(self.case),
            "consent": self.agreed.choice,
            "scopes": list(self.agreed.listed),
            "untaken": self.agreed.untaken.untaken if self.agreed.untaken else "",
        }

    def names(self) -> dict[str, JSON]:
        """Who speaks and whom it is about, where one of them is new: that lies with the identities. Else nothing."""
        if all(pick is None or pick.record for pick in (self.speaker, *self.about)):
            return {}
        return {"speaker": _pick_json(self.speaker), "about": [_pick_json(pick) for pick in self.about]}

    def put(self, held: Mapping[str, JSON]) -> None:
        """Show what a draft holds, its names beside the rest."""
        self._put_pick(self._case, held.get("case"))
        self.add_people(held)
        scopes, untaken = tuple(held.get("scopes") or ()), str(held.get("untaken") or "")
        self.agreed.put(str(held.get("consent") or ""), scopes, untaken)

    def add_people(self, held: Mapping[str, JSON]) -> None:
        """Show who speaks, unless somebody does, and whom it is about too."""
        if self.speaker is None:
            self._put_pick(self._speaker, held.get("speaker"))
        known = self._about.picks
        named = (pick for one in held.get("about") or () if (pick := _pick(one)))
        self._about.put((*known, *(pick for pick in named if pick not in known)))

    def give(self, given: Mapping[str, str]) -> None:
        """The case and the speaker it was begun with."""
        for picker, name in ((self._case, "case"), (self._speaker, "speaker")):
            if name in given:
                put_pick(self._tools, picker, given[name], "")

    def clear(self) -> None:
        """Nobody, and no case."""
        self._speaker.put(None)
        self._case.put(None)
        self._about.put(())

    def hold(self, held: bool) -> None:
        """While it is held nothing can be chosen."""
        for control in (self._speaker, self._about, self._case, self.agreed):
            control.setEnabled(not held)

    def retranslate(self) -> None:
        """Every word."""
        names = (
            self.tr("Who is speaking"),
            self.tr("About whom"),
            self.tr("Which case"),
            self.tr("What they agreed to"),
        )
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
        for picker, name in ((self._speaker, names[0]), (self._about.picker, names[1]), (self._case, names[2])):
            picker.setAccessibleName(name)
            picker.setPlaceholderText(self.tr("Name or code"))
        self._case.setPlaceholderText(self.tr("Title or code"))
        self.agreed.name(names[3])

    def _put_pick(self, picker: Picker, held: JSON) -> None:
        pick = _pick(held)
        if pick is not None:
            put_pick(self._tools, picker, pick.record or "", pick.text, new=pick.new)

    def _names_a_case(self) -> bool:
        """A title of its own is being written, which shows while names are hidden; not one chosen from the list."""
        return self._case.chosen is None

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for number, control in enumerate((self._speaker, self._about, self._case, self.agreed)):
            self._labels[number].setBuddy(control)
            grid.addWidget(self._labels[number], 0, number)
            grid.addWidget(control, 1, number, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(number, 1)
        grid.addWidget(LineMarking(self._tools, self._case, self.changed.emit, self._names_a_case), 2, 2)
        self.setLayout(column(grid, self.agreed.list, gap=16))


def _pick_json(pick: Pick | None) -> JSON:
    return {"record": pick.record, "text": pick.text, "new": pick.new} if pick is not None else None


def _pick(held: JSON) -> Pick | None:
    if not isinstance(held, dict):
        return None
    return Pick(held.get("record") or None, str(held.get("text") or ""), held.get("new") is True)
