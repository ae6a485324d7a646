/* What the drive says of itself: INQUIRY, its serial number, mode pages, sense on request. */
#include "drive.h"

#include <string.h>

static void shorten(struct reply *reply, size_t bytes) {
    if (reply->length > bytes) {
        reply->length = bytes;
    }
}

/* Vital product data: the list of pages, the unit serial number, an identification by vendor. */
static void vital_product_data(const struct drive *drive, uint8_t page, struct reply *reply) {
    uint8_t *data = reply->data;
    size_t length = 0;
    if (page == 0x00) {
        const uint8_t pages[] = {0x00, 0x80, 0x83};
        length = sizeof pages;
        memcpy(data + 4, pages, length);
    } else if (page == 0x80) {
        length = strlen(drive->serial);
        memcpy(data + 4, drive->serial, length);
    } else if (page == 0x83) {
        size_t serial = strlen(drive->serial);
        data[4] = 0x02; /* ASCII */
        data[5] = 0x01; /* T10 vendor identification */
        data[7] = (uint8_t)(8 + serial);
        memcpy(data + 8, drive->vendor, 8);
        memcpy(data + 16, drive->serial, serial);
        length = 12 + serial;
    } else {
        check(reply, 0x05, 0x24, 0x00);
        return;
    }
    data[0] = 0x05;
    data[1] = page;
    put16(data + 2, (uint32_t)length);
    reply->length = 4 + length;
}

void inquiry(struct drive *drive, const struct command *command, struct reply *reply) {
    uint8_t *data = reply->data;
    if (command->cdb[1] & 1) {
        vital_product_data(drive, command->cdb[2], reply);
    } else {
        data[0] = 0x05; /* CD/DVD device */
        data[1] = 0x80; /* removable */
        data[2] = 0x05; /* SPC-3 */
        data[3] = 0x02;
        data[4] = 96 - 5;
        memcpy(data + 8, drive->vendor, 8);
        memcpy(data + 16, drive->model, 16);
        memcpy(data + 32, drive->revision, 4);
        reply->length = 96;
    }
    shorten(reply, get16(command->cdb + 3));
}

void request_sense(struct drive *drive, const struct command *command, struct reply *reply) {
    uint8_t *data = reply->data;
    data[0] = 0x70;
    data[7] = SENSE_BYTES - 8;
    if (drive->attention != NO_ATTENTION) {
        data[2] = 0x06;
        data[12] = drive->attention == POWER_ON ? 0x29 : 0x28;
        drive->attention = NO_ATTENTION;
    }
    reply->length = SENSE_BYTES;
    shorten(reply, command->cdb[4]);
}

/* Error recovery: only defaults until MODE SELECT. */
static size_t recovery_page(const struct drive *drive, uint8_t *page) {
    page[0] = 0x01;
    page[1] = sizeof drive->recovery;
    memcpy(page + 2, drive->recovery, sizeof drive->recovery);
    return 2 + sizeof drive->recovery;
}

/* Capabilities and mechanical status; 40x CD as the fastest. */
static size_t capabilities_page(const struct drive *drive, uint8_t *page) {
    const uint32_t fastest = 40 * 176;
    page[0] = 0x2a;
    page[1] = 0x14;
    page[2] = 0x3b;
    page[4] = 0x71;
    page[5] = (uint8_t)(0x63 | (drive->disc.music.c2 ? 0x10 : 0));
    page[6] = (uint8_t)(0x29 | (drive->is_locked ? 0x02 : 0));
    put16(page + 8, fastest);
    put16(page + 12, 4096);
    put16(page + 14, drive->speed != 0 && drive->speed < fastest ? drive->speed : fastest);
    return 22;
}

void mode_sense(struct drive *drive, const struct command *command, struct reply *reply) {
    bool is_long = command->cdb[0] == 0x5a;
    size_t header = is_long ? 8 : 4;
    uint8_t page = command->cdb[2] & 0x3f;
    size_t length = header;
    if (page == 0x01 || page == 0x3f) {
        length += recovery_page(drive, reply->data + length);
    }
    if (page == 0x2a || page == 0x3f) {
        length += capabilities_page(drive, reply->data + length);
    }
    if (length == header) {
        check(reply, 0x05, 0x24, 0x00);
        return;
    }
    if (is_long) {
        put16(reply->data, (uint32_t)length - 2);
    } else {
        reply->data[0] = (uint8_t)(length - 1);
    }
    reply->length = length;
    shorten(reply, is_long ? get16(command->cdb + 7) : command->cdb[4]);
}

void mode_select(struct drive *drive, const struct command *command, struct reply *reply) {
    size_t header = command->cdb[0] == 0x55 ? 8 : 4;
    const uint8_t *page = command->sent + header;
    if (command->sent_bytes < header + 2 + sizeof drive->recovery || (page[0] & 0x3f) != 0x01) {
        check(reply, 0x05, 0x26, 0x00);
    } else {
        memcpy(drive->recovery, page + 2, sizeof drive->recovery);
    }
}
