#!/usr/bin/env python3
"""Đo câu hỏi trên bài toán tham chiếu đã nạp: mili giây một câu, và cả bài gấp mấy lần một câu.

    Benchmarks/hoi.py [--n N[,N…]] [--lần K] [--hỏi Q] [--thidua TỆP]

`thidua hỏi` runs once with one question of a kind and once with Q of them, each about another person; what
the further questions add, divided by Q - 1, is the time of one: its words parsed, checked and compiled, the
cells recomputed, the answer printed. The last column is a full run over that time.
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


def one_input(key, index):
    return (f'giả sử điểm cộng thêm của người "{key}" = 4,5\n'
            f'in tổng điểm của người "{key}"; hạng của người "{key}"; khen thưởng của người "{key}"\n'
            'bỏ giả sử\n')


def scenarios(key, index):
    return (f'giả sử "một {index}"\n  điểm cộng thêm của người "{key}" = 4,5\nhết\n'
            f'giả sử "hai {index}"\n  điểm cộng thêm của người "{key}" = 0,5\nhết\n')


QUESTIONS = [
    # what is asked, lines before the clock runs, the question
    ("đổi một số liệu, in điểm, hạng, khen thưởng, bỏ", None, one_input),
    ("so sánh hai giả sử", scenarios, lambda key, index: f'so sánh "một {index}" với "hai {index}"\n'),
    ("vì sao tổng điểm", None, lambda key, index: f'vì sao tổng điểm của người "{key}"\n'),
    ("vì sao hạng", None, lambda key, index: f'vì sao hạng của người "{key}"\n'),
    ("vì sao khen thưởng", None, lambda key, index: f'vì sao khen thưởng của người "{key}"\n'),
]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--n", default="100000")
    parser.add_argument("--lần", type=int, default=5, dest="rounds")
    parser.add_argument("--hỏi", type=int, default=50, dest="questions")
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
            chosen = [(keys[(index * 7919) % n], index) for index in range(options.questions)]
            path = os.path.join(folder, "kich-ban.thidua")
            with open(path, "w", encoding="utf-8") as file:
                file.write(script)

            def seconds(lines):
                start = time.perf_counter()
                done = subprocess.run(
                    [options.thidua, "hỏi", path], input="".join(lines), text=True, stdout=subprocess.DEVNULL)
                if done.returncode != 0:
                    sys.exit(f"hỏi: mã thoát {done.returncode}")
                return time.perf_counter() - start

            full = statistics.median(seconds([]) for _ in range(options.rounds))
            people = f"{n:,}".replace(",", ".")
            print(f"\n### {people} người, mỗi loại {options.questions} câu, trung vị của {options.rounds} lượt\n")
            print("| câu hỏi | mili giây một câu | cả bài ÷ một câu |\n|---|--:|--:|")
            for name, before, question in QUESTIONS:
                head = [before(*who) for who in chosen] if before else []
                each = []
                for _ in range(options.rounds):
                    few = seconds(head + [question(*chosen[0])])
                    many = seconds(head + [question(*who) for who in chosen])
                    each.append((many - few) / (options.questions - 1))
                middle = statistics.median(each)
                print(f"| {name} | {middle * 1000:.1f} | {full / middle:.0f} |".replace(".", ","), flush=True)


if __name__ == "__main__":
    main()
