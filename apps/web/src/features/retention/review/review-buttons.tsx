import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { later } from "../../../ui/later.tsx";
import type { Overview } from "../overview.ts";
import type { Review } from "./review.ts";

const TargetDialog = later(async () => (await import("./target-dialog.tsx")).TargetDialog);
const MarkDialog = later(async () => (await import("./mark-dialog.tsx")).MarkDialog);

/** Sets a target, or marks a day on the trend. */
export function ReviewButtons({ view, review }: { view: Overview; review: Review }) {
  const [open, setOpen] = useState<"target" | "mark" | null>(null);
  const close = () => setOpen(null);
  return (
    <div className="no-print flex flex-none gap-2">
      <Button onClick={() => setOpen("target")}>Targets</Button>
      <Button onClick={() => setOpen("mark")}>Annotate</Button>
      {open === "target" && <TargetDialog view={view} review={review} onClose={close} />}
      {open === "mark" && <MarkDialog mark={null} onClose={close} />}
    </div>
  );
}
