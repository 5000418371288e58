"""What differs between systems: locking a file, private permissions, making a rename last, reading from the device."""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600

# Where Windows locks: far behind anything written, since a locked byte cannot be read there.
_LOCKED_BYTE = 1 << 30
# Absent on Windows, where links and FIFOs need rights that ordinary accounts lack.
_SAFE = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

if sys.platform == "win32":
    import msvcrt

    def try_lock(descriptor: int) -> bool:
        """Lock the file for this open descriptor alone; False when somebody else holds it."""
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def sync_folder(folder: Path) -> None:
        """Windows writes names through by itself; a folder cannot be flushed there."""

else:
    import fcntl

    def try_lock(descriptor: int) -> bool:
        """Lock the file for this open descriptor alone; False when somebody else holds it.

        flock and not lockf: a POSIX lock is lost as soon as anything in this process opens and closes the file.
        """
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def sync_folder(folder: Path) -> None:
        """Make names created, renamed or removed in `folder` last through a loss of power."""
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in {errno.EINVAL, errno.ENOTSUP}:  # some drivers for sticks and shares flush no folders
                raise
        finally:
            os.close(descriptor)


if sys.platform == "linux":
    _NO_NAMELESS = {errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL, errno.ENOENT}  # the file system's, or an old kernel's

    def open_nameless(folder: Path) -> int | None:
        """A new file of 0600 without a name, which is gone with the process; None where there is no such thing."""
        if not Path("/proc/self/fd").is_dir():  # `give_name` needs it
            return None
        try:
            descriptor = os.open(folder, os.O_TMPFILE | os.O_WRONLY, PRIVATE_FILE)
        except OSError as error:
            if error.errno in _NO_NAMELESS:
                return None
            raise
        os.fchmod(descriptor, PRIVATE_FILE)
        return descriptor

    def give_name(descriptor: int, path: Path) -> None:
        """Let a nameless file stand at `path`, all of it at once. FileExistsError: something is there already."""
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:  # a folder is given so that Python calls linkat, which alone follows the link in /proc
            os.link(f"/proc/self/fd/{descriptor}", path.name, src_dir_fd=folder, dst_dir_fd=folder)
        finally:
            os.close(folder)

else:

    def open_nameless(folder: Path) -> int | None:
        """Other systems have no file without a name that could be given one."""
        return None

    def give_name(descriptor: int, path: Path) -> None:
        """Nothing to name."""
        raise NotImplementedError


def memory_available() -> int | None:
    """Bytes of memory that programs may still take, as Linux tells; None on other systems."""
    try:
        lines = Path("/proc/meminfo").read_text("ascii").splitlines()
    except OSError:
        return None
    told = [line.split() for line in lines if line.startswith("MemAvailable:")]
    return int(told[0][1]) * 1024 if told else None


def open_private(path: Path, flags: int) -> int:
    """A descriptor of a regular file, never followed through a link; what it creates is 0600 whatever the umask."""
    descriptor = os.open(path, flags | _SAFE, PRIVATE_FILE)
    if flags & os.O_CREAT and sys.platform != "win32":
        with suppress(PermissionError):  # FAT knows no rights; who may look in was said when it was mounted
            os.fchmod(descriptor, PRIVATE_FILE)
    return descriptor


def touch_private(path: Path) -> None:
    """Leave what is there as it is, or create an empty file."""
    os.close(open_private(path, os.O_WRONLY | os.O_CREAT))


def flush_file(path: Path) -> None:
    """Write what others wrote into a file through to the device."""
    descriptor = open_private(path, os.O_RDWR)
    try:
        flush(descriptor)
    finally:
        os.close(descriptor)


def open_to_others(path: Path) -> bool:
    """Whether other accounts have any right to a file or folder; of links, and on Windows, nothing is said."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return False
    return sys.platform != "win32" and not stat.S_ISLNK(mode) and bool(mode & 0o077)


def close_to_others(path: Path) -> None:
    """Leave what rights the owner has, as far as a vault needs them, and nobody else any."""
    mode = path.lstat().st_mode
    path.chmod(mode & (PRIVATE_FOLDER if stat.S_ISDIR(mode) else PRIVATE_FILE))


def make_private_folder(folder: Path) -> None:
    """Create a folder only its owner can look into, whatever the umask."""
    folder.mkdir(mode=PRIVATE_FOLDER)
    with suppress(PermissionError):  # as above
        folder.chmod(PRIVATE_FOLDER)


def flush(descriptor: int) -> None:
    """Write a file's bytes through to the device."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)


def forget_cached(descriptor: int) -> None:
    """What is read from a flushed file next comes from the device, as far as the system lets itself be asked."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    elif sys.platform == "darwin":
        import fcntl

        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_NOCACHE, 1)


FAT_LIMIT = (1 << 32) - 4096
"""Bytes of the largest file FAT32 takes, in whole pages."""

if sys.platform == "linux":

    def largest_file(folder: Path) -> int | None:
        """Bytes of the largest file this file system takes, where that is known beforehand: FAT's limit is."""
        with suppress(OSError):
            device = folder.stat().st_dev
            number = f"{os.major(device)}:{os.minor(device)}"
            for line in Path("/proc/self/mountinfo").read_text("utf-8", "replace").splitlines():
                about, _, kind = line.partition(" - ")
                if about.split()[2] == number:
                    return FAT_LIMIT if kind.split()[0] in {"vfat", "msdos", "fat"} else None
        return None

elif sys.platform == "win32":

    def largest_file(folder: Path) -> int | None:
        """Bytes of the largest file this file system takes, where that is known beforehand: FAT's limit is."""
        import ctypes

        kind = ctypes.create_unicode_buffer(64)
        root = ctypes.c_wchar_p(folder.resolve().anchor)
        known = ctypes.windll.kernel32.GetVolumeInformationW(root, None, 0, None, None, None, kind, len(kind))
        return FAT_LIMIT if known and kind.value.upper().startswith("FAT") else None

else:

    def largest_file(folder: Path) -> int | None:
        """Nothing is known beforehand: a file that is too large is told when it is written."""
        return None
