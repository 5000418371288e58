"""The window's language, switched while running: English is what stands in the source, the rest are Qt translations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

if TYPE_CHECKING:
    from desktop.messages import Messages

ENGLISH, CHINESE = "en", "zh_Hans"
NAMES = {ENGLISH: "English", CHINESE: "简体中文"}  # each in its own words, so that one finds home from anywhere
QT_NAMES = {CHINESE: "zh_CN"}


def system_language() -> str:
    """The language the system speaks, if the window speaks it too; else English."""
    return CHINESE if QLocale.system().language() == QLocale.Language.Chinese else ENGLISH


class Language(QObject):
    """Installs translators; Qt then tells every widget, which retranslates itself (`LanguageChange`)."""

    changed = Signal(str)

    def __init__(self, application: QCoreApplication, resources: Path, code: str) -> None:
        super().__init__()
        self._application = application
        self._resources = resources
        self._translators: list[QTranslator] = []
        self._code = ENGLISH
        self._messages: Messages | None = None
        self.choose(code)

    @property
    def code(self) -> str:
        """``en`` or ``zh_Hans``, as the labels of `domain` take it."""
        return self._code

    @property
    def messages(self) -> Messages:
        """The sentences for failures, in this language."""
        return self.read_messages()

    def read_messages(self) -> Messages:
        """Have them at hand, now or once the window is painted, since no screen needs them before something fails."""
        if self._messages is None:
            from desktop.messages import Messages

            self._messages = Messages.load(self._resources / "messages", self._code)
        return self._messages

    def choose(self, code: str) -> None:
        """Speak another language from now on; an unknown one is English."""
        chosen = code if code in NAMES else ENGLISH
        if chosen == self._code and (self._translators or chosen == ENGLISH):
            return
        self._code = chosen
        if self._messages is not None:
            self._messages = None
            self.read_messages()
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = [translator for translator in self._wanted() if not translator.isEmpty()]
        for translator in self._translators:
            self._application.installTranslator(translator)
        self.changed.emit(chosen)

    def _wanted(self) -> list[QTranslator]:
        if self._code == ENGLISH:
            return []
        ours, qts = QTranslator(self), QTranslator(self)
        ours.load(f"jiashu_{self._code}", str(self._resources / "translations"))
        qts.load(f"qtbase_{QT_NAMES[self._code]}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        return [qts, ours]  # asked in the reverse order of installing
