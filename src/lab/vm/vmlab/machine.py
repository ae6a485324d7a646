"""One virtual machine in software emulation. Its root is this machine's own, read-only; only its share can be written."""

import contextlib
import ctypes
import os
import signal
import subprocess
import time

PR_SET_PDEATHSIG = 1  # linux/prctl.h

# -smp 1: with more, QEMU 7.2 now and then breaks just-in-time compilers in the guest.
# -icount: the guest's clock goes by the instructions that it has carried out, 4 ns each, so that a busy host
# makes the machine take longer, and nothing in it late.
# +rdrand: without it the guest's random numbers come seconds late.
COMMAND = (
    "qemu-system-x86_64", "-M", "q35", "-cpu", "qemu64,+rdrand", "-accel", "tcg", "-smp", "1",
    "-icount", "shift=2,sleep=on",
    "-m", "2048", "-nodefaults", "-no-user-config", "-no-reboot", "-nographic", "-serial", "stdio",
    "-virtfs", "local,path=/,mount_tag=root,security_model=none,readonly=on,multidevs=remap",
)  # fmt: skip
# no_timer_check: on a machine so busy that the emulator gets no time, the kernel takes its timer for a broken one.
APPEND = "console=ttyS0 quiet panic=-1 mitigations=off tsc=unstable random.trust_cpu=on no_timer_check"


def command(linux, initrd, share, extra=(), append=""):
    """What starts it."""
    return [
        *COMMAND, "-kernel", linux, "-initrd", initrd, "-append", f"{APPEND} {append}".strip(),
        "-virtfs", f"local,path={share},mount_tag=share,security_model=none", *extra,
    ]  # fmt: skip


def starts_with(share, script):
    """What the guest runs once it is up, as a path of this machine."""
    with open(os.path.join(share, ".start"), "w") as file:
        file.write(script)


@contextlib.contextmanager
def running(words, console, folder):
    """The machine, at the latest killed as the context ends, and by the kernel if this process is."""
    with open(console, "wb") as log:
        process = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=folder,
            start_new_session=True, preexec_fn=dies_with_parent,
        )  # fmt: skip
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()


def dies_with_parent():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def ended(processes, seconds, meanwhile=lambda: None):
    """Waits for the end of all of them, so long at most; whether it came."""
    end = time.monotonic() + seconds
    while any(process.poll() is None for process in processes) and time.monotonic() < end:
        meanwhile()
        time.sleep(0.3)
    meanwhile()
    return all(process.poll() is not None for process in processes)
