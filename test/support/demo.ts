/** The demo world, sent through the site's own doors, step by step. */
import type { TestSite } from './site.ts';

const files = import.meta.glob<string>(['../../src/demo/**/*.{json,csv,html,txt}'], { query: '?raw', import: 'default', eager: true });

type Step =
  | { do: 'register'; file: string }
  | { do: 'import'; library: string; file: string; as_of: string }
  | { do: 'notice'; party: string; notice: string; url: string; kind: string; file: string; captured_at: string; provenance: string }
  | { do: 'declare'; party: string; file: string };

export interface World {
  readonly parties: readonly { id: string; shows: string }[];
  readonly steps: readonly Step[];
}

export function demoFile(name: string): string {
  const text = files[`../../src/demo/${name}`];
  if (text === undefined) throw new Error(`The demo has no file ${name}`);
  return text;
}

export const world = JSON.parse(demoFile('world.json')) as World;

/** Does every step and every job that follows from it. Answers the ids of the import runs. */
export async function loadDemo(site: TestSite): Promise<string[]> {
  const runs: string[] = [];
  for (const step of world.steps) {
    const response = await send(site, step);
    if (response.status >= 300) throw new Error(`${step.do} ${step.file}: ${response.status} ${await response.text()}`);
    const body = (await response.json()) as { id?: string };
    if (step.do === 'import' && body.id) runs.push(body.id);
    await site.drain();
  }
  return runs;
}

function send(site: TestSite, step: Step): Promise<Response> {
  const body = demoFile(step.file);
  if (step.do === 'register') return site.post('/api/v1/register', body);
  if (step.do === 'import')
    return site.post(`/api/v1/imports?${query({ name: step.file, library: step.library, as_of: step.as_of })}`, body);
  if (step.do === 'declare') return site.post(`/api/v1/declarations?${query({ party: step.party })}`, body);
  const { party, url, kind, captured_at, provenance } = step;
  const type = step.file.endsWith('.html') ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8';
  return site.post(`/api/v1/notices/${step.notice}/snapshots?${query({ party, url, kind, captured_at, provenance })}`, body, {
    'content-type': type,
  });
}

function query(values: Record<string, string>): URLSearchParams {
  return new URLSearchParams(values);
}
