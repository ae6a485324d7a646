"""The system calls of a classic rip are those of the founding system (src/docs/writeback.md)."""

import os

from .. import images, judge, places, sequence
from ..lab import Failed, expect, need_tool

MIB = 1 << 20
CHUNK = 8 * MIB


def run(lab):
    with lab.check("founding sequence, the checker notices each spoiled trace"):
        lines = sequence.founding_trace(50 * MIB + 1000, CHUNK)
        sequence.check(lines, 50 * MIB + 1000, CHUNK)
        notices_all(lines, 50 * MIB + 1000)
    size = 1200 * MIB + 1024 if lab.full else 300 * MIB + 1024
    with lab.check(f"founding sequence, ext4, fixed, 8M, {size} bytes, chunk by chunk"):
        traced(lab, size)


def traced(lab, size):
    need_tool("strace")
    image = images.random_image(lab, "founding.img", size)
    trace = lab.path("founding.trace")
    before = ("strace", "-f", "-s", "4", "-o", trace, "-e", f"trace={sequence.TRACED}")
    options = ("--policy", "classic", "--controller", "fixed", "--chunk", "8M")
    with places.mounted(lab, "ext4", size + size // 8 + 64 * MIB) as point:
        done = lab.program.run(lab, "rip", image, "-o", point, *options, before=before)
        expect(done.exit == 0, f"expected exit 0: {done}")
        judge.complete(point, "founding", image)
    with open(trace, errors="replace") as file:
        lines = file.readlines()
    os.unlink(trace)
    os.unlink(image)
    try:
        waited, barriers = sequence.check(lines, size, CHUNK)
    except sequence.SequenceError as problem:
        raise Failed(problem) from None
    expect(waited == size // CHUNK, f"{waited} chunks were waited for, not {size // CHUNK}")
    expect(barriers >= 1, "no barrier lies in between, though 256 MiB passed")
    notices_all(lines, size)


def notices_all(lines, size):
    for what, trace in sequence.spoiled(lines).items():
        try:
            sequence.check(trace, size, CHUNK)
        except sequence.SequenceError:
            continue
        raise Failed(f"the checker did not notice: {what}")
