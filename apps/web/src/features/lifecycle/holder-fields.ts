import { type EntryField, type Holder, options, text, type Values } from "./entry-form-parts.ts";

const roleNames = { csm: "CSM", am: "AM", ae: "AE" } as const;
const somebodyElse = "else";

interface Asked {
  readonly name: string;
  readonly label: string;
  readonly holders: readonly Holder[];
  readonly optional?: boolean;
  readonly when?: (values: Values) => boolean;
}

/** Fields that ask for one of us: those who hold the account by name, or somebody else with their role. */
export function holderFields({ name, label, holders, optional, when }: Asked): EntryField[] {
  const known = holders.map((one) => ({
    value: `${one.role}:${one.name}`,
    label: `${one.name}, ${roleNames[one.role]}`,
  }));
  const nobody = optional ? [{ value: "", label: "Not known" }] : [];
  const asks = (values: Values) => when?.(values) ?? true;
  const other = (values: Values) => asks(values) && values[name] === somebodyElse;
  return [
    {
      name,
      label,
      kind: "choice",
      ...(optional ? { optional } : {}),
      options: [...nobody, ...known, { value: somebodyElse, label: "Somebody else" }],
      when: asks,
    },
    { name: `${name}Name`, label: `${label}, name`, kind: "line", when: other },
    {
      name: `${name}Role`,
      label: `${label}, role`,
      kind: "choice",
      options: options(roleNames),
      when: other,
    },
  ];
}

/** Who was chosen in {@link holderFields}; null: nobody. */
export function holderOf(values: Values, name: string): Holder | null {
  const chosen = text(values, name);
  if (chosen === "") return null;
  if (chosen === somebodyElse) return holder(values[`${name}Role`] ?? "", text(values, `${name}Name`));
  const colon = chosen.indexOf(":");
  return holder(chosen.slice(0, colon), chosen.slice(colon + 1));
}

function holder(role: string, name: string): Holder {
  return { role: role === "am" || role === "ae" ? role : "csm", name };
}
