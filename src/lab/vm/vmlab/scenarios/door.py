"""Eject, and a door that stays shut."""

from spindlelab import judge
from spindlelab.lab import expect

from .. import optical
from ..ripping import rip


def run(lab):
    """--eject opens the tray; a door that somebody holds shut is told, and the rip is complete all the same"""
    drive = lab.programmable()
    for is_held in (True, False):
        with lab.check("eject with the door held shut" if is_held else "eject with a free door"):
            drive.insert(lab.discs["cd"], optical.CD)
            drive.tell(f"hold {int(is_held)}")
            folder = lab.new_folder("door")
            done = rip(lab, drive.node, folder, "--eject")
            expect(done.exit == 0, f"expected exit 0: {done}")
            judge.complete(folder, "LAB_CD", lab.discs["cd"])
            state = dict(zip(*[iter(drive.tell("state").split())] * 2))
            expect((state["open"] == "0") == is_held, f"the tray: {state}, {done}")
            if is_held:
                expect("door" in done.err + done.out, f"expected a word on the door: {done}")
