/* Reads: READ(10), READ(12) of user data, READ CD of whole or partial sectors. */
#include "drive.h"

#include <string.h>

enum { SYNC = 12, HEADER = 4, SUBHEADER = 8, FORM_2 = 2324, C2_BYTES = 294 };

/* Where the parts of a raw sector lie; user data of 0 bytes: it is no data sector. */
struct layout {
    uint32_t subheader, user, rest;
};

static struct layout layout_of(enum mode mode, const uint8_t *sector) {
    if (mode == MODE_1) {
        return (struct layout){0, SECTOR, RAW_SECTOR - SYNC - HEADER - SECTOR};
    }
    if (mode == MODE_2 && (sector[SYNC + HEADER + 2] & 0x20)) {
        return (struct layout){SUBHEADER, FORM_2, 4};
    }
    if (mode == MODE_2) {
        return (struct layout){SUBHEADER, SECTOR, RAW_SECTOR - SYNC - HEADER - SUBHEADER - SECTOR};
    }
    return (struct layout){0, 0, 0};
}

/* Common to all reads; whether there is something to be read. */
static bool may_read(struct drive *drive, uint32_t lba, uint32_t sectors, struct reply *reply) {
    if (!is_ready(drive, reply) || sectors == 0) {
        return false;
    }
    if (lba >= drive->disc.sectors || sectors > drive->disc.sectors - lba) {
        check_at(reply, 0x05, 0x21, 0x00, lba);
        return false;
    }
    if (sectors * (size_t)RAW_SECTOR > MOST_BYTES) {
        check(reply, 0x05, 0x24, 0x00);
        return false;
    }
    return !meets_fault(drive, lba, sectors, reply);
}

/* User data out of raw sectors; sectors without 2048 bytes of it can't be read so. */
static bool user_data(const struct disc *disc, uint32_t lba, uint32_t sectors, struct reply *reply) {
    uint8_t sector[RAW_SECTOR];
    for (uint32_t i = 0; i < sectors; i++) {
        if (!fill(disc, lba + i, 1, sector)) {
            return false;
        }
        struct layout layout = layout_of(disc->track[track_of(disc, lba + i)].mode, sector);
        if (layout.user != SECTOR) {
            check_at(reply, 0x05, 0x64, 0x00, lba + i);
            return true;
        }
        memcpy(reply->data + i * SECTOR, sector + SYNC + HEADER + layout.subheader, SECTOR);
    }
    reply->length = sectors * (size_t)SECTOR;
    return true;
}

void read_blocks(struct drive *drive, const struct command *command, struct reply *reply) {
    const struct disc *disc = &drive->disc;
    uint32_t lba = get32(command->cdb + 2);
    uint32_t sectors = command->cdb[0] == 0x28 ? get16(command->cdb + 7) : get32(command->cdb + 6);
    if (!may_read(drive, lba, sectors, reply)) {
        return;
    }
    bool is_done;
    if (disc->is_raw) {
        is_done = user_data(disc, lba, sectors, reply);
    } else {
        is_done = fill(disc, lba, sectors, reply->data);
        reply->length = sectors * (size_t)SECTOR;
    }
    if (!is_done) {
        check_at(reply, 0x03, 0x11, 0x00, lba);
    }
    pace(drive, reply->length, reply);
}

/* Whether a sector is of the type that READ CD expects; type 0 is any. */
static bool is_expected(int type, enum mode mode, const struct layout *layout) {
    switch (type) {
        case 0: return true;
        case 1: return mode == AUDIO;
        case 2: return mode == MODE_1;
        case 4: return mode == MODE_2 && layout->user == SECTOR;
        case 5: return mode == MODE_2 && layout->user == FORM_2;
        default: return false;
    }
}

/* The parts that byte 9 asks for: sync, header, sub-header, user data, EDC and ECC. */
static size_t parts(const uint8_t *sector, const struct layout *layout, uint8_t main, uint8_t *into) {
    const struct {
        uint8_t bit;
        uint32_t bytes;
    } part[] = {{0x80, SYNC}, {0x20, HEADER}, {0x40, layout->subheader}, {0x10, layout->user}, {0x08, layout->rest}};
    size_t length = 0;
    for (size_t i = 0; i < sizeof part / sizeof *part; i++) {
        if (main & part[i].bit) {
            memcpy(into + length, sector, part[i].bytes);
            length += part[i].bytes;
        }
        sector += part[i].bytes;
    }
    return length;
}

void read_cd(struct drive *drive, const struct command *command, struct reply *reply) {
    const struct disc *disc = &drive->disc;
    uint32_t lba = get32(command->cdb + 2);
    uint32_t sectors = (uint32_t)command->cdb[6] << 16 | get16(command->cdb + 7);
    uint8_t main = command->cdb[9], sector[RAW_SECTOR];
    bool is_beyond = is_ready(drive, reply) && (lba >= disc->sectors || sectors > disc->sectors - lba)
        && reaches(disc, (int32_t)lba, sectors);
    if (!is_beyond && !may_read(drive, lba, sectors, reply)) {
        return;
    }
    if (disc->profile != CD_ROM || !disc->is_raw) {
        check_at(reply, 0x05, 0x64, 0x00, lba);
        return;
    }
    uint8_t sub = command->cdb[10] & 7;
    bool has_c2 = (main & 0x06) == 0x02 && disc->music.c2;
    if (((main & 0x06) != 0 && !has_c2) || (sub != 0 && sub != 2)) { /* of the sub-channels Q alone */
        check(reply, 0x05, 0x24, 0x00);
        return;
    }
    int32_t shift = shift_of(disc);
    for (uint32_t i = 0; i < sectors; i++) {
        bool is_wrong = false;
        enum mode mode = is_beyond ? AUDIO : disc->track[track_of(disc, lba + i)].mode;
        if (mode == AUDIO ? !fill_audio(disc, (int32_t)(lba + i), shift, sector, &is_wrong) : !fill(disc, lba + i, 1, sector)) {
            check_at(reply, 0x03, 0x11, 0x00, lba + i);
            return;
        }
        struct layout layout = layout_of(mode, sector);
        if (!is_expected(command->cdb[1] >> 2 & 7, mode, &layout)) {
            check_at(reply, 0x05, 0x64, 0x00, lba + i);
            return;
        }
        if (mode == AUDIO && (main & 0xf8) != 0) {
            memcpy(reply->data + reply->length, sector, RAW_SECTOR);
            reply->length += RAW_SECTOR;
        } else {
            reply->length += parts(sector, &layout, main, reply->data + reply->length);
        }
        if (has_c2) {
            memset(reply->data + reply->length, 0, C2_BYTES);
            reply->data[reply->length + 1000 / 8] = is_wrong ? 0x80 : 0;
            reply->length += C2_BYTES;
        }
        if (sub == 2) {
            reply->length += q_channel(disc, lba + i, reply->data + reply->length);
        }
    }
    pace(drive, sectors * (size_t)RAW_SECTOR, reply);
}
