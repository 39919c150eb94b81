/**
 * A number as somebody types it, as a plain decimal: blanks and apostrophes between thousands, a comma or a point before
 * the decimals. Null: it is none, or reads two ways.
 */
export function decimalOf(text: string): string | null {
  const bare = text
    .trim()
    .replace(/\s*%$/, "")
    .replaceAll(/[\s'’]/g, "")
    .replace("\u2212", "-");
  const [dots, commas] = [bare.split(".").length - 1, bare.split(",").length - 1];
  const decimal =
    dots > 0 && commas > 0
      ? bare.lastIndexOf(".") > bare.lastIndexOf(",")
        ? "."
        : ","
      : dots > 1
        ? ","
        : commas > 1 || /^-?[1-9]\d{0,2},\d{3}$/.test(bare)
          ? "."
          : commas === 1
            ? ","
            : ".";
  const plain = bare.replaceAll(decimal === "." ? "," : ".", "").replace(",", ".");
  return /^-?\d{1,15}(\.\d{1,12})?$/.test(plain) ? plain : null;
}

/** Moves the point of a plain decimal by some places: to the left where they are negative. Exact, as text. */
function shifted(decimal: string, places: number): string {
  const sign = decimal.startsWith("-") ? "-" : "";
  const [whole = "", part = ""] = decimal.replace("-", "").split(".");
  const digits = `${whole}${part}`.padStart(Math.max(1, part.length - places + 1), "0");
  const at = digits.length - (part.length - places);
  const padded = digits.padEnd(Math.max(at, digits.length), "0");
  const [left, right] = [padded.slice(0, at) || "0", padded.slice(at)];
  return `${sign}${left.replace(/^0+(?=\d)/, "")}${right === "" ? "" : `.${right}`}`;
}

/** A percentage as somebody types it (`104.2`), as a share with as many places as it says (`1.042`); at most six. */
export function shareOf(text: string): string | null {
  const decimal = decimalOf(text);
  if (decimal === null) return null;
  const share = shifted(decimal, -2);
  return (share.split(".")[1]?.length ?? 0) > 6 ? null : share;
}

/** An amount in major units as whole minor units of its currency; what is finer is cut off. */
export function minorText(decimal: string, currency: string): string {
  const digits =
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return shifted(decimal, digits).split(".")[0] ?? "0";
}
