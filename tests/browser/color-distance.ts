type Triple = [number, number, number];

const linearOf = (hex: string): Triple =>
  [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as Triple;

const through = (matrix: readonly Triple[], [r, g, b]: Triple): Triple =>
  matrix.map((row) => row[0] * r + row[1] * g + row[2] * b) as Triple;

/** How colours are seen without one kind of cone (Machado 2009, severity 1), on linear RGB. */
const visions: Readonly<Record<string, readonly Triple[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIELAB of a linear RGB colour under D65. */
function labOf(linear: Triple): Triple {
  const clipped = linear.map((c) => Math.min(1, Math.max(0, c))) as Triple;
  const xyz = through(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    clipped,
  );
  const [x, y, z] = [xyz[0] / 0.95047, xyz[1], xyz[2] / 1.08883].map((t) =>
    t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116,
  ) as Triple;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const degrees = (radians: number) => ((radians * 180) / Math.PI + 360) % 360;
const radians = (angle: number) => (angle * Math.PI) / 180;

/** CIEDE2000 of two CIELAB colours. */
function deltaE([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)));
  const [c1, c2] = [Math.hypot(a1 * (1 + g), b1), Math.hypot(a2 * (1 + g), b2)];
  const hue = (a: number, b: number) => (a === 0 && b === 0 ? 0 : degrees(Math.atan2(b, a * (1 + g))));
  const [h1, h2] = [hue(a1, b1), hue(a2, b2)];
  const apart = Math.abs(h1 - h2) > 180;
  const dh = c1 * c2 === 0 ? 0 : apart ? h2 - h1 + (h2 <= h1 ? 360 : -360) : h2 - h1;
  const hm = c1 * c2 === 0 ? h1 + h2 : apart ? (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2 : (h1 + h2) / 2;
  const [lm, cm] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const t =
    1 -
    0.17 * Math.cos(radians(hm - 30)) +
    0.24 * Math.cos(radians(2 * hm)) +
    0.32 * Math.cos(radians(3 * hm + 6)) -
    0.2 * Math.cos(radians(4 * hm - 63));
  const sl = 1 + (0.015 * (lm - 50) ** 2) / Math.sqrt(20 + (lm - 50) ** 2);
  const [sc, sh] = [1 + 0.045 * cm, 1 + 0.015 * cm * t];
  const turn =
    Math.sin(radians(60 * Math.exp(-(((hm - 275) / 25) ** 2)))) *
    2 *
    Math.sqrt(cm ** 7 / (cm ** 7 + 25 ** 7));
  const [dl, dc] = [(l2 - l1) / sl, (c2 - c1) / sc];
  const dH = (2 * Math.sqrt(c1 * c2) * Math.sin(radians(dh / 2))) / sh;
  return Math.sqrt(dl ** 2 + dc ** 2 + dH ** 2 - turn * dc * dH);
}

/** The contrast of two colours by WCAG 2. */
export function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [red, green, blue] = linearOf(hex);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** How far apart two colours are to the kind of eye that tells them apart worst, and which that is. */
export function leastDistance(a: string, b: string): { distance: number; vision: string } {
  const all = Object.entries(visions).map(([vision, matrix]) => {
    const seen = (hex: string) => labOf(through(matrix, linearOf(hex)));
    return { vision, distance: deltaE(seen(a), seen(b)) };
  });
  return all.reduce((worst, one) => (one.distance < worst.distance ? one : worst));
}
