#!/usr/bin/env python3
"""Cut the digits and dashes of page numbers out of Noto Serif SC, as TrueType.

  build_page_song.py NotoSerifSC-Regular.otf PageSongSC-Regular.ttf

The whole font has 31,058 glyphs; reading its index for seven of them costs more than the seven.
Needs fontTools 4.x; run beside to_glyf.py. The bytes are repeatable.
"""
import subprocess
import sys
import tempfile

from fontTools import subset
from fontTools.ttLib import TTFont

CHARACTERS = "0123456789 \u00a0\u2002\u2005\u2009\u2014\u2013-"


def main(source, target):
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(hinting=False, layout_features=[], name_IDs=["*"], notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(text=CHARACTERS)
    cutter.subset(font)
    for record in font["name"].names:
        for old, new in (("Noto Serif SC", "Page Song SC"), ("NotoSerifSC", "PageSongSC")):
            record.string = record.toUnicode().replace(old, new)
    with tempfile.NamedTemporaryFile(suffix=".otf") as cut:
        font.save(cut.name)
        subprocess.run([sys.executable, "to_glyf.py", cut.name, target], check=True)


main(*sys.argv[1:])
