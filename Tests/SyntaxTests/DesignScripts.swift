// Scripts of the language design, as they are: real regulations that must parse without a word.

/// The acceptance case cum-1-2026.
let acceptanceScript = #"""
  phong trào "Phong trào thi đua Ngành Tổ chức xây dựng Đảng tỉnh năm 2026"
    năm: 2026
  hết
  văn bản HD10 "Hướng dẫn số 10-HD/BTCTU, ngày 14/5/2026 của Ban Tổ chức Tỉnh ủy"
  thang bậc mức kỷ luật, từ thấp lên cao: "Không"; "Khiển trách"; "Cảnh cáo"; "Cách chức"; "Khai trừ"
  thang bậc chất lượng, từ thấp lên cao: "Yếu"; "Trung bình"; "Khá"; "Tốt"
  hội đồng ngành "Hội đồng Thi đua - Khen thưởng Ngành"
    thành viên: 11
  hết
  đối tượng tập thể
    mã: chữ, khóa
    tên: chữ
    cụm: chữ
    nhiệm vụ đúng hạn; nhiệm vụ được giao: số lượng
    vận hành bộ máy: chất lượng
    điểm công tác cán bộ: số, từ 0 đến 15
    điểm tổ chức đảng: số, từ 0 đến 10
    điểm thẩm tra: số, từ 0 đến 8, được ghi không áp dụng
    số tin bài; số cuộc kiểm tra thiếu: số lượng
    tỷ lệ số hóa: tỷ lệ, từ 0% đến 100%
    mô hình chuyển đổi số: có/không
    báo cáo chậm; báo cáo thiếu; vắng không lý do: số lượng
    mô hình được tỉnh công nhận; nhiệm vụ sớm 10 ngày; văn bản phê bình: số lượng
    kỷ luật lãnh đạo: mức kỷ luật
    phiếu đồng ý: số lượng, từ 0 đến 11
  hết
  dữ liệu tập thể từ "tap-the.csv"
  yêu cầu của tập thể: nhiệm vụ đúng hạn <= nhiệm vụ được giao

  nhóm 1 "Tham mưu thực hiện Chương trình, Kế hoạch; vận hành bộ máy" của tập thể, tối đa 30 điểm
    tiêu chí 1.1 "Nhiệm vụ trong Chương trình, Kế hoạch hoàn thành đúng hạn", tối đa 15 điểm
      được tính nhiệm vụ đúng hạn / nhiệm vụ được giao * điểm tối đa, làm tròn 2 chữ số
    tiêu chí 1.2 "Vận hành bộ máy theo mô hình mới", tối đa 15 điểm
      được tính 15 điểm khi vận hành bộ máy là "Tốt"
      được tính 12 điểm khi vận hành bộ máy là "Khá"
      được tính 8 điểm khi vận hành bộ máy là "Trung bình"
      được tính 0 điểm khi vận hành bộ máy là "Yếu"
  hết
  nhóm 2 "Nhiệm vụ thường xuyên" của tập thể, tối đa 45 điểm
    tiêu chí 2.1 "Công tác cán bộ", tối đa 15 điểm: được tính điểm công tác cán bộ
    tiêu chí 2.2 "Tổ chức đảng, đảng viên", tối đa 10 điểm: được tính điểm tổ chức đảng
    tiêu chí 2.3 "Thẩm tra, thẩm định tiêu chuẩn chính trị", tối đa 8 điểm: được tính điểm thẩm tra   # ô "không giao" ⇒ không áp dụng
    tiêu chí 2.4 "Tuyên truyền, nghiên cứu", tối đa 6 điểm: cộng 0,5 điểm cho mỗi tin bài
    tiêu chí 2.5 "Kiểm tra, giám sát", tối đa 6 điểm
      được tính điểm tối đa
      trừ 2 điểm cho mỗi cuộc kiểm tra thiếu
  hết
  nhóm 3 "Chuyển đổi số" của tập thể, tối đa 15 điểm
    tiêu chí 3.1 "Số hóa hồ sơ", tối đa 10 điểm: được tính tỷ lệ số hóa * điểm tối đa, làm tròn 2 chữ số
    tiêu chí 3.2 "Mô hình chuyển đổi số", tối đa 5 điểm
      được tính 5 điểm khi mô hình chuyển đổi số là có
      còn lại 0 điểm
  hết
  nhóm 4 "Chế độ báo cáo, sinh hoạt Cụm" của tập thể, tối đa 10 điểm
    tiêu chí 4.1 "Chế độ báo cáo", tối đa 6 điểm
      được tính điểm tối đa
      trừ 0,5 điểm cho mỗi báo cáo chậm
      trừ 2 điểm cho mỗi báo cáo thiếu
    tiêu chí 4.2 "Dự hội nghị, sinh hoạt Cụm", tối đa 4 điểm
      được tính điểm tối đa
      trừ 1 điểm cho mỗi lần vắng không lý do
  hết
  điểm thưởng "Điểm thưởng" của tập thể, tối đa 5 điểm
    cộng 2 điểm cho mỗi mô hình được tỉnh công nhận, không quá 4 điểm
    cộng 0,25 điểm cho mỗi nhiệm vụ sớm 10 ngày, không quá 1 điểm
  điểm trừ "Điểm trừ" của tập thể, tối đa 10 điểm
    trừ 1 điểm cho mỗi văn bản phê bình

  tổng các nhóm của tập thể = nhóm 1 + nhóm 2 + nhóm 3 + nhóm 4
  thang điểm chung của tập thể = thang điểm nhóm 1 + thang điểm nhóm 2 + thang điểm nhóm 3 + thang điểm nhóm 4
  quy đổi của tập thể = làm tròn(tổng các nhóm / thang điểm chung * 100; 2)
  tổng điểm của tập thể = quy đổi + điểm thưởng - điểm trừ

  xếp loại mức xếp loại của tập thể, xét từ trên xuống
    "Xuất sắc"    khi tổng điểm từ 90 trở lên và mọi nhóm đều có tỷ lệ đạt từ 50% trở lên
    "Tốt"         khi tổng điểm từ 80 trở lên
    "Khá"         khi tổng điểm từ 65 trở lên
    "Trung bình"  còn lại
  xếp hạng hạng của tập thể trong mỗi cụm
    không xếp hạng khi kỷ luật lãnh đạo từ "Cảnh cáo" trở lên
    theo tổng điểm giảm dần; nhóm 3 giảm dần; nhóm 1 giảm dần
    vẫn bằng nhau thì đồng hạng
  danh hiệu "Tập thể xuất sắc" của tập thể
    điều kiện được xếp hạng
    điều kiện mức xếp loại là "Xuất sắc"
    điều kiện phiếu đồng ý từ 80% trở lên, tính trên tổng số thành viên hội đồng ngành
    đề nghị không quá 20% số tập thể mà được xếp hạng và mức xếp loại từ "Tốt" trở lên, trong mỗi cụm, số lẻ từ 0,5 trở lên tính là 1
    theo thứ tự hạng
  hình thức khen thưởng "Giấy khen" của tập thể
    điều kiện được xếp hạng
    điều kiện mức xếp loại từ "Tốt" trở lên
    điều kiện chưa đạt tập thể xuất sắc
    đề nghị không quá 50% số tập thể đủ điều kiện, trong mỗi cụm, số lẻ từ 0,5 trở lên tính là 1
    theo thứ tự hạng
  khen thưởng của tập thể = nếu đạt tập thể xuất sắc thì "Tập thể xuất sắc"
    ngược lại nếu chờ tập thể xuất sắc thì "chờ hội đồng: Tập thể xuất sắc"
    ngược lại nếu đạt giấy khen thì "Giấy khen"
    ngược lại nếu chờ giấy khen thì "chờ hội đồng: Giấy khen"
    ngược lại ""
  xuất tập thể sắp theo (cụm; hạng; mã) ra "ket-qua.csv": cụm; hạng; mã; tên; nhóm 1; nhóm 2; nhóm 3; nhóm 4;
    quy đổi; điểm thưởng "thưởng"; điểm trừ "trừ"; tổng điểm "tổng"; mức xếp loại "xếp loại"; khen thưởng
  """#

/// Abridged rule sets of real regulations.
let ruleSetScript = #"""
  # ---- A. Police cluster: relative to the best, units without a target, 684/700, mean of ranks → points, three columns
  cách chấm so với đơn vị dẫn đầu, dùng chỉ tiêu; kết quả
    đặt tỷ lệ vượt = kết quả / chỉ tiêu - 1
    không áp dụng khi chỉ tiêu là trống và kết quả là trống
    được tính điểm tối đa / 2 * kết quả / chỉ tiêu khi kết quả < chỉ tiêu
    được tính điểm tối đa / 2 khi kết quả = chỉ tiêu
    còn lại điểm tối đa / 2 * (1 + tỷ lệ vượt / cao nhất(tỷ lệ vượt trong cùng cụm))   # leader 5; 15 of 10 → 3,75
    riêng trường hợp chỉ tiêu là trống thì điểm tối đa * kết quả / cao nhất(kết quả trong cùng cụm mà chỉ tiêu là trống)
  nhóm 1 "Đấu tranh phòng, chống tội phạm" của tập thể, tối đa 200 điểm
    tiêu chí 1.1 "Điều tra, khám phá án hình sự", tối đa 12,99 điểm: chấm so với đơn vị dẫn đầu, chỉ tiêu án; kết quả án
    tiêu chí 1.2 "Xếp thứ của các phòng nghiệp vụ", tối đa 60 điểm
      được tính 60 điểm khi trung bình(thứ của phiếu xếp thứ) = 1                       # 2: 45; 3: 30; 4: 15; 5: 0
      được tính 45 điểm khi trung bình(thứ của phiếu xếp thứ) = 2                       # checker: a mean of 1,5 falls in no line: a gap of the rule itself
    tiêu chí 1.3 "Công tác tham mưu", tối đa 9,98 điểm: chấm trực tiếp
  hết
  tỷ lệ điểm của tập thể = tổng các nhóm / thang điểm chung                             # in "{tổng các nhóm}/{thang điểm chung}" → 684/700
  cột điểm của tập thể: tự chấm; thẩm định là chính thức
  # ---- B. QĐ 2579 (100 + 3 − 3)
  tổng điểm của tập thể = nhóm 1 + nhóm 2 + điểm thưởng - điểm trừ                      # hai mục thưởng, trừ: tối đa 3 điểm
  xếp loại mức hoàn thành của tập thể                                                  # không "xét từ trên xuống": soát cả khoảng hở
    "Hoàn thành xuất sắc nhiệm vụ" khi tổng điểm từ 95 trở lên và không tiêu chí nào có điểm = 0
    "Hoàn thành tốt nhiệm vụ"      khi tổng điểm từ 85 đến dưới 95 và không tiêu chí nào có điểm = 0
    "Hoàn thành nhiệm vụ"          khi tổng điểm từ 75 đến dưới 85
    "Không hoàn thành nhiệm vụ"    khi tổng điểm dưới 75                               # checker: 96 điểm, một tiêu chí 0 điểm → không mức nào
    riêng trường hợp có một trong: có tham nhũng; mất đoàn kết nghiêm trọng; kỷ luật lãnh đạo từ "Cách chức" trở lên;
      bị xử lý hình sự; không tự chấm điểm
      thì "Không hoàn thành nhiệm vụ"
    riêng trường hợp kỷ luật lãnh đạo là "Khiển trách" thì cao nhất là "Hoàn thành tốt nhiệm vụ"
    riêng trường hợp kỷ luật lãnh đạo là "Cảnh cáo" thì cao nhất là "Hoàn thành nhiệm vụ"
  hình thức khen thưởng "Bằng khen" của tập thể
    điều kiện mức hoàn thành là "Hoàn thành xuất sắc nhiệm vụ"
    đề nghị tối đa chỉ tiêu bằng khen của khối, trong mỗi khối
    theo thứ tự tổng điểm giảm dần                                                     # bằng điểm ở chỗ cuối → chờ hội đồng: the default is right
  # ---- C. KH 157 (115 điểm)
  tiêu chí 1 "Tuyên truyền" của tập thể, tối đa 20 điểm
    chỉ chấm khi có kế hoạch và có tài liệu tuyên truyền
    cộng 0,4 điểm cho mỗi người được khảo sát
  tiêu chí 2 "Mở tài khoản" của tập thể, tối đa 40 điểm: được tính số đã mở / số phải mở * điểm tối đa
  điểm thưởng "Điểm cộng" của tập thể, tối đa 15 điểm
    mục 5.1: cộng 5 điểm khi tỷ lệ chi trả = 100% hoặc chi trả đủ trước kế hoạch
    mục 5.2: cộng 5 điểm khi tỷ lệ cập nhật = 100%
    mục 5.2: cộng 4 điểm khi tỷ lệ cập nhật từ 95% đến dưới 100%
    mục 5.2: cộng 3 điểm khi tỷ lệ cập nhật từ 90% đến 95%                              # checker: 90% và 95% thuộc hai mức
    mục 5.2: cộng 2 điểm khi tỷ lệ cập nhật từ 88% đến 90%
  xếp hạng hạng của tập thể
    theo tổng điểm giảm dần; số tài khoản giảm dần; số giao dịch giảm dần
    vẫn bằng nhau thì hội đồng bỏ phiếu
  hình thức khen thưởng "Bằng khen cá nhân" của cá nhân
    đề nghị không quá 5% số cá nhân mà trực tiếp tham gia, trong mỗi đợt
  # ---- E. Quarterly 30 + 70
  đối tượng phiếu quý
    khóa: người; quý
    người: cá nhân, lập danh sách các phiếu quý
    quý: số lượng, từ 1 đến 4
  hết
  đối tượng sản phẩm
    phiếu: phiếu quý, lập danh sách các sản phẩm
    trọng số: số
    A; B; C; D; tỷ trọng A; tỷ trọng B; tỷ trọng C; tỷ trọng D: tỷ lệ                 # khung 15/50/15/20 or a bảng quyết định with several result columns
    vượt mức: có/không
  hết
  điểm của sản phẩm = trọng số * (A * tỷ trọng A + B * tỷ trọng B + C * tỷ trọng C + D * tỷ trọng D), làm tròn 1 chữ số   # 29,3 14,1 10 9,6 4,6 = 67,6
  yêu cầu của phiếu quý: tổng(trọng số của các sản phẩm) = 70
  nhóm 1 "Tiêu chí chung" của phiếu quý, tối đa 30 điểm, không áp dụng thì quy đổi, làm tròn 1 chữ số   # 26/28 × 30 = 27,9
    tiêu chí 1.1 "Phẩm chất, kỷ luật", tối đa 10 điểm: chấm trực tiếp                    # …
  hết
  điểm quý của phiếu quý = nhóm 1 + tổng(điểm của các sản phẩm)                          # 97,6
  xếp loại mức quý của phiếu quý, xét từ trên xuống
    "HTXS" khi điểm quý từ 90 trở lên và tỷ lệ hoàn thành = 100% và tỷ lệ(các sản phẩm mà vượt mức) từ 30% trở lên
    "HTT" khi điểm quý từ 70 trở lên
    "HTNV" khi điểm quý từ 50 trở lên và tỷ lệ chậm không quá 20%
    "KHT" còn lại
    hạn mức "HTXS" không quá 20% số phiếu quý mà mức quý từ "HTT" trở lên, trong mỗi nhóm tương đồng; vượt thì xếp "HTT"
    riêng trường hợp người đứng đầu thì cao nhất là mức quý của tập thể               # cap by an expression
  điểm bình quân của tập thể = trung bình(điểm năm của thành viên)                       # collective from its members: an empty list is blank
  điểm năm của cá nhân = trung bình(điểm quý của các phiếu quý)
  xếp loại mức năm của cá nhân, xét từ trên xuống
    "HTXS" khi điểm năm từ 90 trở lên và không phiếu quý nào có mức quý là "KHT"
    "KHT" còn lại                                                                      # …
  # ---- G. Titles
  danh hiệu "Lao động tiên tiến" của cá nhân
    điều kiện mức năm từ "HTT" trở lên
    điều kiện số tháng làm việc từ 6 trở lên, trừ trường hợp nghỉ thai sản
    chưa xét khi đang bị xem xét kỷ luật
  danh hiệu "Chiến sĩ thi đua cơ sở" của cá nhân
    điều kiện đạt lao động tiên tiến
    điều kiện có một trong: mức năm là "HTXS"; số sáng kiến từ 1 trở lên; đề tài được nghiệm thu
    điều kiện phiếu đồng ý từ 80% trở lên, tính trên tổng số thành viên hội đồng cơ sở
  danh hiệu "Chiến sĩ thi đua tỉnh" của cá nhân
    điều kiện số năm liên tục(đạt chiến sĩ thi đua cơ sở) từ 3 trở lên
  danh hiệu "Tập thể lao động xuất sắc" của tập thể
    điều kiện mức hoàn thành là "HTXS"
    điều kiện tỷ lệ(thành viên mà mức năm từ "HTNV" trở lên) = 100%
    điều kiện tỷ lệ(thành viên mà đạt lao động tiên tiến) từ 70% trở lên
    điều kiện đếm(thành viên mà đạt chiến sĩ thi đua cơ sở) từ 1 trở lên                  # a member still "chờ hội đồng" ⇒ say it: chưa xét, not không đạt
    không đồng thời với tập thể lao động tiên tiến
    tiền thưởng làm tròn lên theo bước(1,5 * lương cơ sở; 10.000)                     # 3.510.000
  # ---- I. Steps (NĐ 307)
  tiêu chí 1 "Quy mô dân số" của tập thể, tối đa 25 điểm
    được tính 10 điểm
    nếu dân số trên 14.000 người thì cứ thêm 1.000 người cộng 0,5 điểm, phần lẻ tính theo tỷ lệ
  tiêu chí 2 "Tỷ lệ hộ nghèo" của tập thể, tối đa 10 điểm: nếu tỷ lệ hộ nghèo dưới 4% thì cứ giảm 0,5% cộng 0,5 điểm, phần lẻ không tính
  tiêu chí 3 "Chuyển đổi số" của tập thể, tối đa 3 điểm
    được tính 3 điểm khi hạng số hóa từ 1 đến 10                                        # rank bands: tier lines
    được tính 2 điểm khi hạng số hóa từ 11 đến 20
    còn lại 1 điểm
  """#

/// The beginning of the 2026 campaign.
let campaignScript = #"""
  phong trào "Phong trào thi đua Ngành Tổ chức xây dựng Đảng tỉnh năm 2026"
    năm: 2026
    cơ quan ban hành: "Ban Tổ chức Tỉnh ủy", viết tắt "BTCTU"
    hưởng ứng: "Phong trào thi đua của Cụm thi đua số 4, Ngành Tổ chức xây dựng Đảng năm 2026"
    chủ đề: "Tăng cường đoàn kết, chung sức, đồng lòng, … Nghị quyết Đại hội lần thứ XIV của Đảng"
    khẩu hiệu: "Đoàn kết - Kỷ cương - Trách nhiệm - Đổi mới - Hiệu quả"
    kỷ niệm: 96 năm; "ngày truyền thống Ngành Tổ chức xây dựng Đảng", từ 14/10/1930 đến 14/10/2026
    nơi nhận: "Các đảng ủy trực thuộc Tỉnh ủy"; "Các đ/c lãnh đạo Ban"; "Lưu Ban Tổ chức Tỉnh ủy"
    ký thay: "Trưởng Ban", chức vụ "Phó Trưởng Ban", họ tên "Nguyễn Văn Dũng"
  hết
  văn bản KH11  "Kế hoạch số 11-KH/CTĐ, ngày 30/3/2026 của Cụm Thi đua số 4"
  văn bản QC912 "Quy chế Thi đua, khen thưởng Ngành", kèm theo "Quyết định số 912-QĐ/BTCTU, ngày 14/5/2026"
  văn bản TB60  "Thông báo số 60/TB-BTCTU, ngày 07/4/2026"
  cụm 1 "Cụm thi đua số 1", căn cứ TB60                            # danh sách giả định: Thông báo 60 không công khai
    cụm trưởng: tập thể "A"
    cụm phó thường trực: tập thể "B"
    cụm phó: tập thể "C"
    thành viên: theo dữ liệu
    theo dõi: "Phòng Tổ chức Đảng - Đảng viên"; "đ/c Ủy viên Hội đồng"
  hết
  """#
