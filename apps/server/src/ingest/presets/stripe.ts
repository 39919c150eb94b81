import type { Preset } from "./preset.ts";

/** Stripe: a price is per unit, a period's end is no contract's end, and amounts of raw tables are in minor units. */
export const stripePresets: readonly Preset[] = [
  {
    id: "stripe-subscriptions",
    vendor: "Stripe",
    title: "subscriptions of the dashboard",
    system: "stripe",
    telling: [
      ["Customer ID"],
      ["Current Period End (UTC)"],
      ["Plan", "Price ID", "Plan Price ID"],
      ["Status"],
    ],
    settings: {
      kind: "contract_lines",
      columns: {
        line_id: ["id", "Subscription ID"],
        account_id: "Customer ID",
        account_name: ["Customer Name", "Customer Description"],
        product: ["Product", "Product Name", "Plan", "Plan Name"],
        // The plan's price for one: Stripe charges it times the quantity.
        unit_price: ["Amount", "Plan Amount"],
        amount: null,
        billing_interval: ["Interval", "Plan Interval"],
        currency: ["Currency", "Plan Currency"],
        status: "Status",
        starts_on: ["Start Date (UTC)", "Start (UTC)", "Created (UTC)"],
        // When the paid period ends is when the next begins.
        ends_on: null,
        terminated_on: "Ended At (UTC)",
        cancelled_on: "Canceled At (UTC)",
      },
    },
  },
  {
    id: "stripe-subscription-items",
    vendor: "Stripe",
    title: "subscription items",
    system: "stripe",
    telling: [
      ["subscription_id", "Subscription ID"],
      ["subscription_item_id", "Subscription Item ID"],
      ["unit_amount", "price_unit_amount", "plan_amount", "Unit Amount"],
    ],
    settings: {
      kind: "contract_lines",
      columns: {
        line_id: ["subscription_item_id", "Subscription Item ID"],
        contract_id: ["subscription_id", "Subscription ID"],
        account_id: ["customer_id", "Customer ID"],
        account_name: ["customer_name", "Customer Name"],
        product: ["product_name", "Product Name", "product_id", "price_nickname", "price_id", "plan_id"],
        unit_price: ["unit_amount", "price_unit_amount", "plan_amount", "Unit Amount"],
        billing_interval: ["interval", "price_interval", "plan_interval", "Interval"],
        billing_count: ["interval_count", "price_interval_count", "plan_interval_count", "Interval Count"],
        currency: ["currency", "Currency"],
        quantity: ["quantity", "Quantity"],
        status: ["status", "Status"],
        starts_on: ["start_date", "Start Date (UTC)", "created", "Created (UTC)"],
        ends_on: null,
        terminated_on: ["ended_at", "Ended At (UTC)"],
        cancelled_on: ["canceled_at", "Canceled At (UTC)"],
      },
      minorUnits: ["unit_amount", "price_unit_amount", "plan_amount"],
    },
  },
  {
    id: "stripe-subscription-schedules",
    vendor: "Stripe",
    title: "phases of subscription schedules",
    system: "stripe",
    telling: [
      ["subscription_schedule_id", "schedule_id", "Schedule ID"],
      ["phase_start", "phase_start_date", "Phase Start (UTC)"],
      ["phase_end", "phase_end_date", "Phase End (UTC)"],
    ],
    settings: {
      kind: "contract_lines",
      columns: {
        // Each phase is a line of its own: the schedule with product and start is its key.
        contract_id: ["subscription_schedule_id", "schedule_id", "Schedule ID"],
        line_id: null,
        account_id: ["customer_id", "Customer ID"],
        product: ["product_name", "Product Name", "product_id", "price_id", "Price ID"],
        unit_price: ["unit_amount", "price_unit_amount", "plan_amount", "Unit Amount"],
        billing_interval: ["interval", "price_interval", "Interval"],
        currency: ["currency", "Currency"],
        quantity: ["quantity", "Quantity"],
        starts_on: ["phase_start", "phase_start_date", "Phase Start (UTC)"],
        // A phase ends in the moment the next begins.
        ends_on: ["phase_end", "phase_end_date", "Phase End (UTC)"],
      },
      endDays: "exclusive",
      minorUnits: ["unit_amount", "price_unit_amount", "plan_amount"],
    },
  },
];
