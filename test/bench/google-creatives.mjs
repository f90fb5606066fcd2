/**
 * Makes a big Google `creative-stats` file, the same one for the same seed: `node test/bench/google-creatives.mjs --rows 1000000 --seed 7 > file`.
 * Columns and shapes of values are those of the library's file of 2026; advertisers are invented. The trailing comma of the real header, which
 * gives it a last column without a name, is left out: not every tool that the file is compared with can import such a column.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

/** Each currency with its lowest step. An ad shows its spend in its account's currency, and the lowest step in every other. */
const STEPS = Object.entries({
  USD: 100,
  EUR: 50,
  INR: 250,
  BGN: 100,
  CZK: 1500,
  DKK: 500,
  HUF: 20000,
  PLN: 250,
  RON: 250,
  SEK: 1000,
  GBP: 50,
  NZD: 200,
  ILS: 250,
  AUD: 150,
  TWD: 3000,
  BRL: 500,
  ARS: 15000,
  ZAR: 15000,
  CLP: 50000,
  MXN: 1000,
});

const HEADER = [
  'Ad_ID',
  'Ad_URL',
  'Ad_Type',
  'Regions',
  'Advertiser_ID',
  'Advertiser_Name',
  'Ad_Campaigns_List',
  'Date_Range_Start',
  'Date_Range_End',
  'Num_of_Days',
  'Impressions',
  'Spend_USD',
  'First_Served_Timestamp',
  'Last_Served_Timestamp',
  'Age_Targeting',
  'Gender_Targeting',
  'Geo_Targeting_Included',
  'Geo_Targeting_Excluded',
  'Is_Funded_By_Google_Ad_Grants',
  ...STEPS.flatMap(([code]) => [`Spend_Range_Min_${code}`, `Spend_Range_Max_${code}`]),
];

const ADVERTISERS = 3000;
const DAYS = 1826;
const FIRST_DAY = Date.UTC(2021, 9, 1);
const CHUNK = 64 * 1024;

/** Share of ads, account's currency, hour at which a day begins there in UTC, and places as Google prints them. */
const COUNTRIES = [
  {
    code: 'US',
    share: 46,
    currency: 'USD',
    hour: '07:00:00',
    name: 'United States',
    regions: [
      'Pennsylvania',
      'Arizona',
      'Wisconsin',
      'Georgia',
      'Michigan',
      'North Carolina',
      'Nevada',
      'Florida',
      'Iowa',
      'Ohio',
      'Maine',
    ],
    cities: ['Erie,Pennsylvania', 'Tucson,Arizona', 'Reno,Nevada', 'Portland, ME,Maine', 'Columbus, GA,Georgia', 'Toledo,Ohio'],
    postcode: (n) => `${10000 + (n % 89000)},${['Florida', 'Ohio', 'Michigan'][n % 3]}`,
  },
  {
    code: 'IN',
    share: 20,
    currency: 'INR',
    hour: '18:30:00',
    name: 'India',
    regions: ['Maharashtra', 'Tamil Nadu', 'West Bengal', 'Rajasthan', 'Kerala', 'Gujarat', 'Bihar', 'Punjab'],
    cities: ['Pune,Maharashtra', 'Navi Mumbai,Maharashtra', 'Chennai,Chennai,Tamil Nadu', 'Jaipur,Rajasthan', 'Kochi,Kerala'],
    postcode: (n) => `${400000 + (n % 1000)},Maharashtra`,
  },
  {
    code: 'GB',
    share: 16,
    currency: 'GBP',
    hour: '00:00:00',
    name: 'United Kingdom',
    regions: ['England', 'Scotland', 'Wales', 'Northern Ireland'],
    cities: [
      'London,England',
      'Leeds,England',
      'Greater London,England',
      'Glasgow,Scotland',
      'Cardiff,Wales',
      'Hackney,England',
      'Belfast,Northern Ireland',
    ],
    postcode: (n) =>
      `${['BS', 'LS', 'NG', 'EX', 'YO', 'EH', 'CF', 'BT'][n % 8]}${1 + (n % 29)},${['England', 'England', 'England', 'England', 'England', 'Scotland', 'Wales', 'Northern Ireland'][n % 8]}`,
  },
  {
    code: 'AR',
    share: 4,
    currency: 'ARS',
    hour: '03:00:00',
    name: 'Argentina',
    regions: ['Buenos Aires', 'Córdoba', 'Santa Fe Province'],
    cities: ['Rosario,Santa Fe Province', 'La Plata,Buenos Aires Province'],
    postcode: (n) => `${1000 + (n % 8000)},Buenos Aires`,
  },
  {
    code: 'BR',
    share: 4,
    currency: 'BRL',
    hour: '03:00:00',
    name: 'Brazil',
    regions: ['State of São Paulo', 'State of Bahia', 'State of Paraná'],
    cities: ['Santos,State of São Paulo', 'Ilhéus,State of Bahia'],
    postcode: (n) => `0${1000 + (n % 8000)}-${100 + (n % 800)},State of São Paulo`,
  },
  {
    code: 'AU',
    share: 4,
    currency: 'AUD',
    hour: '14:00:00',
    name: 'Australia',
    regions: ['New South Wales', 'Queensland', 'Tasmania'],
    cities: ['Hobart,Tasmania', 'Cairns,Queensland'],
    postcode: (n) => `${2000 + (n % 900)},New South Wales`,
  },
  {
    code: 'MX',
    share: 2,
    currency: 'MXN',
    hour: '06:00:00',
    name: 'Mexico',
    regions: ['Jalisco', 'Oaxaca'],
    cities: ['Puebla,Puebla', 'León,Guanajuato'],
    postcode: (n) => `${44000 + (n % 900)},Jalisco`,
  },
  {
    code: 'IL',
    share: 2,
    currency: 'ILS',
    hour: '22:00:00',
    name: 'Israel',
    regions: ['Haifa District', 'South District'],
    cities: ['Haifa,Haifa District', 'Eilat,South District'],
    postcode: (n) => `${1000000 + n},Haifa District`,
  },
  {
    code: 'TW',
    share: 2,
    currency: 'TWD',
    hour: '16:00:00',
    name: 'Taiwan',
    regions: ['Taipei City', 'Tainan City'],
    cities: ['Hualien City,Hualien County', 'Taitung City,Taitung County'],
    postcode: (n) => `${100 + (n % 800)},Taipei City`,
  },
];
const TOTAL_SHARE = COUNTRIES.reduce((sum, { share }) => sum + share, 0);
const BLOCKED = 'Brazil, Canada, India, Japan, Mexico, Nigeria, Puerto Rico, Russia, Turkey, Ukraine, Vietnam'.split(', ');

