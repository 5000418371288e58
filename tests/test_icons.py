"""The icons are one set: one grid, one line, one colour that the window can tint."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtSvg import QSvgRenderer

from desktop.places import resources

ICONS = sorted(path for path in (resources() / "icons").glob("*.svg") if path.stem != "jiashu")


def icon_id(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", ICONS, ids=icon_id)
def test_an_icon_stands_on_the_common_grid(path: Path) -> None:
    assert ElementTree.parse(path).getroot().get("viewBox") == "0 0 24 24"


@pytest.mark.parametrize("path", ICONS, ids=icon_id)
def test_an_icon_has_one_colour_that_can_be_tinted(path: Path) -> None:
    drawn = [element.get(name) for element in ElementTree.parse(path).iter() for name in ("fill", "stroke")]
    assert set(drawn) <= {None, "none", "currentColor"}


@pytest.mark.parametrize("path", [*ICONS, resources() / "icons" / "jiashu.svg"], ids=icon_id)
def test_qt_can_draw_an_icon(path: Path, qapp: QGuiApplication) -> None:
    assert QSvgRenderer(str(path)).isValid()
