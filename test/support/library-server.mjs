/**
 * A real HTTP server on this machine that speaks as the libraries' servers do: `ads_archive` with cursor paging and the API's errors, and a
 * storage of files with ETags, dates and ranges. Faults are put in a list and take the next requests in turn.
 *
 * By hand: `node test/support/library-server.mjs` serves two invented pages and a Snapchat year until it is stopped.
 */
import { createServer } from 'node:http';
import { crc32, deflateRawSync } from 'node:zlib';

const TOKEN = 'EAAInventedTokenForTests0123456789';

/**
 * A fault, any of:
 * `status` with `headers` and `body`; `error`: an error of the API (`code`, `error_subcode`, `message`, HTTP status by `status`);
 * `cut`: bytes after which the connection is closed; `drop`: closed before any answer; `stall`: headers, then nothing;
 * `redirect`: an address; `repeat`: a page whose cursor points at itself; `overlap`: ads of the last page given again with the next;
 * `most`: gives that many ads whatever `limit` says; `usage`: per cent in X-App-Usage; `ignore_range`: the whole file whatever is asked.
 */
export async function startLibraryServer() {
  const state = { token: TOKEN, ads: new Map(), files: new Map(), faults: [], requests: [], always: {} };
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    state.requests.push({ path: url.pathname, query: Object.fromEntries(url.searchParams), headers: request.headers });
    const fault = { ...state.always, ...(state.faults.shift() ?? {}) };
    if (fault.drop) return request.socket.destroy();
    if (fault.redirect) return reply(response, 302, { location: fault.redirect }, 'moved');
    if (fault.error) return apiError(response, fault);
    if (fault.status) return reply(response, fault.status, fault.headers ?? {}, fault.body ?? '');
    if (/^\/v\d+\.\d+\/ads_archive$/.test(url.pathname)) return adsArchive(state, url, response, fault);
    return storage(state, url, request, response, fault);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  const origin = `http://127.0.0.1:${port}`;
  state.origin = origin;
  return {
    origin,
    host: `127.0.0.1:${port}`,
    token: TOKEN,
    /** Requests so far: `path`, `query`, `headers`. */
    requests: state.requests,
    /** These take the next requests, in turn; an empty one lets a request through. */
    next: (...faults) => state.faults.push(...faults),
    /** This holds for every request from now on. */
    always: (fault) => {
      state.always = fault;
    },
    putAds: (pageId, ads) => state.ads.set(pageId, ads),
    putFile: (path, bytes, marks = {}) => state.files.set(path, { bytes, ...marks }),
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

/** `count` ads of an invented page, in the API's form, the caller's token in their links. */
export function inventedAds(pageId, count, from = 0) {
  return Array.from({ length: count }, (_, i) => ({
    id: String(90_000_000_000_000_000n + BigInt(pageId) * 100_000n + BigInt(from + i)),
    page_id: pageId,
    page_name: `Invented Page ${pageId}`,
    bylines: 'The Invented Committee',
    ad_delivery_start_time: '2026-03-01',
    ad_creative_bodies: [`Vote for number ${from + i}.\nToday.`],
    currency: 'GBP',
    spend: { lower_bound: '100', upper_bound: '199' },
    ad_snapshot_url: `https://www.facebook.com/ads/archive/render_ad/?id=${from + i}&access_token=${TOKEN}`,
  }));
}

/** A zip of these members: `{ name, bytes }`. */
export function zipOf(...members) {
  const locals = [];
  const directory = [];
  let offset = 0;
  for (const { name, bytes } of members) {
    const data = Buffer.from(bytes);
    const packed = deflateRawSync(data);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(data), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(data.length, 8);
    const method = Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]);
    const lengths = Buffer.from([name.length, 0, 0, 0]);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), method, sizes, lengths, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), method, sizes, lengths, place, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...locals, central, Buffer.from('PK\x05\x06'), end]));
}

