"""Discs that are put in, changed and taken out."""

from spindlelab.lab import expect

from .. import optical
from ..ripping import size
from .identify import drives


def run(lab):
    """a disc put in, taken out, another one put in, the tray opened and shut again: told as it is each time"""
    drive = lab.programmable()
    with lab.check("no disc"):
        is_empty(lab, drive)
    with lab.check("a disc put in"):
        drive.insert(lab.discs["cd"], optical.CD)
        holds(lab, drive, "LAB_CD", "cd")
    with lab.check("another disc put in"):
        drive.insert(lab.discs["dvd"], optical.DVD)
        holds(lab, drive, "LAB_DVD", "dvd")
    with lab.check("the tray opened: no command shuts it"):
        drive.tell("open")
        is_empty(lab, drive)
        expect("open 1" in drive.tell("state"), "the tray was shut by looking at it")
    with lab.check("the same disc put in again"):
        drive.tell("close")
        holds(lab, drive, "LAB_DVD", "dvd")


def told(lab, drive):
    return next((found for found in drives(lab) if found["device"] == drive.node), None)


def is_empty(lab, drive):
    found = told(lab, drive)
    expect(found and found["disc"] is None and found["state"] != "ready", f"expected no disc: {found}")


def holds(lab, drive, label, disc):
    disc_told = (told(lab, drive) or {}).get("disc") or {}
    seen = (disc_told.get("label"), disc_told.get("bytes"))
    wanted = (label, size(lab.discs[disc]))
    expect(seen == wanted, f"expected {wanted}, seen {seen} in {disc_told}")
