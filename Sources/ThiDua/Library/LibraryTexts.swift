// swift-format-ignore-file
// The texts of stdlib/*.thidua. Written by Tools/nhung-thu-vien.py; change the modules, not this file.

extension LibraryModule {
  /// Every module, in byte order of the files' names.
  public static let all: [LibraryModule] = [
    LibraryModule("tiền thưởng", "tien-thuong", #"""
# Mô-đun "tiền thưởng": tiền thưởng kèm theo danh hiệu thi đua, hình thức khen thưởng.
#
# Nguồn: Điều 50 Nghị định 152/2025/NĐ-CP, áp dụng từ 1/7/2025, nêu làm ví dụ; hãy đối chiếu văn bản đang có hiệu lực
# và quy chế chi tiêu của đơn vị trước khi dùng.

# Lương cơ sở từ 1/7/2024. Khi Nhà nước đổi mức lương, thêm một dòng trong kịch bản của mình, ví dụ:
#   tham số lương cơ sở = 2.500.000 đồng, từ 1/1/2030
tham số lương cơ sở = 2.340.000 đồng, từ 1/7/2024

# Số tiền bằng hệ số nhân lương cơ sở, "làm tròn số lên hàng chục nghìn đồng" (Điều 50).
hàm tiền thưởng theo hệ số(hệ số) = làm tròn lên theo bước(hệ số * lương cơ sở; 10.000)

ví dụ "0,3 × 2.340.000 = 702.000, làm tròn lên 710.000 đồng"
  kết quả tiền thưởng theo hệ số(0,3) = 710.000
  kết quả tiền thưởng theo hệ số(1,5) = 3.510.000
hết

"""#),
  ]
}
