/* Stands between a program and the disk: lets one chosen call end badly, or writes down all that reaches the disk.
 *
 * Built and preloaded by tests/faults/disk.py; Linux alone. Nothing is minded until `fault_set` is called, and then only
 * files below `under`. With `how`
 *   kill       the call with number `at` (from 1) ends the process by SIGKILL; of a write, half the bytes are there by then
 *   full       finds no room: half the bytes go in, and from then on none, until the process ends. An empty file
 *              can still be created, as on most file systems; calls that take no room are not counted
 *   once       finds no room, for a byte or a name, and the next one does
 *   broken     fails with EIO, as all after it do that change something
 *   unreadable fails with EIO, as all after it do that read
 *   wrong      says it wrote what it was given, and wrote another bit; only calls that write are counted
 *   record     nothing fails, and every call is written to `log` with its bytes; see tests/faults/trace.py for the form
 * In all but the last each call counted is a line in `log`, if one is named.
 * Descriptors are followed from the open call on, since a process that is not dumpable cannot read its own /proc.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { NOTHING, KILL, FULL, ONCE, BROKEN, UNREADABLE, WRONG, RECORD };
enum { GROWS, CREATES, CHANGES, READS };  /* what takes room, a name at least, or neither; and what changes nothing */
enum { MOST = 65536 };
enum { CREATED = 1, TRUNCATED = 2, NAMELESS = 4 };

static const char *const HOWS[] = {"", "kill", "full", "once", "broken", "unreadable", "wrong", "record"};

static char under[PATH_MAX];
static size_t under_length;
static long at, count;
static int how, log_to = -1;
static int32_t opened_last, opening[MOST];  /* by descriptor: which opening of a file below `under`; 0 for others */
static char *places[MOST];                  /* by descriptor: where that file was when it was opened */

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

