/** Checks on responsibility, profiling, lawful bases, notices, and what a regime asks for. */
import { disagreement, type Fault } from '../errors.ts';
import { isSilence } from '../silences.ts';
import { choosesPeople, usesOf } from '../uses.ts';
import type { Checked } from '../view.ts';

export function jointNeedsEssence({ file, spoiled }: Checked): readonly Fault[] {
  return (file.controllers ?? []).flatMap((controller, index) => {
    if (controller?.role !== 'joint') return [];
    const { arrangement_url, essence } = controller;
    if (!isSilence(arrangement_url) || !isSilence(essence) || spoiled(['controllers', index, 'arrangement_url'])) return [];
    const words = `${controller.name} is a joint controller. Give the main points of your arrangement, or a link.`;
    return [disagreement('joint-needs-essence', ['controllers', index, 'essence'], words)];
  });
}

export function profilingNeedsInputs({ file }: Checked): readonly Fault[] {
  const { done, inputs_combined, outputs } = file.profiling ?? {};
  if (done !== true || inputs_combined === undefined || outputs === undefined) return [];
  if ([inputs_combined, outputs].every((list) => typeof list === 'object' && list.length > 0)) return [];
  const words = 'You say that voters are profiled. Say what is combined, and what comes out.';
  return [disagreement('profiling-needs-inputs', ['profiling'], words)];
}

export function lawfulBasisNeedsNote({ file }: Checked): readonly Fault[] {
  return (file.purposes ?? []).flatMap((purpose, index) => {
    if (purpose?.lawful_basis !== 'public-task' && purpose?.lawful_basis !== 'legitimate-interests') return [];
    if (!isSilence(purpose.note)) return [];
    const basis = purpose.lawful_basis.replace('-', ' ');
    const words = `'${purpose.purpose}' relies on ${basis}. Say why it is needed, or what the interest is.`;
    return [{ ...disagreement('lawful-basis-needs-note', ['purposes', index, 'note'], words), found: purpose.note }];
  });
}

export function euNeedsConsentAnswers({ file }: Checked): readonly Fault[] {
  const eu = (file.regimes ?? []).some((regime) => regime?.startsWith('eu:'));
  if (!eu || !usesOf(file).some((use) => choosesPeople(use.criterion))) return [];
  const words = 'Under the EU regime, say whether people gave explicit and separate consent.';
  const { consent } = file;
  const open =
    typeof consent === 'object'
      ? (['explicit', 'separate'] as const).filter((part) => typeof consent[part] !== 'boolean').map((part) => ['consent', part])
      : [['consent']];
  // One question, one error: the second part is asked in the same words.
  return open.slice(0, 1).map((path) => ({ ...disagreement('eu-needs-consent-answers', path, words), allowed: 'true or false' }));
}

/** What the UK regime needs as a whole: promoter, on_behalf_of and imprint are fields of every declaration under it. */
export function regimeFields({ file }: Checked): readonly Fault[] {
  if (!isUk({ file })) return [];
  return (['promoter', 'on_behalf_of', 'imprint'] as const)
    .filter((name) => file[name] === undefined)
    .map((name) => disagreement('missing-field', [name], `${name} is missing. It is needed in every declaration under the UK regime.`));
}

/** The parts of the promoter and of the imprint. Outside the UK regime a part that is left out is simply missing. */
export function ukNeedsImprint({ file }: Checked): readonly Fault[] {
  const { promoter, imprint } = file;
  const missing = [
    ...(promoter
      ? (['name', 'postal_address'] as const).filter((part) => promoter[part] === undefined).map((part) => ['promoter', part])
      : []),
    ...(imprint && imprint.text === undefined ? [['imprint', 'text']] : []),
  ];
  return missing.map((path) =>
    isUk({ file })
      ? disagreement('uk-needs-imprint', path, "Under the UK regime, give the imprint text and the promoter's name and address.")
      : disagreement('missing-field', path, `${path.join('.')} is missing. It is needed in every declaration.`),
  );
}

function isUk({ file }: Pick<Checked, 'file'>): boolean {
  return (file.regimes ?? []).includes('uk');
}

export function privacyNotice({ file }: Checked): readonly Fault[] {
  if (file.notices === undefined || file.notices.some((notice) => notice?.kind === 'privacy')) return [];
  const words = 'notices is missing a privacy notice (kind: privacy). It is needed in every declaration.';
  return [disagreement('missing-field', ['notices'], words)];
}
