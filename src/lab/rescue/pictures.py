"""Damage pictures of a disc, made from a seed, and what a read of it costs.

The test sources hold the same pictures in Java (DamagePictures, DamagedDisc), for strategies that
are tuned in simulation; both must change together, and a test compares their checksums.
"""

import struct
import zlib

SECTORS = 32768
SECTOR_BYTES = 2048
SECTORS_PER_READ = 32
DEAD = 255

# Costs in microseconds: a DVD at about 7x, 10 MB/s.
COMMAND = 300
TRANSFER = 200
SEEK = 20_000
FULL_SEEK = 80_000
GOOD_READ = COMMAND + SECTORS_PER_READ * TRANSFER
# A gap of up to this many sectors is read through, which is shorter than a seek.
READ_THROUGH = 100

MASK = (1 << 64) - 1


# A disc has a file system, by which it is known again: one file here, behind its directory.
ROOT_LBA = 20
FILE_LBA = 24


def both(number, letter):
    """A number in both byte orders, ECMA-119 7.2.3 and 7.3.3."""
    return struct.pack("<" + letter, number) + struct.pack(">" + letter, number)


def entry(name, lba, size, flags):
    """A directory record, ECMA-119 9.1; written on 1 January 2020."""
    time = bytes((120, 1, 1, 0, 0, 0, 0))
    fields = both(lba, "I") + both(size, "I") + time + bytes((flags, 0, 0)) + both(1, "H")
    record = bytes((0, 0)) + fields + bytes((len(name),)) + name
    record += bytes(len(record) % 2)
    return bytes((len(record),)) + record[1:]


def primary():
    """The primary volume descriptor, ECMA-119 8.4."""
    time = b"2020010100000000\0"
    unset = b"0000000000000000\0"
    descriptor = b"\1CD001\1\0" + b" " * 32 + b"DAMAGED".ljust(32) + bytes(8) + both(SECTORS, "I")
    descriptor += bytes(32) + both(1, "H") + both(1, "H") + both(SECTOR_BYTES, "H") + both(10, "I")
    descriptor += struct.pack("<II", 18, 0) + struct.pack(">II", 19, 0)
    descriptor += entry(b"\0", ROOT_LBA, SECTOR_BYTES, 2) + b" " * (128 * 4 + 37 * 3)
    return descriptor + time + time + unset + unset + b"\1"


SYSTEM = {
    16: primary(),
    17: b"\xffCD001\1",
    18: b"\1\0" + struct.pack("<IH", ROOT_LBA, 1) + bytes(2),
    19: b"\1\0" + struct.pack(">IH", ROOT_LBA, 1) + bytes(2),
    ROOT_LBA: entry(b"\0", ROOT_LBA, SECTOR_BYTES, 2)
    + entry(b"\1", ROOT_LBA, SECTOR_BYTES, 2)
    + entry(b"DATA.BIN;1", FILE_LBA, (SECTORS - FILE_LBA) * SECTOR_BYTES, 0),
}


def content(lba):
    """What stands in a sector."""
    if lba in SYSTEM:
        return SYSTEM[lba].ljust(SECTOR_BYTES, b"\0")
    return struct.pack("<QQ", lba, lba * 0x9E3779B97F4A7C15 & MASK) * (SECTOR_BYTES // 16)


class Random:
    """SplitMix64."""

    def __init__(self, seed):
        self.state = seed & MASK

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, bound):
        return (self.next() >> 1) % bound


class Picture:
    """How often each sector fails before it reads (DEAD: always), and how slow each one is."""

    def __init__(self, name, seed):
        self.name = name
        self.seed = seed
        self.random = Random(seed * 31 + NAMES.index(name))
        self.failures = bytearray(SECTORS)
        self.slowness = bytearray([1]) * SECTORS
        self.bad_cost = GOOD_READ * (20, 30, 45, 70, 100, 140, 200)[self.random.below(7)]
        MAKERS[name](self, self.random)

    def hit(self, sector, percent, flaky_percent):
        """Damages a sector with a likelihood; some of those read well on the 2nd to 4th try."""
        if self.random.below(100) < percent:
            flaky = self.random.below(100) < flaky_percent
            self.failures[sector] = 1 + self.random.below(3) if flaky else DEAD

    def heal(self):
        """What never reads does on its third try."""
        self.failures = bytearray(2 if fails == DEAD else fails for fails in self.failures)

    def readable(self):
        return SECTORS - self.failures.count(DEAD)

    def checksum(self):
        return zlib.crc32(bytes(self.failures) + bytes(self.slowness))


