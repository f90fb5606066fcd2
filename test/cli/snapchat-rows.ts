/** Small library files in Snapchat's 38 columns, with invented parties. */

const HEADER =
  'ADID,CreativeUrl,Currency Code,Spend,Impressions,StartDate,EndDate,OrganizationName,BillingAddress,CandidateBallotInformation,PayingAdvertiserName,CommitteeName,CommitteeIdentificationNumber,DisclosureNameOfCommittee,AdvertisingJurisdiction,Gender,AgeBracket,CountryCode,Regions (Included),Regions (Excluded),Electoral Districts (Included),Electoral Districts (Excluded),Radius Targeting (Included),Radius Targeting (Excluded),Metros (Included),Metros (Excluded),Postal Codes (Included),Postal Codes (Excluded),Location Categories (Included),Location Categories (Excluded),Interests,OsType,Segments,Language,AdvancedDemographics,Targeting Connection Type,Targeting Carrier (ISP),CreativeProperties';

/** Cells by column name; what is left out stays empty. */
export type Row = Readonly<Record<string, string>>;

export function snapchatCsv(rows: readonly Row[]): string {
  const names = HEADER.split(',');
  const lines = rows.map((row, index) => {
    const cells: Row = {
      ADID: String(index + 1).padStart(64, '0'),
      'Currency Code': 'GBP',
      Spend: '100',
      Impressions: '5000',
      StartDate: '2026/04/14 08:00:00Z',
      EndDate: '2026/04/20 20:00:00Z',
      OrganizationName: 'The Thistledown Party',
      PayingAdvertiserName: 'The Thistledown Party',
      AgeBracket: '18+',
      CountryCode: 'united kingdom',
      ...row,
    };
    return names.map((name) => quoted(cells[name] ?? '')).join(',');
  });
  return [HEADER, ...lines, ''].join('\n');
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
