"""What Fusion alone does not draw calmly enough: fields, buttons, tables, the navigation."""

from __future__ import annotations

from typing import Protocol


class Painted(Protocol):
    """The colours a stylesheet names (`ui.theme.Colours`)."""

    @property
    def window(self) -> str: ...
    @property
    def base(self) -> str: ...
    @property
    def raised(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def quiet(self) -> str: ...
    @property
    def line(self) -> str: ...
    @property
    def control(self) -> str: ...
    @property
    def accent(self) -> str: ...
    @property
    def on_accent(self) -> str: ...
    @property
    def chosen(self) -> str: ...
    @property
    def danger(self) -> str: ...
    @property
    def warning(self) -> str: ...
    @property
    def good(self) -> str: ...


_SIGN, _ROOM_SIGN, _BOX = 16, 20, 15  # pixels beside letters of the plain size
_PLAIN = 100  # per cent
_BAR = 14  # pixels


def stylesheet(c: Painted, letters: int = _PLAIN) -> str:
    """The whole stylesheet in the colours given. Lengths are pixels; text sizes are left to fonts.

    letters: their size in per cent of the plain one; the signs on buttons and the boxes to tick grow with them.
    """
    return "\n".join((_fields(c), _buttons(c), _lists(c), _frames(c), _bars(c), _signs(letters)))


def _signs(letters: int) -> str:
    rooms = f'QListView[navigation="true"] {{ icon-size: {_ROOM_SIGN * letters // _PLAIN}px; }}'
    if letters <= _PLAIN:
        return rooms
    box = f"{{ width: {_BOX * letters // _PLAIN}px; height: {_BOX * letters // _PLAIN}px; }}"
    boxes = f"QCheckBox::indicator {box}\nQAbstractItemView::indicator {box}"
    return f"{rooms}\nQPushButton, QToolButton {{ icon-size: {_SIGN * letters // _PLAIN}px; }}\n{boxes}\n"


def _fields(c: Painted) -> str:
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit {{
    background: {c.base}; color: {c.text}; border: 1px solid {c.control}; border-radius: 4px;
    padding: 5px 8px; selection-background-color: {c.accent}; selection-color: {c.on_accent};
}}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {c.accent}; padding: 4px 7px; }}
QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {c.window}; border-color: {c.line}; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ background: {c.window}; color: {c.quiet}; border-color: {c.line}; }}
QLineEdit[strange="true"] {{ border-color: {c.warning}; }}
QTextEdit[marked="true"] {{ background: transparent; border: 1px solid transparent; padding: 0; }}
QTextEdit[marked="true"]:focus {{ border: 1px solid {c.accent}; padding: 0; }}
QPlainTextEdit[reading="true"] {{ background: {c.base}; border: none; padding: 12px 16px; }}
"""


def _buttons(c: Painted) -> str:
    return f"""
