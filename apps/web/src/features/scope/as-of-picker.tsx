import { dayText } from "../../lib/format.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { later } from "../../ui/later.tsx";
import { Popover } from "../../ui/popover.tsx";

const AsOfForm = later(async () => (await import("./as-of-form.tsx")).AsOfForm);

/** The moment of knowledge: everything recorded so far, or what was known at the end of a day. */
export function AsOfPicker({ className = "" }: { className?: string }) {
  const { search } = useSearchState();
  const asOf = search["asof"];
  return (
    <Popover
      label="As of"
      align="end"
      onOpen={AsOfForm.fetch}
      chevron
      className={className}
      trigger={
        <>
          <span className="text-subtle">As of</span>
          <span className="font-medium">{asOf ? dayText(asOf) : "now"}</span>
        </>
      }
    >
      {(close) => <AsOfForm close={close} />}
    </Popover>
  );
}
