import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../../lib/trpc.ts";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextAreaField } from "../../../ui/text-area-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { type SetReview, triggerOptions, useReviewActions } from "./reviews.ts";

/** Which form about a set of terms is open. */
export type ReviewForm = "reviewed" | "report" | "people";

const titles = {
  reviewed: "All terms of the set were reviewed",
  report: "Something calls definitions into question",
  people: "Who looks after the set",
} as const;

/** The forms about a set of terms: that it was reviewed, what calls for a review, who looks after it and signs. */
export function ReviewDialog({
  set,
  form,
  onClose,
}: {
  set: SetReview;
  form: ReviewForm | null;
  onClose: () => void;
}) {
  return (
    <Dialog open={form !== null} onClose={onClose} title={form ? titles[form] : ""} note={set.name}>
      {form === "reviewed" && <Reviewed set={set} onClose={onClose} />}
      {form === "report" && <Report set={set} onClose={onClose} />}
      {form === "people" && <People set={set} onClose={onClose} />}
    </Dialog>
  );
}

interface Props {
  set: SetReview;
  onClose: () => void;
}

function Reviewed({ set, onClose }: Props) {
  const { review } = useReviewActions();
  const form = useForm({
    start: { note: "" },
    send: async ({ note }) => {
      await review.mutateAsync({ set: set.set, note: note.trim() === "" ? null : note });
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label={titles.reviewed}>
      <TextAreaField {...form.field("note")} label="What came out of it" optional maxLength={1000} />
      <Ending form={form} verb="Reviewed today" onClose={onClose} />
    </Form>
  );
}

function Report({ set, onClose }: Props) {
  const { report } = useReviewActions();
  const form = useForm<{ trigger: (typeof triggerOptions)[number]["value"]; note: string }>({
    start: { trigger: "product_line", note: "" },
    check: ({ note }) => ({ note: note.trim() === "" ? "Say what happened." : undefined }),
    send: async ({ trigger, note }) => {
      await report.mutateAsync({ set: set.set, trigger, note });
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label={titles.report}>
      <SelectField
        {...form.field("trigger")}
        label="What happened"
        options={triggerOptions}
        hint="A review is due within 30 days of it."
      />
      <TextAreaField {...form.field("note")} label="In your words" maxLength={1000} />
      <Ending form={form} verb="Report it" onClose={onClose} />
    </Form>
  );
}

const nobody = "";

function People({ set, onClose }: Props) {
  const { setSet } = useReviewActions();
  const { data: members = [] } = useQuery(trpc.members.list.queryOptions());
  const people = members
    .filter(({ disabled }) => !disabled)
    .map(({ id, name }) => ({ value: id as string, label: name }));
  const signer = (team: string) => set.teams.find((one) => one.team === team)?.approvers[0]?.member ?? nobody;
  const teams = set.teams.filter(({ team }) => team !== "finance");
  const form = useForm<Record<string, string>>({
    start: {
      owner: set.owner?.member ?? nobody,
      ...Object.fromEntries(teams.map(({ team }) => [team, signer(team)])),
      finance: set.financeSigns ? "yes" : "",
      financeSigner: signer("finance"),
      minutes: String(set.minutes),
      reviewMonths: String(set.reviewMonths),
    },
    check: ({ minutes, reviewMonths }) => ({
      minutes: whole(minutes, 10, 240),
      reviewMonths: whole(reviewMonths, 1, 12),
    }),
    send: async (values) => {
      const named = [...teams.map(({ team }) => [team, values[team]]), ["finance", values["financeSigner"]]];
      await setSet.mutateAsync({
        set: set.set,
        owner: values["owner"] === nobody ? null : values["owner"],
        approvers: named.flatMap(([team, member]) => (member ? [{ team, member }] : [])),
        financeSigns: values["finance"] === "yes",
        minutes: Number(values["minutes"]),
        reviewMonths: Number(values["reviewMonths"]),
      } as Parameters<typeof setSet.mutateAsync>[0]);
      onClose();
      return undefined;
    },
  });
  const field = (name: string) => {
    const { value = "", ...rest } = form.field(name);
    return { ...rest, value };
  };
  return (
    <Form form={form} label={titles.people}>
      <SelectField
        {...field("owner")}
        label="Owner"
        options={[{ value: nobody, label: "Nobody named" }, ...people]}
      />
      {teams.map(({ team, name }) => (
        <SelectField
          key={team}
          {...field(team)}
          label={`Signs for ${name}`}
          options={[{ value: nobody, label: "Whoever's role speaks for the team" }, ...people]}
        />
      ))}
      <Checkbox
        label="Finance signs what money is counted by, too"
        checked={form.values["finance"] === "yes"}
        onChange={(checked) => form.set({ finance: checked ? "yes" : "" })}
      />
      {form.values["finance"] === "yes" && (
        <SelectField
          {...field("financeSigner")}
          label="Signs for Finance"
          options={[{ value: nobody, label: "Whoever's role speaks for the team" }, ...people]}
        />
      )}
      <div className="grid grid-cols-2 gap-x-3">
        <TextField
          {...field("minutes")}
          label="Minutes of a session"
          inputMode="numeric"
          autoComplete="off"
        />
        <TextField
          {...field("reviewMonths")}
          label="Months to the next review"
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
      <Ending form={form} verb="Save" onClose={onClose} />
    </Form>
  );
}

function whole(typed = "", min: number, max: number): string | undefined {
  const fits = /^\d+$/.test(typed) && Number(typed) >= min && Number(typed) <= max;
  return fits ? undefined : `A whole number from ${min} to ${max}.`;
}

function Ending({
  form,
  verb,
  onClose,
}: {
  form: { message: string | null; busy: boolean };
  verb: string;
  onClose: () => void;
}) {
  return (
    <>
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>{verb}</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </>
  );
}
