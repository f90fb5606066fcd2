/**
 * The invented advertisers of the demo and the places they choose. Postcode sectors lie in districts from ZE11 up, and the
 * area ZE has none above ZE3; addresses have postcodes in QX, which is no area; circles lie in the sea.
 */
export const OWN = 'Provided by Advertiser';
const BALLOT = 'Mossmere Assembly election, 7 May 2026';

export const lantern = {
  OrganizationName: 'The Lantern Party',
  PayingAdvertiserName: 'The Lantern Party',
  BillingAddress: '14 Invented Row,Mossmere,QX1 1AA,United Kingdom',
  CandidateBallotInformation: BALLOT,
};
export const harbour = {
  OrganizationName: 'Mossmere Harbour League',
  PayingAdvertiserName: 'Mossmere Harbour League Ltd.',
  BillingAddress: 'The Old Sail Loft,2 Madeup Quay,Mossmere,QX2 4ZZ,United Kingdom',
  CandidateBallotInformation: BALLOT,
};
export const orchard = {
  OrganizationName: 'Orchard and Loom',
  PayingAdvertiserName: 'Orchard and Loom',
  BillingAddress: '77 Nowhere Lane,Tarnhead,QX9 9QX,United Kingdom',
};
export const bell = {
  OrganizationName: 'The Ninth Bell Movement',
  PayingAdvertiserName: 'The Ninth Bell Movement',
  BillingAddress: '9 Imaginary Steps,Upper Tarn,QX11 2BB,United Kingdom',
  CandidateBallotInformation: BALLOT,
};
export const quillfold = {
  OrganizationName: 'Quillfold Commoners',
  PayingAdvertiserName: 'Quillfold Commoners',
  BillingAddress: 'Fable House,3 Pretend Street,Quillfold,QX20 1CC,United Kingdom',
  CandidateBallotInformation: BALLOT,
};
export const saltmarsh = {
  OrganizationName: 'The Saltmarsh Assembly',
  PayingAdvertiserName: 'The Saltmarsh Assembly',
  BillingAddress: '1 Notional Bank,Saltmarsh,QX31 7DD,United Kingdom',
  CandidateBallotInformation: BALLOT,
};
/** An advertiser nobody has joined to a party; each has an address of its own, as private as any. */
export const other = (name, payer = name) => ({
  OrganizationName: name,
  PayingAdvertiserName: payer,
  BillingAddress: `Flat ${name.length},${payer.length} Unreal Terrace,Mossmere,QX4 4EE,United Kingdom`,
});

export const link = (address) => ({
  CreativeProperties: `web_view_url:${address}?utm_source=snapchat&utm_campaign=invented&click_id=000111`,
});

/** Postcode sectors of Mossmere, `count` of them from the district `ze{10 + first}`. */
export function sectors(first, count) {
  return Array.from({ length: count }, (_, index) => `ze${10 + first + Math.floor(index / 9)} ${(index % 9) + 1}`).join(',');
}

export function circle(latitude, longitude, radius) {
  return `latitude ${latitude};longitude ${longitude};radius ${radius}`;
}

export const april = { from: '2026-04-06', until: '2026-05-05', last: '2026-05-07' };
export const spring = { from: '2026-03-05', until: '2026-05-05', last: '2026-05-07' };
