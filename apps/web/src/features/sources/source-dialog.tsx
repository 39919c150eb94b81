import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { bringNames, kindNames, type Source, useSourceActions } from "./sources.ts";

interface Props {
  /** The source that is changed, "new" for another; null: neither. */
  editing: Source | "new" | null;
  onClose: () => void;
}

/** A source is set up or changed. Where a warehouse is, and what is asked of it, is for the command line alone. */
export function SourceDialog({ editing, onClose }: Props) {
  const source = editing === "new" ? null : editing;
  return (
    <Dialog
      open={editing !== null}
      onClose={onClose}
      title={source ? "Change a source" : "Set a source up"}
      note="A named way in for data: its runs, how old its data is and what went wrong stand under this name."
      wide
    >
      {editing && <SourceForm key={source?.id ?? "new"} source={source} onClose={onClose} />}
    </Dialog>
  );
}

type Brings = Source["brings"][number];
const bringable = Object.keys(bringNames) as Brings[];
const units = { minutes: 1, hours: 60, days: 1440 } as const;
type Unit = keyof typeof units;

interface Typed {
  name: string;
  system: string;
  kind: Source["kind"];
  brings: readonly Brings[];
  every: string;
  unit: Unit;
  owner: string;
  mapping: string;
}

function typedOf(source: Source | null): Typed {
  const minutes = source?.expectedMinutes ?? null;
  const unit: Unit =
    minutes === null || minutes % 60 !== 0 ? "minutes" : minutes % 1440 === 0 ? "days" : "hours";
  return {
    name: source?.name ?? "",
    system: source?.system ?? "",
    kind: source?.kind ?? "api",
    brings: source?.brings ?? [],
    every: minutes === null ? "" : String(minutes / units[unit]),
    unit: minutes === null ? "hours" : unit,
    owner: source?.owner ?? "",
    mapping: source?.mapping?.id ?? "",
  };
}

function SourceForm({ source, onClose }: { source: Source | null; onClose: () => void }) {
  const { save } = useSourceActions();
  const mappings = useQuery({ ...trpc.imports.mappings.queryOptions(), enabled: mayI("imports.mappings") });
  const form = useForm<Typed>({
    start: typedOf(source),
    check: ({ name, system, every }) => ({
      name: name.trim() === "" ? "Give it a name." : undefined,
      system: system.trim() === "" ? "Name the system its data is of." : undefined,
      every:
        every !== "" && !/^[1-9]\d{0,4}$/.test(every)
          ? "Enter a whole number, or leave it empty."
          : undefined,
    }),
    send: async ({ every, unit, owner, mapping, brings, ...rest }) => {
      await save.mutateAsync({
        ...(source && { id: source.id }),
        ...rest,
        brings: [...brings],
        expectedMinutes: every === "" ? null : Number(every) * units[unit],
        owner: owner.trim() || null,
        mapping: mapping || null,
      });
      onClose();
      return undefined;
    },
  });
  const { brings } = form.values;
  return (
    <Form form={form} label="Source">
      <div className="grid gap-x-3 sm:grid-cols-2">
        <TextField {...form.field("name")} label="Name" maxLength={60} autoComplete="off" />
        <TextField
          {...form.field("system")}
          label="System"
          hint="As people call it: CRM, Billing"
          maxLength={60}
          autoComplete="off"
        />
        {!source && (
          <SelectField
            {...form.field("kind")}
            label="How it comes"
            options={(["api", "folder"] as const).map((value) => ({ value, label: kindNames[value] }))}
            hint="A warehouse is set up with termwise sync"
          />
        )}
        <SelectField
          {...form.field("mapping")}
          label="Mapping"
          optional
          options={[
            {
              value: "",
              label:
                source?.mapping && source.mapping.id === null ? "Of the operator" : "By the headers alone",
            },
            ...(mappings.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-x-2">
          <TextField
            {...form.field("every")}
            label="Expected every"
            optional
            inputMode="numeric"
            autoComplete="off"
            hint="Later than that is late"
          />
          <SelectField
            {...form.field("unit")}
            label="Unit"
            options={(Object.keys(units) as Unit[]).map((value) => ({ value, label: value }))}
          />
        </div>
        <TextField
          {...form.field("owner")}
          label="Owner"
          optional
          maxLength={200}
          autoComplete="off"
          hint="Who looks after it"
        />
      </div>
      <fieldset className="mb-3">
        <legend className="mb-1 text-xs font-medium">
          What it brings <span className="ml-1.5 font-normal text-subtle">nothing marked: anything</span>
        </legend>
        <div className="grid gap-x-3 sm:grid-cols-3">
          {bringable.map((one) => (
            <Checkbox
              key={one}
              label={bringNames[one]}
              checked={brings.includes(one)}
              onChange={(checked) =>
                form.set({ brings: checked ? [...brings, one] : brings.filter((other) => other !== one) })
              }
            />
          ))}
        </div>
      </fieldset>
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Save</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
