import { act, cleanup, renderHook } from "@testing-library/react";
import { StrictMode } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { keepLinkToken, useLinkToken } from "./link-token.ts";

const opened = (address: string) => {
  history.replaceState(null, "", address);
  return renderHook(() => useLinkToken(), { wrapper: StrictMode });
};

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

describe("the token a link brings", () => {
  it("is read from the fragment and taken out of the address", () => {
    expect(opened("/setup#s3cret-_1").result.current).toBe("s3cret-_1");
    expect(location.href).not.toContain("s3cret");
  });

  it("is read from the parameter too, and leaves the others", () => {
    expect(opened("/reset?token=t%2Bk&lang=en").result.current).toBe("t+k");
    expect(location.search).toBe("?lang=en");
  });

  it("belongs to the page it was opened on", () => {
    opened("/reset#for-reset");
    expect(opened("/invitation").result.current).toBe("");
  });

  it("is the newer one when a second link is opened over the page", () => {
    const { result } = opened("/setup#first");
    act(() => {
      location.hash = "#second";
      dispatchEvent(new Event("hashchange"));
    });
    expect(result.current).toBe("second");
  });

  it("waits in this tab while one signs in, once", () => {
    keepLinkToken("waiting");
    expect(opened("/invitation").result.current).toBe("waiting");
    expect(sessionStorage.length).toBe(0);
  });
});
