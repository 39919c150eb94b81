import type { About } from "./about.ts";
import { crc32 } from "./crc.ts";
import { drawn } from "./paint.ts";
import { joined } from "./zip.ts";

/** An SVG as PNG in twice its size, with the page's own letters, and with what it says of itself written into the file. */
export async function pngOf(svg: SVGElement, about: About): Promise<Blob> {
  const [width, height] = [Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))];
  const copy = svg.cloneNode(true) as SVGElement;
  const style = drawn("style", {});
  style.textContent = await ownFonts();
  copy.prepend(style);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * 2, height * 2];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error("the image could not be drawn");
  const bytes = withTexts(new Uint8Array(await blob.arrayBuffer()), {
    Title: about.title,
    Period: about.period ?? "",
    Definitions: about.definitions.join(", "),
    "As of": about.asOf,
    Source: about.link,
  });
  return new Blob([bytes], { type: "image/png" });
}

/** The letters of the page as rules that carry them: an image of its own may fetch nothing. */
async function ownFonts(): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const faces = rules.filter((rule) => rule instanceof CSSFontFaceRule);
  const latin = faces.filter(({ style }) =>
    /U\+0*(0-0*FF|100-0*2BA)\b/i.test(style.getPropertyValue("unicode-range")),
  );
  const carried = latin.map(async ({ style, parentStyleSheet }) => {
    const [, source = ""] = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue("src")) ?? [];
    const file = await fetch(new URL(source, parentStyleSheet?.href ?? location.href));
    const letters = Array.from(new Uint8Array(await file.arrayBuffer()), (byte) => String.fromCharCode(byte));
    const [name, range] = ["font-family", "unicode-range"].map((key) => style.getPropertyValue(key));
    return `@font-face{font-family:${name};font-weight:100 900;unicode-range:${range};src:url(data:font/woff2;base64,${btoa(letters.join(""))}) format("woff2")}`;
  });
  return (await Promise.all(carried)).join("");
}

/** A PNG with texts in it, each under its keyword; they stand right after its head. */
export function withTexts(
  png: Uint8Array<ArrayBuffer>,
  texts: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const head = 8 + 25;
  const encode = new TextEncoder();
  const chunks = Object.entries(texts).map(([keyword, text]) => {
    const body = encode.encode(`iTXt${keyword}\0\0\0\0\0${text}`);
    const [length, check] = [new DataView(new ArrayBuffer(4)), new DataView(new ArrayBuffer(4))];
    length.setUint32(0, body.length - 4);
    check.setUint32(0, crc32(body));
    return joined([new Uint8Array(length.buffer), body, new Uint8Array(check.buffer)]);
  });
  return joined([png.subarray(0, head), ...chunks, png.subarray(head)]);
}
