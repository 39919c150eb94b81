import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { instantOf } from "../../lib/moments.ts";
import { type Inputs, type Outputs, trpc } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { Actions } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { MultiChoice } from "../../ui/multi-choice.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { Failed, Skeleton } from "../../ui/states.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { PlanTerms } from "./plan-terms.tsx";
import { minutesText } from "./session-clock.ts";

type Draft = Outputs["sessions"]["draft"];
type Plan = Inputs["sessions"]["plan"];
type Asked = Inputs["sessions"]["draft"];

interface Props {
  set: Draft["set"];
  onSet: (set: Draft["set"]) => void;
  onCancel: () => void;
}

const sets = [
  { value: "sales_cs", label: "Sales and CS" },
  { value: "cs_product", label: "CS and Product" },
] as const;

/** Plans a discovery session: which teams, which terms in which order, who takes part, how long. */
export function PlanForm({ set, onSet, onCancel }: Props) {
  const [asked, setAsked] = useState<Omit<Asked, "set">>({ scope: "short", order: "first_section" });
  const draft = useQuery({
    ...trpc.sessions.draft.queryOptions({ set, ...asked }),
    placeholderData: keepPreviousData,
  });
  return (
    <section className="card px-4 py-3" aria-labelledby="plan-title">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <div>
          <h2 id="plan-title" className="text-sm font-semibold">
            Plan a discovery session
          </h2>
          <p className="max-w-[72ch] text-2xs text-subtle">
            It finds out which terms are written down and agreed. It writes none.
          </p>
        </div>
        <Segmented label="Teams" value={set} options={sets} onChange={onSet} />
      </div>
      {draft.data ? (
        <Planning key={set} draft={draft.data} asked={asked} onAsk={setAsked} onCancel={onCancel} />
      ) : draft.isError ? (
        <Failed what="The plan" error={draft.error} onRetry={() => void draft.refetch()} />
      ) : (
        <Skeleton className="h-96" />
      )}
    </section>
  );
}

interface PlanningProps {
  draft: Draft;
  asked: Omit<Asked, "set">;
  onAsk: (asked: Omit<Asked, "set">) => void;
  onCancel: () => void;
}

function Planning({ draft, asked, onAsk, onCancel }: PlanningProps) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const plan = useMutation(trpc.sessions.plan.mutationOptions());
  const [left, setLeft] = useState<readonly string[]>([]);
  const [people, setPeople] = useState<Record<string, string[]>>({});
  const terms = draft.terms.filter(({ id }) => !left.includes(id));
  const form = useForm({
    start: {
      title: `${draft.setName}: discovery`,
      minutes: String(draft.minutes),
      owner: draft.owner ?? "",
      startsAt: "",
    },
    check: ({ title, minutes }) => ({
      title: title.trim() === "" ? "Give it a title." : undefined,
      minutes: minutesFault(minutes),
    }),
    send: async ({ title, minutes, owner, startsAt }) => {
      if (terms.length === 0) return { message: "Choose at least one term." };
      const { id } = await plan.mutateAsync({
        kind: "discovery",
        set: draft.set,
        title: title.trim(),
        terms: terms.map((term) => term.id),
        minutes: Number(minutes),
        owner: owner === "" ? null : owner,
        startsAt: startsAt === "" ? null : instantOf(startsAt),
        participants: draft.teams.map(({ team }) => ({ team, members: people[team] ?? [] })),
      } as Plan);
      await queries.invalidateQueries({ queryKey: trpc.sessions.pathKey() });
      await navigate({ to: "/glossary/sessions/$id", params: { id } });
      return undefined;
    },
  });
  const minutes = Number(form.values.minutes);
  return (
    <Form form={form} label="Plan a session" className="grid gap-x-8 gap-y-2 @[60rem]/page:grid-cols-2">
      <div>
        <TextField {...form.field("title")} label="Title" maxLength={200} />
        <div className="grid gap-x-3 sm:grid-cols-2">
          <SelectField
            name="scope"
            label="Terms"
            value={asked.scope ?? "short"}
            options={[
              {
                value: "short",
                label: `Short path: the ${draft.set === "sales_cs" ? "10" : "6"} most cited`,
              },
              { value: "all", label: "All of the set" },
              { value: "changed", label: "Changed since the last session" },
              ...(draft.set === "sales_cs"
                ? [{ value: "least" as const, label: "The least to agree on: three terms" }]
                : []),
            ]}
            onChange={(scope) => {
              setLeft([]);
              onAsk({ ...asked, scope });
            }}
          />
          <SelectField
            name="order"
            label="Order"
            value={asked.order ?? "first_section"}
            options={[
              { value: "first_section", label: `${draft.firstSection} first` },
              { value: "name", label: "By name" },
            ]}
            onChange={(order) => onAsk({ ...asked, order })}
          />
          <TextField {...form.field("minutes")} label="Minutes" inputMode="numeric" autoComplete="off" />
          <TextField
            {...form.field("startsAt")}
            type="datetime-local"
            label="When"
            optional
            hint="Left empty: whenever somebody starts it."
          />
        </div>
        <SelectField
          {...form.field("owner")}
          label="Owner"
          options={[
            { value: "", label: "Nobody" },
            ...draft.people.map(({ id, name }) => ({ value: id as string, label: name })),
          ]}
        />
        <div className="grid gap-x-6 sm:grid-cols-2">
          {draft.teams.map(({ team, name }) => (
            <MultiChoice
              key={team}
              label={`From ${name}`}
              value={people[team] ?? []}
              options={draft.people
                .filter((person) => person.team === team)
                .map((person) => ({ value: person.id as string, label: person.name }))}
              onChange={(members) => setPeople((was) => ({ ...was, [team]: members }))}
            />
          ))}
        </div>
      </div>
      <div className="flex min-w-0 flex-col gap-2">
        <PlanTerms
          draft={draft}
          kept={terms.length}
          left={left}
          seconds={
            minutesFault(form.values.minutes) === undefined ? secondsEach(draft, minutes, terms.length) : null
          }
          onLeft={setLeft}
        />
        <FormMessage text={form.message} />
        <Actions>
          <Submit busy={form.busy}>Plan it</Submit>
          <Button size="large" onClick={onCancel}>
            Cancel
          </Button>
        </Actions>
      </div>
    </Form>
  );
}

const minutesFault = (text: string): string | undefined =>
  /^\d{1,3}$/.test(text) && Number(text) >= 10 && Number(text) <= 240
    ? undefined
    : "A whole number from 10 to 240.";

/** What each term would have: the rule of the server, shown while one types. */
function secondsEach({ opening, closing }: Draft, minutes: number, terms: number): string | null {
  const left = minutes - opening - closing;
  return terms === 0 || left <= 0 ? null : minutesText(Math.floor((left * 60) / terms));
}
