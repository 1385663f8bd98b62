import type { DeskClientFault, DeskWebhookFault, WebhookType } from '@kull/deliveries';
import type { InLanguages } from '../kit/language';

interface MachinesTexts {
  readonly title: string;
  readonly lead: string;
  readonly guide: string;
  readonly clients: string;
  readonly noClients: string;
  readonly client: string;
  readonly keys: string;
  readonly keysSince: (when: string) => string;
  readonly lastUsed: string;
  readonly neverUsed: string;
  readonly suspendedSince: (when: string) => string;
  readonly open: string;
  readonly rotate: string;
  readonly keepOld: string;
  readonly suspend: string;
  readonly suspendHint: string;
  readonly newClient: string;
  readonly pasteKeys: string;
  readonly pasteHint: string;
  readonly register: string;
  readonly registered: (clientId: string) => string;
  readonly rotated: string;
  readonly suspended: string;
  readonly webhooks: string;
  readonly noWebhooks: string;
  readonly address: string;
  readonly events: string;
  readonly types: Readonly<Record<WebhookType | 'test', string>>;
  readonly closed: (when: string, gone: boolean) => string;
  readonly newWebhook: string;
  readonly addressHint: string;
  readonly add: string;
  readonly secretOnce: string;
  readonly test: string;
  readonly answered: (status: number, ms: string) => string;
  readonly noAnswer: (fault: string, ms: string) => string;
  readonly notYet: string;
  readonly log: string;
  readonly logTitle: string;
  readonly noAttempts: string;
  readonly when: string;
  readonly event: string;
  readonly answer: string;
  readonly outcome: string;
  readonly outcomes: Readonly<Record<string, string>>;
  readonly next: (when: string) => string;
  readonly resend: string;
  readonly resent: string;
  readonly close: string;
  readonly closedNow: string;
  readonly back: string;
  readonly faults: Readonly<Record<DeskClientFault | DeskWebhookFault, string>>;
}

