/**
 * The cities of the United Kingdom, as places that Google's lists name: `Exeter,England,United Kingdom`. Westminster is left out: its city is a
 * part of London. Any other name can be a county, a borough, a town or a media area, and the list does not say which.
 * https://www.gov.uk/government/publications/list-of-cities/list-of-cities-html
 */
const BY_NATION = {
  england: `Bath|Birmingham|Bradford|Brighton & Hove|Brighton|Bristol|Cambridge|Canterbury|Carlisle|Chelmsford|Chester|Chichester|Colchester
Coventry|Derby|Doncaster|Durham|Ely|Exeter|Gloucester|Hereford|Hull|Kingston upon Hull|Lancaster|Leeds|Leicester|Lichfield|Lincoln|Liverpool
London|Manchester|Milton Keynes|Newcastle upon Tyne|Norwich|Nottingham|Oxford|Peterborough|Plymouth|Portsmouth|Preston|Ripon|Salford
Salisbury|Sheffield|Southampton|Southend on Sea|St Albans|Stoke on Trent|Sunderland|Truro|Wakefield|Wells|Winchester|Wolverhampton
Worcester|York`,
  'northern ireland': 'Armagh|Bangor|Belfast|Derry|Lisburn|Londonderry|Newry',
  scotland: 'Aberdeen|Dundee|Dunfermline|Edinburgh|Glasgow|Inverness|Perth|Stirling',
  wales: 'Bangor|Cardiff|Newport|St Asaph|St Davids|Swansea|Wrexham',
};

/** The four nations, by name in lower case. */
export const NATIONS: ReadonlySet<string> = new Set(Object.keys(BY_NATION));

const CITIES: ReadonlySet<string> = new Set(
  Object.entries(BY_NATION).flatMap(([nation, names]) => names.split(/[|\n]/).map((name) => key(name, nation))),
);

/** True for a city of this nation. Both names in any case; hyphens, full stops and apostrophes count for nothing. */
export function isCity(name: string, nation: string): boolean {
  return CITIES.has(key(name, nation));
}

function key(name: string, nation: string): string {
  return `${name
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[.'’]/g, '')
    .replace(/[-\s]+/g, ' ')
    .trim()}|${nation.toLowerCase()}`;
}
