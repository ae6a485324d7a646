/* What makes reads fail or slow. */
#include "drive.h"

/* Whether one of the sectors can't be read; its sense data then names the first such sector. */
bool meets_fault(struct drive *drive, uint32_t lba, uint32_t sectors, struct reply *reply) {
    for (int i = 0; i < drive->faults; i++) {
        struct fault *fault = &drive->fault[i];
        if (fault->times == 0 || lba >= fault->begin + fault->count || lba + sectors <= fault->begin) {
            continue;
        }
        if (fault->times > 0) {
            fault->times--;
        }
        check_at(reply, fault->key, fault->asc, fault->ascq, fault->begin > lba ? fault->begin : lba);
        reply->due = now() + fault->cost_ms / 1e3;
        return true;
    }
    return false;
}

/* The disc stands still: what only that helps reads from now on. */
void heal_by_rest(struct drive *drive) {
    for (int i = 0; i < drive->faults; i++) {
        if (drive->fault[i].times == UNTIL_REST) {
            drive->fault[i].times = 0;
        }
    }
}

/* Reads at the drive's rate. */
void pace(struct drive *drive, size_t bytes, struct reply *reply) {
    if (drive->bytes_per_second > 0) {
        double begin = drive->busy_until > reply->due ? drive->busy_until : reply->due;
        drive->busy_until = begin + (double)bytes / drive->bytes_per_second;
        reply->due = drive->busy_until;
    }
}
