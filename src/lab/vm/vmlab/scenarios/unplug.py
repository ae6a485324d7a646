"""A drive that is pulled, and discs that change, in the middle of a rip."""

import os

from spindlelab import judge
from spindlelab.lab import expect

from .. import optical
from ..qmp import Monitor
from ..ripping import LONGEST, complete, kept, long_reads, reads_from, started
from ..waiting import until

NAME = "LAB_LARGE"


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
    with lab.check("another disc of the same label and size put in meanwhile: exit 5, kept, not one sector of it taken"):
        insert(drive, image)
        folder = lab.new_folder("other")
        begin = drive.log.now()
        with started(lab, drive.node, folder, "--wait", "20s") as rip:
            reads_from(rip, drive, begin, 30)
            drive.insert(lab.discs["twin"], optical.DVD)
            swapped = drive.log.now()
            rip.wait(LONGEST)
            expect(rip.exit == 5, f"expected exit 5: {rip}")
        kept(folder, NAME, image)
        taken = [r for r in long_reads(drive, swapped) if r.status == 0]
        expect(not taken, f"read of the other disc: {[str(r) for r in taken[:5]]}")
    with lab.check("the first disc put in again: resumed, identical"):
        drive.insert(image, optical.DVD)
        drive.tell("rate 0")
        complete(lab, drive.node, folder, NAME, image, "--resume")
    with lab.check("a USB drive pulled in mid-rip: exit 5; back under whatever name: resumed"):
        usb(lab)


def insert(drive, image):
    drive.insert(image, optical.DVD)
    drive.tell("rate 1000000")


def usb(lab):
    """The emulator's own drive behind a USB bridge, slowed by the emulator."""
    folder = lab.new_folder("usb")
    image = lab.discs["large"]
    with Monitor() as monitor:
        node = attach(monitor, image, 1)
        monitor.ask("block_set_io_throttle", id="usbcd1", bps=0, bps_rd=1000000, bps_wr=0, iops=0, iops_rd=0, iops_wr=0)
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
