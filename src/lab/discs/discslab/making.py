"""Makes the images and asks other programs what is in them."""

import gzip
import os
import shutil

from . import iso, metadata, truth, udf, vm
from .tools import ToolFailed

RECIPES = [*iso.ALL, *udf.ALL, *metadata.ALL]
# A fixture is no bigger than this when it is compressed.
FIXTURE_BYTES = 40_000


class Lab:
    """A folder with sources, images, what is in them, and the virtual machine."""

    def __init__(self, folder):
        self.folder = os.path.abspath(folder)
        self.sources = self._sub("sources")
        self.images = self._sub("images")
        self.truths = self._sub("truths")

    def _sub(self, name):
        path = os.path.join(self.folder, name)
        os.makedirs(path, exist_ok=True)
        return path

    def image(self, recipe):
        return os.path.join(self.images, recipe.name + ".img")

    def truth(self, recipe, view):
        return os.path.join(self.truths, f"{recipe.name}.{view}.txt")


def chosen(names, with_large):
    if names:
        known = {r.name for r in RECIPES}
        for name in names:
            if name not in known:
                raise SystemExit(f"There is no image '{name}'; there are {' '.join(sorted(known))}.")
        return [r for r in RECIPES if r.name in names]
    return [r for r in RECIPES if with_large or not r.large]


def make(lab, recipes):
    """Makes what is not there yet; an image that was interrupted is made again. Returns the failures."""
    failed = {}
    fresh = [r for r in recipes if not os.path.exists(lab.image(r))]
    for recipe in fresh:
        try:
            recipe.make(lab, begun(lab, recipe))
        except ToolFailed as problem:
            failed[recipe.name] = str(problem)
    fresh = [r for r in fresh if r.name not in failed]
    fill(lab, [r for r in fresh if isinstance(r, udf.Filled)], failed)
    for recipe in fresh:
        if recipe.name not in failed:
            os.rename(begun(lab, recipe, fresh=False), lab.image(recipe))
    ask(lab, [r for r in recipes if r.name not in failed], failed)
    return failed


def begun(lab, recipe, fresh=True):
    """Where an image is while it is being made."""
    path = os.path.join(lab.images, "." + recipe.name + ".part")
    if fresh and os.path.exists(path):
        os.unlink(path)
    return path


def fill(lab, recipes, failed):
    jobs = []
    for recipe in recipes:
        tree = udf.trees.made(lab.sources, recipe.tree)
        image = os.path.basename(begun(lab, recipe, fresh=False))
        jobs.append({"what": "fill", "image": image, "tree": tree, "how": list(recipe.how)})
    if not jobs:
        return
    for recipe, report in zip(recipes, vm.guest(lab, jobs)["reports"]):
        if "error" in report:
            failed[recipe.name] = "filling: " + report["error"]


def ask(lab, recipes, failed):
    """What the kernel's mount shows of each image, for each of its views."""
    open_questions = [
        (r, v) for r in recipes for v in r.views if not os.path.exists(lab.truth(r, v))
    ]
    if not open_questions:
        return
    jobs = [
        {"what": "list", "image": r.name + ".img", "view": v, "options": r.mount_options}
        for r, v in open_questions
    ]
    answer = vm.guest(lab, jobs)
    for (recipe, view), report in zip(open_questions, answer["reports"]):
        if "error" in report:
            failed[f"{recipe.name} as {view}"] = "mounting: " + report["error"]
        else:
            by = f"mount of Linux {answer['kernel']}, view {view}"
            truth.write(lab.truth(recipe, view), by, report["lines"])


def fixtures(lab, recipes, into):
    """Copies what is small, compressed, with its lists."""
    total = 0
    for recipe in recipes:
        truths = [lab.truth(recipe, v) for v in recipe.views if os.path.exists(lab.truth(recipe, v))]
        if recipe.large or not truths:
            continue
        with open(lab.image(recipe), "rb") as file:
            packed = gzip.compress(file.read(), 9, mtime=0)
        if len(packed) > FIXTURE_BYTES:
            print(f"{recipe.name}: {len(packed)} bytes, too large for a fixture")
            continue
        with open(os.path.join(into, recipe.name + ".img.gz"), "wb") as file:
            file.write(packed)
        for path in truths:
            shutil.copy(path, into)
        total += len(packed)
    print(f"{total} bytes of images")
