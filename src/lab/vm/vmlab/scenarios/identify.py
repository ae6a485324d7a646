"""Drives on three kinds of wires are listed, with what is in them."""

import json

from spindlelab.lab import expect

from .. import optical
from ..ripping import LONGEST, size


def run(lab):
    """drives on SATA, virtio-scsi and a programmable one: found and identified, with what is in them"""
    drive = lab.programmable()
    drive.insert(lab.discs["bd"], optical.BLU_RAY)
    listed = {}
    with lab.check("drives lists each with vendor, model and revision, as the kernel has them"):
        listed.update((found["device"], found) for found in drives(lab))
        for node in optical.nodes():
            for name, attribute in (("vendor", "vendor"), ("model", "model"), ("revision", "rev")):
                wanted = optical.attribute(node, f"device/{attribute}")
                seen = listed.get(node, {}).get(name)
                expect(seen == wanted, f"{node} has {name} {wanted!r}, seen {seen!r}")
    with lab.check("drives tells the serial number of the programmable one"):
        seen = listed.get(drive.node, {}).get("serial")
        expect(seen == drive.serial, f"expected {drive.serial}, seen {seen!r}")
    with lab.check("drives tells the disc in each: label, size, sectors"):
        discs = {"QEMU": "cd", "DVD-RW": "dvd", drive.model[:6]: "bd"}
        for model, disc in discs.items():
            is_that(listed.get(optical.node_of(model), {}), "LAB_" + disc.upper(), lab.discs[disc])
    with lab.check("info tells the same of a drive as drives does"):
        done = lab.program.run(lab, "info", drive.node, "--json", timeout=LONGEST)
        expect(done.exit == 0, f"expected exit 0: {done}")
        told, short = json.loads(done.out), listed.get(drive.node, {})
        differing = [name for name in short if name != "disc" and told.get(name) != short[name]]
        differing += [name for name in short.get("disc") or {} if told["disc"].get(name) != short["disc"][name]]
        expect(short and not differing, f"info and drives differ in {differing}: {told} and {short}")


def drives(lab):
    done = lab.program.run(lab, "drives", "--json", timeout=LONGEST)
    expect(done.exit == 0, f"expected exit 0: {done}")
    return json.loads(done.out)


def is_that(drive, label, image):
    disc = drive.get("disc") or {}
    seen = (disc.get("label"), disc.get("bytes"), disc.get("sectors"))
    wanted = (label, size(image), size(image) // 2048)
    expect(seen == wanted, f"expected {wanted}, seen {seen} in {drive}")
