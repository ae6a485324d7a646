"""Starts the fuzz harness of the tests: it needs nothing but the compiled classes and a JDK."""

import glob
import os
import re
import subprocess

OLDEST = 25


def fuzz(root, minutes, seed):
    classes = [os.path.join(root, "target", name) for name in ("classes", "test-classes")]
    for folder in classes:
        if not os.path.isdir(folder):
            raise SystemExit(f"There is no {folder}; run `mvn test-compile` first.")
    command = [
        java(), "-Xmx2g", "-XX:+UseSerialGC", "-cp", os.pathsep.join(classes),
        "dev.spindle.disc.fuzz.DiscFuzz", str(minutes),
    ]
    return subprocess.run(command + ([str(seed)] if seed is not None else []), cwd=root).returncode


def java():
    """That of a JDK where Maven's build looks for one too; the one on the PATH may be older."""
    told = [os.environ[name] for name in ("JAVA25_HOME", "JAVA_HOME") if os.environ.get(name)]
    found = glob.glob("/usr/lib/jvm/*") + glob.glob(os.path.expanduser("~/.jdks/*"))
    for home in told + sorted(found):
        program = os.path.join(home, "bin", "java")
        if os.path.exists(program) and version(home) >= OLDEST:
            return program
    raise SystemExit(f"There is no JDK {OLDEST} or newer; put one into /usr/lib/jvm, or set JAVA_HOME.")


def version(home):
    """By the file that every JDK has; 0 where it tells none."""
    try:
        with open(os.path.join(home, "release")) as file:
            told = re.search(r'^JAVA_VERSION="(\d+)', file.read(), re.MULTILINE)
    except OSError:
        return 0
    return int(told.group(1)) if told else 0
