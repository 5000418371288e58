"""A date, kept in the words it was told in; under them how it is understood."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from desktop.casework.counting import Standing, standing
from desktop.casework.workspace import JSON
from desktop.domain.date_show import show_edtf
from desktop.domain.date_words import parse_words
from desktop.domain.dates import LUNAR
from desktop.domain.precision import how_it_is_known
from desktop.domain.relative_dates import relative_of
from desktop.ui.counted_from import CountedFrom
from desktop.ui.editors import Editor
from desktop.ui.entry import LineField
from desktop.ui.layout import column, into_sight
from desktop.ui.moved_date import MovedDate
from desktop.ui.plain import PlainLabel, one_line
from desktop.ui.tools import Tools


class ExampleField(LineField):
    """Shows an example while the caret is in it: a page full of examples would tire."""

    example = ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Here is how it may be written."""
        self.setPlaceholderText(self.example)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Quiet again."""
        self.setPlaceholderText("")
        super().focusOutEvent(event)


class DateEditor(Editor):
    """A date in anybody's words, with how it is understood beneath; the words are kept either way."""

    def __init__(self, tools: Tools, *, in_a_row: bool = False) -> None:
        """in_a_row: a “…” stands beside it, under which it can be counted from another date."""
        super().__init__()
        self._tools = tools
        self._in_a_row = in_a_row
        self._kept: dict[str, JSON] = {}
        self.field = ExampleField()
        self._understood: PlainLabel | None = None  # made once there is a date
        self._counting: CountedFrom | None = None
        self._stands: Standing | None = None
        self._moved: MovedDate | None = None  # made when it has something to say
        self.setFocusProxy(self.field)
        self._lines = column(self.field, gap=2)
        self.setLayout(self._lines)
        self.field.textEdited.connect(self._typed)
        self.retranslate()

    def put(self, value: JSON) -> None:
        """A date of a record."""
        self._kept = dict(value) if isinstance(value, dict) else {}
        words = str(self._kept.get("words") or self._kept.get("edtf") or "")
        if self.field.text() != words:  # else the caret stays where it is
            self.field.setText(words)
        self._look_where_from()
        self._tell()

    def value(self) -> JSON:
        """The date; one that was not touched stays exactly as it was."""
        return dict(self._kept) or None

    def call(self, name: str) -> None:
        """The field has the name."""
        self.field.setAccessibleName(name)

    def retranslate(self) -> None:
        """The example, and how the date is understood."""
        self.field.example = self.tr("2015-07-09, July 2015, 2015年7月上旬…")
        self._tell()

    def _typed(self, text: str) -> None:
        self._kept = parse_words(text).to_json() if text.strip() else {}
        self._stands = None
        self._tell()
        self.edited.emit()

    def also(self) -> Sequence[tuple[str, Callable[[], None]]]:
        """It may be counted from that of an event or an act."""
        return ((self.tr("Count it from another date…"), self._count),)

    def _count(self) -> None:
        self._stop_counting()
        self._counting = CountedFrom(self._tools, self.field.text().strip())
        self._counting.counted.connect(self._counted)
        self._counting.given_up.connect(self._give_up)
        self._put_beneath(self._counting)
        self._counting.setFocus()
        into_sight(self._counting)

    def _counted(self, date: JSON) -> None:
        self._stop_counting()
        self.put(date)
        self.field.setFocus()
        self.edited.emit()

    def _give_up(self) -> None:
        self._stop_counting()
        self.field.setFocus()

    def _stop_counting(self) -> None:
        panel, self._counting = self._counting, None
        if panel is not None:
            panel.hide()
            panel.deleteLater()

    def _look_where_from(self) -> None:
        """What it was counted from, and whether that has another date now."""
        self._stands = None
        kept = dict(self._kept)
        if relative_of(kept) is not None:

            def answer(stands: Standing | None) -> None:
                if self._kept == kept:
                    self._stands = stands
                    self._tell()

            self._tools.worker.submit(lambda ws: standing(ws, kept), answer, owner=self, look=True)

    def _count_again(self) -> None:
        if self._stands is not None and self._stands.again is not None:
            self.put(self._stands.again)
            self.edited.emit()

    def _tell_where_from(self) -> None:
        stands = self._stands
        changed = stands is not None and stands.changed
        if changed and self._moved is None:
            self._moved = MovedDate()
            self._moved.again_wanted.connect(self._count_again)
            self._put_beneath(self._moved)
        if self._moved is not None:
            self._moved.offer(stands is not None and stands.again is not None)
            self._moved.setVisible(changed)

    def _put_beneath(self, widget: QWidget) -> None:
        self._lines.addWidget(widget)

    def _tell(self) -> None:
        self._tell_where_from()
        words, edtf = self._kept.get("words"), self._kept.get("edtf")
        if isinstance(edtf, str):
            shown = show_edtf(edtf, self._tools.language.code)
            self._say("" if shown == words else self._said_to_be(self._with_kind(shown)))
        else:
            self._say(self._why_not(str(words)) if words else "")

    def _say(self, words: str) -> None:
        if self._understood is None and words:
            self._understood = PlainLabel(wrap=True).be(quiet=True)
            self._lines.insertWidget(1, self._understood)
        if self._understood is not None:
            self._understood.setText(words)
            self._understood.setVisible(bool(words))
            self.field.setAccessibleDescription(words)

    def _with_kind(self, shown: str) -> str:
        """With how exactly it is known, and by which calendar it was told: some day of several is not all of them."""
        terms, language = self._tools.vocabularies, self._tools.language.code
        known, calendar = how_it_is_known(self._kept), self._kept.get("calendar")
        told = [terms.label("date_precision", known, language)] if known not in {"", "day"} else []
        told += [terms.label("calendars", LUNAR, language)] if calendar == LUNAR else []
        return " · ".join([shown, *told])

    def _said_to_be(self, shown: str) -> str:
        title = one_line(self._stands.title) if self._stands is not None else ""
        if title:
            return self.tr("Understood as {date}, counted from: {title}").format(date=shown, title=title)
        return self.tr("Understood as {date}").format(date=shown)

    def _why_not(self, words: str) -> str:
        reasons: dict[str | None, str] = {
            "lunar": self.tr("Which day of the lunar calendar this was is not sure: kept in these words."),
            "impossible": self.tr("There is no such day: kept in these words. Look at day, month and weekday again."),
            "ambiguous": self.tr(
                "This can be meant in two ways: kept in these words. Write it out: 3 April 2023, from 2021 to 2023."
            ),
            "no_year": self.tr("Which year is not said: kept in these words. Add it with four digits, if it is known."),
            "short_year": self.tr("Write the year with four digits; until then it is kept in these words."),
            "apart": self.tr("Other days lie between these two: kept in these words."),
            "loose_ends": self.tr(
                "When it began or ended is not said exactly enough: kept in these words. "
                "If you mean some day in between, write “between … and …”."
            ),
        }
        if reason := reasons.get(parse_words(words).flag):
            return reason
        if self._in_a_row:
            return self.tr(
                "Not understood as a date: kept as it was said. Understood are 2015-07-09, July 2015, 2015年7月上旬. "
                "Under “…” it can be counted from another date."
            )
        return self.tr(
            "Not understood as a date: kept in these words. Understood are 2015-07-09, July 2015, 2015年7月上旬."
        )
