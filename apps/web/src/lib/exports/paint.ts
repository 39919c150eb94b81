const svgNs = "http://www.w3.org/2000/svg";

/** A place: from where what is painted is measured. */
interface Origin {
  readonly x: number;
  readonly y: number;
}

/** How drawn things look, as far as an image carries it. */
const looks = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "letter-spacing",
  "text-anchor",
  "dominant-baseline",
  "paint-order",
] as const;

/** What has no effect where it is as it is by itself; writing it would only make the file longer. */
const initial: Readonly<Record<string, string>> = {
  "fill-opacity": "1",
  stroke: "none",
  "stroke-opacity": "1",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  opacity: "1",
  "font-style": "normal",
  "letter-spacing": "normal",
  "text-anchor": "start",
  "dominant-baseline": "auto",
  "paint-order": "normal",
};

/** An SVG element with attributes. */
export function drawn(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(svgNs, name);
  for (const [key, value] of Object.entries(attributes))
    element.setAttribute(key, typeof value === "number" ? String(Math.round(value * 100) / 100) : value);
  return element;
}

/** Paints an element and all it holds as it stands on screen: drawings with their colours, text as text, lines and grounds. */
export function painted(element: Element, origin: Origin): SVGElement[] {
  const style = getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden" || style.opacity === "0") return [];
  if (element.matches(".no-print, .sr-only, [data-no-export]")) return [];
  const box = element.getBoundingClientRect();
  if (element instanceof SVGSVGElement) return [copied(element, box, origin)];
  const inside = [...element.childNodes].flatMap((node) =>
    node instanceof Element
      ? painted(node, origin)
      : node.nodeType === Node.TEXT_NODE
        ? textLines(node as Text, style, origin)
        : [],
  );
  return [...grounds(style, box, origin), ...inside];
}

/** A drawing with every colour, width and font written into it. */
function copied(svg: SVGSVGElement, box: DOMRect, origin: Origin): SVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [
    [svg, ...svg.querySelectorAll("*")],
    [copy, ...copy.querySelectorAll("*")],
  ];
  const gone: Element[] = [];
  for (const [index, source] of from.entries()) {
    const target = to[index];
    if (!target) continue;
    const style = getComputedStyle(source);
    if (style.display === "none" && !source.closest("defs")) gone.push(target);
    for (const { name } of [...target.attributes])
      if (/^(class|style|tabindex|role|focusable|cursor|xmlns.*|aria-.*|data-.*|on.*)$/.test(name))
        target.removeAttribute(name);
    if (source instanceof SVGGraphicsElement || source.closest("defs")) dress(target, style);
  }
  for (const one of gone) one.remove();
  for (const [key, value] of Object.entries({
    x: box.x - origin.x,
    y: box.y - origin.y,
    width: box.width,
    height: box.height,
  }))
    copy.setAttribute(key, String(Math.round(value * 100) / 100));
  copy.setAttribute("overflow", "visible");
  return copy;
}

function dress(target: Element, style: CSSStyleDeclaration): void {
  const isText = /^(text|tspan)$/.test(target.localName);
  for (const name of looks) {
    if (!isText && /^(font|letter|text|dominant)/.test(name)) continue;
    const value = style.getPropertyValue(name);
    if (name === "fill" || name === "stroke") paint(target, name, value);
    else if (value !== "" && value !== initial[name]) target.setAttribute(name, value);
    else target.removeAttribute(name);
  }
}

/** Writes a colour in the form every program reads: without its alpha, which goes into an opacity. */
function paint(target: Element, name: "fill" | "stroke", value: string): void {
  const { color, alpha } = colorOf(value);
  if (alpha === 0 || color === "none") {
    target.setAttribute(name, "none");
    return;
  }
  target.setAttribute(name, color);
  if (alpha < 1) target.setAttribute(`${name}-opacity`, String(alpha));
}

/** A computed colour as hex and alpha; what is none, or a pattern, stays what it is. */
export function colorOf(value: string): { color: string; alpha: number } {
  const [, list] = /^rgba?\(([^)]+)\)$/.exec(value) ?? [];
  if (list === undefined) return { color: value.replaceAll('"', ""), alpha: 1 };
  const [r = 0, g = 0, b = 0, alpha = 1] = list.split(/[\s,/]+/).map(Number);
  const hex = [r, g, b].map((part) => Math.round(part).toString(16).padStart(2, "0")).join("");
  return { color: `#${hex}`, alpha };
}

