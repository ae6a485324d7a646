"""Rips from a drive, as the scenarios need them."""

import os

from spindlelab import judge
from spindlelab.lab import Failed, expect

LONGEST = 300
SECTOR = 2048
NOBODY = 65534


def rip(lab, node, folder, *options, **how):
    """To its end."""
    return lab.program.run(lab, "rip", node, "-o", folder, *options, timeout=LONGEST, **how)


def started(lab, node, folder, *options, **how):
    return lab.program.started(lab, "rip", node, "-o", folder, *options, **how)


def becomes_nobody():
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


def complete(lab, node, folder, name, image, *options):
    """A rip that must succeed, and equal the image."""
    done = rip(lab, node, folder, *options)
    expect(done.exit == 0, f"expected exit 0: {done}")
    judge.complete(folder, name, image)
    return done


def reads_from(run, drive, moment, count, seconds=LONGEST):
    """Waits until a running rip has sent the drive so many reads."""
    run.until(lambda: len(long_reads(drive, moment)) >= count, seconds, f"{count} reads", pause=0.05)


def long_reads(drive, moment):
    """Those of the rip itself: what looks at a disc asks for few sectors at a time."""
    return [command for command in drive.log.reads(moment) if command.sectors >= 16]


def zeros_at(image, sectors):
    """The image as it must come out where these sectors could not be read."""
    with open(image, "rb") as file:
        wanted = bytearray(file.read())
    for sector in sectors:
        wanted[sector * SECTOR : (sector + 1) * SECTOR] = bytes(SECTOR)
    return wanted


def holds(path, wanted):
    with open(path, "rb") as file:
        seen = file.read()
    if seen != wanted:
        differing = [
            at // SECTOR for at in range(0, len(wanted), SECTOR) if seen[at : at + SECTOR] != wanted[at : at + SECTOR]
        ]
        raise Failed(f"{path} has {len(seen)} bytes of {len(wanted)}, and differs in sectors {differing[:8]}")


def kept(folder, name, image):
    """An unfinished rip: what its map claims is there, byte for byte, and it claims something."""
    left = judge.files(folder)
    expect(name + ".iso.part" in left and name + ".iso" not in left, f"left: {left}")
    claimed = judge.claims_hold(folder, name, image)
    expect(claimed, f"nothing of what was read is kept in {folder}: {left}")
    return claimed


def one_sentence(done, *words):
    """What can't work is told in one line, with these words in it; progress before it doesn't count."""
    lines = [line for line in done.lines() if line.startswith("spindle: ")]
    expect(len(lines) == 1, f"expected one sentence, seen {len(lines)} lines: {done}")
    for word in words:
        expect(word in lines[0], f"expected '{word}' in the sentence: {done}")


def size(path):
    return os.path.getsize(path)
