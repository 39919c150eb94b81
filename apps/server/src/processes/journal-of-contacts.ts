// Clients that add contacts as fast as they are answered, and a journal of what they were told: the oracle of tests that
// break things meanwhile. The journal is a file outside the product, on the disk before the next thing is sent.
import { closeSync, fsyncSync, mkdtempSync, openSync, readFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asOwner, connect, type Place } from "@termwise/db";
import { type Serving, shown } from "./testing.ts";

/** Clients at work, and what they were told so far. */
export interface Writing {
  /** How many were acknowledged so far. */
  acknowledged(): number;
  /** How many answers of each status; 0: none came. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Milliseconds of the answer that took longest. */
  slowest(): number;
  /** Lets them finish what they wait for. */
  end(): Promise<void>;
  /** What the journal says was acknowledged. */
  journal(): Set<string>;
}

/** Lets clients add contacts to an account of a server; `server` is asked anew each time, as a proxy would be. */
export function writing(server: () => Serving, accountId: string, clients: number): Writing {
  const path = join(mkdtempSync(join(tmpdir(), "termwise-journal-")), "acknowledged");
  const file = openSync(path, "w");
  const statuses = new Map<number, number>();
  let [over, count, slowest, next] = [false, 0, 0, 0];
  const prefix = path.split("-").at(-1);
  const client = async (): Promise<void> => {
    while (!over) {
      const [name, began] = [`${prefix} ${next++}`, performance.now()];
      const status = await add(server(), accountId, name);
      slowest = Math.max(slowest, performance.now() - began);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status === 200) {
        writeSync(file, `${name}\n`);
        fsyncSync(file);
        count++;
      } else await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const work = Promise.all(Array.from({ length: clients }, client));
  let ended: Promise<void> | null = null;
  return {
    acknowledged: () => count,
    statuses,
    slowest: () => slowest,
    end: () => {
      over = true;
      ended ??= work.then(() => closeSync(file));
      return ended;
    },
    journal: () => new Set(readFileSync(path, "utf8").split("\n").filter(Boolean)),
  };
}

async function add(server: Serving, accountId: string, name: string): Promise<number> {
  try {
    const response = await fetch(`${server.address}/api/trpc/contacts.add`, {
      method: "POST",
      headers: { ...(await shown(server)), "content-type": "application/json" },
      body: JSON.stringify({ accountId, name }),
      signal: AbortSignal.timeout(75_000),
    });
    await response.text();
    return response.status;
  } catch {
    return 0;
  }
}

/** The store held against a journal: all zeros and true when nothing was lost, doubled or torn. */
export async function heldAgainst(place: Place, journal: ReadonlySet<string>) {
  const db = await connect(place);
  try {
    return await asOwner(db, async (tx) => {
      const contacts = (await tx.run("select id, name from people.contact", [], "objects")) as {
        id: string;
        name: string;
      }[];
      const told = (await tx.run(
        "select subject_id as id from audit.entry where action = 'contact_added'",
        [],
        "objects",
      )) as { id: string }[];
      const [names, ids] = [contacts.map(({ name }) => name), new Set(contacts.map(({ id }) => id))];
      const held = new Set(names);
      return {
        stored: contacts.length,
        lost: [...journal].filter((name) => !held.has(name)).length,
        twice: names.length - held.size,
        // A contact and what the audit log tells of it are one transaction.
        torn: told.filter(({ id }) => !ids.has(id)).length + Math.abs(told.length - contacts.length),
      };
    });
  } finally {
    await db.close();
  }
}
