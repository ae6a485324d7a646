/* What the disc says of itself: capacity, table of contents, information, structures. */
#include "drive.h"

#include <string.h>

static uint8_t control(const struct track *track) {
    return track->mode == AUDIO ? 0x10 : 0x14; /* ADR 1; bit 2: data */
}

void read_capacity(struct drive *drive, const struct command *command, struct reply *reply) {
    (void)command;
    if (is_ready(drive, reply)) {
        put32(reply->data, drive->disc.sectors - 1);
        put32(reply->data + 4, SECTOR);
        reply->length = 8;
    }
}

static void put_address(uint8_t *at, uint32_t lba, bool is_msf) {
    if (is_msf) {
        put_msf(at + 1, lba);
    } else {
        put32(at, lba);
    }
}

/* Format 0: the tracks from one on, and the lead-out as track AAh. */
static size_t tracks_from(const struct disc *disc, int first, bool is_msf, uint8_t *data) {
    size_t length = 4;
    data[2] = 1;
    data[3] = (uint8_t)disc->tracks;
    for (int i = 0; i <= disc->tracks; i++) {
        bool is_end = i == disc->tracks;
        if (!is_end && i + 1 < first) {
            continue;
        }
        data[length + 1] = control(&disc->track[is_end ? i - 1 : i]);
        data[length + 2] = is_end ? 0xaa : (uint8_t)(i + 1);
        put_address(data + length + 4, is_end ? disc->sectors : disc->track[i].start, is_msf);
        length += 8;
    }
    return length;
}

/* Format 2: as the lead-in holds it; POINT A0 tells the disc type (20h: CD-ROM XA). */
static size_t full(const struct disc *disc, uint8_t *data) {
    size_t length = 4;
    data[2] = data[3] = 1;
    for (int i = -3; i < disc->tracks; i++) {
        uint8_t *entry = data + length;
        uint8_t point = (uint8_t)(i < 0 ? 0xa3 + i : i + 1);
        entry[0] = 1;
        entry[1] = control(&disc->track[i < 0 ? 0 : i]);
        entry[3] = point;
        if (point == 0xa0) {
            entry[8] = 1;
            entry[9] = disc->track[0].mode == MODE_2 ? 0x20 : 0;
        } else if (point == 0xa1) {
            entry[8] = (uint8_t)disc->tracks;
        } else {
            put_msf(entry + 8, i < 0 ? disc->sectors : disc->track[i].start);
        }
        length += 11;
    }
    return length;
}

void read_toc(struct drive *drive, const struct command *command, struct reply *reply) {
    const struct disc *disc = &drive->disc;
    bool is_msf = command->cdb[1] & 2;
    int format = command->cdb[2] & 0x0f;
    if (!is_ready(drive, reply)) {
        return;
    }
    if (format == 0) {
        reply->length = tracks_from(disc, command->cdb[6], is_msf, reply->data);
    } else if (format == 1) { /* one session */
        reply->data[2] = reply->data[3] = 1;
        reply->data[5] = control(&disc->track[0]);
        reply->data[6] = 1;
        put_address(reply->data + 8, disc->track[0].start, is_msf);
        reply->length = 12;
    } else if (format == 2 && disc->profile == CD_ROM) {
        reply->length = full(disc, reply->data);
    } else if (format == 5 && disc->profile == CD_ROM && cd_text(disc, reply)) {
        reply->data[2] = reply->data[3] = 0;
    } else {
        check(reply, 0x05, 0x24, 0x00);
        return;
    }
    put16(reply->data, (uint32_t)reply->length - 2);
}

void read_disc_information(struct drive *drive, const struct command *command, struct reply *reply) {
    (void)command;
    if (is_ready(drive, reply)) {
        put16(reply->data, 32);
        reply->data[2] = 0x0e; /* complete */
        reply->data[3] = reply->data[4] = reply->data[5] = 1;
        reply->data[6] = (uint8_t)drive->disc.tracks;
        reply->data[8] = drive->disc.track[0].mode == MODE_2 ? 0x20 : 0;
        reply->length = 34;
    }
}

void read_track_information(struct drive *drive, const struct command *command, struct reply *reply) {
    const struct disc *disc = &drive->disc;
    uint32_t asked = get32(command->cdb + 2);
    if (!is_ready(drive, reply)) {
        return;
    }
    int index = (command->cdb[1] & 3) == 1 ? (int)asked - 1 : track_of(disc, asked);
    if (index < 0 || index >= disc->tracks) {
        check(reply, 0x05, 0x24, 0x00);
        return;
    }
    const struct track *track = &disc->track[index];
    uint32_t end = index + 1 < disc->tracks ? track[1].start : disc->sectors;
    put16(reply->data, 34);
    reply->data[2] = (uint8_t)(index + 1);
    reply->data[3] = 1;
    reply->data[5] = track->mode == AUDIO ? 0 : 4;
    reply->data[6] = track->mode == AUDIO ? 0x0f : (uint8_t)track->mode;
    put32(reply->data + 8, track->start);
    put32(reply->data + 24, end - track->start);
    reply->length = 36;
}

/* DVD: physical format and copyright information; Blu-ray: one unit of disc information. */
void read_disc_structure(struct drive *drive, const struct command *command, struct reply *reply) {
    const struct disc *disc = &drive->disc;
    uint8_t format = command->cdb[7], *data = reply->data;
    if (!is_ready(drive, reply)) {
        return;
    }
    if (disc->profile == CD_ROM) {
        check(reply, 0x05, 0x30, 0x02);
    } else if (disc->profile == DVD_ROM && format == 0x00) {
        data[4] = 0x01; /* DVD-ROM, version 1 */
        data[5] = 0x0f;
        data[6] = 0x01; /* one layer */
        put32(data + 8, 0x030000);
        put32(data + 12, 0x030000 + disc->sectors - 1);
        reply->length = 4 + 2048;
    } else if (disc->profile == DVD_ROM && format == 0x01) {
        data[4] = disc->protection;
        reply->length = 8;
    } else if (disc->profile == BD_ROM && format == 0x00 && (command->cdb[1] & 0x0f) == 1) {
        memcpy(data + 4, "DI\1", 3);
        memcpy(data + 4 + 8, "BDO", 3);
        data[4 + 12] = 0x10; /* one layer */
        put32(data + 4 + 20, disc->sectors - 1);
        reply->length = 4 + 4096;
        memset(data + 4096, 0, 4);
    } else {
        check(reply, 0x05, 0x24, 0x00);
        return;
    }
    if (reply->length != 0) {
        put16(data, (uint32_t)reply->length - 2);
    }
}
