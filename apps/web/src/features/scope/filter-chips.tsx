import { Lock, Plus, X } from "lucide-react";
import { dimensionNames, valueName } from "../../lib/dimension-names.ts";
import { dimensions } from "../../lib/search.ts";
import { listOf } from "../../lib/url.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { later } from "../../ui/later.tsx";
import { Popover } from "../../ui/popover.tsx";

const ValueChecks = later(async () => (await import("./filter-values.tsx")).ValueChecks);
const NewFilter = later(async () => (await import("./filter-values.tsx")).NewFilter);

/** The filters in force, each editable and removable, and a way to add one. */
export function FilterChips() {
  const { search } = useSearchState();
  const active = dimensions.filter((dimension) => search[`f.${dimension}`] !== undefined);
  return (
    <>
      <OwnAccounts />
      {active.map((dimension) => (
        <FilterChip key={dimension} dimension={dimension} />
      ))}
      <AddFilter />
    </>
  );
}

/** Whose accounts one sees, when it is not everybody's: every figure on the page is of these alone. */
function OwnAccounts() {
  const { sees } = useWorkspace();
  if (sees === "all") return null;
  return (
    <span
      title="Your role sees these accounts only; every figure on this page is of them."
      className="inline-flex h-[26px] flex-none items-center gap-1.5 rounded-control border border-line bg-sunken px-2 text-muted pointer-coarse:h-9"
    >
      <Lock size={12} strokeWidth={1.75} aria-hidden className="text-subtle" />
      <span>
        Accounts are <span className="font-medium text-fg">{sees === "own" ? "yours" : "your team's"}</span>
      </span>
    </span>
  );
}

function FilterChip({ dimension }: { dimension: string }) {
  const { search, change } = useSearchState();
  const key = `f.${dimension}`;
  const values = listOf(search[key]);
  const name = dimensionNames[dimension] ?? dimension;
  const shown = values.map((value) => valueName(value, dimension));
  const said = shown.length > 2 ? `${shown.length} values` : shown.join(" or ");
  return (
    <span className="inline-flex h-[26px] flex-none items-center rounded-control border border-line pr-0.5 pointer-coarse:h-9">
      <Popover
        label={`Filter by ${name}`}
        onOpen={ValueChecks.fetch}
        className="h-6! border-0 pr-1 font-normal text-muted"
        trigger={
          <span>
            {name} is <span className="font-medium text-fg">{said}</span>
          </span>
        }
      >
        <ValueChecks dimension={dimension} chosen={values} />
      </Popover>
      <button
        type="button"
        aria-label={`Remove filter ${name} is ${said}`}
        className="grid size-6 place-items-center rounded-control text-subtle hover:bg-hover hover:text-fg"
        onClick={() => change({ [key]: undefined, page: undefined })}
      >
        <X size={12} strokeWidth={1.75} aria-hidden />
      </button>
    </span>
  );
}

function AddFilter() {
  const { dimensions: offered } = useWorkspace();
  if (offered.every((one) => one.values.length === 0)) return null;
  return (
    <Popover
      label="Add a filter"
      shortcut="filter"
      onOpen={NewFilter.fetch}
      className="flex-none text-muted"
      trigger={
        <>
          <Plus size={14} strokeWidth={1.5} aria-hidden />
          Filter
        </>
      }
    >
      <NewFilter />
    </Popover>
  );
}
