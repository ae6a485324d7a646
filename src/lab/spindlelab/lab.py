"""One run of the lab: its folder, what must be undone at the end, and the tally of its checks."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time


class Failed(Exception):
    """A check did not hold; the text says what was expected and what was seen."""


class Skipped(Exception):
    """A check can't run on this machine; the text says why."""


class Lab(contextlib.ExitStack):
    """Makes a folder of its own and removes it again, whatever happens in between.

    Things that outlive a call (mounts, processes) are entered as contexts, so that the end of the
    run, an interrupt included, undoes them in reverse order.
    """

    def __init__(self, program, parent, full, seed):
        super().__init__()
        self.program = program
        self.full = full
        self.seed = seed
        self.passed = self.failed = self.skipped = 0
        self.folder = tempfile.mkdtemp(prefix="spindle-lab-", dir=parent)
        self.callback(shutil.rmtree, self.folder, ignore_errors=True)
        self._names = 0

    def path(self, name):
        return os.path.join(self.folder, name)

    def new_folder(self, what, parent=None):
        """An empty folder that no other check uses."""
        self._names += 1
        folder = os.path.join(parent or self.folder, f"{what}-{self._names}")
        os.mkdir(folder)
        return folder

    @contextlib.contextmanager
    def check(self, name):
        """One check: prints its one line and counts it. What is put into its list is told of a good one."""
        begin = time.monotonic()
        notes = []
        result, why = "ok", ""
        try:
            yield notes
            why = "; ".join(notes)
        except Skipped as reason:
            result, why = "skipped", one_line(reason)
        except Failed as problem:
            result, why = "FAILED", one_line(problem)
        except Exception as problem:  # a fault of the lab itself must not pass unseen either
            result, why = "FAILED", f"the lab itself: {type(problem).__name__}: {one_line(problem)}"
        self.count(name, result, why, time.monotonic() - begin)

    def count(self, name, result, why, seconds):
        """Tells what came of a check: ok, skipped or FAILED."""
        self.passed += result == "ok"
        self.skipped += result == "skipped"
        self.failed += result == "FAILED"
        print(line(name, result, why, seconds), flush=True)

    def lacks(self, name, *needs):
        """Whether a whole group of checks can't run here; then that is told once, with the reason."""
        try:
            for need in needs:
                need()
        except Skipped as reason:
            self.count(name, "skipped", one_line(reason), 0)
            return True
        return False

    def summary(self):
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def line(name, result, why, seconds):
    """What a person reads of a check."""
    took = f" ({seconds:.1f} s)" if result == "ok" else ""
    return f"{name}: {result}{took}" + (f": {why}" if why else "")


def one_line(text):
    return " | ".join(line.strip() for line in str(text).splitlines() if line.strip())


def expect(condition, text):
    if not condition:
        raise Failed(text)


def need_tool(*tools):
    for tool in tools:
        if not shutil.which(tool):
            raise Skipped(f"no {tool} here")


def need_root():
    if os.geteuid() != 0:
        raise Skipped("needs root")


def need_space(folder, size):
    free = shutil.disk_usage(folder).free
    if free < size:
        raise Skipped(f"{folder} has {free >> 20} MiB free, {size >> 20} are needed")


def tool(*command, **how):
    """Runs a tool that must succeed; returns what it printed."""
    done = subprocess.run(command, text=True, capture_output=True, **how)
    if done.returncode != 0:
        raise Failed(f"{' '.join(command)} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def exit_on_signals():
    """Ctrl-C, a closed terminal and a polite kill all run the cleanup, once and to its end."""

    def end(number, _):
        for other in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(other, signal.SIG_IGN)
        raise SystemExit(128 + number)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end)