QPushButton {{
    background: {c.base}; color: {c.text}; border: 1px solid {c.control}; border-radius: 4px; padding: 6px 14px;
}}
QPushButton:hover {{ background: {c.raised}; }}
QPushButton:pressed {{ background: {c.line}; }}
QPushButton:focus {{ border: 2px solid {c.accent}; padding: 5px 13px; }}
QPushButton:disabled {{ color: {c.quiet}; border-color: {c.line}; background: {c.window}; }}
QPushButton[primary="true"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
QPushButton[primary="true"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[primary="true"]:disabled {{ background: {c.raised}; color: {c.quiet}; border-color: {c.line}; }}
QPushButton[danger="true"] {{ color: {c.danger}; border-color: {c.danger}; }}
QPushButton[danger="true"]:disabled {{ color: {c.quiet}; border-color: {c.line}; }}
QPushButton[choice="true"] {{ padding: 5px 16px; }}
QPushButton[choice="true"]:checked {{ background: {c.chosen}; border: 2px solid {c.accent}; padding: 4px 15px; }}
QCheckBox {{ spacing: 8px; }}
QCheckBox::indicator {{ width: {_BOX}px; height: {_BOX}px; border-radius: 3px; }}
QCheckBox::indicator:unchecked {{ background: {c.base}; border: 1px solid {c.control}; }}
QCheckBox::indicator:checked {{ background: {c.accent}; border: 1px solid {c.accent}; }}
QAbstractItemView::indicator:unchecked {{ background: {c.base}; border: 1px solid {c.control}; border-radius: 3px; }}
QCheckBox::indicator:focus {{ border: 2px solid {c.text}; }}
QToolButton {{ color: {c.text}; background: transparent; border: 1px solid transparent; border-radius: 4px;
    padding: 5px; }}
QToolButton:hover {{ background: {c.raised}; }}
QToolButton:checked {{ background: {c.chosen}; }}
QToolButton:focus {{ border: 1px solid {c.accent}; }}
QToolButton[fold="true"]:checked {{ background: transparent; }}
QToolButton[fold="true"] {{ font-weight: 600; padding: 6px 4px; text-align: left; }}
QToolButton[quiet="true"] {{ color: {c.quiet}; }}
"""


def _lists(c: Painted) -> str:
    return f"""
QTableView, QListView, QTreeView {{
    background: {c.base}; color: {c.text}; border: 1px solid {c.line}; border-radius: 4px;
    selection-background-color: {c.chosen}; selection-color: {c.text}; outline: none;
}}
QTableView::item, QListView::item, QTreeView::item {{ padding: 4px 8px; border: none; }}
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected {{
    background: {c.chosen}; color: {c.text};
}}
QTableView:focus, QListView:focus, QTreeView:focus {{ border: 1px solid {c.accent}; }}
QHeaderView {{ background: {c.window}; }}
QTableCornerButton::section {{ background: {c.window}; border: none; }}
QHeaderView::section {{
    background: {c.window}; color: {c.quiet}; border: none; border-bottom: 1px solid {c.line};
    padding: 6px 11px; font-weight: 600;
}}
QListView[navigation="true"] {{ background: {c.raised}; border: none; border-radius: 0; padding: 8px 0; }}
QListView[navigation="true"]::item {{ padding: 0 16px; border-left: 3px solid transparent; }}
QListView[navigation="true"]::item:selected {{ background: {c.window}; border-left: 3px solid {c.accent}; }}
QListView[navigation="true"]:focus {{ border: none; }}
QListView[offered="true"] {{ border: none; border-radius: 0; }}
QListView[beneath="true"] {{ border-top: 1px solid {c.line}; }}
"""


def _bars(c: Painted) -> str:
    """Scroll bars without arrows: a grip to drag, and the groove to press."""
    return f"""
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: {_BAR}px; }}
QScrollBar:horizontal {{ height: {_BAR}px; }}
QScrollBar::handle {{ background: {c.line}; border: 1px solid {c.control}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {c.control}; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _frames(c: Painted) -> str:
    return f"""
QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.line}; padding: 4px; }}
QLabel[quiet="true"] {{ color: {c.quiet}; }}
QLabel[differs="true"] {{ font-weight: 600; }}
QLabel[danger="true"] {{ color: {c.danger}; }}
QLabel[warning="true"] {{ color: {c.warning}; }}
QLabel[good="true"] {{ color: {c.good}; }}
QLabel[chip="true"] {{ background: {c.raised}; color: {c.text}; border-radius: 4px; padding: 2px 8px; }}
QFrame[chipped="true"] {{ background: {c.raised}; border: none; border-radius: 4px; }}
QFrame[popup="true"] {{ background: {c.base}; border: 1px solid {c.control}; }}
QFrame[sheet="true"] {{ background: {c.base}; border: 1px solid {c.line}; border-radius: 6px; }}
QFrame[notice="info"] {{ background: {c.raised}; border: none; border-left: 4px solid {c.accent}; }}
QFrame[notice="done"] {{ background: {c.raised}; border: none; border-left: 4px solid {c.good}; }}
QFrame[notice="warning"] {{ background: {c.raised}; border: none; border-left: 4px solid {c.warning}; }}
QFrame[notice="failure"] {{ background: {c.raised}; border: none; border-left: 4px solid {c.danger}; }}
QFrame[practice="true"] {{ background: {c.chosen}; border: none; }}
QFrame[side="true"] {{ background: {c.raised}; border: none; }}
QFrame[foot="true"] {{ background: {c.window}; border: none; border-top: 1px solid {c.line}; }}
QSplitter::handle {{ background: {c.line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollArea > QWidget > QWidget[page="true"] {{ background: {c.window}; }}
QMenu {{ background: {c.base}; color: {c.text}; border: 1px solid {c.line}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 3px; }}
QMenu::item:selected {{ background: {c.chosen}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 8px; }}
QProgressBar {{ border: none; background: {c.line}; border-radius: 3px; max-height: 6px; text-align: center; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
QSlider {{ min-height: 20px; }}
"""
