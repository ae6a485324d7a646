"""A rip to a local folder that is moved on to a slow disk: cut off in the move in every way, it still arrives."""

import os
import signal
import time

from .. import images, judge, places
from ..lab import expect

NAME = "staging"
SIZE = 60 * 1000 * 1000
DISK = 400 << 20
# 5 MB/s: the move takes twelve seconds.
SLOW = "40M"


def run(lab):
    if lab.lacks("an image is moved on from the staging folder", places.need_block_disk):
        return
    image = images.random_image(lab, NAME + ".img", SIZE)
    with places.block_disk(lab, DISK) as disk:
        disk.rate(SLOW)
        for what, check in {
            "moved to a slow disk": moved,
            "Ctrl-C in the move: exit 3, then the same command goes on": interrupted,
            "killed in the move: the same command goes on": killed,
            "killed in the move: goes on without the disc": without_disc,
            "onto itself by another name: refused, nothing removed": onto_itself,
            "the disk frozen in the move: stopped within a second, nothing lost": frozen,
        }.items():
            with lab.check("staging, " + what):
                check(Stage(lab, disk, image))
    os.unlink(image)


class Stage:
    """One rip by way of a folder on the machine's own disk."""

    def __init__(self, lab, disk, image):
        self.lab, self.disk, self.image = lab, disk, image
        self.local = lab.new_folder("staging")
        self.folder = lab.new_folder("rips", disk.mount_point)

    @property
    def staged(self):
        return os.path.join(self.local, NAME + ".iso")

    def started(self, drive=None):
        drive = drive or self.image + "?speed=200M"
        # With a large ring all would be read, and only be saved, when the signal comes.
        how = ("--staging", self.local, "--ring", "8M")
        return self.lab.program.started(self.lab, "rip", drive, "-o", self.folder, *how)

    def in_the_move(self, run):
        part = os.path.join(self.folder, NAME + ".iso.part")
        run.until(lambda: os.path.exists(part) and os.path.getsize(part) > SIZE // 5, 60, "moving", 0.02)

    def still_whole(self):
        """What is to be moved is all there, and what has arrived is no more than is claimed."""
        judge.complete(self.local, NAME, self.image)
        judge.claims_hold(self.folder, NAME, self.image)

    def arrives(self, drive=None):
        with self.started(drive) as run:
            run.wait(120)
            expect(run.exit == 0, f"expected exit 0: {run}")
            expect("and moved from there." in run.out, f"expected how it came there: {run}")
        judge.complete(self.folder, NAME, self.image)
        expect(judge.files(self.local) == [], f"left in the staging folder: {judge.files(self.local)}")


def moved(stage):
    stage.arrives()


def interrupted(stage):
    with stage.started() as run:
        stage.in_the_move(run)
        run.signal(signal.SIGINT)
        run.wait(30)
        expect(run.exit == 3, f"expected exit 3: {run}")
        expect("The image stays in " + stage.local in run.out, f"expected where it stays: {run}")
    stage.still_whole()
    stage.arrives()


def killed(stage):
    kill(stage)
    stage.arrives()


def without_disc(stage):
    kill(stage)
    stage.arrives(stage.staged)


def kill(stage):
    with stage.started() as run:
        stage.in_the_move(run)
        run.signal(signal.SIGKILL)
        run.wait(30)
    stage.still_whole()


def onto_itself(stage):
    link = stage.lab.path("link-to-staging")
    os.symlink(stage.local, link)
    try:
        first = stage.lab.program.run(stage.lab, "rip", stage.image, "-o", stage.local)
        expect(first.exit == 0, f"expected exit 0: {first}")
        for drive in (stage.image, stage.staged, os.path.join(link, NAME + ".iso")):
            run = stage.lab.program.run(stage.lab, "rip", drive, "-o", link, "--staging", stage.local)
            expect(run.exit in (1, 4), f"expected exit 1 or 4: {run}")
            judge.complete(stage.local, NAME, stage.image)
    finally:
        os.unlink(link)


def frozen(stage):
    with stage.started() as run:
        stage.in_the_move(run)
        stage.disk.freeze()
        try:
            time.sleep(1)
            run.signal(signal.SIGINT)
            run.signal(signal.SIGINT)
            run.waits_for(lambda: "Stopped" in run.out, 3, "verdict")
        finally:
            stage.disk.thaw()
        run.wait(60)
        expect(run.exit == 3, f"expected exit 3: {run}")
    stage.still_whole()
    stage.arrives()
