"""Fields of a record this program does not know: shown as they are, kept and passed on, edited by nobody here."""

from __future__ import annotations

from desktop.casework.records import Shown
from desktop.ui.layout import column
from desktop.ui.plain import Heading, PlainLabel, one_line
from desktop.ui.speaking import Speaking

MOST = 40  # fields; a hostile record may have thousands


class NewerFields(Speaking):
    """A heading and a line a field, under a form; hidden where there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._said: tuple[Heading, PlainLabel, PlainLabel] | None = None  # made once there are some: mostly never
        self.hide()

    def show_record(self, shown: Shown) -> None:
        """Take on a record."""
        if shown.newer and self._said is None:
            self._said = Heading(level=3), PlainLabel(wrap=True).be(quiet=True), PlainLabel(wrap=True)
            self.setLayout(column(*self._said, gap=4))
            self.retranslate()
        if self._said is not None:
            fields = (f"{one_line(one.label)}: {one_line(one.text)}" for one in shown.newer[:MOST])
            self._said[-1].setText("\n".join(fields))
        self.setVisible(bool(shown.newer))

    def retranslate(self) -> None:
        """What stands above the fields."""
        if self._said is None:
            return
        title, about, _fields = self._said
        title.setText(self.tr("Of a newer program"))
        about.setText(self.tr("This program does not know these fields. They are kept and passed on as they are."))
