"""Answers of the kernel that are no faults of the disk: interrupted, refused or missing calls, on the real program."""

import os

from .. import images, judge
from ..lab import expect
from ..tracing import Trace, need_strace

NAME = "boundary"
SIZE = 24 << 20


def steady(mechanism):
    return ("--policy", "steady", "--mechanism", mechanism)


# Only where the disk is busy does more than one buffer wait for a call.
LATE = "pwrite64:delay_enter=30000"

# What happens, the policy, the call and its answer as strace injects it, and the exit code.
CASES = (
    ("pwrite interrupted three times", steady("range"), "pwrite64:error=EINTR:when=3..5", 0),
    ("pwrite past the cache interrupted", steady("direct"), "pwrite64,pwritev:error=EINTR:when=1..3", 0),
    ("no pwritev (ENOSYS)", steady("direct"), "pwritev:error=ENOSYS " + LATE, 0),
    ("pwritev forbidden (EPERM)", steady("direct"), "pwritev:error=EPERM " + LATE, 0),
    ("pwritev2 interrupted", steady("dontcache"), "pwritev2:error=EINTR:when=3..5", 0),
    ("fdatasync interrupted", steady("range"), "fdatasync:error=EINTR:when=1..2", 0),
    ("sync_file_range interrupted", steady("range"), "sync_file_range:error=EINTR:when=1..3", 0),
    ("fsync interrupted", (), "fsync:error=EINTR:when=1..2", 0),
    # Each thread counts for itself: only the writer makes so many.
    ("pwrite of the image says EAGAIN twice", steady("range"), "pwrite64:error=EAGAIN:when=6..7", 0),
    ("pwrite of a file beside it says EAGAIN", steady("range"), "pwrite64:error=EAGAIN:when=3", 4),
    ("fdatasync says EAGAIN once", (), "fdatasync:error=EAGAIN:when=1", 0),
    ("no sync_file_range (ENOSYS)", steady("range"), "sync_file_range:error=ENOSYS", 0),
    ("sync_file_range forbidden (EPERM)", steady("range"), "sync_file_range:error=EPERM", 0),
    ("classic, sync_file_range forbidden (EPERM)", ("--policy", "classic", "--chunk", "4M"), "sync_file_range:error=EPERM", 0),
    ("no pwritev2 (ENOSYS)", steady("dontcache"), "pwritev2:error=ENOSYS", 0),
    ("pwritev2 forbidden (EPERM)", steady("dontcache"), "pwritev2:error=EPERM", 0),
    ("no posix_fadvise (ENOSYS)", steady("range"), "fadvise64:error=ENOSYS", 0),
    ("posix_fadvise forbidden (EPERM)", steady("range"), "fadvise64:error=EPERM", 0),
    ("no renameat2 (ENOSYS)", (), "renameat2:error=ENOSYS", 0),
    ("renameat2 without flags (EINVAL)", (), "renameat2:error=EINVAL", 0),
    ("renameat2 forbidden (EPERM)", (), "renameat2:error=EPERM", 0),
    ("no statx (ENOSYS)", (), "statx:error=ENOSYS", 4),
    ("statx forbidden (EPERM)", (), "statx:error=EPERM", 4),
    ("fdatasync forbidden (EPERM)", (), "fdatasync:error=EPERM", 4),
)


def run(lab):
    if lab.lacks("boundary", need_strace):
        return
    image = images.random_image(lab, NAME + ".img", SIZE)
    for what, options, injected, exit_code in CASES:
        with lab.check(f"boundary, {what}: exit {exit_code}"):
            answered(lab, image, options, injected, exit_code)
    os.unlink(image)


def answered(lab, image, options, injected, exit_code):
    folder = lab.new_folder("boundary")
    endings = (".iso.part", ".iso", ".map", ".map.tmp", ".sha256", ".sha256.tmp", ".rip.json", ".rip.json.tmp")
    # Only of these files: the Java runtime makes such calls too.
    paths = [folder, *(os.path.join(folder, NAME + ending) for ending in endings)]
    trace = Trace(lab.path("boundary.trace"), paths)
    before = [*trace.before, *(word for each in injected.split() for word in ("-e", f"inject={each}"))]
    rip = ("rip", image, "-o", folder, *options)
    done = lab.program.run(lab, *rip, before=before, timeout=120)
    expect(done.exit == exit_code, f"expected exit {exit_code}: {done}")
    expect("Exception" not in done.out + done.err, f"for programmers only: {done}")
    expect("(INJECTED)" in trace.text(), f"nothing was injected: {done}")
    if exit_code:
        judge.claims_hold(folder, NAME, image)
        done = lab.program.run(lab, *rip, "--resume")
        expect(done.exit == 0, f"expected exit 0 without it: {done}")
    judge.complete(folder, NAME, image)
    os.unlink(trace.path)
