/* What the lab tells the drive to do or to be, one statement at a time. */
#include "drive.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void add_fault(struct drive *drive, const char *rest, char *answer, size_t room) {
    struct fault fault = {.times = -1};
    unsigned key, asc, ascq;
    if (drive->faults == MOST_FAULTS
        || sscanf(rest, "%u %u %x/%x/%x %d %d", &fault.begin, &fault.count, &key, &asc, &ascq,
                  &fault.times, &fault.cost_ms) < 5) {
        snprintf(answer, room, "error: bad LBA COUNT KEY/ASC/ASCQ [TIMES [MILLISECONDS]]");
        return;
    }
    fault.key = (uint8_t)key;
    fault.asc = (uint8_t)asc;
    fault.ascq = (uint8_t)ascq;
    drive->fault[drive->faults++] = fault;
}

static void insert(struct drive *drive, const char *kind, const char *rest, char *answer, size_t room) {
    char path[512], tracks[512];
    unsigned profile;
    if (strcmp(kind, "data") == 0 && sscanf(rest, "%511s %x", path, &profile) == 2) {
        insert_data(drive, path, profile, answer, room);
    } else if (strcmp(kind, "raw") == 0 && sscanf(rest, "%511s %511s", path, tracks) == 2) {
        insert_raw(drive, path, tracks, answer, room);
    } else {
        snprintf(answer, room, "error: data FILE PROFILE | raw FILE MODE@LBA[,MODE@LBA...]");
    }
}

static void press_button(struct drive *drive) {
    if (drive->is_locked || drive->is_held) {
        drive->event = EJECT_REQUEST;
    } else {
        open_tray(drive);
    }
}

/*
 * data FILE PROFILE | raw FILE MODE@LBA[,...]     another disc, with the tray closed
 * open | close | remove | button                  remove: opens the tray and takes the disc out
 * hold 0|1                                        the door stays shut, whoever unlocks it
 * bad LBA COUNT KEY/ASC/ASCQ [TIMES [MS]] | good  reads that touch it fail; none does any more
 * protect SYSTEM                                  what READ DISC STRUCTURE 01h says of the disc
 * rate BYTES_PER_SECOND | hang 0|1|2              see enum hang
 * catalogue DIGITS | isrc TRACK CODE              what the sub-channels tell of this disc
 * pregap TRACK SECTORS | text FILE                its INDEX 00 lies so far before it; CD-Text packs
 * offset SAMPLES | jitter SAMPLES [PERCENT]       audio comes from so far behind; by chance, up to so far off
 * c2 0|1 | overread 0|1                           tells what it could not correct; reads beyond the disc
 * flaky LBA COUNT                                 audio sectors of which half the reads are wrong; with c2 always alike
 * state                                           tells speed, lock, tray, error recovery
 */
void obey(struct drive *drive, char *statement, char *answer, size_t room) {
    char *rest = strchr(statement, ' ');
    if (rest != NULL) {
        *rest++ = 0;
    }
    const char *value = rest == NULL ? "" : rest;
    snprintf(answer, room, "ok");
    if (strcmp(statement, "data") == 0 || strcmp(statement, "raw") == 0) {
        insert(drive, statement, value, answer, room);
    } else if (strcmp(statement, "bad") == 0) {
        add_fault(drive, value, answer, room);
    } else if (strcmp(statement, "good") == 0) {
        drive->faults = 0;
    } else if (strcmp(statement, "open") == 0) {
        open_tray(drive);
    } else if (strcmp(statement, "close") == 0) {
        close_tray(drive);
    } else if (strcmp(statement, "remove") == 0) {
        open_tray(drive);
        remove_disc(drive);
    } else if (strcmp(statement, "button") == 0) {
        press_button(drive);
    } else if (strcmp(statement, "hold") == 0) {
        drive->is_held = atoi(value) != 0;
    } else if (strcmp(statement, "protect") == 0) {
        drive->disc.protection = (uint8_t)atoi(value);
    } else if (strcmp(statement, "rate") == 0) {
        drive->bytes_per_second = atof(value);
    } else if (strcmp(statement, "hang") == 0) {
        drive->hang = (enum hang)atoi(value);
    } else if (strcmp(statement, "state") == 0) {
        snprintf(answer, room, "speed %u locked %d open %d retries %u", drive->speed, drive->is_locked,
                 drive->is_open, drive->recovery[1]);
    } else if (!obey_music(drive, statement, value, answer, room)) {
        snprintf(answer, room, "error: no statement %s", statement);
    }
}
