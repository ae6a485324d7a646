"""A disk that freezes, loses a write, or loses its power."""

import os
import signal
import time

from .. import images, judge, places
from ..lab import expect

SIZE = 120 * 1000 * 1000
DISK = 400 << 20
# Within a second the screen tells the truth; the rest is for a busy machine.
TRUTH = 2.0


def run(lab):
    image = images.random_image(lab, "block.img", SIZE)
    with lab.check("frozen disk: SIGTERM is answered within a second, then --resume completes"):
        frozen(lab, image)
    for policy in ("classic", "plain"):
        with lab.check(f"passing write errors, {policy}: never called complete with a wrong byte"):
            passing_error(lab, image, policy)
        with lab.check(f"power cut after the end, {policy}: everything is on the disk"):
            cut_after_end(lab, image, policy)
        with lab.check(f"power cut in the middle, {policy}: the map holds, --resume completes"):
            cut_in_the_middle(lab, image, policy)
    os.unlink(image)


def frozen(lab, image):
    with places.block_disk(lab, DISK) as disk:
        folder = os.path.join(disk.mount_point, "rips")
        with lab.program.started(lab, "rip", image + "?speed=40M", "-o", folder) as run:
            read_a_while(run, folder)
            disk.freeze()
            time.sleep(1.5)
            begin = time.monotonic()
            run.signal(signal.SIGTERM)
            run.until(lambda: "Stopped at" in run.out, 20, "verdict")
            seconds = time.monotonic() - begin
            # A thread in the kernel keeps the process until the disk answers again.
            disk.thaw()
            run.wait(30)
            expect(run.exit == 3, f"expected exit 3: {run}")
            expect(seconds < TRUTH, f"the verdict came {seconds:.1f} s after the signal: {run}")
        judge.claims_hold(folder, "block", image)
        finish(lab, folder, image)


def passing_error(lab, image, policy):
    """ext4 without a journal goes on after a write error, and forgets it once it was told.

    What is written again into the same pages then lies in blocks that it takes for unwritten, and
    reads as zeros as soon as the pages are gone.
    """
    with places.block_disk(lab, DISK, "ext4nj") as disk:
        folder = os.path.join(disk.mount_point, "rips")
        rip = ("rip", image + "?speed=40M", "-o", folder, "--policy", policy)
        with lab.program.started(lab, *rip) as run:
            read_a_while(run, folder)
            disk.fail("write")
            time.sleep(0.7)
            # With plain the kernel would not write anything by itself so soon.
            places.write_back(os.path.join(folder, "block.iso.part"))
            disk.fail("off")
            run.wait(120)
            expect(run.exit in (0, 4), f"expected 4, or 0 after it was written again: {run}")
        judge.forget_all(folder)
        if run.exit != 0:
            judge.claims_hold(folder, "block", image)
            finish(lab, folder, image)
        else:
            judge.complete(folder, "block", image)


def cut_after_end(lab, image, policy):
    with places.block_disk(lab, DISK, cache=True) as disk:
        folder = os.path.join(disk.mount_point, "rips")
        done = lab.program.run(lab, "rip", image, "-o", folder, "--policy", policy)
        expect(done.exit == 0, f"expected exit 0: {done}")
        with after_cut(lab, disk) as point:
            judge.complete(os.path.join(point, "rips"), "block", image)


def cut_in_the_middle(lab, image, policy):
    with places.block_disk(lab, DISK, cache=True) as disk:
        folder = os.path.join(disk.mount_point, "rips")
        # 20 s long: one barrier lies in between.
        rip = ("rip", image + "?speed=6M", "-o", folder, "--policy", policy)
        with lab.program.started(lab, *rip) as run:
            run.until(lambda: os.path.exists(os.path.join(folder, "block.map")), 40, "barrier")
            time.sleep(0.5)
            with after_cut(lab, disk) as point:
                run.process.kill()
                run.wait(30)
                left = os.path.join(point, "rips")
                expect(judge.files(left), "nothing is there after the cut")
                judge.claims_hold(left, "block", image)
                finish(lab, left, image)


def after_cut(lab, disk):
    copy = lab.path("cut.img")
    disk.cut(copy)
    return places.mounted_image(lab, copy)


def read_a_while(run, folder):
    part = os.path.join(folder, "block.iso.part")
    run.until(lambda: os.path.exists(part) and os.path.getsize(part) > 30_000_000, 20, "writing")


def finish(lab, folder, image):
    done = lab.program.run(lab, "rip", image, "-o", folder, "--resume")
    expect(done.exit == 0, f"expected exit 0: {done}")
    judge.complete(folder, "block", image)
