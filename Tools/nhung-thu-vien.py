#!/usr/bin/env python3
"""Embeds the standard library: writes Sources/ThiDua/Library/LibraryTexts.swift from stdlib/*.thidua, and
Sources/ThiDua/Papers/PaperTexts.swift from stdlib/mau/*.mau.

The first line of a module names it: `# Mô-đun "tiền thưởng": …`. LibraryTests fails while the two differ.
"""
import pathlib
import re

root = pathlib.Path(__file__).resolve().parent.parent


def embed(pattern, label, make, target, kind, what):
    """Writes a Swift array of `kind` with the texts of the files, each named by its first line `# label "name"`."""
    parts = []
    folder, ending = pattern
    for path in sorted((root / folder).glob(ending), key=lambda p: p.name.encode()):
        text = path.read_text(encoding="utf-8")
        name = re.match(rf'# {label} "([^"]+)"', text)
        if not name:
            raise SystemExit(f"{path.name}: dòng đầu phải là '# {label} \"tên\": …'")
        if '"""#' in text:
            raise SystemExit(f'{path.name}: không được có """#')
        parts.append(f'    {kind}({make(name[1], path)}, #"""\n{text}\n"""#),\n')
    (root / target).write_text(
        f"""// swift-format-ignore-file
// The texts of {folder}/{ending}. Written by Tools/nhung-thu-vien.py; change the {what}s, not this file.

extension {kind} {{
  /// Every {what}, in byte order of the files' names.
  public static let all: [{kind}] = [
"""
        + "".join(parts)
        + "  ]\n}\n",
        encoding="utf-8",
    )


embed(("stdlib", "*.thidua"), "Mô-đun", lambda name, path: f'"{name}", "{path.stem}"',
      "Sources/ThiDua/Library/LibraryTexts.swift", "LibraryModule", "module")
embed(("stdlib/mau", "*.mau"), "Mẫu", lambda name, path: f'"{name}", file: "{path.name}"',
      "Sources/ThiDua/Papers/PaperTexts.swift", "PaperText", "template")
