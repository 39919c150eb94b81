import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useLayoutEffect, useSyncExternalStore } from "react";
import { readAs } from "./format.ts";
import { type Outputs, trpc } from "./trpc.ts";

/** How a person likes the screens to be: theme, density, locale, time zone, single-key shortcuts. */
export type Preferences = Outputs["account"]["preferences"];
/** Light, dark, or as the system is. */
export type Theme = Preferences["theme"];

const themeKey = "termwise.theme";
const densityKey = "termwise.density";
const changed = "termwise:theme";

/** The preferences that are in force on this page; null before they are known. */
let inForce: Preferences | null = null;

/** Puts preferences in force. Theme and density stay on this device, so that they are there before anybody signs in. */
function apply(preferences: Preferences, from = preferences): void {
  inForce = from;
  readAs(preferences);
  localStorage.setItem(themeKey, preferences.theme);
  localStorage.setItem(densityKey, preferences.density);
  dispatchEvent(new Event(changed));
}

function whenChanged(listener: () => void): () => void {
  addEventListener(changed, listener);
  addEventListener("storage", listener);
  return () => {
    removeEventListener(changed, listener);
    removeEventListener("storage", listener);
  };
}

/**
 * Puts the signed-in person's preferences in force, now and whenever they change, and draws the caller again. Answers
 * whether pages can be drawn: they wait for the preferences, but not for ones that cannot be had.
 */
export function useAppliedPreferences(): boolean {
  const { data, isError } = useQuery(trpc.account.preferences.queryOptions());
  const applied = useSyncExternalStore(whenChanged, () => inForce);
  useLayoutEffect(() => {
    if (!data || data === inForce) return;
    // "As the system" is also what somebody has who never chose: a theme chosen on this device then stays.
    apply(data.theme === "system" ? { ...data, theme: themeHere() } : data, data);
  }, [data]);
  return applied !== null || isError;
}

/** The preferences of the signed-in person as far as they are known, and how to change a part of them: shown at once, taken back if the server refuses. */
export function usePreferences() {
  const client = useQueryClient();
  const key = trpc.account.preferences.queryKey();
  const query = useQuery({ ...trpc.account.preferences.queryOptions(), enabled: false });
  const saving = useMutation(
    trpc.account.setPreferences.mutationOptions({
      onMutate: (next) => {
        const was = client.getQueryData(key);
        // In force before anything is drawn again, so that what is drawn is in it.
        apply(next);
        client.setQueryData(key, next);
        return { was };
      },
      onError: (_error, _next, before) => {
        if (before?.was) apply(before.was);
        client.setQueryData(key, before?.was);
      },
    }),
  );
  const change = (patch: Partial<Preferences>) => {
    const was = client.getQueryData(key);
    if (was) saving.mutate({ ...was, ...patch });
  };
  return {
    preferences: query.data,
    change,
    saved: saving.isSuccess,
    error: saving.error,
    /** Why they could not be read. */
    unread: query.error,
    readAgain: () => void query.refetch(),
  };
}

function themeHere(): Theme {
  const kept = localStorage.getItem(themeKey);
  return kept === "light" || kept === "dark" ? kept : "system";
}

/** The theme in force on this device and how to choose another; it is kept here, and on the server once one is signed in. */
export function useTheme(): { theme: Theme; choose: (theme: Theme) => void } {
  const theme = useSyncExternalStore(whenChanged, themeHere);
  const { preferences, change } = usePreferences();
  const choose = (next: Theme) => {
    localStorage.setItem(themeKey, next);
    dispatchEvent(new Event(changed));
    if (preferences) change({ theme: next });
  };
  return { theme, choose };
}
