import { type DealContextField, dealContextFields } from "@termwise/core/facts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { TextAreaField } from "../../ui/text-area-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Entry, Section } from "./handoff.ts";
import { sectionWords } from "./section-words.ts";

const fields = Object.keys(dealContextFields) as DealContextField[];

interface Props {
  section: Section;
  close: string;
  onSave: (entry: Entry) => Promise<void>;
  onDone: () => void;
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** The place where a section is written: what it has to say, and where more can be read. */
export function SectionForm({
  section: { section, text, link, context, noObjectors },
  close,
  onSave,
  onDone,
}: Props) {
  const words = sectionWords[section];
  const inFields = section === "deal_context";
  const form = useForm({
    start: {
      text: text ?? "",
      link: link ?? "",
      noObjectors,
      ...(Object.fromEntries(fields.map((field) => [field, context[field] ?? ""])) as Record<
        DealContextField,
        string
      >),
    },
    check: (values) => ({
      link:
        values.link.trim() === "" || /^https?:\/\/\S+$/.test(values.link.trim())
          ? undefined
          : "Enter an address that starts with http:// or https://.",
    }),
    send: async (values) => {
      const told = fields.flatMap((field) => {
        const said = orNull(values[field]);
        return said === null ? [] : [[field, said]];
      });
      await onSave({
        of: "packet_section",
        section,
        text: orNull(values.text),
        link: orNull(values.link),
        ...(inFields && told.length > 0 ? { context: Object.fromEntries(told) } : {}),
        ...(section === "people" && values.noObjectors ? { noObjectors: true } : {}),
        close,
      });
      onDone();
      return undefined;
    },
  });
  return (
    <Form form={form} label={words.title} className="mt-2">
      {inFields &&
        fields.map((field, at) => (
          <TextAreaField
            key={field}
            {...form.field(field)}
            label={dealContextFields[field]}
            rows={2}
            maxLength={2000}
            autoFocus={at === 0}
          />
        ))}
      {section === "people" && (
        <Checkbox
          label="Nobody objected"
          hint="Said when no objector is among the people on record."
          checked={form.values.noObjectors}
          onChange={(checked) => form.set({ noObjectors: checked })}
        />
      )}
      <TextAreaField
        {...form.field("text")}
        label={inFields ? "Or a note that tells it all" : words.label}
        optional={inFields || section === "people" || section === "promises"}
        hint={words.hint}
        rows={inFields ? 2 : 5}
        maxLength={10000}
        autoFocus={!inFields}
      />
      <TextField
        {...form.field("link")}
        label="Link"
        optional
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        maxLength={2000}
      />
      <FormMessage text={form.message} />
      <div className="flex gap-2">
        <Submit busy={form.busy}>Save</Submit>
        <Button size="large" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}
