"""What can't work is refused: one sentence, the right exit code, nothing left behind."""

import os
import resource
import shutil
import time

from .. import images, judge, places
from ..lab import Skipped, expect, need_root

MIB = 1 << 20


def run(lab):
    image = images.random_image(lab, "input.img", 8 * MIB)
    for name, exit_code, arguments, words in table(lab, image):
        with lab.check(f"input, {name}: exit {exit_code}"):
            refused(lab, exit_code, arguments, words)
    with lab.check("input, unreadable image: exit 1"):
        unreadable(lab)
    with lab.check("input, read-only file system: exit 4"):
        read_only(lab, image)
    with lab.check("input, file system too small: exit 4"):
        too_small(lab)
    with lab.check("input, file-size limit below the image: exit 4"):
        limited(lab, image, 4 * MIB)
    with lab.check("input, 5 GiB image, limit of 4 GiB: exit 4"):
        limited(lab, sparse(lab, 5 << 30), 4 << 30)
    with lab.check("input, file system filled meanwhile: exit 4, resumable"):
        filled_meanwhile(lab)
    os.unlink(image)


def table(lab, image):
    """(what, exit code, arguments after `spindle`, words that the sentence must hold)"""
    empty = lab.path("empty.img")
    open(empty, "w").close()
    bad = images.script(lab, "# fine", "bad ten 1")
    nonsense = images.script(lab, "speed 20M", "  explode 7")
    into = ("-o", "{to}")
    return [
        ("unknown drive", 1, ("rip", "/dev/sr77", *into), ["/dev/sr77"]),
        ("unknown image", 1, ("rip", lab.path("none.iso"), *into), ["none.iso"]),
        ("empty image", 1, ("rip", empty, *into), ["empty"]),
        ("a folder as drive", 1, ("rip", lab.folder, *into), [lab.folder]),
        ("no drive", 1, ("rip", *into), []),
        ("no destination", 1, ("rip", image), ["-o"]),
        ("parent is missing", 4, ("rip", image, "-o", "{to}/none/rips"), ["none"]),
        ("destination is a file", 4, ("rip", image, "-o", empty), [empty]),
        ("name with /", 1, ("rip", image, *into, "--name", "a/b"), ["/"]),
        ("name with a control character", 1, ("rip", image, *into, "--name", "a\tb"), ["control"]),
        ("name with an escape", 1, ("rip", image, *into, "--name", "a\x1b[2Jb"), ["control"]),
        ("name ..", 1, ("rip", image, *into, "--name", ".."), [".."]),
        ("empty name", 1, ("rip", image, *into, "--name", ""), ["--name"]),
        ("name too long", 1, ("rip", image, *into, "--name", "x" * 300), ["--name"]),
        ("wrong option", 1, ("rip", image, *into, "--chunks", "8M"), ["--chunks"]),
        ("wrong policy", 1, ("rip", image, *into, "--policy", "lazy"), ["lazy"]),
        ("wrong chunk", 1, ("rip", image, *into, "--chunk", "8X"), ["8X"]),
        ("chunk of nothing", 1, ("rip", image, *into, "--chunk", "0"), ["--chunk"]),
        ("negative chunk", 1, ("rip", image, *into, "--chunk", "-8M"), ["--chunk"]),
        ("wrong hash", 1, ("rip", image, *into, "--hash", "sha3"), ["sha3"]),
        ("wrong retries", 1, ("rip", image, *into, "--retries", "many"), ["many"]),
        ("chunk with plain", 1, ("rip", image, *into, "--policy", "plain", "--chunk", "8M"), ["--chunk", "plain"]),
        ("mechanism with classic", 1, ("rip", image, *into, "--policy", "classic", "--mechanism", "direct"), ["--mechanism", "classic"]),
        ("budget too small", 1, ("rip", image, *into, "--budget", "1M"), ["--budget", "4M"]),
        ("wait of no duration", 1, ("rip", image, *into, "--wait", "soon"), ["--wait", "soon"]),
        ("verify of no rip", 1, ("verify", image), ["there is no", "name the .iso"]),
        ("resume and restart", 1, ("rip", image, *into, "--resume", "--restart"), ["--resume", "--restart"]),
        ("events into a missing folder", 1, ("rip", image, *into, "--events", "{to}/none/e"), ["none"]),
        ("log into a missing folder", 1, ("--log", "{to}/none/l", "rip", image, *into), ["none"]),
        ("wrong drive option", 1, ("rip", image + "?sped=20M", *into), ["sped"]),
        ("wrong drive speed", 1, ("rip", image + "?speed=fast", *into), ["fast"]),
        ("no such script", 1, ("rip", image + "?script=/none", *into), ["/none"]),
        ("script with a wrong number", 1, ("rip", f"{image}?script={bad}", *into), ["line 2", "column 5", "ten"]),
        ("script with a wrong word", 1, ("rip", f"{image}?script={nonsense}", *into), ["line 2", "column 3", "explode"]),
        ("wrong command", 1, ("ripp", image), ["ripp"]),
        ("report of nothing", 1, ("report", lab.path("none.iso")), ["none"]),
        ("report of no record", 1, ("report", bad), []),
        ("info of an unknown drive", 1, ("info", "/dev/sr77"), ["/dev/sr77"]),
    ]


