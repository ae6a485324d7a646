"""The destination test is judged: disks of known speed, one that pauses, what it says of them, and what it leaves."""

import os
import signal
import time

from .. import judge, places
from ..lab import expect

DISK = 1200 << 20
# Bytes a second of a disk as nbdkit's bits, and which discs it must keep up with.
SLOW = ("80M", 10_485_760, ("CD",), ("DVD", "Blu-ray at 6x", "Blu-ray at 12x"))
MIDDLE = ("240M", 31_457_280, ("CD", "DVD", "Blu-ray at 6x"), ("Blu-ray at 12x",))
# A burst of a second passes the disk's limit first, and barriers take their time.
SECONDS, TOLERANCE = 20, 0.15
KINDS = ("ext4", "xfs", "btrfs")


def run(lab):
    if lab.lacks("the destination test is right", places.need_block_disk):
        return
    for number, (bits, rate, keeps, waits) in enumerate((SLOW, MIDDLE)):
        for kind in KINDS if lab.full else (KINDS[number],):
            with lab.check(f"probe, {kind} of {rate >> 20} MiB/s: rate, forecast, settings, nothing left") as notes:
                known(lab, kind, bits, rate, keeps, waits, notes)
    with lab.check("probe, a disk that pauses for 3 s: the stall is seen, in either pass") as notes:
        pausing(lab, notes)
    with lab.check("probe, killed: nothing is left, and the next one is right") as notes:
        killed(lab, notes)


def probe(lab, folder, *options):
    done = lab.program.run(lab, "probe", folder, "--json", *options)
    expect(done.exit == 0, f"expected exit 0: {done}")
    return done.json()


def known(lab, kind, bits, rate, keeps, waits, notes):
    with places.block_disk(lab, DISK, kind) as disk:
        disk.rate(bits)
        found = probe(lab, disk.mount_point, "--size", f"{SECONDS * rate >> 20}M", "--rate", "60M")
        disk.rate("0")
        steady, plain = found["passes"]
        seen = steady["sustainedBytesPerSecond"]
        notes.append(
            f"{seen / 1e6:.1f} MB/s; longest stall {steady['longestWriterStallSeconds']:.2f} s, plain"
            f" {plain['longestWriterStallSeconds']:.2f} s; commit {steady['longestCommitSeconds']:.2f} s,"
            f" plain {plain['lastCommitSeconds']:.2f} s"
        )
        expect(abs(seen - rate) <= TOLERANCE * rate, f"{seen:.0f} bytes/s told of a disk of {rate}")
        good, _, bad = found["text"].partition("expect waiting with")
        expect(all(name in good for name in keeps), f"keeps up with {keeps}: {found['text']}")
        expect(all(name in bad for name in waits), f"waits with {waits}: {found['text']}")
        expect(found["fileSystem"].lower() == kind and found["renames"], f"{found}")
        expect(found["settings"] == {"policy": "auto", "staging": True}, f"settings {found['settings']}")
        # What plain leaves behind is the whole of what it took too fast.
        expect(plain["lastCommitSeconds"] > 4 * steady["lastCommitSeconds"], f"no difference to plain: {found['passes']}")
        judge.empty(disk.mount_point)


def pausing(lab, notes):
    with places.block_disk(lab, DISK) as disk:
        with lab.program.started(lab, "probe", disk.mount_point, "--json", "--size", "200M", "--rate", "20M") as run:
            time.sleep(5)
            disk.freeze()
            time.sleep(3)
            disk.thaw()
            run.wait(120)
        expect(run.exit == 0, f"expected exit 0: {run}")
        passes = run.json()["passes"]
        stalls = [max(p["longestWriterStallSeconds"], p["longestCommitSeconds"]) for p in passes]
        notes.append(f"longest {max(stalls):.2f} s")
        expect(2 <= max(stalls) <= 5, f"a pause of 3 s was told as {stalls}")
        judge.empty(disk.mount_point)


def killed(lab, notes):
    with places.block_disk(lab, DISK) as disk:
        disk.rate("80M")
        before = os.statvfs(disk.mount_point).f_bfree
        for seconds in (1.0, 3.0, 6.0):
            with lab.program.started(lab, "probe", disk.mount_point, "--size", "160M") as run:
                time.sleep(seconds)
                run.signal(signal.SIGKILL)
                run.wait(60)
            judge.empty(disk.mount_point)
        disk.rate("0")
        probe(lab, disk.mount_point, "--size", "64M")
        judge.empty(disk.mount_point)
        lost = (before - os.statvfs(disk.mount_point).f_bfree) * 4096
        notes.append(f"{lost >> 10} KiB of room less than before")
        expect(lost < 1 << 20, f"{lost} bytes of room are gone")
