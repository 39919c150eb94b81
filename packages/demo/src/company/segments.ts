/** How customers of a segment buy and behave. Chances are in basis points (10,000 = always). */
export interface SegmentProfile {
  readonly segment: string;
  readonly tier: string;
  /** Accounts that ever signed. */
  readonly accounts: number;
  /** First contract's ARR in USD, from the smallest to the largest tenth: a few large, many small. */
  readonly landing: readonly number[];
  /** Weight of each kind of contract. */
  readonly contracts: {
    monthly: number;
    quarterly: number;
    annual: number;
    twoYears: number;
    threeYears: number;
  };
  /** Chance of each main plan at the start, Essentials, Professional, Ultimate. */
  readonly plan: readonly [number, number, number];
  /** Discount off list, in basis points. */
  readonly discount: readonly [number, number];
  /** Chance a month. */
  readonly moreSeats: number;
  readonly module: number;
  readonly crossSell: number;
  readonly region: number;
  readonly upgrade: number;
  /** Size of a seat increase, percent of seats held. */
  readonly moreSeatsBy: readonly [number, number];
  /** Chance at each year's renewal. */
  readonly leaves: number;
  readonly fewerSeats: number;
  readonly downgrade: number;
}

/** The segments of Fernhill Software. */
export const segments: readonly SegmentProfile[] = [
  {
    segment: "Enterprise",
    tier: "Strategic",
    accounts: 42,
    landing: [34_000, 40_000, 46_000, 52_000, 60_000, 70_000, 84_000, 104_000, 138_000, 210_000, 380_000],
    contracts: { monthly: 0, quarterly: 0, annual: 60, twoYears: 15, threeYears: 25 },
    plan: [5, 45, 50],
    discount: [1_200, 3_000],
    moreSeats: 700,
    moreSeatsBy: [4, 14],
    module: 220,
    crossSell: 110,
    region: 90,
    upgrade: 60,
    leaves: 620,
    fewerSeats: 900,
    downgrade: 120,
  },
  {
    segment: "Mid-market",
    tier: "Named",
    accounts: 88,
    landing: [15_000, 18_000, 21_000, 24_000, 27_000, 31_000, 36_000, 42_000, 51_000, 66_000, 98_000],
    contracts: { monthly: 0, quarterly: 6, annual: 76, twoYears: 13, threeYears: 5 },
    plan: [15, 60, 25],
    discount: [500, 2_000],
    moreSeats: 560,
    moreSeatsBy: [4, 14],
    module: 200,
    crossSell: 95,
    region: 25,
    upgrade: 70,
    leaves: 600,
    fewerSeats: 1_100,
    downgrade: 220,
  },
  {
    segment: "Growth",
    tier: "Scaled",
    accounts: 122,
    landing: [5_000, 6_000, 7_000, 8_200, 9_600, 11_200, 13_200, 15_800, 19_200, 24_000, 34_000],
    contracts: { monthly: 12, quarterly: 18, annual: 70, twoYears: 0, threeYears: 0 },
    plan: [35, 55, 10],
    discount: [0, 1_200],
    moreSeats: 470,
    moreSeatsBy: [5, 17],
    module: 160,
    crossSell: 60,
    region: 8,
    upgrade: 70,
    leaves: 850,
    fewerSeats: 1_200,
    downgrade: 260,
  },
  {
    segment: "Small business",
    tier: "Scaled",
    accounts: 118,
    landing: [1_900, 2_400, 3_000, 3_800, 4_700, 5_700, 6_900, 8_300, 10_200, 12_800, 18_000],
    contracts: { monthly: 55, quarterly: 10, annual: 35, twoYears: 0, threeYears: 0 },
    plan: [75, 25, 0],
    discount: [0, 500],
    moreSeats: 260,
    moreSeatsBy: [6, 20],
    module: 70,
    crossSell: 10,
    region: 0,
    upgrade: 40,
    leaves: 1_000,
    fewerSeats: 1_200,
    downgrade: 350,
  },
  {
    segment: "Public sector",
    tier: "Named",
    accounts: 9,
    landing: [14_000, 18_000, 22_000, 26_000, 31_000, 36_000, 42_000, 50_000, 60_000, 72_000, 90_000],
    contracts: { monthly: 0, quarterly: 0, annual: 60, twoYears: 20, threeYears: 20 },
    plan: [20, 70, 10],
    discount: [1_000, 2_000],
    moreSeats: 300,
    moreSeatsBy: [3, 9],
    module: 130,
    crossSell: 60,
    region: 0,
    upgrade: 30,
    leaves: 250,
    fewerSeats: 600,
    downgrade: 0,
  },
];

/** Share of a segment's accounts that first signed in each stretch of months (counted back from today's). */
export const arrivals = [
  { from: -66, to: -60, percent: 15 },
  { from: -59, to: -48, percent: 15 },
  { from: -47, to: -36, percent: 16 },
  { from: -35, to: -24, percent: 17 },
  { from: -23, to: -12, percent: 19 },
  { from: -11, to: 0, percent: 18 },
] as const;

/** The times a company goes through: growth and losses in each month, percent of a usual month. */
const climate = [
  { from: -66, growth: 95, losses: 95 },
  { from: -40, growth: 92, losses: 100 },
  { from: -33, growth: 84, losses: 112 },
  { from: -26, growth: 76, losses: 120 },
  { from: -20, growth: 86, losses: 110 },
  { from: -15, growth: 96, losses: 100 },
  { from: -11, growth: 104, losses: 88 },
  { from: -7, growth: 98, losses: 98 },
  { from: -4, growth: 108, losses: 85 },
] as const;

/** Growth and losses in a month, percent of a usual month. */
export function climateOf(month: number): { growth: number; losses: number } {
  return climate.findLast((stretch) => stretch.from <= month) ?? climate[0];
}
