import { dimensions } from "../../lib/search.ts";
import { listOf } from "../../lib/url.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { later } from "../../ui/later.tsx";

const NoticeList = later(async () => (await import("./notice-list.tsx")).NoticeList);

/** Says which parts of the address could not be used, and what is shown instead. */
export function Notices() {
  const { search, notices } = useSearchState();
  const workspace = useWorkspace();
  const unknown = dimensions.flatMap((dimension) => {
    const known = workspace.dimensions.find((one) => one.dimension === dimension)?.values ?? [];
    const values = listOf(search[`f.${dimension}`]);
    return values.flatMap((value) => (value === "" || known.includes(value) ? [] : [{ dimension, value }]));
  });
  return notices.length + unknown.length > 0 && <NoticeList notices={notices} unknown={unknown} />;
}
