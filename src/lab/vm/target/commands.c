/* Which function answers which command. */
#include "drive.h"

#include <string.h>

static void nothing_to_do(struct drive *drive, const struct command *command, struct reply *reply) {
    (void)drive, (void)command, (void)reply;
}

static void test_unit_ready(struct drive *drive, const struct command *command, struct reply *reply) {
    (void)command;
    is_ready(drive, reply);
}

static void prevent_removal(struct drive *drive, const struct command *command, struct reply *reply) {
    (void)reply;
    drive->is_locked = command->cdb[4] & 1;
}

static void set_speed(struct drive *drive, const struct command *command, struct reply *reply) {
    (void)reply;
    drive->speed = (uint16_t)get16(command->cdb + 2);
}

/* No key is ever handed out: the region of an unset drive, else "authentication failure". */
static void report_key(struct drive *drive, const struct command *command, struct reply *reply) {
    if ((command->cdb[10] & 0x3f) == 8) {
        reply->data[1] = 6;
        reply->data[4] = 0x64;
        reply->data[5] = 0xfe;
        reply->data[6] = 1;
        reply->length = 8;
    } else if (is_ready(drive, reply)) {
        check(reply, 0x05, 0x6f, 0x00);
    }
}

typedef void answer(struct drive *, const struct command *, struct reply *);

static const struct {
    uint8_t code;
    answer *answer;
} known[] = {
    {0x00, test_unit_ready}, {0x03, request_sense}, {0x12, inquiry}, {0x15, mode_select},
    {0x1a, mode_sense}, {0x1b, start_stop}, {0x1e, prevent_removal}, {0x25, read_capacity},
    {0x28, read_blocks}, {0x2b, nothing_to_do}, {0x35, nothing_to_do}, {0x42, read_sub_channel}, {0x43, read_toc},
    {0x46, get_configuration}, {0x4a, get_event_status}, {0x51, read_disc_information},
    {0x52, read_track_information}, {0x55, mode_select}, {0x5a, mode_sense}, {0xa4, report_key},
    {0xa8, read_blocks}, {0xad, read_disc_structure}, {0xb6, nothing_to_do}, {0xbb, set_speed},
    {0xbd, mechanism_status}, {0xbe, read_cd},
};

void execute(struct drive *drive, const struct command *command, struct reply *reply) {
    memset(reply, 0, offsetof(struct reply, data) + 4096);
    reply->due = now();
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (known[i].code == command->cdb[0]) {
            known[i].answer(drive, command, reply);
            return;
        }
    }
    check(reply, 0x05, 0x20, 0x00);
}

bool is_read(const struct command *command) {
    uint8_t code = command->cdb[0];
    return code == 0x28 || code == 0xa8 || code == 0xbe;
}
