import { day, instant } from "@termwise/core/kernel";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, opened, someoneAs } from "../testing.ts";
import { demoPerson } from "../testing-people.ts";

const began = Date.parse("2027-03-05T08:00:00Z");
let looks = 0;
/** It goes on by a second at each look. */
const clock = {
  now: () => {
    looks += 1;
    return instant(new Date(began + looks * 1_000).toISOString());
  },
};
const told = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
  );
const word = { decision: "approve" } as const;

eachEngine((on) => {
  describe("parameters that teams agree on", () => {
    let store: Opened;
    let [seller, success]: Opened["api"][] = [];
    let names: { ae: string; csm: string };
    const agree = async (termId: string, parameters: Record<string, string | number>, on: string) => {
      const { entryId } = await seller!.definitions.propose({
        termId,
        parameters,
        takesEffectOn: day(on),
        reason: "As agreed",
      });
      await seller!.definitions.sign({
        ...word,
        proposal: entryId as never,
        team: "sales",
        typedName: names.ae,
      });
      await success!.definitions.sign({
        ...word,
        proposal: entryId as never,
        team: "customer_success",
        typedName: names.csm,
      });
    };

    beforeAll(async () => {
      store = await opened(await on.open(), { clock, demo: true });
      const [ae, csm] = [await demoPerson(store.house, "ae"), await demoPerson(store.house, "csm")];
      names = { ae: ae.name, csm: csm.name };
      seller = store.apiAs(ae);
      success = store.apiAs(csm);
      await store.apiAs(await someoneAs(store.termwise, "revops")).definitions.setSet({
        set: "sales_cs",
        owner: null,
        approvers: [],
        financeSigns: true,
        minutes: 45,
        reviewMonths: 3,
      });
      await agree("adopted", { seatShare: 90 }, "2027-03-06");
    });

    it("of the lifecycle hold each from its own day, in whatever order they were signed", async () => {
      await agree("adopted", { seatShare: 70 }, "2027-05-20");
      await agree("lifecycle-management", { slaWonDays: 30 }, "2027-05-10");
      await agree("handoff-packet", { handoffPacketHours: 72 }, "2027-05-05");
      const on = async (at: string) => {
        const { parameters } = await store.api.rules.inForce({ on: day(at) });
        return ["seatShare", "slaWonDays", "handoffPacketHours"].map(
          (name) => parameters.find((parameter) => parameter.name === name)?.value,
        );
      };
      expect([await on("2027-05-06"), await on("2027-05-12"), await on("2027-05-25")]).toEqual([
        [90, 60, 72],
        [90, 30, 72],
        [70, 30, 72],
      ]);
    });

    it("of a shared parameter are signed by the teams of every term it touches", async () => {
      const asked = await seller!.definitions.impact({
        termId: "active-use",
        parameters: { dailyActiveDays: 3 },
      });
      expect(asked.terms.map(({ id }) => id)).toEqual(["active-use", "adopted"]);
      expect(asked.teams.map(({ team }) => team)).toEqual(["sales", "customer_success", "product"]);
      const { entryId } = await seller!.definitions.propose({
        termId: "active-use",
        parameters: { dailyActiveDays: 3 },
        takesEffectOn: day("2027-06-01"),
        reason: "Three days are daily",
      });
      const [open] = await store.api.definitions.proposals();
      expect([open?.entryId, open?.missing]).toEqual([entryId, ["sales", "customer_success", "product"]]);
      const finance = await store.api.definitions.impact({
        termId: "churn",
        parameters: { churnOn: "notice" },
      });
      expect(finance.teams.map(({ team }) => team)).toContain("finance");
    });

    it("are signed by who is named for a team, in whichever of the sets they touch", async () => {
      const [open] = await store.api.definitions.proposals();
      const other = await someoneAs(store.termwise, "ae");
      const ae = await demoPerson(store.house, "ae");
      const product = await demoPerson(store.house, "product");
      const { member } = ae.membership;
      await store.apiAs(await someoneAs(store.termwise, "revops")).definitions.setSet({
        set: "sales_cs",
        owner: null,
        approvers: [{ team: "sales", member: member.id }],
        financeSigns: false,
        minutes: 45,
        reviewMonths: 3,
      });
      const proposal = open!.entryId as never;
      const sign = (api: Opened["api"], team: "sales" | "customer_success" | "product", typedName: string) =>
        told(api.definitions.sign({ ...word, proposal, team, typedName }));
      const offered = async (api: Opened["api"]) =>
        (await api.definitions.ofTerm({ termId: "active-use" })).proposals[0]?.signsFor;
      expect([await offered(store.apiAs(other)), await offered(seller!)]).toEqual([[], ["sales"]]);
      expect(await sign(store.apiAs(other), "sales", "Test ae")).toMatch(/You do not sign for Sales/);
      expect(await sign(seller!, "sales", names.ae)).toBe("done");
      expect(await sign(success!, "customer_success", names.csm)).toBe("done");
      expect(await sign(store.apiAs(product), "product", product.name)).toBe("done");
      expect((await store.api.definitions.ofTerm({ termId: "adopted" })).versions.at(-1)).toMatchObject({
        on: "2027-06-01",
        parameters: { dailyActiveDays: 3 },
      });
    });

    it("are refused where they would not go together with what holds from a later day", async () => {
      const propose = (termId: string, parameters: Record<string, string>, on: string) =>
        told(
          seller!.definitions.propose({ termId, parameters, takesEffectOn: day(on), reason: "As agreed" }),
        );
      await agree("nrr", { nrrMethod: "all_movements" }, "2027-10-01");
      expect(await propose("grr", { grrMethod: "running_floor" }, "2027-09-01")).toMatch(
        /^BAD_REQUEST .*all_movements goes with all_losses/,
      );
      expect(await propose("grr", { grrMethod: "whole_book_min" }, "2027-09-01")).toBe("done");
    });

    it("out of their range have no impact to be told, and say the range", async () => {
      const asked = { termId: "churned-arr", parameters: { winbackDays: 9_999 } };
      expect(await told(store.api.definitions.impact(asked))).toMatch(
        /^PRECONDITION_FAILED .*from 0 to 3650 days/,
      );
    });

    it("hold from a day within a year: a slip in the year binds nobody", async () => {
      const slip = {
        termId: "churn",
        parameters: { churnOn: "notice" },
        reason: "A slip",
        takesEffectOn: day("9999-12-31"),
      };
      expect(await told(seller!.definitions.propose(slip))).toMatch(
        /takes effect within a year, by 2028-03-05/,
      );
    });
  });
});
