import { expect, it } from "vitest";
import { findTerm } from "./registry.ts";

// What people who know the field call things: a line for each term, its name, abbreviation and other names.
const called = `
won: Won; Closed-Won
onboarded: Onboarded; Successfully Onboarded
adopted: Adopted; Adoption (account level)
expansion: Expansion; Expansion (Upsell/Cross-sell)
renewal: Renewal; Renewal decision
churn: Churn; Churned; Customer churn
lifecycle-management: Lifecycle Management; Customer lifecycle; six-stage chain
velocity-metrics: Velocity Metrics; Stage velocity; Time in stage
time-to-onboard: Time-to-Onboard; Time to onboarded
customer-journey: Customer Journey; Journey
journey-mapping: Customer Journey Mapping; Journey Mapping
moments-of-truth: Moments of Truth
milestone-tracking: Milestone Tracking; Milestones
onboarding: Onboarding; Customer Onboarding
implementation: Implementation; Setup phase
go-live-milestone: Go-Live Milestone; Went live
post-sales-flywheel: Post-Sales Flywheel
land-and-expand: Land and Expand
win-back-campaign: Win-Back Campaign; Win-back
zero-churn-goal: Zero Churn Goal
renewal-expansion-ownership: Renewal & Expansion Ownership; Renewal ownership model; Expansion ownership
ae: Account Executive; AE
am: Account Manager; AM
csm: Customer Success Manager; CSM
cse: Customer Success Engineer; CSE
champion: Champion
sponsor: Sponsor; Executive Sponsor
exec-sponsor: Exec Sponsor; Vendor executive sponsor
stakeholder: Stakeholder
key-stakeholders: Key Stakeholders
revops: Revenue Operations; RevOps
pm: Product Manager; PM
pmm: Product Marketing Manager; PMM
engineering-manager: Engineering Manager; EM
product-designer: Product Designer
cs-ops: Customer Success Operations; CS Ops
cco: Chief Customer Officer; CCO
health-score: Customer Health Score; Health Score; Customer Health
health-score-distribution: Health Score Distribution
sales-context-inputs: Sales-Context Inputs
red-flag: Red Flag
at-risk: At-Risk
save-play: Save Play
save-play-activation-time: Save-Play Activation Time
rescue-call: Rescue Call
champion-departure: Champion Departure; Champion change
early-warning-system: Early Warning System; EWS
risk-score: Risk Score
true-score: TRUE Score; TRUE; Trust, Risk, Utilization, Engagement
engagement-score: Engagement Score
usage-data: Usage Data; Product usage events
leading-indicator: Leading Indicator
lagging-indicator: Lagging Indicator
handoff-process: Hand-off Process; Handoff; Sales-to-CS transition
handoff-packet: Handoff Packet
handoff-scorecard: Handoff Scorecard; Handoff scoring system
deal-context: Deal Context
deal-data: Deal Data
expectations-document: Expectations Document
stakeholder-map: Stakeholder Map
kickoff: Kickoff; Joint kickoff call
shared-customer-record: Shared Customer Record; Customer record
success-criteria: Success Criteria
use-case: Use Case; Primary use case
needs-assessment: Needs Assessment
arr: Annual Recurring Revenue; ARR
mrr: Monthly Recurring Revenue; MRR
acv: Annual Contract Value; ACV
nrr: Net Revenue Retention; NRR
grr: Gross Revenue Retention; GRR
nrr-grr-gap: NRR-GRR Gap; Expansion masking gap
expansion-arr: Expansion ARR; Expansion Revenue
contraction-arr: Contraction ARR; Contracted ARR; Downgrade ARR
churned-arr: Churned ARR
winback-arr: Won-Back ARR; Win-back ARR
dollar-retention: Dollar Retention
net-expansion-rate: Net Expansion Rate
logo-retention: Logo Retention
retention-rate: Retention Rate; Customer retention rate
churn-rate: Churn Rate; Customer churn rate
logo-churn: Logo Churn
revenue-churn: Revenue Churn
gross-churn: Gross Churn
net-churn: Net Churn; Net revenue churn
downsell: Downsell; Downgrade
upsell: Upsell
cross-sell: Cross-sell
on-time-renewal-rate: On-Time Renewal Rate
renewal-forecasting: Renewal Forecasting; Renewal forecast
retention-forecasting: Retention Forecasting
year-over-year: Year-over-Year; YoY
nrr-comp-plan: NRR Comp Plan; NRR-tied compensation
clawback: Clawback; Commission clawback
retention-bonus: Retention Bonus
expansion-quota: Expansion Quota
quota-attainment: Quota Attainment (CSM)
csql: Customer Success Qualified Lead; CSQL
ga: General Availability; GA
beta: Beta; Customer beta program
alpha: Alpha
rc: Release Candidate; RC
mvp: Minimum Viable Product; MVP
design-partner: Design Partner; Design-partner customer
plg: Product-Led Growth; PLG
user-experience: User Experience; UX
backlog: Backlog
sprint: Sprint
roadmap: Roadmap
moscow: MoSCoW (Must/Should/Could/Won't); MoSCoW
release: Release
cs-pre-brief: CS Pre-Brief; Pre-brief
release-note: Release Note
deprecation: Deprecation
sunset: Sunset; End of life
migration-status: Migration Status; Migration tracking
workflow-automation: Workflow Automation
task-management: Task Management
voc: Voice of the Customer; VoC; VOC; Voice of Customer
voc-ticket: VoC Ticket
feature-request: Feature Request
customer-impact-score: Customer Impact Score; CIS
arr-weighted-feedback: ARR-Weighted Feedback
qualitative-feedback: Qualitative Feedback
quantitative-feedback: Quantitative Feedback
jtbd: Jobs-to-be-Done; JTBD
feedback-loop: Feedback Loop
feedback-taxonomy: Feedback Taxonomy; Shared feedback taxonomy
nps: Net Promoter Score; NPS
closed-loop-follow-up: Closed-Loop Follow-Up
csat: Customer Satisfaction; CSAT
ces: Customer Effort Score; CES
pulse-survey: Pulse Survey
experience-score: Experience Score; X-Score
delight-metrics: Delight Metrics
early-access-tier: Early Access Tier; Early access program
customer-co-design: Customer Co-Design; Co-design
ride-along: Ride-Along
advisory-board: Advisory Board; Customer Advisory Board
customer-council: Customer Council
customer-advocacy: Customer Advocacy; Advocates
referral-program: Referral Program
activation-campaign: Activation Campaign
adoption-rate: Adoption Rate
activation-rate: Activation Rate
product-adoption: Product Adoption
feature-adoption-rate: Feature Adoption Rate; FAR
time-to-adoption: Time-to-Adoption; TTA
sunset-retention-rate: Sunset Retention Rate
ttfv: Time to First Value; TTFV; Time-to-value
fvd: First Value Delivered; FVD
aha-moment: Aha Moment
value-realization: Value Realization
freemium-conversion: Freemium to Paid Conversion
pql: Product Qualified Lead; PQL
book-of-business: Book of Business; Book; Portfolio
benchmarking: Benchmarking
business-review: Business Review (QBR/EBR); Annual business review
qbr: Quarterly Business Review; QBR
ebr: Executive Business Review; EBR
touchpoints: Touchpoints
in-app-messaging: In-App Messaging; In-app announcement
customer-segmentation: Customer Segmentation
segmentation-strategy: Segmentation Strategy
tiering: Tiering; Account tier
strategic-accounts: Strategic Accounts; Strategic Account
icp: Ideal Customer Profile; ICP
named-account-model: Named Account Model
high-touch: High Touch CS
low-touch: Low Touch CS
tech-touch: Tech Touch
human-led-success: Human-Led Success
white-glove-service: White-Glove Service
scalable-cs: Scalable CS
customer-success: Customer Success; CS
csp: Customer Success Platform; CSP
crm: Customer Relationship Management; CRM
data-driven-cs: Data-Driven CS
dashboards: Dashboards
customer-360: Customer 360 View
ai-copilot: AI CoPilot
insights-engine: Insights Engine
playbooks: Playbooks; Pre-built playbooks
kpis: Key Performance Indicators; KPI; KPIs
okrs: Objectives and Key Results; OKR; OKRs
success-metrics: Success Metrics
success-plan: Customer Success Plan; Success Plan; Account Success Plan
joint-success-plan: Joint Success Plan
success-planning: Success Planning
goal-alignment: Goal Alignment
outcomes-based-success: Outcomes-Based Success
proactive-success: Proactive Success
manager-escalation: Manager Escalation
fcr: First Contact Resolution; FCR
ttr: Time to Resolution; TTR
knowledge-base: Knowledge Base; KB
self-service-resources: Self-Service Resources
onboarding-productivity: Onboarding Productivity
value-added-services: Value-Added Services
tam-service: Technical Account Management Service; TAM; TAM Service
services-attach-strategy: Services Attach Strategy
attachment-rate: Attachment Rate; Attach rate
cac: Customer Acquisition Cost; CAC
cac-payback: CAC Payback Period
cltv: Customer Lifetime Value; CLTV; LTV
burn-rate: Burn Rate
rule-of-40: Rule of 40
operating-margin: Operating Margin; OpEx Margin
professional-services-margin: Professional Services Margin; PS margin
pnl-ownership: P&L Ownership; P&L
enablement-playbooks: Enablement Playbooks
field-readiness: Field Readiness
succession-planning: Succession Planning
multipliers-framework: Multipliers Framework
zone-of-influence: Zone of Influence
challenger-spin-solution: Challenger, SPIN, and Solution Selling; Challenger; SPIN; Solution Selling
segment-cdp: Segment CDP; CDP; Customer Data Platform
ai-enablement: AI Enablement
agentic-ai: Agentic AI
rag: Retrieval-Augmented Generation; RAG
langchain: LangChain
streamlit: Streamlit
canva: Canva
notion: Notion
vector-store: Vector Store
openai-embeddings: OpenAI Embeddings
chunking: Chunking
mql: Marketing Qualified Lead; MQL
sql-lead: Sales Qualified Lead; SQL
arr-at-risk: ARR at Risk
cs-manager: CS Manager
feature-area-health: Feature-Area Health Correlation; Health by feature area
health-review-trigger: Health Review Trigger; Review threshold
expansion-ready-flag: Expansion Conversation Flag; Expansion-ready
feature-release-lifecycle: Feature Release Lifecycle; Feature stages
active-use: Active Use (joint definition); Adoption predicate
core-features: Core Features
vocabulary-gap-cost-model: Vocabulary-Gap Cost Model
`;

const asked = called
  .trim()
  .split("\n")
  .flatMap((line) => {
    const [id = "", names = ""] = line.split(/: (.*)/);
    return [id, ...names.split("; ")].map((name) => [name, id] as const);
  });

it("a term is found by every name, abbreviation and other name it goes by in the field", () => {
  expect(asked.length).toBeGreaterThan(500);
  const missed = asked.filter(([name, id]) => findTerm(name)?.id !== id);
  expect(missed.map(([name, id]) => `${name} is ${findTerm(name)?.id ?? "unknown"} and not ${id}`)).toEqual(
    [],
  );
});

it("ARR at the opening of a period is a term of its own", () => {
  expect(findTerm("Starting ARR (period opening)")?.id).toBe("opening-arr");
});
