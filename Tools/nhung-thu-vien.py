#!/usr/bin/env python3
"""Embeds the standard library: writes Sources/ThiDua/Library/LibraryTexts.swift from stdlib/*.thidua, and
Sources/ThiDua/Papers/PaperTexts.swift from stdlib/mau/*.mau.

The first line of a module names it: `# Mô-đun "tiền thưởng": …`. LibraryTests fails while the two differ.
"""
import pathlib
import re

root = pathlib.Path(__file__).resolve().parent.parent
parts = []
for path in sorted((root / "stdlib").glob("*.thidua"), key=lambda p: p.name.encode()):
    text = path.read_text(encoding="utf-8")
    name = re.match(r'# Mô-đun "([^"]+)"', text)
    if not name:
        raise SystemExit(f"{path.name}: dòng đầu phải là '# Mô-đun \"tên\": …'")
    if '"""#' in text:
        raise SystemExit(f'{path.name}: không được có """#')
    parts.append(f'    LibraryModule("{name[1]}", "{path.stem}", #"""\n{text}\n"""#),\n')
(root / "Sources/ThiDua/Library/LibraryTexts.swift").write_text(
    """// swift-format-ignore-file
// The texts of stdlib/*.thidua. Written by Tools/nhung-thu-vien.py; change the modules, not this file.

extension LibraryModule {
  /// Every module, in byte order of the files' names.
  public static let all: [LibraryModule] = [
"""
    + "".join(parts)
    + "  ]\n}\n",
    encoding="utf-8",
)

# The templates of documents: stdlib/mau/*.mau, named by their first line `# Mẫu "tờ trình": …`.
parts = []
for path in sorted((root / "stdlib/mau").glob("*.mau"), key=lambda p: p.name.encode()):
    text = path.read_text(encoding="utf-8")
    name = re.match(r'# Mẫu "([^"]+)"', text)
    if not name:
        raise SystemExit(f"{path.name}: dòng đầu phải là '# Mẫu \"tên\": …'")
    if '"""#' in text:
        raise SystemExit(f'{path.name}: không được có """#')
    parts.append(f'    PaperText("{name[1]}", file: "{path.name}", #"""\n{text}\n"""#),\n')
(root / "Sources/ThiDua/Papers/PaperTexts.swift").write_text(
    """// swift-format-ignore-file
// The texts of stdlib/mau/*.mau. Written by Tools/nhung-thu-vien.py; change the templates, not this file.

extension PaperText {
  /// Every template, in byte order of the files' names.
  public static let all: [PaperText] = [
"""
    + "".join(parts)
    + "  ]\n}\n",
    encoding="utf-8",
)
