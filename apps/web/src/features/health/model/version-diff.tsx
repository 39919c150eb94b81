import { healthNumbers, type ModelNumber, modelNumbers } from "@termwise/core/facts";
import { useState } from "react";
import { DataTable } from "../../../ui/data-table.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { exitWords } from "../exit-words.ts";
import type { Models } from "../health.ts";

type Version = Models["versions"][number];

const keyOf = ({ id, version }: Version) => `${id} ${version}`;
const titleOf = ({ name, version }: Version) => `${name} v${version}`;

/** What two versions differ in: weights, from where each component is full, rules. */
export function VersionDiff({ models, of }: { models: Models; of: Version }) {
  const others = models.versions.filter((one) => keyOf(one) !== keyOf(of));
  const inForce = models.inForce.find(({ segment }) => segment === null)?.model;
  const usual = others.find((one) => inForce && keyOf(one) === `${inForce.id} ${inForce.version}`);
  const [against, setAgainst] = useState(keyOf(usual ?? others[0] ?? of));
  const other = models.versions.find((one) => keyOf(one) === against) ?? of;
  const rows = differences(models, other, of);
  return (
    <>
      <SelectField
        name="against"
        label="Compared with"
        value={against}
        options={others.map((one) => ({ value: keyOf(one), label: titleOf(one) }))}
        onChange={setAgainst}
      />
      {rows.length === 0 ? (
        <p className="mt-3 text-xs text-muted">They score alike.</p>
      ) : (
        <div className="mt-3">
          <DataTable
            caption={`${titleOf(of)} compared with ${titleOf(other)}`}
            rows={rows}
            rowKey={({ what }) => what}
            columns={[
              { key: "what", header: "What", cell: ({ what }) => what },
              { key: "other", header: titleOf(other), numeric: true, cell: ({ before }) => before },
              { key: "of", header: titleOf(of), numeric: true, cell: ({ after }) => after },
            ]}
          />
        </div>
      )}
    </>
  );
}

function differences(models: Models, before: Version, after: Version) {
  const weight = (of: Version, id: string) => {
    const part = of.parts.find(({ component }) => component === id);
    return part === undefined
      ? "—"
      : `${part.weight}${part.fullAt === 100 ? "" : `, full from ${part.fullAt} %`}`;
  };
  const ruled = (of: Version, rule: ModelNumber) =>
    of.rules[rule] === undefined ? `${models.policy[rule]}, by the term` : String(of.rules[rule]);
  const exit = (of: Version) =>
    of.rules.atRiskExit === undefined ? "By the term" : exitWords[of.rules.atRiskExit];
  const rows = [
    ...models.components.map(({ id, name }) => ({
      what: name,
      before: weight(before, id),
      after: weight(after, id),
    })),
    ...modelNumbers.map((rule) => ({
      what: healthNumbers[rule].label,
      before: ruled(before, rule),
      after: ruled(after, rule),
    })),
    { what: "At risk ends with", before: exit(before), after: exit(after) },
    { what: "Scores", before: before.segment ?? "Every segment", after: after.segment ?? "Every segment" },
  ];
  return rows.filter((row) => row.before !== row.after);
}
