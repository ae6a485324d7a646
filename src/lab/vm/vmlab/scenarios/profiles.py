"""A CD, a DVD and a Blu-ray disc come out identical, from each kind of drive."""

from spindlelab.lab import expect

from .. import optical
from ..ripping import complete

DISCS = {"cd": optical.CD, "dvd": optical.DVD, "bd": optical.BLU_RAY}


def run(lab):
    """CD-, DVD- and Blu-ray-profile discs, and drives on SATA and virtio-scsi: the image is identical"""
    drive = lab.programmable()
    for disc, profile in DISCS.items():
        with lab.check(f"{disc} in the programmable drive"):
            drive.insert(lab.discs[disc], profile)
            begin = drive.log.now()
            complete(lab, drive.node, lab.new_folder(disc), f"LAB_{disc.upper()}", lab.discs[disc])
            asked = max((read.sectors for read in drive.log.reads(begin)), default=0)
            expect(asked >= 16, f"the drive itself was never asked for more than {asked} sectors")
    for model, disc in (("QEMU", "cd"), ("DVD-RW", "dvd")):
        with lab.check(f"{disc} in the drive {model}"):
            complete(lab, optical.node_of(model), lab.new_folder(disc), f"LAB_{disc.upper()}", lab.discs[disc])
