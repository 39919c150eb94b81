// The customers of a company of which somebody sees some.

/** What stands in everything of the accounts that are not seen. */
export const hidden = "zorillahidden";
/** Whose accounts they are that one sees. */
export const ownCsm = "Olive Own";
/** Whose accounts the manager of a team sees beside their own. */
export const teamCsm = "Tess Team";

/** A customer of a company of which somebody sees some. */
export interface Customer {
  readonly key: string;
  readonly name: string;
  readonly csm: string;
}

/** The accounts of one. */
export const seen: readonly Customer[] = [
  { key: "A1", name: "Alder", csm: ownCsm },
  { key: "A2", name: "Birch", csm: ownCsm },
];
/** Those of one's team. */
export const ofTeam: readonly Customer[] = [{ key: "A3", name: "Cedar", csm: teamCsm }];
/** Those of others. */
export const unseen: readonly Customer[] = [
  { key: `${hidden}4`, name: `${hidden} Four`, csm: `${hidden} Person` },
  { key: `${hidden}5`, name: `${hidden} Five`, csm: "" },
  { key: `${hidden}6`, name: `${hidden} Six`, csm: `${ownCsm} ${hidden}` },
];
