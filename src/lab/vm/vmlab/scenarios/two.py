"""Two drives at once."""

from spindlelab import judge
from spindlelab.lab import expect

from .. import optical
from ..ripping import LONGEST, long_reads, reads_from, started


def run(lab):
    """two drives at once: both images identical, and neither waits for the other"""
    drives = [lab.programmable(0), lab.programmable(1)]
    discs = ("cd", "dvd")
    with lab.check("two rips side by side"):
        for drive, disc in zip(drives, discs):
            drive.insert(lab.discs[disc], optical.DVD)
            # So slow that the first one can't be done before the second one has started.
            drive.tell("rate 50000")
        begin = drives[0].log.now()
        folders = [lab.new_folder("two") for _ in drives]
        with started(lab, drives[0].node, folders[0]) as one, started(lab, drives[1].node, folders[1]) as two:
            for rip, drive in zip((one, two), drives):
                reads_from(rip, drive, begin, 2)
            for drive in drives:
                drive.tell("rate 0")
            for rip in (one, two):
                rip.wait(LONGEST)
                expect(rip.exit == 0, f"expected exit 0: {rip}")
        for folder, disc in zip(folders, discs):
            judge.complete(folder, f"LAB_{disc.upper()}", lab.discs[disc])
        spans = [(reads[0].begin, reads[-1].begin) for reads in (long_reads(d, begin) for d in drives)]
        expect(max(s for s, _ in spans) < min(e for _, e in spans), f"they did not run at once: {spans}")
