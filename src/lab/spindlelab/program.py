"""Starts the program and tells what it did."""

import contextlib
import json
import os
import shlex
import signal
import subprocess
import tempfile
import time

from .lab import Failed, expect

LONGEST = 1800
# What the Java runtime says where a lab gives it options of its own.
RUNTIME_REMARK = "Picked up JAVA_TOOL_OPTIONS"


class Program:
    """How the program is started; its home is the lab's, so that nothing is left elsewhere."""

    def __init__(self, executable):
        self.executable = os.path.abspath(executable)

    @contextlib.contextmanager
    def started(self, lab, *arguments, folder=None, before=(), limits=None):
        """A run in the background, ended at the latest when the context ends."""
        run = Run(self, lab, arguments, folder, before, limits)
        try:
            yield run
        finally:
            run.close()

    def run(self, lab, *arguments, timeout=LONGEST, **how):
        """A run to its end."""
        with self.started(lab, *arguments, **how) as run:
            run.wait(timeout)
            return run


class Run:
    """One process, in a session of its own; what it prints goes to files, so nothing blocks it."""

    def __init__(self, program, lab, arguments, folder, before, limits):
        self.arguments = [str(a) for a in arguments]
        self.begin = time.monotonic()
        self.seconds = self.exit = None
        home = lab.path("home")
        os.makedirs(home, exist_ok=True)
        self._outputs = [tempfile.TemporaryFile(dir=lab.folder) for _ in ("out", "err")]
        self._texts = None
        environment = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}
        self.process = subprocess.Popen(
            [*before, program.executable, *self.arguments],
            cwd=folder or lab.folder,
            env={**environment, "HOME": home},
            stdin=subprocess.DEVNULL,
            stdout=self._outputs[0],
            stderr=self._outputs[1],
            start_new_session=True,
            preexec_fn=lambda: prepare(limits),
        )

    @property
    def out(self):
        return self._text(0)

    @property
    def err(self):
        return "".join(line for line in self._text(1).splitlines(True) if not line.startswith(RUNTIME_REMARK))

    def _text(self, index):
        if self._texts:
            return self._texts[index]
        return os.pread(self._outputs[index].fileno(), 1 << 24, 0).decode("utf-8", "replace")

    def wait(self, timeout=LONGEST):
        try:
            self.exit = self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            raise Failed(f"still running after {timeout} s: {self}") from None
        self.seconds = time.monotonic() - self.begin
        return self.exit

    def waits_for_end(self, seconds):
        """Up to so long."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(seconds)

    def is_running(self):
        return self.process.poll() is None

    def signal(self, number):
        os.kill(self.process.pid, number)

    def until(self, condition, timeout, what, pause=0.002):
        """Waits for something to happen while it runs."""
        self.waits_for(lambda: condition() or self._has_ended(what), timeout, what, pause)

    def _has_ended(self, what):
        if self.is_running():
            return False
        self.exit = self.process.returncode
        raise Failed(f"ended before {what}: {self}")

    def waits_for(self, condition, timeout, what, pause=0.002):
        """The same of what may also be seen after its end."""
        end = time.monotonic() + timeout
        while not condition():
            if time.monotonic() > end:
                raise Failed(f"no {what} within {timeout} s: {self}")
            time.sleep(pause)

    def close(self):
        if self.is_running():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            # A thread that hangs in the kernel keeps the process; its disk is thawed later.
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(2)
        self._texts = [self.out, self.err]
        for output in self._outputs:
            output.close()

    def lines(self):
        """What a person got to read."""
        return (self.out + self.err).splitlines()

    def json(self):
        """The one object on standard output."""
        lines = self.out.splitlines()
        expect(len(lines) == 1, f"--json printed {len(lines)} lines: {self}")
        return json.loads(lines[0])

    def __str__(self):
        command = shlex.join(["spindle", *self.arguments])
        return f"[{command}] exit {self.exit}, stdout <{self.out[:600]}>, stderr <{self.err[-600:]}>"


def prepare(limits):
    """In the child: signals as a terminal gives them, and limits of its own."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if limits:
        limits()