const FIRST_NAMES = [
  'Ada',
  'Bram',
  'Cerys',
  'Dov',
  'Elspeth',
  'Farid',
  'Gwenllian',
  'Hamish',
  'Ines',
  'Jory',
  'Kavita',
  'Lorcan',
  'Mirela',
  'Niamh',
];
const LAST_NAMES = [
  'Quillfeather',
  'Marrowby',
  'Fenwold',
  'Thistlemere',
  'Oddershaw',
  'Brackenrigg',
  'Umberfold',
  'Vantongeren',
  'Larkspurn',
  'Zeddlecombe',
];
const PLACES = ['Marrowshire', 'Lower Fenwold', 'Quillhaven', 'Oddershaw Vale', 'Thistlemere', 'East Umber', 'Brackenport', 'Larkmouth'];
const OTHER_SCRIPTS = [
  'काल्पनिक दल',
  'מפלגה דמיונית',
  '虛構黨',
  'Φανταστικό Κόμμα',
  'حزب خيالي',
  'Partido Fictício do Luar',
  'Алианс „Измислица“',
  'Partido Imaginario del Ñandú',
];

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function advertiserName(pick, next, i) {
  const person = `${pick(FIRST_NAMES)} ${pick(LAST_NAMES)}`;
  const kind = next();
  if (kind < 0.3) return `${person} FOR ${pick(PLACES)}`.toUpperCase();
  if (kind < 0.45) return `FRIENDS OF ${person}, INC.`.toUpperCase();
  if (kind < 0.6) return `The ${pick(PLACES)} Lantern Alliance`;
  if (kind < 0.7) return `${pick(OTHER_SCRIPTS)} ${1 + (i % 97)}`;
  if (kind < 0.78) return `Movement "${pick(PLACES)} Tomorrow"`;
  if (kind < 0.88) return `${pick(LAST_NAMES)}, ${pick(LAST_NAMES)} & Daughters Media Ltd`;
  return `Citizens’ Committee of ${pick(PLACES)} No. ${1 + (i % 61)}`;
}

function advertisers(next, pick) {
  return Array.from({ length: ADVERTISERS }, (_, i) => {
    let share = next() * TOTAL_SHARE;
    const country = COUNTRIES.find((one) => {
      share -= one.share;
      return share < 0;
    });
    return {
      id: `AR${digits(next() * 184467440737, 12)}${digits((i * 48271 + 1309) % 100_000_000, 8)}`,
      name: advertiserName(pick, next, i),
      country: country ?? COUNTRIES[0],
    };
  });
}

function digits(number, length) {
  return String(Math.floor(number)).padStart(length, '0');
}

/** Multiples of a lowest step at which ranges begin: 0, 1, ... 10, 15, ... 50, 60, ... */
const BOUNDS = [];
for (let at = 0; at < 30000; at += at < 10 ? 1 : at < 50 ? 5 : at < 100 ? 10 : at < 500 ? 50 : at < 5000 ? 500 : 5000) BOUNDS.push(at);

