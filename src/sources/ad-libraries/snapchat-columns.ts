/**
 * The columns of Snapchat's PoliticalAds.csv. Three headers exist: 27 columns (2018 and 2019), 34 (2020 and 2021) and 38 (since 2022).
 * In the oldest nothing tells people reached from people left out, so everything there is "used".
 * https://www.snap.com/political-ads
 */
import type { CriterionId } from '../../core/criteria.ts';
import type { Direction } from '../../core/observation.ts';

/** Columns that say what the ad is, not who was chosen. */
export type FactId = 'ad_id' | 'media' | 'currency' | 'spend' | 'impressions' | 'start' | 'end' | 'buyer' | 'about' | 'payer' | 'links';

/** How the cell of a targeting column is read: see snapchat-targeting.ts. */
export type TargetingKind =
  | 'country'
  | 'places'
  | 'radius'
  | 'postcodes'
  | 'age'
  | 'gender'
  | 'language'
  | 'interests'
  | 'third-party'
  | 'segments'
  | 'os'
  | 'connection'
  | 'carrier';

/** `both`: in every header. `old`: the 27 columns only. `new`: 34 and 38. */
type Headers = 'both' | 'old' | 'new';

export interface FactColumn {
  readonly name: string;
  readonly headers: Headers;
  readonly fact: FactId;
}

export interface TargetingColumn {
  readonly name: string;
  readonly headers: Headers;
  readonly targeting: TargetingKind;
  /** The criterion that every value of the column has; `null` where the values decide. */
  readonly criterion: CriterionId | null;
  readonly direction: Direction;
}

export interface IgnoredColumn {
  readonly name: string;
  readonly reason: string;
}

export const FACT_COLUMNS: readonly FactColumn[] = [
  { name: 'ADID', headers: 'both', fact: 'ad_id' },
  { name: 'CreativeUrl', headers: 'both', fact: 'media' },
  { name: 'Currency Code', headers: 'new', fact: 'currency' },
  { name: 'Spend', headers: 'both', fact: 'spend' },
  { name: 'Impressions', headers: 'both', fact: 'impressions' },
  { name: 'StartDate', headers: 'both', fact: 'start' },
  { name: 'EndDate', headers: 'both', fact: 'end' },
  { name: 'OrganizationName', headers: 'both', fact: 'buyer' },
  { name: 'CandidateBallotInformation', headers: 'both', fact: 'about' },
  { name: 'PayingAdvertiserName', headers: 'both', fact: 'payer' },
  { name: 'CreativeProperties', headers: 'both', fact: 'links' },
];

/** In the order in which a row's observations are given. */
export const TARGETING_COLUMNS: readonly TargetingColumn[] = [
  both('CountryCode', 'country', 'geo.country'),
  ...inAndOut('Regions', 'places', 'geo.region', 'RegionID'),
  ...inAndOut('Electoral Districts', 'places', 'geo.constituency', 'ElectoralDistrictID'),
  ...inAndOut('Radius Targeting', 'radius', 'geo.radius', 'LatLongRad'),
  ...inAndOut('Metros', 'places', 'geo.region', 'MetroID'),
  ...inAndOut('Postal Codes', 'postcodes', 'geo.postcode', 'Targeting Geo - Postal Code'),
  ...inAndOut('Location Categories', 'places', 'geo.place-category', 'LocationType'),
  both('AgeBracket', 'age', 'demo.age'),
  both('Gender', 'gender', 'demo.gender'),
  both('Language', 'language', 'demo.language'),
  both('Interests', 'interests', null),
  both('AdvancedDemographics', 'third-party', null),
  both('Segments', 'segments', 'own-audience.unspecified'),
  both('OsType', 'os', 'device'),
  both('Targeting Connection Type', 'connection', 'device'),
  both('Targeting Carrier (ISP)', 'carrier', 'device'),
];

const COMMITTEE = 'Committee details that some United States elections ask for; no question is put to them.';

export const IGNORED_COLUMNS: readonly IgnoredColumn[] = [
  { name: 'BillingAddress', reason: 'A postal address, which can be a private person’s. It is blanked before the file is stored.' },
  { name: 'CommitteeName', reason: COMMITTEE },
  { name: 'CommitteeIdentificationNumber', reason: COMMITTEE },
  { name: 'DisclosureNameOfCommittee', reason: COMMITTEE },
  { name: 'AdvertisingJurisdiction', reason: COMMITTEE },
];

function both(name: string, targeting: TargetingKind, criterion: CriterionId | null): TargetingColumn {
  return { name, headers: 'both', targeting, criterion, direction: 'include' };
}

function inAndOut(name: string, targeting: TargetingKind, criterion: CriterionId, oldName: string): TargetingColumn[] {
  return [
    { name: `${name} (Included)`, headers: 'new', targeting, criterion, direction: 'include' },
    { name: `${name} (Excluded)`, headers: 'new', targeting, criterion, direction: 'exclude' },
    { name: oldName, headers: 'old', targeting, criterion, direction: 'used' },
  ];
}
