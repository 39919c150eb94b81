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
  readonly #byContract = new Map<string, Map<LineId, Candidate>>();

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
      const held = this.#byContract.get(at) ?? new Map<LineId, Candidate>();
      // What a batch says of a line wins over what was known of it; both are one line.
      if (!held.has(lineId)) held.set(lineId, { lineId, product: of.product, startsOn: of.startsOn });
      this.#byContract.set(at, held);
    }
  }

  /** The lines of a contract, those that start last first. */
  #linesOf(system: string, contract: string): Candidate[] {
    const lines = this.#byContract.get(`${system}\u0000${contract}`);
    return [...(lines?.values() ?? [])].sort((a, b) => (a.startsOn > b.startsOn ? -1 : 1));
  }

  /** The line a draft renews, `null` when it renews none. A line not yet known keeps its place for when it comes. */
  of({ draft, key }: KeyedLine, remarks: Remarks): LineId | null {
    const reference = draft.renewsReference;
    if (reference === null) return null;
    const own = lineIdOf(draft.system, key);
    const exact = lineIdOf(draft.system, reference);
    if (/^line_[0-9a-f]{20}$/.test(reference)) return LineId.parse(reference);
    if (draft.lineKey !== null && exact !== own && this.#ids.has(exact)) return exact;
    const ofContract = this.#linesOf(draft.system, reference).filter(({ lineId }) => lineId !== own);
    const [alike] = ofContract.filter(({ product }) => product === draft.content.product);
    if (alike) return alike.lineId;
    // Another product continues a contract only where both contracts are that one line; else it is an addition.
    const alone = draft.contractKey === null || this.#linesOf(draft.system, draft.contractKey).length === 1;
    if (ofContract.length > 0)
      return alone && ofContract.length === 1 ? (ofContract[0]?.lineId ?? null) : null;
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
