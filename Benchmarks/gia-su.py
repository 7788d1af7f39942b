#!/usr/bin/env python3
"""Đo câu hỏi giả sử trên bài toán tham chiếu: một số liệu đổi, ai đổi hạng, đổi thưởng.

    Benchmarks/gia-su.py [--n N[,N…]] [--lần K] [--hỏi Q] [--thidua TỆP]

The reference script runs once as it is and once with Q questions behind it; what the questions add,
divided by Q, is the time of one: its words parsed, checked and compiled, the cells recomputed, the
answer printed, everything lifted again. The last column is the time of a full run over it.
"""
import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)


def seconds(command):
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: mã thoát {done.returncode}")
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--n", default="100000")
    parser.add_argument("--lần", type=int, default=5, dest="rounds")
    parser.add_argument("--hỏi", type=int, default=100, dest="questions")
    parser.add_argument("--thidua", default=os.path.join(ROOT, ".build/release/thidua"))
    options = parser.parse_args()
    with open(os.path.join(HERE, "tham-chieu.thidua"), encoding="utf-8") as file:
        script = file.read().split("\nxuất ")[0] + "\n"
    for n in [int(part) for part in options.n.split(",")]:
        with tempfile.TemporaryDirectory() as folder:
            data = os.path.join(folder, "data.csv")
            subprocess.run([sys.executable, os.path.join(HERE, "sinh-du-lieu.py"), data, str(n)], check=True)
            with open(data, encoding="utf-8") as file:
                next(file)
                keys = [line.split(",", 1)[0] for line in file]
            chosen = [keys[(index * 7919) % n] for index in range(options.questions)]

            def measured(name, lines):
                path = os.path.join(folder, name + ".thidua")
                with open(path, "w", encoding="utf-8") as file:
                    file.write(script + "".join(lines))
                command = [options.thidua, "chạy", path, "--ra", os.path.join(folder, "ra")]
                return [seconds(command) for _ in range(options.rounds)]

            # The first question of each kind makes what later ones share, so both runs ask one.
            def assume(key):
                return (f'giả sử điểm cộng thêm của người "{key}" = 4,5\n'
                        f'in tổng điểm của người "{key}"; hạng của người "{key}"; khen thưởng của người "{key}"\n'
                        'bỏ giả sử\n')

            def compare(index):
                return f'so sánh "một {index}" với "hai {index}"\n'

            scenarios = "".join(
                f'giả sử "một {i}"\n  điểm cộng thêm của người "{key}" = 4,5\nhết\n'
                f'giả sử "hai {i}"\n  điểm cộng thêm của người "{key}" = 0,5\nhết\n'
                for i, key in enumerate(chosen))
            full = statistics.median(measured("nen", ["in 1\n"]))
            one = measured("mot", [assume(chosen[0])])
            all_ = measured("nhieu", [assume(key) for key in chosen])
            one_compared = measured("so-sanh-mot", [scenarios, compare(0)])
            all_compared = measured("so-sanh", [scenarios] + [compare(i) for i in range(len(chosen))])
            people = f"{n:,}".replace(",", ".")
            print(f"\n### {people} người: {options.questions} câu hỏi, trung vị của {options.rounds} lượt\n")
            print("| câu hỏi | mili giây một câu | cả bài ÷ một câu |\n|---|--:|--:|")
            for name, few, many in [("đổi một số liệu, in điểm, hạng, khen thưởng, bỏ", one, all_),
                                    ("so sánh hai giả sử", one_compared, all_compared)]:
                each = (statistics.median(many) - statistics.median(few)) / (options.questions - 1)
                print(f"| {name} | {each * 1000:.2f} | {full / each:.0f} |".replace(".", ","))


if __name__ == "__main__":
    main()