def refused(lab, exit_code, arguments, words, **how):
    """Refused twice: into a folder that is there, and into one that would have to be made."""
    there = lab.new_folder("to")
    for to in (there, os.path.join(there, "new")):
        run = lab.program.run(lab, *(a.replace("{to}", to) for a in arguments), **how)
        expect_refusal(run, exit_code, words)
        judge.empty(there)
        if not any("{to}" in a for a in arguments):
            break
    os.rmdir(there)


def expect_refusal(run, exit_code, words=()):
    expect(run.exit == exit_code, f"expected exit {exit_code}: {run}")
    lines = run.lines()
    expect(len(lines) == 1, f"expected one sentence, seen {len(lines)} lines: {run}")
    expect_plain(run)
    for word in words:
        expect(word in lines[0], f"expected '{word}' in the sentence: {run}")


def expect_plain(run):
    """Nothing that only a programmer can read."""
    everything = run.out + run.err
    for inside in ("Exception", "at dev.spindle", "\tat ", "\x1b"):
        expect(inside not in everything, f"{inside!r} is shown to the user: {run}")


def unreadable(lab):
    """Root without the right to read all files is refused its own file of mode 0."""
    image = images.random_image(lab, "unreadable.img", MIB)
    os.chmod(image, 0)
    how = {}
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            raise Skipped("root reads everything, and there is no setpriv here")
        rights = "-dac_override,-dac_read_search"
        how["before"] = ("setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}")
        expect(lab.program.run(lab, "--version", **how).exit == 0, "does not start under setpriv")
    refused(lab, 1, ("rip", image, "-o", "{to}"), [image], **how)
    os.unlink(image)


def read_only(lab, image):
    with places.mounted(lab, "ext4", 64 * MIB, read_only=True) as point:
        for to in (point, point + "/new"):
            run = lab.program.run(lab, "rip", image, "-o", to)
            expect_refusal(run, 4, ["read-only"])
            judge.empty(point)


def too_small(lab):
    image = images.random_image(lab, "large.img", 100 * MIB)
    with places.mounted(lab, "ext4", 64 * MIB) as point:
        for to in (point, point + "/new"):
            run = lab.program.run(lab, "rip", image, "-o", to)
            expect_refusal(run, 4, ["free"])
            judge.empty(point)
    os.unlink(image)


def limited(lab, image, limit):
    def set_limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    refused(lab, 4, ("rip", image, "-o", "{to}"), ["limit"], limits=set_limit)


def sparse(lab, size):
    path = lab.path("sparse.img")
    with open(path, "wb") as file:
        file.truncate(size)
    return path


def filled_meanwhile(lab):
    need_root()
    image = images.random_image(lab, "fill.img", 100 * MIB)
    with places.mounted(lab, "ext4", 256 * MIB) as point:
        folder = os.path.join(point, "rips")
        part = os.path.join(folder, "fill.iso.part")
        with lab.program.started(lab, "rip", image + "?speed=20M", "-o", folder) as run:
            run.until(lambda: os.path.exists(part) and os.path.getsize(part) > 10 * MIB, 20, "writing")
            filler = fill(point)
            run.wait(60)
            expect(run.exit == 4, f"expected exit 4: {run}")
            expect_plain(run)
        left = judge.files(folder)
        expect("fill.iso.part" in left and "fill.map" in left, f"left: {left}, {run}")
        expect(not any(f.endswith(".tmp") for f in left), f"left: {left}, {run}")
        judge.claims_hold(folder, "fill", image)
        os.unlink(filler)
        done = lab.program.run(lab, "rip", image, "-o", folder, "--resume")
        expect(done.exit == 0, f"expected exit 0 with room again: {done}")
        judge.complete(folder, "fill", image)
    os.unlink(image)


def fill(point):
    """Takes all the room, also what the other side gives back for a moment."""
    filler = os.path.join(point, "filler")
    end = time.monotonic() + 10
    with open(filler, "wb", buffering=0) as file:
        while time.monotonic() < end:
            try:
                file.write(b"x" * MIB)
            except OSError:
                if os.statvfs(point).f_bavail < 256:
                    break
                time.sleep(0.02)
    return filler
