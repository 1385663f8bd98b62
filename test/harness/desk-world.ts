import { DocumentStore, SigningKeys } from '@kull/certificates/contracts';
import { EventStore } from '@kull/event-store';
import { StaffDirectory } from '@kull/people';
import { type RowForTest, releaseRows } from '../../libs/deliveries/test-model/rows';
import { createTestApi, type TestApi } from './api';
import { loggedInAccount } from './logged-in';

export const ASSOCIATION = '960474341';

/** Certificate numbers of what is delivered. */
export const KARI = '7Q4K-9M2X-T';
export const OLA = '3HWB-5T0C-N';
export const AASE = '5KXT-2V8D-A';

const kari: RowForTest = { number: KARI, familyName: 'Testesen', givenNames: 'Kari', hprNumber: '9144889' };
const ola: RowForTest = { number: OLA, familyName: 'Prøve', givenNames: 'Ola', hprNumber: '0009145' };
const aase: RowForTest = { number: AASE, familyName: 'Åsgård-Nordmann', givenNames: 'Åse Marie', hprNumber: '9144951' };

/** The service with a desk that somebody is logged in to, and deliveries to the association and to another. */
export interface DeskWorld {
  readonly api: TestApi;
  readonly cookie: string;
  /** Of somebody at the desk of another organisation. */
  readonly otherCookie: string;
  /** 18: two new lines. */
  readonly first: string;
  /** 19: one new, one corrected, one withdrawn. */
  readonly second: string;
  release(rows: readonly RowForTest[], of?: Parameters<typeof releaseRows>[4]): Promise<string>;
  close(): Promise<void>;
}

export const createDeskWorld = async (settings: Readonly<Record<string, string>> = {}): Promise<DeskWorld> => {
  const api = await createTestApi(undefined, settings);
  const get = { strict: false } as const;
  const events = api.app.get(EventStore, get);
  const documents = api.app.get(DocumentStore, get);
  const { key } = await api.app.get(SigningKeys, get).active('MANIFEST');
  const release: DeskWorld['release'] = async (rows, of) =>
    (await releaseRows(events, documents, key, rows, of)).batchId;
  await api.app
    .get(StaffDirectory, get)
    .take([{ code: 'tvi', name: 'T. Vik', email: 't.vik@example.no', phone: '', language: 'nb' }]);
  const cookie = await loggedInAccount(api, 'tvi', { role: 'association', orgNumber: ASSOCIATION });
  const otherCookie = await loggedInAccount(api, 'oth', { role: 'association', orgNumber: '987654321' });
  const first = await release([kari, ola], { createdAt: '2026-06-24T04:00:00.000Z' });
  const second = await release([
    aase,
    { ...kari, version: 2, action: 'CORRECT', familyName: 'Testesen Prøve', reasonCode: 'NAME_CHANGE' },
    { ...ola, version: 2, action: 'REVOKE', attendedHalfHours: 40, reasonCode: 'ATTENDANCE_RECOUNT' },
  ]);
  return {
    api,
    cookie,
    otherCookie,
    first,
    second,
    release,
    close: () => api.close(),
  };
};
