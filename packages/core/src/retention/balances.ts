import type { Movement } from "../ledger/index.ts";
import type { Convert } from "./rates.ts";

/** The ARR of an account in its currencies. */
export class Balances {
  readonly #held = new Map<string, Movement>();

  apply(movement: Movement): void {
    this.#held.set(movement.currency, movement);
  }

  in(convert: Convert): bigint {
    let sum = 0n;
    for (const movement of this.#held.values()) sum += convert(movement.balance, movement.currency);
    return sum;
  }

  active(): boolean {
    for (const movement of this.#held.values()) if (movement.balance > 0n) return true;
    return false;
  }
}
