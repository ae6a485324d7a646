/* See linux/target_core_user.h and the kernel's Documentation/target/tcmu-design.rst. */
#include "ring.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>

#define __LINUX_UIO_H /* sys/uio.h has struct iovec already */
#include <linux/target_core_user.h>

static struct tcmu_cmd_entry *entry_at(const struct ring *ring, uint32_t offset) {
    return (void *)((char *)ring->mailbox + ring->mailbox->cmdr_off + offset);
}

static uint32_t behind(const struct ring *ring, uint32_t offset) {
    return (offset + tcmu_hdr_get_len(entry_at(ring, offset)->hdr.len_op)) % ring->mailbox->cmdr_size;
}

static uint32_t head(const struct ring *ring) {
    return __atomic_load_n(&ring->mailbox->cmd_head, __ATOMIC_ACQUIRE);
}

static void advance(struct ring *ring) {
    __atomic_store_n(&ring->mailbox->cmd_tail, behind(ring, ring->mailbox->cmd_tail), __ATOMIC_RELEASE);
}

static void tell_kernel(struct ring *ring) {
    uint32_t any = 0;
    if (write(ring->uio, &any, sizeof any) != sizeof any) {
        perror("uio");
    }
}

bool ring_open(struct ring *ring, const char *device) {
    char path[256];
    unsigned long size;
    snprintf(path, sizeof path, "/sys/class/uio/%s/maps/map0/size", strrchr(device, '/') + 1);
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        return false;
    }
    bool is_known = fscanf(file, "%lx", &size) == 1;
    fclose(file);
    ring->uio = open(device, O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (!is_known || ring->uio < 0) {
        return false;
    }
    ring->mailbox = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, ring->uio, 0);
    return ring->mailbox != MAP_FAILED;
}

static void take_sent(const struct ring *ring, const struct tcmu_cmd_entry *entry, struct command *command) {
    command->sent_bytes = 0;
    for (uint32_t i = 0; i < entry->req.iov_cnt; i++) {
        size_t room = sizeof command->sent - command->sent_bytes, some = entry->req.iov[i].iov_len;
        some = some < room ? some : room;
        memcpy(command->sent + command->sent_bytes, (char *)ring->mailbox + (size_t)entry->req.iov[i].iov_base, some);
        command->sent_bytes += some;
    }
}

bool ring_next(struct ring *ring, struct command *command) {
    while (ring->mailbox->cmd_tail != head(ring)) {
        struct tcmu_cmd_entry *entry = entry_at(ring, ring->mailbox->cmd_tail);
        int what = tcmu_hdr_get_op(entry->hdr.len_op);
        if (what == TCMU_OP_CMD) {
            memcpy(command->cdb, (char *)ring->mailbox + entry->req.cdb_off, sizeof command->cdb);
            take_sent(ring, entry, command);
            return true;
        }
        if (what != TCMU_OP_PAD && what != TCMU_OP_TMR) {
            entry->hdr.uflags |= TCMU_UFLAG_UNKNOWN_OP;
        }
        advance(ring);
        tell_kernel(ring);
    }
    return false;
}

bool ring_wants_abort(const struct ring *ring) {
    uint32_t end = head(ring);
    for (uint32_t at = ring->mailbox->cmd_tail; at != end; at = behind(ring, at)) {
        if (tcmu_hdr_get_op(entry_at(ring, at)->hdr.len_op) == TCMU_OP_TMR) {
            return true;
        }
    }
    return false;
}

void ring_answer(struct ring *ring, const struct reply *reply) {
    struct tcmu_cmd_entry *entry = entry_at(ring, ring->mailbox->cmd_tail);
    /* The response lies over the request, so the list of buffers is copied first. */
    uint32_t count = entry->req.iov_cnt;
    struct iovec buffers[count > 0 ? count : 1];
    memcpy(buffers, entry->req.iov, count * sizeof *buffers);
    size_t done = 0;
    for (uint32_t i = 0; i < count && done < reply->length; i++) {
        size_t some = reply->length - done;
        some = some < buffers[i].iov_len ? some : buffers[i].iov_len;
        memcpy((char *)ring->mailbox + (size_t)buffers[i].iov_base, reply->data + done, some);
        done += some;
    }
    entry->rsp.scsi_status = reply->status;
    if (reply->status != GOOD) {
        memset(entry->rsp.sense_buffer, 0, TCMU_SENSE_BUFFERSIZE);
        memcpy(entry->rsp.sense_buffer, reply->sense, SENSE_BYTES);
    }
    if (count > 0 && (ring->mailbox->flags & TCMU_MAILBOX_FLAG_CAP_READ_LEN)) {
        entry->rsp.read_len = (uint32_t)done;
        entry->hdr.uflags |= TCMU_UFLAG_READ_LEN;
    }
    advance(ring);
    tell_kernel(ring);
}

void ring_heard(struct ring *ring) {
    uint32_t events;
    if (read(ring->uio, &events, sizeof events) < 0) {
        return; /* nothing was waiting after all */
    }
}
