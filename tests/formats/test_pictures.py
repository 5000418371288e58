"""Pictures from strangers, decoded by a process without keys."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
import threading
import zlib
from pathlib import Path

import pytest
from PIL import Image

from desktop.errors import Refused
from desktop.formats import children, helper, pictures
from desktop.formats.pictures import PictureHelper
from tests.sources import ROOT

FORMATS = ["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"]
DECODER = PictureHelper()
PATIENCE = 30  # seconds something lives that nothing ends; no test waits for it
ON_UNIX = pytest.mark.skipif(sys.platform == "win32", reason="needs limits that exist on Unix only")


def drawn(form: str, size: tuple[int, int] = (40, 20), mode: str = "RGB", **options: object) -> bytes:
    """A picture, red on the left and blue on the right."""
    picture = Image.new("RGB", size, (255, 0, 0))
    picture.paste((0, 0, 255), (size[0] // 2, 0, *size))
    out = io.BytesIO()
    picture.convert(mode).save(out, form, **options)
    return out.getvalue()


def pixel(rgba: bytes, width: int, x: int, y: int) -> tuple[int, ...]:
    start = (y * width + x) * 4
    return tuple(rgba[start : start + 4])


def refused(data: bytes, code: str, decoder: PictureHelper = DECODER) -> None:
    with pytest.raises(Refused) as caught:
        decoder.decode(data)
    assert caught.value.code == code


@pytest.mark.parametrize("form", FORMATS)
def test_a_picture_becomes_pixels(form: str) -> None:
    picture = DECODER.decode(drawn(form))
    assert (picture.width, picture.height, picture.format) == (40, 20, form)
    left, right = pixel(picture.rgba, 40, 2, 2), pixel(picture.rgba, 40, 37, 17)
    assert left[0] > 200
    assert left[2] < 60
    assert right[2] > 200
    assert right[3] == 255


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16"])
def test_every_way_to_store_colours_is_shown(mode: str) -> None:
    assert len(DECODER.decode(drawn("PNG", mode=mode)).rgba) == 40 * 20 * 4


def test_deep_greys_are_not_burnt_out() -> None:
    out = io.BytesIO()
    Image.new("I;16", (4, 4), 0x8000).save(out, "PNG")
    assert pixel(DECODER.decode(out.getvalue()).rgba, 4, 1, 1) == (128, 128, 128, 255)


def test_a_large_picture_is_made_smaller() -> None:
    picture = DECODER.decode(drawn("JPEG", (3000, 1500)), max_side=300)
    assert (picture.width, picture.height) == (300, 150)
    assert (picture.full_width, picture.full_height) == (3000, 1500)


def test_a_photograph_taken_sideways_is_shown_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = DECODER.decode(drawn("JPEG", exif=exif.tobytes()))
    assert (picture.width, picture.height) == (20, 40)
    assert pixel(picture.rgba, 20, 10, 2)[0] > 200


def test_the_first_frame_of_a_moving_picture_is_shown() -> None:
    out = io.BytesIO()
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "blue")]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    assert pixel(DECODER.decode(out.getvalue()).rgba, 4, 0, 0) == (255, 0, 0, 255)


@pytest.mark.fault(25)
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
        b"%PDF-1.7\n",
        b"%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) (r) file\n",
        b"\0\0\x01\0",
        b"8BPS",
        b"plain words",
        drawn("ICO"),
        drawn("PPM"),
    ],
)
def test_fault_25_what_is_no_picture_of_the_known_kinds_is_refused(data: bytes) -> None:
    refused(data, "picture.format")


@pytest.mark.fault(25)
@pytest.mark.parametrize("form", FORMATS)
def test_fault_25_a_picture_cut_off_is_refused(form: str) -> None:
    data = drawn(form, (200, 200), "L" if form == "TIFF" else "RGB")
    refused(data[: len(data) // 3], "picture.unreadable")


@pytest.mark.fault(25)
def test_fault_25_a_picture_that_unpacks_to_gigabytes_is_refused() -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(bytes(10_000_000)))
    refused(bomb + chunk(b"IEND", b""), "picture.too_large")


@pytest.mark.fault(25)
def test_fault_25_a_helper_that_takes_too_long_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    late = tmp_path / "late"
    slow = f"import pathlib, time; time.sleep({PATIENCE}); pathlib.Path({str(late)!r}).touch()"
    monkeypatch.setattr(pictures, "command", lambda: [sys.executable, "-I", "-c", slow])
    refused(drawn("PNG"), "picture.unreadable", PictureHelper(seconds=0.01))
    assert not late.exists()


@pytest.mark.fault(12)
def test_fault_12_a_helper_is_ended_from_another_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        pictures, "command", lambda: [sys.executable, "-I", "-c", f"import time; time.sleep({PATIENCE})"]
    )
    asked, done = PictureHelper(seconds=PATIENCE), threading.Event()

    def stop() -> None:
        while not done.wait(0.01):
            asked.stop()

    stopping = threading.Thread(target=stop)
    stopping.start()
    refused(drawn("PNG"), "picture.unreadable", asked)
    done.set()
    stopping.join()
    asked.stop()


@pytest.mark.fault(25)
def test_fault_25_what_a_decoder_started_is_killed_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It holds our pipe, and would keep us waiting; and it must not live on."""
    if sys.platform == "win32":
        pytest.skip("needs a process that forks")
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    forking = f"""
import os, time
alive, decoder = open({str(fifo)!r}, "wb", buffering=0), os.getpid()
if os.fork() == 0:
    while os.getppid() == decoder:
        time.sleep(0.01)
    alive.write(b"alone")
    time.sleep({PATIENCE})
    alive.write(b"lived on")
os._exit({helper.NOT_A_PICTURE})
"""
    monkeypatch.setattr(pictures, "command", lambda: [sys.executable, "-I", "-c", forking])
    asked, said = PictureHelper(seconds=PATIENCE), []

    def end_it() -> None:
        with fifo.open("rb") as listening:
            said.append(listening.read(len(b"alone")))
            asked.stop()
            said.append(listening.read())

    ending = threading.Thread(target=end_it)
    ending.start()
    refused(drawn("PNG"), "picture.format", asked)
    ending.join()
    assert said == [b"alone", b""]


