import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { settingsPages } from "../../../features/settings/settings-pages.ts";
import { usePreferences, useTheme } from "../../../lib/preferences.ts";
import { type Inputs, trpc } from "../../../lib/trpc.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { mayI } from "../../../lib/who.ts";
import { pageGroups } from "../navigation.tsx";
import { definedWords, type Entry, meant } from "./entries.ts";
import { useAfterPause } from "./use-after-pause.ts";

/** How many accounts are offered. */
const most = 6;

/** What somebody means by what they type: pages, accounts (found by the server), terms and actions. */
export function useEntries(typed: string, onKeys: () => void): readonly Entry[] {
  const { change } = useSearchState();
  const pages = usePages();
  const actions = useActions(onKeys);
  const terms = useQuery(
    trpc.glossary.list.queryOptions(undefined, { enabled: mayI("glossary.list"), staleTime: Infinity }),
  ).data;
  const accounts = useAccounts(typed);
  const all = useMemo(
    () => [
      ...accounts,
      ...pages,
      ...(terms ?? []).map(
        (term): Entry => ({
          key: `term:${term.id}`,
          group: "Terms",
          label: term.name,
          hint: "Definition",
          also: [term.id, ...(term.abbreviation ? [term.abbreviation] : []), ...term.aliases],
          run: () => change({ panel: `def:${term.id}` }, { push: true }),
        }),
      ),
      ...actions,
    ],
    [accounts, pages, terms, actions, change],
  );
  return useMemo(() => meant(typed, all), [typed, all]);
}

const noAccounts: readonly Entry[] = [];

function useAccounts(typed: string): readonly Entry[] {
  const navigate = useNavigate();
  const words = useAfterPause(typed.trim());
  const asked = words.length >= 2 && definedWords(typed) === null && mayI("accounts.list");
  const { data } = useQuery(
    trpc.accounts.list.queryOptions({ search: words, pageSize: most } as Inputs["accounts"]["list"], {
      enabled: asked,
      placeholderData: keepPreviousData,
    }),
  );
  return useMemo(() => {
    if (!asked || !data) return noAccounts;
    const found = data.rows.filter(({ name }) => name.toLowerCase().includes(words.toLowerCase()));
    return (found.length > 0 ? found : data.rows).map(
      (row): Entry => ({
        key: `account:${row.accountId}`,
        group: "Accounts",
        label: row.name,
        hint: [row.segment, row.csm].filter(Boolean).join(", "),
        run: () => void navigate({ to: "/accounts/$accountId", params: { accountId: row.accountId } }),
      }),
    );
  }, [asked, data, words, navigate]);
}

function usePages(): readonly Entry[] {
  const navigate = useNavigate();
  return useMemo(() => {
    const inside = pageGroups.flatMap(({ title, entries }) =>
      entries.filter(({ needs }) => mayI(needs)).map(({ to, label }) => ({ to, label, hint: title })),
    );
    const settings = settingsPages
      .filter(({ needs }) => mayI(needs))
      .map(({ to, label }) => ({ to, label, hint: "Settings" }));
    return [...inside, ...settings].map(
      ({ to, label, hint }): Entry => ({
        key: `page:${to}`,
        group: "Pages",
        label,
        hint,
        also: [`${hint} ${label}`],
        run: () => void navigate({ to }),
      }),
    );
  }, [navigate]);
}

function useActions(onKeys: () => void): readonly Entry[] {
  const { theme, choose } = useTheme();
  const { preferences, change } = usePreferences();
  const { search, change: setSearch } = useSearchState();
  const asTables = search["chart"] === "table";
  return useMemo(() => {
    const action = (label: string, run: () => void, hint?: string, also: readonly string[] = []): Entry => ({
      key: `action:${label}`,
      group: "Actions",
      label,
      run,
      also,
      ...(hint ? { hint } : {}),
    });
    return [
      action("Copy a link to this page", () => void navigator.clipboard.writeText(location.href), undefined, [
        "share url",
      ]),
      action("Print this page", () => setTimeout(() => window.print()), "Ctrl or \u2318 P"),
      action(asTables ? "Show charts as charts" : "Show charts as tables", () =>
        setSearch({ chart: asTables ? undefined : "table" }),
      ),
      action(theme === "dark" ? "Switch to the light theme" : "Switch to the dark theme", () =>
        choose(theme === "dark" ? "light" : "dark"),
      ),
      ...(preferences
        ? [
            action(
              preferences.singleKeys ? "Switch single-key shortcuts off" : "Switch single-key shortcuts on",
              () => change({ singleKeys: !preferences.singleKeys }),
            ),
          ]
        : []),
      action("Keyboard shortcuts", onKeys, "?"),
    ];
  }, [asTables, theme, preferences, choose, change, setSearch, onKeys]);
}
