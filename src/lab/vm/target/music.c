/* What a CD has of music beside its sectors, and how drives get those wrong. */
#include "drive.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SAMPLE = 4, CATALOGUE_DIGITS = 13, CODE_CHARACTERS = 12, BEYOND = 10 };

/* READ SUB-CHANNEL: the catalogue number, or a track's recording code. */
void read_sub_channel(struct drive *drive, const struct command *command, struct reply *reply) {
    const struct music *music = &drive->disc.music;
    uint8_t parameter = command->cdb[3], track = command->cdb[6];
    if (!is_ready(drive, reply)) {
        return;
    }
    if ((command->cdb[2] & 0x40) == 0 || (parameter != 2 && parameter != 3) || track > MOST_TRACKS) {
        check(reply, 0x05, 0x24, 0x00);
        return;
    }
    const char *text = parameter == 2 ? music->catalogue : music->code[track];
    reply->data[1] = 0x15; /* no audio is played */
    reply->data[3] = 20;
    reply->data[4] = parameter;
    if (*text != 0) {
        reply->data[8] = 0x80;
        memcpy(reply->data + 9, text, strlen(text));
    }
    reply->length = 24;
}

/* READ TOC format 5: packs as they lie in a file. */
bool cd_text(const struct disc *disc, struct reply *reply) {
    memcpy(reply->data + 4, disc->music.text, disc->music.text_bytes);
    reply->length = 4 + disc->music.text_bytes;
    return disc->music.text_bytes > 0;
}

static uint8_t bcd(uint32_t value) {
    return (uint8_t)(value / 10 << 4 | value % 10);
}

/* Q of a sector, formatted: in a pre-gap the next track's number; one in a hundred tells a code instead. */
size_t q_channel(const struct disc *disc, uint32_t lba, uint8_t *into) {
    int track = track_of(disc, lba);
    bool is_gap = track + 1 < disc->tracks && lba + disc->music.pregap[track + 2] >= disc->track[track + 1].start;
    memset(into, 0, 16);
    into[0] = lba % 100 == 50 ? 0x03 : 0x01;
    into[1] = bcd((uint32_t)track + (is_gap ? 2 : 1));
    into[2] = is_gap ? 0 : 1;
    put_msf(into + 6, lba); /* absolute; in binary, as some drives have it */
    return 16;
}

/* How far a command's samples lie from where they should: always, and by chance. */
int32_t shift_of(const struct disc *disc) {
    int32_t most = random() % 100 < disc->music.jitter_share ? disc->music.jitter : 0;
    return disc->music.offset + (most > 0 ? (int32_t)(random() % (2 * most + 1)) - most : 0);
}

/* A sector of audio as the drive gives it: moved, and now and then with a sample that is wrong. */
bool fill_audio(const struct disc *disc, int32_t lba, int32_t shift, uint8_t *into, bool *is_wrong) {
    off_t at = (off_t)lba * RAW_SECTOR + (off_t)shift * SAMPLE, end = (off_t)disc->sectors * RAW_SECTOR;
    off_t from = at < 0 ? 0 : at, to = at + RAW_SECTOR > end ? end : at + RAW_SECTOR;
    memset(into, 0, RAW_SECTOR);
    if (from < to && pread(disc->file, into + (from - at), (size_t)(to - from), from) != to - from) {
        return false;
    }
    const struct music *music = &disc->music;
    *is_wrong = lba >= 0 && (uint32_t)lba >= music->flaky_begin && (uint32_t)lba - music->flaky_begin < music->flaky_count
        && random() % 2 == 0;
    if (*is_wrong) {
        into[music->c2 ? 1000 : random() % RAW_SECTOR] ^= (uint8_t)(music->c2 ? 0x55 : 1 + random() % 255);
    }
    return true;
}

/* Whether a drive that overreads gives these sectors: some before the first one, and some behind the last one. */
bool reaches(const struct disc *disc, int32_t lba, uint32_t sectors) {
    return disc->music.overread && lba >= -BEYOND && lba + (int64_t)sectors <= (int64_t)disc->sectors + BEYOND;
}

static void load_text(struct music *music, const char *path, char *answer, size_t room) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        snprintf(answer, room, "error: can't read %s", path);
        return;
    }
    music->text_bytes = fread(music->text, 1, sizeof music->text, file);
    fclose(file);
}

/* Whether it was a statement about music. */
bool obey_music(struct drive *drive, const char *statement, const char *value, char *answer, size_t room) {
    struct music *music = &drive->disc.music;
    unsigned track, sectors;
    char code[CODE_CHARACTERS + 1];
    if (strcmp(statement, "catalogue") == 0) {
        snprintf(music->catalogue, sizeof music->catalogue, "%.*s", CATALOGUE_DIGITS, value);
    } else if (strcmp(statement, "isrc") == 0 && sscanf(value, "%u %12s", &track, code) == 2 && track <= MOST_TRACKS) {
        memcpy(music->code[track], code, sizeof code);
    } else if (strcmp(statement, "pregap") == 0 && sscanf(value, "%u %u", &track, &sectors) == 2 && track <= MOST_TRACKS) {
        music->pregap[track] = sectors;
    } else if (strcmp(statement, "text") == 0) {
        load_text(music, value, answer, room);
    } else if (strcmp(statement, "offset") == 0) {
        music->offset = atoi(value);
    } else if (strcmp(statement, "jitter") == 0) {
        music->jitter_share = 100;
        sscanf(value, "%d %d", &music->jitter, &music->jitter_share);
    } else if (strcmp(statement, "c2") == 0) {
        music->c2 = atoi(value) != 0;
    } else if (strcmp(statement, "overread") == 0) {
        music->overread = atoi(value) != 0;
    } else if (strcmp(statement, "flaky") == 0 && sscanf(value, "%u %u", &track, &sectors) == 2) {
        music->flaky_begin = track;
        music->flaky_count = sectors;
    } else {
        return false;
    }
    return true;
}