@pytest.mark.parametrize("giving_up", ["confine()", "follow(os.getppid())"])
@pytest.mark.skipif(sys.platform != "linux", reason="the first is Linux's own; the second is tried out where it can be")
def test_the_helper_does_not_outlive_us(giving_up: str) -> None:
    busy = (
        f"import os, sys, time, {helper.__name__} as helper; helper.{giving_up}\n"
        f"os.write(1, b'busy'); time.sleep({PATIENCE}); os.write(1, b'lived on')"
    )
    ours = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"
    with subprocess.Popen([sys.executable, "-c", ours], stdout=subprocess.PIPE, cwd=ROOT) as us:
        assert us.stdout is not None
        assert us.stdout.read(4) == b"busy"
        us.kill()
        assert us.stdout.read() == b""


def test_decoding_loads_nothing_once_the_helper_is_confined() -> None:
    """Where files can still be opened, so that what is loaded on the way is seen."""
    exif = Image.Exif()
    exif[0x0112] = 6
    samples = [drawn(form, exif=exif.tobytes()) for form in FORMATS if form in {"JPEG", "PNG", "WEBP"}]
    samples += [drawn(form) for form in FORMATS]
    samples += [drawn("PNG", mode=mode) for mode in ("1", "L", "P", "LA", "RGBA", "I;16")]
    samples += [drawn("MPO", save_all=True, append_images=[Image.new("RGB", (40, 20))])]
    samples += [drawn("JPEG", mode="CMYK"), drawn("TIFF", compression="jpeg"), drawn("TIFF", compression="tiff_lzw")]
    program = (
        f"import sys, {helper.__name__} as helper; helper.load_decoders(); before = set(sys.modules)\n"
        f"for data in {samples!r}: assert helper.decode(data, 16)\n"
        "print(sorted(set(sys.modules) - before))"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert loaded.stdout.strip() == "[]"


def test_a_telephones_double_picture_shows_its_first() -> None:
    picture = DECODER.decode(drawn("MPO", save_all=True, append_images=[Image.new("RGB", (40, 20))]))
    assert (picture.format, pixel(picture.rgba, 40, 2, 2)[0] > 200) == ("JPEG", True)


def run_confined(code: str) -> subprocess.CompletedProcess[bytes]:
    """Some code in a process that gave up what the helper gives up."""
    program = f"import sys, {helper.__name__} as helper; helper.confine()\n{code}"
    return subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)


