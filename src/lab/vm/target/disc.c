/* The disc, its tracks, and the tray. */
#include "drive.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool insert(struct drive *drive, const char *path, struct disc *disc, uint32_t sector,
                   char *why, size_t room) {
    struct stat facts;
    disc->file = open(path, O_RDONLY | O_CLOEXEC);
    if (disc->file < 0 || fstat(disc->file, &facts) != 0) {
        snprintf(why, room, "error: can't read %s", path);
        return false;
    }
    disc->sectors = (uint32_t)(facts.st_size / sector);
    remove_disc(drive);
    drive->disc = *disc;
    drive->is_open = false;
    drive->attention = MEDIUM_CHANGED;
    drive->event = NEW_MEDIA;
    return true;
}

bool insert_data(struct drive *drive, const char *path, unsigned profile, char *why, size_t room) {
    struct disc disc = {.profile = (enum profile)profile, .tracks = 1};
    disc.track[0].mode = MODE_1;
    if (profile != CD_ROM && profile != DVD_ROM && profile != BD_ROM) {
        snprintf(why, room, "error: no profile %#x", profile);
        return false;
    }
    return insert(drive, path, &disc, SECTOR, why, room);
}

/* Tracks as "mode2@0,audio@750": what they hold and where they start. */
bool insert_raw(struct drive *drive, const char *path, const char *tracks, char *why, size_t room) {
    struct disc disc = {.profile = CD_ROM, .is_raw = true};
    char mode[8];
    unsigned start;
    for (const char *at = tracks; at != NULL && disc.tracks < MOST_TRACKS;) {
        if (sscanf(at, "%7[a-z0-9]@%u", mode, &start) != 2) {
            snprintf(why, room, "error: no track: %s", at);
            return false;
        }
        struct track *track = &disc.track[disc.tracks++];
        track->start = start;
        track->mode = strcmp(mode, "audio") == 0 ? AUDIO : strcmp(mode, "mode1") == 0 ? MODE_1 : MODE_2;
        at = strchr(at, ',');
        at = at == NULL ? NULL : at + 1;
    }
    return insert(drive, path, &disc, RAW_SECTOR, why, room);
}

void remove_disc(struct drive *drive) {
    if (drive->disc.profile != NO_DISC) {
        close(drive->disc.file);
    }
    memset(&drive->disc, 0, sizeof drive->disc);
}

void open_tray(struct drive *drive) {
    drive->is_open = true;
    drive->event = MEDIA_REMOVAL;
}

void close_tray(struct drive *drive) {
    if (drive->is_open && drive->disc.profile != NO_DISC) {
        drive->attention = MEDIUM_CHANGED;
        drive->event = NEW_MEDIA;
    }
    drive->is_open = false;
}

/* Index of the track in which a sector lies. */
int track_of(const struct disc *disc, uint32_t lba) {
    int track = 0;
    while (track + 1 < disc->tracks && disc->track[track + 1].start <= lba) {
        track++;
    }
    return track;
}

/* Whole sectors of the disc's own size. */
bool fill(const struct disc *disc, uint32_t lba, uint32_t sectors, uint8_t *into) {
    size_t size = disc->is_raw ? RAW_SECTOR : SECTOR, bytes = sectors * size, done = 0;
    while (done < bytes) {
        ssize_t some = pread(disc->file, into + done, bytes - done, (off_t)lba * (off_t)size + (off_t)done);
        if (some <= 0) {
            return false;
        }
        done += (size_t)some;
    }
    return true;
}
