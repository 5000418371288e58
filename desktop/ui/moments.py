"""Times and sizes in words, in the window's language and the machine's own time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtCore import QDateTime, QLocale

from desktop.domain.date_show import show_edtf
from desktop.ui.language import CHINESE

LOCALES = {CHINESE: QLocale(QLocale.Language.Chinese, QLocale.Country.China)}
GROUP = 8
ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def moment(at: int, language: str) -> str:
    """UTC seconds as day and time, month in words so that nobody mixes it up with the day."""
    form = "yyyy年M月d日 HH:mm" if language == CHINESE else "d MMMM yyyy, HH:mm"
    return _locale(language).toString(QDateTime.fromSecsSinceEpoch(at), form)


def day(at: int, language: str) -> str:
    """UTC seconds as the day it was here; nothing for a time no calendar has, since times are claims."""
    try:
        return date_words(datetime.fromtimestamp(at, UTC).astimezone().date(), language)
    except (OverflowError, ValueError, OSError):
        return ""


def date_words(said: date, language: str) -> str:
    """A day as dates in records read, so that no list has two ways to write one."""
    return show_edtf(said.isoformat(), language)


def checksum(digits: str) -> str:
    """In groups, so that an eye can compare it and a narrow line can end between two."""
    return " ".join(digits[start : start + GROUP] for start in range(0, len(digits), GROUP))


def clock_time(at: int) -> str:
    """UTC seconds as the time of day alone, for what is less than a day away."""
    return QDateTime.fromSecsSinceEpoch(at).toString("HH:mm")


def size(count: int, language: str) -> str:
    """Bytes as a person counts them."""
    return _locale(language).formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def number(count: int, language: str) -> str:
    """A count with its thousands apart."""
    return _locale(language).toString(count)


def _locale(language: str) -> QLocale:
    return LOCALES.get(language, ENGLISH)