@ON_UNIX
@pytest.mark.fault(25)
@pytest.mark.parametrize(
    "code",
    [
        "open('/etc/hostname')",
        "import os; os.close(0); os.open('/etc/hostname', os.O_RDONLY)",
        "import os, socket; os.close(0); socket.socket()",
        "import os; os.close(0); os.dup(1)",
        "import socket; socket.socket()",
        "import os; os.pipe()",
        "bytearray(2 * 1024 ** 3)",
    ],
)
def test_fault_25_a_helper_taken_over_opens_nothing_and_takes_little(code: str) -> None:
    done = run_confined(code)
    assert done.returncode != 0
    assert b"confine" not in done.stderr


@ON_UNIX
def test_a_confined_process_still_works() -> None:
    assert run_confined("sys.stdout.write('fine')").stdout == b"fine"


def test_the_helper_never_loads_what_knows_keys() -> None:
    program = (
        "import sys, runpy; sys.argv = ['helper']\n"
        f"runpy.run_path({helper.__file__!r}, run_name='loaded')['load_decoders']()\n"
        "print([n for n in sys.modules if n.split('.')[0] in ('desktop', 'cryptography', 'sqlcipher3', 'PySide6')])"
    )
    loaded = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, check=True, text=True)
    assert loaded.stdout.strip() == "[]"


def test_the_helper_is_started_without_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIASHU_SECRET", "canary")
    spy = 'import os; print(sorted(set(os.environ) - {"LC_CTYPE", "SYSTEMROOT", "__CF_USER_TEXT_ENCODING"}))'
    monkeypatch.setattr(pictures, "command", lambda: [sys.executable, "-I", "-c", spy])
    with children.start(pictures.command()) as process:
        assert process.stdout is not None
        assert process.stdout.read().strip() == b"[]"


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"JSP1",
        helper.HEADER.pack(b"JSP1", 10, 10, 10, 10, b"PNG") + bytes(399),
        helper.HEADER.pack(b"JSP1", 10, 10, 10, 10, b"PNG") + bytes(401),
        helper.HEADER.pack(b"JSP1", 0, 10, 10, 10, b"PNG"),
        helper.HEADER.pack(b"JSP1", 2**31, 2**31, 10, 10, b"PNG") + bytes(400),
        helper.HEADER.pack(b"EVIL", 10, 10, 10, 10, b"PNG") + bytes(400),
        helper.HEADER.pack(b"JSP1", 10, 10, 10, 10, b"<b>x</b>") + bytes(400),
    ],
)
def test_an_answer_that_does_not_measure_up_is_not_believed(answer: bytes) -> None:
    with pytest.raises(Refused, match=r"picture\.unreadable"):
        pictures._picture(answer, 100)


def test_an_answer_without_end_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    flood = "import sys\nwhile True: sys.stdout.buffer.write(bytes(1 << 20))"
    monkeypatch.setattr(pictures, "command", lambda: [sys.executable, "-I", "-c", flood])
    refused(drawn("PNG"), "picture.unreadable")


def test_no_picture_leaves_a_file_behind(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    DECODER.decode(drawn("TIFF"))
    assert list(tmp_path.iterdir()) == []
    assert [name for _, _, names in os.walk(home) for name in names] == []
