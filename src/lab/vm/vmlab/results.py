"""What the checks in the machine came to, for a person and for machines."""

import json
import os

from spindlelab.lab import line


class Results:
    """The guest appends one line of JSON for each check; this side shows and counts them."""

    def __init__(self, names):
        self.names = names
        self.checks = []
        self._read = {}
        self._ended = set()

    def follow(self, path):
        """Takes what has come since the last time."""
        if not os.path.exists(path):
            return
        with open(path, "rb") as file:
            file.seek(self._read.get(path, 0))
            come = file.read()
        whole = come[: come.rfind(b"\n") + 1]
        self._read[path] = self._read.get(path, 0) + len(whole)
        for told_line in whole.decode().splitlines():
            told = json.loads(told_line)
            if "ended" in told:
                self._ended.add(told["ended"])
            else:
                self.add(**told)

    def add(self, scenario, check, result, seconds, why=""):
        self.checks.append(
            {"scenario": scenario, "check": check, "result": result, "seconds": seconds, "why": why}
        )
        print(line(f"{scenario}, {check}", result, why, seconds), flush=True)

    def skip_all(self, why):
        """One line says so for all of them."""
        for name in self.names:
            self.checks.append({"scenario": name, "check": "all", "result": "skipped", "seconds": 0, "why": why})
        print(line("all scenarios", "skipped", why, 0), flush=True)

    def finish(self, why):
        """A scenario that didn't come to its end has failed."""
        for name in self.names:
            if name not in self._ended:
                self.add(name, "its end", "FAILED", 0, why)

    def count(self, result):
        return sum(check["result"] == result for check in self.checks)

    @property
    def failed(self):
        return self.count("FAILED")

    def save(self, path, seconds):
        table = {"seconds": round(seconds, 1), "checks": self.checks}
        with open(path, "w") as file:
            json.dump(table, file, indent=1)

    def table(self):
        """Scenario, checks, result, seconds."""
        lines = ["", f"{'scenario':12}{'ok':>4}{'failed':>8}{'skipped':>9}{'seconds':>9}"]
        for name in self.names:
            own = [check for check in self.checks if check["scenario"] == name]
            counts = [sum(c["result"] == r for c in own) for r in ("ok", "FAILED", "skipped")]
            seconds = sum(check["seconds"] for check in own)
            lines.append(f"{name:12}{counts[0]:>4}{counts[1]:>8}{counts[2]:>9}{seconds:>9.1f}")
        return "\n".join(lines)

    def summary(self):
        return f"{self.count('ok')} passed, {self.failed} failed, {self.count('skipped')} skipped"
