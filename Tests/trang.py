# The page of results in Chromium: reading without a script, searching, sorting, opening reasons, keys, both lights,
# printing, screen readers, speed. Usage: trang.py PROGRAM [FOLDER]; pictures go into FOLDER. Prints what failed and
# ends with 1.
import base64
import hashlib
import importlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

Browser = importlib.import_module("trinh-duyet").Browser
program = os.path.abspath(sys.argv[1])
pictures = sys.argv[2] if len(sys.argv) > 2 else None
work = tempfile.mkdtemp()
failures = []

HOSTILE = '"><img src=x onerror="document.title=1"><script>document.title=2</script></table>\u202egnôc'
UNITS, CLUSTERS = 2000, 100

# Every text of a script and of its data that can come onto the page, each of them hostile.
HOSTILE_SCRIPT = '''
phong trào "</title><script>document.title=7</script>"
  chủ đề: "<img src=x onerror=alert(1)> &quot; &amp; javascript:alert(1)"
  khẩu hiệu: "'><svg/onload=document.title=3>"
hết
văn bản HD "Hướng dẫn <b>10</b> ' onmouseover='x"
đối tượng tập thể
  mã: chữ, khóa
  tên: chữ
  cụm: chữ
  ghi chú: chữ
  a; b: số
hết
dữ liệu tập thể
  | mã | tên | cụm | ghi chú | a | b |
  | "><script>1</script> | </script><script>document.title=1</script> | <img onerror=document.title=2 src=x> | x | 4 | 5 |
  | &quot; | &lt;b&gt; &quot; onclick=x | "><a href=javascript:alert(2)>b</a> | --><!-- | 4 | 4 |
  | ]]> | </td></table></main></body></html><!-- | "><a href=javascript:alert(2)>b</a> | {{1}} | 1 | 2 |
  | \u2067 | \u202eiảo gnôhK\u202c | javascript:alert(3) | x | 1 | 3 |

tiêu chí 1 "</small></details><iframe src=//x>" của tập thể, tối đa 5 điểm
  được tính a
  căn cứ HD "mục <i>3</i>"
tổng điểm của tập thể = tiêu chí 1 + b
xếp loại mức của tập thể, xét từ trên xuống
  "<u>Tốt</u>" khi tổng điểm từ 9 trở lên
  "Kém & 'dở'" còn lại
xếp hạng hạng của tập thể trong mỗi cụm
  theo tổng điểm giảm dần
danh hiệu "<h1>Xuất sắc</h1>" của tập thể
  điều kiện mức là "<u>Tốt</u>"
'''

# Long names, blanks, ties, nobody in a cluster of his own size.
ODD_SCRIPT = '''
phong trào "Tên dài"
hết
đối tượng tập thể
  mã: chữ, khóa
  tên: chữ
  cụm: chữ
  a; b: số, được để trống
hết
dữ liệu tập thể
  | mã | tên | cụm | a | b |
  | A1 | Ban Quản lý dự án đầu tư xây dựng công trình giao thông và nông nghiệp, phát triển nông thôn khu vực phía Tây | DÀI | 40 | 50 |
  | A2 | TrungtâmPháttriểnQuỹđấtvàGiảiphóngmặtbằngkhuvựcliênxãphườngsốmườihai | DÀI | 40 | 50 |
  | A3 | C | Cụm 10 | 30 | 20 |
  | A4 | D | Cụm 9 | | 20 |

tiêu chí 1 "Kết quả thực hiện nhiệm vụ chính trị trọng tâm được giao theo chương trình công tác" của tập thể, tối đa 50 điểm: được tính a nếu trống thì 0
tiêu chí 2 "Xây dựng Đảng" của tập thể, tối đa 50 điểm: được tính b nếu trống thì 0
tổng điểm của tập thể = tiêu chí 1 + tiêu chí 2
xếp loại mức của tập thể, xét từ trên xuống
  "Hoàn thành xuất sắc nhiệm vụ" khi tổng điểm từ 90 trở lên
  "Không hoàn thành nhiệm vụ" còn lại
xếp hạng hạng của tập thể trong mỗi cụm
  theo tổng điểm giảm dần
  vẫn bằng nhau thì đồng hạng
danh hiệu "Tập thể lao động xuất sắc tiêu biểu toàn diện trong phong trào thi đua yêu nước" của tập thể
  điều kiện mức là "Hoàn thành xuất sắc nhiệm vụ"
'''.replace("DÀI", "Cụm thi đua các cơ quan tham mưu giúp việc Tỉnh ủy, Mặt trận Tổ quốc và các tổ chức chính trị - xã hội")


