"""A destination behind a program (FUSE) that stops, dies, or caches writes: it is billed, Stop answers, nothing is lost."""

import contextlib
import os
import signal
import subprocess
import time

from .. import blame, happenings, images, judge, places
from ..lab import Failed, Skipped, expect, need_root, need_tool, tool

NAME = "fuse"
SIZE = 60 * 1000 * 1000
DISK = 400 << 20
# Ten seconds of reading; the program is away for eight of them, and the rest waits for it.
SPEED, AWAY = "8M", 8
TRUTH_SECONDS, VERDICT_SECONDS = 1.0, 3.0
ENOUGH = 0.8


def run(lab):
    image = images.random_image(lab, NAME + ".img", SIZE)
    for kind, mounter in {"bindfs": Bindfs, "fuse-overlayfs, which caches writes": Overlay}.items():
        for what, check in {
            "whole, and called handed over": sound,
            f"stopped for {AWAY} s: complete, and billed": stopped,
            "stopped: Stop answers within a second, the rest resumes": interrupted,
            "killed: said so, the rest resumes": killed,
        }.items():
            with lab.check(f"fuse, {kind}, {what}") as notes:
                with places.mounted(lab, "ext4", DISK, 150 << 20) as base, mounter(lab, base) as mount:
                    check(Stage(lab, image, mount), notes)
    os.unlink(image)


class Mount:
    """A folder of the disk that a program in the foreground shows at a mount point."""

    tool = ""

    def __init__(self, lab, base):
        need_root()
        need_tool(self.tool, "fusermount3")
        self.point = lab.new_folder("mnt-fuse")
        self.stored = os.path.join(base, "stored")
        os.mkdir(self.stored)
        self._base = base

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.end()
            raise
        return self

    def __exit__(self, *_):
        self.go_on()
        self.end()

    def start(self):
        self._process = subprocess.Popen(
            self.words(self._base), stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        end = time.monotonic() + 10
        while not os.path.ismount(self.point):
            if self._process.poll() is not None:
                raise Skipped(f"{self.tool} ended with {self._process.returncode}")
            if time.monotonic() > end:
                raise Failed(f"{self.tool} does not show {self.point}")
            time.sleep(0.05)

    def words(self, base):
        raise NotImplementedError

    def stop(self):
        os.killpg(self._process.pid, signal.SIGSTOP)

    def go_on(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGCONT)

    def kill(self):
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(10)

    def end(self):
        subprocess.run(["umount", "-l", self.point], stderr=subprocess.DEVNULL)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGTERM)
        self._process.wait(10)


class Bindfs(Mount):
    tool = "bindfs"

    def words(self, base):
        return ["bindfs", "-f", self.stored, self.point]


class Overlay(Mount):
    """Asks the kernel for its writeback cache (FUSE_WRITEBACK_CACHE)."""

    tool = "fuse-overlayfs"

    def words(self, base):
        lower, work = os.path.join(base, "lower"), os.path.join(base, "work")
        for folder in (lower, work):
            os.makedirs(folder, exist_ok=True)
        folders = f"lowerdir={lower},upperdir={self.stored},workdir={work}"
        return ["fuse-overlayfs", "-f", "-o", folders, self.point]


class Stage:
    def __init__(self, lab, image, mount):
        self.lab, self.image, self.mount = lab, image, mount
        self.log = lab.path("fuse.jsonl")
        self.seen, self.stored = (os.path.join(where, "rips") for where in (mount.point, mount.stored))

    @contextlib.contextmanager
    def rip(self, *options, speed=SPEED):
        with contextlib.suppress(FileNotFoundError):
            os.unlink(self.log)
        words = ("rip", f"{self.image}?speed={speed}", "-o", self.seen, "--events", self.log, *options)
        with self.lab.program.started(self.lab, *words) as run:
            yield run

    def has_begun(self, run):
        part = os.path.join(self.stored, NAME + ".iso.part")
        run.until(lambda: os.path.exists(part) and os.path.getsize(part) > SIZE // 6, 60, "bytes on the disk", 0.05)

    def ends_whole(self, run):
        run.wait(120)
        expect(run.exit == 0, f"expected exit 0: {run}")
        judge.complete(self.seen, NAME, self.image)
        judge.identical(os.path.join(self.stored, NAME + ".iso"), self.image)

    def resumes(self):
        with self.rip("--resume", speed="200M") as run:
            self.ends_whole(run)


def sound(stage, notes):
    with stage.rip(speed="200M") as run:
        stage.ends_whole(run)
        expect("handed over" in run.out, f"a sync of FUSE is somebody else's word: {run}")
    kinds = {event["kind"] for event in happenings.read(stage.log) if event["type"] == "sample"}
    expect("FUSE" in kinds and kinds <= {"FUSE", "UNKNOWN"}, f"shown as {kinds}")
    notes.append(run.out.splitlines()[0])


def stopped(stage, notes):
    with stage.rip() as run:
        stage.has_begun(run)
        stage.mount.stop()
        time.sleep(AWAY)
        stage.mount.go_on()
        stage.ends_whole(run)
    matrix = blame.storage_is_billed(stage.log, notes, ENOUGH)
    expect(matrix.total() > 1000, f"hardly a stall was told: {matrix}")


def interrupted(stage, notes):
    with stage.rip() as run:
        stage.has_begun(run)
        stage.mount.stop()
        time.sleep(2)
        asked = time.monotonic()
        run.signal(signal.SIGINT)
        run.waits_for(lambda: "stopping" in run.err, 10, "word on Stop")
        word = time.monotonic() - asked
        run.waits_for(lambda: "Stopped" in run.out, 20, "verdict")
        verdict = time.monotonic() - asked
        stage.mount.go_on()
        run.wait(60)
    notes.append(f"answered after {word:.2f} s, verdict after {verdict:.2f} s")
    expect(run.exit == 3, f"expected exit 3: {run}")
    expect(word <= TRUTH_SECONDS and verdict <= VERDICT_SECONDS, f"answered after {word:.2f} s, verdict {verdict:.2f} s")
    judge.claims_hold(stage.stored, NAME, stage.image)
    stage.resumes()


def killed(stage, notes):
    """The mount point stays, and answers ENOTCONN; shown again it is another file system."""
    with stage.rip() as run:
        stage.has_begun(run)
        stage.mount.kill()
        run.waits_for(lambda: "not connected" in run.err, 60, "word on the connection")
        run.signal(signal.SIGTERM)
        run.wait(60)
    notes.append(run.out.splitlines()[0])
    expect(run.exit in (3, 4), f"expected exit 3 or 4: {run}")
    judge.claims_hold(stage.stored, NAME, stage.image)
    stage.mount.end()
    stage.mount.start()
    stage.resumes()
