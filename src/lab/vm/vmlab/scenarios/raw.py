"""A disc that can't be read in sectors of 2048 bytes."""

import json
import os

from spindlelab import judge
from spindlelab.lab import expect

from ..ripping import LONGEST, rip


def run(lab):
    """a Mode 2 disc: raw sectors and a cue sheet, identical, and the two work as a drive"""
    drive = lab.programmable()
    drive.insert_raw(lab.discs["xa"], "mode2@0")
    folder = lab.new_folder("raw")
    with lab.check("BIN and CUE, identical"):
        done = rip(lab, drive.node, folder)
        expect(done.exit == 0, f"expected exit 0: {done}")
        names = judge.files(folder)
        expect("LAB_XA.bin" in names and "LAB_XA.cue" in names, f"there are {names}: {done}")
        judge.identical(os.path.join(folder, "LAB_XA.bin"), lab.discs["xa"])
        judge.sums_agree(folder, "LAB_XA")
        with open(os.path.join(folder, "LAB_XA.cue")) as file:
            expect("MODE2/2352" in file.read(), "the cue sheet names no track MODE2/2352")
    with lab.check("the cue sheet is a drive: the same disc"):
        done = lab.program.run(lab, "info", os.path.join(folder, "LAB_XA.cue"), "--json", timeout=LONGEST)
        expect(done.exit == 0, f"expected exit 0: {done}")
        label = (json.loads(done.out)["disc"] or {}).get("label")
        expect(label == "LAB_XA", f"expected LAB_XA, seen {label!r}")