def check(holds, what, seen=None):
    if not holds:
        failures.append(what)
        print("HỎNG  " + what + ("" if seen is None else f": {seen!r}"))


def make_page(script, folder):
    """Runs a script of the folder with `xuất báo cáo` behind it; gives the page."""
    path = os.path.join(work, folder, script)
    with open(path, "a", encoding="utf-8") as file:
        file.write('\nxuất báo cáo ra "bao-cao.html"\n')
    run = subprocess.run([program, "chạy", path, "--ra", os.path.join(work, folder)], capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"{script}: mã kết thúc {run.returncode}\n{run.stderr}")
    return os.path.join(work, folder, "bao-cao.html")


def small_page():
    shutil.copytree("scripts/2026", os.path.join(work, "nho"))
    return make_page("phong-trao.thidua", "nho")


def page_of(text, folder):
    os.mkdir(os.path.join(work, folder))
    with open(os.path.join(work, folder, "thu.thidua"), "w", encoding="utf-8") as file:
        file.write(text)
    return make_page("thu.thidua", folder)


def large_page():
    """The example of one cluster with two thousand units, one of them with a hostile name."""
    folder = os.path.join(work, "lon")
    os.mkdir(folder)
    shutil.copy("scripts/vi-du/cum-1.thidua", folder)
    with open("scripts/vi-du/tap-the.csv", encoding="utf-8-sig") as file:
        head, *lines = file.read().splitlines()
    with open(os.path.join(folder, "tap-the.csv"), "w", encoding="utf-8") as file:
        print(head, file=file)
        for number in range(UNITS):
            cells = lines[number % len(lines)].split(";")
            name = HOSTILE if number == 7 else f"Đơn vị số {number}"
            cells[:3] = [f"DV{number:04}", '"' + name.replace('"', '""') + '"', f"Cụm {number % CLUSTERS + 1}"]
            print(";".join(cells), file=file)
    return make_page("cum-1.thidua", "lon")


CONTRAST = """(() => {
  const channel = value => (value /= 255) <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4;
  const parse = color => color.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b);
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color.length < 4 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const worst = {};
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility() || element.closest('title, desc')) continue;
    const style = getComputedStyle(element);
    const inBar = element.matches('text.in');
    const color = parse(element.closest('svg') ? style.fill : style.color);
    const behind = inBar ? parse(getComputedStyle(element.previousElementSibling).fill) : ground(element.closest('svg')?.parentElement ?? element);
    const [a, b] = [light(color), light(behind)].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    const name = element.tagName + '.' + element.getAttribute('class');
    if (!(worst[name] <= ratio)) worst[name] = ratio;
  }
  return Object.entries(worst).filter(pair => pair[1] < 4.5);
})()"""


def check_text(page):
    with open(page, encoding="utf-8", newline="") as file:
        text = file.read()
    for tag in ["style", "script"]:
        inner = re.search(f"<{tag}>(.*?)</{tag}>", text, re.S).group(1)
        digest = "sha256-" + base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        check(f"{tag}-src '{digest}'" in text, f"chính sách của trang không có mã băm của <{tag}>", digest)
    check(" style=" not in text.split("</style>")[1], "có kiểu dáng viết trong thẻ")
    check(not re.search(r"<[^>]*\s(src|on\w+)=", text.split("</script>", 1)[1]), "có thuộc tính gọi mã hay tệp khác")


