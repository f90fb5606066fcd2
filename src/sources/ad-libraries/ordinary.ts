/**
 * Problems that whole, genuine files of the libraries hold: the library itself hides or abbreviates something. They are counted and
 * shown like any other; there is nothing to mend in the file, so they come last and do not make an import fail.
 */
export const ORDINARY_PROBLEMS: readonly string[] = [
  'code-without-name',
  'end-before-start',
  'link-not-web',
  'no-restriction',
  'places-not-shown',
];
