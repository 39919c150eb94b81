import { Button } from "../../../ui/button.tsx";
import { Actions } from "../../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../../ui/form.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextAreaField } from "../../../ui/text-area-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { type Models, useHealthWrites } from "../health.ts";
import { askedOf, type Draft } from "./draft.ts";
import { idOf } from "./weights.ts";

interface Props {
  models: Models;
  base: Models["versions"][number] | undefined;
  draft: Draft;
  onClose: () => void;
}

/** What a model is called, whom it scores, and why it is as it is. */
export function SaveModelForm({ models, base, draft, onClose }: Props) {
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
      const asked = askedOf(draft);
      if (asked === null) return { message: "The weights do not add up to 100." };
      await saveModel({
        model: as === "" ? (idOf(name) ?? "") : as,
        name: name.trim(),
        segment: segment.trim() === "" ? null : segment.trim(),
        parts: asked.parts,
        rules: asked.rules,
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
      <SelectField
        {...form.field("segment")}
        label="Scores"
        options={[
          { value: "" as string, label: "Every segment that has no model of its own" },
          ...[...new Set([...models.segments, ...(base?.segment ? [base.segment] : [])])].map((value) => ({
            value,
            label: value,
          })),
        ]}
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