def check_hostile(browser, page):
    browser.open(page)
    check(browser.requests() == ["file://" + page], "chữ của người dùng gọi tệp khác", browser.requests())
    check(browser.js("document.title") == "</title><script>document.title=7</script>", "tiêu đề vẫn là chữ",
          browser.js("document.title"))
    check(browser.js("document.querySelectorAll('img, iframe, object, embed, base, link, form, body script, dd b, small i').length")
          == 0, "có phần tử lạ")
    check(browser.js("[...document.querySelectorAll('a')].every(a => a.getAttribute('href').startsWith('#'))"),
          "liên kết ra ngoài trang")
    names = browser.js("[...document.querySelectorAll('.u th')].map(th => th.textContent)")
    check(len(names) == 4 and "</td></table></main></body></html><!--" in names
          and "</script><script>document.title=1</script>" in names and "&lt;b&gt; &quot; onclick=x" in names,
          "tên vẫn là chữ", names)
    check(any("\ufffd" in name for name in names) and not browser.js("/[\u202a-\u202e\u2066-\u2069]/.test("
          "document.body.textContent)"), "chữ đảo chiều phải lộ ra", names)
    check(browser.js("[...document.querySelectorAll('*')].flatMap(e => [...e.attributes]).every(a => "
                     "!a.name.startsWith('on'))"), "có thuộc tính gọi mã")
    check(browser.complaints() == [], "trình duyệt kêu", browser.complaints())


def check_odd(browser, page):
    """Names of any length on a telephone and on a screen; heads as large as each other."""
    for width, height, mobile in [(390, 844, True), (1366, 768, False), (1920, 1080, False)]:
        browser.size(width, height, 1, mobile)
        browser.open(page)
        browser.js("for (const d of document.querySelectorAll('details')) d.open = true")
        check(browser.js("document.documentElement.scrollWidth <= innerWidth"), f"tên dài tràn ngang ở {width}")
        sizes = browser.js("[...document.querySelectorAll('.r thead th')].map(th => getComputedStyle(th).fontSize)")
        check(len(set(sizes)) == 1, "chữ tiêu đề cột to bằng nhau", sizes)
        beyond = browser.js("""[...document.querySelectorAll('figure > svg')].flatMap(svg => {
          const edge = svg.parentElement.getBoundingClientRect().right;
          return [...svg.querySelectorAll('text')].filter(text => text.getBoundingClientRect().right > edge + 1)
            .map(text => text.textContent);
        })""")
        check(beyond == [], f"chữ trong biểu đồ ra ngoài khung ở {width}", beyond)
        small = browser.js("""[...document.querySelectorAll('figure > svg')].flatMap(svg => {
          const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
          return [...svg.querySelectorAll('text')].map(text => parseFloat(getComputedStyle(text).fontSize) * scale);
        }).filter(size => size < 9)""")
        check(small == [], f"chữ trong biểu đồ quá nhỏ ở {width}", small)


def check_search(browser):
    browser.js("document.querySelector('h1').focus()")
    browser.press("/", 191, "/")
    check(browser.js("document.activeElement.type") == "search", "phím / không đến ô tìm")

    def search(text):
        browser.js("document.querySelector('input').value = ''; document.querySelector('input').focus()")
        browser.type(text)
        browser.js("new Promise(done => setTimeout(done, 400))")
        return browser.js("[...document.querySelectorAll('.u')].filter(u => u.checkVisibility()).map(u => "
                          "u.querySelector('th').textContent)"), browser.js(
                              "document.querySelector('[role=status]').textContent")

    shown, count = search("doi thong")
    check(shown == ["Ban Tổ chức Đảng ủy phường Đồi Thông"], "tìm không dấu", shown)
    check(count.startswith("Tìm thấy "), "số mục tìm thấy được báo", count)
    shown, _ = search("thông đồi")
    check(shown == ["Ban Tổ chức Đảng ủy phường Đồi Thông"], "tìm có dấu, không theo thứ tự", shown)
    shown, _ = search("đối thông")
    check(shown == [], "gõ có dấu thì phải đúng dấu", shown)
    shown, count = search("tieu chi 1.1")
    check(browser.js("[...document.querySelectorAll('.rules .q')].some(q => q.checkVisibility() && "
                     "q.textContent.includes('tiêu chí 1.1'))"), "gõ tieu chi không thấy tiêu chí", count)
    shown, count = search("vướng mắc tồn đọng")
    check("trong phần lý do" in count and len(shown) > 10, "tìm trong lý do", count)
    shown, count = search("khong-co-chu-nay")
    check(shown == [] and count == "Không thấy mục nào.", "không thấy thì nói", count)
    browser.press("Escape", 27)
    check(browser.js("document.querySelectorAll('.u[hidden], section[hidden]').length") == 0, "Esc bỏ tìm")


