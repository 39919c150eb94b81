import { useState } from "react";
import { saveText } from "../../../lib/save-file.ts";
import { queryClient, refusalOf, trpc } from "../../../lib/trpc.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { periodName } from "../../../ui/figure-text.ts";
import { FormMessage } from "../../../ui/form-message.tsx";
import { payText } from "../pay-words.ts";

type Told = { text: string; tone: "positive" | "negative" };

/** Saves what is to be paid out for a period, and says the control total it adds up to. */
export function PayrollExport({ period }: { period: string }) {
  const [told, setTold] = useState<Told | null>(null);
  const save = async () => {
    try {
      const asked = trpc.comp.payroll.queryOptions({ period });
      const { name, csv, control } = await queryClient.fetchQuery({ ...asked, staleTime: 0 });
      saveText(name, csv, "text/csv");
      const sums = control.map(
        ({ currency, statements, total }) => `${payText(total, currency)} on ${statements} statements`,
      );
      setTold({
        text: `Control total: ${sums.join("; ") || "no statement is published"}.`,
        tone: "positive",
      });
    } catch (error) {
      setTold({ text: refusalOf(error).message, tone: "negative" });
    }
  };
  return (
    <>
      <Button onClick={() => void save()}>Payroll file</Button>
      <Dialog
        open={told !== null}
        onClose={() => setTold(null)}
        title={`Payroll file of ${periodName(period)}`}
      >
        <FormMessage text={told?.text ?? null} tone={told?.tone ?? "positive"} />
      </Dialog>
    </>
  );
}
