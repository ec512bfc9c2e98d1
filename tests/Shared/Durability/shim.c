/*
 * Stands between SQLite and the file system of one process (LD_PRELOAD) and plays failing disks and power cuts on the
 * database files in SHIM_FOLDER:
 *   SHIM_FAIL=write:N | sync:N    the Nth write or sync fails with EIO
 *   SHIM_FULL=N                   from the Nth write on, every write fails with ENOSPC
 *                                 the first call that fails leaves the file "fired" in SHIM_FOLDER
 *   SHIM_SYNCED=FOLDER            each sync copies the file there: what a power cut would leave at the least
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static long writes, syncs;

static int database_path(int fd, char *path, size_t size)
{
    const char *folder = getenv("SHIM_FOLDER");
    char link[64];
    ssize_t length;
    if (folder == NULL)
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    length = readlink(link, path, size - 1);
    if (length <= 0)
        return 0;
    path[length] = 0;
    return strncmp(path, folder, strlen(folder)) == 0 && (strstr(path, ".db-wal") != NULL || (length > 3 && strcmp(path + length - 3, ".db") == 0));
}

static long limit_of(const char *variable, const char *prefix)
{
    const char *value = getenv(variable);
    if (value == NULL || strncmp(value, prefix, strlen(prefix)) != 0)
        return -1;
    return atol(value + strlen(prefix));
}

/* Tells the test that its fault was met; a run with fewer calls than N meets none. */
static int fired(int error)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/fired", getenv("SHIM_FOLDER"));
    close(open(path, O_WRONLY | O_CREAT, 0600));
    return error;
}

/* 0 lets the write through; otherwise the error that it gets. */
static int fate_of_write(int fd)
{
    char path[4096];
    long nth, fail = limit_of("SHIM_FAIL", "write:"), full = limit_of("SHIM_FULL", "");
    if ((fail < 0 && full < 0) || !database_path(fd, path, sizeof path))
        return 0;
    pthread_mutex_lock(&guard);
    nth = ++writes;
    pthread_mutex_unlock(&guard);
    if (full >= 0 && nth >= full)
        return fired(ENOSPC);
    return nth == fail ? fired(EIO) : 0;
}

static void keep_synced(const char *path)
{
    const char *folder = getenv("SHIM_SYNCED"), *name = strrchr(path, '/');
    char target[4096], partial[4096 + 8], buffer[65536];
    int from, to;
    ssize_t length;
    if (folder == NULL || name == NULL)
        return;
    snprintf(target, sizeof target, "%s%s", folder, name);
    snprintf(partial, sizeof partial, "%s.part", target);
    from = open(path, O_RDONLY);
    to = open(partial, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    while (from >= 0 && to >= 0 && (length = read(from, buffer, sizeof buffer)) > 0) {
        ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
        if (real(to, buffer, length) != length)
            abort();
    }
    close(from);
    close(to);
    /* A kill in the middle of the copy leaves the one before it. */
    rename(partial, target);
}

static int fate_of_sync(int fd)
{
    char path[4096];
    long nth, fail = limit_of("SHIM_FAIL", "sync:");
    if (!database_path(fd, path, sizeof path))
        return 0;
    pthread_mutex_lock(&guard);
    nth = ++syncs;
    if (nth != fail)
        keep_synced(path);
    pthread_mutex_unlock(&guard);
    return nth == fail ? fired(EIO) : 0;
}

ssize_t write(int fd, const void *bytes, size_t count)
{
    static ssize_t (*real)(int, const void *, size_t);
    int fate = fate_of_write(fd);
    if (real == NULL)
        real = dlsym(RTLD_NEXT, "write");
    if (fate != 0) {
        errno = fate;
        return -1;
    }
    return real(fd, bytes, count);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at)
{
    static ssize_t (*real)(int, const void *, size_t, off64_t);
    int fate = fate_of_write(fd);
    if (real == NULL)
        real = dlsym(RTLD_NEXT, "pwrite64");
    if (fate != 0) {
        errno = fate;
        return -1;
    }
    return real(fd, bytes, count, at);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at)
{
    return pwrite64(fd, bytes, count, at);
}

int fsync(int fd)
{
    static int (*real)(int);
    int fate = fate_of_sync(fd);
    if (real == NULL)
        real = dlsym(RTLD_NEXT, "fsync");
    if (fate != 0) {
        errno = fate;
        return -1;
    }
    return real(fd);
}

int fdatasync(int fd)
{
    static int (*real)(int);
    int fate = fate_of_sync(fd);
    if (real == NULL)
        real = dlsym(RTLD_NEXT, "fdatasync");
    if (fate != 0) {
        errno = fate;
        return -1;
    }
    return real(fd);
}
