"""An audio CD in a drive that reads music badly: errors that it tells, jitter, sectors that can't be read."""

import os

from spindlelab.lab import expect

from ..ripping import rip
from .music import NAME, RAW, insert

READ_CD = 0xBE
C2 = 0x02
WAV = ("01 One.wav", "02 Two with a name that runs over packs.wav", "03 Three.wav")


def run(lab):
    """audio by a drive that tells its errors, overreads, jitters, or can't read a spot; nothing wrong is confirmed"""
    drive = lab.programmable()
    insert(lab, drive)
    with open(lab.discs["music"], "rb") as file:
        disc = file.read()
    with lab.check("what the drive could not correct is read again, and what lies behind the end is read"):
        drive.tell("c2 1")
        drive.tell("overread 1")
        drive.tell("offset -700")
        drive.tell("flaky 700 3")
        begin = drive.log.now()
        folder = lab.new_folder("told")
        done = rip(lab, drive.node, folder, "--format", "wav", "--offset", "700")
        expect(done.exit == 0, f"expected exit 0: {done}")
        told = [c for c in drive.log.reads(begin) if c.code == READ_CD and c.cdb[9] & C2]
        expect(told, "the drive was not asked for its errors")
        expect(samples(folder) == disc, "the samples are not the disc's, to the last one")
        log = log_of(folder)
        expect("Beyond the disc: 700 samples, read by the drive" in log, f"what lies beyond is not told: {log}")
    for statement in ("c2 0", "overread 0", "offset 0", "flaky 0 0"):
        drive.tell(statement)
    with lab.check("sectors that can't be read are silence in their track and named; the others are whole"):
        drive.tell("bad 900 2 3/11/5")
        folder = lab.new_folder("bad")
        done = rip(lab, drive.node, folder, "--format", "wav", "--retries", "0")
        expect(done.exit == 2, f"expected exit 2, as with holes: {done}")
        wanted = disc[: 900 * RAW] + bytes(2 * RAW) + disc[902 * RAW :]
        expect(samples(folder) == wanted, "other samples than those of the bad spot are missing")
        log = log_of(folder)
        expect("Silence for unread sectors: 00:04:00 to 00:04:02" in log, f"the spot is not named: {log}")
        drive.tell("good")
    with lab.check("commands that come from somewhere else are put in place"):
        drive.tell("jitter 400 10")
        folder = lab.new_folder("jitter")
        done = rip(lab, drive.node, folder, "--format", "wav")
        drive.tell("jitter 0")
        expect(done.exit == 0, f"expected exit 0: {done}")
        expect(samples(folder) == disc, "the samples are not the disc's")


def log_of(folder):
    with open(os.path.join(folder, NAME, NAME + ".log")) as file:
        return file.read()


def samples(folder):
    """Of all tracks, one after the other."""
    made = b""
    for name in WAV:
        with open(os.path.join(folder, NAME, name), "rb") as file:
            made += file.read()[44:]
    return made

