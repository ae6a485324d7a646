"""ddrescue and Spindle go on with each other's work, cut off at random moments."""

import os
import random
import signal
import subprocess
import time

import pictures
import served

LIMIT = 300


def run(rounds, seed, program, library, parent):
    """So many interruptions, over as many discs as that takes; 1 where an image was not whole."""
    moments = random.Random(seed)
    done = failed = discs = 0
    while done < rounds:
        name = moments.choice(pictures.NAMES[1:])
        picture_seed = moments.randrange(100)
        with served.Device(name, picture_seed, parent, healed=True) as device:
            cuts, problem = one_disc(device, moments, program, library)
        done += cuts
        discs += 1
        failed += bool(problem)
        print(f"{name} {picture_seed}: {cuts} interruptions, {problem or 'whole'}", flush=True)
    print(f"{done} interruptions on {discs} discs, {failed} failed")
    return 1 if failed else 0


def one_disc(device, moments, program, library):
    folder = os.path.join(device.folder, "out")
    os.mkdir(folder)
    part, mapfile = (os.path.join(folder, name) for name in ("disc.iso.part", "disc.map"))
    image = os.path.join(folder, "disc.iso")
    spindle = [program, "rip", device.path, "-o", folder, "--name", "disc", "--hash", "none"]
    spindle += ["--resume", "--retries", "5"]
    ddrescue = ["ddrescue", "-q", "-d", "-b2048", "-r5", device.path, part, mapfile]
    cuts = 0
    is_ours = moments.random() < 0.5
    while not os.path.exists(image):
        command = spindle if is_ours else ddrescue
        how = moments.choice((signal.SIGINT, signal.SIGTERM, signal.SIGKILL))
        after = int(10 ** moments.uniform(0.5, 3.2)) if cuts < 12 else 1 << 30
        code, cut = cut_off(command, device, after, how, library)
        cuts += cut
        if not cut and code not in (0, 2):
            return cuts, f"{command[0]} ended with {code}"
        if not is_ours and not os.path.exists(mapfile) and os.path.exists(part):
            os.remove(part)  # cut off before its first map: nothing is known of the image
        is_ours = not is_ours
    return cuts, verdict(image, mapfile, device)


def cut_off(command, device, after, how, library):
    """Runs it until the disc has seen so many commands more; its exit code, and whether it was cut."""
    limit = len(device.commands()) + after
    log = os.path.join(device.folder, "said")
    with open(log, "w") as said:
        process = subprocess.Popen(
            command, env=device.environment(library), stdout=said, stderr=said, stdin=subprocess.DEVNULL
        )
        deadline = time.monotonic() + LIMIT
        while process.poll() is None:
            if len(device.commands()) >= limit:
                process.send_signal(how)
                process.wait(LIMIT)
                return process.returncode, True
            if time.monotonic() > deadline:
                process.kill()
                process.wait()
                raise RuntimeError(f"{command[0]} does not end")
            time.sleep(0.01)
    return process.returncode, False


def verdict(image, mapfile, device):
    """What is wrong at the end; empty where nothing is."""
    if subprocess.run(["ddrescuelog", "-D", mapfile], capture_output=True).returncode:
        return "ddrescue does not call the map finished"
    with open(image, "rb") as file:
        for lba in range(pictures.SECTORS):
            if file.read(pictures.SECTOR_BYTES) != pictures.content(lba):
                return f"sector {lba} differs"
        return "the image is too long" if file.read(1) else ""
