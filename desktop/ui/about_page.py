"""A citation, or a claim: the field it is about is chosen, and told, as the form of its record names it."""

from __future__ import annotations

from dataclasses import replace

from desktop.ui.form import Shape
from desktop.ui.record_form import RecordForm
from desktop.ui.sourcing.which_field import WhichFieldEditor


class AboutPage(RecordForm):
    """Offers the fields of the record it is about; nothing is offered while nobody has said which."""

    def shape(self) -> Shape:
        """The field is chosen, not typed: a word that names none would be about nothing."""
        return replace(
            super().shape(),
            editors={"field": lambda tools, _decl: WhichFieldEditor(tools, lambda: self.form.stand().get("of"))},
        )
