#!/usr/bin/env python3
"""Writes render/font_advances.inc: how wide DejaVu Sans sets each character.

usage: scripts/font_advances.py [FOLDER] > render/font_advances.inc
FOLDER holds DejaVuSans.ttf and DejaVuSans-Bold.ttf (Debian package fonts-dejavu-core).

Each row is {first, last, regular, bold}: code points of one pair of advances, in units of 1/2048 em.
Marks that the font sets on the character before them have the advance 0. Reads the tables cmap (format 12),
hhea and hmtx of the fonts as OpenType describes them.
"""
import struct
import sys
import unicodedata
from pathlib import Path


def tables_of(font: bytes) -> dict[str, bytes]:
    count = struct.unpack_from(">H", font, 4)[0]
    tables = {}
    for i in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", font, 12 + 16 * i)
        tables[tag.decode()] = font[offset:offset + length]
    return tables


def glyphs_of(cmap: bytes) -> dict[int, int]:
    count = struct.unpack_from(">H", cmap, 2)[0]
    for i in range(count):
        _, _, offset = struct.unpack_from(">HHI", cmap, 4 + 8 * i)
        if struct.unpack_from(">H", cmap, offset)[0] != 12:
            continue
        groups = struct.unpack_from(">I", cmap, offset + 12)[0]
        glyphs = {}
        for group in range(groups):
            first, last, glyph = struct.unpack_from(">III", cmap, offset + 16 + 12 * group)
            glyphs.update({code: glyph + code - first for code in range(first, last + 1)})
        return glyphs
    sys.exit("no cmap of format 12")


def advances_of(path: Path) -> dict[int, int]:
    tables = tables_of(path.read_bytes())
    assert struct.unpack_from(">H", tables["head"], 18)[0] == 2048, "units per em"
    long_metrics = struct.unpack_from(">H", tables["hhea"], 34)[0]
    advance = lambda glyph: struct.unpack_from(">H", tables["hmtx"], 4 * min(glyph, long_metrics - 1))[0]
    return {code: 0 if unicodedata.category(chr(code)) in ("Mn", "Me", "Cf") else advance(glyph)
            for code, glyph in glyphs_of(tables["cmap"]).items() if code >= 0x20 and not 0xE000 <= code <= 0xF8FF}


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts/truetype/dejavu")
    regular = advances_of(folder / "DejaVuSans.ttf")
    bold = advances_of(folder / "DejaVuSans-Bold.ttf")
    rows: list[list[int]] = []
    for code in sorted(regular):
        pair = [regular[code], bold.get(code, regular[code])]
        if rows and rows[-1][1] == code - 1 and rows[-1][2:] == pair:
            rows[-1][1] = code
        else:
            rows.append([code, code, *pair])
    print("// Made by scripts/font_advances.py from DejaVu Sans 2.37: {first, last, regular, bold}.")
    cells = ["{%#x, %#x, %d, %d}," % tuple(row) for row in rows]
    line = ""
    for cell in cells:
        if len(line) + 1 + len(cell) > 110:
            print(line)
            line = cell
        else:
            line = f"{line} {cell}" if line else cell
    print(line)


if __name__ == "__main__":
    main()
