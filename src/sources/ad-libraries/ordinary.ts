/**
 * Problems that whole, genuine files of the libraries hold: the library itself hides or abbreviates something. They are counted and
 * shown like any other; there is nothing to mend in the file, so they come last and do not make an import fail.
 */
export const ORDINARY_PROBLEMS: readonly string[] = [
  'campaign-not-ad',
  'code-without-name',
  'currency-not-named',
  'end-before-start',
  'kind-not-shown',
  'link-not-web',
  'no-data',
  'no-restriction',
  'places-not-shown',
  'targeting-not-given',
  'targeting-not-shown',
  'total-row',
  'unknown-field',
];
