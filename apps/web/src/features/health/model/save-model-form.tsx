import { Button } from "../../../ui/button.tsx";
import { Actions } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextAreaField } from "../../../ui/text-area-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { type Models, useHealthWrites } from "../health.ts";
import { idOf, partsOf, type Weights } from "./weights.ts";

interface Props {
  models: Models;
  base: Models["versions"][number] | undefined;
  weights: Weights;
  onClose: () => void;
}

/** What a model is called, whom it scores, and why it is as it is. */
export function SaveModelForm({ models, base, weights, onClose }: Props) {
  const { saveModel } = useHealthWrites();
  const known = [...new Map(models.versions.map((one) => [one.id, one.name]))];
  const form = useForm({
    start: { as: base?.id ?? "", name: base?.name ?? "", segment: base?.segment ?? "", reason: "" },
    check: ({ as, name, reason }) => ({
      name:
        name.trim().length < 2
          ? "Give it a name."
          : as === "" && idOf(name) === null
            ? "Use a letter or two of the Latin alphabet, for the id."
            : undefined,
      reason: reason.trim() === "" ? "Say why, for whoever compares versions." : undefined,
    }),
    send: async ({ as, name, segment, reason }) => {
      await saveModel({
        model: as === "" ? (idOf(name) ?? "") : as,
        name: name.trim(),
        segment: segment.trim() === "" ? null : segment.trim(),
        parts: partsOf(weights),
        reason: reason.trim(),
      });
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Save the model as a draft">
      <SelectField
        {...form.field("as")}
        label="Save as"
        options={[
          ...known.map(([value, label]) => ({
            value: value as string,
            label: `The next version of ${label}`,
          })),
          { value: "", label: "A new model" },
        ]}
      />
      <TextField {...form.field("name")} label="Name" maxLength={80} autoComplete="off" />
      <TextField
        {...form.field("segment")}
        label="Segment"
        optional
        hint="Empty: every segment that has no model of its own."
        maxLength={200}
        autoComplete="off"
      />
      <TextAreaField {...form.field("reason")} label="Reason" maxLength={1000} />
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Save the draft</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
