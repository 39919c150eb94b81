/** What the name of a file tells: whose figures, which, by which definitions, of which period, as of which day. */
interface FileSays {
  readonly workspace: string;
  readonly name: string;
  readonly terms: readonly string[];
  readonly period: string | undefined;
  readonly day: string;
}

/** The name of a saved file, without its ending: `meridian_segments_nrr-grr_ttm-2026-09_2026-11-28`. */
export function fileName({ workspace, name, terms, period, day }: FileSays): string {
  const parts = [slug(workspace, 30), slug(name, 48), slug(terms.join(" "), 40), slug(period ?? "", 30), day];
  return parts.filter((part) => part !== "").join("_");
}

/** Small letters and digits of any script, hyphens between them. */
const slug = (text: string, most: number): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-/, "")
    .slice(0, most)
    .replace(/-$/, "");
