# The conversation at a real terminal: every sentence of the guide's page about it, under three locales.
# Usage: hoi-thoai.py PROGRAM SCRIPT; prints what failed and ends with 1.
import os
import sys
import tempfile
import time
import unicodedata

import pexpect
import pyte

program, script = sys.argv[1:3]
PROMPT = "thi đua› "
CONTINUATION = "   tiếp› "
failures = []


class Terminal:
    """The program behind a pty, and the screen a person would see."""

    def __init__(self, locale, history, arguments=(script,), width=100):
        environment = {
            "PATH": os.environ["PATH"], "TERM": "xterm", "THIDUA_LICH_SU": history,
            "HOME": os.path.dirname(history),
        }
        if locale:
            environment["LANG"] = locale
        self.screen = pyte.HistoryScreen(width, 60, history=2000)
        self.stream = pyte.ByteStream(self.screen)
        self.child = pexpect.spawn(
            program, ["hỏi", *arguments], env=environment, dimensions=(60, width), timeout=20)
        self.child.delaybeforesend = None
        self.wait_for_prompt()

    def read(self, seconds=0.3):
        """Whatever comes until nothing has come for a while."""
        while True:
            try:
                self.stream.feed(self.child.read_nonblocking(65536, timeout=seconds))
            except (pexpect.TIMEOUT, pexpect.EOF):
                return

    def wait_for_prompt(self, seconds=20):
        self.wait_for(lambda: self.line().startswith((PROMPT.rstrip(), CONTINUATION.rstrip())), seconds)

    def wait_for(self, holds, seconds=20):
        end = time.time() + seconds
        while not holds():
            self.read(0.05)
            if time.time() > end:
                return False
        self.read(0.05)
        return True

    def line(self):
        """The line the cursor is on."""
        return self.screen.display[self.screen.cursor.y].rstrip()

    def text(self):
        return "\n".join(row.rstrip() for row in self.screen.display)

    def send(self, data):
        self.child.send(data.encode() if isinstance(data, str) else data)

    def type(self, data):
        self.send(data)
        self.read()

    def enter(self, text):
        """Types a line; gives what was printed for it."""
        self.screen.reset()
        self.send(text + "\r")
        time.sleep(0.05)
        self.wait_for_prompt()
        return self.text()

    def close(self):
        self.child.close(force=True)


def check(name, holds, shown=""):
    if not holds:
        failures.append(name)
        print(f"HỎNG: {name}\n{shown}")


def editing(locale, history):
    t = Terminal(locale, history)
    where = f"[{locale or 'không LANG'}] "
    # Letters composed and decomposed; the cursor stands behind what was typed.
    for form in ("NFC", "NFD"):
        word = unicodedata.normalize(form, "tổng điểm")
        t.type(word)
        shown = unicodedata.normalize("NFC", t.line())
        check(where + f"gõ {form}", shown == PROMPT + "tổng điểm", shown)
        check(where + f"con trỏ {form}", t.screen.cursor.x == len(PROMPT) + 9, str(t.screen.cursor.x))
        t.type("\x01")
        check(where + f"về đầu dòng {form}", t.screen.cursor.x == len(PROMPT), str(t.screen.cursor.x))
        t.type("\x05\x15")
        check(where + f"xóa dòng {form}", t.line() == PROMPT.rstrip(), t.line())
    # An input method types plain letters, takes them back and sends the composed one.
    for backspace in ("\x08", "\x7f"):
        t.type("tie" + backspace + "ê" + backspace + "ế" + "n")
        check(where + f"bộ gõ, lùi {ord(backspace):#x}", t.line() == PROMPT + "tiến", t.line())
        t.type("\x15")
    # A decomposed letter goes with its marks at one backspace.
    t.type(unicodedata.normalize("NFD", "điể") + "\x7f")
    check(where + "lùi cả chữ ghép", t.line() == PROMPT + "đi", t.line())
    t.type("\x15")
    # Phrases from unaccented typing.
    t.type("tong d\t")
    check(where + "gõ nốt", t.line() == PROMPT + "tổng điểm", t.line())
    t.type(' cua tap the "A\t')
    check(where + "gõ nốt tên đối tượng", t.line().endswith('"A"'), t.line())
    t.type("\x15")
    t.type("tieu chi 1.\t")
    check(where + "liệt kê tên giống nhau", "tiêu chí 1.2" in t.text(), t.text())
    t.type("\x15")
    shown = t.enter('tổng điểm của tập thể "A"')
    check(where + "giá trị", "\n99,25\n" in shown, shown)
    shown = t.enter("tập thể")
    check(where + "bảng", "│ A  │ Ban Tổ chức Đảng ủy phường A" in shown, shown)
    t.close()


