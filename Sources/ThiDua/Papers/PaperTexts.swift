// swift-format-ignore-file
// The texts of stdlib/mau/*.mau. Written by Tools/nhung-thu-vien.py; change the templates, not this file.

extension PaperText {
  /// Every template, in byte order of the files' names.
  public static let all: [PaperText] = [
    PaperText("bảng tổng hợp điểm", file: "bang-tong-hop-diem.mau", #"""
# Mẫu "bảng tổng hợp điểm": điểm từng nhóm, thưởng, trừ, tổng, hạng, xếp loại; khổ ngang.
@trang ngang
@đầu
cơ quan cấp trên: {{ cơ quan cấp trên của văn bản này }}
cơ quan ban hành: {{ cơ quan ban hành của văn bản này }}
số: {{ số văn bản của văn bản này }}
ký hiệu: BTH/{{ viết tắt của văn bản này }}
địa danh: {{ địa danh của văn bản này }}
ngày: {{ ngày văn bản của văn bản này }}
loại: BẢNG TỔNG HỢP ĐIỂM
trích yếu: {{ tên phong trào của văn bản này }}

{{ với mỗi b trong các bảng điểm }}
< **{{ chữ hoa(tên của b) }}** ({{ số đối tượng của b }})
{{ bảng điểm của b }}
{{ hết }}
@ký
chức vụ: Người lập bảng
họ tên:
quyền hạn: {{ quyền hạn ký của văn bản này }}
chức vụ: {{ chức vụ người ký của văn bản này }}
họ tên: {{ người ký của văn bản này }}

"""#),
    PaperText("báo cáo sơ kết", file: "bao-cao-so-ket.mau", #"""
# Mẫu "báo cáo sơ kết": kết quả đến thời điểm báo cáo, hạn chế, nhiệm vụ thời gian tới.
@đầu
cơ quan cấp trên: {{ cơ quan cấp trên của văn bản này }}
cơ quan ban hành: {{ cơ quan ban hành của văn bản này }}
số: {{ số văn bản của văn bản này }}
ký hiệu: BC/{{ viết tắt của văn bản này }}
địa danh: {{ địa danh của văn bản này }}
ngày: {{ ngày văn bản của văn bản này }}
loại: BÁO CÁO
trích yếu: Sơ kết {{ tên phong trào của văn bản này }}

**I. VIỆC TRIỂN KHAI THỰC HIỆN**
Phong trào được phát động với chủ đề “{{ chủ đề của văn bản này }}”; khẩu hiệu “{{ khẩu hiệu của văn bản này }}”.
Công tác chỉ đạo, tuyên truyền, kiểm tra: ……
**II. KẾT QUẢ BƯỚC ĐẦU**
1. Kết quả chấm điểm, xếp loại đến thời điểm báo cáo:
{{ bảng xếp loại }}
2. Các đơn vị dẫn đầu từng cụm:
{{ bảng dẫn đầu }}
**III. HẠN CHẾ VÀ NGUYÊN NHÂN**
1. Hạn chế: ……
2. Nguyên nhân: ……
**IV. NHIỆM VỤ THỜI GIAN TỚI**
……
@ký
quyền hạn: {{ quyền hạn ký của văn bản này }}
chức vụ: {{ chức vụ người ký của văn bản này }}
họ tên: {{ người ký của văn bản này }}
nơi nhận: {{ nơi nhận của văn bản này }}

"""#),
    PaperText("báo cáo tổng kết", file: "bao-cao-tong-ket.mau", #"""
# Mẫu "báo cáo tổng kết": kết quả cả năm, khen thưởng, bài học kinh nghiệm, phương hướng.
@đầu
cơ quan cấp trên: {{ cơ quan cấp trên của văn bản này }}
cơ quan ban hành: {{ cơ quan ban hành của văn bản này }}
số: {{ số văn bản của văn bản này }}
ký hiệu: BC/{{ viết tắt của văn bản này }}
địa danh: {{ địa danh của văn bản này }}
ngày: {{ ngày văn bản của văn bản này }}
loại: BÁO CÁO
trích yếu: Tổng kết {{ tên phong trào của văn bản này }}

**I. VIỆC TRIỂN KHAI THỰC HIỆN**
Phong trào được phát động với chủ đề “{{ chủ đề của văn bản này }}”; khẩu hiệu “{{ khẩu hiệu của văn bản này }}”.
Công tác chỉ đạo, tuyên truyền, kiểm tra: ……
**II. KẾT QUẢ**
1. Kết quả xếp loại:
{{ bảng xếp loại }}
2. Kết quả chấm điểm, xếp hạng của từng cụm có trong bảng tổng hợp điểm kèm theo.
3. Kết quả xét khen thưởng:
{{ với mỗi d trong các danh hiệu }}
- {{ tên của d }} ({{ loại của d }}): {{ số đạt của d: 02 }} trường hợp{{ nếu số chờ của d > 0 }}; {{ số chờ của d: 02 }} trường hợp chờ Hội đồng xem xét{{ hết }}.
{{ hết }}
**III. ĐÁNH GIÁ CHUNG**
1. Ưu điểm: ……
2. Hạn chế: ……
3. Nguyên nhân: ……
4. Bài học kinh nghiệm: ……
**IV. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM SAU; ĐỀ XUẤT, KIẾN NGHỊ**
……
@ký
quyền hạn: {{ quyền hạn ký của văn bản này }}
chức vụ: {{ chức vụ người ký của văn bản này }}
họ tên: {{ người ký của văn bản này }}
nơi nhận: {{ nơi nhận của văn bản này }}

"""#),
    PaperText("biên bản bình xét", file: "bien-ban-binh-xet.mau", #"""
# Mẫu "biên bản bình xét": họp cụm thi đua (hoặc cả ngành) bình xét, suy tôn.
@đầu
cơ quan cấp trên: {{ cơ quan cấp trên của văn bản này }}
cơ quan ban hành: {{ cơ quan ban hành của văn bản này }}
số: {{ số văn bản của văn bản này }}
ký hiệu: BB/{{ viết tắt của văn bản này }}
địa danh: {{ địa danh của văn bản này }}
ngày: {{ ngày văn bản của văn bản này }}
loại: BIÊN BẢN
trích yếu: Họp bình xét thi đua năm {{ năm của văn bản này }}

**I. THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN**
1. Thời gian: {{ thời gian của văn bản này }}.
2. Địa điểm: {{ địa điểm của văn bản này }}.
3. Chủ trì: {{ chủ trì của văn bản này }}.
4. Thư ký: {{ thư ký của văn bản này }}.
5. Thành phần dự: {{ người dự của văn bản này }}.
{{ nếu người vắng của văn bản này <> "" }}
6. Vắng mặt, lý do: {{ người vắng của văn bản này }}.
{{ ngược lại }}
6. Vắng mặt, lý do: ……
{{ hết }}
**II. NỘI DUNG**
1. Các đơn vị báo cáo kết quả tự chấm điểm; hội nghị thảo luận, thống nhất kết quả chấm điểm, xếp hạng như sau:
{{ với mỗi b trong các bảng xếp hạng }}
{{ bảng điểm của b }}
{{ hết }}
2. Ý kiến thảo luận: ……
3. Hội nghị thống nhất đề nghị xét khen thưởng:
{{ bảng đề nghị }}
**III. KẾT LUẬN**
Hội nghị thống nhất kết quả chấm điểm, xếp hạng và danh sách đề nghị khen thưởng nêu trên để trình cấp có thẩm quyền xem xét, quyết định.
Biên bản được đọc lại, các thành viên dự họp nhất trí thông qua và kết thúc hồi …… giờ …… cùng ngày.
@ký
chức vụ: Thư ký
họ tên: {{ họ tên thư ký của văn bản này }}
chức vụ: Chủ trì
họ tên: {{ họ tên chủ trì của văn bản này }}

"""#),
    PaperText("biên bản kiểm phiếu", file: "bien-ban-kiem-phieu.mau", #"""
# Mẫu "biên bản kiểm phiếu": kết quả bỏ phiếu kín của hội đồng. Phiếu không ghi tên người bỏ.
@đầu
cơ quan cấp trên: {{ cơ quan cấp trên của văn bản này }}
cơ quan ban hành: {{ cơ quan ban hành của văn bản này }}
số: {{ số văn bản của văn bản này }}
ký hiệu: BB/{{ viết tắt của văn bản này }}
địa danh: {{ địa danh của văn bản này }}
ngày: {{ ngày văn bản của văn bản này }}
loại: BIÊN BẢN
trích yếu: Kiểm phiếu xét khen thưởng năm {{ năm của văn bản này }}

Hôm nay, {{ thời gian của văn bản này }}, tại {{ địa điểm của văn bản này }}, {{ hội đồng của văn bản này }} bỏ phiếu kín xét khen thưởng {{ tên phong trào của văn bản này }}.
**1. Thành phần**
- Tổng số thành viên Hội đồng: {{ tổng số thành viên hội đồng của văn bản này }}; có mặt: ……; vắng mặt: …… (thành viên vắng mặt gửi ý kiến bằng văn bản: ……).
- Tổ kiểm phiếu: Tổ trưởng: ……; thành viên: ……
**2. Số phiếu**
@bảng 3 3 3 3
| Phát ra | Thu về | Hợp lệ | Không hợp lệ |
|---|
| > …… | > …… | > …… | > …… |

**3. Kết quả**
{{ bảng kiểm phiếu }}
Biên bản lập thành 02 bản, được các thành viên tổ kiểm phiếu thống nhất thông qua.
@ký
chức vụ: Thành viên tổ kiểm phiếu
họ tên:
chức vụ: Tổ trưởng tổ kiểm phiếu
họ tên:

"""#),
    PaperText("danh sách đề nghị", file: "danh-sach-de-nghi.mau", #"""
# Mẫu "danh sách đề nghị": ai được đề nghị danh hiệu, hình thức khen thưởng nào; khổ ngang.
@trang ngang
@đầu
cơ quan cấp trên: {{ cơ quan cấp trên của văn bản này }}
cơ quan ban hành: {{ cơ quan ban hành của văn bản này }}
số: {{ số văn bản của văn bản này }}
ký hiệu: DS/{{ viết tắt của văn bản này }}
địa danh: {{ địa danh của văn bản này }}
ngày: {{ ngày văn bản của văn bản này }}
loại: DANH SÁCH
trích yếu: Đề nghị khen thưởng {{ tên phong trào của văn bản này }}

{{ bảng đề nghị }}
< Tổng hợp:
{{ với mỗi d trong các danh hiệu }}
- {{ tên của d }}: {{ số đạt của d: 02 }} {{ loại của d }}{{ nếu số chờ của d > 0 }}, chờ xem xét {{ số chờ của d: 02 }}{{ hết }};
{{ hết }}
@ký
quyền hạn: {{ quyền hạn ký của văn bản này }}
chức vụ: {{ chức vụ người ký của văn bản này }}
họ tên: {{ người ký của văn bản này }}
nơi nhận: {{ nơi nhận của văn bản này }}

"""#),
    PaperText("quyết định", file: "quyet-dinh.mau", #"""
# Mẫu "quyết định": khen thưởng, có danh sách kèm theo (chỉ những trường hợp đã đạt).
@đầu
cơ quan cấp trên: {{ cơ quan cấp trên của văn bản này }}
cơ quan ban hành: {{ cơ quan ban hành của văn bản này }}
số: {{ số văn bản của văn bản này }}
ký hiệu: QĐ/{{ viết tắt của văn bản này }}
địa danh: {{ địa danh của văn bản này }}
ngày: {{ ngày văn bản của văn bản này }}
loại: QUYẾT ĐỊNH
trích yếu: Về việc khen thưởng {{ tên phong trào của văn bản này }}

{{ nếu thể thức của văn bản này = "Nhà nước" }}
> **{{ chữ hoa(thẩm quyền của văn bản này) }}**
{{ với mỗi v trong các văn bản căn cứ }}
*Căn cứ {{ tên của v }};*
{{ hết }}
*Theo đề nghị của {{ hội đồng của văn bản này }}.*
> **QUYẾT ĐỊNH:**
{{ ngược lại }}
{{ với mỗi v trong các văn bản căn cứ }}
- Căn cứ {{ tên của v }};
{{ hết }}
- Xét đề nghị của {{ hội đồng của văn bản này }},
> **{{ chữ hoa(thẩm quyền của văn bản này) }} QUYẾT ĐỊNH**
{{ hết }}
**Điều 1.** Khen thưởng {{ đối tượng khen thưởng của văn bản này }} đạt thành tích trong {{ tên phong trào của văn bản này }} (có danh sách kèm theo), gồm:
{{ với mỗi d trong các danh hiệu }}
{{ nếu số đạt của d > 0 }}
- {{ tên của d }}: {{ số đạt của d: 02 }} ({{ bằng chữ(số đạt của d) }}) {{ loại của d }};
{{ hết }}
{{ hết }}
**Điều 2.** Mức tiền thưởng kèm theo thực hiện theo quy định hiện hành; kinh phí chi từ Quỹ Thi đua, khen thưởng của {{ cơ quan ban hành của văn bản này }}.
**Điều 3.** Các đơn vị có liên quan và {{ đối tượng khen thưởng của văn bản này }} có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này kể từ ngày ký.
@ký
quyền hạn: {{ quyền hạn ký của văn bản này }}
chức vụ: {{ chức vụ người ký của văn bản này }}
họ tên: {{ người ký của văn bản này }}
nơi nhận: Như Điều 3; {{ nơi nhận của văn bản này }}
@trang ngang
> **DANH SÁCH KHEN THƯỞNG**
{{ nếu thể thức của văn bản này = "Nhà nước" }}
> *(Kèm theo Quyết định số {{ số văn bản của văn bản này }}/QĐ-{{ viết tắt của văn bản này }} {{ ngày văn bản đầy đủ của văn bản này }} của {{ cơ quan ban hành của văn bản này }})*
{{ ngược lại }}
> *(Kèm theo Quyết định số {{ số văn bản của văn bản này }}-QĐ/{{ viết tắt của văn bản này }}, ngày {{ ngày văn bản của văn bản này }} của {{ cơ quan ban hành của văn bản này }})*
{{ hết }}
{{ bảng khen thưởng }}

"""#),
    PaperText("tờ trình", file: "to-trinh.mau", #"""
# Mẫu "tờ trình": trình cấp có thẩm quyền khen thưởng.
@đầu
cơ quan cấp trên: {{ cơ quan cấp trên của văn bản này }}
cơ quan ban hành: {{ cơ quan ban hành của văn bản này }}
số: {{ số văn bản của văn bản này }}
ký hiệu: TTr/{{ viết tắt của văn bản này }}
địa danh: {{ địa danh của văn bản này }}
ngày: {{ ngày văn bản của văn bản này }}
loại: TỜ TRÌNH
trích yếu: Về việc khen thưởng {{ tên phong trào của văn bản này }}
kính gửi: {{ kính gửi của văn bản này }}

Căn cứ các quy định hiện hành về thi đua, khen thưởng;
{{ với mỗi v trong các văn bản căn cứ }}
Căn cứ {{ tên của v }};
{{ hết }}
Căn cứ kết quả chấm điểm, xếp hạng và bình xét {{ tên phong trào của văn bản này }}, {{ cơ quan ban hành của văn bản này }} kính trình xem xét, quyết định khen thưởng {{ đối tượng khen thưởng của văn bản này }} sau đây:
{{ với mỗi d trong các danh hiệu }}
{{ nếu số đạt của d > 0 }}
- {{ tên của d }}: {{ số đạt của d: 02 }} {{ loại của d }};
{{ hết }}
{{ hết }}
{{ với mỗi d trong các danh hiệu }}
{{ nếu số chờ của d > 0 }}
Còn {{ số chờ của d: 02 }} {{ loại của d }} được đề nghị {{ tên của d }} nhưng chờ Hội đồng xem xét, bỏ phiếu.
{{ hết }}
{{ hết }}
Danh sách kèm theo Tờ trình này. {{ cơ quan ban hành của văn bản này }} kính trình xem xét, quyết định.
@ký
quyền hạn: {{ quyền hạn ký của văn bản này }}
chức vụ: {{ chức vụ người ký của văn bản này }}
họ tên: {{ người ký của văn bản này }}
nơi nhận: Như trên; {{ nơi nhận của văn bản này }}
@trang ngang
> **DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG**
{{ nếu thể thức của văn bản này = "Nhà nước" }}
> *(Kèm theo Tờ trình số {{ số văn bản của văn bản này }}/TTr-{{ viết tắt của văn bản này }} {{ ngày văn bản đầy đủ của văn bản này }})*
{{ ngược lại }}
> *(Kèm theo Tờ trình số {{ số văn bản của văn bản này }}-TTr/{{ viết tắt của văn bản này }}, ngày {{ ngày văn bản của văn bản này }})*
{{ hết }}
{{ bảng đề nghị }}

"""#),
  ]
}