const sides = ["top", "right", "bottom", "left"] as const;

/** The ground of a box and its lines. */
function grounds(style: CSSStyleDeclaration, box: DOMRect, origin: Origin): SVGElement[] {
  const [x, y] = [box.x - origin.x, box.y - origin.y];
  const made: SVGElement[] = [];
  const ground = colorOf(style.backgroundColor);
  if (ground.alpha > 0 && box.width > 0 && box.height > 0) {
    const rect = drawn("rect", { x, y, width: box.width, height: box.height, fill: ground.color });
    const radius = Number.parseFloat(style.borderTopLeftRadius);
    if (radius > 0) rect.setAttribute("rx", String(radius));
    if (ground.alpha < 1) rect.setAttribute("fill-opacity", String(ground.alpha));
    made.push(rect);
  }
  if (style.backgroundImage.includes("repeating-linear-gradient")) made.push(hatching(style, box, { x, y }));
  const ends = {
    top: [x, y, x + box.width, y],
    right: [x + box.width, y, x + box.width, y + box.height],
    bottom: [x, y + box.height, x + box.width, y + box.height],
    left: [x, y, x, y + box.height],
  } as const;
  for (const side of sides) {
    const width = Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
    const line = colorOf(style.getPropertyValue(`border-${side}-color`));
    if (!(width > 0) || line.alpha === 0 || style.getPropertyValue(`border-${side}-style`) === "none")
      continue;
    const [x1, y1, x2, y2] = ends[side];
    made.push(
      drawn("line", {
        x1,
        y1,
        x2,
        y2,
        stroke: line.color,
        "stroke-width": width,
        "stroke-opacity": line.alpha,
      }),
    );
  }
  return made;
}

/** Lines across a box, where it is hatched on screen. */
function hatching(style: CSSStyleDeclaration, box: DOMRect, at: Origin): SVGElement {
  const [found = "rgb(134, 141, 154)"] = /rgba?\([^)]+\)/.exec(style.backgroundImage) ?? [];
  const { color, alpha } = colorOf(found);
  const lines: string[] = [];
  for (let step = 4; step < box.width + box.height; step += 6) {
    const from = { x: Math.min(step, box.width), y: Math.max(0, step - box.width) };
    const to = { x: Math.max(0, step - box.height), y: Math.min(step, box.height) };
    lines.push(`M${at.x + from.x} ${at.y + from.y}L${at.x + to.x} ${at.y + to.y}`);
  }
  return drawn("path", { d: lines.join(""), stroke: color, "stroke-opacity": alpha, "stroke-width": 1 });
}

let measure: CanvasRenderingContext2D | null = null;

/** A context to measure text in. */
export function measuring(font: string): CanvasRenderingContext2D | null {
  measure ??= document.createElement("canvas").getContext("2d");
  if (measure) measure.font = font;
  return measure;
}

/** A text as it is broken into lines on screen. */
function textLines(node: Text, style: CSSStyleDeclaration, origin: Origin): SVGElement[] {
  const text = node.data;
  if (text.trim() === "") return [];
  const range = document.createRange();
  const lines: { text: string; box: DOMRect }[] = [];
  for (const { 0: word, index } of text.matchAll(/\S+\s*/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.trimEnd().length);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.box.y - box.y) < 2) last.text += word;
    else lines.push({ text: word, box });
  }
  const font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const metrics = measuring(font)?.measureText("x");
  return lines.map(({ text: line, box }) => {
    const [ascent, descent] = [metrics?.fontBoundingBoxAscent ?? 10, metrics?.fontBoundingBoxDescent ?? 3];
    const element = drawn("text", {
      x: box.x - origin.x,
      y: box.y - origin.y + (box.height - ascent - descent) / 2 + ascent,
      "font-size": style.fontSize,
      "font-weight": style.fontWeight,
      "font-family": style.fontFamily,
    });
    paint(element, "fill", style.color);
    element.textContent = line.trimEnd().replaceAll("\u2060", "");
    return element;
  });
}
