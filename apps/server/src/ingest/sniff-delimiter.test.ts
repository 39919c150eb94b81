import { expect, it } from "vitest";
import { delimiterLine, sniffDelimiter } from "./sniff-delimiter.ts";

it("takes the delimiter all records agree on, not the commas inside a semicolon file", () => {
  expect(sniffDelimiter("id;fee\n1;1.234,50\n2;89,90\n")).toBe(";");
  expect(sniffDelimiter("id,name,fee\n1,a;b;c,2\n2,d,3\n")).toBe(",");
  expect(sniffDelimiter("id\tname\n1\ta, b, c\n")).toBe("\t");
  expect(sniffDelimiter('id|name\n1|"a|b"\n')).toBe("|");
  expect(sniffDelimiter("Our contracts\n\nid;fee\n1;2,50\n2;3,75\n")).toBe(";");
  expect(sniffDelimiter("id\n1\n")).toBe(",");
});

it("obeys the first line by which Excel names the delimiter", () => {
  expect(delimiterLine("sep=;\r\nid;name")).toEqual({ delimiter: ";", length: 7 });
  expect(delimiterLine("id;name")).toBeNull();
});
