"""A case: the defender and the family, what happened to each of them, who told it, what they agreed to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework import family, risks
from desktop.casework.family import ActLine, Member
from desktop.casework.family import CasePage as Family
from desktop.casework.records import Listed
from desktop.casework.workspace import Changes
from desktop.domain.date_show import briefly
from desktop.ui.add_member import AddMember
from desktop.ui.case_summary import CaseSummary
from desktop.ui.flow import Flow
from desktop.ui.layout import held
from desktop.ui.moments import day
from desktop.ui.part import Part
from desktop.ui.place import Place
from desktop.ui.record_form import RecordForm
from desktop.ui.record_table import Line
from desktop.ui.risk_prompt import Unassessed
from desktop.ui.tools import Tools

CONCERNED = frozenset(
    {
        "case",
        "person",
        "name",
        "relationship",
        "act",
        "testimony",
        "evidence",
        "consent",
        "interview",
        "intervention",
        "submission",
    }
    | {"risk_assessment", "merge_decision"}
)


class CasePage(RecordForm):
    """The family has the eye; the case's own fields are a form beneath."""

    def __init__(self, tools: Tools, place: Place) -> None:
        self._family: Family | None = None
        self._summary = CaseSummary()
        self._members = Part(tools, 6)
        self._levels: Mapping[str, str] = {}
        self._add_member = AddMember(tools, place.record)
        self._unassessed = Unassessed(tools)
        self._acts = Part(tools, 4, wide=2)
        self._testimonies = Part(tools, 3, titles=True)
        self._consents = Part(tools, 3, titles=True)
        self._evidence = Part(tools, 3, titles=True)
        self._hand_over, self._form_wanted = QPushButton(), QPushButton()
        self._timeline, self._states, self._agreed = QPushButton(), QPushButton(), QPushButton()
        self._in_time = held(Flow(self._timeline, self._states, self._agreed, gap=8))
        super().__init__(tools, place)
        self._connect()
        self.retranslate()
        self._ask()

    def left_out(self) -> Iterable[str]:
        """Defenders are named in the family."""
        return ("defenders",) if self._place.record else ()

    def above(self) -> list[QWidget]:
        """What it is about, who, what, and what it stands on; of a case that exists."""
        if not self._place.record:
            return []
        return [
            self._summary,
            self._members,
            self._add_member,
            self._unassessed,
            self._in_time,
            self._acts,
            self._testimonies,
            self._consents,
            self._evidence,
        ]

    def was_made(self, record: str) -> None:
        """The family comes above the form from now on."""
        self.tools.go(Place("record", record, self.kind))

    def place(self) -> Place:
        """A new case is the new one until its own page is there."""
        return super().place() if self._place.record else Place("record", "", self.kind, self._place.given)

    def refresh(self, changes: Changes | None) -> None:
        """Nearly everything in a case shows here."""
        super().refresh(changes)
        if changes is None or CONCERNED & changes.kinds:
            self._ask()

    def retranslate(self) -> None:
        """Every word of the parts."""
        self._members.name(
            self.tr("The family"),
            (
                self.tr("Who"),
                self.tr("Is the defender's"),
                self.tr("Situation"),
                self.tr("Acts"),
                self.tr("Risk"),
                self.tr("Code"),
            ),
            self.tr("Nobody is named yet: begin with the defender."),
            self.tr("Add so&mebody"),
        )
        self._acts.name(
            self.tr("What happened to each"),
            (self.tr("When"), self.tr("To whom"), self.tr("What"), self.tr("Code")),
            self.tr("Nothing is written down yet."),
            self.tr("Add what &happened"),
        )
        self._testimonies.name(
            self.tr("Testimonies"), ("", "", ""), self.tr("none yet"), self.tr("Record a &testimony")
        )
        self._consents.name(self.tr("Consents"), ("", "", ""), self.tr("none yet"), self.tr("Add a c&onsent"))
        self._evidence.name(self.tr("Evidence"), ("", "", ""), self.tr("none yet"), self.tr("Add a &file"))
        self._timeline.setText(self.tr("T&imeline"))
        self._states.setText(self.tr("What still &goes on"))
        self._agreed.setText(self.tr("&Who agreed to what…"))
        self._agreed.setIcon(self.tools.icons.icon("consent"))
        self._hand_over.setText(self.tr("Hand o&ver…"))
        self._form_wanted.setText(self.tr("A form for the UN…"))
        if self._family is not None:
            self._show(self._family)

    def _connect(self) -> None:
        record, go = self._place.record, self.tools.go
        self._summary.write_wanted.connect(self.go_to)
        self._members.add_wanted.connect(self._add_member.unfold)
        self._acts.add_wanted.connect(self._add_act)
        self._testimonies.add_wanted.connect(lambda: go(Place("testimony/new", given=(("case", record),))))
        self._consents.add_wanted.connect(self._add_consent)
        self._evidence.add_wanted.connect(lambda: go(Place("record", kind="evidence", given=(("case", record),))))
        self._timeline.clicked.connect(lambda: go(Place("timeline", record, "case")))
        self._states.clicked.connect(lambda: go(Place("states", record, "case")))
        self._agreed.clicked.connect(lambda: go(Place("agreed", record, "case")))
        self._hand_over.clicked.connect(lambda: go(Place("handoff", record, "case")))
        self._form_wanted.clicked.connect(lambda: go(Place("form/new", record, "case")))
        if record:
            self.head.add_button(self._form_wanted)
            self.head.add_button(self._hand_over)

    def _ask(self) -> None:
        record = self._place.record
        if record:
            worker = self.tools.worker
            worker.submit(lambda ws: family.case_page(ws, record), self._show, owner=self, look=True)

    def _show(self, page: Family) -> None:
        self._family = page
        self._summary.show_page(page)
        self._add_member.offer([member for member in page.members if member.defender])
        self._look_at_risks(page)
        self._members.show_lines([self._member(one) for one in page.members])
        self._acts.show_lines(self._act_lines(page))
        for part, listed in (
            (self._testimonies, page.testimonies),
            (self._consents, page.consents),
        ):
            part.show_lines(_lines(listed, self.tools.language.code))
        self._evidence.show_lines(_lines(page.evidence, self.tools.language.code), self._closed_words(page))

    def _look_at_risks(self, page: Family) -> None:
        """Who was never assessed, and how high the risk of the others is: beside them, once it is read."""
        people, worker = [member.person for member in page.members], self.tools.worker

        def show(levels: Mapping[str, str]) -> None:
            if levels != self._levels:
                self._levels = levels
                self._members.show_lines([self._member(one) for one in page.members])

        at_risk = self._unassessed
        worker.submit(lambda ws: risks.unassessed(ws, people), at_risk.show_people, owner=at_risk, look=True)
        worker.submit(lambda ws: risks.levels(ws, people), show, owner=self, look=True)

    def _closed_words(self, page: Family) -> str:
        if not page.evidence_closed:
            return ""
        if page.evidence:
            return self.tr("there may be more: open the identities to see")
        return self.tr("closed: open the identities to see")

    def _member(self, one: Member) -> Line:
        called = one.called
        if one.minor:
            called = self.tr("{name} (child)").format(name=called)
        if one.also:
            also = self.tr("{name} · also recorded as {codes}")
            called = also.format(name=called, codes=self.tr(", ").join(one.also))
        code = "" if one.called == one.code else one.code
        kinship = " · ".join(filter(None, (self.tr("Defender") if one.defender else "", one.kinship)))
        risk = self._levels.get(one.person, "")
        return Line(one.person, "person", (called, kinship, one.status, str(len(one.acts) or ""), risk, code))

    def _act_lines(self, page: Family) -> list[Line]:
        told = [(act, self._then(act, member.apart)) for member in page.members for act in member.acts]
        seen = {act.id for act, _who in told}
        told += [(act, "") for act in page.acts if act.id not in seen]
        told.sort(key=lambda one: (one[0].sort_key or "9999", one[0].code))
        called = [(act, who, act.type or act.title) for act, who in told]
        return [
            Line(act.id, "act", (briefly(act.date), who, what, "" if what == act.code else act.code))
            for act, who, what in called
        ]

    def _then(self, act: ActLine, called: str) -> str:
        """Who was harmed, and how old they were where they were no grown-up for certain."""
        told = act.age if act.young else ""
        return self.tr("{name}, {age}").format(name=called, age=told) if told else called

    def _add_act(self) -> None:
        given = [("case", self._place.record)]
        defenders = [one for one in self._family.members if one.defender] if self._family else []
        if len(defenders) == 1:
            given.append(("because_of", defenders[0].person))
        self.tools.go(Place("record", kind="act", given=tuple(given)))

    def _add_consent(self) -> None:
        members = self._family.members if self._family else ()
        given = (("person", members[0].person),) if len(members) == 1 else ()
        self.tools.go(Place("record", kind="consent", given=given))


def _lines(listed: Sequence[Listed], lang: str) -> list[Line]:
    return [Line(one.id, one.kind, (one.title, one.beside, day(one.updated, lang))) for one in listed]
