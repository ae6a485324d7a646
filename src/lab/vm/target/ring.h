/* The ring of commands that the kernel's target (target_core_user) shares with this program. */
#ifndef RING_H
#define RING_H

#include "drive.h"

struct ring {
    int uio;
    struct tcmu_mailbox *mailbox;
};

bool ring_open(struct ring *ring, const char *device);

/* The oldest command that has no answer yet. */
bool ring_next(struct ring *ring, struct command *command);

/* Whether the kernel has asked, since, that commands be aborted. */
bool ring_wants_abort(const struct ring *ring);

/* Answers the oldest command. */
void ring_answer(struct ring *ring, const struct reply *reply);

/* After the device was readable. */
void ring_heard(struct ring *ring);

#endif
