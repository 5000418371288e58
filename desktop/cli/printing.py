"""What goes to the terminal: untrusted characters made visible, JSON for machines, sentences for people."""

from __future__ import annotations

import json
import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from desktop.domain.date_show import show_edtf
from desktop.errors import Hindered

# Controls move the cursor or colour the screen; format characters turn the direction of writing or hide.
_JSON_UNSAFE = re.compile("[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_UNSAFE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def escaped(text: str) -> str:
    """The text on one line, with every character that a terminal would obey, or not show, spelled out."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_spelled(sign) if unicodedata.category(sign) in _UNSAFE else sign for sign in text)


def as_json(value: Any) -> str:
    """One line of JSON that a terminal can show safely and a program can read."""
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _JSON_UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def say(text: str = "") -> None:
    """A line on standard output; line ends within the text stay, nothing else that is not text does."""
    _print("\n".join(escaped(line) for line in text.split("\n")))


def say_json(value: Any) -> None:
    """A line of JSON on standard output."""
    _print(as_json(value))


def _print(text: str) -> None:
    with _told():
        sys.stdout.write(text + "\n")


def end() -> None:
    """Whatever is still to be printed; Hindered `output.failed`."""
    with _told():
        sys.stdout.flush()


def drop() -> None:
    """Print nothing more: nobody listens, or what listens cannot keep it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _told() -> Iterator[None]:
    """Say that standard output, a file on a full disk perhaps, took no more. Hindered `output.failed`."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError:
        drop()
        raise Hindered("output.failed") from None


def warn(text: str) -> None:
    """A line on standard error, where scripts do not look for results."""
    sys.stderr.write("\n".join(escaped(line) for line in text.split("\n")) + "\n")


def _spelled(sign: str) -> str:
    number = ord(sign)
    if sign == "\t":
        return "\\t"
    if sign == "\n":
        return "\\n"
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"


def claimed(seconds: int) -> str:
    """A time somebody's clock claimed, in UTC, to the minute."""
    try:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M")
    except (OverflowError, ValueError, OSError):  # claims are not checked
        return str(seconds)


def day(seconds: int, language: str) -> str:
    """The day of a time in UTC, in words."""
    return show_edtf(datetime.fromtimestamp(seconds, UTC).date().isoformat(), language)
