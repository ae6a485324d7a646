"""Stop works: exit 3, soon, and the next run goes on from there."""

import os
import signal
import time

from .. import images, judge
from ..lab import expect

SIZE = 120 * 1000 * 1000
# Stopping, saving what is in the ring, and the end of the Java process.
PROMPT = 2.5


def run(lab):
    image = images.random_image(lab, "stop.img", SIZE)
    for what, numbers in {
        "SIGTERM": [signal.SIGTERM],
        "SIGINT": [signal.SIGINT],
        "SIGTERM twice": [signal.SIGTERM] * 2,
        "SIGINT three times": [signal.SIGINT] * 3,
    }.items():
        with lab.check(f"stop, {what}: exit 3, then --resume completes"):
            stopped(lab, image, numbers)
    with lab.check("stop, SIGTERM at once: exit 3 or ended by it, nothing wrong left"):
        at_once(lab, image)
    with lab.check("stop, SIGTERM while it resumes: exit 3, then completes"):
        while_resuming(lab, image)
    os.unlink(image)


def stopped(lab, image, numbers):
    folder = lab.new_folder("stop")
    rip = ("rip", image + "?speed=40M", "-o", folder)
    stop(lab, folder, numbers, *rip)
    left = judge.files(folder)
    # A second stop gives up what is not saved yet, and on a slow machine that is the first map.
    may_lack_map = len(numbers) > 1 and "stop.map" not in left
    names = ["stop.iso.part", "stop.rip.json"] if may_lack_map else ["stop.iso.part", "stop.map", "stop.rip.json"]
    expect(left == names, f"left: {left}")
    if not may_lack_map:
        judge.claims_hold(folder, "stop", image)
    finish(lab, folder, image, "--resume")


def while_resuming(lab, image):
    folder = lab.new_folder("stop")
    stop(lab, folder, [signal.SIGTERM], "rip", image + "?speed=40M", "-o", folder)
    stop(lab, folder, [signal.SIGTERM], "rip", image + "?speed=20M", "-o", folder, "--resume")
    judge.claims_hold(folder, "stop", image)
    # Unasked too: the part is of the same disc.
    finish(lab, folder, image)


def stop(lab, folder, numbers, *rip):
    part = os.path.join(folder, "stop.iso.part")
    with lab.program.started(lab, *rip) as run:
        run.until(lambda: "reading" in run.err and os.path.exists(part), 10, "reading")
        time.sleep(0.7)
        begin = time.monotonic()
        for number in numbers:
            run.signal(number)
            time.sleep(0.05)
        run.wait(30)
        seconds = time.monotonic() - begin
        expect(run.exit == 3, f"expected exit 3: {run}")
        expect(seconds < PROMPT, f"ended {seconds:.1f} s after the signal: {run}")
        told = [line for line in run.lines() if line.startswith("Stopped at ")]
        expect(len(told) == 1, f"expected one sentence on how far it came: {run}")


def finish(lab, folder, image, *how):
    done = lab.program.run(lab, "rip", image, "-o", folder, *how)
    expect(done.exit == 0, f"expected exit 0: {done}")
    judge.complete(folder, "stop", image)


def at_once(lab, image):
    """Before the program listens the kernel ends it; after that it is exit 3."""
    for delay in (0.05, 0.2, 0.35, 0.5, 0.7):
        folder = lab.new_folder("stop")
        with lab.program.started(lab, "rip", image + "?speed=40M", "-o", folder) as run:
            time.sleep(delay)
            run.signal(signal.SIGTERM)
            run.wait(30)
            # 143: Java's own answer to SIGTERM while it is still starting.
            expected = run.exit in (3, 143, -signal.SIGTERM) or ended_between_phases(run)
            expect(expected, f"after {delay} s, expected 3: {run}")
            left = judge.files(folder)
            expect(run.exit != 1 or left == [], f"left: {left}")
        finish(lab, folder, image)


def ended_between_phases(run):
    """Java that shuts down while another thread of it still begins says that, and ends with 1."""
    return run.exit == 1 and run.out.startswith("Error occurred during initialization of VM") and "Bad level" in run.out
