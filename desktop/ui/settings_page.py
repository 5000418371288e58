"""Settings: language, looks, when to lock, the passphrase. All of it is kept inside the vault."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QPushButton

from desktop.casework import vaults
from desktop.casework.workspace import JSON, Workspace
from desktop.ui import language, theme
from desktop.ui.choice import Choice
from desktop.ui.flow import Flow
from desktop.ui.interview import IDLE, IDLE_MINUTES, INTERVIEW, INTERVIEW_MINUTES
from desktop.ui.layout import centred, column, held, row, sheet
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.tools import Tools

MINUTES = (1, 2, 5, 10, 15, 30)
LISTENING = (15, 30, 60, 90)


class SettingsPage(Page):
    """Each choice counts at once."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._title = Heading()
        self._labels = [PlainLabel() for _ in range(7)]
        self._languages = Choice(language.NAMES)
        self._themes = Choice(dict.fromkeys((theme.SYSTEM, theme.LIGHT, theme.DARK), ""))
        self._sizes = Choice({str(size): f"{size} %" for size in theme.TEXT_SIZES})
        self._minutes = Choice({str(count): "" for count in MINUTES})
        self._listening = Choice({str(count): "" for count in LISTENING})
        self._passphrase = QPushButton()
        self._verify, self._export = QPushButton(), QPushButton()
        self._about_idle, self._about_away = (PlainLabel(wrap=True).be(quiet=True) for _ in range(2))
        self._lay_out()
        self._languages.choose(tools.language.code)
        self._themes.choose(tools.theme.choice)
        self._sizes.choose(str(tools.theme.text_size))
        self._languages.on_chosen(self._speak)
        self._themes.on_chosen(self._paint)
        self._sizes.on_chosen(self._enlarge)
        self._minutes.on_chosen(lambda count: self._keep(IDLE, int(count)))
        self._listening.on_chosen(lambda count: self._keep(INTERVIEW, int(count)))
        self._passphrase.clicked.connect(lambda: tools.go(Place("passphrase")))
        self._verify.clicked.connect(lambda: tools.go(Place("verify")))
        self._export.clicked.connect(lambda: tools.go(Place("export")))
        tools.theme.changed.connect(self._show_looks)
        self.retranslate()
        tools.worker.submit(_minutes, self._show_minutes, owner=self)

    def begin(self) -> None:
        """The first choice."""
        self._languages.setFocus()

    def retranslate(self) -> None:
        """Every word of the page."""
        self._title.setText(self.tr("Settings"))
        names = (
            self.tr("Language"),
            self.tr("Looks"),
            self.tr("Size of text"),
            self.tr("Lock when nobody is there"),
            self.tr("During an interview"),
            self.tr("Passphrase"),
            self.tr("The whole vault"),
        )
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
        named = (self._languages, self._themes, self._sizes, self._minutes, self._listening)
        for choice, name in zip(named, names, strict=False):
            choice.name(name)
        self._themes.say({"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")})
        for choice, counts in ((self._minutes, MINUTES), (self._listening, LISTENING)):
            choice.say({str(count): self.tr("{count} min").format(count=count) for count in counts})
        self._about_idle.setText(self.tr("The screen is cleared at once; what was typed comes back after unlocking."))
        self._about_away.setText(
            self.tr(
                "An interview in progress is ticked where it is written down. Whatever is set here, the vault locks "
                "when the screen is locked, when the machine sleeps or is shut down, and when its session ends."
            )
        )
        self._passphrase.setText(self.tr("&Change the passphrase…"))
        self._verify.setText(self.tr("Chec&k it…"))
        self._export.setText(self.tr("&Take everything out…"))

    def _speak(self, code: str) -> None:
        self.tools.language.choose(code)
        self.tools.worker.look_otherwise(lambda ws: ws.speaking(code))
        self._keep("language", code)

    def _paint(self, choice: str) -> None:
        self.tools.theme.choose(choice)
        self._keep("theme", choice)

    def _enlarge(self, size: str) -> None:
        self.tools.theme.enlarge(int(size))
        self._keep("text_size", int(size))

    def _show_looks(self) -> None:
        """Keys change the size of text too."""
        self._sizes.choose(str(self.tools.theme.text_size))

    def _keep(self, name: str, value: JSON) -> None:
        def keep(ws: Workspace) -> None:
            vaults.set_setting(ws, name, value)

        tools = self.tools  # it counts although somebody leaves the page at once
        tools.worker.submit(keep, lambda _none: tools.setting_changed(name, value), owner=tools.worker)

    def _show_minutes(self, minutes: tuple[JSON, JSON]) -> None:
        idle, listening = minutes
        self._minutes.choose(str(idle))
        self._listening.choose(str(listening))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(16)
        grid.setColumnStretch(1, 1)
        buttons = (held(row(self._passphrase, None)), held(Flow(self._verify, self._export)))
        controls = (self._languages, self._themes, self._sizes, self._minutes, self._listening, *buttons)
        abouts = {self._minutes: self._about_idle, self._listening: self._about_away}
        line = 0
        for label, control in zip(self._labels, controls, strict=True):
            grid.addWidget(label, line, 0)
            grid.addWidget(control, line, 1)
            line += 1
            if control in abouts:
                grid.addWidget(abouts[control], line, 1)
                line += 1
        self.setLayout(column(centred(held(column(self._title, sheet(grid), gap=16)), 720)))


def _minutes(ws: Workspace) -> tuple[JSON, JSON]:
    return vaults.setting(ws, IDLE, IDLE_MINUTES), vaults.setting(ws, INTERVIEW, INTERVIEW_MINUTES)
