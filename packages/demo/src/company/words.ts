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
  "Thornbury Langmere Birchwood Hazelwood Farnworth Langholm Eskdale Wexford Rookwood Larkmont Birchmere Stavanger Eldworth Corrbeck Birchstead Thornstead Lornstane".split(
    " ",
  ),
);

/** Coined names that stand without an ending. */
export const coined =
  "Adelvo Arvento Belisk Cirranta Corvane Dovetta Elantro Fennimo Galdora Hestrel Imbrio Jorvane Kestova Lumenfold Mintaro Nimbly Orrindo Ostrel Pellucid Ponderro Quarrystone Rivanto Sandreef Sollara Tessera Trivanto Umbrello Vantirro Wexcombe Xandero Yolanta Zuvora Bluntwick Cobbletree Driftholm Ferrovia Glimmet Hollowdene Inkwater Juniperra".split(
    " ",
  );

/** Names from the continent, with the marks that exports lose. */
export const continental: readonly { name: string; industry: string }[] = [
  { name: "Ateliers Évrard-Lémonnet", industry: "Manufacturing" },
  { name: "Müßelbach Gerätebau", industry: "Manufacturing" },
  { name: "Nørrebæk Rederi", industry: "Transport & logistics" },
  { name: "Castellvià Alimentació", industry: "Food & drink" },
  { name: "Škardová Systems", industry: "Technology" },
  { name: "Żurawiec Transport", industry: "Transport & logistics" },
  { name: "Öhrnström Energi", industry: "Energy" },
  { name: "Brûlard & Côtéal", industry: "Food & drink" },
  { name: "Grünwaldt Hochbau", industry: "Construction" },
  { name: "Lindqvärn Medicinteknik", industry: "Life sciences" },
  { name: "Peñalosa y Ibarrondo", industry: "Professional services" },
  { name: "Tâmegal Vinhos", industry: "Food & drink" },
];

/** Names that break a careless import: a comma, a quote, great length. */
export const awkward: readonly { name: string; industry: string }[] = [
  { name: "Marlowe, Finchley & Daughters", industry: "Professional services" },
  { name: 'The "Old Forge" Works', industry: "Manufacturing" },
  {
    name: "The Consolidated Northern Counties Agricultural Machinery, Seed & Grain Storage Cooperative Society",
    industry: "Food & drink",
  },
  { name: "O'Tarragh's Bakery", industry: "Food & drink" },
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
