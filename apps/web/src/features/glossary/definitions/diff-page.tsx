import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { dayText } from "../../../lib/format.ts";
import { trpc } from "../../../lib/trpc.ts";
import { Page } from "../../../ui/page.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { Card } from "../term-parts.tsx";
import { ChangeView } from "./change-view.tsx";
import type { Definition, Version } from "./definition.ts";
import { Impact } from "./impact.tsx";

interface Asked {
  term: string;
  from: number | undefined;
  to: number | undefined;
}

/** Two versions of a definition side by side: words, parameters, and what the difference moves. */
export function DiffPage({ term, from, to }: Asked) {
  const named = useQuery(trpc.glossary.term.queryOptions({ id: term }));
  const query = useQuery(trpc.definitions.ofTerm.queryOptions({ termId: term }));
  const name = named.data?.name ?? "Term";
  return (
    <Page
      title={`Versions of ${name}`}
      crumbs={[
        { label: "Glossary", to: "/glossary" },
        { label: name, to: `/glossary/${term}` },
      ]}
    >
      <Loaded query={query} what="The versions" skeleton={<Skeleton className="h-96" />}>
        {(definition) => <Compared definition={definition} from={from} to={to} />}
      </Loaded>
    </Page>
  );
}

function Compared({ definition, from, to }: { definition: Definition } & Omit<Asked, "term">) {
  const navigate = useNavigate();
  const { versions, termId, parameters } = definition;
  const find = (version: number | undefined, usual: Version | undefined) =>
    versions.find((one) => one.version === version) ?? usual;
  const after = find(to, versions.at(-1));
  const before = find(
    from,
    versions.find(({ version }) => version === (after?.version ?? 1) - 1) ?? versions[0],
  );
  if (!before || !after) return null;
  const choose = (search: { from: number; to: number }) =>
    void navigate({ to: "/glossary/$term/diff", params: { term: termId }, search, replace: true });
  const options = versions.map(({ version, on }) => ({
    value: String(version),
    label: `v${version}, from ${dayText(on)}`,
  }));
  const changed = Object.fromEntries(
    Object.entries(after.parameters).filter(([name, value]) => before.parameters[name] !== value),
  );
  const against = Object.fromEntries(Object.entries(before.parameters).filter(([name]) => name in changed));
  return (
    <>
      <div className="grid max-w-xl grid-cols-2 gap-3">
        <SelectField
          name="from"
          label="From"
          value={String(before.version)}
          options={options}
          onChange={(value) => choose({ from: Number(value), to: after.version })}
        />
        <SelectField
          name="to"
          label="To"
          value={String(after.version)}
          options={options}
          onChange={(value) => choose({ from: before.version, to: Number(value) })}
        />
      </div>
      <Card title="What changed">
        <ChangeView before={before} after={after} parameters={parameters} />
      </Card>
      <Card title="What the difference moves, counted on today's facts">
        <Impact
          termId={termId}
          parameters={changed}
          against={against}
          sides={[`v${before.version}`, `v${after.version}`]}
        />
      </Card>
    </>
  );
}