def check_sorting(browser):
    column = ("[...document.querySelectorAll('#b1g1 .u')].map(u => u.querySelector('td.s').firstChild.data"
              ".replace(',', '.')).map(Number)")
    head = "[...document.querySelectorAll('#b1g1 thead th')].find(th => th.textContent.startsWith('Tổng điểm'))"
    browser.js(head + ".querySelector('button').click()")
    points = browser.js(column)
    check(len(points) > 5 and points == sorted(points, reverse=True), "xếp theo tổng điểm giảm dần", points)
    check(browser.js(head + ".getAttribute('aria-sort')") == "descending", "aria-sort giảm")
    browser.js(head + ".querySelector('button').click()")
    check(browser.js(column) == sorted(points), "bấm lần nữa thì đảo chiều", browser.js(column))
    check(browser.js(head + ".getAttribute('aria-sort')") == "ascending", "aria-sort tăng")
    browser.js("document.querySelector('#b1g1 thead th.name button').click()")
    names = browser.js("[...document.querySelectorAll('#b1g1 .u th')].map(th => th.textContent)")
    expected = browser.js(f"{names!r}.toSorted(new Intl.Collator('vi').compare)")
    check(names == expected, "xếp tên theo thứ tự tiếng Việt", names)
    check(browser.js("document.querySelectorAll('#b1g1 [aria-sort]').length") == 1, "chỉ một cột đang xếp")
    spoken = browser.js("[...document.querySelectorAll('[aria-live]')].map(e => e.textContent)")
    check("Đã xếp theo Tên, tăng dần." in spoken, "nói đã xếp theo cột nào", spoken)


def check_keyboard(browser, page):
    browser.open(page)
    browser.press("Tab", 9)
    check(browser.js("document.activeElement.className") == "skip" and browser.js(
        "document.activeElement.getBoundingClientRect().left >= 0"), "Tab đầu tiên hiện liên kết đến phần kết quả")
    seen = {}
    for _ in range(60):
        tag, outline = browser.js("(e => [e.tagName + (e.closest('th') ? ' th' : ''), e.matches(':focus-visible') "
                                  "? getComputedStyle(e).outlineStyle : 'không'])(document.activeElement)")
        seen.setdefault(tag, outline)
        browser.press("Tab", 9)
    check(set(seen) >= {"A", "INPUT", "BUTTON", "SUMMARY", "BUTTON th"} and set(seen.values()) == {"solid"},
          "chỗ đang đứng phải có viền", seen)
    check(browser.js("document.getAnimations().length") == 0
          and not re.search(r"transition|animation|scroll-behavior", browser.js("document.querySelector('style').textContent")),
          "trang không có chuyển động")
    # Nothing shows between the tools and the head that stays below them.
    browser.js("document.querySelectorAll('#b1g1 .u')[3].querySelector('details').open = true; "
               "document.querySelectorAll('#b1g1 .u')[3].scrollIntoView()")
    gap = browser.js("document.querySelector('#b1g1 thead th').getBoundingClientRect().top - "
                     "document.querySelector('.tools').getBoundingClientRect().bottom")
    check(gap <= 0, "khe hở trên tiêu đề bảng", gap)
    browser.js("document.querySelectorAll('#b1g1 .u')[3].querySelector('details').open = false; scrollTo(0, 0)")


