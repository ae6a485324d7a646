"""An audio CD: tracks, their tags and sheet, and what a drive tells of them."""

import os
import subprocess
import time

from spindlelab import judge
from spindlelab.lab import expect, tool

from .. import cdtext
from ..ripping import rip

RAW = 2352
STARTS = (0, 600, 1200)
TRACKS = ",".join(f"audio@{start}" for start in STARTS)
NAME = "Björk - Höhe"
TITLES = ["Höhe", "One", "Two with a name that runs over packs", "Three"]
FILES = ["01 One.flac", "02 Two with a name that runs over packs.flac", "03 Three.flac"]


def run(lab):
    """an audio CD becomes FLAC files, a sheet and tags; the samples are the disc's"""
    drive = lab.programmable()
    insert(lab, drive)
    folder = lab.new_folder("music")
    with lab.check("tracks, sheet, playlist and log; no image is left"):
        begin = time.monotonic()
        done = rip(lab, drive.node, folder)
        seconds = time.monotonic() - begin
        expect(done.exit == 0, f"expected exit 0: {done}")
        expect(judge.files(folder) == [NAME], f"there are {judge.files(folder)}: {done}")
        names = set(judge.files(os.path.join(folder, NAME)))
        wanted = {*FILES, *(NAME + ending for ending in (".cue", ".log", ".m3u8", ".map", ".rip.json"))}
        expect(names == wanted, f"there are {sorted(names)}: {done}")
    album = os.path.join(folder, NAME)
    with lab.check("flac accepts the files; the samples are the disc's"):
        tool("flac", "--test", "--silent", *[os.path.join(album, name) for name in FILES])
        same_samples(lab, album)
    with lab.check("tags by CD-Text, codes and catalogue number by the sub-channel"):
        tags = tool("metaflac", "--export-tags-to=-", os.path.join(album, FILES[1]))
        for tag in (
            "TITLE=" + TITLES[2], "ARTIST=Björk", "ALBUM=Höhe", "TRACKNUMBER=2", "TRACKTOTAL=3",
            "ISRC=GBAYE9300106", "MCN=0724354526121",
        ):  # fmt: skip
            expect(tag in tags.splitlines(), f"expected {tag} in {tags}")
    with lab.check("a cue parser accepts the sheet; it has the pre-gap"):
        sheet = os.path.join(album, NAME + ".cue")
        told = tool("cueconvert", "-i", "cue", "-o", "toc", sheet)
        expect(told.count("TRACK AUDIO") == 3, f"expected three tracks: {told}")
        with open(sheet) as file:
            text = file.read()
        expect("INDEX 00 00:06:00" in text, f"the pre-gap of track 2 begins two seconds before it: {text}")
    with lab.check("WAV with a read offset that is undone, and sectors that come wrong every other time"):
        drive.tell("offset -30")
        drive.tell("flaky 700 3")
        wav = lab.new_folder("wav")
        done = rip(lab, drive.node, wav, "--format", "wav", "--offset", "30")
        expect(done.exit == 0, f"expected exit 0: {done}")
        shifted(lab, os.path.join(wav, NAME), 30)
        drive.tell("offset 0")
        drive.tell("flaky 0 0")
    with lab.check("cd-paranoia gives the same samples from the same drive"):
        against_paranoia(lab, drive, album, seconds)


def insert(lab, drive):
    drive.insert_raw(lab.discs["music"], TRACKS)
    path = lab.path("packs")
    with open(path, "wb") as file:
        file.write(cdtext.packs(titles=TITLES, performers=["Björk", "\t", "\t", "\t"]))
    drive.tell(f"text {path}")
    drive.tell("catalogue 0724354526121")
    drive.tell("isrc 1 GBAYE9300105")
    drive.tell("isrc 2 GBAYE9300106")
    drive.tell("pregap 2 150")


def part(image, index):
    """A track of the disc."""
    with open(image, "rb") as file:
        sectors = file.read()
    end = STARTS[index + 1] * RAW if index + 1 < len(STARTS) else len(sectors)
    return sectors[STARTS[index] * RAW : end]


def decoded(path):
    words = ["flac", "-d", "-c", "-s", "--force-raw-format", "--endian=little", "--sign=signed", path]
    return subprocess.run(words, capture_output=True, check=True).stdout


def same_samples(lab, album):
    for index, name in enumerate(FILES):
        expect(decoded(os.path.join(album, name)) == part(lab.discs["music"], index), f"{name} has other samples")


def shifted(lab, album, samples):
    """As the disc has them but for the last ones, which lie behind its end."""
    made = b""
    for name in FILES:
        with open(os.path.join(album, name.replace(".flac", ".wav")), "rb") as file:
            made += file.read()[44:]
    with open(lab.discs["music"], "rb") as file:
        disc = file.read()
    expect(made == disc[: -4 * samples] + bytes(4 * samples), "the offset was not undone")


def against_paranoia(lab, drive, album, spindle_seconds):
    path = lab.path("paranoia.raw")
    begin = time.monotonic()
    tool("cd-paranoia", "-d", drive.node, "-r", "-q", "1-", path)
    seconds = time.monotonic() - begin
    with open(path, "rb") as file:
        theirs = file.read()
    expect(theirs == b"".join(decoded(os.path.join(album, name)) for name in FILES), "other samples")
    print(f"cd-paranoia {seconds:.1f} s, Spindle {spindle_seconds:.1f} s, two readings, FLAC and its proof included")
