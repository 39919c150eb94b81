import { type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** How far below the window something is drawn already, in CSS pixels. */
const ahead = 200;

/** Draws what is far down a page once it is about to come into sight, or is printed; until then its place is kept. */
export function WhenNear({ height, children }: { height: number; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const show = () => setNear(true);
    // What is printed is drawn before the dialog opens.
    const showNow = () => flushSync(show);
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && show(), {
      rootMargin: `0px 0px ${ahead}px`,
    });
    observer.observe(element);
    addEventListener("beforeprint", showNow);
    return () => {
      observer.disconnect();
      removeEventListener("beforeprint", showNow);
    };
  }, []);
  return near ? children : <div ref={place} style={{ minHeight: height }} />;
}
