import { DropFiles } from "../drop-files.tsx";
import { FileGuide } from "../file-guide.tsx";
import { FileCard } from "./file-card.tsx";
import { Offers } from "./offers.tsx";
import { PasteRows } from "./paste-rows.tsx";
import { Templates } from "./templates.tsx";
import type { useDraft } from "./use-draft.ts";

/** Files in, each with how it is written and three values to see it by. */
export function UploadStep({ work }: { work: ReturnType<typeof useDraft> }) {
  const { draft, checked } = work;
  return (
    <>
      <DropFiles
        files={draft?.files ?? []}
        busy={work.busy}
        onChoose={work.add}
        onRemove={(name) => work.change(() => ({ remove: [name] }))}
      />
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2 px-1">
        <PasteRows busy={work.busy} onPaste={(file) => work.add([file])} />
        <Templates />
      </div>
      {draft && <Offers draft={draft} onUse={(use) => work.change(() => ({ use }))} />}
      {draft &&
        checked?.report.files.map((file) => (
          <FileCard
            key={file.name}
            file={file}
            draft={draft}
            kinds={checked.kinds}
            onMapping={work.changeMapping}
          />
        ))}
      {(!draft || draft.files.length === 0) && <FileGuide />}
    </>
  );
}
