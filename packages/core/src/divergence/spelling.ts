/** A label, field or system as they are compared: without case and without spaces. */
export function spelling(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, "");
}

/** The one key of a label in a field of a system. */
export function labelKey({ system, field, label }: { system: string; field: string; label: string }): string {
  return [system, field, label].map(spelling).join("\n");
}

/** The one key of a field of a system. */
export function fieldKey({ system, field }: { system: string; field: string }): string {
  return `${spelling(system)}\n${spelling(field)}`;
}
