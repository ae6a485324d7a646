"""Rips onto a share whose server, disk or wire fails meanwhile."""

import os
import signal
import time

from spindlelab import blame, happenings, judge
from spindlelab.lab import Skipped, expect, need_tool

from ..ripping import LONGEST, kept
from ..shares.nfs import Nfs
from ..shares.server import STORE
from ..shares.share import NAME, SLOW_SPEED, Share, fill, hangs
from ..shares.smb import Smb

AWAY, LONG_AWAY = 10, 180
TRUTH_SECONDS, VERDICT_SECONDS = 1.0, 12.0
LOOK_SECONDS = 0.05


def nfs4(lab):
    """rips onto NFS 4.2: the server slow, frozen, killed, cut off, full; nothing lost, Stop answers"""
    served(lab, Nfs(4), "rpc.nfsd", "mount.nfs")


def nfs3(lab):
    """the same onto NFS 3"""
    served(lab, Nfs(3), "rpc.nfsd", "mount.nfs")


def smb(lab):
    """the same onto SMB 3.1.1 (Samba)"""
    served(lab, Smb(), "smbd", "mount.cifs")


def served(lab, server, *tools):
    if lab.lacks("a share", lambda: need_tool(*tools, "nft", "tc")):
        return
    with server:
        checked(lab, server)


def checked(lab, server):
    share = Share(lab, server)
    for what, check in {
        "whole, and told as what it is": sound,
        "a slow line: SLOW at most, the share is billed": slow,
        f"server frozen for {AWAY} s: complete, the share is billed": frozen,
        f"server killed, and back after {AWAY} s: complete, by itself": killed,
        f"wire cut for {AWAY} s: complete, the share is billed": cut,
        "wire cut: Stop answers within 1 s, and the rest resumes": stopped,
        "wire cut before the start: Stop answers within 1 s": refused,
        "the server's disk full: said so, and goes on when there is room": full,
    }.items():
        with lab.check(what) as notes:
            check(share, notes)
    with lab.check(f"wire cut for {LONG_AWAY} s: DEGRADED, and back") as notes:
        if not lab.full:
            raise Skipped("takes four minutes: --full")
        degraded(share, notes)


def sound(share, notes):
    with share.rip(speed="20M") as run:
        share.ends_whole(run)
        notes.append(run.out.splitlines()[0])
        expect(share.server.promise in run.out, f"expected '{share.server.promise}': {run}")
    kinds = {event["kind"] for event in happenings.read(share.log) if event["type"] == "sample"}
    expect(kinds - {"UNKNOWN"} == {share.server.badge}, f"shown as {kinds}")


def slow(share, notes):
    share.server.wire.slow(250_000)
    try:
        with share.rip(speed="2M") as run:
            share.ends_whole(run)
    finally:
        share.server.wire.fast()
    seen = happenings.way(share.health())
    notes.append(happenings.told(share.health()))
    expect("DEGRADED" not in seen, f"a slow line is no dead one: {happenings.told(share.health())}")
    share.is_billed(notes)


def frozen(share, notes):
    outlasts(share, share.server.freeze, share.server.thaw)
    share.is_billed(notes)


def cut(share, notes):
    outlasts(share, share.server.wire.cut, share.server.wire.heal)
    share.is_billed(notes)


def outlasts(share, leave, come_back, seconds=AWAY, **how):
    """Of a rip that ends whole though the server is away for so long; returns its run."""
    with share.rip(**how) as run:
        share.has_begun(run)
        leave()
        time.sleep(seconds)
        come_back()
        share.ends_whole(run)
    return run


def killed(share, notes):
    run = outlasts(share, share.server.kill, share.server.start)
    notes.append(", ".join(line for line in run.err.splitlines() if line.startswith("spindle: ")))


def stopped(share, notes):
    with share.rip(speed=SLOW_SPEED) as run:
        share.has_map(run)
        share.server.wire.cut()
        try:
            time.sleep(3)
            asked = time.monotonic()
            run.signal(signal.SIGTERM)
            run.waits_for(lambda: "stopping" in run.err, LONGEST, "word on Stop", pause=LOOK_SECONDS)
            word = time.monotonic() - asked
            run.waits_for(lambda: "Stopped at" in run.out, LONGEST, "verdict", pause=LOOK_SECONDS)
            verdict = time.monotonic() - asked
        finally:
            share.server.wire.heal()
        run.wait(LONGEST)
        notes.append(f"answered after {word:.2f} s, verdict after {verdict:.2f} s")
        expect(run.exit == 3, f"expected exit 3: {run}")
        expect(word <= TRUTH_SECONDS, f"answered after {word:.2f} s")
        expect(verdict <= VERDICT_SECONDS, f"verdict after {verdict:.2f} s")
    kept(share.stored, NAME, share.image)
    share.resumes()


def refused(share, notes):
    """Nothing is known of the folder yet."""
    share.server.wire.cut()
    try:
        with share.rip() as run:
            run.until(lambda: hangs(run.process.pid), LONGEST, "a call to the share that hangs", pause=0.5)
            asked = time.monotonic()
            run.signal(signal.SIGTERM)
            run.waits_for(lambda: "topp" in run.err + run.out, LONGEST, "word on Stop", pause=LOOK_SECONDS)
            word = time.monotonic() - asked
            notes.append(f"answered after {word:.2f} s: {run.err.splitlines()[-1]}")
            share.server.wire.heal()
            run.wait(LONGEST)
            expect(run.exit == 3, f"expected exit 3: {run}")
            expect(word <= TRUTH_SECONDS, f"answered after {word:.2f} s")
    finally:
        share.server.wire.heal()
    judge.empty(share.stored)


def full(share, notes):
    filler = os.path.join(STORE, "filler")
    try:
        with share.rip(speed=SLOW_SPEED) as run:
            share.has_begun(run)
            fill(filler)
            run.wait(LONGEST)
    finally:
        judge.removed_file(filler)
    expect(run.exit == 4, f"expected exit 4: {run}")
    notes.append(run.out.splitlines()[0])
    expect("no space left" in run.out, f"expected what is the matter: {run}")
    judge.claims_hold(share.stored, NAME, share.image)
    share.resumes()


def degraded(share, notes):
    outlasts(share, share.server.wire.cut, share.server.wire.heal, LONG_AWAY, speed="24K")
    seen = [s for s in happenings.way(share.health()) if s != "SLOW"]
    notes.append(happenings.told(share.health()))
    # A client that gives up by itself does so later.
    expect(seen == ["HEALTHY", "DEGRADED", "RECOVERING", "HEALTHY"], f"{seen}: {happenings.told(share.health())}")
    # So slow a drive leaves the share time for all of it: nobody waits, so that nothing is billed to the drive.
    billed = blame.verdict(share.log)["stalledSeconds"]
    expect(billed["DRIVE"] < 1, f"billed {billed}")
