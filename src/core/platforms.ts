/** The platforms whose ad libraries are read, the names that notices use for them, and what each library can show. */
import type { CriterionId } from './criteria.ts';
import type { Platform } from './observation.ts';

/** A platform. */
export interface PlatformEntry {
  readonly id: Platform;
  readonly name: string;
  /** What its ad library is called in our sentences: "The Snapchat ad library shows ...". */
  readonly library_name: string;
  /** Other names that a notice may use for it: its services, its companies, its advertising products. */
  readonly also: readonly string[];
}

/** In the order of their ids. */
export const PLATFORMS = [
  {
    id: 'google',
    name: 'Google',
    library_name: 'Google political ads library',
    also: ['YouTube', 'Alphabet', 'AdWords', 'AdSense', 'DoubleClick'],
  },
  {
    id: 'meta',
    name: 'Meta',
    library_name: 'Meta Ad Library',
    also: ['Facebook', 'Instagram', 'WhatsApp', 'Messenger', 'Threads'],
  },
  { id: 'snapchat', name: 'Snapchat', library_name: 'Snapchat ad library', also: ['Snap', 'Snap Inc'] },
] as const satisfies readonly PlatformEntry[];

/** The platform of this id. */
export function platform(id: Platform): PlatformEntry {
  const found = PLATFORMS.find((entry) => entry.id === id);
  if (!found) throw new Error(`No platform has the id "${id}".`);
  return found;
}

/** True for a text that is the id of a platform with an ad library. */
export function isPlatform(text: string): text is Platform {
  return PLATFORMS.some((entry) => entry.id === text);
}

/** A file format in which a platform publishes political ads. */
export interface LibraryEntry {
  readonly id: string;
  readonly platform: Platform;
  readonly name: string;
  /** What its rows can show, in words. */
  readonly can_show: string;
  /** What it can never show, in words. */
  readonly cannot_show: string;
  /** The criteria it can give. What is not listed is never "not seen" on the ground of this library. */
  readonly criteria: readonly CriterionId[];
}

/** In the order of their ids. */
export const AD_LIBRARIES = [
  {
    id: 'google',
    platform: 'google',
    name: 'Google political advertising transparency bundle',
    can_show: 'The ages, genders and places chosen for one advert, and ranges of money and impressions.',
    cannot_show: "Uploaded lists, lookalikes, interests, and how much of a party's total was spent in the UK.",
    criteria: [
      'geo.country',
      'geo.region',
      'geo.constituency',
      'geo.borough',
      'geo.city',
      'geo.postcode',
      'geo.unspecified',
      'demo.age',
      'demo.gender',
    ],
  },
  {
    id: 'meta-api',
    platform: 'meta',
    name: 'Meta Ad Library API',
    can_show: 'The ages, genders and places chosen for one advert in the UK and the EU, who saw it, and ranges of money and impressions.',
    cannot_show: 'Uploaded lists, lookalikes and interests of one advert.',
    criteria: [
      'geo.country',
      'geo.region',
      'geo.constituency',
      'geo.borough',
      'geo.city',
      'geo.neighbourhood',
      'geo.postcode',
      'geo.unspecified',
      'demo.age',
      'demo.gender',
    ],
  },
  {
    id: 'meta-audience',
    platform: 'meta',
    name: 'Meta Ad Library audience summary',
    can_show:
      'The places, ages, genders, languages, interests, behaviours, demographics, uploaded lists, lookalikes and other audiences of its own that a page used in a window of 7, 30 or 90 days, to reach people or to leave them out.',
    cannot_show: 'Which advert used them.',
    criteria: [
      'geo.country',
      'geo.region',
      'geo.constituency',
      'geo.borough',
      'geo.city',
      'geo.neighbourhood',
      'geo.postcode',
      'geo.unspecified',
      'demo.age',
      'demo.gender',
      'demo.language',
      'demo.unspecified',
      'interest',
      'behaviour',
      'list.customer',
      'retargeting.web',
      'retargeting.app',
      'engagement',
      'own-audience.unspecified',
      'lookalike',
    ],
  },
  {
    id: 'meta-report',
    platform: 'meta',
    name: 'Meta Ad Library Report',
    can_show: 'The money and the number of adverts of each page and payer.',
    cannot_show: 'Any kind of targeting.',
    criteria: [],
  },
  {
    id: 'snapchat',
    platform: 'snapchat',
    name: 'Snapchat Political and Advocacy Ads Library',
    can_show:
      "The places, ages, genders, languages, interests, devices and demographics (built from other companies' data) chosen for one advert, to reach people or to leave them out, and whether audience data of the advertiser was used.",
    cannot_show:
      'Whether that audience data was a list, a lookalike or something else; and the places of an advert that chose more than about 500 of them.',
    criteria: [
      'geo.country',
      'geo.region',
      'geo.constituency',
      'geo.postcode',
      'geo.radius',
      'geo.place-category',
      'demo.age',
      'demo.gender',
      'demo.language',
      'demo.education',
      'demo.job',
      'demo.family',
      'demo.relationship',
      'demo.life-event',
      'demo.income-home',
      'interest',
      'political.affinity',
      'device',
      'segment.third-party',
      'own-audience.unspecified',
      'none.broad',
    ],
  },
] as const satisfies readonly LibraryEntry[];

export type LibraryId = (typeof AD_LIBRARIES)[number]['id'];

/** The ad library of this id. */
export function adLibrary(id: LibraryId): LibraryEntry {
  const found = AD_LIBRARIES.find((entry) => entry.id === id);
  if (!found) throw new Error(`No ad library has the id "${id}".`);
  return found;
}
