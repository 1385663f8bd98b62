import { runMigrations } from '@kull/event-store';
import { accept, type Decider, uuidOf } from '@kull/kernel';
import { createTestStore } from '../../../test/harness/database';
import type { ApplicationDocumentAttached } from './domain/draft.events';
import { admissionsParts } from './index';

/** Stores what it is told to: the history of a draft as a version before left it. */
const history: Decider<null, ApplicationDocumentAttached, ApplicationDocumentAttached, never> = {
  category: 'application-draft',
  initial: null,
  decide: (_, event) => accept(event),
  evolve: () => null,
};

it('says of documents that were sent in before whose they are', async () => {
  const { codecs, migrations } = admissionsParts;
  const store = await createTestStore({ codecs, migrations: migrations.slice(0, -1) });
  for (const personId of ['per_a', 'per_b']) {
    const attachedAt = '2026-03-02T09:00:00.000Z';
    const documentHash = 'a'.repeat(64);
    const kind = 'DIPLOMA';
    await store.events.execute(
      history,
      `dra_${personId}`,
      {
        type: 'ApplicationDocumentAttached',
        data: { intake: 'NLP-2026', personId, documentHash, kind, mediaType: 'application/pdf', attachedAt },
      },
      { commandId: uuidOf('attached', personId), actor: personId, occurredAt: attachedAt },
    );
    await store.owner.query(
      'insert into admissions.application_document (draft_id, document_hash, sealed) values ($1, $2, $3)',
      [`dra_${personId}`, documentHash, Buffer.from('sealed')],
    );
  }
  await runMigrations(store.url, migrations, [], codecs);
  expect(
    await store.owner.query('select draft_id, person from admissions.application_document order by draft_id'),
  ).toEqual([
    { draft_id: 'dra_per_a', person: 'per_a' },
    { draft_id: 'dra_per_b', person: 'per_b' },
  ]);
  await store.close();
});
