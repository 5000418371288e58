/* Stands between a program and the disk, and lets one chosen call end badly.
 *
 * Built and preloaded by tests/faults/disk.py; Linux alone. Only files below FAULT_UNDER are minded. Calls that change
 * them are counted; with FAULT_LOG each is written down there as a line. The call with number FAULT_AT (from 1)
 *   FAULT_HOW=kill   ends the process by SIGKILL; of a write, half the bytes are there by then
 *   FAULT_HOW=full   finds no room: half the bytes go in, and from then on none, until the process ends. An empty file
 *                    can still be created, as on most file systems; calls that take no room are not counted
 *   FAULT_HOW=once   finds no room, for a byte or a name, and the next one does
 *   FAULT_HOW=broken fails with EIO, as all after it do
 * Descriptors are followed from the open call on, since a process that is not dumpable cannot read its own /proc.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum { KILL = 1, FULL, ONCE, BROKEN };
enum { GROWS, CREATES, CHANGES };  /* what takes room, a name at least, or neither */

static const char *under;
static size_t under_length;
static long at, count;
static int how, log_to = -1;
static char minded[65536];

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void)
{
    const char *told;
    under = getenv("FAULT_UNDER");
    under_length = under ? strlen(under) : 0;
    at = (told = getenv("FAULT_AT")) ? atol(told) : 0;
    told = getenv("FAULT_HOW");
    how = !told ? 0 : !strcmp(told, "kill") ? KILL : !strcmp(told, "full") ? FULL : !strcmp(told, "once") ? ONCE : BROKEN;
    if ((told = getenv("FAULT_LOG")))
        log_to = (int)syscall(SYS_openat, AT_FDCWD, told, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_under(const char *path)
{
    return under && path && !strncmp(path, under, under_length) && (path[under_length] == '/' || !path[under_length]);
}

static int is_minded(int fd)
{
    return fd >= 0 && fd < (int)sizeof minded && minded[fd];
}

static void die(void)
{
    syscall(SYS_kill, (pid_t)syscall(SYS_getpid), SIGKILL);
    for (;;)
        pause();
}

/* 0: go on. Else the error to give; `first` is set when this is the chosen call itself. */
static int fault(const char *name, const char *path, int kind, int *first)
{
    *first = 0;
    if ((how == FULL && kind != GROWS) || (how == ONCE && kind == CHANGES))
        return 0;
    count++;
    if (log_to >= 0) {
        char line[512];
        int length = snprintf(line, sizeof line, "%s %s\n", name, path ? path + under_length : "");
        syscall(SYS_write, log_to, line, length);
    }
    if (!at || count < at || (how == ONCE && count > at))
        return 0;
    *first = count == at;
    return how == BROKEN ? EIO : ENOSPC;
}

/* For calls that happen or do not. */
#define WHOLE(name, path, kind)                     \
    do {                                            \
        int first_, error_ = fault(name, path, kind, &first_); \
        if (error_) {                               \
            if (how == KILL)                        \
                die();                              \
            errno = error_;                         \
            return -1;                              \
        }                                           \
    } while (0)

static ssize_t written(int fd, const void *bytes, size_t size, off64_t offset, int placed)
{
    static ssize_t (*to_write)(int, const void *, size_t);
    static ssize_t (*to_pwrite)(int, const void *, size_t, off64_t);
    int first = 0, error = 0;
    if (!to_write) {
        to_write = NEXT(write);
        to_pwrite = NEXT(pwrite64);
    }
    if (is_minded(fd))
        error = fault(placed ? "pwrite" : "write", NULL, GROWS, &first);
    if (error && !(first && size > 1 && (how == KILL || how == FULL))) {
        if (how == KILL)
            die();
        errno = error;
        return -1;
    }
    if (error)
        size /= 2;
    ssize_t done = placed ? to_pwrite(fd, bytes, size, offset) : to_write(fd, bytes, size);
    if (error && how == KILL)
        die();
    return done;
}

ssize_t write(int fd, const void *bytes, size_t size) { return written(fd, bytes, size, 0, 0); }
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t offset) { return written(fd, bytes, size, offset, 1); }
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset) { return written(fd, bytes, size, offset, 1); }

static int opened(const char *name, int folder, const char *path, int flags, mode_t mode)
{
    static int (*to_open)(int, const char *, int, ...);
    struct stat found;
    if (!to_open)
        to_open = NEXT(openat64);
    int ours = is_under(path);
    if (ours && flags & O_CREAT && fstatat(folder, path, &found, AT_SYMLINK_NOFOLLOW))
        WHOLE(name, path, CREATES);
    int fd = to_open(folder, path, flags, mode);
    if (fd >= 0 && fd < (int)sizeof minded)
        minded[fd] = (char)ours;
    return fd;
}

#define OPENS(declared, folder)                     \
    declared                                        \
    {                                               \
        mode_t mode = 0;                            \
        if (flags & (O_CREAT | O_TMPFILE)) {        \
            va_list more;                           \
            va_start(more, flags);                  \
            mode = va_arg(more, mode_t);            \
            va_end(more);                           \
        }                                           \
        return opened("create", folder, path, flags, mode); \
    }

OPENS(int open(const char *path, int flags, ...), AT_FDCWD)
OPENS(int open64(const char *path, int flags, ...), AT_FDCWD)
OPENS(int openat(int folder, const char *path, int flags, ...), folder)
OPENS(int openat64(int folder, const char *path, int flags, ...), folder)

int close(int fd)
{
    static int (*to_close)(int);
    if (!to_close)
        to_close = NEXT(close);
    if (fd >= 0 && fd < (int)sizeof minded)
        minded[fd] = 0;
    return to_close(fd);
}

#define BY_DESCRIPTOR(name, kind, declared, passed) \
    int name declared                               \
    {                                               \
        static __typeof__(&name) to_do;             \
        if (!to_do)                                 \
            to_do = NEXT(name);                     \
        if (is_minded(fd))                          \
            WHOLE(#name, NULL, kind);               \
        return to_do passed;                        \
    }

BY_DESCRIPTOR(fsync, CHANGES, (int fd), (fd))
BY_DESCRIPTOR(fdatasync, CHANGES, (int fd), (fd))
BY_DESCRIPTOR(ftruncate, CHANGES, (int fd, off_t size), (fd, size))
BY_DESCRIPTOR(ftruncate64, CHANGES, (int fd, off64_t size), (fd, size))
BY_DESCRIPTOR(posix_fallocate, GROWS, (int fd, off_t from, off_t size), (fd, from, size))
BY_DESCRIPTOR(fallocate, GROWS, (int fd, int mode, off_t from, off_t size), (fd, mode, from, size))

#define BY_PATH(name, kind, declared, passed)       \
    int name declared                               \
    {                                               \
        static __typeof__(&name) to_do;             \
        if (!to_do)                                 \
            to_do = NEXT(name);                     \
        if (is_under(path))                         \
            WHOLE(#name, path, kind);               \
        return to_do passed;                        \
    }

BY_PATH(rename, CHANGES, (const char *old, const char *path), (old, path))
BY_PATH(renameat, CHANGES, (int from, const char *old, int to, const char *path), (from, old, to, path))
BY_PATH(unlink, CHANGES, (const char *path), (path))
BY_PATH(mkdir, GROWS, (const char *path, mode_t mode), (path, mode))
BY_PATH(rmdir, CHANGES, (const char *path), (path))