function spendRange(next, step) {
  const at = Math.min(BOUNDS.length - 1, Math.floor(BOUNDS.length * next() ** 4));
  const end = BOUNDS[at + 1];
  return [String(BOUNDS[at] * step), end === undefined ? '' : String(end * step)];
}

const OLD_IMPRESSIONS = ['≤ 10k', '≤ 10k', '≤ 10k', '10k–100k', '10k–100k', '100k–1M', '1M–10M', '> 10M'];

function impressions(next, pick, day) {
  if (day < 200) return pick(OLD_IMPRESSIONS);
  const at = Math.floor(40 * next() ** 3);
  return at >= 39 ? '> 10M' : `${BOUNDS[at] * 1000}-${BOUNDS[at + 1] * 1000}`;
}

const AGES = ['18-24', '25-34', '35-44', '45-54', '55-64', '≥65'];

function ages(next) {
  const kind = next();
  if (kind < 0.57) return '';
  const from = kind < 0.76 ? 0 : Math.floor(next() * 6);
  const to = kind < 0.9 ? 6 : from + 1 + Math.floor(next() * (6 - from));
  return [...AGES.slice(from, to), ...(next() < 0.6 ? ['Unknown age'] : [])].join(', ');
}

function gender(next) {
  const kind = next();
  if (kind < 0.65) return '';
  if (kind < 0.93) return 'Male, Female, Unknown gender';
  if (kind < 0.96) return 'Female';
  if (kind < 0.98) return 'Male';
  return kind < 0.99 ? 'Male, Female' : 'Female, Unknown gender';
}

function included(next, pick, country) {
  const kind = next();
  if (kind < 0.026) return '';
  if (kind < 0.34) return country.name;
  if (kind < 0.62) return `${pick(country.regions)},${country.name}`;
  if (kind < 0.82) return list(1 + Math.floor(next() * 5), () => `${pick(country.cities)},${country.name}`);
  const count = kind < 0.985 ? 2 + Math.floor(next() * 10) : 60 + Math.floor(next() * 340);
  return list(count, () => `${country.postcode(Math.floor(next() * 90000))},${country.name}`);
}

function excluded(next, pick, country) {
  const kind = next();
  if (kind < 0.82) return '';
  if (kind < 0.9) return BLOCKED.slice(0, 3 + Math.floor(next() * 8)).join(', ');
  return list(1 + Math.floor(next() * 4), () => `${pick(country.cities)},${country.name}`);
}

function list(count, one) {
  return [...new Set(Array.from({ length: count }, one))].sort().join(', ');
}

function cell(text) {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function dayText(day) {
  return new Date(FIRST_DAY + day * 86_400_000).toISOString().slice(0, 10);
}

/**
 * The file in pieces of about 64 KB, the header first: `rows` rows, about 600 bytes each. A few advertisers have most of the ads.
 * It holds the advertisers and one piece in memory, however many rows.
 */
export function* creativeRows({ rows, seed }) {
  const next = random(seed);
  const pick = (from) => from[Math.floor(next() * from.length)];
  const all = advertisers(next, pick);
  const offset = Math.floor(next() * 100_000_000);
  let chunk = `${HEADER.join(',')}\n`;
  for (let row = 0; row < rows; row++) {
    const { id: advertiser, name, country } = all[Math.floor(ADVERTISERS * next() ** 3)];
    // The last eight digits are never twice the same in 100 million rows: the factor has no divisor in common with 10.
    const ad = `CR${digits(next() * 184467440737, 12)}${digits((row * 48271 + offset) % 100_000_000, 8)}`;
    const start = Math.floor(next() * DAYS);
    const end = Math.min(DAYS - 1, start + Math.floor(60 * next() ** 3));
    const [from, to] = [dayText(start), dayText(end)];
    const cells = [
      ad,
      `https://adstransparency.google.com/advertiser/${advertiser}/creative/${ad}`,
      pick(['VIDEO', 'VIDEO', 'IMAGE', 'IMAGE', 'TEXT']),
      country.code,
      advertiser,
      name,
      '',
      from,
      to,
      String(1 + end - start),
      impressions(next, pick, start),
      '',
      `${from} ${country.hour} UTC`,
      `${to} ${country.hour} UTC`,
      ages(next),
      gender(next),
      included(next, pick, country),
      excluded(next, pick, country),
      'No',
      ...STEPS.flatMap(([code, step]) => (code === country.currency ? spendRange(next, step) : ['0', String(step)])),
    ];
    chunk += `${cells.map(cell).join(',')}\n`;
    if (chunk.length >= CHUNK) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}

function option(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`);
  const value = at === -1 ? otherwise : Number(process.argv[at + 1]);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} takes a whole number.`);
  return value;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const pieces = creativeRows({ rows: option('rows', 1000), seed: option('seed', 7) });
  await pipeline(Readable.from(pieces, { objectMode: true, highWaterMark: 4 }), process.stdout);
}
