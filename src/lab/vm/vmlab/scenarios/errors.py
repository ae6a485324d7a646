"""Sectors that can't be read, with real sense data."""

import os

from spindlelab import judge
from spindlelab.lab import expect

from .. import optical
from ..ripping import holds, rip, zeros_at

FOR_EVER = [1000, 1001, 1002, 1003, 1900]
ONCE, TWICE, RESTED = 300, 1500, 700


def run(lab):
    """medium errors at known sectors: those that read on the second try do, the others are in the map"""
    drive = lab.programmable()
    drive.insert(lab.discs["cd"], optical.CD)
    drive.tell("bad 1000 4 3/11/05 -1 20")
    drive.tell("bad 1900 1 3/11/00 -1 20")
    drive.tell(f"bad {ONCE} 2 3/11/05 1 20")
    drive.tell(f"bad {TWICE} 1 3/02/00 2 20")
    folder = lab.new_folder("errors")
    begin = drive.log.now()
    done = None
    with lab.check("bad for ever: exit 2, in the map, zeros in the image"):
        done = rip(lab, drive.node, folder)
        expect(done.exit == 2, f"expected exit 2: {done}")
        judge.alone(folder, ["LAB_CD"])
        judge.sums_agree(folder, "LAB_CD")
        seen = judge.bad_sectors(os.path.join(folder, "LAB_CD.map"))
        expect(seen == FOR_EVER, f"the map says {seen} are bad, not {FOR_EVER}")
        holds(os.path.join(folder, "LAB_CD.iso"), zeros_at(lab.discs["cd"], FOR_EVER))
    with lab.check("bad once or twice: read again, and then well"):
        for sector in (ONCE, TWICE):
            met = [r for r in drive.log.reads(begin) if r.lba <= sector < r.lba + r.sectors]
            failed = [r for r in met if r.status != 0]
            expect(failed and met[-1].status == 0, f"sector {sector} was read so: {[str(r) for r in met]}")
    with lab.check("other ways: what needs a rest is read after one, and each way is counted"):
        drive.tell(f"bad {RESTED} 2 3/11/05 -2 20")
        begin = drive.log.now()
        done = rip(lab, drive.node, lab.new_folder("ways"), "--retries", "8", "--json")
        expect(done.exit == 2, f"expected exit 2: {done}")
        means = done.json()["rescue"]["means"]
        # The rip before has tried a run-up and full speed; what they brought is remembered of the drive.
        for way in ("retry", "retry block-device", "retry rested"):
            expect(way in means, f"no {way} in {means}")
        expect(means["retry rested"]["sectors"] == 2, f"after a rest: {means}")
        starts = [command.cdb[4] & 3 for command in drive.log.since(begin) if command.code == 0x1B]
        expect(starts[:2] == [0, 1], f"the disc was stopped and started so: {starts}")
    with lab.check("the drive's error recovery and speed are as they were"):
        state = drive.tell("state").split()
        expect(state[1] in ("0", "65535") and state[-1] == "0", f"the drive was left with {state}")
