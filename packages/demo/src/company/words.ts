/** Fields of business and the second word of a company name in each. */
export const industries: readonly { industry: string; nouns: readonly string[] }[] = [
  { industry: "Transport & logistics", nouns: ["Logistics", "Freight", "Haulage", "Transport", "Shipping"] },
  { industry: "Healthcare", nouns: ["Health", "Clinics", "Dental", "Care Homes", "Diagnostics"] },
  { industry: "Manufacturing", nouns: ["Manufacturing", "Tooling", "Robotics", "Castings", "Packaging"] },
  { industry: "Retail", nouns: ["Retail", "Stores", "Outfitters", "Home", "Grocers"] },
  { industry: "Financial services", nouns: ["Pay", "Insurance", "Mutual", "Lending", "Advisers"] },
  {
    industry: "Professional services",
    nouns: ["Consulting", "Partners", "Legal", "Surveyors", "Recruitment"],
  },
  { industry: "Energy", nouns: ["Energy", "Wind", "Power", "Solar", "Heat"] },
  { industry: "Construction", nouns: ["Construction", "Builders", "Roofing", "Lifts", "Interiors"] },
  { industry: "Food & drink", nouns: ["Foods", "Dairy", "Bakery", "Brewing", "Catering"] },
  { industry: "Technology", nouns: ["Systems", "Software", "Labs", "Networks", "Data"] },
  { industry: "Media & events", nouns: ["Media", "Studios", "Events", "Press", "Travel"] },
  { industry: "Life sciences", nouns: ["Labs", "Biologics", "Therapeutics", "Instruments", "Research"] },
];

/** Beginnings and endings that make an invented place-like name: "Tarn" and "wick". */
export const beginnings =
  "Alder Amble Arken Birch Bram Brin Carr Cob Corr Crail Dorn Dray Eld Esk Faln Farn Fenn Garv Gorse Harn Hazel Ivel Kirn Lang Lark Linn Lorn Marl Mossa Neth Orle Oster Pell Quern Rav Rook Sker Stav Tam Tarn Thall Thorn Ulver Veln Wex Whin Wynn Yarl Yew Zell".split(
    " ",
  );
/** Endings for {@link beginnings}. */
export const endings =
  "barrow beck bourne combe crest dell fell garth gate holm lade mere mont row sand shaw stane stead thwaite vane wick wold worth".split(
    " ",
  );

/** Pairs that read as a well-known name or place. */
export const taken: ReadonlySet<string> = new Set(
  "Thornbury Langmere Birchwood Hazelwood Farnworth Langholm Eskdale Wexford Rookwood Larkmont Birchmere Stavanger Eldworth Corrbeck Birchstead Langdell Thornwick Thorngate Thornstead Lornstane".split(
    " ",
  ),
);

/** Coined names that stand without an ending. */
export const coined =
  "Adelvo Belisk Cirranta Corvane Dovetta Fennimo Galdora Hestrel Imbrio Jorvane Kestova Lumenfold Mintaro Orrindo Ostrel Ponderro Quarrystone Rivanto Sandreef Sollara Trivanto Vantirro Wexcombe Xandero Yolanta Zuvora Bluntwick Cobbletree Driftholm Glimmet Hollowdene Juniperra".split(
    " ",
  );

/** A company whose name says where it is. */
export interface LocalName {
  readonly name: string;
  readonly industry: string;
  readonly region: "Europe" | "UK & Ireland" | "North America";
}

/** Names from the continent, with the marks that exports lose. */
export const continental: readonly LocalName[] = [
  { name: "Ateliers Évrard-Lémonnet", industry: "Manufacturing", region: "Europe" },
  { name: "Müßelbach Gerätebau", industry: "Manufacturing", region: "Europe" },
  { name: "Nørrebæk Rederi", industry: "Transport & logistics", region: "Europe" },
  { name: "Castellvià Alimentació", industry: "Food & drink", region: "Europe" },
  { name: "Škardová Systems", industry: "Technology", region: "Europe" },
  { name: "Żurawiec Transport", industry: "Transport & logistics", region: "Europe" },
  { name: "Öhrnström Energi", industry: "Energy", region: "Europe" },
  { name: "Brûlard & Côtéal", industry: "Food & drink", region: "Europe" },
  { name: "Grünwaldt Hochbau", industry: "Construction", region: "Europe" },
  { name: "Lindqvärn Medicinteknik", industry: "Life sciences", region: "Europe" },
  { name: "Peñalosa y Ibarrondo", industry: "Professional services", region: "Europe" },
  { name: "Tâmegal Vinhos", industry: "Food & drink", region: "Europe" },
];

/** Names that break a careless import: a comma, a quote, great length. */
export const awkward: readonly LocalName[] = [
  { name: "Marlowe, Finchley & Daughters", industry: "Professional services", region: "UK & Ireland" },
  { name: 'The "Old Forge" Works', industry: "Manufacturing", region: "North America" },
  {
    name: "The Consolidated Northern Counties Agricultural Machinery, Seed & Grain Storage Cooperative Society",
    industry: "Food & drink",
    region: "UK & Ireland",
  },
  { name: "O'Tarragh's Bakery", industry: "Food & drink", region: "UK & Ireland" },
];

/** Customers in the public sector. */
export const publicBodies: readonly string[] = [
  "Harrowmere County Council",
  "Tollan Vale Water Authority",
  "City of Eastermoor",
  "Port of Lannick",
  "Ulverdale Health Board",
  "Kirnshire Fire & Rescue",
  "Ostervale School District",
  "Yarlmouth Transit Agency",
  "Penrowan Housing Association",
];
