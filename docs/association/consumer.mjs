// Pulls what is new, checks it, keeps it and acknowledges it. Node 20 or newer, nothing else: see README.md beside it.
import { createHash, randomUUID, sign, verify } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';

const { KULL_URL, KULL_CLIENT_ID, KULL_KEY, KULL_FOLDER } = process.env;
const key = JSON.parse(await readFile(KULL_KEY, 'utf8')); // private JWK, P-256, with the kid that was registered
const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const bytes = (text) => Buffer.from(text, 'base64url');
const fault = (text) => Promise.reject(new Error(text));

let token = { until: 0 };
async function bearer() {
  if (token.until > Date.now()) return token.value;
  const [iss, iat] = [KULL_CLIENT_ID, Math.floor(Date.now() / 1000)];
  const claims = { iss, sub: iss, aud: KULL_URL, jti: randomUUID(), iat, exp: iat + 60 };
  const input = `${encoded({ alg: 'ES256', kid: key.kid })}.${encoded(claims)}`;
  const signer = { key, format: 'jwk', dsaEncoding: 'ieee-p1363' };
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: `${input}.${sign('sha256', Buffer.from(input), signer).toString('base64url')}`,
  });
  const answer = await fetch(`${KULL_URL}/oauth/token`, { method: 'POST', body });
  const { access_token, expires_in, error_description } = await answer.json();
  if (!answer.ok) return fault(`no token: ${error_description}`);
  token = { value: `Bearer ${access_token}`, until: Date.now() + (expires_in - 30) * 1000 };
  return token.value;
}

async function call(path, headers = {}, rest = {}) {
  const answer = await fetch(KULL_URL + path, { ...rest, headers: { ...headers, authorization: await bearer() } });
  return answer.ok || answer.status === 416 ? answer : fault(`${path}: ${answer.status} ${await answer.text()}`);
}

async function download({ url, name, sha256 }, triesLeft = 10) {
  const path = `${KULL_FOLDER}/${name}`;
  const have = await readFile(path).catch(() => Buffer.alloc(0)); // what came before the last cut
  if (createHash('sha256').update(have).digest('hex') === sha256) return have.toString('utf8');
  if (triesLeft === 0) return fault(`${name} does not come with the hash that it was announced with`);
  const answer = await call(url, have.length ? { range: `bytes=${have.length}-`, 'if-range': `"${sha256}"` } : {});
  if (answer.status !== 206) await rm(path, { force: true }); // from the beginning
  if (answer.ok) await writeFile(path, answer.body, { flag: 'a' }).catch(() => undefined); // cut: go on from there
  return download({ url, name, sha256 }, triesLeft - 1);
}

function check({ signature, ...manifest }, { name, sha256 }, keys) {
  const [header, payload, mark] = signature.split('.');
  const jwk = keys.find(({ kid }) => kid === JSON.parse(bytes(header)).kid);
  const isSigned = verify(null, Buffer.from(`${header}.${payload}`), { key: jwk, format: 'jwk' }, bytes(mark));
  const isWhole = bytes(payload).toString() === JSON.stringify(manifest) && manifest.sha256 === sha256;
  return isSigned && isWhole ? undefined : fault(`the manifest of ${name} is not in order`);
}

const cellsOf = (
  row, // RFC 4180 with ; between; no cell has a line break
) => [...row.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, q, plain]) => q?.replaceAll('""', '"') ?? plain);

await mkdir(KULL_FOLDER, { recursive: true });
const state = JSON.parse(await readFile(`${KULL_FOLDER}/state.json`).catch(() => '{ "cursor": "0", "lines": [] }'));
const { keys } = await (await call('/api/v1/signing-keys')).json();
for (let page; page?.data.length !== 0; ) {
  page = await (await call(`/api/v1/exports?after=${state.cursor}&limit=50`)).json();
  for (const { id, sequence, files } of page.data) {
    const [data, manifest] = ['DATA', 'MANIFEST'].map((kind) => files.find((file) => file.kind === kind));
    const [header, ...rows] = (await download(data)).slice(1).trimEnd().split('\r\n').map(cellsOf); // 1: the BOM
    await check(JSON.parse(await download(manifest)), data, keys);
    const lines = rows.map((row) => Object.fromEntries(row.map((cell, i) => [header[i], cell])));
    const receivedAt = (await stat(`${KULL_FOLDER}/${data.name}`)).mtime.toISOString(); // the same on the next try
    const receipt = (line) => ({ certificateId: line.certificate_id, lineNo: +line.line_no, version: +line.version });
    const records = lines.map((line) => ({ ...receipt(line), result: 'ACCEPTED', receivedAt }));
    const headers = { 'content-type': 'application/json', 'idempotency-key': `receipt-${id}` };
    const post = { method: 'POST', body: JSON.stringify({ records }) };
    await call(`/api/v1/exports/${id}/acknowledgements`, headers, post);
    const next = { cursor: String(sequence), lines: state.lines.concat(lines) }; // kept together, in one step
    await writeFile(`${KULL_FOLDER}/state.next`, JSON.stringify(next), { flush: true });
    await rename(`${KULL_FOLDER}/state.next`, `${KULL_FOLDER}/state.json`);
    Object.assign(state, next);
  }
}
