import { randomText } from "@termwise/db";
import type { Edge } from "../edge/edge.ts";
import type { House } from "../house.ts";
import type { Log } from "../log.ts";
import type { Gate } from "./authenticate.ts";
import { signInLibrary } from "./library.ts";

/** The gate of an open store. The command line shows the token of the data folder's lock, or this process's own. */
export function openGate({ house, edge, log }: { house: House; edge: Edge; log: Log }): Gate {
  return {
    house,
    edge,
    library: signInLibrary({ house, edge, log }),
    operatorToken: house.db.lock?.token ?? randomText(43),
  };
}
