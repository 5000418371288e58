"""What follows from a record's dates, in quiet lines above its form: how long it lasted, how old somebody was."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.casework import reckoning
from desktop.casework.reckoning import Reckoned
from desktop.casework.records import Shown
from desktop.casework.workspace import Changes
from desktop.errors import JiashuError
from desktop.ui.layout import column
from desktop.ui.plain import PlainLabel, one_line
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

KINDS = frozenset({"act", "person"})
MOST = 12  # lines; a hostile record may have thousands of stays


class ReckonedLines(Speaking):
    """Hidden while nothing follows."""

    def __init__(self, tools: Tools, kind: str) -> None:
        super().__init__()
        self._tools = tools
        self._kind = kind
        self._record = ""
        self._early = False
        self._told: tuple[Reckoned, ...] = ()
        self._lines: tuple[PlainLabel, PlainLabel] | None = None  # sure and in doubt, made once something follows
        self.hide()

    def ask_before(self, record: str) -> None:
        """Of a record about to be read: these lines are there by then, and push nothing down that was painted. Asked
        behind it they come too late now and then."""
        self._record, self._early = record, True
        self._ask()

    def show_record(self, shown: Shown) -> None:
        """A record was read, perhaps not for the first time; what follows from it now comes a moment later."""
        early, self._early, self._record = self._early, False, shown.id
        if not early:
            self._ask()

    def refresh(self, changes: Changes | None) -> None:
        """A birth elsewhere may say more now."""
        if changes is None or {"person", "identity"} & changes.kinds:
            self._ask()

    def retranslate(self) -> None:
        """Every line."""
        if self._told and self._lines is None:
            self._lines = PlainLabel(wrap=True).be(quiet=True), PlainLabel(wrap=True).be(warning=True)
            self.setLayout(column(*self._lines, gap=4))
        if self._lines is not None:
            for label, doubt in zip(self._lines, (False, True), strict=True):
                label.setText("\n".join(self._line(one) for one in self._told[:MOST] if one.doubt is doubt))
                label.setVisible(bool(label.text()))
        self.setVisible(bool(self._told))

    def _ask(self) -> None:
        record = self._record
        if not record or self._kind not in KINDS:
            return
        failed = self._not_reckoned if self._early else None
        self._tools.worker.submit(
            lambda ws: reckoning.reckoned(ws, record), self._show, owner=self, look=True, failed=failed
        )

    def _not_reckoned(self, _error: JiashuError) -> None:
        """Whatever is wrong with the record is told by whoever reads it."""

    def _show(self, told: tuple[Reckoned, ...]) -> None:
        self._told = told
        self.retranslate()

    def _line(self, one: Reckoned) -> str:
        said = self._sentences().get(one.code)
        return said().format(text=one_line(one.text), about=one_line(one.about) or "?") if said else ""

    def _sentences(self) -> Mapping[str, Callable[[], str]]:
        return {
            "duration": lambda: self.tr("Lasted: {text}"),
            "stay": lambda: self.tr("Held in {about}: {text}"),
            "age": lambda: self.tr("At the time: {text}"),
            "child": lambda: self.tr("At the time: {text}, a child"),
            "perhaps_child": lambda: self.tr("At the time: {text}, perhaps a child"),
            "unfit": lambda: self.tr("The age stated, {text}, does not fit what is known of the birth. Both stay."),
            "born_later": lambda: self.tr("This lies before the birth that is recorded: one of the two does not fit."),
            "born": lambda: self.tr("By the age given: born {text}"),
            "age_now": lambda: self.tr("Today: {text}"),
        }
