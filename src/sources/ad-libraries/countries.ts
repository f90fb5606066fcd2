/**
 * English names of countries and territories, as ad libraries print them, and their ISO 3166-1 codes.
 * Names are those of ISO 3166-1 and of Unicode CLDR, with older forms beside them; Kosovo has the user-assigned code XK that both use.
 * https://www.iso.org/iso-3166-country-codes.html
 */

/** `CODE name; other name`, parted by `|` or a new line. Names are in the form that `key` gives. */
const TABLE = `
AD andorra | AE united arab emirates; uae | AF afghanistan | AG antigua and barbuda | AI anguilla | AL albania | AM armenia
AO angola | AQ antarctica | AR argentina | AS american samoa | AT austria | AU australia | AW aruba | AX aland islands
AZ azerbaijan | BA bosnia and herzegovina; bosnia | BB barbados | BD bangladesh | BE belgium | BF burkina faso | BG bulgaria
BH bahrain | BI burundi | BJ benin | BL saint barthelemy | BM bermuda | BN brunei; brunei darussalam
BO bolivia; bolivia, plurinational state of | BQ caribbean netherlands; bonaire, sint eustatius and saba | BR brazil | BS bahamas
BT bhutan | BV bouvet island | BW botswana | BY belarus | BZ belize | CA canada | CC cocos (keeling) islands; cocos islands
CD congo kinshasa; democratic republic of the congo; congo, democratic republic of the; congo, the democratic republic of the; dr congo
CF central african republic | CG congo brazzaville; congo; republic of the congo | CH switzerland | CI cote divoire; ivory coast
CK cook islands | CL chile | CM cameroon | CN china | CO colombia | CR costa rica | CU cuba | CV cape verde; cabo verde
CW curacao | CX christmas island | CY cyprus | CZ czechia; czech republic | DE germany | DJ djibouti | DK denmark | DM dominica
DO dominican republic | DZ algeria | EC ecuador | EE estonia | EG egypt | EH western sahara | ER eritrea | ES spain | ET ethiopia
FI finland | FJ fiji | FK falkland islands; falkland islands (malvinas)
FM micronesia; micronesia, federated states of; federated states of micronesia | FO faroe islands | FR france | GA gabon
GB united kingdom; great britain; uk; united kingdom of great britain and northern ireland | GD grenada | GE georgia
GF french guiana | GG guernsey | GH ghana | GI gibraltar | GL greenland | GM gambia | GN guinea | GP guadeloupe
GQ equatorial guinea | GR greece | GS south georgia and south sandwich islands; south georgia and the south sandwich islands
GT guatemala | GU guam | GW guinea bissau | GY guyana | HK hong kong; hong kong sar china
HM heard and mcdonald islands; heard island and mcdonald islands | HN honduras | HR croatia | HT haiti | HU hungary | ID indonesia
IE ireland; republic of ireland | IL israel | IM isle of man | IN india | IO british indian ocean territory | IQ iraq
IR iran; iran, islamic republic of | IS iceland | IT italy | JE jersey | JM jamaica | JO jordan | JP japan | KE kenya
KG kyrgyzstan | KH cambodia | KI kiribati | KM comoros | KN saint kitts and nevis
KP north korea; korea, democratic peoples republic of | KR south korea; korea; korea, republic of; republic of korea | KW kuwait
KY cayman islands | KZ kazakhstan | LA laos; lao peoples democratic republic | LB lebanon | LC saint lucia | LI liechtenstein
LK sri lanka | LR liberia | LS lesotho | LT lithuania | LU luxembourg | LV latvia | LY libya | MA morocco | MC monaco
MD moldova; moldova, republic of; republic of moldova | ME montenegro | MF saint martin; saint martin (french part)
MG madagascar | MH marshall islands | MK north macedonia; macedonia | ML mali | MM myanmar; burma; myanmar (burma) | MN mongolia
MO macao; macau; macao sar china | MP northern mariana islands | MQ martinique | MR mauritania | MS montserrat | MT malta
MU mauritius | MV maldives | MW malawi | MX mexico | MY malaysia | MZ mozambique | NA namibia | NC new caledonia | NE niger
NF norfolk island | NG nigeria | NI nicaragua | NL netherlands; holland | NO norway | NP nepal | NR nauru | NU niue
NZ new zealand | OM oman | PA panama | PE peru | PF french polynesia | PG papua new guinea | PH philippines | PK pakistan
PL poland | PM saint pierre and miquelon | PN pitcairn islands; pitcairn | PR puerto rico
PS palestinian territories; palestine; palestine, state of; state of palestine | PT portugal | PW palau | PY paraguay | QA qatar
RE reunion | RO romania | RS serbia | RU russia; russian federation | RW rwanda | SA saudi arabia | SB solomon islands
SC seychelles | SD sudan | SE sweden | SG singapore | SH saint helena; saint helena, ascension and tristan da cunha | SI slovenia
SJ svalbard and jan mayen | SK slovakia | SL sierra leone | SM san marino | SN senegal | SO somalia | SR suriname | SS south sudan
ST sao tome and principe | SV el salvador | SX sint maarten; sint maarten (dutch part) | SY syria; syrian arab republic
SZ eswatini; swaziland | TC turks and caicos islands | TD chad | TF french southern territories | TG togo | TH thailand
TJ tajikistan | TK tokelau | TL timor leste; east timor | TM turkmenistan | TN tunisia | TO tonga | TR turkey; turkiye
TT trinidad and tobago | TV tuvalu | TW taiwan | TZ tanzania; tanzania, united republic of | UA ukraine | UG uganda
UM us outlying islands; united states minor outlying islands | US united states; united states of america; usa | UY uruguay
UZ uzbekistan | VA vatican city; holy see | VC saint vincent and grenadines; saint vincent and the grenadines
VE venezuela; venezuela, bolivarian republic of | VG british virgin islands; virgin islands, british
VI us virgin islands; virgin islands, us | VN vietnam; viet nam | VU vanuatu | WF wallis and futuna | WS samoa | XK kosovo
YE yemen | YT mayotte | ZA south africa | ZM zambia | ZW zimbabwe
`;

const CODES: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split(/\s*[|\n]\s*/)
    .flatMap((entry) => {
      const [code, names] = [entry.slice(0, 2), entry.slice(3).split('; ')];
      return names.map((name) => [name, code] as const);
    }),
);

/** The ISO 3166-1 alpha-2 code of a country's English name, in any case: `united kingdom` is `GB`. `null` for a name nobody listed. */
export function countryCode(name: string): string | null {
  return CODES.get(key(name)) ?? null;
}

/** Lower case, without marks, full stops and apostrophes; `St.` as `saint`, `&` as `and`, hyphens as spaces, no article. */
function key(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.'’]/g, '')
    .replaceAll('&', 'and')
    .replace(/[-–\s]+/g, ' ')
    .trim()
    .replace(/^the /, '')
    .replace(/^st /, 'saint ');
}
