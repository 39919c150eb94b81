import { type AccessScope, type Role, usualScope } from "@termwise/core/access";
import { type Instant, instant, type MemberId } from "@termwise/core/kernel";
import { type Database, findWorkspace, randomText } from "@termwise/db";
import type { TestEngine } from "@termwise/db/testing";
import type { Gate } from "./auth/authenticate.ts";
import { openGate } from "./auth/gate.ts";
import { passwordCheck } from "./auth/passwords/password-check.ts";
import { passwordLane } from "./auth/passwords/password-lane.ts";
import type { Principal } from "./auth/principal.ts";
import { actorOf } from "./auth/principal.ts";
import type { Clock } from "./clock.ts";
import type { Edge } from "./edge/edge.ts";
import { trustedProxies } from "./edge/trusted-proxies.ts";
import { type House, type HouseOptions, houseOn } from "./house.ts";
import { createApp } from "./http/app.ts";
import { createLog } from "./log.ts";
import { appRouter } from "./router.ts";
import type { Termwise } from "./termwise.ts";

/** The edge of a server on this machine, without mail or an identity provider. */
export const localEdge: Edge = {
  publicUrl: null,
  local: true,
  isTrusted: trustedProxies(undefined),
  corsOrigins: new Set(),
  secrets: {
    signing: "a secret only tests know, 32 bytes long",
    believed: ["a secret only tests know, 32 bytes long"],
  },
  mail: null,
  oidc: null,
  // What a hash costs is told by the tests of the lane: all others would only wait for it.
  passwords: passwordLane({ cost: { log2N: 8, r: 8, p: 1 } }),
  checkPassword: passwordCheck(null),
  // How long an answer takes says nothing about whether it is right.
  answersWithin: 60_000,
};

/** An open store as tests use it: the oldest workspace, the API as a role, the server as a function. */
export interface Opened {
  readonly house: House;
  readonly gate: Gate;
  readonly edge: Edge;
  readonly termwise: Termwise;
  /** The API as whoever runs the command line: everything but pay. */
  readonly api: ReturnType<typeof appRouter.createCaller>;
  readonly app: ReturnType<typeof createApp>;
  /** Headers of a request by whoever runs the command line. */
  readonly operator: Record<string, string>;
  apiAs(who: Principal | null): ReturnType<typeof appRouter.createCaller>;
}

/** Opens a store for a test: the server's own parts on it, nothing pretended. Its demo company pays only where asked to. */
export async function opened(
  db: Database,
  options: HouseOptions & { edge?: Partial<Edge> } = {},
): Promise<Opened> {
  const { edge: changed, ...rest } = options;
  const house = await houseOn(db, { demoPay: false, ...rest });
  const [edge, log] = [{ ...localEdge, ...changed }, createLog("silent")];
  const gate = openGate({ house, edge, log });
  const apiAs = (who: Principal | null) =>
    appRouter.createCaller({
      gate,
      edge,
      who,
      log,
      requestId: "test",
      origin: "http://localhost:4700",
      // One caller makes many requests, each at its own time.
      acting: Object.defineProperty({ at: house.now(), actor: actorOf(who), requestId: "test" }, "at", {
        get: () => house.now(),
        enumerable: true,
      }),
    });
  return {
    house,
    gate,
    edge,
    termwise: await house.termwise(house.first),
    api: apiAs({ kind: "operator", workspaceId: house.first }),
    apiAs,
    app: createApp({ gate, edge, log, pages: "", draining: () => false }),
    operator: {
      host: "localhost:4700",
      authorization: `Bearer ${gate.operatorToken}`,
      "x-termwise-workspace": house.first,
    },
  };
}

/** When the demo company came into the stores of {@link openedDemo}. */
const demoCame = instant("2026-11-21T08:00:00Z");

/** As {@link opened}, on a store that the demo company came into that morning, without its pay. The clock must be later. */
export async function openedDemo(on: TestEngine, options: { clock: Clock }): Promise<Opened> {
  const db = await on.openFilled("the demo company", (empty) =>
    houseOn(empty, { demo: true, demoPay: false, clock: { now: () => demoCame } }),
  );
  return opened(db, options);
}

/** Somebody of a role, signed in to a workspace of which the store need not know them. */
export async function someoneAs(
  termwise: Termwise,
  role: Role,
  scope: AccessScope = usualScope[role],
): Promise<Principal> {
  const workspace = await termwise.read(findWorkspace);
  const id = `mem_${randomText()}` as MemberId;
  return {
    kind: "member",
    userId: `usr_${randomText()}`,
    sessionId: `ses_${randomText()}`,
    name: `Test ${role}`,
    email: `${role}@test.invalid`,
    secondFactor: false,
    membership: {
      demo: false,
      workspace,
      member: {
        id,
        workspaceId: workspace.id,
        userId: "",
        role,
        scope,
        title: null,
        knownAs: [],
        disabled: false,
        joinedAt: "2026-01-01T00:00:00.000Z" as Instant,
      },
    },
  };
}
