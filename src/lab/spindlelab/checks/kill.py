"""Killed at random moments and resumed, a rip ends as if nothing had happened."""

import itertools
import os
import random
import re
import shutil
import signal

from .. import images, judge
from ..lab import expect, need_tool
from ..tracing import Trace, need_strace

SIZE = 200 * 1000 * 1000
# Where the moments lie: by time, or a few milliseconds after something is seen in the folder.
PLACES = ("start", "reading", "flushing", "naming", "sidecars")
QUICK, FULL = 20, 200
WAYS = (
    ("--policy", "plain"),
    ("--policy", "classic"),
    *(("--policy", "steady", "--mechanism", m) for m in ("direct", "dontcache", "range", "datasync")),
)
TIMEOUT = 120
# A rip of 6 MB makes a dozen of each; without an end the check would not end either.
MOST_CALLS = 60
LASTING = ("fsync", "fdatasync", "rename", "renameat2")


def run(lab):
    if lab.lacks("kill", need_strace):
        return
    print(f"kill: seed {lab.seed}", flush=True)
    image = images.random_image(lab, "kill.img", SIZE)
    for number in range(FULL if lab.full else QUICK):
        rng = random.Random(f"{lab.seed}-{number}")
        place = PLACES[number % len(PLACES)]
        with lab.check(f"kill {number + 1} of seed {lab.seed}, {place}"):
            at_random(lab, rng, image, place)
    os.unlink(image)
    before_each_step(lab)


def at_random(lab, rng, image, place):
    """One to three kills, the first at that place, then a resume to the end."""
    folder = lab.new_folder("kill")
    rip = ("rip", image + "?speed=200M", "-o", folder, *rng.choice(WAYS))
    kill(lab, rng, folder, place, rip)
    claimed = judge.claims_hold(folder, "kill", image)
    for _ in range(rng.choice((0, 0, 1, 2))):
        kill(lab, rng, folder, rng.choice(PLACES), (*rip, "--resume"))
        before, claimed = claimed, judge.claims_hold(folder, "kill", image)
        lost = sum(size for _, size in before) - sum(size for _, size in claimed)
        expect(lost <= 0, f"a killed resume gave up {lost} bytes that the map had: {before}, {claimed}")
    trace = Trace(lab.path("kill.trace"), [image])
    how = how_to_go_on(rng, folder)
    done = lab.program.run(lab, *rip, *how, before=trace.before, timeout=TIMEOUT)
    expect(done.exit == 0, f"expected exit 0 of the resume: {done}")
    judge.complete(folder, "kill", image)
    judge.nothing_read_twice(trace.reads(), claimed)
    os.unlink(trace.path)
    shutil.rmtree(folder)


def how_to_go_on(rng, folder):
    """A part is resumed also unasked; next to a whole image that would make a second one."""
    is_named = os.path.exists(os.path.join(folder, "kill.iso"))
    return ("--resume",) if is_named or rng.random() < 0.5 else ()


def kill(lab, rng, folder, place, rip):
    with lab.program.started(lab, *rip) as run:
        seen, longest = moment(folder, place)
        while run.is_running() and not seen():
            run.waits_for_end(0.0005)
        run.waits_for_end(rng.uniform(0, longest))
        run.process.kill()
        run.wait(TIMEOUT)
        ended_or_killed = run.exit in (-signal.SIGKILL, 0)
        expect(ended_or_killed, f"expected the kill, or the end before it: {run}")


def moment(folder, place):
    """What to wait for, and how many seconds after it the kill comes at the latest."""
    part, name = os.path.join(folder, "kill.iso.part"), os.path.join(folder, "kill.iso")
    sums = os.path.join(folder, "kill.sha256.tmp")
    return {
        "start": (lambda: True, 0.8),
        "reading": (lambda: size(part) > 0, 1.0),
        "flushing": (lambda: size(part) >= SIZE * 0.9 or os.path.exists(name), 0.3),
        "naming": (lambda: size(part) >= SIZE or os.path.exists(name), 0.1),
        "sidecars": (lambda: os.path.exists(name) or os.path.exists(sums), 0.02),
    }[place]


def size(path):
    try:
        return os.stat(path).st_size
    except FileNotFoundError:
        return 0


def before_each_step(lab):
    """The same without chance: killed as it enters each call that makes something lasting."""
    image = images.random_image(lab, "steps.img", 6 * 1000 * 1000)
    calls = ()
    with lab.check("the calls that make something lasting are known"):
        calls = lasting_calls(lab, image)
    for call in calls:
        before_each(lab, image, call)
    os.unlink(image)


def before_each(lab, image, call):
    """How often a rip makes the call depends on its pace: the first it did not reach was the last."""
    for number in itertools.count(1):
        reached = False
        with lab.check(f"killed before {call} number {number}, or ended with {number - 1}"):
            expect(number <= MOST_CALLS, f"more than {MOST_CALLS} of {call}")
            reached = at_step(lab, image, call, number)
        if not reached:
            return


def lasting_calls(lab, image):
    """Those of the calls that a whole rip makes; each is expected at least once."""
    need_tool("strace")
    trace = lab.path("steps.trace")
    before = ("strace", "-f", "-o", trace, "-e", "trace=" + ",".join(LASTING))
    folder = lab.new_folder("steps")
    done = lab.program.run(lab, "rip", image, "-o", folder, before=before)
    expect(done.exit == 0, f"expected exit 0: {done}")
    with open(trace) as file:
        # The program asks at its start, with descriptor -1, whether a call is there at all.
        seen = re.findall(r"^\d+ +(\w+)\((?!-1)", file.read(), re.MULTILINE)
    os.unlink(trace)
    shutil.rmtree(folder)
    missing = [call for call in LASTING if call not in seen]
    expect(not missing, f"a whole rip without {missing}")
    return LASTING


def at_step(lab, image, call, number):
    """Whether the rip made that many of the calls, and so was killed."""
    folder = lab.new_folder("steps")
    inject = f"inject={call}:signal=SIGKILL:when={number}"
    before = ["strace", "-f", "-o", "/dev/null", "-e", f"trace={call}", "-e", inject]
    if call == "renameat2":
        # Not the question at the start whether it is there.
        before += ["-P", os.path.join(folder, "steps.iso.part")]
    killed = lab.program.run(lab, "rip", image, "-o", folder, before=before, timeout=TIMEOUT)
    if number > 1 and killed.exit == 0:
        judge.complete(folder, "steps", image)
        shutil.rmtree(folder)
        return False
    expect(killed.exit in (-signal.SIGKILL, 128 + signal.SIGKILL), f"expected the kill: {killed}")
    judge.claims_hold(folder, "steps", image)
    done = lab.program.run(lab, "rip", image, "-o", folder, "--resume", timeout=TIMEOUT)
    expect(done.exit == 0, f"expected exit 0 of the resume: {done}")
    judge.complete(folder, "steps", image)
    shutil.rmtree(folder)
    return True