/** Machine access, which the association looks after by itself (ux.md L8). */
export const machinesTexts: InLanguages<MachinesTexts> = {
  nb: {
    title: 'Maskintilgang',
    lead: 'Programmene deres henter leveringer og sender kvitteringer selv. Her gir du dem tilgang, bytter nøkler og sier hvor det skal meldes fra om nytt.',
    guide: 'API-beskrivelse',
    clients: 'Klienter',
    noClients: 'Ingen klient er registrert.',
    client: 'Klient',
    keys: 'Nøkler',
    keysSince: (when) => `siden ${when}`,
    lastUsed: 'Sist brukt',
    neverUsed: 'ikke brukt ennå',
    suspendedSince: (when) => `stengt ${when}`,
    open: 'åpen',
    rotate: 'Bytt nøkkel',
    keepOld: 'Behold de gamle nøklene ved siden av, til vi har gått over',
    suspend: 'Steng klienten for godt',
    suspendHint:
      'Stenges med én gang, også det den har logget inn med. En stengt klient kan ikke åpnes igjen; registrer en ny.',
    newClient: 'Ny klient',
    pasteKeys: 'Offentlige nøkler (JWK Set)',
    pasteHint:
      'Lim inn bare den offentlige delen: P-256 (ES256), Ed25519 (EdDSA) eller RSA på minst 2048 biter (PS256), hver med kid og alg.',
    register: 'Registrer klient',
    registered: (clientId) => `Klienten er registrert. Den logger inn som ${clientId}.`,
    rotated: 'Nøklene er byttet.',
    suspended: 'Klienten er stengt.',
    webhooks: 'Webhooker',
    noWebhooks: 'Ingen adresse er registrert.',
    address: 'Adresse',
    events: 'Meldes fra om',
    types: {
      'export.released': 'ny levering',
      'certificate.corrected': 'rettet bevis',
      'certificate.revoked': 'trukket bevis',
      test: 'testhendelse',
    },
    closed: (when, gone) => (gone ? `stengt ${when}, adressen svarte at den er borte (410)` : `stengt ${when}`),
    newWebhook: 'Ny webhook',
    addressHint: 'https-adresse som er åpen på Internett',
    add: 'Legg til',
    secretOnce: 'Hemmeligheten vises bare nå. Ta vare på den; den trengs for å kontrollere signaturen.',
    test: 'Send testhendelse',
    answered: (status, ms) => `Svar: ${status} på ${ms} ms`,
    noAnswer: (fault, ms) => `Ikke noe svar (${fault}) etter ${ms} ms`,
    notYet: 'Testhendelsen er på vei. Svaret kommer i loggen.',
    log: 'Logg',
    logTitle: 'Forsøk',
    noAttempts: 'Ingenting er sendt hit ennå.',
    when: 'Når',
    event: 'Hendelse',
    answer: 'Svar',
    outcome: 'Utfall',
    outcomes: { DELIVERED: 'levert', FAILED: 'prøves igjen', GIVEN_UP: 'gitt opp' },
    next: (when) => `neste forsøk ${when}`,
    resend: 'Send på nytt',
    resent: 'Meldingen sendes på nytt.',
    close: 'Slutt å melde fra hit',
    closedNow: 'Det meldes ikke lenger fra dit.',
    back: 'Til maskintilgang',
    faults: {
      KEYS_UNREADABLE:
        'Dette er ikke et JWK Set vi kan lese. Se over at det er JSON, og at hver nøkkel har kid, kty og alg.',
      PRIVATE_KEY:
        'Du limte inn en privat nøkkel. Den er ikke tatt vare på. Lag et nytt nøkkelpar, og lim inn bare den offentlige delen.',
      KEYS_UNUSABLE:
        'Nøklene kan ikke brukes. Bruk P-256, Ed25519 eller RSA på minst 2048 biter, høyst fem, hver med sin egen kid.',
      MACHINE_CLIENT_UNKNOWN: 'Klienten finnes ikke.',
      MACHINE_CLIENT_SUSPENDED: 'Klienten er stengt. Registrer en ny.',
      WEBHOOK_ADDRESS_NOT_ALLOWED:
        'Adressen kan ikke brukes. Bruk https og et navn som fører til en åpen adresse på Internett.',
      NO_TYPES: 'Velg minst én ting det skal meldes fra om.',
      WEBHOOK_UNKNOWN: 'Webhooken finnes ikke.',
      WEBHOOK_CLOSED: 'Webhooken er stengt. Legg den til på nytt.',
      WEBHOOK_MESSAGE_UNKNOWN: 'Meldingen finnes ikke.',
      WEBHOOK_MESSAGE_WAITING: 'Meldingen prøves alt igjen av seg selv.',
    },
  },
  nn: {
    title: 'Maskintilgang',
    lead: 'Programma dykkar hentar leveringar og sender kvitteringar sjølve. Her gir du dei tilgang, byter nøklar og seier kvar det skal meldast frå om nytt.',
    guide: 'API-skildring',
    clients: 'Klientar',
    noClients: 'Ingen klient er registrert.',
    client: 'Klient',
    keys: 'Nøklar',
    keysSince: (when) => `sidan ${when}`,
    lastUsed: 'Sist brukt',
    neverUsed: 'ikkje brukt enno',
    suspendedSince: (when) => `stengd ${when}`,
    open: 'open',
    rotate: 'Byt nøkkel',
    keepOld: 'Behald dei gamle nøklane ved sida av, til vi har gått over',
    suspend: 'Steng klienten for godt',
    suspendHint:
      'Blir stengd med éin gong, også det han har logga inn med. Ein stengd klient kan ikkje opnast igjen; registrer ein ny.',
    newClient: 'Ny klient',
    pasteKeys: 'Offentlege nøklar (JWK Set)',
    pasteHint:
      'Lim inn berre den offentlege delen: P-256 (ES256), Ed25519 (EdDSA) eller RSA på minst 2048 bitar (PS256), kvar med kid og alg.',
    register: 'Registrer klient',
    registered: (clientId) => `Klienten er registrert. Han loggar inn som ${clientId}.`,
    rotated: 'Nøklane er bytte.',
    suspended: 'Klienten er stengd.',
    webhooks: 'Webhookar',
    noWebhooks: 'Inga adresse er registrert.',
    address: 'Adresse',
    events: 'Blir meldt frå om',
    types: {
      'export.released': 'ny levering',
      'certificate.corrected': 'retta bevis',
      'certificate.revoked': 'trekt bevis',
      test: 'testhending',
    },
    closed: (when, gone) => (gone ? `stengd ${when}, adressa svara at ho er borte (410)` : `stengd ${when}`),
    newWebhook: 'Ny webhook',
    addressHint: 'https-adresse som er open på Internett',
    add: 'Legg til',
    secretOnce: 'Løyndommen blir vist berre no. Ta vare på han; han trengst for å kontrollere signaturen.',
    test: 'Send testhending',
    answered: (status, ms) => `Svar: ${status} på ${ms} ms`,
    noAnswer: (fault, ms) => `Ikkje noko svar (${fault}) etter ${ms} ms`,
    notYet: 'Testhendinga er på veg. Svaret kjem i loggen.',
    log: 'Logg',
    logTitle: 'Forsøk',
    noAttempts: 'Ingenting er sendt hit enno.',
    when: 'Når',
    event: 'Hending',
    answer: 'Svar',
    outcome: 'Utfall',
    outcomes: { DELIVERED: 'levert', FAILED: 'blir prøvd igjen', GIVEN_UP: 'gitt opp' },
    next: (when) => `neste forsøk ${when}`,
    resend: 'Send på nytt',
    resent: 'Meldinga blir send på nytt.',
    close: 'Slutt å melde frå hit',
    closedNow: 'Det blir ikkje lenger meldt frå dit.',
    back: 'Til maskintilgang',
    faults: {
      KEYS_UNREADABLE:
        'Dette er ikkje eit JWK Set vi kan lese. Sjå over at det er JSON, og at kvar nøkkel har kid, kty og alg.',
      PRIVATE_KEY:
        'Du limte inn ein privat nøkkel. Han er ikkje teken vare på. Lag eit nytt nøkkelpar, og lim inn berre den offentlege delen.',
      KEYS_UNUSABLE:
        'Nøklane kan ikkje brukast. Bruk P-256, Ed25519 eller RSA på minst 2048 bitar, høgst fem, kvar med sin eigen kid.',
      MACHINE_CLIENT_UNKNOWN: 'Klienten finst ikkje.',
      MACHINE_CLIENT_SUSPENDED: 'Klienten er stengd. Registrer ein ny.',
      WEBHOOK_ADDRESS_NOT_ALLOWED:
        'Adressa kan ikkje brukast. Bruk https og eit namn som fører til ei open adresse på Internett.',
      NO_TYPES: 'Vel minst éin ting det skal meldast frå om.',
      WEBHOOK_UNKNOWN: 'Webhooken finst ikkje.',
      WEBHOOK_CLOSED: 'Webhooken er stengd. Legg han til på nytt.',
      WEBHOOK_MESSAGE_UNKNOWN: 'Meldinga finst ikkje.',
      WEBHOOK_MESSAGE_WAITING: 'Meldinga blir alt prøvd igjen av seg sjølv.',
    },
  },
  en: {
    title: 'Machine access',
    lead: 'Your programs fetch deliveries and send receipts by themselves. Here you let them in, change their keys, and say where to tell of what is new.',
    guide: 'API description',
    clients: 'Clients',
    noClients: 'No client is registered.',
    client: 'Client',
    keys: 'Keys',
    keysSince: (when) => `since ${when}`,
    lastUsed: 'Last used',
    neverUsed: 'not used yet',
    suspendedSince: (when) => `suspended ${when}`,
    open: 'open',
    rotate: 'Change key',
    keepOld: 'Keep the old keys beside it until we have moved over',
    suspend: 'Suspend the client for good',
    suspendHint:
      'Takes effect at once, also for what it has logged in with. A suspended client cannot be opened again; register a new one.',
    newClient: 'New client',
    pasteKeys: 'Public keys (JWK Set)',
    pasteHint:
      'Paste the public part only: P-256 (ES256), Ed25519 (EdDSA) or RSA of at least 2048 bits (PS256), each with kid and alg.',
    register: 'Register client',
    registered: (clientId) => `The client is registered. It logs in as ${clientId}.`,
    rotated: 'The keys were changed.',
    suspended: 'The client is suspended.',
    webhooks: 'Webhooks',
    noWebhooks: 'No address is registered.',
    address: 'Address',
    events: 'Told of',
    types: {
      'export.released': 'new delivery',
      'certificate.corrected': 'corrected certificate',
      'certificate.revoked': 'withdrawn certificate',
      test: 'test event',
    },
    closed: (when, gone) => (gone ? `closed ${when}, the address answered that it is gone (410)` : `closed ${when}`),
    newWebhook: 'New webhook',
    addressHint: 'https address that is open on the Internet',
    add: 'Add',
    secretOnce: 'The secret is shown only now. Keep it; it is needed to check the signature.',
    test: 'Send test event',
    answered: (status, ms) => `Answer: ${status} in ${ms} ms`,
    noAnswer: (fault, ms) => `No answer (${fault}) after ${ms} ms`,
    notYet: 'The test event is on its way. The answer comes in the log.',
    log: 'Log',
    logTitle: 'Attempts',
    noAttempts: 'Nothing has been sent here yet.',
    when: 'When',
    event: 'Event',
    answer: 'Answer',
    outcome: 'Outcome',
    outcomes: { DELIVERED: 'delivered', FAILED: 'will be tried again', GIVEN_UP: 'given up' },
    next: (when) => `next attempt ${when}`,
    resend: 'Send again',
    resent: 'The message is sent again.',
    close: 'Stop telling this address',
    closedNow: 'That address is no longer told.',
    back: 'To machine access',
    faults: {
      KEYS_UNREADABLE:
        'This is no JWK Set that we can read. See that it is JSON, and that each key has kid, kty and alg.',
      PRIVATE_KEY:
        'You pasted a private key. It was not kept. Make a new pair of keys, and paste the public part only.',
      KEYS_UNUSABLE:
        'The keys cannot be used. Use P-256, Ed25519 or RSA of at least 2048 bits, at most five, each with a kid of its own.',
      MACHINE_CLIENT_UNKNOWN: 'There is no such client.',
      MACHINE_CLIENT_SUSPENDED: 'The client is suspended. Register a new one.',
      WEBHOOK_ADDRESS_NOT_ALLOWED:
        'The address cannot be used. Use https and a name that leads to an address that is open on the Internet.',
      NO_TYPES: 'Choose at least one thing to be told of.',
      WEBHOOK_UNKNOWN: 'There is no such webhook.',
      WEBHOOK_CLOSED: 'The webhook is closed. Add it again.',
      WEBHOOK_MESSAGE_UNKNOWN: 'There is no such message.',
      WEBHOOK_MESSAGE_WAITING: 'The message is already being tried again by itself.',
    },
  },
};
