/** The words by which an address in an imprint is known, and those that tell a name from one. All in lower case, without full stops. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Ends of street names that hardly end anything else: no number is needed before them. */
export const STREETS = words(`
  street road lane avenue close drive crescent terrace mews rd ave cres cresc str boulevard blvd esplanade promenade stryd
`);

/** Ends of street names that also end names of places: they count after a house number only (`Golders Green`, `Burgess Hill`). */
export const STREETS_AFTER_NUMBER = words(`
  st ln dr pl sq ct gdns way place square court gardens grove row hill parade walk green rise view gate wharf quay yard embankment
  broadway circus approach vale croft meadow meadows field fields bank end cross bridge common heath brow fold wynd brae passage alley
  arcade highway causeway park side villas buildings cottages house strand mall hey garth loan drove dene chase ride glen glade copse
  paddock orchard spinney wood lawn mount ridge high pavement precinct heol ffordd rhodfa maes
`);

/** First words of Welsh street names. */
export const STREETS_FIRST = words('heol ffordd stryd lôn rhodfa');

/** Ends of names of buildings: `Rose Cottage`, `Market Hall`. */
export const BUILDINGS = words(`
  house cottage cottages farm farmhouse lodge barn barns hall manor villa chambers building buildings mansion mansions bungalow rectory
  vicarage grange stables mill mills tower towers
`);

/** The same of two words. */
export const BUILDING_PAIRS: ReadonlySet<string> = new Set([
  'business centre',
  'business park',
  'enterprise centre',
  'enterprise park',
  'industrial estate',
  'innovation centre',
  'retail park',
  'science park',
  'trading estate',
]);

/** Parts of a building, before their number or after it: `Flat 2b`, `2nd Floor`. */
export const PARTS_OF_BUILDINGS = words('flat flats apartment apt unit units suite room rm block floor');
export const FLOORS = words('ground lower upper first second third fourth fifth sixth seventh eighth ninth tenth top');

/** Words before an address. */
export const LEADS = words('of at from c/o');
/** Before `of` and `at`, these say that a name goes on: `on behalf of`, `Friends of Mill Road`, `Isle of Wight`. */
export const NO_LEAD_AFTER = words(`
  behalf friends residents people parents supporters neighbours members member mayor isle isles county city borough town house church
  university college school bank ministry department leader chair chairman secretary treasurer save saving part parish diocese bishop dean duke future history heart voice voices hosted built based
`);

/** A segment with one of these names people or a body, not a place. */
export const BODIES = words(`
  party labour labour's conservative conservatives tory tories liberal lib dem dems democrat democrats democratic green greens unionist
  plaid ukip snp sdlp dup sinn reform brexit socialist communist cooperative co-operative independent independents national nationalist
  association branch constituency trust ltd limited plc llp cic inc gmbh union unions council committee campaign campaigns group groups
  club charity company co society alliance movement federation foundation institute network forum coalition project partnership church
  churches school schools college university academy residents friends students workers action momentum centre commons lords parliament
  senedd assembly mp mps am ams msp mep mla cllr councillor councillors candidate candidates agent treasurer chair chairman secretary
  president director editor leader office hq headquarters campaigners supporters volunteers team media press news newspaper radio tv
  films film productions theatre museum gallery hotel pub bar cafe café restaurant shop shops store stores market markets festival
  fund funds bank services service solutions consulting consultants agency agencies international europe european uk-wide
`);

/** Words that no name of a place has: a segment with one of them is speech. */
export const SPEECH = words(`
  a an or for with to from is are was were be been not no yes we you they he she it our your my his her their us who which that this
  these those what how why when where email e-mail mail tel telephone phone mobile call fax web website www visit contact registered
  registration number company promoted promoter published publisher printed printer hosted paid boosted posts funded sponsored
  produced distributed designed issued authorised approved behalf vote voting join years year days day weeks months hours miles
  minutes ways reasons things steps million billion degrees per cent percent pounds also only both all himself herself themselves
`);

/** Small words inside names of places and streets: `Newcastle upon Tyne`. */
export const GLUE = words('upon on le la de under by in the and & cum super next over y yr of');

/** Two words that begin a new statement, so that what stands before them ends. */
export const STATEMENTS = words(`
  promoted published printed hosted paid boosted posts email e-mail tel telephone phone mobile behalf funded sponsored produced
  distributed authorised registered
`);
