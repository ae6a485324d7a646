/*
 * A programmable optical drive: serves the commands that target_core_user and tcm_loop hand out, so that the kernel
 * shows a real /dev/srN and /dev/sgN.
 *
 *     opticaldrive /dev/uioN SOCKET LOG VENDOR MODEL REVISION SERIAL
 *
 * SOCKET takes statements (see control.c), one a packet, and answers each. LOG gets a line as a command comes and one
 * as it is answered, with seconds of CLOCK_MONOTONIC.
 */
#include "ring.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* The command that is being done. */
struct work {
    bool is_there, is_done;
    unsigned number;
    struct command command;
    struct reply reply;
};

static void log_command(FILE *log, const struct work *work) {
    fprintf(log, "%.6f %u begin ", now(), work->number);
    for (size_t i = 0; i < 12; i++) {
        fprintf(log, "%02x", work->command.cdb[i]);
    }
    fputc('\n', log);
    fflush(log);
}

static void log_reply(FILE *log, const struct work *work) {
    const uint8_t *sense = work->reply.sense;
    fprintf(log, "%.6f %u end %02x %x/%02x/%02x %zu\n", now(), work->number, work->reply.status, sense[2],
            sense[12], sense[13], work->reply.length);
    fflush(log);
}

/* Does what can be done now; returns the milliseconds until there is more to do, -1 for none known. */
static int serve(struct ring *ring, struct drive *drive, struct work *work, FILE *log) {
    for (;;) {
        if (!work->is_there) {
            if (!ring_next(ring, &work->command)) {
                return -1;
            }
            work->is_there = true;
            work->is_done = false;
            work->number++;
            log_command(log, work);
        }
        if (!work->is_done && drive->hang != NO_HANG && is_read(&work->command)) {
            if (drive->hang != READS_ONCE || !ring_wants_abort(ring)) {
                return -1;
            }
            check(&work->reply, 0x0b, 0x00, 0x06); /* I/O process terminated */
            work->reply.due = now();
            work->is_done = true;
        }
        if (!work->is_done) {
            execute(drive, &work->command, &work->reply);
            work->is_done = true;
        }
        double wait = work->reply.due - now();
        if (wait > 0) {
            return (int)(wait * 1e3) + 1;
        }
        ring_answer(ring, &work->reply);
        log_reply(log, work);
        work->is_there = false;
    }
}

static int listen_at(const char *path) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int listener = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    snprintf(address.sun_path, sizeof address.sun_path, "%s", path);
    unlink(path);
    if (listener < 0 || bind(listener, (struct sockaddr *)&address, sizeof address) != 0 || listen(listener, 4) != 0) {
        return -1;
    }
    return listener;
}

/* One statement a connection. */
static void answer(int listener, struct drive *drive) {
    char statement[1200], reply[256];
    int client = accept(listener, NULL, NULL);
    ssize_t length = client < 0 ? -1 : recv(client, statement, sizeof statement - 1, 0);
    if (length >= 0) {
        statement[length] = 0;
        obey(drive, statement, reply, sizeof reply);
        if (send(client, reply, strlen(reply), MSG_NOSIGNAL) < 0) {
            perror("answer");
        }
    }
    if (client >= 0) {
        close(client);
    }
}

int main(int count, char **words) {
    static struct drive drive = {.attention = POWER_ON};
    static struct work work;
    struct ring ring;
    if (count != 8) {
        fprintf(stderr, "opticaldrive /dev/uioN SOCKET LOG VENDOR MODEL REVISION SERIAL\n");
        return 2;
    }
    snprintf(drive.vendor, sizeof drive.vendor, "%-8.8s", words[4]);
    snprintf(drive.model, sizeof drive.model, "%-16.16s", words[5]);
    snprintf(drive.revision, sizeof drive.revision, "%-4.4s", words[6]);
    snprintf(drive.serial, sizeof drive.serial, "%.16s", words[7]);
    int listener = listen_at(words[2]);
    FILE *log = fopen(words[3], "ae");
    if (listener < 0 || log == NULL || !ring_open(&ring, words[1])) {
        perror(words[1]);
        return 1;
    }
    for (;;) {
        struct pollfd heard[] = {{ring.uio, POLLIN, 0}, {listener, POLLIN, 0}};
        int wait = serve(&ring, &drive, &work, log);
        if (poll(heard, 2, wait) < 0 && errno != EINTR) {
            perror("poll");
            return 1;
        }
        if (heard[0].revents & POLLIN) {
            ring_heard(&ring);
        }
        if (heard[1].revents & POLLIN) {
            answer(listener, &drive);
        }
    }
}
