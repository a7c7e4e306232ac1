#!/usr/bin/env python3
"""Measures svod: the whole process, several runs after a warm-up, medians. Nothing is asserted.

    run.py [--build DIR] [--runs N]

DIR is a release build with -DSVOD_BENCH=ON (default build/bench; made when it is not there).
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def measure(command, runs):
    """Median wall seconds and peak memory in MB of a command, after one warm-up."""
    times, peaks = [], []
    for i in range(runs + 1):
        begin = time.monotonic()
        process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if i > 0:
            times.append(time.monotonic() - begin)
            peaks.append(usage.ru_maxrss / 1024)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            sys.exit(f"failed: {command}")
    return statistics.median(times), max(peaks)


def build(folder):
    subprocess.run(["cmake", "-S", ROOT, "-B", folder, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release",
                    "-DSVOD_TESTS=OFF", "-DSVOD_BENCH=ON"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", folder], check=True, stdout=subprocess.DEVNULL)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--build", type=Path, default=ROOT / "build" / "bench")
    arguments.add_argument("--runs", type=int, default=5)
    options = arguments.parse_args()
    build(options.build)
    svod = options.build / "svod"
    with tempfile.TemporaryDirectory(prefix="svod-bench-") as folder:
        folder = Path(folder)
        subprocess.run([sys.executable, HERE / "make_workbooks.py", folder / "books"], check=True)
        print("reading workbooks", flush=True)
        subprocess.run([options.build / "svod_bench_read", folder / "books"], check=True)
        print(f"{'workspace':<28}{'wall, s':>10}{'peak, MB':>10}{'per municipality, ms':>24}", flush=True)
        sample = folder / "sample"
        shutil.copytree(ROOT / "inputs" / "kemerovo-2021", sample, ignore=shutil.ignore_patterns(".svod"))
        wall, peak = measure([svod, "build", sample, "--out", folder / "out"], options.runs)
        print(f"{'the sample':<28}{wall:>10.3f}{peak:>10.0f}{wall * 1000:>24.1f}", flush=True)
        for count in (1, 10, 100):
            region = folder / f"region-{count}"
            subprocess.run([sys.executable, HERE / "make_region.py", region, str(count)], check=True)
            wall, peak = measure([svod, "build", region, "--out", folder / f"out-{count}"], 3 if count > 10 else options.runs)
            print(f"{f'{count} municipalities':<28}{wall:>10.3f}{peak:>10.0f}{wall * 1000 / count:>24.1f}", flush=True)


if __name__ == "__main__":
    main()
