"""A drive that is pulled, and discs that change, in the middle of a rip."""

import contextlib
import os
import signal

from spindlelab import judge
from spindlelab.lab import expect

from .. import optical
from ..qmp import Monitor
from ..ripping import LONGEST, NOBODY, becomes_nobody, complete, kept, long_reads, reads_from, started
from ..waiting import until

NAME = "LAB_LARGE"
TEST_UNIT_READY = 0x00
ANOTHER_DISC = "6/28/00"


def run(lab):
    """unplugged in mid-rip and back: resumed, identical; another disc is never resumed onto"""
    drive = lab.programmable()
    image = lab.discs["large"]
    with lab.check("pulled and plugged in again while the rip waits: identical"):
        insert(drive, image)
        folder = lab.new_folder("pulled")
        begin = drive.log.now()
        with started(lab, drive.node, folder, "--wait", "120s") as rip:
            reads_from(rip, drive, begin, 30)
            drive.unplug()
            until(lambda: not optical.nodes(drive.model), 60, "the device to go")
            drive.tell("rate 0")
            drive.plug()
            rip.wait(LONGEST)
            expect(rip.exit == 0, f"expected exit 0: {rip}")
        judge.complete(folder, NAME, image)
    folder = lab.new_folder("other")
    with lab.check("a twin (label, size) put in, told to the kernel alone: waited for the first disc, then gone on") as notes:
        insert(drive, image)
        begin = drive.log.now()
        with started(lab, drive.node, folder, "--wait", "280s") as rip:
            reads_from(rip, drive, begin, 30)
            with asleep(rip, drive, begin):
                put_in = drive.log.now()
                drive.insert(lab.discs["twin"], optical.DVD)
                told = [c for c in drive.log.since(put_in, polling=True) if c.sense == ANOTHER_DISC]
                expect([c.code for c in told] == [TEST_UNIT_READY], f"it was told to {[str(c) for c in told]}")
            swapped = drive.log.now()
            rip.until(lambda: "waiting for it to come back" in rip.err, LONGEST, "word on the other disc", pause=0.1)
            drive.insert(image, optical.DVD)
            back = drive.log.now()
            reads_from(rip, drive, back, 10)
            drive.tell(f"data {lab.discs['twin']} {optical.DVD:x}")
            again = drive.log.now()
            rip.until(lambda: rip.err.count("waiting for it to come back") > 1, LONGEST, "word on it again", pause=0.1)
            rip.signal(signal.SIGTERM)
            rip.wait(LONGEST)
            expect(rip.exit == 3, f"expected exit 3: {rip}")
        taken = [r for r in long_reads(drive, swapped) if r.status == 0 and (r.begin < back or r.begin > again)]
        expect(not taken, f"read of the other disc: {[str(r) for r in taken[:5]]}")
        notes.append("and once more, told to the rip")
    with lab.check("what was read before is kept, and nothing of the twin"):
        kept(folder, NAME, image)
    with lab.check("the first disc put in again: resumed, identical"):
        drive.insert(image, optical.DVD)
        drive.tell("rate 0")
        complete(lab, drive.node, folder, NAME, image, "--resume")
    with lab.check("the same where the rip may not write to the drive, so that the kernel polls it"):
        polled(lab, drive, image)
    with lab.check("a USB drive pulled in mid-rip: exit 5; back under whatever name: resumed"):
        usb(lab)


def polled(lab, drive, image):
    """What the kernel hears by polling it has told nobody yet; the next change must be told all the same."""
    node = drive.node
    insert(drive, image)
    os.chmod(lab.folder, 0o755)
    folder = lab.new_folder("polled")
    os.chown(folder, NOBODY, NOBODY)
    os.chmod(node, 0o644)
    begin = drive.log.now()
    with started(lab, node, folder, "--wait", "280s", limits=becomes_nobody) as rip:
        reads_from(rip, drive, begin, 30)
        with asleep(rip, drive, begin):
            number = optical.attribute(node, "diskseq")
            drive.tell(f"data {image} {optical.DVD:x}")
            until(lambda: optical.attribute(node, "diskseq") != number, 60, "the kernel to hear of the same disc")
        reads_from(rip, drive, drive.log.now(), 10)
        with asleep(rip, drive, begin):
            drive.insert(lab.discs["twin"], optical.DVD)
            swapped = drive.log.now()
        rip.until(lambda: "waiting for it to come back" in rip.err, LONGEST, "word on the other disc", pause=0.1)
        rip.signal(signal.SIGTERM)
        rip.wait(LONGEST)
        expect(rip.exit == 3, f"expected exit 3: {rip}")
    taken = [r for r in long_reads(drive, swapped) if r.status == 0]
    expect(not taken, f"read of the other disc: {[str(r) for r in taken[:5]]}")
    kept(folder, NAME, image)


@contextlib.contextmanager
def asleep(rip, drive, begin):
    """The rip sends nothing: whoever opens the device is the one to be told of another disc."""
    rip.signal(signal.SIGSTOP)
    try:
        until(lambda: all(read.end for read in drive.log.reads(begin)), 60, "the last read's answer")
        yield
    finally:
        rip.signal(signal.SIGCONT)


def insert(drive, image):
    drive.insert(image, optical.DVD)
    drive.tell("rate 1000000")


def usb(lab):
    """The emulator's own drive behind a USB bridge, slowed by the emulator: by the wall's clock, so by much."""
    folder = lab.new_folder("usb")
    image = lab.discs["large"]
    with Monitor() as monitor:
        node = attach(monitor, image, 1)
        monitor.ask("block_set_io_throttle", id="usbcd1", bps=0, bps_rd=200000, bps_wr=0, iops=0, iops_rd=0, iops_wr=0)
        with started(lab, node, folder) as rip:
            rip.until(lambda: part_bytes(folder) > 1 << 20, LONGEST, "some megabytes", pause=0.1)
            monitor.ask("device_del", id="bot1")
            rip.wait(LONGEST)
            expect(rip.exit == 5, f"expected exit 5: {rip}")
        kept(folder, NAME, image)
        node = attach(monitor, image, 2)
        complete(lab, node, folder, NAME, image, "--resume")
        monitor.ask("device_del", id="bot2")


def attach(monitor, image, number):
    before = optical.nodes()
    monitor.ask("device_add", driver="usb-bot", id=f"bot{number}", bus="xhci.0")
    monitor.ask(
        "blockdev-add",
        **{
            "driver": "raw", "node-name": f"usb{number}", "read-only": True,
            "file": {"driver": "file", "filename": image, "read-only": True},
        },
    )  # fmt: skip
    monitor.ask("device_add", driver="scsi-cd", id=f"usbcd{number}", bus=f"bot{number}.0", drive=f"usb{number}")
    monitor.ask("qom-set", path=f"/machine/peripheral/bot{number}", property="attached", value=True)
    return until(lambda: [n for n in optical.nodes() if n not in before], 60, "the USB drive")[0]


def part_bytes(folder):
    path = os.path.join(folder, NAME + ".iso.part")
    return os.path.getsize(path) if os.path.exists(path) else 0
