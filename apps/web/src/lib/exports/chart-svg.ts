import { type About, aboutLines } from "./about.ts";
import { colorOf, drawn, measuring, painted } from "./paint.ts";

/** The words around a chart. */
export interface Words {
  readonly title: string;
  readonly subtitle: string;
  readonly summary: string;
}

const edge = 24;
const family = '"Inter Variable", Inter, ui-sans-serif, system-ui, sans-serif';

interface Writing {
  readonly size: number;
  readonly line: number;
  readonly weight: number;
  readonly token: "--fg" | "--fg-muted" | "--fg-subtle";
}

const heading: Writing = { size: 16, line: 22, weight: 600, token: "--fg" };
const small: Writing = { size: 12, line: 17, weight: 400, token: "--fg-muted" };
const fine: Writing = { size: 11, line: 16, weight: 400, token: "--fg-subtle" };

/**
 * A chart exactly as it is shown, with what it must say of itself below: title, units, summary, period, definitions,
 * policy, filters, as-of and link, all as text. The colours of the theme in force are written in; fonts are named.
 */
export function chartSvg(chart: HTMLElement, words: Words, about: About): SVGElement {
  const box = chart.getBoundingClientRect();
  const across = Math.max(
    box.width,
    chart.scrollWidth,
    ...[...chart.querySelectorAll("*")].map((one) => one.scrollWidth),
  );
  const width = Math.ceil(Math.max(across, 432) + 2 * edge);
  const theme = getComputedStyle(chart);
  const color = (token: string) => theme.getPropertyValue(token).trim();
  const svg = drawn("svg", { xmlns: "http://www.w3.org/2000/svg", role: "img", "font-family": family });
  svg.append(
    named("title", words.title),
    named("desc", words.summary),
    named("metadata", JSON.stringify(about)),
  );
  const ground = drawn("rect", { width: "100%", height: "100%", fill: color("--surface") });
  svg.append(ground);
  let y = edge;
  const write = (text: string, { size, line, weight, token }: Writing) => {
    for (const part of broken(text, `${weight} ${size}px ${family}`, width - 2 * edge)) {
      const at = { x: edge, y: y + size, "font-size": size, "font-weight": weight, fill: color(token) };
      const element = drawn("text", at);
      element.textContent = part;
      svg.append(element);
      y += line;
    }
  };
  write(words.title, heading);
  write(words.subtitle, small);
  y += 12;
  svg.append(...painted(chart, { x: box.x - edge, y: box.y - y }));
  y += box.height + 12;
  write(words.summary, small);
  y += 8;
  svg.append(
    drawn("line", {
      x1: edge,
      x2: width - edge,
      y1: y,
      y2: y,
      stroke: colorOf(color("--border-subtle")).color,
    }),
  );
  y += 8;
  for (const line of aboutLines(about)) write(line, fine);
  const height = Math.ceil(y + edge - 8);
  for (const [key, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` }))
    svg.setAttribute(key, String(value));
  return svg;
}

function named(name: string, text: string): SVGElement {
  const element = drawn(name, {});
  element.textContent = text;
  return element;
}

/** A text in lines no wider than there is room; what has no blanks is broken anywhere. */
function broken(text: string, font: string, room: number): string[] {
  const canvas = measuring(font);
  const fits = (line: string) => (canvas?.measureText(line).width ?? line.length * 6) <= room;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (!fits(line)) {
      let cut = line.length - 1;
      while (cut > 1 && !fits(line.slice(0, cut))) cut -= 1;
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
  }
  return [...lines, line].filter((one) => one !== "");
}

/** An SVG as a file. */
export function svgText(svg: SVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}