def session(history):
    t = Terminal("C", history)
    # A block is open until hết or a blank line.
    t.enter("hàm gấp đôi(x)")
    check("dấu nhắc tiếp", t.line().startswith(CONTINUATION.rstrip()), t.line())
    t.enter("  trả về x * 2")
    t.enter("hết")
    check("hàm vừa khai báo", "\n42\n" in t.enter("gấp đôi(21)"))
    # Ctrl-D in an open block gives up the block, Ctrl-C too.
    t.enter("hàm bỏ dở(x)")
    t.type("\x04")
    check("Ctrl-D bỏ khối dở", t.line() == PROMPT.rstrip(), t.line())
    t.enter("hàm bỏ dở(x)")
    t.type("\x03")
    check("Ctrl-C bỏ khối dở", t.line() == PROMPT.rstrip(), t.line())
    check("khối bỏ dở không có hiệu lực", "KT" in t.enter("bỏ dở(1)"))
    # A rule is replaced, an error changes nothing, and there is a way back.
    t.enter("tổng điểm của tập thể = quy đổi + 1")
    check("quy định mới", "\n98,25\n" in t.enter('tổng điểm của tập thể "A"'))
    t.enter("tổng điểm của tập thể = không có tên này")
    check("lỗi không đổi gì", "\n98,25\n" in t.enter('tổng điểm của tập thể "A"'))
    check("hoàn tác", "Đã hoàn tác" in t.enter("hoan tac"))
    check("giá trị cũ", "\n99,25\n" in t.enter('tổng điểm của tập thể "A"'))
    t.enter("làm lại")
    check("làm lại", "\n98,25\n" in t.enter('tổng điểm của tập thể "A"'))
    t.enter("hoàn tác")
    scenarios(t)
    # Help.
    check("trợ giúp chung", "Tab gõ nốt" in t.enter("trợ giúp"))
    check("trợ giúp tên của kịch bản", "tính theo quy định" in t.enter("trợ giúp tổng điểm"))
    # A pasted block is one entry.
    t.screen.reset()
    t.send("\x1b[200~hàm cộng ba(x)\n  trả về x + 3\nhết\x1b[201~\r")
    t.wait_for_prompt()
    check("dán cả khối", "\n10\n" in t.enter("cộng ba(7)"))
    # Ctrl-C stops a computation and keeps the session.
    t.enter("hàm quay mãi(x)")
    t.enter("  trong khi x > 0")
    t.enter("    đặt x = x + 1")
    t.enter("  hết")
    t.enter("  trả về x")
    t.enter("hết")
    t.screen.reset()
    t.send("quay mãi(1)\r")
    t.read(0.5)
    t.send("\x03")
    stopped = t.wait_for(lambda: "GH008" in t.text(), 5)
    check("Ctrl-C dừng việc đang tính", stopped, t.text())
    t.wait_for_prompt()
    check("phiên còn nguyên", "\n42\n" in t.enter("gấp đôi(21)"), t.text())
    # Ctrl-D leaves.
    t.send("\x04")
    t.child.expect(pexpect.EOF)
    t.child.close()
    check("Ctrl-D kết thúc", t.child.exitstatus == 0, str(t.child.exitstatus))
    # What was typed is there after a restart, an entry of several lines as one.
    t = Terminal("C", history)
    for _ in range(20):
        t.type("\x10")
        if "cộng ba" in t.text() and "trả về x + 3" in t.text():
            break
    check("nhớ khối nhiều dòng qua lần mở sau", "trả về x + 3" in t.text(), t.text())
    t.close()


