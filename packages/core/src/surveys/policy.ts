import { z } from "zod";

/** The least and the greatest number a survey can be answered with. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

/** NPS is asked on one scale everywhere. */
export const npsScale: Scale = { min: 0, max: 10 };

const weight = z.int().min(0).max(100).default(1);
const top = z.int().min(2).max(100);

/** The choices of the surveys; each has a default and is printed with its term. */
export const SurveyPolicy = z
  .strictObject({
    detractorsTo: z.int().min(0).max(8).default(6),
    promotersFrom: z.int().min(7).max(10).default(9),
    minimumAnswers: z.int().min(1).max(1000).default(5),
    csatTop: top.default(5),
    cesTop: top.default(7),
    csatWeight: weight,
    npsWeight: weight,
    cesWeight: weight,
  })
  .refine(({ detractorsTo, promotersFrom }) => detractorsTo < promotersFrom, {
    path: ["promotersFrom"],
    message: "is not above the detractors",
  })
  .refine(({ csatWeight, npsWeight, cesWeight }) => csatWeight + npsWeight + cesWeight > 0, {
    path: ["csatWeight"],
    message: "leaves the experience score without any part: one of the three weights is more than 0",
  });
/** The choices of the surveys. */
export type SurveyPolicy = z.infer<typeof SurveyPolicy>;

/** The choices as they are where nobody made others. */
export const houseSurveyPolicy: SurveyPolicy = SurveyPolicy.parse({});
