"""A drive that stops answering."""

import signal
import time

from spindlelab import judge
from spindlelab.lab import expect

from .. import optical
from ..ripping import LONGEST, complete, kept, reads_from, started

# What gives a drive back: the door unlocked, the speed as it was.
GIVES_BACK = (0x1E, 0xBB, 0xB6)
TRUTH_SECONDS = 1.0
# A look costs milliseconds in the emulator, on the one processor that the program needs too.
LOOK_SECONDS = 0.05


def run(lab):
    """the drive stops answering: Stop tells the truth within 1 s, nothing more is sent, the rest resumes"""
    drive = lab.programmable()
    drive.insert(lab.discs["large"], optical.DVD)
    drive.tell("rate 250000")
    folder = lab.new_folder("hang")
    with lab.check("SIGTERM is answered within 1 s, the verdict follows, and no command does") as notes:
        stop_while_it_hangs(lab, drive, folder, notes)
    with lab.check("what was read is kept, and the same disc resumed"):
        kept(folder, "LAB_LARGE", lab.discs["large"])
        drive.tell("rate 0")
        complete(lab, drive.node, folder, "LAB_LARGE", lab.discs["large"], "--resume")


def stop_while_it_hangs(lab, drive, folder, notes):
    begin = drive.log.now()
    with started(lab, drive.node, folder) as run:
        reads_from(run, drive, begin, 30)
        run.until(lambda: "LAB_LARGE.map" in judge.files(folder), LONGEST, "what the storage has confirmed", pause=0.1)
        drive.tell("hang 2")
        try:
            run.until(lambda: unanswered(drive, begin), LONGEST, "a read without an answer")
            time.sleep(1.5)
            asked = drive.log.now()
            run.signal(signal.SIGTERM)
            run.waits_for(lambda: "stopping" in run.err, LONGEST, "word on Stop", pause=LOOK_SECONDS)
            word = drive.log.now() - asked
            run.waits_for(lambda: "Stopped at" in run.out, LONGEST, "verdict", pause=LOOK_SECONDS)
            verdict = drive.log.now() - asked
            notes.append(f"answered after {word:.2f} s, verdict after {verdict:.2f} s")
            time.sleep(2)
            later = drive.log.since(asked, polling=True)
            expect(not later, f"sent after Stop while the drive hung: {[str(c) for c in later]}")
        finally:
            drive.tell("hang 0")
        run.wait(LONGEST)
        expect(run.exit == 3, f"expected exit 3: {run}")
        later = [c for c in drive.log.since(asked) if c.code not in GIVES_BACK]
        expect(not later, f"sent after Stop: {[str(c) for c in later]}")
        expect(word <= TRUTH_SECONDS, f"answered {word:.2f} s after the signal: {run}")


def unanswered(drive, begin):
    reads = drive.log.reads(begin)
    return reads and reads[-1].end is None and drive.log.now() - reads[-1].begin > 1
