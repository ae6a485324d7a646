"""ddrescue and Spindle on the same damaged discs, judged by the disc's own log."""

import os
import statistics
import subprocess

import pictures
import served

# Of one program in real time: small reads through FUSE take long on a busy machine.
LIMIT = 3600


class Curve:
    """What a program got from the disc, and when on the disc's clock."""

    def __init__(self, commands):
        seen = bytearray(pictures.SECTORS)
        self.points = []
        self.bad = sectors = 0
        for micros, lba, count, good, *_ in commands:
            if good:
                sectors += count - sum(seen[lba : lba + count])
                seen[lba : lba + count] = b"\1" * count
            else:
                self.bad += 1
            self.points.append((micros, sectors))

    @property
    def total(self):
        return self.points[-1][0]

    @property
    def sectors(self):
        return self.points[-1][1]

    def at(self, micros):
        return max((s for t, s in self.points if t <= micros), default=0)

    def until(self, sectors):
        """When so many sectors were there; its end where they never were."""
        return next((t for t, s in self.points if s >= sectors), self.total)


class Heat:
    """One picture of one seed, run by both."""

    def __init__(self, name, seed, ddrescue, spindle):
        picture = pictures.Picture(name, seed)
        enough = -(-picture.readable() * 99 // 100)
        ideal = next(t for t, s in pictures.ideal(picture) if s >= enough)
        self.name, self.seed = name, seed
        self.readable = picture.readable()
        self.curves = (ddrescue, spindle)
        self.totals = (ddrescue.total, spindle.total)
        self.bad = (ddrescue.bad, spindle.bad)
        self.beyond = tuple(max(0, curve.until(enough) - ideal) for curve in self.curves)
        self.at = [
            tuple(curve.at(ddrescue.total * share // 100) for curve in self.curves)
            for share in (25, 50, 100)
        ]
        self.found = (ddrescue.sectors, spindle.sectors)

    def misses(self):
        """The goals that this heat alone does not meet."""
        named = zip(("25 %", "50 %", "100 %"), self.at)
        missed = [name for name, (theirs, ours) in named if ours < theirs]
        return missed + (["time"] if self.totals[1] > self.totals[0] else [])


def run_ddrescue(device):
    image, mapfile = (os.path.join(device.folder, name) for name in ("image", "map"))
    for step in (["-n"], ["-r3"]):
        # -d in both: the page cache must not answer for the disc.
        subprocess.run(
            ["ddrescue", "-q", "-d", "-b2048", *step, device.path, image, mapfile],
            check=True,
            timeout=LIMIT,
        )
    return image


def run_spindle(device, program, library):
    folder = os.path.join(device.folder, "out")
    ended = subprocess.run(
        [program, "rip", device.path, "-o", folder, "--name", "disc", "--hash", "none", "--json"],
        env=device.environment(library),
        capture_output=True,
        text=True,
        timeout=LIMIT,
    )
    if ended.returncode not in (0, 2):
        raise RuntimeError(f"spindle ended with {ended.returncode}: {ended.stderr[-500:]}")
    return os.path.join(folder, "disc.iso")


def heat(name, seed, program, library, parent):
    """Runs both on discs of their own that are alike, and compares what they wrote."""
    with served.Device(name, seed, parent) as first:
        theirs = run_ddrescue(first)
        ddrescue = Curve(first.commands())
        check(theirs, first)
    with served.Device(name, seed, parent) as second:
        ours = run_spindle(second, program, library)
        spindle = Curve(second.commands())
        check(ours, second)
    return Heat(name, seed, ddrescue, spindle)


def check(image, device):
    """Every sector that the disc gave is in the image as it gave it."""
    read = bytearray(pictures.SECTORS)
    for _, lba, count, good, *_ in device.commands():
        if good:
            read[lba : lba + count] = b"\1" * count
    with open(image, "rb") as file:
        for lba in range(pictures.SECTORS):
            content = file.read(pictures.SECTOR_BYTES)
            if read[lba] and content != pictures.content(lba):
                raise RuntimeError(f"{image} does not hold sector {lba}")


def table(heats):
    """Medians a picture, and the sums that the goals over all pictures are about."""
    lines = [
        "| picture | time s | to 99 % beyond ideal s | bad reads | at 25 % | at 50 % | at 100 % |",
        "|---|---|---|---|---|---|---|",
    ]
    for name in pictures.NAMES:
        own = [h for h in heats if h.name == name]
        if own:
            cells = [
                pair(own, lambda h: [t / 1e6 for t in h.totals], "{:.1f}"),
                pair(own, lambda h: [t / 1e6 for t in h.beyond], "{:.2f}"),
                pair(own, lambda h: h.bad, "{:.0f}"),
                *(pair(own, lambda h, i=i: h.at[i], "{:.0f}") for i in range(3)),
            ]
            lines.append(f"| {name} | " + " | ".join(cells) + " |")
    theirs, ours = (sum(h.beyond[i] for h in heats) / 1e6 for i in (0, 1))
    bad = [sum(h.bad[i] for h in heats) for i in (0, 1)]
    lines.append("")
    share = ours / theirs if theirs else 0
    lines.append(f"Beyond the ideal to 99 %, all together: {ours:.1f} s of {theirs:.1f} s ({share:.2f}).")
    lines.append(f"Bad reads, all together: {bad[1]} of {bad[0]}.")
    for h in heats:
        if h.misses():
            lines.append(f"{h.name} seed {h.seed} misses: {', '.join(h.misses())} {h.at} {h.totals}")
    return "\n".join(lines)


def pair(heats, values, form):
    medians = [statistics.median(values(h)[i] for h in heats) for i in (0, 1)]
    return f"{form.format(medians[1])} / {form.format(medians[0])}"
