import { describe, expect, it } from "vitest";
import { decode } from "./decode.ts";

const text = "id,name\n1,Zoë Łódź\n";
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();
const read = (bytes: Uint8Array) => decode(bytes, undefined);

describe("the text of a file", () => {
  it("is read as UTF-8, UTF-16 little and big endian, with and without a byte order mark", () => {
    const le = Buffer.from(text, "utf16le");
    const marked = Buffer.from(`\ufeff${text}`, "utf16le");
    expect(read(Buffer.from(text))).toEqual({ text, encoding: "utf-8", broken: false });
    expect(read(Buffer.from(`\ufeff${text}`))).toEqual({ text, encoding: "utf-8", broken: false });
    expect(read(le)).toEqual({ text, encoding: "utf-16le", broken: false });
    expect(read(marked)).toEqual({ text, encoding: "utf-16le", broken: false });
    expect(read(swapped(le))).toEqual({ text, encoding: "utf-16be", broken: false });
    expect(read(swapped(marked))).toEqual({ text, encoding: "utf-16be", broken: false });
  });

  it("is read as Windows-1252 when it is not UTF-8", () => {
    expect(read(Buffer.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x80]))).toEqual({
      text: "Müller €",
      encoding: "windows-1252",
      broken: false,
    });
  });

  it("stays UTF-8 when only a few of its bytes are broken, and says so", () => {
    const cut = Buffer.concat([Buffer.from("é,ü,ñ,"), Buffer.from([0xc3]), Buffer.from(",x")]);
    expect(read(cut)).toEqual({ text: "é,ü,ñ,\ufffd,x", encoding: "utf-8", broken: true });
  });

  it("is not looked for in workbooks, archives, compressed files and PDFs", () => {
    for (const first of [
      [0x1f, 0x8b],
      [0x50, 0x4b, 3, 4],
      [0xd0, 0xcf, 0x11, 0xe0],
      [0x25, 0x50, 0x44, 0x46],
    ])
      expect(read(Buffer.from([...first, 0, 0, 0, 0]))).toMatchObject({ code: "E_ENCODING" });
  });

  it("is refused when it is not in the encoding the mapping states", () => {
    expect(decode(Buffer.from([0xff, 0x41]), "utf-8")).toMatchObject({ code: "E_ENCODING" });
  });
});
