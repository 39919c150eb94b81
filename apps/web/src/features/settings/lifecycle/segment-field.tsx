import { SelectField } from "../../../ui/select-field.tsx";
import type { Rules } from "./rules.ts";

interface Props {
  name: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
  rules: Rules;
}

/** Which customers a rule is for: a segment, or every one without a rule of its own (an empty value). */
export function SegmentField({ rules, ...field }: Props) {
  const known = rules.known.segment;
  return (
    <SelectField
      {...field}
      label="Segment"
      options={[
        { value: "", label: "All others" },
        ...[...new Set([...known, ...(field.value === "" ? [] : [field.value])])].map((segment) => ({
          value: segment,
          label: segment,
        })),
      ]}
    />
  );
}
