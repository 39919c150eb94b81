import { useQuery } from "@tanstack/react-query";
import { auditActions } from "@termwise/core/access";
import { X } from "lucide-react";
import { trpc } from "../../../lib/trpc.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { mayI } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { ChoiceMenu } from "../../../ui/choice-menu.tsx";
import { questionOf } from "./audit-address.ts";

const others = [
  { value: "operator", label: "Command line" },
  { value: "system", label: "Termwise" },
  { value: "nobody", label: "Not signed in" },
];

/** Who, what, and which days; each takes effect at once and begins at the newest page. */
export function AuditFilters() {
  const { search, change } = useSearchState();
  const { actor = "", action = "", subject, from = "", to = "" } = questionOf(search);
  const members = useQuery({ ...trpc.members.list.queryOptions(), enabled: mayI("members.list") });
  const people = (members.data ?? []).map(({ id, name }) => ({ value: id as string, label: name }));
  const known = [...people, ...others].some(({ value }) => value === actor);
  const set = (patch: Record<string, string>) =>
    change({
      ...Object.fromEntries(Object.entries(patch).map(([key, value]) => [key, value || undefined])),
      before: undefined,
    });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <ChoiceMenu
        label="By"
        value={actor}
        align="start"
        choices={[
          { value: "", label: "Everybody" },
          ...(known || actor === "" ? [] : [{ value: actor, label: actor }]),
          ...people,
          ...others,
        ]}
        onChange={(next) => set({ actor: next })}
      />
      <ChoiceMenu
        label="Action"
        value={action}
        align="start"
        choices={[
          { value: "", label: "Every action" },
          ...Object.entries(auditActions).map(([value, label]) => ({ value, label })),
        ]}
        onChange={(next) => set({ action: next })}
      />
      {subject !== undefined && (
        <Button aria-label="Show entries about everything" onClick={() => set({ subject: "" })}>
          <span className="text-subtle">Of</span>
          <span className="max-w-40 truncate">
            {people.find(({ value }) => value === subject)?.label ?? subject}
          </span>
          <X size={14} strokeWidth={1.5} aria-hidden className="text-subtle" />
        </Button>
      )}
      <DayField label="From" value={from} max={to} onChange={(next) => set({ from: next })} />
      <DayField label="To" value={to} min={from} onChange={(next) => set({ to: next })} />
    </div>
  );
}

interface DayFieldProps {
  label: string;
  value: string;
  min?: string;
  max?: string;
  onChange: (value: string) => void;
}

function DayField({ label, value, min, max, onChange }: DayFieldProps) {
  return (
    <label className="flex items-center gap-2 text-xs text-subtle">
      {label}
      <input
        type="date"
        value={value}
        min={min || undefined}
        max={max || undefined}
        onChange={(event) => onChange(event.target.value)}
        className="num h-7 w-[118px] rounded-control border border-input bg-surface px-1.5 text-xs text-fg pointer-coarse:h-9"
      />
    </label>
  );
}