def clean(picture, random):
    pass


def scratch(picture, random):
    start = random.below(SECTORS - 800)
    for sector in range(start, start + 120 + random.below(400)):
        picture.hit(sector, 85, 15)


def radial(picture, random):
    start = random.below(SECTORS // 2)
    period = 300 + random.below(400)
    for turn in range(10 + random.below(15)):
        for sector in range(1 + random.below(10)):
            picture.hit(start + turn * period + sector, 90, 20)


def ring(picture, random):
    length = 600 + random.below(600)
    for i in range(length):
        picture.hit(SECTORS - length + i, 5 + i * 85 // length, 15)


def singles(picture, random):
    for _ in range(80 + random.below(160)):
        picture.hit(random.below(SECTORS), 100, 30)


def dead(picture, random):
    length = 250 + random.below(400)
    edge = 64 + random.below(128)
    start = random.below(SECTORS - length - 2 * edge)
    for i in range(edge):
        picture.hit(start + i, i * 100 // edge, 40)
        picture.hit(start + 2 * edge + length - 1 - i, i * 100 // edge, 40)
    for i in range(length):
        picture.failures[start + edge + i] = DEAD


def slow(picture, random):
    for _ in range(3):
        length = 500 + random.below(1500)
        start = random.below(SECTORS - length)
        slowness = 10 + random.below(30)
        for i in range(length):
            picture.slowness[start + i] = slowness
        for _ in range(1 + random.below(3)):
            picture.hit(start + random.below(length), 100, 50)


def flaky(picture, random):
    for _ in range(2):
        length = 200 + random.below(300)
        start = random.below(SECTORS - length)
        percent = 35 + random.below(20)
        for i in range(length):
            picture.hit(start + i, percent, 100)
    for _ in range(20):
        picture.hit(random.below(SECTORS), 100, 0)


MAKERS = {
    "clean": clean,
    "scratch": scratch,
    "radial": radial,
    "ring": ring,
    "singles": singles,
    "dead": dead,
    "slow": slow,
    "flaky": flaky,
}
NAMES = list(MAKERS)


class Disc:
    """A drive with such a disc. A command stops at the first sector that fails; only that one's
    tries are counted."""

    def __init__(self, picture):
        self.picture = picture
        self.tries = bytearray(SECTORS)
        self.position = 0

    def read(self, lba, count):
        """Whether it went well, and how long it took in microseconds."""
        micros = COMMAND + self._approach(lba)
        for sector in range(lba, lba + count):
            fails = self.picture.failures[sector]
            if fails and (fails == DEAD or self.tries[sector] < fails):
                if fails != DEAD:
                    self.tries[sector] += 1
                self.position = sector
                return False, micros + self.picture.bad_cost
            micros += TRANSFER * self.picture.slowness[sector]
        self.position = lba + count
        return True, micros

    def _approach(self, lba):
        distance = lba - self.position
        if 0 <= distance <= READ_THROUGH:
            return distance * TRANSFER
        return SEEK + FULL_SEEK * abs(distance) // SECTORS


def ideal(picture):
    """(time, sectors so far) of a program that reads only what is readable, in order."""
    disc = Disc(picture)
    disc.tries = bytearray(b"\xfe") * SECTORS
    time = done = lba = 0
    points = []
    while lba < SECTORS:
        count = 0
        while (
            count < SECTORS_PER_READ
            and lba + count < SECTORS
            and picture.failures[lba + count] != DEAD
        ):
            count += 1
        if count:
            time += disc.read(lba, count)[1]
            done += count
            points.append((time, done))
        lba += count or 1
    return points
