"""Twin of m1.thidua: exact decimals kept as integer hundredths."""


def main():
    x, s = 100, 0
    for _ in range(10_000_000):
        x = (x * 107 + 150) // 100
        if x > 10000:
            x -= 9950
        s += x
    print(f"{s // 100}.{s % 100:02d}")


main()
