"""An act, asked as the work thinks of it: who was harmed because of whom, what happened, who did it, and why."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QPushButton

from desktop.casework import act_types, family
from desktop.casework.act_types import AboutType
from desktop.casework.records import Shown
from desktop.casework.workspace import JSON, Changes
from desktop.domain.sub_formats import SUB_FORMATS
from desktop.ui import sources
from desktop.ui.actors import Actors
from desktop.ui.choosers import RefEditor
from desktop.ui.drafting import DRAFT
from desktop.ui.field_row import MakeEditor
from desktop.ui.form import OPEN_FROM_THE_START, Shape
from desktop.ui.layout import held, row
from desktop.ui.norms_editor import NormsEditor
from desktop.ui.notice import Note
from desktop.ui.place import Place
from desktop.ui.record_form import RecordForm
from desktop.ui.tools import Tools
from desktop.ui.type_advice import TypeAdvice

_LOOKED_AT = ("type", "nature", "victim", "start", "started", "age")
SELF = family.SELF
SAME_AS = "same_as"  # in `Place.given`: an act that another person suffered too
SECTIONS = ("main", "why", "when", "account", *SUB_FORMATS)
FIRST = (
    *("victim", "because_of", "relationship", "type", "nature", "carries_out"),
    *("demand", "pretext", "words_used", "purposes"),
)


class ActPage(RecordForm):
    """A proposal fills an empty field once somebody chose what it follows from; opening an act changes nothing."""

    def __init__(self, tools: Tools, place: Place) -> None:
        self._looked_at = ""
        self._to_name_actors = False
        self._another = QPushButton()
        self._another.setAutoDefault(False)
        self._beneath_victim = held(row(self._another, None))
        if not place.record:
            self._beneath_victim.hide()  # until there is an act
        super().__init__(tools, place)
        self._actors = self._make_actors("") if not place.record else None  # else once the act stands there
        rows = self.form.rows
        self._victim, self._defender = rows["victim"], rows["because_of"]
        self._relationship = rows["relationship"]
        self._type, self._nature = rows["type"], rows["nature"]
        self._advice = TypeAdvice(tools)
        self._type.put_beneath(self._advice)
        self._victim.put_beneath(self._beneath_victim)
        self._another.clicked.connect(self._begin_another)
        for one in (self._victim, self._defender):
            one.edited.connect(self._look_up)
        self._relationship.edited.connect(self._follow_self)
        self._type.edited.connect(self._propose_nature)
        self._advice.wanted.connect(self._take_type)
        self.form.edited.connect(self._look_at_type)
        self.retranslate()

    def shape(self) -> Shape:
        """Rules of law have an editor of their own, which asks what the act proposes; a threat is sought among acts."""
        editors: dict[str, MakeEditor] = {
            "norms": lambda tools, decl: NormsEditor(tools, decl, self._propose_norms),
            "carries_out": lambda tools, decl: RefEditor(tools, decl.ref_kinds, sources.threats),
        }
        return Shape(editors=editors, unfolded={*OPEN_FROM_THE_START, "why"}, sections=SECTIONS, fields=FIRST)

    def show_more(self, shown: Shown) -> None:
        """A word on what happened."""
        super().show_more(shown)
        self._look_at_type()
        self._actors = self._actors or self._make_actors(shown.id)

    def was_made(self, record: str) -> None:
        """Whoever did it can be added from now on."""
        super().was_made(record)
        self._beneath_victim.show()
        if self._actors is not None:
            self._actors.be_of(record)
            if self._to_name_actors:
                self._to_name_actors = False
                self._actors.begin()

    def keep_draft(self) -> None:
        """Whoever is being written down too."""
        super().keep_draft()
        if self._actors is not None:
            self._actors.keep_draft()

    def save(self) -> None:
        """Whoever is being written down too."""
        super().save()
        if self._actors is not None:
            self._actors.save()

    def leave(self) -> None:
        """Whoever is being written down too."""
        super().leave()
        if self._actors is not None:
            self._actors.leave()

    def retranslate(self) -> None:
        """Every word of it."""
        super().retranslate()
        self._another.setText(self.tr("The same happened to somebody else…"))

    def refresh(self, changes: Changes | None) -> None:
        """Who did it may read otherwise."""
        super().refresh(changes)
        if self._actors is not None:
            self._actors.refresh(changes)

    # ---------------------------------------------------------------------------- the two people, and who did it

    def _begin_another(self) -> None:
        """What was typed is saved on leaving, before it is asked what both have in common."""
        key = (DRAFT, f"new:act:{secrets.token_hex(8)}")
        self.tools.go(Place("record", kind="act", given=((SAME_AS, self.editor.record), key)))

    def _make_actors(self, act: str) -> Actors:
        actors = Actors(self.tools, act)
        self.form.put_after("why", actors)
        actors.act_wanted.connect(self._save_first)
        actors.unfolded.connect(self.bring_into_sight)
        return actors

    def _save_first(self) -> None:
        """An involvement names its act, which has to be there."""
        if self.editor.is_dirty:
            self._to_name_actors = True
            self.save()
        else:
            self.tools.tell(Note("info", self.tr("Write first who was harmed or what happened; then add who did it.")))
            self.form.focus()

    def _follow_self(self) -> None:
        """Who is harmed as the defender is the defender."""
        if self._relationship.value() != SELF:
            return
        victim, defender = self._victim.value(), self._defender.value()
        other = self._defender if defender is None else self._victim if victim is None else None
        if other is not None and (victim or defender):
            other.propose(victim or defender, self.tr("The same person: the defender themself was harmed."))
            other.edited.emit()

    @property
    def _both(self) -> tuple[str, str] | None:
        """Who was harmed, and because of whom."""
        victim, defender = self._victim.value(), self._defender.value()
        return (victim, defender) if isinstance(victim, str) and isinstance(defender, str) else None

    def _look_up(self) -> None:
        if self._relationship.proposed:
            self._relationship.put(None)  # it was about other people
        both = self._both
        if both is None or not self._relationship.empty:
            return

        def answer(relationship: str) -> None:
            if relationship and self._both == both and self._relationship.empty:
                self._relationship.propose(
                    relationship,
                    self.tr("Proposed: this is how the two are recorded as related. Change it if it is otherwise."),
                )
                self._relationship.edited.emit()

        person, defender = both
        self.tools.worker.submit(lambda ws: family.relationship_between(ws, person, defender), answer, owner=self)

    # ------------------------------------------------------------------------------- what the type proposes

    def _stands(self) -> dict[str, JSON]:
        standing = self.form.stand()
        if self._nature.proposed:  # it follows from the type, and says nothing of its own
            standing = {**standing, "nature": None}
        return {name: standing.get(name) for name in _LOOKED_AT}

    def _ask_about(self, answer: Callable[[AboutType], None]) -> None:
        """What the act proposes as it stands; no answer once it stands otherwise."""
        act = self._stands()

        def known(about: AboutType) -> None:
            if self._stands() == act:
                answer(about)

        self.tools.worker.submit(lambda ws: act_types.about(ws, act), known, owner=self)

    def _look_at_type(self) -> None:
        """A word of advice on the leaf that stands there."""
        looked_at = json.dumps(self._stands(), sort_keys=True)
        if looked_at != self._looked_at:
            self._looked_at = looked_at
            self._ask_about(lambda about: self._advice.say(about.advice))

    def _propose_nature(self) -> None:
        """Of the type somebody chose; what somebody wrote stays."""
        if self._nature.proposed:
            self._nature.put(None)  # it was of another type

        kind, act = self._type.value(), self._stands()

        def answer(about: AboutType) -> None:  # whatever else was proposed or typed since, the type says it alone
            if about.nature and self._nature.empty and self._type.value() == kind:
                self._nature.propose(
                    about.nature, self.tr("Proposed: usual for what happened. Change it if it is otherwise.")
                )
                self._nature.edited.emit()

        self.tools.worker.submit(lambda ws: act_types.about(ws, act), answer, owner=self)

    def _propose_norms(self, answer: Callable[[Sequence[str]], None]) -> None:
        self._ask_about(lambda about: answer(about.norms))

    def _take_type(self, code: str) -> None:
        """A leaf that was advised, as if somebody had chosen it in the field."""
        self._type.put(code)
        self._type.edited.emit()
        self._type.setFocus()
