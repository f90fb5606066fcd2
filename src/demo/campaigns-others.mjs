/** What advertisers that no register joins to a party bought, some with names that mislead; and everything of 2025. */
import { april, OWN, orchard, other, sectors, spring } from './advertisers.mjs';

export const otherCampaigns2026 = [
  {
    name: 'lantern future',
    ads: 8,
    spend: 220,
    ...spring,
    cells: { ...other('Lantern Future'), 'Regions (Included)': 'Mossmere', AgeBracket: '18-24' },
  },
  {
    name: 'harbour friends',
    ads: 3,
    spend: 30,
    ...april,
    cells: { ...other('Friends of the Harbour', 'F. N. Invented'), 'Postal Codes (Included)': sectors(2, 4) },
  },
  {
    name: 'tenants',
    ads: 9,
    spend: 75,
    ...spring,
    cells: { ...other('Mossmere Tenants Voice'), 'Metros (Included)': 'Mossmere', AgeBracket: '18-34' },
  },
  {
    name: 'housing forum',
    ads: 5,
    spend: 55,
    ...spring,
    cells: { ...other('Tarn Valley Housing Forum'), 'Regions (Included)': 'Upper Tarn' },
    each: (index) => (index === 1 ? { StartDate: '2026/04/20 09:00:00Z', EndDate: '2026/04/19 09:00:00Z' } : {}),
  },
  // The library cuts the name of a payer at 32 characters.
  {
    name: 'turnout',
    ads: 6,
    spend: 40,
    ...april,
    cells: { ...other('Upper Tarn Turnout Project', 'The Upper Tarn Turnout Project Tr'.slice(0, 32)), AgeBracket: '18-25' },
  },
  {
    name: 'barrage yes',
    ads: 6,
    spend: 95,
    ...april,
    cells: { ...other('Yes to the Quillfold Barrage'), 'Regions (Included)': 'Quillfold' },
  },
  {
    name: 'barrage no',
    ads: 6,
    spend: 90,
    ...april,
    cells: { ...other('No to the Quillfold Barrage'), 'Regions (Included)': 'Quillfold', Segments: OWN },
  },
  {
    name: 'elections office',
    ads: 5,
    spend: 310,
    ...spring,
    cells: { ...other('Brassfern Creative ', 'Mossmere Elections Office'), 'Regions (Included)': 'Mossmere', Language: 'en,cy' },
  },
  {
    name: 'schools abroad',
    ads: 4,
    spend: 35,
    ...spring,
    cells: { ...other('Meadowlark School Levy'), 'Currency Code': 'USD', CountryCode: 'united states', CommitteeName: 'NA' },
  },
];

const autumn = { from: '2025-09-10', until: '2025-11-20', last: '2025-11-30' };

export const campaigns2025 = [
  {
    name: 'orchard autumn',
    ads: 12,
    spend: 190,
    ...autumn,
    cells: { ...orchard, Segments: OWN },
    each: (index) => ({ 'Postal Codes (Included)': sectors(2 + index, 14) }),
  },
  { name: 'lantern future autumn', ads: 5, spend: 110, ...autumn, cells: { ...other('Lantern Future'), 'Regions (Included)': 'Mossmere' } },
  {
    name: 'tenants autumn',
    ads: 8,
    spend: 45,
    ...autumn,
    cells: { ...other('Mossmere Tenants Voice'), 'Metros (Included)': 'Mossmere', AgeBracket: '18-34' },
  },
  {
    name: 'barrage yes autumn',
    ads: 7,
    spend: 70,
    ...autumn,
    cells: { ...other('Yes to the Quillfold Barrage'), 'Regions (Included)': 'Quillfold' },
  },
  {
    name: 'barrage no autumn',
    ads: 7,
    spend: 70,
    ...autumn,
    cells: { ...other('No to the Quillfold Barrage'), 'Regions (Included)': 'Quillfold' },
    each: (index) => (index === 3 ? { AgeBracket: '' } : {}),
  },
];
