/** What an ad library shows: ads, observations, and what could not be placed. Plain data. */
import type { CriterionId } from './criteria.ts';
import type { Day, Instant } from './time.ts';

/** A platform that publishes an ad library. */
export type Platform = 'google' | 'meta' | 'snapchat';

/** Which way a criterion was used. `used`: the source does not say whether people were reached or left out. */
export type Direction = 'include' | 'exclude' | 'used';

/** How near the evidence is to "who was chosen" (criteria.md, part e). `delivery` never gives a criterion. */
export type EvidenceLevel = 'ad' | 'page-window' | 'delivery' | 'declaration';

/**
 * An amount as the source gives it: bounds in minor units (pence) of one currency. `max: null` is an open top bucket;
 * `currency: null` means that the source does not name one, so the amount is never added to another.
 */
export interface Money {
  readonly min: number;
  readonly max: number | null;
  readonly currency: string | null;
}

/** A count as the source gives it. `max: null` is an open top bucket. */
export interface CountRange {
  readonly min: number;
  readonly max: number | null;
}

/** `page-window`: what all ads of a page used together in a stretch of days; nothing in it is said of one ad. */
export type AdKind = 'ad' | 'page-window';

/** One ad as one row of an ad library gives it, or all ads of a page in a window. Texts are as printed. */
export interface Ad {
  /** `{platform}:{the library's own id}`; for a window `{platform}:{page id}@{last day}/{days}`. */
  readonly id: string;
  readonly kind: AdKind;
  readonly platform: Platform;
  readonly library_id: string;
  /** The library's id of the page or advertiser who placed it; `null` where it gives none (Snapchat). */
  readonly page_id: string | null;
  /** How many ads it is: 1 for an ad. */
  readonly ads: CountRange;
  /** Who placed it, as printed (Snapchat `OrganizationName`; Meta page name). */
  readonly buyer: string;
  /** Who paid, as printed (Snapchat `PayingAdvertiserName`). */
  readonly payer: string;
  readonly spend: Money | null;
  readonly impressions: CountRange | null;
  readonly start: Instant | null;
  /** `null`: open, the library gives no end. */
  readonly end: Instant | null;
  /** ISO 3166 country where it was shown; `null` when the library does not show places. */
  readonly country: string | null;
  /** False where the library prints no place at all for the ad: every place question is then cannot-tell. */
  readonly places_shown: boolean;
  /** What the ad is about, in the library's own words; shown, never matched on. */
  readonly about: string | null;
  /** Links to the ad's pictures in the library. */
  readonly media: readonly string[];
  /** Where the ad leads: scheme, host and path only. */
  readonly landing: string | null;
}

/** The ad library showed this ad using this criterion. */
export interface Observation {
  readonly ad: string;
  readonly criterion: CriterionId;
  readonly direction: Direction;
  readonly level: EvidenceLevel;
  /** The source column it was read from, by its own name. */
  readonly field: string;
  /** The values as printed, trimmed. Empty when the library hides them all. */
  readonly values: readonly string[];
  /** How many values the library hides or gives only as codes. */
  readonly hidden: number;
  /** Rank in the order of fineness of places (criteria.md a.4); `null` where it has none or it is not a place. */
  readonly rank: number | null;
  /** What part of a page's window used it. Absent for an ad, which used it as a whole. */
  readonly part?: { readonly ads: CountRange; readonly spend: Money | null };
}

/** Money that a library gives for a page or advertiser, with no word on any ad. Rows have no key: none is ever merged with another. */
export interface Paid {
  /** Which table of the library it stands in: `advertisers`, `weekly-spend`. Tables show the same money again; they are never added. */
  readonly table: string;
  readonly page_id: string | null;
  /** Page or advertiser as printed; empty where the row is about a place only, or the name is a private person's account. */
  readonly name: string;
  /** `null`: the library says that none was given. */
  readonly payer: string | null;
  /** Country or place where the money was spent, as the table gives it. */
  readonly place: string | null;
  readonly spend: Money;
  readonly ads: number | null;
  /** First and last day the amount is for; `null` where the file does not say. */
  readonly first: Day | null;
  readonly last: Day | null;
}

/** A library gave a thing a new id: both are the same. */
export interface IdChange {
  readonly of: 'ad' | 'account';
  readonly from: string;
  readonly to: string;
}

/** Something in a source file that could not be placed. It names the row, the field and the reason, and what was found. */
export interface Problem {
  /** Row of the file, header not counted: the first row of data is 1. `null`: the whole file. */
  readonly row: number | null;
  /** Physical line where the row begins, header is 1. */
  readonly line: number | null;
  readonly field: string | null;
  /** Kebab-case reason, for machines. */
  readonly code: string;
  /** One sentence for people: what was found and what to do. Never holds an address or a token. */
  readonly message: string;
  /** True when the row was refused because of it. */
  readonly refused: boolean;
}
