"""Typst in its best form: one process, one compiler. Arguments: repository, folder with texts, count."""

import pathlib
import sys

import typst

root, folder, count = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
output = folder / "typst"
output.mkdir(exist_ok=True)
template = folder / "letter.typ"
template.write_text((root / "benches/typst/letter.typ").read_text(encoding="utf-8"), encoding="utf-8")
compiler = typst.Compiler(
    str(template), root=str(folder), font_paths=[str(root / "fonts")], ignore_system_fonts=True
)
for number in range(count):
    name = f"{number:04}"
    pdf = compiler.compile(sys_inputs={"text": f"/texts/{name}.txt"}, format="pdf")
    (output / f"{name}.pdf").write_bytes(pdf)