def scenarios(t):
    """What-if and why, in a session that has nothing typed before that matters."""
    t.enter('giả sử "E không bị kỷ luật"')
    t.enter('  kỷ luật lãnh đạo của tập thể "E" = "Không"')
    t.enter('  phiếu đồng ý của tập thể "E" = 9')
    t.enter("hết")
    t.type('so sánh hiện hành với "e kh\t')
    check("gõ nốt tên giả sử", t.line().endswith('"E không bị kỷ luật"'), t.line())
    t.type("\x15")
    shown = t.enter('so sánh hiện hành với "E không bị kỷ luật"')
    check("so sánh: có tên, có quy tắc", "6 tập thể đổi kết quả" in shown and "dòng 97" in shown, shown)
    check("so sánh: vừa màn hình", all(len(row.rstrip()) <= 100 for row in shown.split("\n")), shown)
    t.enter('giả sử theo "E không bị kỷ luật"')
    check("giả sử có tên: hạng", "\n1\n" in t.enter('hạng của tập thể "E"'), t.text())
    check("giả sử có tên: danh hiệu", "\nđạt\n" in t.enter('Tập thể xuất sắc của tập thể "E"'), t.text())
    t.enter('giả sử điểm thẩm tra của tập thể "F" = 8')
    check("giả sử chồng lên nhau", "\n95,75\n" in t.enter('tổng điểm của tập thể "F"'), t.text())
    check("vì sao nói rõ giả sử", "đang giả sử" in t.enter('vì sao tiêu chí 2.3 của tập thể "F"'), t.text())
    # An error, an interrupt: what is assumed stays.
    check("giả sử sai", "CH080" in t.enter('giả sử số tin bài của tập thể "A" = -1'), t.text())
    t.enter("hàm chạy mãi(x)")
    t.enter("  trong khi x > 0")
    t.enter("    đặt x = x + 1")
    t.enter("  hết")
    t.enter("  trả về x")
    t.enter("hết")
    t.screen.reset()
    t.send('bảng giả sử: chạy mãi(1) theo số tin bài của tập thể "A" từ 1 đến 9\r')
    t.read(0.5)
    t.send("\x03")
    check("Ctrl-C dừng bảng giả sử", t.wait_for(lambda: "GH008" in t.text(), 5), t.text())
    t.wait_for_prompt()
    shown = t.enter("liệt kê giả sử")
    check("giả sử còn nguyên", shown.count("đang giả sử") == 2, shown)
    check("giá trị còn nguyên", "\n95,75\n" in t.enter('tổng điểm của tập thể "F"'), t.text())
    # Rows pasted from a spreadsheet while something is assumed; a TAB in a paste completes nothing.
    t.enter("1")
    t.send("\x1b[200~dữ liệu tập thể\nmã\tsố tin bài\nA\t12\n\x1b[201~\r")
    t.read(0.5)
    t.enter("")
    check("dán bảng khi đang giả sử", "\n99,75\n" in t.enter('tổng điểm của tập thể "A"'), t.text())
    check("giả sử vẫn đứng trên", "\n95,75\n" in t.enter('tổng điểm của tập thể "F"'), t.text())
    t.enter("hoàn tác")
    # Back to what holds.
    t.enter('bỏ giả sử "E không bị kỷ luật"')
    check("bỏ một giả sử", "\ntrống\n" in t.enter('hạng của tập thể "E"'), t.text())
    t.enter("bỏ giả sử")
    check("bỏ mọi giả sử", "\n95,21\n" in t.enter('tổng điểm của tập thể "F"'), t.text())
    # Why, why not, what for, how much, how firm.
    check("vì sao", "← dòng" in t.enter('vì sao tổng điểm của tập thể "E"'), t.text())
    check("vì sao không", "nếu kỷ luật lãnh đạo là" in t.enter('vì sao không giấy khen của tập thể "E"'), t.text())
    shown = t.enter('cần gì để hạng của tập thể "A" = 1')
    check("cần gì để", "số tin bài" in shown and "tăng 1" in shown, shown)
    shown = t.enter('cần bao nhiêu số tin bài của tập thể "A" để hạng của tập thể "A" = 1')
    check("cần bao nhiêu", "= 12 (hiện nay 11; tăng 1)" in shown, shown)
    check("độ vững", "điểm công tác cán" in t.enter('độ vững của hạng trong "Cụm 1"'), t.text())


with tempfile.TemporaryDirectory() as folder:
    for index, locale in enumerate(["C", "C.UTF-8", "vi_VN.UTF-8", ""]):
        editing(locale, os.path.join(folder, f"lich-su-{index}"))
    session(os.path.join(folder, "lich-su"))
print(f"{len(failures)} hỏng")
sys.exit(1 if failures else 0)
