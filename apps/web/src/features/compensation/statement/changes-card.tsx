import type { StatementLine } from "@termwise/core/compensation";
import { counted } from "../../../lib/format.ts";
import { Chip } from "../../../ui/chip.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { kindName, payText, signedPay } from "../pay-words.ts";

/** What the present draft says otherwise than the one before it. */
export interface DraftChanges {
  readonly added: readonly StatementLine[];
  readonly removed: readonly StatementLine[];
  readonly changed: readonly { readonly before: StatementLine; readonly after: StatementLine }[];
  readonly total: string;
}

interface Props {
  changes: DraftChanges;
  currency: string;
  nameOf: (line: StatementLine) => string;
}

/** What changed since the previous draft: lines added, gone and changed, and what that comes to. */
export function ChangesCard({ changes, currency, nameOf }: Props) {
  const { added, removed, changed, total } = changes;
  const lines = added.length + removed.length + changed.length;
  return (
    <FormSection
      flush
      title="Since the previous draft"
      note={
        lines === 0
          ? "Nothing changed."
          : `${counted(lines, "line")} changed: ${signedPay(total, currency)} in all.`
      }
    >
      {lines > 0 && (
        <ul aria-label="Changed lines" className="text-xs">
          {added.map((line) => (
            <Change
              key={line.lineId}
              what="new"
              line={line}
              name={nameOf(line)}
              told={signedPay(line.amount, currency)}
            />
          ))}
          {removed.map((line) => (
            <Change
              key={line.lineId}
              what="gone"
              line={line}
              name={nameOf(line)}
              told={`was ${payText(line.amount, currency)}`}
            />
          ))}
          {changed.map(({ before, after }) => (
            <Change
              key={after.lineId}
              what="changed"
              line={after}
              name={nameOf(after)}
              told={
                before.amount === after.amount
                  ? `${payText(after.amount, currency)}, how it came about changed`
                  : `${payText(before.amount, currency)} → ${payText(after.amount, currency)}`
              }
            />
          ))}
        </ul>
      )}
    </FormSection>
  );
}

const tones = { new: "positive", gone: "negative", changed: "info" } as const;

interface ChangeProps {
  what: keyof typeof tones;
  line: StatementLine;
  name: string;
  told: string;
}

function Change({ what, line, name, told }: ChangeProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line px-4 py-2">
      <span className="flex min-w-0 items-center gap-2">
        <Chip tone={tones[what]}>{what}</Chip>
        <span className="min-w-0 truncate font-medium">{name}</span>
        <span className="text-subtle">{kindName(line.kind)}</span>
      </span>
      <span className="num">{told}</span>
    </li>
  );
}
