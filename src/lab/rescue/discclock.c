/*
 * Lets a program live on the time of the damaged disc: preloaded, it adds the disc's own clock, which
 * the device keeps in a shared file (DISC_CLOCK, one 64-bit number of nanoseconds), to the monotonic
 * clock. So a read that costs a second costs the program a second, and nobody has to wait for it.
 * Timed waits take deadlines on that clock, and are moved back to the kernel's.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static volatile int64_t *disc_nanos;

__attribute__((constructor)) static void attach(void) {
    const char *path = getenv("DISC_CLOCK");
    int fd = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (fd >= 0) {
        void *page = mmap(NULL, sizeof(int64_t), PROT_READ, MAP_SHARED, fd, 0);
        disc_nanos = page == MAP_FAILED ? NULL : page;
        close(fd);
    }
}

static void shift(struct timespec *time, int64_t nanos) {
    int64_t sum = time->tv_sec * INT64_C(1000000000) + time->tv_nsec + nanos;
    sum = sum < 0 ? 0 : sum;
    time->tv_sec = sum / 1000000000;
    time->tv_nsec = sum % 1000000000;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    int64_t nanos = disc_nanos ? *disc_nanos : 0;
    int result = (int)syscall(SYS_clock_gettime, clock, time);
    if (result == 0 && clock == CLOCK_MONOTONIC) {
        shift(time, nanos);
    }
    return result;
}

typedef int timed_wait(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);

int pthread_cond_timedwait(pthread_cond_t *cond, pthread_mutex_t *mutex, const struct timespec *until) {
    static timed_wait *next;
    if (!next) {
        next = (timed_wait *)dlvsym(RTLD_NEXT, "pthread_cond_timedwait", "GLIBC_2.3.2");
    }
    struct timespec real, moved = *until;
    syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &real);
    /* A deadline on the wall clock lies decades ahead, and stays. */
    if (disc_nanos && until->tv_sec - real.tv_sec < 100000000) {
        shift(&moved, -*disc_nanos);
    }
    return next(cond, mutex, &moved);
}
