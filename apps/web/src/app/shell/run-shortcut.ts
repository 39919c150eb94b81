import type { Shortcut } from "../../lib/shortcuts.ts";
import { listOf, listText } from "../../lib/url.ts";

const inSight = <Found extends HTMLElement>(selector: string): Found | undefined =>
  [...document.querySelectorAll<Found>(selector)].find((one) => one.checkVisibility());

/** How a key leads elsewhere: to the list of accounts, or to another look of the page. */
interface Ways {
  readonly toAccounts: () => Promise<void>;
  readonly change: (patch: { chart: string | undefined }) => void;
}

/** Does what a key is for on the page that is open; nothing where the page has no such thing. */
export async function runShortcut(shortcut: Shortcut, ways: Ways): Promise<void> {
  if (shortcut.does === "search") return search(ways);
  if (shortcut.does === "copy") return navigator.clipboard.writeText(location.href);
  if (shortcut.does === "press") return inSight(`[data-shortcut=${shortcut.on}]`)?.click();
  const focused = document.activeElement;
  if (shortcut.does === "define") {
    const figure = focused?.closest("[data-figure]") ?? inSight("[data-figure]");
    return figure?.querySelector<HTMLElement>("[data-definition]")?.click();
  }
  if (shortcut.does === "tables") turn(focused?.closest<HTMLElement>("[data-chart]") ?? null, ways);
}

async function search({ toAccounts }: Ways): Promise<void> {
  const field = "input[type=search]";
  const here = inSight(field);
  if (here) return here.focus();
  await toAccounts();
  inSight(field)?.focus();
}

/** Shows the chart in focus as a table or back; without one, all charts of the page. */
function turn(chart: HTMLElement | null, { change }: Ways): void {
  if (!inSight("[data-chart]")) return;
  const tables = listOf(new URLSearchParams(location.search).get("chart") ?? undefined);
  const all = tables.includes("table");
  const name = chart?.dataset["chart"];
  const next =
    name === undefined || all
      ? all
        ? []
        : ["table"]
      : tables.includes(name)
        ? tables.filter((one) => one !== name)
        : [...tables, name].sort();
  change({ chart: listText(next) });
}
