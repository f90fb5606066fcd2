/** The rest of Google's bundle: tables that say nothing of an ad or of money, and the two that join old ids to new. */
import type { IdChange } from '../../core/observation.ts';
import { shown } from './cells.ts';
import type { RowReadings } from './contract.ts';
import { columnKey, readHeader } from './csv-header.ts';
import { cellProblem, type Member, nothing, tableReader, UNNAMED } from './google-member.ts';
import { adId, advertiserId } from './google-values.ts';

/** A table whose rows are counted and give nothing. */
interface Silent {
  readonly table: string;
  readonly fits: (names: ReadonlySet<string>) => boolean;
  readonly reasons: readonly (readonly [reason: string, columns: readonly string[]])[];
}

const OF_A_CAMPAIGN = 'About a campaign, which can hold many ads. What is said of a campaign is not said of one ad.';
const OF_SEARCHES = 'What political advertisers bid for on searches in the United States, up to December 2019. It names nobody.';
const OF_A_DECLARATION = 'What an advertiser in California or New Zealand declares of itself; no question is put to it.';

const SILENT: readonly Silent[] = [
  {
    table: 'top-keywords-history',
    fits: (names) => names.has('keyword_1'),
    reasons: [
      [
        OF_SEARCHES,
        ['Election_Cycle', 'Region', 'Elections', 'Report_Date', ...[1, 2, 3, 4, 5, 6].flatMap((n) => [`Keyword_${n}`, `Spend_USD_${n}`])],
      ],
    ],
  },
  {
    table: 'advertiser-declared-stats',
    fits: (names) => names.has('advertiser_declared_name'),
    reasons: [
      [
        OF_A_DECLARATION,
        [
          'Advertiser_ID',
          'Region',
          'Advertiser_Declared_Name',
          'Advertiser_Declared_Regulatory_ID',
          'Advertiser_Declared_Scope',
          'Advertiser_Declared_Promoter_Name',
        ],
      ],
      [
        'A postal address, which can be a private person’s. It is blanked before the file is stored.',
        ['Advertiser_Declared_Promoter_Address'],
      ],
    ],
  },
  {
    table: 'updated',
    fits: (names) => names.has('report_data_updated_date'),
    reasons: [['The day of the copy. The import says it, for all tables of the bundle.', ['Report_Data_Updated_Date']]],
  },
];

const CAMPAIGN_COLUMNS = [
  'Campaign_ID',
  'Age_Targeting',
  'Gender_Targeting',
  'Geo_Targeting_Included',
  'Geo_Targeting_Excluded',
  'Start_Date',
  'End_Date',
  'Ads_List',
  'Advertiser_ID',
  'Advertiser_Name',
];

/** Closed in April 2020, when targeting came into `creative-stats`; empty since. */
const campaigns: Member = {
  table: 'campaign-targeting',
  fits: (names) => names.has('campaign_id') && names.has('ads_list'),
  open: (names) => {
    const header = readHeader(names, { used: [], ignored: [...because(OF_A_CAMPAIGN, CAMPAIGN_COLUMNS), UNNAMED], expected: [] });
    if (!('at' in header)) return header;
    const message = 'The row is about a campaign and not about one ad. It is kept in the file and not read.';
    return tableReader(header, (_cells, row, line) => nothing([cellProblem(row, line, null, { code: 'campaign-not-ad', message })]));
  },
};

function silent({ table, fits, reasons }: Silent): Member {
  return {
    table,
    fits,
    open: (names) => {
      const ignored = [...reasons.flatMap(([reason, columns]) => because(reason, columns)), UNNAMED];
      const header = readHeader(names, { used: [], ignored, expected: [] });
      return 'at' in header ? tableReader(header, () => nothing()) : header;
    },
  };
}

function because(reason: string, columns: readonly string[]): { readonly name: string; readonly reason: string }[] {
  return columns.map((name) => ({ name, reason }));
}

interface Mapping {
  readonly table: string;
  readonly of: IdChange['of'];
  /** How the names of the two columns end, without underscores: `OldAdvertiserId`, `Old_Ad_ID`. */
  readonly names: readonly string[];
  readonly read: (text: string) => string | null;
  readonly form: string;
}

/** `OldAdvertiserId,NewAdvertiserId` and `OldCreativeId,NewCreativeId`. */
const MAPPINGS: readonly Mapping[] = [
  { table: 'advertiser_id_mapping', of: 'account', names: ['advertiserid'], read: advertiserId, form: 'AR and digits' },
  { table: 'creative_id_mapping', of: 'ad', names: ['creativeid', 'adid'], read: adId, form: 'CR and digits' },
];

/** Ids come out as records hold them: `google:CR...` is an ad's id, `google:AR...` an account's key. */
function mapping({ table, of, names: endings, read, form }: Mapping): Member {
  const isColumn = (name: string, age: 'new' | 'old'): boolean => endings.includes(columnKey(name).replaceAll('_', '').replace(age, ''));
  const find = (names: Iterable<string>, age: 'new' | 'old'): string | undefined =>
    [...names].find((name) => columnKey(name).startsWith(age) && isColumn(name, age));
  return {
    table,
    fits: (names) => find(names, 'old') !== undefined && find(names, 'new') !== undefined,
    open: (names) => {
      const [oldName = '', newName = ''] = [find(names, 'old'), find(names, 'new')].map((name) => name?.trim());
      const header = readHeader(names, { used: [oldName, newName], ignored: [UNNAMED], expected: [] });
      if (!('at' in header)) return header;
      const [oldAt = -1, newAt = -1] = [header.at.get(oldName), header.at.get(newName)];
      return tableReader(header, (cells, row, line): RowReadings => {
        const ids = [
          { field: oldName, text: cells[oldAt] ?? '' },
          { field: newName, text: cells[newAt] ?? '' },
        ];
        const problems = ids
          .filter(({ text }) => read(text) === null)
          .map(({ field, text }) => {
            const message = `${field} has ${shown(text)}, which is not ${form}, so the row joins nothing. Send the file as published.`;
            return cellProblem(row, line, field, { code: 'bad-id', message });
          });
        const [from, to] = ids.map(({ text }) => read(text));
        if (typeof from !== 'string' || typeof to !== 'string') return nothing(problems);
        if (from === to) return nothing([cellProblem(row, line, newName, SAME_ID)]);
        return { accepted: true, ad: null, observations: [], same: { of, from: `google:${from}`, to: `google:${to}` }, problems };
      });
    },
  };
}

const SAME_ID = { code: 'same-id', message: 'The new id is the old one, so the row joins nothing.' };

export const otherTables: readonly Member[] = [campaigns, ...SILENT.map(silent), ...MAPPINGS.map(mapping)];