def check_reasons(browser):
    cells = browser.js("""[...document.querySelectorAll('#b1g2 .u')].slice(0, 4).flatMap(u =>
      [...u.rows[0].querySelectorAll('td:not(.t)')].map(td => {
        td.click();
        const reason = document.activeElement;
        return [td.firstChild.data, reason.tagName, reason.querySelector('b')?.textContent, reason.checkVisibility()];
      }))""")
    check(len(cells) > 20, "có điểm để bấm", cells)
    for text, tag, value, visible in cells:
        check(tag == "LI" and value == text and visible, "bấm vào điểm mở lý do của điểm ấy", (text, tag, value))
    browser.js("for (const d of document.querySelectorAll('.w details')) d.open = false; "
               "document.querySelector('#b1g1 thead th:last-child button').focus()")
    browser.press("Tab", 9)
    check(browser.js("document.activeElement.tagName") == "SUMMARY", "Tab đến lý do của đơn vị đầu")
    check(browser.js("document.activeElement.getBoundingClientRect().height > 10"), "chỗ đang đứng phải thấy được")
    browser.press("Enter", 13, "\r")
    check(browser.js("document.activeElement.parentElement.open"), "Enter mở lý do")
    check(browser.js("document.querySelectorAll('.w a').values().every(a => document.getElementById(a.hash.slice(1)))"),
          "liên kết trong lý do phải có đích")
    browser.js("document.activeElement.parentElement.open = false")


def check_projector(browser):
    browser.js("scrollTo(0, 0)")
    browser.js("document.querySelector('[data-do=project]').click()")
    shown = "[...document.querySelectorAll('.slide')].filter(s => s.checkVisibility()).map(s => s.id)"
    check(browser.js(shown) == ["dau-trang"], "trình chiếu bắt đầu từ trang đầu", browser.js(shown))
    check(browser.js("document.querySelector('.tools').getBoundingClientRect().top < 5"), "nút ở đầu trang chiếu")
    check(browser.js("document.querySelector('.stage [aria-live]').textContent").startswith("1/")
          and "Phong trào" in browser.js("document.querySelector('.stage [aria-live]').textContent"),
          "nói đang chiếu phần nào")
    browser.press("ArrowRight", 39)
    browser.press("ArrowRight", 39)
    check(browser.js(shown) == ["b1g1"], "phím → sang cụm", browser.js(shown))
    check(browser.js("document.documentElement.scrollWidth <= innerWidth"), "trình chiếu không tràn ngang")
    browser.js("document.querySelector('#b1g1 td.s').click()")
    check(browser.js("document.activeElement.checkVisibility()"), "đang chiếu vẫn mở được lý do")
    browser.js("document.querySelector('#b1g1 .u details').open = false")
    if pictures:
        browser.js("document.activeElement.blur(); scrollTo(0, 0)")
        browser.picture(os.path.join(pictures, "chieu.png"))
    browser.press("ArrowLeft", 37)
    browser.press("ArrowLeft", 37)
    browser.press("ArrowLeft", 37)
    check(browser.js(shown) == ["dau-trang"], "phím ← dừng ở trang đầu", browser.js(shown))
    browser.press("Escape", 27)
    check(len(browser.js(shown)) > 10, "Esc thôi chiếu")


def check_lights(browser):
    browser.js("for (const d of document.querySelectorAll('#b1 details, header details')) d.open = true")
    for light in ["light", "dark"]:
        browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": light}])
        check(browser.js(CONTRAST) == [], f"tương phản từ 4,5 ({light})", browser.js(CONTRAST))
    check(browser.js("getComputedStyle(document.body).backgroundColor") == "rgb(21, 23, 27)", "máy để tối thì trang tối")
    browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "light"}])
    browser.js("document.querySelector('[data-do=dark]').click()")
    check(browser.js(CONTRAST) == [], "tương phản từ 4,5 (nút Nền tối)", browser.js(CONTRAST))
    if pictures:
        browser.picture(os.path.join(pictures, "toi.png"))
    browser.js("document.querySelector('[data-do=dark]').click()")
    browser.call("Emulation.setEmulatedMedia", features=[{"name": "forced-colors", "value": "active"}])
    marks = browser.js("[...document.querySelectorAll('.legend i')].map(i => [getComputedStyle(i).backgroundColor, "
                       "getComputedStyle(document.querySelector('path.' + i.className)?.closest('svg') ? "
                       "document.querySelector('path.' + i.className) : i).fill])")
    check(marks and all(mark == fill or fill == "rgb(0, 0, 0)" for mark, fill in marks)
          and len({mark for mark, _ in marks}) > 2, "màu của chú giải khi máy dùng màu riêng", marks)
    if pictures:
        browser.picture(os.path.join(pictures, "mau-rieng.png"))
    browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "light"}])
    browser.js("for (const d of document.querySelectorAll('details')) d.open = false")


