import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../lib/trpc.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { SelectField } from "../../ui/select-field.tsx";

/** Whose pay the page is about, for those who read that of others. It clears what the address said of another person. */
export function PersonChoice({ person, clears }: { person: string | null; clears: readonly string[] }) {
  const { change } = useSearchState();
  const people = useQuery(trpc.comp.people.queryOptions()).data ?? [];
  const known = person === null || people.includes(person) ? people : [person, ...people];
  if (known.length < 2 && person !== null) return null;
  if (known.length === 0) return null;
  return (
    <div className="no-print -mb-6 w-52">
      <SelectField
        name="person"
        label="Person"
        value={person ?? ""}
        options={[
          ...(person === null ? [{ value: "", label: "Choose somebody" }] : []),
          ...known.map((one) => ({ value: one, label: one })),
        ]}
        onChange={(next) =>
          change({ ...Object.fromEntries(clears.map((key) => [key, undefined])), person: next || undefined })
        }
      />
    </div>
  );
}
