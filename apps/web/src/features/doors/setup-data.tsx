import { useMutation } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { refusalOf, trpc } from "../../lib/trpc.ts";
import { FormMessage } from "../../ui/form-message.tsx";
import { Door } from "./door.tsx";

/** Where one goes after the first run. */
export type FirstPage = "/retention" | "/data/imports";

/** First run, last screen: with which data to begin. */
export function SetupData({ onChosen }: { onChosen: (page: FirstPage) => void }) {
  const load = useMutation(
    trpc.workspace.loadDemo.mutationOptions({ onSuccess: () => onChosen("/retention") }),
  );
  const choices = [
    {
      title: load.isPending ? "Loading the demo company" : "Demo company",
      text: "Three years of an invented company. Removed with one button before the first import.",
      choose: () => load.mutate(),
    },
    {
      title: "Import your exports",
      text: "Accounts and contract lines as CSV. A dry run shows what would change first.",
      choose: () => onChosen("/data/imports"),
    },
    {
      title: "Empty",
      text: "Invite people and settle definitions first; import later.",
      choose: () => onChosen("/retention"),
    },
  ];
  return (
    <Door title="Begin with" note="Screen 3 of 3.">
      <ul className="space-y-2">
        {choices.map(({ title, text, choose }) => (
          <li key={text}>
            <button
              type="button"
              disabled={load.isPending}
              onClick={choose}
              className="group flex w-full items-center gap-3 rounded-control border border-line bg-surface px-3 py-2.5 text-left hover:bg-hover disabled:opacity-60"
            >
              <span className="min-w-0 flex-1">
                <span className="block text-xs font-medium">{title}</span>
                <span className="block text-2xs text-muted">{text}</span>
              </span>
              <ArrowRight size={14} strokeWidth={1.5} aria-hidden className="flex-none text-subtle" />
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="mt-3 min-h-5 text-2xs text-subtle">
        {load.isPending && "Contracts and movements are being written. This takes some seconds."}
      </p>
      <FormMessage text={load.isError ? refusalOf(load.error).message : null} />
    </Door>
  );
}
