"""A rip equals its image on each file system, with each policy, whatever the image's size."""

from .. import images, judge, places
from ..lab import expect

POLICIES = {
    "auto": (),
    "steady": ("--policy", "steady"),
    "plain": ("--policy", "plain"),
    "classic p95": ("--policy", "classic", "--controller", "p95"),
    "classic fixed": ("--policy", "classic", "--controller", "fixed", "--chunk", "8M"),
}
MIB = 1 << 20


def run(lab):
    # The second of each: half a sector over.
    sizes = (5120 * MIB, 314_579_968) if lab.full else (64 * MIB, 20 * MIB + 1024)
    for size in sizes:
        image = images.random_image(lab, f"identical-{size}.img", size)
        for kind in places.KINDS:
            for policy, options in POLICIES.items():
                with lab.check(f"identical, {kind}, {policy}, {size} bytes"):
                    one(lab, image, size, kind, policy)
        judge.removed_file(image)


def one(lab, image, size, kind, policy):
    room = size + size // 8 + 64 * MIB
    with places.mounted(lab, kind, max(room, 600 * MIB), room) as point:
        done = lab.program.run(lab, "rip", image, "-o", point + "/rips", "--json", *POLICIES[policy])
        expect(done.exit == 0, f"expected exit 0: {done}")
        verdict = done.json()
        durable = kind != "tmpfs"
        told = ("plain" if kind == "tmpfs" else "steady") if policy == "auto" else policy.split()[0]
        expect(verdict["policy"] == told, f"the policy should be {told}: {done}")
        expect(verdict["durable"] == durable, f"durable on {kind} should be {durable}: {done}")
        name = image.rsplit("/", 1)[1].removesuffix(".img")
        judge.complete(point + "/rips", name, image)
