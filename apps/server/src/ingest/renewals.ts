import type { ContractLine } from "@termwise/core/facts";
import { LineId } from "@termwise/core/kernel";
import { lineIdOf } from "./keys.ts";
import type { KeyedLine } from "./line-keys.ts";
import type { Remarks } from "./remarks.ts";

interface Candidate {
  readonly lineId: LineId;
  readonly product: string;
  readonly startsOn: string;
}

/** Finds the line a row says it renews: by line id, or among the lines of a contract the one of the same product. */
export class Renewals {
  readonly #ids = new Set<string>();
  readonly #byContract = new Map<string, Candidate[]>();

  constructor(keyed: readonly KeyedLine[], known: Iterable<ContractLine>) {
    for (const { draft, key } of keyed) {
      this.#add(draft.system, key, draft.contractKey, lineIdOf(draft.system, key), draft.content);
    }
    for (const line of known) this.#add(line.source.system, line.source.key, null, line.lineId, line);
  }

  #add(
    system: string,
    key: string,
    contract: string | null,
    lineId: LineId,
    of: { product: string; startsOn: string },
  ): void {
    this.#ids.add(lineId);
    for (const name of new Set([contract, key.split("|")[0] ?? key])) {
      if (name === null) continue;
      const at = `${system}\u0000${name}`;
      const held = this.#byContract.get(at) ?? [];
      held.push({ lineId, product: of.product, startsOn: of.startsOn });
      this.#byContract.set(at, held);
    }
  }

  /** The line a draft renews, `null` when it renews none. A line not yet known keeps its place for when it comes. */
  of({ draft, key }: KeyedLine, remarks: Remarks): LineId | null {
    const reference = draft.renewsReference;
    if (reference === null) return null;
    const own = lineIdOf(draft.system, key);
    const exact = lineIdOf(draft.system, reference);
    if (/^line_[0-9a-f]{20}$/.test(reference)) return LineId.parse(reference);
    if (draft.lineKey !== null && exact !== own && this.#ids.has(exact)) return exact;
    const ofContract = (this.#byContract.get(`${draft.system}\u0000${reference}`) ?? [])
      .filter(({ lineId }) => lineId !== own)
      .sort((a, b) => (a.startsOn > b.startsOn ? -1 : 1));
    const before = ofContract.filter(({ startsOn }) => startsOn < draft.content.startsOn);
    const renewed =
      before.find(({ product }) => product === draft.content.product) ?? before[0] ?? ofContract[0];
    if (renewed) return renewed.lineId;
    const { row } = draft;
    if (exact === own) {
      row.refuse(
        "E_VALUE",
        "renews",
        reference,
        "The line renews itself.",
        "Name the line it continues, or leave the cell empty.",
      );
      return null;
    }
    if (!this.#ids.has(exact))
      remarks.say(
        row.file.name,
        row.line,
        row.reader.header("renews"),
        "W_REF_UNKNOWN",
        `The renewed line "${reference}" is not known; the link takes effect when it is imported.`,
        "renews",
      );
    return exact;
  }
}
