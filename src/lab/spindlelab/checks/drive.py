"""Drives that misbehave by script, and discs that are not what they seem."""

import json
import os
import signal
import time

from .. import images, judge
from ..lab import expect

MIB = 1 << 20
SECTOR = 2048
PROMPT = 2.5


def run(lab):
    image = images.random_image(lab, "drive.img", 24 * MIB + 512)
    checks = {
        "bad sectors for ever: exit 2, zeros, the map says which": bad_for_ever,
        "bad sectors that read on the second try: exit 0": bad_twice,
        "unplugged: exit 5, then resumed": unplugged,
        "protected (5/6f/03): exit 6": protected,
        "hangs for ever, SIGTERM: exit 3 at once, then resumed": hangs,
        "truncated ISO: exit 2, and says so": truncated,
        "two at once with one name: the second is told who": two_at_once,
        "second disc of the same label: a name of its own": same_label,
        "the same disc again beside its complete rip: --resume says so, exit 0": again,
    }
    for what, check in checks.items():
        with lab.check(f"drive, {what}"):
            check(lab, image)
    os.unlink(image)


def rip(lab, address, folder, *options):
    return lab.program.run(lab, "rip", address, "-o", folder, *options, timeout=120)


def scripted(lab, image, *statements, speed=""):
    return f"{image}?{speed}script={images.script(lab, *statements)}"


def bad_for_ever(lab, image):
    folder = lab.new_folder("drive")
    done = rip(lab, scripted(lab, image, "bad 1000 4", "bad 5000 1"), folder)
    expect(done.exit == 2, f"expected exit 2: {done}")
    judge.alone(folder, ["drive"])
    judge.sums_agree(folder, "drive")
    bad = [1000, 1001, 1002, 1003, 5000]
    seen = judge.bad_sectors(os.path.join(folder, "drive.map"))
    expect(seen == bad, f"the map says {seen} are bad, not {bad}")
    with open(image, "rb") as file:
        wanted = bytearray(file.read())
    for sector in bad:
        wanted[sector * SECTOR : (sector + 1) * SECTOR] = bytes(SECTOR)
    with open(os.path.join(folder, "drive.iso"), "rb") as file:
        expect(file.read() == wanted, "the image is not the disc with zeros for the bad sectors")
    expect("5" in done.out.splitlines()[0], f"expected the number of bad sectors: {done}")


def bad_twice(lab, image):
    folder = lab.new_folder("drive")
    done = rip(lab, scripted(lab, image, "bad 1000 4 times 1", "bad 5000 1 times 2"), folder)
    expect(done.exit == 0, f"expected exit 0: {done}")
    judge.complete(folder, "drive", image)


def unplugged(lab, image):
    folder = lab.new_folder("drive")
    address = scripted(lab, image, "unplug at 1s", speed="speed=10M&")
    done = rip(lab, address, folder)
    expect(done.exit == 5, f"expected exit 5: {done}")
    left = judge.files(folder)
    expect(left == ["drive.iso.part", "drive.map", "drive.rip.json"], f"left: {left}, {done}")
    judge.claims_hold(folder, "drive", image)
    resumed(lab, image, folder)


def resumed(lab, image, folder):
    done = rip(lab, image, folder, "--resume")
    expect(done.exit == 0, f"expected exit 0 of the resume: {done}")
    judge.complete(folder, "drive", image)


def protected(lab, image):
    folder = lab.new_folder("drive")
    done = rip(lab, scripted(lab, image, "bad 5000 1 sense 5/6f/03"), folder)
    expect(done.exit == 6, f"expected exit 6: {done}")
    expect("protected" in done.out + done.err, f"expected a word on protection: {done}")
    expect(not os.path.exists(os.path.join(folder, "drive.iso")), f"an image is named: {done}")


def hangs(lab, image):
    folder = lab.new_folder("drive")
    address = scripted(lab, image, "hang 8000", speed="speed=20M&")
    with lab.program.started(lab, "rip", address, "-o", folder) as run:
        part = os.path.join(folder, "drive.iso.part")
        # Sector 8000 is reached after 0.8 s.
        run.until(lambda: os.path.exists(part), 10, "writing")
        time.sleep(2)
        begin = time.monotonic()
        run.signal(signal.SIGTERM)
        run.wait(30)
        seconds = time.monotonic() - begin
        expect(run.exit == 3, f"expected exit 3: {run}")
        expect(seconds < PROMPT, f"ended {seconds:.1f} s after the signal: {run}")
    judge.claims_hold(folder, "drive", image)
    resumed(lab, image, folder)


def truncated(lab, _):
    iso = images.iso_image(lab, "truncated.iso", "TRUNCATED", 20 * MIB)
    os.truncate(iso, 15 * MIB)
    folder = lab.new_folder("drive")
    done = rip(lab, iso, folder)
    expect(done.exit == 2, f"expected exit 2: {done}")
    judge.identical(os.path.join(folder, "TRUNCATED.iso"), iso)
    judge.sums_agree(folder, "TRUNCATED")
    words = ("truncated", "shorter", "short", "missing", "incomplete")
    expect(any(w in done.out.lower() for w in words), f"expected a word on its size: {done}")
    os.unlink(iso)


def two_at_once(lab, image):
    folder = lab.new_folder("drive")
    part = os.path.join(folder, "drive.iso.part")
    record = os.path.join(folder, "drive.rip.json")
    with lab.program.started(lab, "rip", image + "?speed=2M", "-o", folder) as first:
        first.until(lambda: os.path.exists(part) and os.path.exists(record), 10, "writing")
        for how in ((), ("--resume",), ("--restart",)):
            second = rip(lab, image, folder, *how)
            expect(second.exit == 4, f"expected exit 4 of the second: {second}")
            lines = second.lines()
            expect(len(lines) == 1, f"expected one sentence, seen {len(lines)} lines: {second}")
            pid = str(first.process.pid)
            expect(pid in lines[0], f"expected the process {pid} in the sentence: {second}")
        first.wait(60)
        expect(first.exit == 0, f"expected exit 0 of the first: {first}")
    judge.complete(folder, "drive", image)


def same_label(lab, _):
    folder = lab.new_folder("drive")
    names = ("SAME_LABEL", "SAME_LABEL-2")
    isos = [images.iso_image(lab, f"same-{n}.iso", "SAME_LABEL", (2 + n) * MIB) for n in (0, 1)]
    for iso in isos:
        done = rip(lab, iso, folder)
        expect(done.exit == 0, f"expected exit 0: {done}")
    for name, iso in zip(names, isos):
        judge.identical(os.path.join(folder, name + ".iso"), iso)
        judge.sums_agree(folder, name)
    judge.alone(folder, names)
    insisting = rip(lab, isos[1], folder, "--resume")
    expect(insisting.exit == 4, f"expected exit 4 for another disc's image: {insisting}")
    judge.alone(folder, names)
    for iso in isos:
        os.unlink(iso)


def again(lab, image):
    folder = lab.new_folder("drive")
    expect(rip(lab, image, folder).exit == 0, "the first rip failed")
    os.unlink(os.path.join(folder, "drive.sha256"))
    done = rip(lab, image, folder, "--resume", "--json")
    expect(done.exit == 0, f"expected exit 0: {done}")
    expect("already" in json.loads(done.out)["text"], f"expected it to say so: {done}")
    judge.complete(folder, "drive", image)
