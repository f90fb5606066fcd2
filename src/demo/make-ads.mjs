/**
 * Makes the demo's two Snapchat files from a fixed seed, in the library's own form: `node src/demo/make-ads.mjs` writes them
 * beside itself. Parties, advertisers, places and postcodes are invented. The files are committed and a test compares them.
 */
import { realpathSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { campaigns2025, otherCampaigns2026 } from './campaigns-others.mjs';
import { partyCampaigns2026 } from './campaigns-parties.mjs';

const BASE =
  'ADID,CreativeUrl,Currency Code,Spend,Impressions,StartDate,EndDate,OrganizationName,BillingAddress,CandidateBallotInformation,PayingAdvertiserName';
const COMMITTEE = 'CommitteeName,CommitteeIdentificationNumber,DisclosureNameOfCommittee,AdvertisingJurisdiction';
const REST =
  'Gender,AgeBracket,CountryCode,Regions (Included),Regions (Excluded),Electoral Districts (Included),Electoral Districts (Excluded),Radius Targeting (Included),Radius Targeting (Excluded),Metros (Included),Metros (Excluded),Postal Codes (Included),Postal Codes (Excluded),Location Categories (Included),Location Categories (Excluded),Interests,OsType,Segments,Language,AdvancedDemographics,Targeting Connection Type,Targeting Carrier (ISP),CreativeProperties';

/** @returns {Record<string, string>} each file's whole text by its name */
export function makeAds() {
  const wide = [BASE, COMMITTEE, REST].join(',').split(',');
  const narrow = [BASE, REST].join(',').split(',');
  const ads = [...partyCampaigns2026, ...otherCampaigns2026].flatMap(adsOf).sort((a, b) => (a.ADID < b.ADID ? -1 : 1));
  const rows = ads.map((ad) => wide.map((name) => cell(ad[name] ?? '')));
  // One row lost a cell on its way, as happens: it is refused as one row and the file goes on.
  rows.find((row) => row[wide.indexOf('OrganizationName')] === 'Tarn Valley Housing Forum')?.pop();
  return {
    'snapchat-2026.csv': [wide, ...rows].map((row) => `${row.join(',')}\r\n`).join(''),
    'snapchat-2025-34col.csv': [narrow, ...campaigns2025.flatMap(adsOf).map((ad) => narrow.map((name) => cell(ad[name] ?? '')))]
      .map((row) => `${row.join(',')}\n`)
      .join(''),
  };
}

/** One campaign as its ads. Each campaign has its own stream of numbers, so that changing one leaves the others as they are. */
function adsOf(campaign) {
  const next = stream(`${campaign.name}`);
  return Array.from({ length: campaign.ads }, (_, index) => {
    const start = minute(campaign.from, campaign.until, next);
    const days = 1 + Math.floor(next() * 12);
    const spend = Math.round(campaign.spend * (0.4 + 1.2 * next()));
    const links = 1 + (next() < 0.1 ? 2 : 0);
    const kind = next() < 0.7 ? 'mp4' : 'png';
    const ad = {
      ADID: hex(next),
      CreativeUrl: Array.from({ length: links }, () => `https://www.snap.com/political-ads/asset/${hex(next)}?mediaType=${kind}`).join(';'),
      'Currency Code': 'GBP',
      Spend: String(spend),
      Impressions: String(Math.max(7, Math.round(spend * (180 + 240 * next())) + Math.floor(90 * next()))),
      StartDate: printed(start),
      EndDate: printed(Math.min(start + days * 86_400, Date.parse(`${campaign.last ?? campaign.until}T21:00:00Z`) / 1000)),
      CountryCode: 'united kingdom',
      AgeBracket: '18+',
      ...campaign.cells,
    };
    return campaign.each ? { ...ad, ...campaign.each(index, next) } : ad;
  });
}

function minute(from, until, next) {
  const [first, last] = [Date.parse(`${from}T07:00:00Z`) / 1000, Date.parse(`${until}T16:00:00Z`) / 1000];
  return first + Math.floor(next() * (last - first));
}

/** `2026/05/07 21:00:00Z`, as the library prints an instant. */
function printed(seconds) {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ').concat('Z');
}

function hex(next) {
  return Array.from({ length: 64 }, () => Math.floor(next() * 16).toString(16)).join('');
}

/** Quotes only where needed, and, as the library does, where a space stands at an end. */
function cell(value) {
  return /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** A stream of numbers from 0 to 1 that is the same for the same words (FNV-1a into mulberry32). */
function stream(words) {
  let state = 2166136261;
  for (const letter of `candour demo ${words}`) state = Math.imul(state ^ letter.charCodeAt(0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(makeAds())) writeFileSync(new URL(name, import.meta.url), text);
}
