/** Currency codes that stand in headers (`MRR (USD)`); the full list would take `all`, `try` and `top` for codes. */
const codes =
  /^(usd|eur|gbp|chf|jpy|cad|aud|nzd|sek|nok|dkk|pln|czk|huf|inr|sgd|hkd|cny|brl|mxn|zar|ils|krw|aed|ron)$/;

const bySymbol: Readonly<Record<string, string>> = { "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW" };

/** A header as aliases are written: lower case words, one blank between; and the currency it names, if any. */
export interface HeaderWords {
  readonly words: string;
  readonly currency: string | null;
  /** The numbers are cents, pence, yen: minor units. */
  readonly minor: boolean;
}

/**
 * The words of a header: `SBQQ__StartDate__c`, `Start_Date`, `startDate` and `Start Date (UTC)` are all `start date`.
 * A currency at the end (`MRR (USD)`, `arr_eur`) is taken off and told apart.
 */
export function headerWords(header: string): HeaderWords {
  const symbol = Object.keys(bySymbol).find((mark) => header.includes(mark));
  const words = header
    .normalize("NFKC")
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/^SBQQ__|__(c|r)$/gi, "")
    // Reports name the object a field is of: that of the line itself adds nothing.
    .replace(
      /^(rate plan charge|charge|subscription item|line item|opportunity product|contract line)\s*[:.]\s*/i,
      "",
    )
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .replace(/\bi ds?\b/g, "id")
    .replace(/%/g, " percent ")
    .replace(/#/g, " number ")
    .replace(/\((utc|gmt|converted)\)/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^(subscriptions?|customers?|accounts?|plans?) (?=\1)/, "");
  return withoutUnit(words, symbol ? (bySymbol[symbol] ?? null) : null);
}

function withoutUnit(text: string, symbol: string | null): HeaderWords {
  const bare = text.replace(/ (in )?(cents|minor units|minor)$/, "");
  const minor = bare !== text;
  const words = bare.split(" ");
  const last = words.at(-1) ?? "";
  if (words.length === 1 || !codes.test(last)) return { words: bare, currency: symbol, minor };
  const before = words.at(-2) === "in" ? -2 : -1;
  return { words: words.slice(0, before).join(" "), currency: last.toUpperCase(), minor };
}
