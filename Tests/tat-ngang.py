# Kill −9 in the middle of every writer: whatever stood in the output folder is there afterwards, whole, as it was or as
# the finished run makes it. Usage: tat-ngang.py PROGRAM. Prints what failed and ends with 1.
import os
import shutil
import subprocess
import sys
import tempfile
import time

program = os.path.abspath(sys.argv[1])
work = tempfile.mkdtemp()
folder = os.path.join(work, "ra")
failures = []
UNITS = 100
TARGETS = ["bao-cao.html", "bao-cao.xlsx", "bao-cao.json", "ket-qua.csv"]


def check(holds, what, seen=None):
    if not holds:
        failures.append(what)
        print("HỎNG  " + what + ("" if seen is None else f": {seen!r}"))


def material():
    """The example of one cluster with many units, and everything it can hand over."""
    with open("scripts/vi-du/cum-1.thidua", encoding="utf-8") as file:
        text = file.read()
    path = os.path.join(work, "cum.thidua")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text + "".join(f'\nxuất báo cáo ra "{name}"' for name in TARGETS[:3]) + "\n")
    with open("scripts/vi-du/tap-the.csv", encoding="utf-8-sig") as file:
        head, *lines = file.read().splitlines()
    with open(os.path.join(work, "tap-the.csv"), "w", encoding="utf-8") as file:
        print(head, file=file)
        for number in range(UNITS):
            cells = lines[number % len(lines)].split(";")
            cells[:3] = [f"DV{number:04}", f"Đơn vị số {number}", f"Cụm {number % 8 + 1}"]
            print(";".join(cells), file=file)
    return path


def start(script):
    return subprocess.Popen([program, "chạy", script, "--ra", folder], stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL)


def contents():
    found = {}
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        # The writer of workbooks has a folder of its own meanwhile.
        if os.path.isdir(path):
            found[name] = b""
            continue
        with open(path, "rb") as file:
            found[name] = file.read()
    return found


def lay_out_old():
    shutil.rmtree(folder, ignore_errors=True)
    os.mkdir(folder)
    for name in TARGETS:
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write("bản cũ của " + name)


def main():
    script = material()
    lay_out_old()
    old = contents()
    begin = time.monotonic()
    status = start(script).wait()
    whole = time.monotonic() - begin
    new = contents()
    check(status == 0 and sorted(new) == sorted(TARGETS) and all(new[name] != old[name] for name in TARGETS),
          "lần chạy trọn vẹn", (status, sorted(new)))
    kills, half = 0, 0
    steps = 18
    for step in range(steps):
        lay_out_old()
        process = start(script)
        if step < steps - 6:
            time.sleep(whole * (step + 1) / (steps - 6))
        else:
            # The last moment: as soon as the first file took its place.
            stamps = {name: os.stat(os.path.join(folder, name)).st_ino for name in TARGETS}
            while process.poll() is None:
                try:
                    if any(os.stat(os.path.join(folder, name)).st_ino != stamps[name] for name in TARGETS):
                        break
                except FileNotFoundError:
                    break
        process.kill()
        kills += process.wait() == -9
        found = contents()
        for name in TARGETS:
            check(found.get(name) in (old[name], new[name]), f"lần {step}: {name} mất hay dở dang")
        hidden = [name for name in found if name not in TARGETS]
        half += bool(hidden)
        check(all(name.startswith((".thidua.", *(f".{target}." for target in TARGETS))) for name in hidden),
              f"lần {step}: để lại tệp lạ", hidden)
    check(kills >= steps // 3 and half > 0, "phải tắt được giữa chừng", (kills, half))
    # What was left behind does not stand in the way of the next run.
    check(start(script).wait() == 0 and {name: contents()[name] for name in TARGETS} == new, "chạy lại sau khi bị tắt")


try:
    main()
finally:
    shutil.rmtree(work, ignore_errors=True)
print(f"{len(failures)} chỗ hỏng" if failures else "tắt ngang khi đang ghi: đạt")
sys.exit(1 if failures else 0)
