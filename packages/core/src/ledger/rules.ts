/**
 * The number of the rules by which contract lines become movements. It rises with every change that books other
 * movements from the same facts; who keeps movements keeps this number with them, and computes them anew when it rose.
 */
export const ledgerRules = 1;
