"""All fields of a record as one: those of its form, and those with editors beside it."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.casework.workspace import JSON
from desktop.ui.editors import Editor
from desktop.ui.form import Form
from desktop.ui.notice import Note
from desktop.ui.untaken import gathered, not_taken, spread, standing_in


class RecordFields:
    """Shows and gives values; knows of no vault.

    own: editors beside the form, by field, for fields the form leaves out.
    """

    def __init__(self, form: Form, own: Mapping[str, Editor]) -> None:
        self._form = form
        self._own = dict(own)

    def allow(self, on: bool) -> None:
        """Whether anything can be typed: not into what is gone, nor into what stands empty for damage."""
        self._form.setEnabled(on)
        for editor in self._own.values():
            editor.setEnabled(on)

    def fill(self, nested: Mapping[str, JSON]) -> None:
        """Show a record's values."""
        self._form.fill(dict(nested))
        for name, editor in self._own.items():
            editor.put(nested.get(name))

    def know(self, called: Mapping[str, str]) -> None:
        """What records are called that may be put."""
        self._form.know(called)
        for editor in self._own.values():
            editor.know(called)

    def settle(self) -> None:
        """What is typed in a field with a list is what it is in the list, if it is exactly one thing there."""
        self._form.settle()
        for editor in self._own.values():
            editor.settle()

    def stand(self) -> dict[str, JSON]:
        """Every field one can see, as it stands."""
        return {**self._form.stand(), **{name: editor.value() for name, editor in self._own.items()}}

    def untaken(self) -> dict[str, JSON]:
        """Words that are in no value, since they are not in the list of their field."""
        return {**self._form.untaken(), **gathered(self._own)}

    def not_taken(self, safe: str = "") -> Note:
        """Which fields such words stand in. safe: what became of the words; else they stay where they stand."""
        return not_taken(standing_in(self._form, *self._own.values()), safe)

    def overlay(self, values: Mapping[str, JSON], words: Mapping[str, JSON]) -> None:
        """Show values that were typed and not saved over those that stand there, and words that were in no list."""
        self._form.overlay(values)
        for name, editor in self._own.items():
            if name in values:
                editor.put(values[name])
        self._form.put_untaken(words)
        spread(self._own, words)