void fault_set(const char *below, const char *way, long number, const char *log)
{
    snprintf(under, sizeof under, "%s", below);
    under_length = strlen(under);
    at = number;
    count = 0;
    how = NOTHING;
    for (int each = 1; each < (int)(sizeof HOWS / sizeof *HOWS); each++)
        if (!strcmp(way, HOWS[each]))
            how = each;
    if (*log)
        log_to = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_under(const char *path)
{
    return how && path && !strncmp(path, under, under_length) && (path[under_length] == '/' || !path[under_length]);
}

static int is_minded(int fd)
{
    return how && fd >= 0 && fd < MOST && opening[fd];
}

/* The whole path of what is named within a folder that is open, or NULL where it is not below `under`. */
static const char *whole(int folder, const char *path, char *space)
{
    if (path && *path != '/' && is_minded(folder)) {
        if (snprintf(space, PATH_MAX, "%s/%s", places[folder], path) >= PATH_MAX)
            return NULL;
        path = space;
    }
    return is_under(path) ? path : NULL;
}

static void die(void)
{
    syscall(SYS_kill, (pid_t)syscall(SYS_getpid), SIGKILL);
    for (;;)
        pause();
}

struct line {
    char what, unused[3];
    int32_t opening;
    int64_t number;
    int32_t first, second;
};

static void record(char what, int32_t which, int64_t number, const void *first, size_t size, const char *second)
{
    struct line line = {what, {0}, which, number, (int32_t)size, second ? (int32_t)strlen(second) : 0};
    struct iovec parts[] = {{&line, sizeof line}, {(void *)first, size}, {(void *)second, (size_t)line.second}};
    if (how == RECORD && log_to >= 0)
        syscall(SYS_writev, log_to, parts, 3);
}

static void record_path(char what, int32_t which, int64_t number, const char *path)
{
    record(what, which, number, path + under_length, strlen(path) - under_length, NULL);
}

/* 0: go on. Else the error to give; `first` is set when this is the chosen call itself. */
static int fault(const char *name, const char *path, int kind, int *first)
{
    *first = 0;
    if (how == RECORD || how == WRONG || (how == UNREADABLE) != (kind == READS) || (how == FULL && kind != GROWS)
        || (how == ONCE && kind == CHANGES))
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
    return how == BROKEN || how == UNREADABLE ? EIO : ENOSPC;
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

/* Whether this is the write that goes wrong. */
static int goes_wrong(const char *name)
{
    count++;
    if (log_to >= 0)
        dprintf(log_to, "%s\n", name);
    return count == at;
}

static ssize_t written(int fd, const void *bytes, size_t size, off64_t offset, int placed)
{
    static ssize_t (*to_write)(int, const void *, size_t);
    static ssize_t (*to_pwrite)(int, const void *, size_t, off64_t);
    int first = 0, error = 0;
    if (!to_write) {
        to_write = NEXT(write);
        to_pwrite = NEXT(pwrite64);
    }
    if (how == WRONG && size && is_minded(fd) && goes_wrong(placed ? "pwrite" : "write")) {
        unsigned char *other = malloc(size);
        memcpy(other, bytes, size);
        other[size / 2] ^= 1;
        ssize_t done = placed ? to_pwrite(fd, other, size, offset) : to_write(fd, other, size);
        free(other);
        return done;
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
    if (how == RECORD && is_minded(fd) && !placed) {
        struct stat found;
        offset = fcntl(fd, F_GETFL) & O_APPEND && !fstat(fd, &found) ? found.st_size : lseek64(fd, 0, SEEK_CUR);
    }
    ssize_t done = placed ? to_pwrite(fd, bytes, size, offset) : to_write(fd, bytes, size);
    if (error && how == KILL)
        die();
    if (done > 0 && is_minded(fd))
        record('w', opening[fd], offset, bytes, (size_t)done, NULL);
    else if (done > 0 && fd == STDOUT_FILENO)
        record('p', 0, 0, bytes, (size_t)done, NULL);
    return done;
}

ssize_t write(int fd, const void *bytes, size_t size) { return written(fd, bytes, size, 0, 0); }
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t offset) { return written(fd, bytes, size, offset, 1); }
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset) { return written(fd, bytes, size, offset, 1); }

static int opened(int folder, const char *path, int flags, mode_t mode)
{
    static int (*to_open)(int, const char *, int, ...);
    struct stat found;
    char space[PATH_MAX];
    const char *ours = whole(folder, path, space);
    int told = 0;
    if (!to_open)
        to_open = NEXT(openat64);
    if (ours) {
        int nameless = (flags & O_TMPFILE) == O_TMPFILE;
        int there = !fstatat(folder, path, &found, AT_SYMLINK_NOFOLLOW);
        told = nameless ? NAMELESS : there && flags & O_TRUNC ? TRUNCATED : !there && flags & O_CREAT ? CREATED : 0;
        if (told & (CREATED | NAMELESS))
            WHOLE("create", ours, CREATES);
    }
    int fd = to_open(folder, path, flags, mode);
    if (fd >= 0 && fd < MOST) {
        free(places[fd]);
        places[fd] = ours ? strdup(ours) : NULL;
        opening[fd] = ours ? ++opened_last : 0;
        if (ours)
            record_path('o', opening[fd], told, ours);
    }
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
        return opened(folder, path, flags, mode);   \
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
    if (fd >= 0 && fd < MOST)
        opening[fd] = 0;
    return to_close(fd);
}

#define BY_DESCRIPTOR(type, name, kind, declared, passed, told) \
    type name declared                              \
    {                                               \
        static __typeof__(&name) to_do;             \
        if (!to_do)                                 \
            to_do = NEXT(name);                     \
        if (is_minded(fd))                          \
            WHOLE(#name, NULL, kind);               \
        type done = to_do passed;                   \
        if (done >= 0 && is_minded(fd))             \
            told;                                   \
        return done;                                \
    }

#define NAMED record('!', opening[fd], 0, __func__, strlen(__func__), NULL)  /* tests/faults/trace.py knows no such call */

BY_DESCRIPTOR(int, fsync, CHANGES, (int fd), (fd), record('s', opening[fd], 0, "", 0, NULL))
BY_DESCRIPTOR(int, fdatasync, CHANGES, (int fd), (fd), record('s', opening[fd], 0, "", 0, NULL))
BY_DESCRIPTOR(int, ftruncate, CHANGES, (int fd, off_t size), (fd, size), record('t', opening[fd], size, "", 0, NULL))
BY_DESCRIPTOR(int, ftruncate64, CHANGES, (int fd, off64_t size), (fd, size), record('t', opening[fd], size, "", 0, NULL))
BY_DESCRIPTOR(int, posix_fallocate, GROWS, (int fd, off_t from, off_t size), (fd, from, size), NAMED)
BY_DESCRIPTOR(int, fallocate, GROWS, (int fd, int mode, off_t from, off_t size), (fd, mode, from, size), NAMED)
BY_DESCRIPTOR(ssize_t, writev, GROWS, (int fd, const struct iovec *parts, int many), (fd, parts, many), NAMED)
BY_DESCRIPTOR(ssize_t, pwritev, GROWS, (int fd, const struct iovec *parts, int many, off_t from), (fd, parts, many, from), NAMED)
BY_DESCRIPTOR(ssize_t, sendfile, GROWS, (int fd, int from, off_t *offset, size_t size), (fd, from, offset, size), NAMED)
BY_DESCRIPTOR(ssize_t, copy_file_range, GROWS,
              (int from, off64_t *start, int fd, off64_t *offset, size_t size, unsigned flags),
              (from, start, fd, offset, size, flags), NAMED)
BY_DESCRIPTOR(ssize_t, read, READS, (int fd, void *into, size_t size), (fd, into, size), (void)0)
BY_DESCRIPTOR(ssize_t, pread, READS, (int fd, void *into, size_t size, off_t from), (fd, into, size, from), (void)0)
BY_DESCRIPTOR(ssize_t, pread64, READS, (int fd, void *into, size_t size, off64_t from), (fd, into, size, from), (void)0)

/* The index of a write-ahead log alone is changed through memory; it is made anew after a loss of power. */
static void *mapped(void *where, size_t size, int rights, int flags, int fd, off64_t from)
{
    void *done = (void *)syscall(SYS_mmap, where, size, rights, flags, fd, from);
    if (done != MAP_FAILED && is_minded(fd) && flags & MAP_SHARED && rights & PROT_WRITE) {
        size_t length = strlen(places[fd]);
        if (length < 4 || strcmp(places[fd] + length - 4, "-shm"))
            record('!', opening[fd], 0, "mmap", 4, NULL);
    }
    return done;
}

void *mmap(void *where, size_t size, int rights, int flags, int fd, off_t from)
{
    return mapped(where, size, rights, flags, fd, from);
}

void *mmap64(void *where, size_t size, int rights, int flags, int fd, off64_t from)
{
    return mapped(where, size, rights, flags, fd, from);
}

#define BY_PATH(name, what, kind, declared, passed, folder, path) \
    int name declared                               \
    {                                               \
        static __typeof__(&name) to_do;             \
        char space[PATH_MAX];                       \
        const char *ours = whole(folder, path, space); \
        if (!to_do)                                 \
            to_do = NEXT(name);                     \
        if (ours)                                   \
            WHOLE(#name, ours, kind);               \
        int done = to_do passed;                    \
        if (!done && ours)                          \
            record_path(what, 0, 0, ours);          \
        return done;                                \
    }

BY_PATH(unlink, 'u', CHANGES, (const char *path), (path), AT_FDCWD, path)
BY_PATH(unlinkat, 'u', CHANGES, (int folder, const char *path, int flags), (folder, path, flags), folder, path)
BY_PATH(mkdir, 'm', GROWS, (const char *path, mode_t mode), (path, mode), AT_FDCWD, path)
BY_PATH(mkdirat, 'm', GROWS, (int folder, const char *path, mode_t mode), (folder, path, mode), folder, path)
BY_PATH(rmdir, 'u', CHANGES, (const char *path), (path), AT_FDCWD, path)
BY_PATH(truncate, '!', CHANGES, (const char *path, off_t size), (path, size), AT_FDCWD, path)
BY_PATH(truncate64, '!', CHANGES, (const char *path, off64_t size), (path, size), AT_FDCWD, path)
BY_PATH(symlink, '!', CREATES, (const char *to, const char *path), (to, path), AT_FDCWD, path)

static int renamed(int from, const char *old, int to, const char *path)
{
    static __typeof__(&renameat) to_do;
    char space[2][PATH_MAX];
    const char *ours = whole(to, path, space[0]), *before = whole(from, old, space[1]);
    if (!to_do)
        to_do = NEXT(renameat);
    if (ours)
        WHOLE("rename", ours, CHANGES);
    int done = to_do(from, old, to, path);
    if (!done && ours && before)
        record('r', 0, 0, before + under_length, strlen(before) - under_length, ours + under_length);
    else if (!done && (ours || before))
        record('!', 0, 0, "rename", 6, NULL);
    return done;
}

int rename(const char *old, const char *path) { return renamed(AT_FDCWD, old, AT_FDCWD, path); }
int renameat(int from, const char *old, int to, const char *path) { return renamed(from, old, to, path); }

int linkat(int from, const char *old, int to, const char *path, int flags)
{
    static __typeof__(&linkat) to_do;
    char space[PATH_MAX];
    int fd;
    const char *ours = whole(to, path, space);
    if (!to_do)
        to_do = NEXT(linkat);
    if (ours)
        WHOLE("link", ours, CREATES);
    int done = to_do(from, old, to, path, flags);
    if (!done && ours) {
        if (sscanf(old, "/proc/self/fd/%d", &fd) == 1 && is_minded(fd))
            record_path('l', opening[fd], 0, ours);
        else
            record('!', 0, 0, "link", 4, NULL);
    }
    return done;
}

int link(const char *old, const char *path) { return linkat(AT_FDCWD, old, AT_FDCWD, path, 0); }
