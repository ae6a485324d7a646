"""Rips onto the formats that sticks and cards have, which this machine's kernel may not know."""

import os

from spindlelab import judge
from spindlelab.lab import expect, need_tool, tool

from ..ripping import LONGEST, one_sentence
from ..shares.server import DISK

POINT = "/run/lab/stick"
NAME = "LAB_LARGE"
FORMATS = {"FAT": ("mkfs.vfat", "-F", "32"), "exFAT": ("mkfs.exfat",)}
# A FAT directory entry has 32 bits for a size.
TOO_LARGE = 5 << 30


def run(lab):
    """rips onto FAT and exFAT: whole after mounting anew, and what a format can't hold is refused"""
    if lab.lacks("FAT and exFAT", lambda: need_tool("mkfs.vfat", "mkfs.exfat")):
        return
    os.makedirs(POINT, exist_ok=True)
    for name, make in FORMATS.items():
        tool(*make, DISK)
        with lab.check(f"{name}: whole, also after it was unplugged and mounted again") as notes:
            whole(lab, notes)
    tool(*FORMATS["FAT"], DISK)
    with lab.check("FAT: an image above 4 GiB is refused before its first byte") as notes:
        too_large(lab, notes)
    # Shares want it as they found it.
    tool("mkfs.ext4", "-q", "-F", DISK)


def whole(lab, notes):
    image = lab.discs["large"]
    mount()
    try:
        done = lab.program.run(lab, "rip", image, "-o", POINT, "--name", NAME, "--json", timeout=LONGEST)
        expect(done.exit == 0, f"expected exit 0: {done}")
    finally:
        tool("umount", POINT)
    verdict = done.json()
    notes.append(f"{verdict['mechanism']}: {verdict['text']}")
    mount()
    try:
        judge.complete(POINT, NAME, image)
    finally:
        tool("umount", POINT)


def too_large(lab, notes):
    image = lab.path("large.iso")
    with open(image, "wb") as file:
        file.truncate(TOO_LARGE)
    mount()
    try:
        done = lab.program.run(lab, "rip", image, "-o", POINT, timeout=LONGEST)
        notes.append(done.err.splitlines()[-1])
        expect(done.exit == 4, f"expected exit 4: {done}")
        one_sentence(done, "FAT")
        judge.empty(POINT)
    finally:
        tool("umount", POINT)
        os.unlink(image)


def mount():
    tool("mount", DISK, POINT)
