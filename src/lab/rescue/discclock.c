/*
 * Lets a program live on the time of the damaged disc: preloaded, it adds the disc's own clock, which
 * the device keeps in a shared file (DISC_CLOCK, one 64-bit number of nanoseconds), to the monotonic
 * clock. So a read that costs a second costs the program a second, and nobody has to wait for it.
 * What a read of the device takes in real time, through nbdkit, FUSE and a loop device on a busy
 * machine, is not the disc's and does not count: the real clock stands still meanwhile.
 * Timed waits take deadlines on that clock, and are moved back to the kernel's.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static volatile int64_t *disc_nanos;

/* Real time spent in reads of the device, and since when one is under way (0: none). */
static _Atomic int64_t in_reads;
static _Atomic int64_t reading_since;
static _Atomic unsigned changes; /* odd while the two change */

__attribute__((constructor)) static void attach(void) {
    const char *path = getenv("DISC_CLOCK");
    int fd = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (fd >= 0) {
        void *page = mmap(NULL, sizeof(int64_t), PROT_READ, MAP_SHARED, fd, 0);
        disc_nanos = page == MAP_FAILED ? NULL : page;
        close(fd);
    }
}

static int64_t real_nanos(void) {
    struct timespec real;
    syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &real);
    return real.tv_sec * INT64_C(1000000000) + real.tv_nsec;
}

/* What to add to the real clock. */
static int64_t offset_at(int64_t now) {
    for (;;) {
        unsigned before = changes;
        int64_t since = reading_since;
        int64_t stood = in_reads + (since && now > since ? now - since : 0);
        int64_t offset = *disc_nanos - stood;
        if (!(before & 1) && before == changes) {
            return offset;
        }
    }
}

static void set_reading(int64_t since, int64_t added) {
    changes++;
    in_reads += added;
    reading_since = since;
    changes++;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    if (!disc_nanos || clock != CLOCK_MONOTONIC) {
        return (int)syscall(SYS_clock_gettime, clock, time);
    }
    int64_t now = real_nanos();
    now += offset_at(now);
    time->tv_sec = now / 1000000000;
    time->tv_nsec = now % 1000000000;
    return 0;
}

/* The reader is the only one that reads the device. */
static ssize_t timed_pread(int fd, void *buffer, size_t count, off_t offset) {
    static ssize_t (*next)(int, void *, size_t, off_t);
    struct stat facts;
    if (!next) {
        *(void **)&next = dlvsym(RTLD_NEXT, "pread64", "GLIBC_2.2.5");
    }
    if (!disc_nanos || fstat(fd, &facts) || !S_ISBLK(facts.st_mode)) {
        return next(fd, buffer, count, offset);
    }
    int64_t begin = real_nanos();
    set_reading(begin, 0);
    ssize_t result = next(fd, buffer, count, offset);
    set_reading(0, real_nanos() - begin);
    return result;
}

/* Spindle asks the dynamic linker for pread by its name, so that is what must be answered. */
void *dlsym(void *restrict handle, const char *restrict name) {
    static void *(*next)(void *, const char *);
    if (!next) {
        *(void **)&next = dlvsym(RTLD_NEXT, "dlsym", "GLIBC_2.34");
    }
    if (!next) {
        *(void **)&next = dlvsym(RTLD_NEXT, "dlsym", "GLIBC_2.2.5");
    }
    return strcmp(name, "pread") == 0 ? (void *)timed_pread : next(handle, name);
}

typedef int timed_wait(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);

int pthread_cond_timedwait(pthread_cond_t *cond, pthread_mutex_t *mutex, const struct timespec *until) {
    static timed_wait *next;
    if (!next) {
        next = (timed_wait *)dlvsym(RTLD_NEXT, "pthread_cond_timedwait", "GLIBC_2.3.2");
    }
    struct timespec moved = *until;
    int64_t now = real_nanos();
    /* A deadline on the wall clock lies decades ahead, and stays. */
    if (disc_nanos && until->tv_sec - now / 1000000000 < 100000000) {
        int64_t at = until->tv_sec * INT64_C(1000000000) + until->tv_nsec - offset_at(now);
        at = at < 0 ? 0 : at;
        moved.tv_sec = at / 1000000000;
        moved.tv_nsec = at % 1000000000;
    }
    return next(cond, mutex, &moved);
}
