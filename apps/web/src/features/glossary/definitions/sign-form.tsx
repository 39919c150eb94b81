import { useWho } from "../../../lib/who.ts";
import { Actions } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextAreaField } from "../../../ui/text-area-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { type Proposal, useDefinitionActions } from "./definition.ts";

const decisions = [
  { value: "approve", label: "Agree" },
  { value: "ask", label: "Ask something first" },
  { value: "reject", label: "Reject for good" },
] as const;
type Decision = (typeof decisions)[number]["value"];

interface Props {
  proposal: Proposal;
  /** The teams one may sign for that are asked. */
  teams: Proposal["teams"];
}

/** One's team's word on a proposal, under one's typed name: a spoken yes does not count. */
export function SignForm({ proposal, teams }: Props) {
  const { name } = useWho().user;
  const { sign } = useDefinitionActions();
  const [first] = teams;
  const form = useForm<{ team: string; decision: Decision; typedName: string; comment: string }>({
    start: { team: first?.team ?? "", decision: "approve", typedName: "", comment: "" },
    check: ({ typedName, decision, comment }) => ({
      typedName: typedName.trim() === "" ? `Type your name: ${name}.` : undefined,
      comment:
        decision !== "approve" && comment.trim() === ""
          ? decision === "ask"
            ? "Say what you ask."
            : "Say why, so that another proposal can be agreed on."
          : undefined,
    }),
    send: async ({ team, decision, typedName, comment }) => {
      const chosen = teams.find((one) => one.team === team);
      if (!chosen) return { fields: { team: "Choose a team." } };
      await sign.mutateAsync({
        proposal: proposal.entryId,
        team: chosen.team,
        decision,
        typedName,
        comment: comment.trim() === "" ? null : comment,
      });
      form.reset();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Your team's word">
      <div className="grid gap-x-3 sm:grid-cols-2">
        {teams.length > 1 && (
          <SelectField
            {...form.field("team")}
            label="For"
            options={teams.map(({ team, name: label }) => ({ value: team as string, label }))}
          />
        )}
        <SelectField
          {...form.field("decision")}
          label={teams.length > 1 ? "Decision" : `The word of ${first?.name}`}
          options={decisions}
        />
        <TextField {...form.field("typedName")} label="Your name, typed" autoComplete="off" maxLength={200} />
      </div>
      <TextAreaField
        {...form.field("comment")}
        label="Comment"
        optional={form.values.decision === "approve"}
        maxLength={1000}
        rows={2}
      />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Sign</Submit>
      </Actions>
    </Form>
  );
}
