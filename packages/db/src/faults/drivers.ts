import { sql as statement } from "drizzle-orm";
import postgres from "postgres";
import { openPostgres as openDatabase } from "../postgres.ts";
import { asOwner } from "../transaction.ts";

type Insert = (id: number, part: string) => Promise<unknown>;

/** What the scenes ask of a driver: rows of the table `written`, alone and in transactions. */
export interface Driver {
  insert: Insert;
  transaction(work: (insert: Insert) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** `pg` behind our own transaction function: what the product runs on. */
function openPg(url: string, connections: number): Driver {
  const database = openDatabase(url, { connections });
  const transaction = (work: (insert: Insert) => Promise<void>) =>
    asOwner(database, (tx) =>
      work((id, part) => tx.query(statement`insert into written (id, part) values (${id}, ${part})`)),
    );
  return {
    insert: (id, part) => transaction(async (insert) => void (await insert(id, part))),
    transaction,
    close: () => database.close(),
  };
}

/** `postgres` with its defaults and its own transaction function. */
function openPostgres(url: string, connections: number): Driver {
  const sql = postgres(url, { max: connections, onnotice: () => {} });
  return {
    insert: (id, part) => sql`insert into written (id, part) values (${id}, ${part})`,
    transaction: async (work) => {
      await sql.begin((own) =>
        work((id, part) => own`insert into written (id, part) values (${id}, ${part})`),
      );
    },
    close: () => sql.end({ timeout: 1 }),
  };
}

export const drivers = { pg: openPg, postgres: openPostgres };
export type DriverName = keyof typeof drivers;