def check_screen_reader(browser):
    # Left on, it would slow down everything that is measured.
    browser.call("Accessibility.enable")
    nodes = browser.call("Accessibility.getFullAXTree")["nodes"]
    browser.call("Accessibility.disable")
    roles = {}
    for node in nodes:
        role = node.get("role", {}).get("value")
        if not node.get("ignored"):
            roles.setdefault(role, []).append(node.get("name", {}).get("value", ""))
    for role in ["table", "button", "link", "img", "image", "searchbox", "navigation", "search", "DisclosureTriangle"]:
        check(all(roles.get(role, [])), f"có {role} không tên", roles.get(role))
    for role in ["table", "button", "banner", "main", "navigation", "search", "contentinfo", "status", "rowheader",
                 "columnheader", "heading"]:
        check(roles.get(role), f"trình đọc màn hình không thấy {role} nào")
    check(browser.js("document.documentElement.lang") == "vi", "trang tiếng Việt")
    check(browser.js("[...document.querySelectorAll('thead th')].every(th => th.scope === 'col')"), "scope của tiêu đề")
    check(browser.js("[...document.querySelectorAll('tbody th')].every(th => th.scope === 'row')"), "scope của dòng")
    levels = browser.js("[...document.querySelectorAll('h1, h2, h3')].map(h => +h.tagName[1])")
    check(levels[0] == 1 and all(b <= a + 1 for a, b in zip(levels, levels[1:])), "bậc đề mục", levels)
    check(browser.js("new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size === "
                     "document.querySelectorAll('[id]').length"), "mã của phần tử trùng nhau")


def check_printing(browser, page):
    path = os.path.join(pictures or work, "trang.pdf")
    browser.open(page)
    browser.pdf(path)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True).stdout
    # Chromium writes some letters and their marks apart.
    text = unicodedata.normalize("NFC", text)
    sheets = text.split("\f")[:-1]
    clusters = browser.js("document.querySelectorAll('.cluster').length")
    check(clusters < len(sheets) < clusters * 10, "số trang in", (clusters, len(sheets)))
    check(f"Trang 1/{len(sheets)}" in sheets[0], "số trang ở chân trang", sheets[0][-80:])
    check("Trình chiếu" not in text and "Mở một dòng" not in text, "nút không in ra")
    check("nhiệm vụ đúng hạn:" not in text, "lý do chưa mở thì không in")
    for sheet in sheets:
        rows = re.search(r"^ *(\d+|–) +(Ban|Phòng|Trưởng|Phó|Chuyên|Nhân) ", sheet, re.M)
        check(not rows or re.search(r"\bTên\b", sheet), "tiêu đề bảng lặp lại ở mỗi trang", sheet[:200])
        check(rows or not re.search(r"^ *Hạng +Tên\b", sheet, re.M), "trang in chỉ có tiêu đề bảng", sheet[:200])
    box = subprocess.run(["pdfinfo", path], capture_output=True, text=True).stdout
    width, height = map(float, re.search(r"Page size: +([\d.]+) x ([\d.]+)", box).groups())
    check(abs(width - 841.9) < 1 and abs(height - 595.3) < 1, "khổ A4 ngang", (width, height))
    browser.js("document.querySelector('[data-do=open]').click()")
    browser.pdf(os.path.join(work, "mo.pdf"))
    opened = subprocess.run(["pdftotext", os.path.join(work, "mo.pdf"), "-"], capture_output=True, text=True).stdout
    check(opened.count("nhiệm vụ đúng hạn:") > 50, "lý do đang mở thì in", opened.count("nhiệm vụ đúng hạn:"))


def check_without_script(browser, page):
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(page)
    root = browser.call("DOM.getDocument")["root"]["nodeId"]

    def boxes(selector, limit=5):
        nodes = browser.call("DOM.querySelectorAll", nodeId=root, selector=selector)["nodeIds"]
        return [browser.call("DOM.getBoxModel", nodeId=node)["model"]["height"] for node in nodes[:limit]]

    check(browser.call("DOM.querySelectorAll", nodeId=root, selector="button")["nodeIds"] == [],
          "không có mã thì không có nút")
    check(all(height > 12 for height in boxes(".u th") + boxes(".w summary")), "không có mã vẫn thấy hàng và lý do")
    text = browser.call("DOM.getOuterHTML", nodeId=root)["outerHTML"]
    check(text.count("nhiệm vụ đúng hạn:") > 50, "không có mã vẫn có đủ lý do")
    if pictures:
        browser.picture(os.path.join(pictures, "khong-ma.png"))
    browser.call("Emulation.setScriptExecutionDisabled", value=False)


