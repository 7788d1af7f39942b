// swift-format-ignore-file
// The texts of stdlib/*.thidua. Written by Tools/nhung-thu-vien.py; change the modules, not this file.

extension LibraryModule {
  /// Every module, in byte order of the files' names.
  public static let all: [LibraryModule] = [
    LibraryModule("cách chấm", "cach-cham", #"""
# Mô-đun "cách chấm": các cách chấm điểm dùng lại được, để tiêu chí viết "chấm TÊN, …".
#
# Điểm tính theo "điểm tối đa" của chính tiêu chí, nên một cách chấm dùng được cho mọi thang điểm. Làm tròn, minh chứng, ngoại
# lệ viết thêm ở tiêu chí.

# ─── Số liệu để thử, không đưa ra ngoài mô-đun ─────────────────────────────────────────────────────────────────

đối tượng đơn vị
  mã: chữ, khóa
  cụm: chữ
  chỉ tiêu; kết quả; kết quả riêng: số, được để trống
  tỷ lệ: tỷ lệ
  đạt yêu cầu: có/không
  thứ; số lần vắng: số
  hạn; ngày xong: ngày
hết

# ─── So với chỉ tiêu, so với đơn vị khác ───────────────────────────────────────────────────────────────────────

# So với đơn vị dẫn đầu: chưa đạt chỉ tiêu thì tính theo tỷ lệ của nửa số điểm; đạt đúng chỉ tiêu được nửa số điểm; vượt thì
# thêm nửa còn lại theo tỷ lệ vượt so với đơn vị vượt nhiều nhất trong phạm vi so sánh (cụm, khối…). Đơn vị không được giao
# chỉ tiêu (ô trống) mà có kết quả thì chỉ so với nhau; không có cả kết quả thì tiêu chí không áp dụng. Hai trường chỉ tiêu,
# kết quả khai "được để trống". Điểm lẻ vô hạn: nhớ ghi thêm dòng "làm tròn 2 chữ số".
# Nguồn: quy định chấm điểm thi đua của công an một tỉnh, Điều 6 (bản đọc được không ghi ngày).
cách chấm so với đơn vị dẫn đầu, dùng chỉ tiêu; kết quả; phạm vi
  đặt tỷ lệ vượt = kết quả / chỉ tiêu - 1
  không áp dụng khi chỉ tiêu là trống và kết quả là trống
  được tính điểm tối đa / 2 * kết quả / chỉ tiêu khi kết quả < chỉ tiêu
  được tính điểm tối đa / 2 khi kết quả = chỉ tiêu
  còn lại điểm tối đa / 2 * (1 + tỷ lệ vượt / cao nhất(tỷ lệ vượt trong cùng phạm vi mà chỉ tiêu không phải là trống))
  riêng trường hợp chỉ tiêu là trống
    thì điểm tối đa * kết quả / cao nhất((kết quả nếu trống thì 0) trong cùng phạm vi mà chỉ tiêu là trống)

tiêu chí 1 "So với đơn vị dẫn đầu" của đơn vị, tối đa 5 điểm
  chấm so với đơn vị dẫn đầu, chỉ tiêu; kết quả; cụm
  làm tròn 2 chữ số

ví dụ "Chỉ tiêu 10, tối đa 5 điểm: làm 8, 10, 20, 15 được 2; 2,5; 5; 3,75; không giao chỉ tiêu thì so với nhau"
  dữ liệu đơn vị
    | mã | cụm | chỉ tiêu | kết quả |
    | A  | 1   | 10       | 8       |
    | B  | 1   | 10       | 10      |
    | C  | 1   | 10       | 20      |
    | D  | 1   | 10       | 15      |
    | E  | 2   | 10       | 11      |
    | G  | 1   |          | 150     |
    | H  | 1   |          | 100     |
    | I  | 1   |          |         |
  kết quả tiêu chí 1 của đơn vị "A" = 2
  kết quả tiêu chí 1 của đơn vị "B" = 2,5
  kết quả tiêu chí 1 của đơn vị "C" = 5
  kết quả tiêu chí 1 của đơn vị "D" = 3,75
  kết quả tiêu chí 1 của đơn vị "E" = 5
  kết quả tiêu chí 1 của đơn vị "G" = 5
  kết quả tiêu chí 1 của đơn vị "H" = 3,33
  kết quả tiêu chí 1 của đơn vị "I" là không áp dụng
hết

# So với kết quả cao nhất trong phạm vi so sánh; dùng khi không đơn vị nào được giao chỉ tiêu. Nhớ ghi "làm tròn 2 chữ số".
# Nguồn: như trên, phần đơn vị không được giao chỉ tiêu: 150, 100, 75 trên 10 điểm được 10; 6,67; 5.
cách chấm so với kết quả cao nhất, dùng kết quả; phạm vi
  được tính điểm tối đa * kết quả / cao nhất(kết quả trong cùng phạm vi)

tiêu chí 2 "So với kết quả cao nhất" của đơn vị, tối đa 10 điểm
  chấm so với kết quả cao nhất, kết quả nếu trống thì 0; cụm
  làm tròn 2 chữ số

ví dụ "150, 100, 75 trên 10 điểm được 10; 6,67; 5"
  dữ liệu đơn vị
    | mã | cụm | kết quả |
    | A  | 1   | 150     |
    | B  | 1   | 100     |
    | C  | 1   | 75      |
  kết quả tiêu chí 2 của đơn vị "A" = 10
  kết quả tiêu chí 2 của đơn vị "B" = 6,67
  kết quả tiêu chí 2 của đơn vị "C" = 5
hết

# Đạt bao nhiêu phần trăm kế hoạch thì tính điểm bấy nhiêu, không quá điểm tối đa.
# Nguồn: mẫu câu thường gặp; ví dụ Kế hoạch 157/KH-UBND thành phố Cần Thơ ngày 18/11/2025.
cách chấm theo tỷ lệ hoàn thành, dùng kết quả; chỉ tiêu
  được tính điểm tối đa * nhỏ nhất(1; kết quả / chỉ tiêu)

tiêu chí 3 "Theo tỷ lệ hoàn thành" của đơn vị, tối đa 15 điểm
  chấm theo tỷ lệ hoàn thành, kết quả nếu trống thì 0; chỉ tiêu nếu trống thì 1

ví dụ "36 trên 40 của 15 điểm là 13,5; vượt cũng chỉ 15"
  dữ liệu đơn vị
    | mã | kết quả | chỉ tiêu |
    | A  | 36      | 40       |
    | B  | 50      | 40       |
  kết quả tiêu chí 3 của đơn vị "A" = 13,5
  kết quả tiêu chí 3 của đơn vị "B" = 15
hết

# Từ mức bình quân chung trở lên thì được điểm tối đa, dưới thì không có điểm.
# Nguồn: "trên hoặc bằng mức trung bình quân chung của thành phố", Quyết định 212/2025/QĐ-UBND thành phố Hải Phòng, năm 2025.
cách chấm từ mức bình quân chung, dùng kết quả; phạm vi
  được tính điểm tối đa khi kết quả >= trung bình(kết quả trong cùng phạm vi)
  còn lại 0 điểm

tiêu chí 4 "Từ mức bình quân chung" của đơn vị, tối đa 2 điểm
  chấm từ mức bình quân chung, kết quả nếu trống thì 0; cụm

ví dụ "Bình quân của 80, 90, 100 là 90"
  dữ liệu đơn vị
    | mã | cụm | kết quả |
    | A  | 1   | 80      |
    | B  | 1   | 90      |
    | C  | 1   | 100     |
  kết quả tiêu chí 4 của đơn vị "A" = 0
  kết quả tiêu chí 4 của đơn vị "B" = 2
  kết quả tiêu chí 4 của đơn vị "C" = 2
hết

# ─── Các bậc điểm ──────────────────────────────────────────────────────────────────────────────────────────────

# Đạt thì được điểm tối đa, không đạt thì 0.
# Nguồn: tiêu chí định tính trong quy định của công an một tỉnh.
cách chấm đạt hay không, dùng điều kiện đạt
  được tính điểm tối đa khi điều kiện đạt
  còn lại 0 điểm

tiêu chí 5 "Đạt hay không" của đơn vị, tối đa 5 điểm: chấm đạt hay không, đạt yêu cầu

ví dụ "Đạt hay không"
  dữ liệu đơn vị
    | mã | đạt yêu cầu |
    | A  | có          |
    | B  | không       |
  kết quả tiêu chí 5 của đơn vị "A" = 5
  kết quả tiêu chí 5 của đơn vị "B" = 0
hết

# Bậc thang theo tỷ lệ hoàn thành: 100% được cả; từ 90% được 80%; từ 80% được 60%; từ 70% được 40%; từ 60% được 10% số điểm; dưới
# 60% không có điểm.
# Nguồn: chương trình chấm điểm viên chức: 10, 8, 6, 4, 1, 0 điểm.
cách chấm bậc thang tỷ lệ hoàn thành, dùng tỷ lệ hoàn thành
  được tính điểm tối đa khi tỷ lệ hoàn thành từ 100% trở lên
  được tính 80% của điểm tối đa khi tỷ lệ hoàn thành từ 90% đến dưới 100%
  được tính 60% của điểm tối đa khi tỷ lệ hoàn thành từ 80% đến dưới 90%
  được tính 40% của điểm tối đa khi tỷ lệ hoàn thành từ 70% đến dưới 80%
  được tính 10% của điểm tối đa khi tỷ lệ hoàn thành từ 60% đến dưới 70%
  còn lại 0 điểm

tiêu chí 6 "Bậc thang" của đơn vị, tối đa 10 điểm: chấm bậc thang tỷ lệ hoàn thành, tỷ lệ

ví dụ "Bậc thang tỷ lệ hoàn thành, thang 10 điểm"
  dữ liệu đơn vị
    | mã | tỷ lệ |
    | A  | 100%  |
    | B  | 99,9% |
    | C  | 80%   |
    | D  | 65%   |
    | E  | 59%   |
  kết quả tiêu chí 6 của đơn vị "A" = 10
  kết quả tiêu chí 6 của đơn vị "B" = 8
  kết quả tiêu chí 6 của đơn vị "C" = 6
  kết quả tiêu chí 6 của đơn vị "D" = 1
  kết quả tiêu chí 6 của đơn vị "E" = 0
hết

# Theo thứ hạng: nhất được cả, nhì 75%, ba 50%, tư 25%, từ thứ năm trở đi 0; nhiều nơi xếp thì đưa vào thứ hạng trung bình, hạng lẻ
# tính theo tỷ lệ giữa hai bậc (hạng 1,5 được 87,5%).
# Nguồn: quy định của công an một tỉnh: 60, 45, 30, 15, 0 điểm; hạng lẻ là lựa chọn của thư viện vì quy định không nói.
cách chấm theo thứ hạng, dùng thứ hạng
  được tính điểm tối đa * (5 - thứ hạng) / 4, ít nhất 0

tiêu chí 7 "Theo thứ hạng" của đơn vị, tối đa 60 điểm: chấm theo thứ hạng, thứ

ví dụ "Nhất 60, nhì 45, ba 30, tư 15, năm 0"
  dữ liệu đơn vị
    | mã | thứ |
    | A  | 1   |
    | B  | 1,5 |
    | C  | 2   |
    | D  | 4   |
    | E  | 7   |
  kết quả tiêu chí 7 của đơn vị "A" = 60
  kết quả tiêu chí 7 của đơn vị "B" = 52,5
  kết quả tiêu chí 7 của đơn vị "C" = 45
  kết quả tiêu chí 7 của đơn vị "D" = 15
  kết quả tiêu chí 7 của đơn vị "E" = 0
hết

# Theo tốp: mười đơn vị đầu được cả, mười đơn vị tiếp theo hai phần ba, còn lại một phần ba số điểm.
# Nguồn: Nghị định 307/2025/NĐ-CP: 3, 2, 1 điểm.
cách chấm theo tốp mười, dùng thứ hạng
  được tính điểm tối đa khi thứ hạng từ 1 đến 10
  được tính điểm tối đa * 2 / 3 khi thứ hạng trên 10 đến 20
  còn lại điểm tối đa / 3

tiêu chí 8 "Theo tốp" của đơn vị, tối đa 3 điểm: chấm theo tốp mười, thứ

ví dụ "Hạng 10, 11, 20, 21"
  dữ liệu đơn vị
    | mã | thứ |
    | A  | 10  |
    | B  | 11  |
    | C  | 20  |
    | D  | 21  |
  kết quả tiêu chí 8 của đơn vị "A" = 3
  kết quả tiêu chí 8 của đơn vị "B" = 2
  kết quả tiêu chí 8 của đơn vị "C" = 2
  kết quả tiêu chí 8 của đơn vị "D" = 1
hết

# Theo số lần vắng (hoặc thiếu): không lần nào được cả, một lần 80%, hai lần 60%, ba lần 20%, từ bốn lần không có điểm.
# Nguồn: bảng điểm công tác đoàn: 5, 4, 3, 1, 0 điểm.
cách chấm theo số lần vắng, dùng số lần
  được tính điểm tối đa khi số lần = 0
  được tính 80% của điểm tối đa khi số lần = 1
  được tính 60% của điểm tối đa khi số lần = 2
  được tính 20% của điểm tối đa khi số lần = 3
  còn lại 0 điểm

tiêu chí 9 "Dự họp" của đơn vị, tối đa 5 điểm: chấm theo số lần vắng, số lần vắng

ví dụ "Vắng 0, 1, 3, 6 lần"
  dữ liệu đơn vị
    | mã | số lần vắng |
    | A  | 0           |
    | B  | 1           |
    | C  | 3           |
    | D  | 6           |
  kết quả tiêu chí 9 của đơn vị "A" = 5
  kết quả tiêu chí 9 của đơn vị "B" = 4
  kết quả tiêu chí 9 của đơn vị "C" = 1
  kết quả tiêu chí 9 của đơn vị "D" = 0
hết

# ─── Tiến độ, chất lượng ───────────────────────────────────────────────────────────────────────────────────────

# Tỷ lệ tiến độ theo số ngày làm việc chậm: đúng hạn 100%, chậm 1 đến 3 ngày 80%, 4 đến 5 ngày 60%, trên 5 ngày 0. Ngày nghỉ lễ khai
# bằng dòng "ngày nghỉ" của kịch bản.
# Nguồn: hướng dẫn chấm điểm của ban tổ chức một thành ủy thực hiện Quy định 366-QĐ/TW.
hàm tỷ lệ tiến độ(hạn; ngày xong)
  nếu ngày xong <= hạn thì trả về 100%
  đặt chậm = số ngày làm việc(hạn; ngày xong)
  nếu chậm <= 3 thì trả về 80%
  nếu chậm <= 5 thì trả về 60%
  trả về 0%
hết

# Đúng hạn: điểm tối đa nhân tỷ lệ tiến độ.
# Nguồn: như trên.
cách chấm đúng hạn, dùng hạn; ngày xong
  được tính điểm tối đa * tỷ lệ tiến độ(hạn; ngày xong)

tiêu chí 10 "Đúng hạn" của đơn vị, tối đa 10 điểm: chấm đúng hạn, hạn; ngày xong

ví dụ "Hạn thứ sáu 4/12/2026: xong thứ hai chậm 1 ngày, thứ năm chậm 4 ngày, thứ hai sau chậm 6 ngày"
  dữ liệu đơn vị
    | mã | hạn       | ngày xong  |
    | A  | 4/12/2026 | 4/12/2026  |
    | B  | 4/12/2026 | 7/12/2026  |
    | C  | 4/12/2026 | 10/12/2026 |
    | D  | 4/12/2026 | 14/12/2026 |
  kết quả tiêu chí 10 của đơn vị "A" = 10
  kết quả tiêu chí 10 của đơn vị "B" = 8
  kết quả tiêu chí 10 của đơn vị "C" = 6
  kết quả tiêu chí 10 của đơn vị "D" = 0
  kết quả tỷ lệ tiến độ(4/12/2026; 1/12/2026) = 100%
hết

# Điểm một nhiệm vụ: điểm chuẩn nhân 30% tiến độ cộng 70% chất lượng, nhân hệ số khó, không quá mức trần.
# Nguồn: như trên.
hàm điểm nhiệm vụ(điểm chuẩn; tiến độ; chất lượng; hệ số khó; mức trần) =
  nhỏ nhất(mức trần; điểm chuẩn * (30% * tiến độ + 70% * chất lượng) * hệ số khó)

ví dụ "Điểm chuẩn 10, chậm 2 ngày, chất lượng 90%, hệ số 1,2"
  kết quả điểm nhiệm vụ(10; 80%; 90%; 1,2; 12) = 10,44
  kết quả điểm nhiệm vụ(10; 100%; 100%; 1,5; 12) = 12
hết

# ─── Cứ thêm bao nhiêu thì cộng bấy nhiêu ──────────────────────────────────────────────────────────────────────

# Điểm thêm khi vượt mốc, cứ mỗi bước được mấy điểm: phần lẻ tính theo tỷ lệ, hoặc phần lẻ không tính. Bước âm là cứ giảm. Trong
# tiêu chí đã có dòng "nếu … thì cứ thêm …"; hàm này dùng trong công thức.
# Nguồn: Nghị định 307/2025/NĐ-CP, Điều 4: dân số 25.400 người, trên 14.000 người thì cứ thêm 1.000 người được thêm 0,5 điểm.
hàm điểm thêm theo tỷ lệ(giá trị; mốc; bước; điểm mỗi bước) =
  lớn nhất(0; (giá trị - mốc) / bước * điểm mỗi bước)
hàm điểm thêm theo bước trọn(giá trị; mốc; bước; điểm mỗi bước) =
  lớn nhất(0; phần nguyên((giá trị - mốc) / bước) * điểm mỗi bước)

ví dụ "25.400 người: theo tỷ lệ 10 + 5,7, theo bước trọn 10 + 5,5; hộ nghèo 2,7% dưới mốc 4%"
  kết quả 10 + điểm thêm theo tỷ lệ(25.400; 14.000; 1.000; 0,5) = 15,7
  kết quả 10 + điểm thêm theo bước trọn(25.400; 14.000; 1.000; 0,5) = 15,5
  kết quả điểm thêm theo bước trọn(2,7%; 4%; -0,5%; 0,5) = 1
  kết quả điểm thêm theo tỷ lệ(13.000; 14.000; 1.000; 0,5) = 0
hết

"""#),
    LibraryModule("danh hiệu", "danh-hieu", #"""
# Mô-đun "danh hiệu": điều kiện của các danh hiệu thi đua, hình thức khen thưởng thường gặp, để danh hiệu "xét theo".
#
# Nguồn: Luật Thi đua, khen thưởng 06/2022/QH15 (LTĐ, từ 1/1/2024), Nghị định 152/2025/NĐ-CP (NĐ152, từ 1/7/2025, thay Nghị
# định 98/2023/NĐ-CP), Quyết định 86/2025/QĐ-UBND tỉnh Bắc Ninh (BN86); nêu tóm tắt làm ví dụ, không thay cho văn bản. Có tài
# liệu nói Luật được sửa đổi từ 1/10/2026, ở đây chưa tính đến. Quy chế của đơn vị có thêm điều kiện thì viết tiếp các dòng
# "điều kiện" dưới dòng "xét theo". Tiền thưởng: xem mô-đun "tiền thưởng".

văn bản LTĐ "Luật Thi đua, khen thưởng số 06/2022/QH15"
văn bản NĐ152 "Nghị định số 152/2025/NĐ-CP của Chính phủ"
văn bản BN86 "Quyết định số 86/2025/QĐ-UBND của Ủy ban nhân dân tỉnh Bắc Ninh"

# ─── Số liệu để thử, không đưa ra ngoài mô-đun ─────────────────────────────────────────────────────────────────

hội đồng thử "Hội đồng"
  thành viên: 11
hết

đối tượng người
  mã: chữ, khóa
  mức: chữ
  sáng kiến; lần chiến sĩ cơ sở; năm xuất sắc: số lượng
  đang bị xem xét: có/không
  phiếu đồng ý: số lượng, được để trống
hết

đối tượng phòng
  mã: chữ, khóa
  mức: chữ
  tỷ lệ hoàn thành; tỷ lệ tiên tiến: tỷ lệ
  bị kỷ luật; số chiến sĩ; năm xuất sắc: số lượng
  dẫn đầu cụm; vượt chỉ tiêu: có/không
  phiếu đồng ý: số lượng, được để trống
hết

# ─── Chung cho mọi danh hiệu ───────────────────────────────────────────────────────────────────────────────────

# Chưa khen thưởng trong thời gian cơ quan có thẩm quyền đang xem xét kỷ luật, thanh tra, kiểm tra, có đơn tố cáo: kết quả là
# "chưa xét", không phải "không đạt".
# Nguồn: NĐ152, Điều 4, áp dụng từ 1/7/2025.
cách xét điều kiện chung, dùng đang bị xem xét
  chưa xét khi đang bị xem xét
  căn cứ NĐ152 "Điều 4"

danh hiệu "Điều kiện chung" của người
  xét theo điều kiện chung, đang bị xem xét

ví dụ "Đang bị xem xét kỷ luật thì chưa xét"
  dữ liệu người
    | mã | đang bị xem xét |
    | A  | không           |
    | B  | có              |
  kết quả điều kiện chung của người "A" là đạt
  kết quả điều kiện chung của người "B" là chưa xét
hết

# Nhiều đối tượng đủ điều kiện như nhau thì chọn cá nhân nữ, hoặc tập thể có tỷ lệ nữ từ 70% trở lên. Trong danh hiệu của
# tập thể viết: bằng nhau thì ưu tiên tập thể nhiều nữ(tỷ lệ nữ).
# Nguồn: NĐ152, Điều 4, áp dụng từ 1/7/2025.
hàm tập thể nhiều nữ(tỷ lệ nữ) = tỷ lệ nữ từ 70% trở lên

ví dụ "Tỷ lệ nữ từ 70% trở lên"
  kết quả tập thể nhiều nữ(70%)
  kết quả không phải tập thể nhiều nữ(69,9%)
hết

# ─── Cá nhân ───────────────────────────────────────────────────────────────────────────────────────────────────

# Lao động tiên tiến: hoàn thành tốt nhiệm vụ trở lên; không giới hạn tỷ lệ.
# Nguồn: LTĐ, áp dụng từ 1/1/2024. Nơi dùng thường thêm: tinh thần học tập, không bị xử phạt, số tháng làm việc từ 6 trở lên.
cách xét lao động tiên tiến, dùng hoàn thành tốt nhiệm vụ
  điều kiện hoàn thành tốt nhiệm vụ
  căn cứ LTĐ

danh hiệu "Lao động tiên tiến" của người
  xét theo điều kiện chung, đang bị xem xét
  xét theo lao động tiên tiến, mức nằm trong ["Xuất sắc"; "Tốt"]

ví dụ "Lao động tiên tiến"
  dữ liệu người
    | mã | mức      | đang bị xem xét |
    | A  | Xuất sắc | không           |
    | B  | Tốt      | có              |
    | C  | Đạt      | không           |
  kết quả lao động tiên tiến của người "A" là đạt
  kết quả lao động tiên tiến của người "B" là chưa xét
  kết quả lao động tiên tiến của người "C" là không đạt
  kết quả lý do lao động tiên tiến của người "C" = "chưa đáp ứng: mức nằm trong [""Xuất sắc""; ""Tốt""]"
hết

# Chiến sĩ thi đua cơ sở: là lao động tiên tiến, và hoàn thành xuất sắc nhiệm vụ hoặc có sáng kiến được công nhận, có đề tài
# được nghiệm thu; phiếu đồng ý từ 80% trở lên, tính trên tổng số thành viên hội đồng.
# Nguồn: LTĐ, áp dụng từ 1/1/2024; tỷ lệ phiếu theo Nghị định 98/2023/NĐ-CP (đã thay, hãy đối chiếu). Mức "không quá 15%" của Nghị định 91/2017/NĐ-CP không còn.
cách xét chiến sĩ thi đua cơ sở, dùng đã đạt lao động tiên tiến; hoàn thành xuất sắc nhiệm vụ; số sáng kiến được công nhận;
  phiếu đồng ý; tổng số thành viên hội đồng
  điều kiện đã đạt lao động tiên tiến
  điều kiện có một trong: hoàn thành xuất sắc nhiệm vụ; số sáng kiến được công nhận từ 1 trở lên
  điều kiện phiếu đồng ý từ 80% trở lên, tính trên tổng số thành viên hội đồng
  căn cứ LTĐ

danh hiệu "Chiến sĩ thi đua cơ sở" của người
  xét theo chiến sĩ thi đua cơ sở, đạt lao động tiên tiến; mức = "Xuất sắc"; sáng kiến; phiếu đồng ý;
    tổng số thành viên hội đồng thử

ví dụ "Chiến sĩ thi đua cơ sở: 9 trên 11 phiếu đủ 80%, 8 trên 11 thì không; chưa bỏ phiếu thì chờ"
  dữ liệu người
    | mã | mức      | sáng kiến | đang bị xem xét | phiếu đồng ý |
    | A  | Xuất sắc | 0         | không           | 9            |
    | B  | Tốt      | 1         | không           | 8            |
    | C  | Tốt      | 0         | không           | 11           |
    | D  | Tốt      | 2         | không           |              |
    | E  | Xuất sắc | 1         | có              | 11           |
  kết quả chiến sĩ thi đua cơ sở của người "A" là đạt
  kết quả chiến sĩ thi đua cơ sở của người "B" là không đạt
  kết quả chiến sĩ thi đua cơ sở của người "C" là không đạt
  kết quả chiến sĩ thi đua cơ sở của người "D" là chờ hội đồng
  kết quả chiến sĩ thi đua cơ sở của người "E" là chưa xét
hết

# Chiến sĩ thi đua cấp bộ, cấp tỉnh: 3 lần liên tục là chiến sĩ thi đua cơ sở, có sáng kiến ảnh hưởng trong bộ, tỉnh; phiếu
# đồng ý từ 90% trở lên, tính trên tổng số thành viên hội đồng.
# Nguồn: LTĐ, áp dụng từ 1/1/2024; tỷ lệ phiếu theo Nghị định 98/2023/NĐ-CP (đã thay, hãy đối chiếu).
cách xét chiến sĩ thi đua cấp tỉnh, dùng số lần liên tục chiến sĩ thi đua cơ sở; số sáng kiến ảnh hưởng trong tỉnh;
  phiếu đồng ý; tổng số thành viên hội đồng
  điều kiện số lần liên tục chiến sĩ thi đua cơ sở từ 3 trở lên
  điều kiện số sáng kiến ảnh hưởng trong tỉnh từ 1 trở lên
  điều kiện phiếu đồng ý từ 90% trở lên, tính trên tổng số thành viên hội đồng
  căn cứ LTĐ

danh hiệu "Chiến sĩ thi đua cấp tỉnh" của người
  xét theo chiến sĩ thi đua cấp tỉnh, lần chiến sĩ cơ sở; sáng kiến; phiếu đồng ý; tổng số thành viên hội đồng thử

ví dụ "Chiến sĩ thi đua cấp tỉnh: 10 trên 11 phiếu đủ 90%"
  dữ liệu người
    | mã | lần chiến sĩ cơ sở | sáng kiến | phiếu đồng ý |
    | A  | 3                  | 1         | 10           |
    | B  | 3                  | 1         | 9            |
    | C  | 2                  | 1         | 11           |
    | D  | 4                  | 0         | 11           |
  kết quả chiến sĩ thi đua cấp tỉnh của người "A" là đạt
  kết quả chiến sĩ thi đua cấp tỉnh của người "B" là không đạt
  kết quả chiến sĩ thi đua cấp tỉnh của người "C" là không đạt
  kết quả chiến sĩ thi đua cấp tỉnh của người "D" là không đạt
hết

# Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho cá nhân: 2 lần liên tục là chiến sĩ thi đua cơ sở, hoặc liên tục từ 2 năm hoàn
# thành xuất sắc nhiệm vụ và có 2 sáng kiến được công nhận.
# Nguồn: BN86, năm 2025; tỉnh khác có thể quy định khác.
cách xét bằng khen cấp tỉnh cho cá nhân, dùng số lần liên tục chiến sĩ thi đua cơ sở;
  số năm liên tục hoàn thành xuất sắc; số sáng kiến được công nhận
  điều kiện số lần liên tục chiến sĩ thi đua cơ sở từ 2 trở lên
    hoặc số năm liên tục hoàn thành xuất sắc từ 2 trở lên và số sáng kiến được công nhận từ 2 trở lên
  căn cứ BN86

hình thức khen thưởng "Bằng khen" của người
  xét theo bằng khen cấp tỉnh cho cá nhân, lần chiến sĩ cơ sở; năm xuất sắc; sáng kiến

ví dụ "Bằng khen cấp tỉnh cho cá nhân: một trong hai con đường"
  dữ liệu người
    | mã | lần chiến sĩ cơ sở | năm xuất sắc | sáng kiến |
    | A  | 2                  | 0            | 0         |
    | B  | 1                  | 2            | 2         |
    | C  | 1                  | 2            | 1         |
  kết quả bằng khen của người "A" là đạt
  kết quả bằng khen của người "B" là đạt
  kết quả bằng khen của người "C" là không đạt
hết

# ─── Tập thể ───────────────────────────────────────────────────────────────────────────────────────────────────

# Tập thể lao động tiên tiến: hoàn thành tốt nhiệm vụ, có từ 70% cá nhân là lao động tiên tiến, không có người bị kỷ luật từ
# cảnh cáo trở lên.
# Nguồn: LTĐ, áp dụng từ 1/1/2024.
cách xét tập thể lao động tiên tiến, dùng hoàn thành tốt nhiệm vụ; tỷ lệ lao động tiên tiến;
  số người bị kỷ luật từ cảnh cáo
  điều kiện hoàn thành tốt nhiệm vụ
  điều kiện tỷ lệ lao động tiên tiến từ 70% trở lên
  điều kiện số người bị kỷ luật từ cảnh cáo = 0
  căn cứ LTĐ

danh hiệu "Tập thể lao động tiên tiến" của phòng
  xét theo tập thể lao động tiên tiến, mức nằm trong ["Xuất sắc"; "Tốt"]; tỷ lệ tiên tiến; bị kỷ luật

ví dụ "Tập thể lao động tiên tiến: hai bên ngưỡng 70%, kỷ luật"
  dữ liệu phòng
    | mã | mức | tỷ lệ tiên tiến | bị kỷ luật |
    | A  | Tốt | 70%             | 0          |
    | B  | Tốt | 69,9%           | 0          |
    | C  | Tốt | 100%            | 1          |
  kết quả tập thể lao động tiên tiến của phòng "A" là đạt
  kết quả tập thể lao động tiên tiến của phòng "B" là không đạt
  kết quả tập thể lao động tiên tiến của phòng "C" là không đạt
hết

# Tập thể lao động xuất sắc: hoàn thành xuất sắc nhiệm vụ, 100% cá nhân hoàn thành nhiệm vụ, có từ 70% cá nhân là lao động tiên
# tiến, có cá nhân là chiến sĩ thi đua cơ sở.
# Nguồn: LTĐ, áp dụng từ 1/1/2024. Trong danh hiệu của tập thể có danh sách thành viên, các giá trị thường là: tỷ lệ(thành viên mà đạt lao động tiên
# tiến); đếm(thành viên mà đạt chiến sĩ thi đua cơ sở).
cách xét tập thể lao động xuất sắc, dùng hoàn thành xuất sắc nhiệm vụ; tỷ lệ hoàn thành nhiệm vụ;
  tỷ lệ lao động tiên tiến; số chiến sĩ thi đua cơ sở
  điều kiện hoàn thành xuất sắc nhiệm vụ
  điều kiện tỷ lệ hoàn thành nhiệm vụ = 100%
  điều kiện tỷ lệ lao động tiên tiến từ 70% trở lên
  điều kiện số chiến sĩ thi đua cơ sở từ 1 trở lên
  căn cứ LTĐ

danh hiệu "Tập thể lao động xuất sắc" của phòng
  xét theo tập thể lao động xuất sắc, mức = "Xuất sắc"; tỷ lệ hoàn thành; tỷ lệ tiên tiến; số chiến sĩ

ví dụ "Tập thể lao động xuất sắc"
  dữ liệu phòng
    | mã | mức      | tỷ lệ hoàn thành | tỷ lệ tiên tiến | số chiến sĩ |
    | A  | Xuất sắc | 100%             | 75%             | 1           |
    | B  | Xuất sắc | 100%             | 75%             | 0           |
    | C  | Xuất sắc | 95%              | 75%             | 1           |
  kết quả tập thể lao động xuất sắc của phòng "A" là đạt
  kết quả tập thể lao động xuất sắc của phòng "B" là không đạt
  kết quả tập thể lao động xuất sắc của phòng "C" là không đạt
hết

# Cờ thi đua cấp bộ, cấp tỉnh: hoàn thành vượt chỉ tiêu, dẫn đầu cụm, khối thi đua; phiếu đồng ý từ 80% trở lên, tính trên tổng số
# thành viên hội đồng.
# Nguồn: LTĐ, áp dụng từ 1/1/2024; BN86, năm 2025; tỷ lệ phiếu theo Nghị định 98/2023/NĐ-CP (đã thay, hãy đối chiếu).
cách xét cờ thi đua cấp tỉnh, dùng dẫn đầu cụm; vượt chỉ tiêu; phiếu đồng ý; tổng số thành viên hội đồng
  điều kiện dẫn đầu cụm
  điều kiện vượt chỉ tiêu
  điều kiện phiếu đồng ý từ 80% trở lên, tính trên tổng số thành viên hội đồng
  căn cứ LTĐ

danh hiệu "Cờ thi đua cấp tỉnh" của phòng
  xét theo cờ thi đua cấp tỉnh, dẫn đầu cụm; vượt chỉ tiêu; phiếu đồng ý; tổng số thành viên hội đồng thử

ví dụ "Cờ thi đua cấp tỉnh"
  dữ liệu phòng
    | mã | dẫn đầu cụm | vượt chỉ tiêu | phiếu đồng ý |
    | A  | có          | có            | 9            |
    | B  | có          | không         | 11           |
    | C  | không       | có            | 11           |
  kết quả cờ thi đua cấp tỉnh của phòng "A" là đạt
  kết quả cờ thi đua cấp tỉnh của phòng "B" là không đạt
  kết quả cờ thi đua cấp tỉnh của phòng "C" là không đạt
hết

# Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho tập thể: liên tục từ 2 năm hoàn thành xuất sắc nhiệm vụ.
# Nguồn: BN86, năm 2025; tỉnh khác có thể quy định khác.
cách xét bằng khen cấp tỉnh cho tập thể, dùng số năm liên tục hoàn thành xuất sắc
  điều kiện số năm liên tục hoàn thành xuất sắc từ 2 trở lên
  căn cứ BN86

hình thức khen thưởng "Bằng khen" của phòng
  xét theo bằng khen cấp tỉnh cho tập thể, năm xuất sắc

ví dụ "Bằng khen cấp tỉnh cho tập thể"
  dữ liệu phòng
    | mã | năm xuất sắc |
    | A  | 2            |
    | B  | 1            |
  kết quả bằng khen của phòng "A" là đạt
  kết quả bằng khen của phòng "B" là không đạt
hết

# ─── Tập thể hoặc cá nhân ──────────────────────────────────────────────────────────────────────────────────────

# Giấy khen: hoàn thành tốt nhiệm vụ trở lên và năm ấy chưa đạt danh hiệu cao hơn, vì không khen thưởng nhiều hình thức cho một
# thành tích. Chỉ tiêu, thứ tự do quy chế của đơn vị: viết thêm các dòng "đề nghị không quá", "theo thứ tự".
# Nguồn: LTĐ, Điều 5 (nguyên tắc khen thưởng), áp dụng từ 1/1/2024; điều kiện đầu là cách đặt thường gặp, không phải của luật.
cách xét giấy khen, dùng hoàn thành tốt nhiệm vụ; đã có danh hiệu cao hơn
  điều kiện hoàn thành tốt nhiệm vụ
  không xét khi đã có danh hiệu cao hơn
  căn cứ LTĐ "Điều 5"

hình thức khen thưởng "Giấy khen" của phòng
  xét theo giấy khen, mức nằm trong ["Xuất sắc"; "Tốt"]; đạt tập thể lao động xuất sắc

ví dụ "Giấy khen không cho tập thể đã là tập thể lao động xuất sắc"
  dữ liệu phòng
    | mã | mức      | tỷ lệ hoàn thành | tỷ lệ tiên tiến | số chiến sĩ |
    | A  | Xuất sắc | 100%             | 80%             | 2           |
    | B  | Tốt      | 100%             | 80%             | 0           |
  kết quả giấy khen của phòng "A" là không đạt
  kết quả giấy khen của phòng "B" là đạt
  kết quả lý do giấy khen của phòng "A" = "không xét: đạt tập thể lao động xuất sắc"
hết

"""#),
    LibraryModule("hạn mức", "han-muc", #"""
# Mô-đun "hạn mức": số suất từ tỷ lệ phần trăm, với ba cách tính số lẻ hay gặp.
#
# Trong danh hiệu và xếp loại đã có sẵn các dòng "đề nghị không quá 20% số …, số lẻ từ 0,5 trở lên tính là 1". Mô-đun này để
# tính trước số suất, in bảng phân bổ, hoặc viết "đề nghị tối đa số suất(…)".

# Số suất, số lẻ từ 0,5 trở lên tính là 1.
# Nguồn: "Số lẻ từ 0,5 trở lên được tính là 01", hướng dẫn thực hiện Quy định 366-QĐ/TW ngày 30/8/2025.
hàm số suất(tỷ lệ; tổng số) = làm tròn(tỷ lệ * tổng số)

# Số suất, bỏ số lẻ: không bao giờ vượt tỷ lệ.
# Nguồn: cách hiểu chặt của "không quá", khi quy chế không nói số lẻ.
hàm số suất làm tròn xuống(tỷ lệ; tổng số) = làm tròn xuống(tỷ lệ * tổng số)

# Số suất, số lẻ tính là 1: đơn vị nhỏ cũng có suất.
# Nguồn: quy chế của nhiều đơn vị.
hàm số suất làm tròn lên(tỷ lệ; tổng số) = làm tròn lên(tỷ lệ * tổng số)

ví dụ "20% của 7, 8, 12, 13 người"
  kết quả số suất(20%; 7) = 1
  kết quả số suất(20%; 8) = 2
  kết quả số suất(20%; 12) = 2
  kết quả số suất(20%; 13) = 3
  kết quả số suất(25%; 12) = 3
  kết quả số suất làm tròn xuống(20%; 8) = 1
  kết quả số suất làm tròn lên(20%; 7) = 2
  kết quả số suất(20%; 0) = 0
hết

# Tỷ lệ xếp loại xuất sắc: 20%, đơn vị có thành tích xuất sắc, nổi trội thì 25%; tính trên số người xếp loại tốt trở lên (mẫu
# biểu ghi "tốt trở lên", câu chữ của quy định ghi "hoàn thành tốt": quy chế phải nói rõ).
# Nguồn: Quy định 366-QĐ/TW ngày 30/8/2025.
hàm số suất xuất sắc(số người từ mức tốt; đơn vị nổi trội) =
  số suất(nếu đơn vị nổi trội thì 25% ngược lại 20%; số người từ mức tốt)

ví dụ "12 người từ mức tốt: thường 2 suất, nổi trội 3 suất"
  kết quả số suất xuất sắc(12; sai) = 2
  kết quả số suất xuất sắc(12; đúng) = 3
  kết quả số suất xuất sắc(4; sai) = 1
hết

# Đã vượt tỷ lệ hay chưa, so thẳng hai số, không làm tròn.
# Nguồn: dùng để soát danh sách đơn vị gửi lên.
hàm vượt tỷ lệ(số đề nghị; tỷ lệ; tổng số) = số đề nghị > tỷ lệ * tổng số

ví dụ "3 trên 13 là 23,08%, vượt 20%"
  kết quả vượt tỷ lệ(3; 20%; 13)
  kết quả không phải vượt tỷ lệ(2; 20%; 10)
hết

"""#),
    LibraryModule("phiếu bầu", "phieu-bau", #"""
# Mô-đun "phiếu bầu": tỷ lệ phiếu với mẫu số được nói rõ, số phiếu cần có, số người phải có mặt.
#
# Trong danh hiệu đã có dòng "điều kiện phiếu đồng ý từ 80% trở lên, tính trên tổng số thành viên …". Mô-đun này để soát biên
# bản kiểm phiếu và in bảng.

# Tỷ lệ phiếu đồng ý tính trên tổng số thành viên hội đồng, kể cả người vắng mặt.
# Nguồn: Nghị định 98/2023/NĐ-CP: "tính trên tổng số thành viên của Hội đồng (nếu thành viên Hội đồng vắng mặt thì lấy ý kiến
# bằng văn bản)".
hàm tỷ lệ phiếu trên tổng số thành viên(phiếu đồng ý; tổng số thành viên) = phiếu đồng ý / tổng số thành viên

# Tỷ lệ phiếu đồng ý tính trên số người dự họp.
# Nguồn: quy chế tự quy định; khác với tính trên tổng số thành viên.
hàm tỷ lệ phiếu trên số người dự(phiếu đồng ý; số người dự) = phiếu đồng ý / số người dự

# Tỷ lệ phiếu đồng ý tính trên số phiếu hợp lệ.
# Nguồn: quy chế tự quy định; khác với hai cách trên.
hàm tỷ lệ phiếu trên số phiếu hợp lệ(phiếu đồng ý; số phiếu hợp lệ) = phiếu đồng ý / số phiếu hợp lệ

ví dụ "11 thành viên, 10 phiếu: 9 phiếu đủ 80%; 8 phiếu không đủ, dù là 80% số phiếu"
  kết quả tỷ lệ phiếu trên tổng số thành viên(9; 11) từ 80% trở lên
  kết quả tỷ lệ phiếu trên tổng số thành viên(8; 11) dưới 80%
  kết quả tỷ lệ phiếu trên số người dự(8; 10) = 80%
  kết quả tỷ lệ phiếu trên số phiếu hợp lệ(8; 10) = 80%
hết

# Số phiếu ít nhất để đạt tỷ lệ: 80% của 11 thành viên là 9 phiếu.
# Nguồn: suy từ tỷ lệ; phiếu là số nguyên nên làm tròn lên.
hàm số phiếu cần có(tỷ lệ; tổng số) = làm tròn lên(tỷ lệ * tổng số)

# Còn thiếu bao nhiêu phiếu để đạt tỷ lệ; 0 là đã đủ.
# Nguồn: như trên.
hàm số phiếu còn thiếu(phiếu đồng ý; tỷ lệ; tổng số) =
  lớn nhất(0; số phiếu cần có(tỷ lệ; tổng số) - phiếu đồng ý)

ví dụ "Hội đồng 11 người"
  kết quả số phiếu cần có(80%; 11) = 9
  kết quả số phiếu cần có(90%; 11) = 10
  kết quả số phiếu cần có(2 / 3; 12) = 8
  kết quả số phiếu còn thiếu(8; 80%; 11) = 1
  kết quả số phiếu còn thiếu(10; 80%; 11) = 0
hết

# Đủ số người để họp: người dự, cộng ý kiến bằng văn bản nếu quy chế cho tính (không thì ghi 0), so với tỷ lệ của tổng số.
# Nguồn: Quyết định 86/2025/QĐ-UBND tỉnh Bắc Ninh: họp thường 2/3, họp xét khen thưởng 80%.
hàm đủ người họp(số người dự; ý kiến bằng văn bản; tổng số thành viên; tỷ lệ) =
  số người dự + ý kiến bằng văn bản >= tỷ lệ * tổng số thành viên

ví dụ "11 thành viên, 80% là 8,8 người: 9 người dự thì đủ, 8 người dự và 1 ý kiến bằng văn bản cũng đủ nếu được tính"
  kết quả đủ người họp(9; 0; 11; 80%)
  kết quả đủ người họp(8; 1; 11; 80%)
  kết quả không phải đủ người họp(8; 0; 11; 80%)
  kết quả đủ người họp(8; 0; 12; 2 / 3)
hết

"""#),
    LibraryModule("tiền thưởng", "tien-thuong", #"""
# Mô-đun "tiền thưởng": lương cơ sở, mức tiền thưởng kèm theo danh hiệu thi đua và hình thức khen thưởng.
#
# Nguồn: Điều 50 Nghị định 152/2025/NĐ-CP, áp dụng từ 1/7/2025, nêu làm ví dụ. Hãy đối chiếu với văn bản đang có hiệu lực
# và quy chế của đơn vị trước khi dùng. Mức của bằng khen, giấy khen không có ở đây: viết tiền thưởng theo hệ số(…) với hệ
# số của quy chế.

văn bản NĐ152 "Nghị định số 152/2025/NĐ-CP của Chính phủ"

# Mức lương cơ sở, từ 1/7/2024. Kịch bản của năm sau sẽ được nhắc soát lại số này. Nhà nước đổi mức, hay đã soát thấy vẫn
# đúng, thì kịch bản ghi thêm một dòng của mình: tham số lương cơ sở = 2.340.000 đồng, từ 1/1/2026.
# Nguồn: Nghị định 73/2024/NĐ-CP (ghi theo hiểu biết chung, hãy đối chiếu).
tham số lương cơ sở = 2.340.000 đồng, từ 1/7/2024

# Số tiền thưởng: hệ số nhân lương cơ sở, "làm tròn số lên hàng chục nghìn đồng".
# Nguồn: NĐ152, Điều 50, áp dụng từ 1/7/2025.
hàm tiền thưởng theo hệ số(hệ số) = làm tròn lên theo bước(hệ số * lương cơ sở; 10.000)

ví dụ "0,3 × 2.340.000 là 702.000, làm tròn lên 710.000 đồng"
  kết quả tiền thưởng theo hệ số(0,3) = 710.000
  kết quả tiền thưởng theo hệ số(1,5) = 3.510.000
  kết quả tiền thưởng theo hệ số(1) = lương cơ sở
  kết quả tiền thưởng theo hệ số(0) = 0
hết

# Mức thưởng của từng danh hiệu cá nhân: 4,5; 3,0; 1,0; 0,3 lần lương cơ sở.
# Nguồn: NĐ152, Điều 50, áp dụng từ 1/7/2025. Trong danh hiệu viết: tiền thưởng mức thưởng lao động tiên tiến.
tham số mức thưởng chiến sĩ thi đua toàn quốc = tiền thưởng theo hệ số(4,5), căn cứ NĐ152 "Điều 50"
tham số mức thưởng chiến sĩ thi đua cấp tỉnh = tiền thưởng theo hệ số(3), căn cứ NĐ152 "Điều 50"
tham số mức thưởng chiến sĩ thi đua cơ sở = tiền thưởng theo hệ số(1), căn cứ NĐ152 "Điều 50"
tham số mức thưởng lao động tiên tiến = tiền thưởng theo hệ số(0,3), căn cứ NĐ152 "Điều 50"

ví dụ "Mức thưởng danh hiệu cá nhân khi lương cơ sở là 2.340.000 đồng"
  kết quả mức thưởng chiến sĩ thi đua toàn quốc = 10.530.000
  kết quả mức thưởng chiến sĩ thi đua cấp tỉnh = 7.020.000
  kết quả mức thưởng chiến sĩ thi đua cơ sở = 2.340.000
  kết quả mức thưởng lao động tiên tiến = 710.000
hết

# Mức thưởng của từng danh hiệu tập thể: 1,5; 0,8 lần lương cơ sở; cờ thi đua 12 và 8 lần.
# Nguồn: NĐ152, Điều 50, áp dụng từ 1/7/2025.
tham số mức thưởng tập thể lao động xuất sắc = tiền thưởng theo hệ số(1,5), căn cứ NĐ152 "Điều 50"
tham số mức thưởng tập thể lao động tiên tiến = tiền thưởng theo hệ số(0,8), căn cứ NĐ152 "Điều 50"
tham số 'mức thưởng cờ thi đua của Chính phủ' = tiền thưởng theo hệ số(12), căn cứ NĐ152 "Điều 50"
tham số mức thưởng cờ thi đua cấp tỉnh = tiền thưởng theo hệ số(8), căn cứ NĐ152 "Điều 50"

ví dụ "Mức thưởng danh hiệu tập thể khi lương cơ sở là 2.340.000 đồng"
  kết quả mức thưởng tập thể lao động xuất sắc = 3.510.000
  kết quả mức thưởng tập thể lao động tiên tiến = 1.880.000
  kết quả 'mức thưởng cờ thi đua của Chính phủ' = 28.080.000
  kết quả mức thưởng cờ thi đua cấp tỉnh = 18.720.000
hết

# Tiền thưởng theo điểm thành tích: từ 5 đến 8 điểm 3 lần, trên 8 đến 10 điểm 5 lần lương cơ sở; dưới 5 điểm không thưởng.
# Nguồn: Quyết định 786/QĐ-BNV năm 2024 (quy chế của một bộ, nêu làm ví dụ).
hàm tiền thưởng theo điểm thành tích(điểm)
  nếu điểm trên 8 thì trả về 5 * lương cơ sở
  nếu điểm từ 5 trở lên thì trả về 3 * lương cơ sở
  trả về 0
hết

ví dụ "Hai bên ngưỡng 5 và 8 điểm"
  kết quả tiền thưởng theo điểm thành tích(4,9) = 0
  kết quả tiền thưởng theo điểm thành tích(5) = 7.020.000
  kết quả tiền thưởng theo điểm thành tích(8) = 7.020.000
  kết quả tiền thưởng theo điểm thành tích(8,5) = 11.700.000
hết

"""#),
    LibraryModule("trình bày", "trinh-bay", #"""
# Mô-đun "trình bày": viết số, ngày, đánh số mục như trong văn bản hành chính.
#
# Dùng trong lời in, trong tên cột, trong văn bản lập ra; các hàm trả về chữ, không dùng để tính tiếp.

# Thêm số 0 cho số có một chữ số: 2 thành "02". Viết "{hai chữ số(2)} lần" để có "02 lần".
# Nguồn: Nghị định 30/2020/NĐ-CP và cách viết của cơ quan Đảng.
hàm hai chữ số(n) = nếu n từ 0 đến dưới 10 thì "0{n}" ngược lại "{n}"

ví dụ "02 lần, 12 lần"
  kết quả hai chữ số(2) = "02"
  kết quả "{hai chữ số(2)} lần" = "02 lần"
  kết quả hai chữ số(12) = "12"
hết

# Số có dấu chấm hàng nghìn và phẩy thập phân: 2340000 thành "2.340.000".
# Nguồn: cách viết số tiếng Việt; lệnh in không tự thêm dấu chấm.
hàm có dấu chấm(n)
  nếu n < 0 thì trả về "-{có dấu chấm(0 - n)}"
  nếu n <> phần nguyên(n) thì trả về "{có dấu chấm(phần nguyên(n))},{tách("{n}"; ",")[2]}"
  nếu n < 1.000 thì trả về "{n}"
  đặt đuôi = phần dư(n; 1.000)
  đặt thêm = nếu đuôi < 10 thì "00" ngược lại nếu đuôi < 100 thì "0" ngược lại ""
  trả về "{có dấu chấm(phần nguyên(n / 1.000))}.{thêm}{đuôi}"
hết

ví dụ "2.340.000 đồng"
  kết quả "{có dấu chấm(2340000)} đồng" = "2.340.000 đồng"
  kết quả có dấu chấm(1005) = "1.005"
  kết quả có dấu chấm(999) = "999"
  kết quả có dấu chấm(1234567,25) = "1.234.567,25"
  kết quả có dấu chấm(0 - 12030) = "-12.030"
hết

# Ngày viết gọn trong lời dẫn văn bản; thêm số 0 trước ngày dưới 10 và trước tháng 1, 2.
# Nguồn: Nghị định 30/2020/NĐ-CP; thể thức văn bản của Đảng cũng vậy.
hàm ngày viết gọn(d) = nếu tháng(d) < 3 thì "{d}" ngược lại "{tách("{d}"; "/")[1]}/{tháng(d)}/{năm(d)}"

# Ngày viết đầy đủ ở đầu văn bản, cũng thêm số 0 như trên.
# Nguồn: như trên.
hàm ngày viết đầy đủ(d)
  đặt phần = tách(ngày viết gọn(d); "/")
  trả về "ngày {phần[1]} tháng {phần[2]} năm {phần[3]}"
hết

ví dụ "Tháng 3 đến tháng 9 không thêm số 0"
  kết quả ngày viết đầy đủ(5/2/2026) = "ngày 05 tháng 02 năm 2026"
  kết quả ngày viết đầy đủ(14/10/2026) = "ngày 14 tháng 10 năm 2026"
  kết quả ngày viết gọn(7/4/2026) = "07/4/2026"
  kết quả ngày viết gọn(30/3/2026) = "30/3/2026"
hết

# Đọc ngày viết bằng chữ số, có hay không có số 0 ở đầu.
# Nguồn: để lấy ngày từ cột chữ của tệp.
hàm đọc ngày(chữ)
  đặt phần = tách(chữ; "/")
  trả về ngày(thành số(phần[1]); thành số(phần[2]); thành số(phần[3]))
hết

ví dụ "07/4/2026 và 7/4/2026 là một ngày"
  kết quả đọc ngày("07/4/2026") = 7/4/2026
  kết quả đọc ngày("7/4/2026") = 7/4/2026
hết

# Chữ cái đánh thứ tự điểm trong khoản: a, b, c, d, đ, e, g, h… (không có f, j, w, z).
# Nguồn: cách đánh của các nghị định.
tham số chữ cái tiếng Việt = tách("a b c d đ e g h i k l m n o p q r s t u v x y"; " ")
hàm chữ cái mục(thứ tự) = chữ cái tiếng Việt[thứ tự]

ví dụ "Sau d là đ, sau e là g"
  kết quả đếm(chữ cái tiếng Việt) = 23
  kết quả chữ cái mục(1) = "a"
  kết quả chữ cái mục(5) = "đ"
  kết quả chữ cái mục(7) = "g"
  kết quả nối(chữ cái mục(i) với mỗi i trong 1 .. 11; ", ") = "a, b, c, d, đ, e, g, h, i, k, l"
hết

# Số La Mã của phần, chương: 4 thành "IV". Nhận số nguyên từ 1 đến 3.999.
# Nguồn: Nghị định 30/2020/NĐ-CP.
hàm số La Mã(n)
  đặt giá trị = [1000; 900; 500; 400; 100; 90; 50; 40; 10; 9; 5; 4; 1]
  đặt chữ số = ["M"; "CM"; "D"; "CD"; "C"; "XC"; "L"; "XL"; "X"; "IX"; "V"; "IV"; "I"]
  đặt còn = n
  đặt viết = ""
  với mỗi i trong 1 .. 13
    trong khi còn >= giá trị[i]
      đặt viết = "{viết}{chữ số[i]}"
      đặt còn = còn - giá trị[i]
    hết
  hết
  trả về viết
hết

ví dụ "Các phần I đến V, năm MMXXVI"
  kết quả nối(số La Mã(i) với mỗi i trong 1 .. 5; " ") = "I II III IV V"
  kết quả số La Mã(14) = "XIV"
  kết quả số La Mã(2026) = "MMXXVI"
hết

"""#),
    LibraryModule("văn bản", "van-ban", #"""
# Mô-đun "văn bản": số, ký hiệu, tên loại văn bản của Đảng và của Nhà nước.
#
# Đảng viết 912-QĐ/BTCTU, Nhà nước viết 60/TB-BTCTU; cùng một văn bản có nơi ghi kiểu này, nơi ghi kiểu kia.

dùng "trình bày"

# Tên loại văn bản theo chữ viết tắt.
# Nguồn: thể thức văn bản của Đảng (05-HD/VPTW ngày 27/5/2026) và Nghị định 30/2020/NĐ-CP.
tham số tên loại văn bản = ["NQ": "Nghị quyết"; "QĐ": "Quyết định"; "KL": "Kết luận"; "QC": "Quy chế"; "TB": "Thông báo";
  "BC": "Báo cáo"; "KH": "Kế hoạch"; "CTr": "Chương trình"; "TTr": "Tờ trình"; "CV": "Công văn"; "BB": "Biên bản";
  "ĐA": "Đề án"; "HD": "Hướng dẫn"; "NĐ": "Nghị định"; "TT": "Thông tư"; "CT": "Chỉ thị"]

ví dụ "HD là Hướng dẫn"
  kết quả tên loại văn bản["HD"] = "Hướng dẫn"
  kết quả tên loại văn bản["CTr"] = "Chương trình"
hết

# Số hiệu văn bản của Đảng: số, gạch nối, loại, gạch chéo, cơ quan; số dưới 10 thêm số 0.
# Nguồn: thể thức văn bản của Đảng (05-HD/VPTW ngày 27/5/2026).
hàm số hiệu kiểu Đảng(số thứ tự; loại; cơ quan) = "{hai chữ số(số thứ tự)}-{loại}/{cơ quan}"

# Số hiệu văn bản hành chính của Nhà nước: số, gạch chéo, loại, gạch nối, cơ quan; số dưới 10 thêm số 0.
# Nguồn: Nghị định 30/2020/NĐ-CP.
hàm số hiệu kiểu Nhà nước(số thứ tự; loại; cơ quan) = "{hai chữ số(số thứ tự)}/{loại}-{cơ quan}"

ví dụ "05-KH/BTCTU và 05/KH-UBND"
  kết quả số hiệu kiểu Đảng(5; "KH"; "BTCTU") = "05-KH/BTCTU"
  kết quả số hiệu kiểu Đảng(912; "QĐ"; "BTCTU") = "912-QĐ/BTCTU"
  kết quả số hiệu kiểu Nhà nước(5; "KH"; "UBND") = "05/KH-UBND"
hết

# Số, năm (0 khi không ghi), loại, cơ quan trong một số hiệu, viết kiểu Đảng hay kiểu Nhà nước đều được.
# Nguồn: hai kiểu trên; văn bản quy phạm pháp luật có thêm năm.
hàm phần số(số hiệu) = thành số(tách(tách(số hiệu; "/")[1]; "-")[1])
hàm phần năm(số hiệu)
  đặt phần = tách(số hiệu; "/")
  nếu đếm(phần) = 3 thì trả về thành số(phần[2])
  trả về 0
hết
hàm phần loại(số hiệu)
  đặt phần = tách(số hiệu; "/")
  nếu chứa(phần[1]; "-") thì trả về tách(phần[1]; "-")[2]
  đặt đuôi = phần[đếm(phần)]
  nếu chứa(đuôi; "-") thì trả về tách(đuôi; "-")[1]
  trả về ""
hết
hàm phần cơ quan(số hiệu)
  đặt phần = tách(số hiệu; "/")
  đặt đuôi = phần[đếm(phần)]
  nếu chứa(phần[1]; "-") hoặc không phải chứa(đuôi; "-") thì trả về đuôi
  đặt mảnh = tách(đuôi; "-")
  trả về nối(mảnh[i] với mỗi i trong 2 .. đếm(mảnh); "-")
hết

ví dụ "Tách số hiệu"
  kết quả phần số("10-HD/BTCTU") = 10
  kết quả phần loại("10-HD/BTCTU") = "HD"
  kết quả phần cơ quan("10-HD/BTCTU") = "BTCTU"
  kết quả phần năm("10-HD/BTCTU") = 0
  kết quả phần số("86/2025/QĐ-UBND") = 86
  kết quả phần năm("86/2025/QĐ-UBND") = 2025
  kết quả phần loại("86/2025/QĐ-UBND") = "QĐ"
  kết quả phần cơ quan("62/2025/TT-BNNMT") = "BNNMT"
  kết quả phần cơ quan("06/2022/QH15") = "QH15"
  kết quả phần loại("06/2022/QH15") = ""
hết

# Hai số hiệu có phải của một văn bản hay không, dù một nơi ghi gạch nối, một nơi ghi gạch chéo, chữ hoa chữ thường khác nhau.
# Nguồn: kế hoạch phát động ghi cả "60/TB-BTCTU" lẫn "912-QĐ/BTCTU".
hàm cùng số hiệu(a; b) =
  (phần số(a) = phần số(b) và phần năm(a) = phần năm(b) và chữ hoa(phần loại(a)) = chữ hoa(phần loại(b))
  và chữ hoa(phần cơ quan(a)) = chữ hoa(phần cơ quan(b)))

ví dụ "60/TB-BTCTU và 60-TB/BTCTU là một"
  kết quả cùng số hiệu("60/TB-BTCTU"; "60-TB/BTCTU")
  kết quả cùng số hiệu("05-KH/BTCTU"; "5-kh/btctu")
  kết quả không phải cùng số hiệu("60/TB-BTCTU"; "61/TB-BTCTU")
hết

# Lời dẫn một văn bản: loại, số hiệu, dấu phẩy, ngày, cơ quan ban hành.
# Nguồn: cách dẫn trong văn bản của Đảng.
hàm dẫn văn bản(số hiệu; ngày ban hành; nơi ban hành) =
  "{tên loại văn bản[phần loại(số hiệu)]} số {số hiệu}, ngày {ngày viết gọn(ngày ban hành)} của {nơi ban hành}"

ví dụ "Dẫn kế hoạch của Cụm thi đua số 4"
  kết quả dẫn văn bản("11-KH/CTĐ"; 30/3/2026; "Cụm Thi đua số 4") = "Kế hoạch số 11-KH/CTĐ, ngày 30/3/2026 của Cụm Thi đua số 4"
  kết quả dẫn văn bản("12-NQ/ĐU"; 5/9/2026; "Đảng ủy") = "Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026 của Đảng ủy"
hết

"""#),
    LibraryModule("xếp loại", "xep-loai", #"""
# Mô-đun "xếp loại": các thang mức thường dùng, mức theo điểm của một số quy định, quy đổi và làm tròn điểm.
#
# Các hàm trả về tên mức là chữ, hợp để in và để so bằng nhau. Muốn so cao thấp ("từ … trở lên") thì viết khối xếp loại với
# các ngưỡng này, hoặc khai trường của đối tượng theo thang bậc.

# Mức hoàn thành nhiệm vụ của tập thể, cá nhân. Khai trường: mức năm trước: mức hoàn thành nhiệm vụ.
# Nguồn: cách gọi chung của Quy định 366-QĐ/TW ngày 30/8/2025 và các nghị định về đánh giá cán bộ.
thang bậc mức hoàn thành nhiệm vụ, từ thấp lên cao: "Không hoàn thành nhiệm vụ"; "Hoàn thành nhiệm vụ";
  "Hoàn thành tốt nhiệm vụ"; "Hoàn thành xuất sắc nhiệm vụ"

# Hình thức kỷ luật đảng viên, thêm bậc "Không" cho người không bị kỷ luật.
# Nguồn: Điều lệ Đảng, cách ghi trong các quy định chấm điểm.
thang bậc mức kỷ luật đảng viên, từ thấp lên cao: "Không"; "Khiển trách"; "Cảnh cáo"; "Cách chức"; "Khai trừ"

đối tượng người
  mã: chữ, khóa
  mức năm trước: mức hoàn thành nhiệm vụ
  kỷ luật: mức kỷ luật đảng viên
hết

ví dụ "Thang bậc so sánh được cao thấp"
  dữ liệu người
    | mã | mức năm trước           | kỷ luật  |
    | A  | Hoàn thành tốt nhiệm vụ | Không    |
    | B  | Hoàn thành nhiệm vụ     | Cảnh cáo |
  kết quả đếm(người mà mức năm trước từ "Hoàn thành tốt nhiệm vụ" trở lên) = 1
  kết quả đếm(người mà kỷ luật từ "Khiển trách" trở lên) = 1
hết

# Mức theo điểm, tự nêu ba ngưỡng: từ ngưỡng trở lên được mức ấy.
# Nguồn: dạng chung của các quy định bên dưới.
hàm mức hoàn thành theo ngưỡng(điểm; xuất sắc; tốt; hoàn thành) =
  nếu điểm >= xuất sắc thì "Hoàn thành xuất sắc nhiệm vụ"
  ngược lại nếu điểm >= tốt thì "Hoàn thành tốt nhiệm vụ"
  ngược lại nếu điểm >= hoàn thành thì "Hoàn thành nhiệm vụ"
  ngược lại "Không hoàn thành nhiệm vụ"

# Mức theo thang 90, 70, 50 điểm. Các điều kiện kèm theo (100% nhiệm vụ, 30% vượt mức…) phải viết riêng.
# Nguồn: hướng dẫn thực hiện Quy định 366-QĐ/TW ngày 30/8/2025.
hàm mức theo Quy định 366(điểm) = mức hoàn thành theo ngưỡng(điểm; 90; 70; 50)

# Mức theo thang 95, 85, 75 điểm. Quy định còn yêu cầu hai mức đầu không có tiêu chí 0 điểm: phải viết riêng.
# Nguồn: Quyết định 2579/QĐ-UBND thành phố Cần Thơ ngày 21/11/2025.
hàm mức theo Quyết định 2579(điểm) = mức hoàn thành theo ngưỡng(điểm; 95; 85; 75)

ví dụ "Đúng ngưỡng thì được mức cao, kém 0,01 điểm thì mức dưới"
  kết quả mức theo Quy định 366(90) = "Hoàn thành xuất sắc nhiệm vụ"
  kết quả mức theo Quy định 366(89,99) = "Hoàn thành tốt nhiệm vụ"
  kết quả mức theo Quy định 366(70) = "Hoàn thành tốt nhiệm vụ"
  kết quả mức theo Quy định 366(49,5) = "Không hoàn thành nhiệm vụ"
  kết quả mức theo Quyết định 2579(85) = "Hoàn thành tốt nhiệm vụ"
  kết quả mức theo Quyết định 2579(84) = "Hoàn thành nhiệm vụ"
  kết quả mức hoàn thành theo ngưỡng(80; 90; 80; 65) = "Hoàn thành tốt nhiệm vụ"
hết

# Xếp loại công đoàn cơ sở: từ 85 điểm và không tiêu chuẩn nào đạt dưới 50% số điểm thì vững mạnh, có tiêu chuẩn dưới 50% thì
# xuống khá; từ 70 khá; từ 50 trung bình; còn lại yếu. Giá trị thứ hai là tỷ lệ đạt thấp nhất trong các tiêu chuẩn.
# Nguồn: bảng chấm điểm công đoàn cơ sở của tổ chức công đoàn.
hàm xếp loại công đoàn cơ sở(điểm; tỷ lệ đạt thấp nhất) =
  nếu điểm từ 85 trở lên và tỷ lệ đạt thấp nhất từ 50% trở lên thì "Vững mạnh"
  ngược lại nếu điểm từ 70 trở lên thì "Khá"
  ngược lại nếu điểm từ 50 trở lên thì "Trung bình"
  ngược lại "Yếu"

ví dụ "Điểm liệt của công đoàn"
  kết quả xếp loại công đoàn cơ sở(92; 50%) = "Vững mạnh"
  kết quả xếp loại công đoàn cơ sở(92; 49%) = "Khá"
  kết quả xếp loại công đoàn cơ sở(60; 20%) = "Trung bình"
  kết quả xếp loại công đoàn cơ sở(49,9; 90%) = "Yếu"
hết

# Điểm của một sản phẩm, nhiệm vụ theo bốn mặt số lượng, chất lượng, tiến độ, mức độ khó (hay tên khác trong hướng dẫn), mỗi
# mặt có tỷ trọng, tổng tỷ trọng là 100%; làm tròn một chữ số, nửa thì lên.
# Nguồn: hướng dẫn thực hiện Quy định 366-QĐ/TW; các khung 25/35/20/20, 15/50/15/20, 20/30/35/15, 15/30/20/35.
hàm điểm sản phẩm(trọng số; mức đạt; tỷ trọng) =
  làm tròn(trọng số * tổng(mức đạt[mặt] * tỷ trọng[mặt] với mỗi mặt trong 1 .. đếm(tỷ trọng)); 1)

ví dụ "Năm sản phẩm của hướng dẫn, khung 15/50/15/20: 29,3 + 14,1 + 10 + 9,6 + 4,6 = 67,6"
  đặt khung = [15%; 50%; 15%; 20%]
  kết quả điểm sản phẩm(30; [100%; 95%; 100%; 100%]; khung) = 29,3
  kết quả điểm sản phẩm(15; [100%; 90%; 100%; 95%]; khung) = 14,1
  kết quả điểm sản phẩm(10; [100%; 100%; 100%; 100%]; khung) = 10
  kết quả điểm sản phẩm(10; [100%; 95%; 100%; 90%]; khung) = 9,6
  kết quả điểm sản phẩm(5; [100%; 90%; 90%; 90%]; khung) = 4,6
hết

# Quy đổi điểm khi có tiêu chí không áp dụng: điểm đạt được chia thang còn lại nhân thang đầy đủ, làm tròn n chữ số.
# Nguồn: "không áp dụng (K/AD)" của hướng dẫn Quy định 366-QĐ/TW: 26 trên 28 là 27,9 trên 30; chấm cụm công an: 13 trên 15.
hàm quy đổi về thang(điểm; thang còn lại; thang đầy đủ; số chữ số) =
  làm tròn(điểm / thang còn lại * thang đầy đủ; số chữ số)

ví dụ "26 trên 28 điểm quy về 30 là 27,9; 13 trên 15 là 86,67%"
  kết quả quy đổi về thang(26; 28; 30; 1) = 27,9
  kết quả quy đổi về thang(13; 15; 100; 2) = 86,67
  kết quả quy đổi về thang(85,75; 92; 100; 2) = 93,21
hết

"""#),
  ]
}