function adsArchive(state, url, response, fault) {
  const query = Object.fromEntries(url.searchParams);
  if (query.access_token !== state.token) {
    return apiError(response, {
      error: { code: 190, error_subcode: 463, message: `Error validating access token: ${query.access_token}` },
    });
  }
  const pages = JSON.parse(query.search_page_ids ?? '[]');
  const countries = JSON.parse(query.ad_reached_countries ?? '[]');
  if (pages.length === 0 || pages.length > 10)
    return apiError(response, { error: { code: 100, message: 'Param search_page_ids is wrong' } });
  if (!countries.every((one) => /^[A-Z]{2}$/.test(one))) {
    return apiError(response, { error: { code: 100, message: 'Param ad_reached_countries[0] must be one of {ALL, GB}' } });
  }
  // As the API does: without ALL, only the ads that run now.
  const all = query.ad_active_status === 'ALL' ? pages.flatMap((page) => state.ads.get(page) ?? []) : [];
  const at = query.after ? Number(atob(query.after)) : 0;
  const limit = fault.most ?? Number(query.limit ?? 25);
  const from = Math.max(0, at - (fault.overlap ?? 0));
  const data = all.slice(from, at + limit);
  const end = at + limit >= all.length;
  // The page before this one, once more: its cursor leads here again.
  const shown = fault.repeat ? all.slice(Math.max(0, at - limit), at) : data;
  const after = btoa(String(fault.repeat ? at : at + limit));
  const next = `${state.origin}${url.pathname}?access_token=${state.token}&after=${encodeURIComponent(after)}`;
  const paging = end && !fault.repeat ? { cursors: { after } } : { cursors: { after }, next };
  const answer = fault.bare ? { data: shown } : { data: shown, paging };
  const usage =
    fault.usage === undefined ? {} : { 'x-app-usage': JSON.stringify({ call_count: fault.usage, total_time: 1, total_cputime: 1 }) };
  send(response, 200, { 'content-type': 'application/json; charset=UTF-8', ...usage }, Buffer.from(JSON.stringify(answer)), fault);
}

function storage(state, url, request, response, fault) {
  const file = state.files.get(url.pathname);
  if (!file) return reply(response, 404, { 'content-type': 'application/xml' }, '<Error><Code>NoSuchKey</Code></Error>');
  const { etag, last_modified, content_type } = file;
  const bytes = Buffer.from(file.bytes);
  const headers = {
    'content-type': content_type ?? 'application/zip',
    ...(etag ? { etag } : {}),
    ...(last_modified ? { 'last-modified': last_modified } : {}),
  };
  const none = request.headers['if-none-match'];
  const since = request.headers['if-modified-since'];
  if (none ? none === etag : since && since === last_modified) return reply(response, 304, headers, '');
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const mark = request.headers['if-range'];
  if (!range || fault.ignore_range || (mark && mark !== etag && mark !== last_modified)) return send(response, 200, headers, bytes, fault);
  const from = Number(range[1]);
  const to = Math.min(range[2] === '' ? bytes.length - 1 : Number(range[2]), bytes.length - 1);
  if (from >= bytes.length) return reply(response, 416, { 'content-range': `bytes */${bytes.length}` }, '');
  const part = { ...headers, 'content-range': `bytes ${from}-${to}/${bytes.length}` };
  send(response, 206, part, bytes.subarray(from, to + 1), fault);
}

function apiError(response, { error, status }) {
  const body = { error: { type: 'OAuthException', fbtrace_id: 'AInventedTrace', is_transient: false, ...error } };
  reply(response, status ?? 400, { 'content-type': 'application/json; charset=UTF-8' }, JSON.stringify(body));
}

function send(response, status, headers, bytes, fault) {
  const length = fault.no_length ? {} : { 'content-length': bytes.length };
  response.writeHead(status, { ...headers, ...length });
  if (fault.stall) return response.write(bytes.subarray(0, 1));
  if (fault.cut === undefined) return response.end(bytes);
  response.write(bytes.subarray(0, fault.cut), () => response.destroy());
}

function reply(response, status, headers, body) {
  response.writeHead(status, headers);
  response.end(body);
}

if (process.argv[1] && import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  const server = await startLibraryServer();
  for (const page of ['7001', '7002']) server.putAds(page, inventedAds(page, 450));
  const csv = 'ADID,CreativeUrl\nad-1,https://www.snap.com/invented\n';
  const marks = { etag: '"one"', last_modified: 'Tue, 10 Nov 2026 08:00:00 GMT' };
  const zip = zipOf({ name: 'readme.txt', bytes: 'Invented.' }, { name: 'PoliticalAds.csv', bytes: csv });
  server.putFile('/ad-manager-political-ads-dump/political/2026/PoliticalAds.zip', zip, marks);
  process.stdout.write(`${server.origin}\n`);
}
