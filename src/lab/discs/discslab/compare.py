"""What `spindle info --json` tells of each image, against what the kernel's mount shows in it."""

import hashlib
import json
import os
import re
import subprocess

from . import truth

STEP = 1 << 20


def compare(lab, recipes, program):
    """Prints a line for each image; returns how many differ."""
    equal = differ = 0
    for recipe in recipes:
        path = lab.truth(recipe, recipe.views[0])
        if not os.path.exists(path):
            print(f"{recipe.name}: no list to compare with")
            continue
        wanted = truth.read(path)
        if recipe.views[0] == "plain":
            wanted = {without_version(name): what for name, what in wanted.items()}
        wrong = differences(lab.image(recipe), wanted, program, KNOWN.get(recipe.name, unchanged))
        if wrong:
            differ += 1
            print(f"{recipe.name}: DIFFERS: " + " | ".join(wrong[:5]))
        else:
            equal += 1
            print(f"{recipe.name}: equal")
    print(f"{equal} equal, {differ} differ")
    return differ


def unchanged(entries):
    return entries


def without_content(entries):
    """The kernel unpacks zisofs, and Spindle says that it does not: kinds, names and sizes are compared."""
    return {path: (kind, size) for path, (kind, size, _) in entries.items()}


def without_moved(entries):
    """makefs marks no folder as moved, so the kernel shows them twice; names without Rock Ridge's it shows in lower case."""
    return {path.lower(): what for path, what in entries.items() if not path.startswith(".rr_moved/")}


# How lists are compared where the kernel and Spindle differ by intent.
KNOWN = {"iso-zisofs": without_content, "iso-netbsd-rock": without_moved}


def differences(image, wanted, program, known):
    done = subprocess.run([program, "info", image, "--json"], text=True, capture_output=True, errors="replace")
    if done.returncode != 0:
        return [f"exit {done.returncode}: {done.stderr.strip()}"]
    told = json.loads(done.stdout)
    wrong = [f"says: {p}" for p in told.get("filesProblems", [])]
    seen = {escaped(e["path"]): entry(e, image) for e in told["files"] or []}
    seen, wanted = known(seen), known(wanted)
    for path in sorted(wanted.keys() | seen.keys()):
        if seen.get(path) != wanted.get(path):
            wrong.append(f"{path}: {seen.get(path)} instead of {wanted.get(path)}")
    return wrong


def entry(told, image):
    kind = told["type"]
    if kind == "folder":
        return "dir", "-", "-"
    if kind == "link":
        return "link", "-", escaped(told["target"])
    if kind == "file":
        return "file", str(told["bytes"]), told.get("obstacle") or digest(told["extents"], image)
    return "other", "-", "-"


def digest(extents, image):
    """Of the bytes that the extents name, holes as zeros."""
    sum = hashlib.sha256()
    with open(image, "rb") as file:
        for extent in extents:
            left = extent["bytes"]
            if extent["offset"] is not None:
                file.seek(extent["offset"])
            while left > 0:
                count = min(left, STEP)
                sum.update(bytes(count) if extent["offset"] is None else file.read(count))
                left -= count
    return sum.hexdigest()


def without_version(name):
    """Spindle shows no versions, which ISO 9660 writes behind a semicolon."""
    return re.sub(r"\.?;\d+$", "", name)


def escaped(name):
    return "".join(
        "\\\\" if c == "\\" else f"\\x{ord(c):02x}" if c < " " or c == "\x7f" else c for c in name
    )
