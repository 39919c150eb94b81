import { restatesNumbers } from "@termwise/core/review";
import { findAccount } from "../../../lib/find-account.ts";
import { AccountField } from "../../../ui/account-field.tsx";
import { Button } from "../../../ui/button.tsx";
import { DayField } from "../../../ui/day-field.tsx";
import { Actions, Dialog } from "../../../ui/dialog.tsx";
import { Form, type FormRefusal, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextAreaField } from "../../../ui/text-area-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import type { Overview } from "../overview.ts";
import type { Commentary, Review } from "./review.ts";
import { useReviewActions } from "./review-actions.ts";
import { driverGroups, figureNames, stateNames } from "./review-words.ts";

interface Props {
  said: Commentary | null;
  view: Overview;
  people: Review["people"];
  onClose: () => void;
}

interface Values {
  term: string;
  driver: string;
  state: Commentary["state"];
  cause: string;
  action: string;
  owner: string;
  dueOn: string;
  account: string;
}

const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

/** Says what drove a figure, why, what is done, by whom and by when. */
export function CommentDialog({ said, view, people, onClose }: Props) {
  const actions = useReviewActions();
  const [largest] = view.movers.rows;
  const form = useForm<Values>({
    start: {
      term: said?.term ?? "nrr",
      driver: said?.driver ?? "price",
      state: said?.state ?? "diagnosis",
      cause: said?.cause ?? "",
      action: said?.action ?? "",
      owner: said?.owner ?? "",
      dueOn: said?.dueOn ?? "",
      account: said ? (said.account?.name ?? "") : (largest?.name ?? ""),
    },
    check: ({ state, cause, owner, dueOn, account }) => ({
      cause:
        state !== "diagnosis" && cause.trim() === ""
          ? "Say what the cause is, or leave it as a diagnosis in progress."
          : undefined,
      account:
        owner.trim() !== "" && dueOn !== "" && state !== "done" && account.trim() === ""
          ? "Name the account the task is about."
          : undefined,
    }),
    send: async (values): Promise<FormRefusal<Values> | undefined> => {
      const found = orNull(values.account) === null ? null : await findAccount(values.account);
      if (found && "fault" in found) return { fields: { account: found.fault } };
      const entry = {
        ...(said ? { entryId: said.entryId } : {}),
        period: said?.over.period ?? view.period.text,
        ...{ term: values.term, driver: values.driver, state: values.state },
        ...{ cause: orNull(values.cause), action: orNull(values.action) },
        ...{ owner: orNull(values.owner), dueOn: orNull(values.dueOn) },
        accountId: found?.accountId ?? null,
      };
      await actions.comment(entry as Parameters<typeof actions.comment>[0], said);
      onClose();
      return undefined;
    },
  });
  const { cause, action, owner, dueOn, state } = form.values;
  const becomesTask = owner.trim() !== "" && dueOn !== "" && state !== "done";
  return (
    <Dialog open onClose={onClose} title={said ? "Change the commentary" : "Comment on a figure"} wide>
      <Form form={form} label="Commentary">
        <div className="grid gap-x-3 sm:grid-cols-3">
          <SelectField
            {...form.field("term")}
            label="Figure"
            options={Object.entries(figureNames).map(([value, label]) => ({ value, label }))}
          />
          <SelectField
            {...form.field("driver")}
            label="Driver"
            options={driverGroups.flatMap(({ group, drivers }) =>
              Object.entries(drivers).map(([value, label]) => ({ value, label, group })),
            )}
          />
          <SelectField
            {...form.field("state")}
            label="Status"
            options={Object.entries(stateNames).map(([value, label]) => ({
              value: value as Values["state"],
              label,
            }))}
          />
        </div>
        <TextAreaField
          {...form.field("cause")}
          label="Cause"
          optional={state === "diagnosis"}
          rows={2}
          maxLength={2000}
        />
        {restatesNumbers(`${cause} ${action}`) && (
          <p role="status" className="-mt-1 mb-2 text-2xs text-warning">
            This says the numbers again. Say why they moved: who, what happened, what was missed.
          </p>
        )}
        <TextAreaField {...form.field("action")} label="Action" optional rows={2} maxLength={2000} />
        <div className="grid gap-x-3 sm:grid-cols-2">
          <TextField
            {...form.field("owner")}
            label="Owner"
            optional
            autoComplete="off"
            maxLength={200}
            list="review-people"
          />
          <datalist id="review-people">
            {people.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <DayField {...form.field("dueOn")} label="Due" optional />
        </div>
        <AccountField {...form.field("account")} />
        <p className="-mt-1 mb-2 text-2xs text-subtle">
          {becomesTask
            ? `The action becomes a task about this account on ${owner.trim()}'s list.`
            : "With an owner and a day the action becomes a task about this account."}
        </p>
        <FormMessage text={form.message} />
        <Actions>
          <Submit busy={form.busy}>{said ? "Save" : "Comment"}</Submit>
          <Button size="large" onClick={onClose}>
            Cancel
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
