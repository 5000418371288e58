"""What is hidden in a BMP: bytes where no picture is, and nothing of how it is built."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

import pytest
from PIL import Image

from desktop.formats.hidden import pictures

WIDTH, HEIGHT = 5, 4


def bmp(mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (WIDTH, HEIGHT), "red" if mode == "RGB" else 1).save(out, "BMP")
    return out.getvalue()


def built(
    bits: int, pixels: bytes, *, header: int = 40, compression: int = 0, height: int = HEIGHT, rest: bytes = b""
) -> bytes:
    """A picture with a header of its own. rest: of the header, masks or palette."""
    info = struct.pack("<IiiHHIIiiII", header, WIDTH, height, 1, bits, compression, len(pixels), 0, 0, 0, 0)
    head = info + rest
    return struct.pack("<2sIHHI", b"BM", 14 + len(head) + len(pixels), 0, 0, 14 + len(head)) + head + pixels


def told(data: bytes) -> list[tuple[str, str, str]]:
    return [(one.group, one.name, one.value) for one in pictures.read(data)]


def plain() -> Iterator[tuple[str, bytes]]:
    """As programs write them."""
    masks = struct.pack("<III", 0xFF0000, 0xFF00, 0xFF)
    alpha = masks + struct.pack("<I", 0xFF000000)
    yield "24 bits", bmp()
    yield "a palette", bmp("L")
    yield "one bit", bmp("1")
    yield "32 bits", built(32, b"\x01\x02\x03\x00" * WIDTH * HEIGHT)
    yield "32 bits, opaque", built(32, b"\x01\x02\x03\xff" * WIDTH * HEIGHT)
    yield "from top to bottom", built(32, b"\x01\x02\x03\x00" * WIDTH * HEIGHT, height=-HEIGHT)
    yield "masks", built(32, b"\x01\x02\x03\x00" * WIDTH * HEIGHT, compression=3, rest=masks)
    yield "transparent", built(32, bytes(range(80)), header=108, compression=3, rest=alpha.ljust(68, b"\0"))
    yield "16 bits", built(16, (b"\x11\x22" * WIDTH + b"\0\0") * HEIGHT)
    yield "packed", built(8, b"\x05\x07\0\0" * HEIGHT + b"\0\x01", compression=1, rest=bytes(1024))
    yield "filled up", bmp() + b"\0\0"


@pytest.mark.parametrize("data", [pytest.param(data, id=name) for name, data in plain()])
def test_however_a_bmp_is_built_nothing_is_hidden_in_it_nor_in_its_cleaned_copy(data: bytes) -> None:

    assert told(data) == []
    assert told(pictures.clean(data)) == []


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (bmp() + b"behind", 6),
        (built(32, b"\x01\x02\x03\x00" * WIDTH * HEIGHT) + b"behind", 6),
        (built(8, b"\x05\x07\0\0" * HEIGHT + b"\0\x01behind", compression=1, rest=bytes(1024)), 6),
        (built(24, bytes(16 * HEIGHT), rest=b"between"), 7),
        (built(32, b"\x01\x02\x03s\x01\x02\x03e" * (WIDTH * HEIGHT // 2)), WIDTH * HEIGHT),
        (built(24, (bytes(15) + b"s") * HEIGHT), HEIGHT),
    ],
    ids=["behind", "behind 32 bits", "behind packed", "between", "in the fourth byte", "in what fills up a line"],
)
def test_bytes_where_no_picture_is_are_told_and_go(data: bytes, size: int) -> None:
    assert told(data) == [("behind", "bytes", f"{size} B")]
    assert told(pictures.clean(data)) == []


def test_bytes_that_call_themselves_colours_no_pixel_can_have_are_told_and_go() -> None:
    data = bytearray(built(24, bytes(16 * HEIGHT), rest=b"in place of colours."))
    struct.pack_into("<I", data, 46, 5)
    assert told(bytes(data)) == [("behind", "bytes", "20 B")]
    assert told(pictures.clean(bytes(data))) == []


def test_a_colour_profile_of_a_bmp_is_told_as_one_and_goes() -> None:
    pixels = bytes(16 * HEIGHT)
    rest = b"\0" * 16 + b"DEBM" + bytes(48) + struct.pack("<IIII", 0, 124 + len(pixels), 7, 0)
    data = built(24, pixels, header=124, rest=rest) + b"profile"
    assert told(data) == [("properties", "colour_profile", "7 B")]
    assert told(pictures.clean(data)) == []
