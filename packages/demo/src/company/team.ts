import type { AccessScope, Role } from "@termwise/core/access";
import { accountExecutives, accountManagers, departure, successManagers } from "./people.ts";

/** A person who works at the demo company and can be signed in as. `reportsTo` is another one's name. */
export interface DemoTeammate {
  readonly name: string;
  readonly role: Role;
  readonly scope: AccessScope;
  readonly title: string | null;
  readonly reportsTo: string | null;
}

const chief = "Helena Marchetti";
const leadOfSuccess = "Oskar Brandvold";

/** The people of the demo company: one of each role at least, and everybody who owns accounts today. */
export const demoTeam: readonly DemoTeammate[] = [
  { name: chief, role: "exec", scope: "all", title: "Chief Customer Officer", reportsTo: null },
  {
    name: leadOfSuccess,
    role: "cs_manager",
    scope: "team",
    title: "Head of Customer Success",
    reportsTo: chief,
  },
  ...successManagers
    .filter(({ name }) => name !== departure.name)
    .map(({ name }) => ({ name, role: "csm", scope: "own", title: null, reportsTo: leadOfSuccess }) as const),
  ...accountExecutives.map(
    (name) => ({ name, role: "ae", scope: "own", title: null, reportsTo: chief }) as const,
  ),
  ...accountManagers.map(
    (name) => ({ name, role: "am", scope: "own", title: null, reportsTo: chief }) as const,
  ),
  { name: "Yuki Tanabe-Ross", role: "cse", scope: "all", title: null, reportsTo: leadOfSuccess },
  { name: "Noor Haddad", role: "revops", scope: "all", title: null, reportsTo: chief },
  { name: "Liam Castellanos", role: "cs_ops", scope: "all", title: null, reportsTo: leadOfSuccess },
  { name: "Freya Nordahl", role: "product", scope: "all", title: "PM", reportsTo: null },
  { name: "Gideon Asante", role: "finance", scope: "all", title: null, reportsTo: null },
  { name: "Paula Szymanska", role: "comp_admin", scope: "all", title: null, reportsTo: null },
  { name: "Sam Okonkwo", role: "workspace_admin", scope: "all", title: null, reportsTo: null },
  { name: "Wanda Ferreira", role: "viewer", scope: "all", title: null, reportsTo: null },
];