def check_large(browser, page):
    times = []
    # Once without other programs in the way is enough. A quiet machine takes 0.7 to 0.9 s; the limit leaves room
    # for one that is slow or busy, and still catches a page that has become another kind of page.
    while len(times) < 3 or min(times) >= 1000 and len(times) < 12:
        browser.open(page)
        times.append(browser.js("performance.timing.loadEventEnd - performance.timing.navigationStart"))
    paint = browser.js("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    size = os.path.getsize(page) / 1e6
    print(f"{UNITS} đơn vị: {size:.1f} MB, mở {sorted(times)} ms, thấy chữ sau {paint:.0f} ms")
    check(min(times) < 2500, "mở trang 2.000 đơn vị quá lâu", times)
    check(size < 20, "trang 2.000 đơn vị quá lớn", size)
    check(browser.js("document.querySelectorAll('.u').length") == UNITS, "đủ mọi đơn vị")
    name = browser.js("document.querySelector('.u th img, .u th script') === null && "
                      "[...document.querySelectorAll('.u th')].find(th => th.textContent.includes('onerror')).textContent")
    check(name == HOSTILE.replace("\u202e", "\ufffd"), "tên có thẻ vẫn là chữ", name)
    check(browser.js("document.title").startswith("Phong trào"), "mã trong tên không chạy")
    check(browser.complaints() == [], "trình duyệt kêu", browser.complaints())
    spent = browser.js("""(() => {
      const begin = performance.now();
      const field = document.querySelector('input');
      field.value = 'don vi so 1234';
      field.oninput();
      return new Promise(done => setTimeout(() => done([performance.now() - begin,
        [...document.querySelectorAll('.u')].filter(u => !u.hidden).length]), 125));
    })()""")
    check(spent[1] == 1 and spent[0] < 2000, "tìm trong 2.000 đơn vị", spent)


def main():
    small, large = small_page(), large_page()
    hostile, odd = page_of(HOSTILE_SCRIPT, "doc"), page_of(ODD_SCRIPT, "la")
    check_text(small)
    check_text(large)
    check_text(hostile)
    browser = Browser()
    try:
        browser.size(1280, 800)
        browser.open(small)
        check(browser.requests() == ["file://" + small], "trang gọi tệp khác", browser.requests())
        check(browser.js("document.documentElement.scrollWidth <= innerWidth"), "màn hình 1280 không tràn ngang")
        check_screen_reader(browser)
        if pictures:
            browser.picture(os.path.join(pictures, "ban.png"))
            browser.js("document.querySelector('#b1g1').scrollIntoView()")
            browser.js("document.querySelectorAll('#b1g1 td.s')[1].click()")
            browser.picture(os.path.join(pictures, "ly-do.png"))
        check_search(browser)
        check_sorting(browser)
        check_reasons(browser)
        check_keyboard(browser, small)
        check_lights(browser)
        browser.size(1920, 1080)
        check_projector(browser)
        browser.size(390, 844, 2, True)
        check(browser.js("document.documentElement.scrollWidth <= innerWidth"), "điện thoại không tràn ngang")
        if pictures:
            browser.js("document.querySelector('#b1g1').scrollIntoView()")
            browser.picture(os.path.join(pictures, "dien-thoai.png"))
        check(browser.complaints() == [], "trình duyệt kêu", browser.complaints())
        browser.size(1280, 800)
        check_printing(browser, small)
        check_without_script(browser, small)
        check_hostile(browser, hostile)
        check_odd(browser, odd)
        browser.size(1280, 800)
        check_large(browser, large)
    finally:
        browser.close()
        shutil.rmtree(work)
    print(f"{len(failures)} chỗ hỏng")
    sys.exit(1 if failures else 0)


main()
