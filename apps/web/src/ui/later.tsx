import { type ComponentType, useEffect, useState } from "react";

/** A component whose code comes when it is first drawn, or before that by `fetch`. */
type Later<Props> = ComponentType<Props> & { fetch: () => void };

/**
 * A component that is not part of the first page. Until its code is there nothing is drawn. Not by Suspense: React shows
 * a fallback for at least 300 ms, which is far longer than the code takes to come.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  let loaded: ComponentType<Props> | null = null;
  let coming: Promise<void> | null = null;
  const fetch = () => {
    coming ??= load().then(
      (component) => {
        loaded = component;
      },
      () => {
        // The next time it is drawn it is tried again.
        coming = null;
      },
    );
    return coming;
  };
  function Drawn(props: Props) {
    const [Ready, setReady] = useState(() => loaded);
    useEffect(() => {
      if (!Ready) void fetch().then(() => setReady(() => loaded));
    }, [Ready]);
    return Ready && <Ready {...props} />;
  }
  return Object.assign(Drawn, { fetch: () => void fetch() });
}

/** Milliseconds: by then the page stands. */
const calm = 2_000;

/** Fetches such components once the page stands, so that they are drawn at once when they are wanted. */
export function useFetchedSoon(parts: readonly { fetch: () => void }[]): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const { fetch } of parts) fetch();
    }, calm);
    return () => clearTimeout(timer);
  }, [parts]);
}
