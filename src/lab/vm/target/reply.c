/* Numbers in replies, sense data, and the clock. */
#include "drive.h"

#include <string.h>
#include <time.h>

void put16(uint8_t *at, uint32_t value) {
    at[0] = (uint8_t)(value >> 8);
    at[1] = (uint8_t)value;
}

void put32(uint8_t *at, uint32_t value) {
    put16(at, value >> 16);
    put16(at + 2, value);
}

uint32_t get16(const uint8_t *at) {
    return (uint32_t)at[0] << 8 | at[1];
}

uint32_t get32(const uint8_t *at) {
    return get16(at) << 16 | get16(at + 2);
}

/* Minute, second, frame; LBA 0 is 00:02:00. */
void put_msf(uint8_t *at, uint32_t lba) {
    uint32_t frames = lba + 150;
    at[0] = (uint8_t)(frames / 4500);
    at[1] = (uint8_t)(frames / 75 % 60);
    at[2] = (uint8_t)(frames % 75);
}

/* Sense data in fixed format (SPC-3 4.5.3). */
void check(struct reply *reply, uint8_t key, uint8_t asc, uint8_t ascq) {
    memset(reply->sense, 0, SENSE_BYTES);
    reply->status = CHECK_CONDITION;
    reply->length = 0;
    reply->sense[0] = 0x70;
    reply->sense[2] = key;
    reply->sense[7] = SENSE_BYTES - 8;
    reply->sense[12] = asc;
    reply->sense[13] = ascq;
}

/* The same with a valid INFORMATION field. */
void check_at(struct reply *reply, uint8_t key, uint8_t asc, uint8_t ascq, uint32_t lba) {
    check(reply, key, asc, ascq);
    reply->sense[0] |= 0x80;
    put32(reply->sense + 3, lba);
}

/* Whether a command that needs a disc can be done; a unit attention is told once. */
bool is_ready(struct drive *drive, struct reply *reply) {
    enum unit_attention attention = drive->attention;
    drive->attention = NO_ATTENTION;
    if (attention == POWER_ON) {
        check(reply, 0x06, 0x29, 0x00);
    } else if (attention == MEDIUM_CHANGED) {
        check(reply, 0x06, 0x28, 0x00);
    } else if (drive->is_open) {
        check(reply, 0x02, 0x3a, 0x02);
    } else if (drive->disc.profile == NO_DISC) {
        check(reply, 0x02, 0x3a, 0x01);
    } else {
        return true;
    }
    return false;
}

double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}
