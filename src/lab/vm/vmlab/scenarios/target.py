"""The programmable drive itself, judged by the kernel and by sg3-utils."""

import os
import re
import subprocess

from spindlelab import judge
from spindlelab.lab import expect, tool

from .. import optical

RAW, USER = 2352, 2048


def run(lab):
    """the programmable drive itself, by the kernel and sg3-utils: what the other scenarios rely on"""
    drive = lab.programmable()
    with lab.check("identity, serial number, profile"):
        drive.insert(lab.discs["bd"], optical.BLU_RAY)
        told = tool("sg_inq", drive.node) + tool("sg_vpd", "-p", "sn", drive.node)
        for word in (drive.vendor, drive.model, drive.revision, drive.serial):
            expect(word in told, f"expected {word!r} in {told}")
        told = tool("sg_get_config", drive.node)
        expect("Current profile: BD-ROM" in told, f"expected BD-ROM as the current profile: {told}")
    with lab.check("the kernel reads what is on the disc"):
        copy = os.path.join(lab.new_folder("copy"), "copy")
        tool("dd", f"if={drive.node}", f"of={copy}", "bs=64k", "iflag=direct")
        judge.identical(copy, lab.discs["bd"])
    with lab.check("a bad sector: medium error 11/05 with its address, well on the second try"):
        drive.tell("bad 700 1 3/11/05 1")
        sense = refused(drive, read_10(696, 16), 16 * USER)
        expect("Medium Error" in sense, f"expected a medium error: {sense}")
        expect("L-EC uncorrectable error" in sense, f"expected 11/05: {sense}")
        expect(re.search(r"0x2bc|\b700\b", sense), f"expected address 700: {sense}")
        expect(answered(lab, drive, read_10(700, 1), USER) == part(lab.discs["bd"], 700, USER), "another content")
    with lab.check("a held door: 53/02, and the tray stays shut"):
        drive.tell("hold 1")
        sense = refused(drive, "1b 00 00 00 02 00", 0)
        expect("removal prevented" in sense.lower(), f"expected 53/02: {sense}")
        expect("open 0" in drive.tell("state"), "the tray is open")
        drive.tell("hold 0")
    with lab.check("raw sectors: READ CD gives them whole, READ(10) only those of Form 1"):
        image = lab.discs["xa"]
        drive.insert_raw(image, "mode2@0")
        last = os.path.getsize(image) // RAW - 1
        for lba in (0, 300, last):
            seen = answered(lab, drive, f"be 00 {lba:08x} 00 00 01 f8 00 00", RAW)
            expect(seen == part(image, lba, RAW), f"READ CD of sector {lba} brought something else")
        expect(answered(lab, drive, read_10(300, 1), USER) == part(image, 300, RAW)[24 : 24 + USER], "other user data")
        sense = refused(drive, read_10(last, 1), USER)
        expect("Illegal mode for this track" in sense, f"expected 64/00: {sense}")


def read_10(lba, sectors):
    return f"28 00 {lba:08x} 00 {sectors:04x} 00"


def sg_raw(drive, cdb, size, *options):
    plain = "".join(cdb.split())
    words = [plain[at : at + 2] for at in range(0, len(plain), 2)]
    request = ["-r", str(size)] if size else []
    return subprocess.run(["sg_raw", *request, *options, drive.node, *words], text=True, capture_output=True)


def settled(drive):
    """A unit attention is told once, of whatever comes first."""
    sg_raw(drive, "00 00 00 00 00 00", 0)


def refused(drive, cdb, size):
    settled(drive)
    done = sg_raw(drive, cdb, size)
    expect(done.returncode != 0, f"{cdb} was not refused: {done.stderr}")
    return done.stderr


def answered(lab, drive, cdb, size):
    settled(drive)
    path = lab.path("answer")
    done = sg_raw(drive, cdb, size, "-o", path)
    expect(done.returncode == 0, f"{cdb} was refused: {done.stderr}")
    with open(path, "rb") as file:
        return file.read()


def part(image, sector, size):
    with open(image, "rb") as file:
        file.seek(sector * size)
        return file.read(size)
