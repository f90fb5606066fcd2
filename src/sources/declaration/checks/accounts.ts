/** Checks on accounts, and on audiences that name a platform or an account. */
import { disagreement, type Fault } from '../errors.ts';
import { audiencesOf } from '../uses.ts';
import type { Checked } from '../view.ts';

export function accountNeedsAnId({ file }: Checked): readonly Fault[] {
  return (file.accounts ?? []).flatMap((account, index) => {
    if (!account || account.account_id || account.page_id || account.handle) return [];
    const words = `Give at least one id for the ${account.platform ?? 'advertising'} account.`;
    return [{ ...disagreement('account-needs-an-id', ['accounts', index], words), allowed: 'one of: account_id, page_id, handle' }];
  });
}

export function audienceAccountExists({ file, spoiled }: Checked): readonly Fault[] {
  if (file.accounts === undefined || spoiled(['accounts'])) return [];
  const platforms = new Set(file.accounts.map((account) => account?.platform));
  const ids = new Set(file.accounts.flatMap((account) => [account?.account_id, account?.page_id, account?.handle]));
  return audiencesOf(file).flatMap(({ path, audience }) => {
    const name = `Audience '${audience.id ?? path[1]}'`;
    const unlisted = (audience.platforms ?? []).flatMap((platform, index) => {
      if (platform === undefined || platforms.has(platform)) return [];
      const words = `${name} uses ${platform}, and no ${platform} account is listed.`;
      return [{ ...disagreement('audience-account-exists', [...path, 'platforms', index], words), found: platform }];
    });
    const unknown = (audience.accounts ?? []).flatMap((id, index) => {
      if (id === undefined || ids.has(id)) return [];
      const words = `${name} uses the account ${id}, and no account with that id is listed.`;
      return [{ ...disagreement('audience-account-exists', [...path, 'accounts', index], words), found: id }];
    });
    return [...unlisted, ...unknown];
  });
}
