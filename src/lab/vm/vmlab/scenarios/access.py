"""Drives that may not be used, or are used by somebody else."""

import contextlib
import grp
import os

from spindlelab import judge
from spindlelab.lab import expect, tool

from .. import optical
from ..ripping import NOBODY, becomes_nobody, one_sentence, rip


def run(lab):
    """no permission for the drive, and a disc mounted by somebody else: one sentence that says what to do"""
    drive = lab.programmable()
    drive.insert(lab.discs["cd"], optical.CD)
    node = drive.node
    with lab.check("no permission: the device and its group are named"):
        os.chmod(lab.folder, 0o755)
        folder = lab.new_folder("refused")
        os.chown(folder, NOBODY, NOBODY)
        os.chown(node, 0, grp.getgrnam("cdrom").gr_gid)
        os.chmod(node, 0o660)
        begin = drive.log.now()
        done = rip(lab, node, folder, limits=becomes_nobody)
        expect(done.exit not in (0, None) and done.exit != 70, f"expected a refusal: {done}")
        one_sentence(done, node, "cdrom")
        expect(not drive.log.reads(begin), f"the drive was read all the same: {done}")
        judge.empty(folder)
    with lab.check("mounted: where it is mounted is told, and it stays mounted"):
        folder = lab.new_folder("mounted")
        with mounted(lab, node) as point:
            done = rip(lab, node, folder)
            expect(done.exit not in (0, None) and done.exit != 70, f"expected a refusal: {done}")
            one_sentence(done, node, point)
            expect(os.path.ismount(point), "it is not mounted any more")
        judge.empty(folder)


@contextlib.contextmanager
def mounted(lab, node):
    point = lab.new_folder("media")
    tool("mount", "-t", "iso9660", "-o", "ro", node, point)
    try:
        yield point
    finally:
        tool("umount", point)
