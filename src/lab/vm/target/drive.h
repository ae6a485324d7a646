/* A programmable optical drive: what its parts know of each other. Numbers are those of MMC-6 and SPC-3. */
#ifndef DRIVE_H
#define DRIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SECTOR 2048u
#define RAW_SECTOR 2352u
#define MOST_BYTES (1u << 20)
#define MOST_TRACKS 99
#define MOST_FAULTS 256
#define SENSE_BYTES 18

enum status { GOOD = 0x00, CHECK_CONDITION = 0x02 };
enum profile { NO_DISC = 0x0000, CD_ROM = 0x0008, DVD_ROM = 0x0010, BD_ROM = 0x0040 };
enum mode { AUDIO = 0, MODE_1 = 1, MODE_2 = 2 };
enum unit_attention { NO_ATTENTION, MEDIUM_CHANGED, POWER_ON };
enum media_event { NO_EVENT = 0, EJECT_REQUEST = 1, NEW_MEDIA = 2, MEDIA_REMOVAL = 3 };
/* READS_ONCE: a reset or an abort ends the command that hangs; READS: nothing does. */
enum hang { NO_HANG, READS_ONCE, READS };

struct track {
    uint32_t start;
    enum mode mode;
};

/*
 * By track numbers; offset and jitter in samples, jitter in so many of a hundred commands; text: CD-Text packs.
 * c2: READ CD tells of what could not be corrected; overread: it also reads some sectors beyond the disc.
 */
struct music {
    char catalogue[14], code[MOST_TRACKS + 1][13];
    uint32_t pregap[MOST_TRACKS + 2];
    uint8_t text[8192];
    size_t text_bytes;
    int32_t offset, jitter, jitter_share;
    bool c2, overread;
    uint32_t flaky_begin, flaky_count;
};

/* A disc of user data (2048 bytes a sector) or of raw sectors (2352), in a file. */
struct disc {
    int file;
    enum profile profile;
    bool is_raw;
    uint32_t sectors;
    int tracks;
    struct track track[MOST_TRACKS + 1];
    struct music music;
    uint8_t protection; /* of READ DISC STRUCTURE 01h: 0 none, 1 CSS */
};

enum { UNTIL_REST = -2 };

struct fault {
    uint32_t begin, count;
    uint8_t key, asc, ascq;
    int times; /* -1: always; UNTIL_REST: until the disc has stood still */
    int cost_ms;
};

struct drive {
    char vendor[9], model[17], revision[5], serial[17];
    struct disc disc;
    bool is_open, is_locked, is_held; /* held: something else keeps the door shut, whoever unlocks it */
    enum unit_attention attention;
    enum media_event event;
    enum hang hang;
    double bytes_per_second; /* 0: as fast as it goes */
    double busy_until;
    struct fault fault[MOST_FAULTS];
    int faults;
    uint16_t speed;        /* last SET CD SPEED, kB/s */
    uint8_t recovery[10];  /* mode page 01h from its third byte on */
};

/* The answer to one command; due is when it may be given, in seconds of CLOCK_MONOTONIC. */
struct reply {
    uint8_t status;
    uint8_t sense[SENSE_BYTES];
    double due;
    size_t length;
    uint8_t data[MOST_BYTES];
};

/* sent: what came along with it, for MODE SELECT. */
struct command {
    uint8_t cdb[16];
    uint8_t sent[64];
    size_t sent_bytes;
};

/* commands.c */
void execute(struct drive *drive, const struct command *command, struct reply *reply);
bool is_read(const struct command *command);

/* Each answers one command, or several; the reply is empty and good before. */
void inquiry(struct drive *, const struct command *, struct reply *);
void request_sense(struct drive *, const struct command *, struct reply *);
void mode_sense(struct drive *, const struct command *, struct reply *);
void mode_select(struct drive *, const struct command *, struct reply *);
void get_configuration(struct drive *, const struct command *, struct reply *);
void get_event_status(struct drive *, const struct command *, struct reply *);
void mechanism_status(struct drive *, const struct command *, struct reply *);
void start_stop(struct drive *, const struct command *, struct reply *);
void read_toc(struct drive *, const struct command *, struct reply *);
void read_disc_information(struct drive *, const struct command *, struct reply *);
void read_track_information(struct drive *, const struct command *, struct reply *);
void read_disc_structure(struct drive *, const struct command *, struct reply *);
void read_capacity(struct drive *, const struct command *, struct reply *);
void read_blocks(struct drive *, const struct command *, struct reply *);
void read_cd(struct drive *, const struct command *, struct reply *);

/* reply.c */
void put16(uint8_t *at, uint32_t value);
void put32(uint8_t *at, uint32_t value);
uint32_t get16(const uint8_t *at);
uint32_t get32(const uint8_t *at);
void put_msf(uint8_t *at, uint32_t lba);
void check(struct reply *reply, uint8_t key, uint8_t asc, uint8_t ascq);
void check_at(struct reply *reply, uint8_t key, uint8_t asc, uint8_t ascq, uint32_t lba);
bool is_ready(struct drive *drive, struct reply *reply);
double now(void);

/* disc.c */
bool insert_data(struct drive *drive, const char *path, unsigned profile, char *why, size_t room);
bool insert_raw(struct drive *drive, const char *path, const char *tracks, char *why, size_t room);
void remove_disc(struct drive *drive);
void open_tray(struct drive *drive);
void close_tray(struct drive *drive);
int track_of(const struct disc *disc, uint32_t lba);
bool fill(const struct disc *disc, uint32_t lba, uint32_t sectors, uint8_t *into);

/* music.c */
void read_sub_channel(struct drive *, const struct command *, struct reply *);
bool cd_text(const struct disc *disc, struct reply *reply);
size_t q_channel(const struct disc *disc, uint32_t lba, uint8_t *into);
int32_t shift_of(const struct disc *disc);
bool fill_audio(const struct disc *disc, int32_t lba, int32_t shift, uint8_t *into, bool *is_wrong);
bool reaches(const struct disc *disc, int32_t lba, uint32_t sectors);
bool obey_music(struct drive *drive, const char *statement, const char *value, char *answer, size_t room);

/* faults.c */
bool meets_fault(struct drive *drive, uint32_t lba, uint32_t sectors, struct reply *reply);
void heal_by_rest(struct drive *drive);
void pace(struct drive *drive, size_t bytes, struct reply *reply);

/* control.c: one statement; the answer goes into `answer`. */
void obey(struct drive *drive, char *statement, char *answer, size_t room);

#endif
