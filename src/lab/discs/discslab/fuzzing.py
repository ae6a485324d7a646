"""Starts the fuzz harness of the tests: it needs nothing but the compiled classes."""

import os
import shutil
import subprocess


def fuzz(root, minutes, seed):
    home = os.environ.get("JAVA_HOME")
    java = os.path.join(home, "bin", "java") if home else shutil.which("java")
    classes = [os.path.join(root, "target", name) for name in ("classes", "test-classes")]
    for folder in classes:
        if not os.path.isdir(folder):
            raise SystemExit(f"There is no {folder}; run `mvn test-compile` first.")
    command = [
        java, "-Xmx2g", "-XX:+UseSerialGC", "-cp", os.pathsep.join(classes),
        "dev.spindle.disc.fuzz.DiscFuzz", str(minutes),
    ]
    return subprocess.run(command + ([str(seed)] if seed is not None else []), cwd=root).returncode
