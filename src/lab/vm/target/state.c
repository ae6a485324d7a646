/* What changes with the disc and the tray: configuration, events, mechanism, eject and load. */
#include "drive.h"

#include <string.h>

/* One feature descriptor (MMC-6 5.2.2) if it was asked for. */
static size_t feature(uint8_t *at, const struct command *command, uint32_t code, bool is_current,
                      const uint8_t *data, size_t bytes) {
    uint32_t first = get16(command->cdb + 2);
    int type = command->cdb[1] & 3; /* 0 all, 1 the current ones, 2 only this */
    if (code < first || (type == 2 && code != first) || (type == 1 && !is_current)) {
        return 0;
    }
    put16(at, code);
    at[2] = is_current ? 0x01 : 0x00;
    at[3] = (uint8_t)bytes;
    if (bytes > 0) {
        memcpy(at + 4, data, bytes);
    }
    return 4 + bytes;
}

static uint8_t *profiles(uint8_t *at, const struct command *command, enum profile current) {
    const enum profile readable[] = {BD_ROM, DVD_ROM, CD_ROM};
    uint8_t list[12] = {0};
    for (int i = 0; i < 3; i++) {
        put16(list + 4 * i, readable[i]);
        list[4 * i + 2] = readable[i] == current;
    }
    return at + feature(at, command, 0x0000, true, list, sizeof list);
}

void get_configuration(struct drive *drive, const struct command *command, struct reply *reply) {
    enum profile current = drive->is_open ? NO_DISC : drive->disc.profile;
    bool is_protected = current != NO_DISC && drive->disc.protection != 0;
    static const uint8_t core[8] = {0, 0, 0, 2, 1}, removable[4] = {0x39};
    static const uint8_t random[8] = {0, 0, 8, 0, 0, 16, 1, 0}, none[4] = {0}, css[4] = {0, 0, 0, 1};
    uint8_t *at = profiles(reply->data + 8, command, current);
    at += feature(at, command, 0x0001, true, core, 8);
    at += feature(at, command, 0x0003, true, removable, 4);
    at += feature(at, command, 0x0010, current != NO_DISC, random, 8);
    at += feature(at, command, 0x001d, current != NO_DISC, none, 0);
    at += feature(at, command, 0x001e, current == CD_ROM, none, 4);
    at += feature(at, command, 0x001f, current == DVD_ROM, none, 4);
    at += feature(at, command, 0x0040, current == BD_ROM, none, 4);
    at += feature(at, command, 0x0106, is_protected && current == DVD_ROM, css, 4);
    at += feature(at, command, 0x0108, true, (const uint8_t *)drive->serial, strlen(drive->serial));
    at += feature(at, command, 0x010d, is_protected && current == BD_ROM, none, 4);
    reply->length = (size_t)(at - reply->data);
    put32(reply->data, (uint32_t)reply->length - 4);
    put16(reply->data + 6, current);
}

void get_event_status(struct drive *drive, const struct command *command, struct reply *reply) {
    uint8_t *data = reply->data;
    bool is_in = !drive->is_open && drive->disc.profile != NO_DISC;
    if (!(command->cdb[1] & 1)) {
        check(reply, 0x05, 0x24, 0x00); /* without polling it would have to wait */
        return;
    }
    data[3] = 0x10; /* of the classes of events only media */
    if (!(command->cdb[4] & 0x10)) {
        data[1] = 2;
        data[2] = 0x80;
        reply->length = 4;
        return;
    }
    data[1] = 6;
    data[2] = 0x04;
    data[4] = (uint8_t)drive->event;
    data[5] = (uint8_t)((drive->is_open ? 0x01 : 0) | (is_in ? 0x02 : 0));
    drive->event = NO_EVENT;
    reply->length = 8;
}

void mechanism_status(struct drive *drive, const struct command *command, struct reply *reply) {
    (void)command;
    reply->data[1] = drive->is_open ? 0x10 : 0;
    reply->data[5] = 1;
    reply->length = 8;
}

void start_stop(struct drive *drive, const struct command *command, struct reply *reply) {
    int what = command->cdb[4] & 3;
    if (what == 2 && (drive->is_locked || drive->is_held)) {
        check(reply, 0x05, 0x53, 0x02);
    } else if (what == 0) {
        heal_by_rest(drive);
    } else if (what == 2) {
        open_tray(drive);
    } else if (what == 3) {
        close_tray(drive);
    }
}
