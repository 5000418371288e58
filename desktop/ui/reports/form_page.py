"""A form as it would go: who agreed, what it says field by field, what holds it back; from here it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QVBoxLayout

from desktop.casework import naming, submission, submission_file
from desktop.casework.submission import Preview
from desktop.casework.submission_file import Form
from desktop.casework.submission_filled import Where
from desktop.casework.submission_lines import Line
from desktop.casework.workspace import Changes, Workspace
from desktop.domain.mechanisms import fields_of
from desktop.errors import JiashuError
from desktop.ui.choice import Choice
from desktop.ui.consenting.consent_page import USE
from desktop.ui.files import choose_new_file
from desktop.ui.finding.passage import FIELD
from desktop.ui.flow import Flow
from desktop.ui.language import CHINESE
from desktop.ui.layout import centred, clear, column, held, primary
from desktop.ui.moments import date_words
from desktop.ui.notice import Note, note_of
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.reports.back import BackToReports
from desktop.ui.reports.form_field import FormField
from desktop.ui.reports.form_people import FormPerson
from desktop.ui.reports.sent import UNSEEN, SentButton
from desktop.ui.told import Told
from desktop.ui.tools import Tools

WIDTH = 840
SANCTIONS = "SANCTIONS_DOSSIER"
AT_SENDER = ((FIELD, "submitter"),)  # two screens below the top, in a part that is closed while it is empty


@dataclass(frozen=True)
class Shown:
    """The preview, with what each person is called on the screen, and in words what was left out and why."""

    preview: Preview
    called: Mapping[str, str] = field(repr=False)
    left_out: tuple[tuple[str, str], ...] = field(repr=False)


class FormPage(Page):
    """`Place.record`: the submission."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._shown: Shown | None = None
        self._fields: list[FormField] = []
        self._whose = ""
        self._filled = QVBoxLayout()
        self._title = Heading()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._text, self._json, self._sent = primary(QPushButton()), QPushButton(), SentButton(tools, place.record)
        self._details = QPushButton()
        self._holds = QVBoxLayout()
        self._inside = QVBoxLayout()
        self._inside.setSpacing(16)
        self._buttons = held(Flow(self._text, self._json, self._sent, self._details, gap=8))
        for shown_later in (self._about, self._buttons):
            shown_later.hide()  # until it is put together: nothing is exactly what would be written yet
        parts = (BackToReports(tools), self._title, self._about, self._buttons, held(self._holds), held(self._inside))
        self.setLayout(column(centred(held(column(*parts, gap=12)), WIDTH)))
        self._text.clicked.connect(lambda: self._choose("txt"))
        self._json.clicked.connect(lambda: self._choose("json"))
        self._details.clicked.connect(lambda: tools.go(Place("record", place.record, "submission", AT_SENDER)))
        for button in (self._text, self._json):
            button.setEnabled(False)
        self.retranslate()

    def begin(self) -> None:
        """The button that writes, or what leads to what lacks."""
        (self._text if self._text.isEnabled() else self._details).setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Nearly every record may be in it; nothing is taken from under the hands of who is writing."""
        if changes is None:
            self._keep_all({})  # what stands on the screen may have to go from it
        if changes is None or not any(one.typed is not None for one in self._fields):
            self._ask()

    def keep_draft(self) -> None:
        """What is being written by hand is kept with the form."""
        self._keep_all({})

    def leave(self) -> None:
        """The same; what was asked of it is no longer asked."""
        self.keep_draft()
        self._sent.leave()

    def retranslate(self) -> None:
        """Every word of the page."""
        self._about.setText(
            self.tr(
                "This is exactly what would be written, in English, as the mechanisms take it. What you write by hand "
                "stands instead of what the records say."
            )
        )
        self._text.setText(self.tr("&Write as text…"))
        self._json.setText(self.tr("Write for &programs (JSON)…"))
        self._sent.retranslate()
        self._details.setText(self.tr("Fill in what only the sender &knows…"))
        self._keep_all({})
        self._ask()

    def _ask(self) -> None:
        record = self._place.record

        def look(ws: Workspace) -> Shown:
            preview = submission.preview(ws, record)
            called = naming.called_all(ws, [one.person for one in preview.asked])
            told = naming.called_all(ws, [one.record for one in preview.left_out if one.kind == "act"])
            out = (
                (told[one.record], submission.left_out_words(ws, one)) for one in preview.left_out if one.kind == "act"
            )
            return Shown(preview, called, tuple(out))

        self.tools.worker.submit(look, self._show, owner=self, look=True)

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        preview, language = shown.preview, self.tools.language.code
        self._title.setText(self.tools.vocabularies.label("submission_forms", preview.form, language))
        self._show_holds(shown)
        clear(self._inside)
        self._filled = QVBoxLayout()
        self._filled.setSpacing(16)
        self._fields = []
        for one in preview.asked:
            person = FormPerson(self.tools, one, shown.called.get(one.person, one.code))
            person.consents_wanted.connect(self._note_answers)
            self._inside.addWidget(person)
        self._offer_people(shown)
        self._show_fields()
        for button in (self._text, self._json):
            button.setEnabled(preview.ready)
        self._sent.of(preview)
        for part in (self._about, self._buttons):
            part.show()

    def _offer_people(self, shown: Shown) -> None:
        """One person's fields at a time: what is asked once first; how many lack stands behind each."""
        preview = shown.preview
        if self._whose not in preview.names:
            self._whose = ""
        labels = {}
        for person in ("", *preview.names):
            called = shown.called.get(person, person) if person else self.tr("Asked once")
            lacking = len(preview.lacking(person))
            labels[person] = self.tr("{who} · {count} lacking").format(who=called, count=lacking) if lacking else called
        choice = Choice(labels)
        choice.name(self.tr("Fields"))
        choice.choose(self._whose)
        choice.on_chosen(self._look_at)
        self._inside.addWidget(choice)
        self._inside.addWidget(held(self._filled))

    def _look_at(self, person: str) -> None:
        """What is being written of one is kept before another is looked at."""
        self._whose = person
        if any(one.typed is not None for one in self._fields):
            self._keep_all({})
        else:
            self._show_fields()

    def _show_fields(self) -> None:
        clear(self._filled)
        self._fields = []
        section = ""
        for line in self._shown.preview.lines if self._shown else ():
            if line.person != self._whose:
                continue
            if line.section != section:
                section = line.section
                self._filled.addWidget(Heading(section, level=3))
            self._add(line)

    def _show_holds(self, shown: Shown) -> None:
        """What holds it back, the most pressing first; or that nothing does."""
        clear(self._holds)
        preview = shown.preview
        if self.tools.language.code == CHINESE:
            self._holds.addWidget(Told(self.tools, "info", self._language_words(preview)))
        if preview.urgent_until is not None:
            until = date_words(preview.urgent_until, self.tools.language.code)
            urgent = self.tr("Urgent until {day}: less than three months since the disappearance.").format(day=until)
            self._holds.addWidget(Told(self.tools, "warning", urgent))
        for stop in preview.stops:
            note = note_of(stop, self.tools.language)
            words = f"{note.what} {note.next}" if stop.code in UNSEEN else note.what  # nothing below says how
            for one in preview.asked:  # a refusal names nobody; the page does, as it does beneath
                words = words.replace(one.code, shown.called.get(one.person, one.code))
            self._holds.addWidget(Told(self.tools, "danger", words))
        for what, why in shown.left_out:
            self._holds.addWidget(
                Told(self.tools, "info", self.tr("Left out: {what} ({why})").format(what=what, why=why))
            )
        fields = fields_of(preview.form, self.tools.vocabularies["un_form_fields"], self.tools.language.code)
        for rule in (one for one in fields if one.rule):
            self._holds.addWidget(Told(self.tools, "info", rule.label))
        mandates = self.tools.vocabularies["un_mandates"]
        goes_to = " · ".join(mandates.label(code, self.tools.language.code) for code in preview.mandates)
        if goes_to:
            self._holds.addWidget(Told(self.tools, "info", self.tr("It goes to: {whom}").format(whom=goes_to)))
        if preview.ready:
            self._holds.addWidget(Told(self.tools, "done", self.tr("Nothing is missing that the form must have.")))

    def _language_words(self, preview: Preview) -> str:
        """In which language the file will be, and why, for whoever works in another."""
        if preview.form == SANCTIONS:
            return self.tr(
                "The file will be in English, whatever language the window speaks, since whoever imposes sanctions "
                "reads English. Have somebody read it who knows both languages before it goes."
            )
        return self.tr(
            "The file will be in English, whatever language the window speaks: the UN’s human rights offices work in "
            "English, French and Spanish. Chinese is an official language of the UN, but what comes in it may have to "
            "be translated there first, which takes time. Have somebody read the file who knows both languages before "
            "it goes."
        )

    def _add(self, line: Line) -> None:
        one = FormField(self.tools, line)
        one.written.connect(self._write_text)
        one.led.connect(self._lead)
        self._fields.append(one)
        self._filled.addWidget(one)

    def _write_text(self, key: str, text: str) -> None:
        """Keep it, with whatever else is being written; then all is shown anew."""
        self._keep_all({key: text})

    def _keep_all(self, more: Mapping[str, str]) -> None:
        typed = {one.key: one.typed for one in self._fields}
        texts = {key: words for key, words in typed.items() if words is not None} | dict(more)
        record = self._place.record
        if texts:

            def write(ws: Workspace) -> Changes:
                return submission.write_texts(ws, record, texts)

            self._fields = []
            self.tools.worker.submit(write, lambda _changes: None, owner=self.tools.worker)

    def _lead(self, where: Where) -> None:
        """To the record and field that lacks; a record that has still to be made is begun."""
        at = ((FIELD, where.path),) if where.path else ()
        if where.kind == "submission":
            self.tools.go(Place("record", self._place.record, "submission", at))
        elif where.record:
            self.tools.go(Place("record", where.record, where.kind, at))
        else:
            people = [one.person for one in self._shown.preview.asked] if self._shown else []
            whose = self._whose or (people[0] if len(people) == 1 else "")
            field_ = {"name": "person", "defender_profile": "person", "identity": "of", "consent": "person"}.get(
                where.kind
            )
            given = where.given or (((field_, whose),) if field_ and whose else ())
            self.tools.go(Place("record", kind=where.kind, given=given))

    def _note_answers(self, person: str, use: str) -> None:
        self.tools.go(Place("record", kind="consent", given=(("person", person), (USE, use))))

    def _choose(self, as_: Form) -> None:
        shown = self._shown
        if shown is not None:
            choose_new_file(
                self, self.tr("Write the form"), f"form.{as_}", lambda to: self._write(shown.preview, to, as_)
            )

    def _write(self, preview: Preview, to: Path, as_: Form) -> None:
        def write(ws: Workspace) -> Path:
            return submission_file.write(ws, preview, to, as_)

        self.tools.worker.submit(write, lambda _path: self._written(), owner=self, failed=self._not_written)

    def _not_written(self, error: JiashuError) -> None:
        """What changed meanwhile is looked at again before anything leaves."""
        self.tools.tell(note_of(error, self.tools.language))
        self._ask()

    def _written(self) -> None:
        self.tools.tell(
            Note(
                "done",
                self.tr("The form is written, not encrypted. It was noted who is in it."),
                self.tr("Whoever holds the file can read it. Delete it once it was sent."),
            )
        )
