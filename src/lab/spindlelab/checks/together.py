"""Two processes at once that want the same: one wins, the other is told who holds it, nothing is overwritten."""

import contextlib
import os
import signal
import time

from .. import images, judge
from ..lab import expect

NAME = "together"
SIZE = 60 << 20


def run(lab):
    image = images.random_image(lab, NAME + ".img", SIZE)
    for what, check in {
        "the same image to the same folder, at the same moment": same_moment,
        "two resumes of one rip": two_resumes,
        "the same image to two folders": two_folders,
    }.items():
        for number in range(1, (10 if lab.full else 2) + 1):
            with lab.check(f"together, {what}, {number}"):
                check(lab, image)
    os.unlink(image)


@contextlib.contextmanager
def both(lab, image, folders, *options):
    """Two processes that begin as nearly at once as they can."""
    with contextlib.ExitStack() as stack:
        rips = [("rip", image, "-o", folder, *options) for folder in folders]
        yield [stack.enter_context(lab.program.started(lab, *rip)) for rip in rips]


def one_wins(runs):
    for run in runs:
        run.wait(120)
    won = [run for run in runs if run.exit == 0]
    lost = [run for run in runs if run.exit != 0]
    expect(len(won) >= 1, f"nobody won: {runs[0]} {runs[1]}")
    for run in lost:
        expect(run.exit == 4, f"expected exit 4 of the other: {run}")
        told = [line for line in run.err.splitlines() if "another rip" in line]
        expect(len(told) == 1, f"expected who holds it: {run}")
    return lost


def same_moment(lab, image):
    """Who comes when the first has ended finds a whole image: also then nothing is overwritten."""
    folder = lab.new_folder("together")
    with both(lab, f"{image}?speed=30M", [folder, folder]) as runs:
        lost = one_wins(runs)
    expect(lost, "both had a name of their own though the first was still at work")
    judge.complete(folder, NAME, image)


def two_resumes(lab, image):
    folder = lab.new_folder("together")
    part = os.path.join(folder, NAME + ".iso.part")
    with lab.program.started(lab, "rip", f"{image}?speed=20M", "-o", folder) as run:
        run.until(lambda: os.path.exists(part) and os.path.getsize(part) > SIZE // 4, 60, "writing")
        run.signal(signal.SIGTERM)
        run.wait(60)
    before = time.time()
    with both(lab, f"{image}?speed=20M", [folder, folder], "--resume") as runs:
        one_wins(runs)
    judge.complete(folder, NAME, image)
    expect(os.stat(os.path.join(folder, NAME + ".iso")).st_mtime >= before - 1, "nothing was resumed")


def two_folders(lab, image):
    """An image file is a drive that two may read."""
    folders = [lab.new_folder("together"), lab.new_folder("together")]
    with both(lab, image, folders) as runs:
        for run in runs:
            run.wait(120)
            expect(run.exit == 0, f"expected exit 0: {run}")
    for folder in folders:
        judge.complete(folder, NAME, image)
